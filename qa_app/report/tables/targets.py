"""Tables about targets: the current ones with their five components, the earlier ones, needs and actions."""

from __future__ import annotations

from collections.abc import Iterator

from qa_app.core.judged import Component
from qa_app.core.result import Audit
from qa_app.core.words import Words
from qa_app.report.language import words_in
from qa_app.report.tables.model import PLAN, Kind, Row, Shape, Table, make_table, numbered, plan_name


def targets_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per current target."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("target_no", Kind.NUMBER, 7),
        Shape("target", Kind.QUOTE, 40),
        Shape("success_criteria", Kind.QUOTE, 26),
        Shape("actions", Kind.QUOTE, 30),
        Shape("who", Kind.QUOTE, 14),
        Shape("by_when", Kind.QUOTE, 14),
        Shape("met", Kind.NUMBER, 6),
        *(Shape(component.value, Kind.LEVEL, 11) for component in Component),
        Shape("why", Kind.TEXT, 60),
        Shape("improve", Kind.TEXT, 56),
    )
    return make_table(words, "targets", shapes, _target_rows(audit, words))


def _target_rows(audit: Audit, words: Words) -> Iterator[Row]:
    for number, audited in numbered(audit):
        for count, target in enumerate(audited.analysis.targets, 1):
            judged = target.judgement.components
            row = target.row
            why = [f"{words.of('component', c.value)}: {judged[c].reason}" for c in Component]
            if target.judgement.is_adult_action:
                why.insert(0, words("tables.targets.adult_action"))
            yield (
                number,
                plan_name(audited),
                count,
                row.target.text,
                row.success_criteria.text,
                row.actions.text,
                row.who.text,
                row.by_when.text,
                target.judgement.met,
                *(judged[c].level.value for c in Component),
                "\n".join(why),
                "\n".join(judged[c].improve for c in Component if judged[c].improve),
            )


def previous_targets_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per target of the plan before."""
    words = words or words_in("en")
    shapes = (*PLAN, Shape("target", Kind.QUOTE, 60), Shape("outcome", Kind.QUOTE, 60))
    rows = (
        (number, plan_name(audited), row.target.text, row.outcome.text or row.progress.text)
        for number, audited in numbered(audit)
        for row in audited.analysis.plan.previous_targets
    )
    return make_table(words, "previous_targets", shapes, rows)


def links_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per need and action."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("need", Kind.QUOTE, 52),
        Shape("action", Kind.QUOTE, 52),
        Shape("shared", Kind.TEXT, 26),
        Shape("strength", Kind.PERCENT, 9),
    )
    rows = (
        (
            number,
            plan_name(audited),
            link.need.quote if link.need else "",
            link.action.quote if link.action else "",
            ", ".join(link.shared),
            round(link.strength, 2) if link.need and link.action else None,
        )
        for number, audited in numbered(audit)
        for link in audited.analysis.links
    )
    return make_table(words, "links", shapes, rows)
