"""Criteria of one plan: rating, reason, evidence, advice."""

from __future__ import annotations

from collections.abc import Sequence

from qa_app.core.finding import Evidence
from qa_app.core.result import CriterionResult, CriterionStatus
from qa_app.ui.language import name_of, say
from qa_app.ui.views.highlight import Mark
from qa_app.ui.views.markup import NOTHING, Html, element, escape, join, lines, quote, show, unseen
from qa_app.ui.views.rating import certainty, rating_chip


def evidence_marks(result: CriterionResult) -> list[Mark]:
    """Return a criterion's evidence as numbered marks that can be jumped to."""
    return [
        Mark(
            e.span, say("criteria.mark", number=number, title=result.criterion.title), str(number), anchor=f"evidence-{number}"
        )
        for number, e in enumerate(result.evidence, 1)
    ]


def show_criterion(result: CriterionResult, *, linked: bool) -> None:
    """Draw one criterion's result. ``linked``: the plan's text is on the page, and evidence points to its place there."""
    criterion = result.criterion
    rated = result.status is CriterionStatus.RATED
    head = join(
        (
            element("h3", escape(criterion.title)),
            element("p", rating_chip(result), escape(" "), certainty(result.confidence) if rated else NOTHING),
            element("p", escape(criterion.statement), class_="pq-faint"),
            element("p", lines(result.reason), class_="pq-reason"),
        )
    )
    show(
        element(
            "section",
            head,
            _evidence(result.evidence, linked=linked),
            _part(say("criteria.looked_for"), result.looked_for),
            _part(say("criteria.advice"), result.advice),
            _part(say("criteria.good"), criterion.good_example),
            _part(say("criteria.source"), criterion.source),
            class_="pq-card",
        )
    )


def _evidence(evidence: Sequence[Evidence], *, linked: bool) -> Html:
    if not evidence:
        return element("p", escape(say("criteria.no_evidence")), class_="pq-faint")
    items = (
        element("li", quote(e.quote), escape(" "), element("span", _place(e, number, linked=linked), class_="pq-faint"))
        for number, e in enumerate(evidence, 1)
    )
    return join((element("h4", escape(say("criteria.evidence"))), element("ol", *items)))


def _place(evidence: Evidence, number: int, *, linked: bool) -> Html:
    section = name_of("section", evidence.section) if evidence.section else ""
    place = escape(" · ".join(part for part in (section, evidence.place) if part))
    if not linked:
        return place
    return join((place, element("a", escape(say("criteria.show")), unseen(f" ({number})"), href=f"#evidence-{number}")), " · ")


def _part(title: str, text: str) -> Html:
    return join((element("h4", escape(title)), element("p", lines(text)))) if text else NOTHING
