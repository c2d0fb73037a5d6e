"""Targets: each row with its five components, the words that decided, and what would make it better."""

from __future__ import annotations

from collections.abc import Mapping

from qa_app.core.analysis import Analysis, JudgedTarget
from qa_app.core.document import Span
from qa_app.core.judged import Component, ComponentJudgement, TargetJudgement, TargetText
from qa_app.ui.language import name_of, say
from qa_app.ui.views.highlight import Mark, marked
from qa_app.ui.views.markup import NOTHING, Html, element, escape, join, lines, show
from qa_app.ui.views.rating import level_chip


def show_targets(analysis: Analysis) -> None:
    """Draw every current target of a plan."""
    if not analysis.targets:
        show(element("p", escape(say("targets.none")), class_="pq-faint"))
        return
    show(element("p", escape(say("targets.provisional")), class_="pq-faint"))
    for number, target in enumerate(analysis.targets, 1):
        show(element("section", *_target(number, target), class_="pq-card"))


def _target(number: int, target: JudgedTarget) -> tuple[Html, ...]:
    title = say("targets.number", number=number, met=target.judgement.met, whole=len(Component))
    return (element("h3", escape(title)), target_row(target.text, target.judgement), components(target.judgement))


def target_row(text: TargetText, judgement: TargetJudgement) -> Html:
    """Return a target's row with the words that decided marked in it."""
    parts: list[Html] = []
    for name in TargetText.ROW:
        words: str = getattr(text, name)
        if words:
            shown = marked(words, proof_marks(judgement.components, name))
            parts.append(element("div", element("dt", escape(name_of("field", name))), element("dd", shown)))
    return element("dl", *parts, class_="pq-row")


def proof_marks(components: Mapping[Component, ComponentJudgement], field: str) -> list[Mark]:
    """Return marks for the proof that stands in one field, each with the first letter of its component."""
    return [
        Mark(Span(proof.start, proof.end), name_of("component", component), name_of("component_letter", component))
        for component in Component
        if component in components
        for proof in components[component].proof
        if proof.field == field and proof.start < proof.end
    ]


def components(judgement: TargetJudgement) -> Html:
    """Return the five components with level, reason and improvement."""
    action = element("p", escape(say("targets.adult_action")), class_="pq-note") if judgement.is_adult_action else NOTHING
    items = (
        element(
            "li",
            element("div", element("strong", escape(name_of("component", name))), level_chip(judged.level), class_="pq-comp"),
            element("div", lines(judged.reason), _better(judged.improve)),
        )
        for name in Component
        if (judged := judgement.components.get(name)) is not None
    )
    return join((action, element("ul", *items, class_="pq-components")))


def _better(improve: str) -> Html:
    if not improve:
        return NOTHING
    return element("p", element("b", escape(say("targets.better"))), escape(" "), lines(improve), class_="pq-better")
