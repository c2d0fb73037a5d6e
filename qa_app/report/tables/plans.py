"""Tables about plans as a whole: summary, facts, what could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from qa_app.core.result import Audit, PlanAudit
from qa_app.core.words import Words
from qa_app.report.language import words_in
from qa_app.report.tables.model import PLAN, Kind, Row, Shape, Table, as_value, make_table, numbered, plan_key, plan_name


def summary_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per plan."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("child", Kind.NAME, 16),
        Shape("year_group", Kind.NUMBER, 6),
        Shape("school", Kind.NAME, 20),
        Shape("meeting_date", Kind.DATE, 11),
        Shape("language", Kind.CODE, 9),
        Shape("score", Kind.SCORE, 9),
        Shape("band", Kind.NAME, 14),
        Shape("why", Kind.TEXT, 28),
        Shape("targets", Kind.NUMBER, 7),
        Shape("views_level", Kind.NUMBER, 7),
        Shape("flags", Kind.NUMBER, 8),
        Shape("coverage", Kind.PERCENT, 9),
        Shape("attention", Kind.TEXT, 40),
        Shape("key", Kind.KEY, 12),
    )
    return make_table(words, "summary", shapes, (_summary_row(words, n, p) for n, p in numbered(audit)))


def _summary_row(words: Words, number: int, audited: PlanAudit) -> Row:
    analysis = audited.analysis
    plan = analysis.plan
    attention = [*plan.warnings, *(words("tables.summary.not_read", place=o.place) for o in plan.document.unread)]
    return (
        number,
        plan_name(audited),
        as_value(plan.fact("child")),
        as_value(plan.fact("year_group")),
        as_value(plan.fact("school")),
        plan.date_fact("meeting_date"),
        plan.language.value,
        audited.overall.score,
        audited.overall.band,
        audited.overall.why,
        len(analysis.targets),
        analysis.views.level,
        len(analysis.flags),
        round(plan.coverage.share, 3),
        "\n".join(attention),
        plan_key(number, audited),
    )


def facts_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per plan and fact."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("fact", Kind.CODE, 24),
        Shape("value", Kind.TEXT, 28),
        Shape("quote", Kind.QUOTE, 34),
        Shape("place", Kind.TEXT, 20),
        Shape("doubt", Kind.TEXT, 44),
    )
    return make_table(words, "facts", shapes, _fact_rows(audit, words))


def _fact_rows(audit: Audit, words: Words) -> Iterator[Row]:
    for number, audited in numbered(audit):
        plan = audited.analysis.plan
        quote, place = plan.document.quote, plan.document.place
        for name, fact in sorted(plan.facts.items()):
            first = fact.spans[0] if fact.spans else None
            others = [words("tables.facts.also", quote=quote(span), place=place(span)) for _, span in fact.conflicts]
            yield (
                number,
                plan_name(audited),
                name,
                str(as_value(fact.value)),
                quote(first) if first else "",
                place(first) if first else "",
                "; ".join([*others, *([fact.derived_from] if fact.derived_from else [])]),
            )


def unreadable_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per file that could not be read, and per part of a plan that could not."""
    words = words or words_in("en")
    shapes = (
        Shape("file", Kind.NAME, 32),
        Shape("part", Kind.NAME, 20),
        Shape("error", Kind.TEXT, 50),
        Shape("cure", Kind.TEXT, 50),
    )
    files: list[Row] = [(u.file, "", u.error, u.cure) for u in audit.unreadable]
    parts: list[Row] = [
        (plan_name(audited), o.place, o.explanation, words("tables.unreadable.read_by_eye"))
        for _, audited in numbered(audit)
        for o in audited.analysis.plan.document.unread
    ]
    return make_table(words, "unreadable", shapes, (*files, *parts))
