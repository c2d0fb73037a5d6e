"""Tables about words: the child's views, what was done about them, and wording that may hurt."""

from __future__ import annotations

from collections.abc import Iterator

from qa_app.core.result import Audit
from qa_app.core.words import Words
from qa_app.report.language import words_in
from qa_app.report.tables.model import PLAN, Kind, Row, Shape, Table, make_table, numbered, plan_name


def views_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per passage that may carry somebody's view."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("level", Kind.NUMBER, 7),
        Shape("label", Kind.CODE, 14),
        Shape("passage", Kind.QUOTE, 66),
        Shape("heading", Kind.NAME, 20),
        Shape("place", Kind.TEXT, 20),
        Shape("reason", Kind.TEXT, 40),
        Shape("confidence", Kind.PERCENT, 10),
    )
    rows = (
        (
            number,
            plan_name(audited),
            audited.analysis.views.level,
            passage.judgement.label.value,
            audited.analysis.plan.document.quote(passage.span),
            passage.heading,
            audited.analysis.plan.document.place(passage.span),
            passage.judgement.reason,
            round(passage.judgement.confidence, 2),
        )
        for number, audited in numbered(audit)
        for passage in audited.analysis.passages
    )
    return make_table(words, "views", shapes, rows)


def wishes_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per wish of the child: you said, we did."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("wish", Kind.QUOTE, 50),
        Shape("answer", Kind.QUOTE, 50),
        Shape("place", Kind.TEXT, 20),
        Shape("shared", Kind.TEXT, 22),
        Shape("strength", Kind.PERCENT, 9),
    )
    rows = (
        (
            number,
            plan_name(audited),
            answer.wish.quote,
            answer.answer.quote if answer.answer else "",
            answer.wish.place,
            ", ".join(answer.shared),
            round(answer.strength, 2) if answer.answer else None,
        )
        for number, audited in numbered(audit)
        for answer in audited.analysis.views.answers
    )
    return make_table(words, "wishes", shapes, rows)


def language_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per flagged wording."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("text", Kind.QUOTE, 24),
        Shape("severity", Kind.SEVERITY, 10),
        Shape("category", Kind.CODE, 13),
        Shape("why", Kind.TEXT, 42),
        Shape("instead", Kind.TEXT, 40),
        Shape("context", Kind.QUOTE, 56),
        Shape("section", Kind.CODE, 16),
        Shape("place", Kind.TEXT, 20),
        Shape("confidence", Kind.PERCENT, 10),
    )
    return make_table(words, "language", shapes, _flag_rows(audit))


def _flag_rows(audit: Audit) -> Iterator[Row]:
    for number, audited in numbered(audit):
        document = audited.analysis.plan.document
        for found in audited.analysis.flags:
            flag = found.flag
            block = document.block_at(found.span.start)
            yield (
                number,
                plan_name(audited),
                flag.text,
                flag.severity.value,
                flag.category.value,
                flag.why,
                " / ".join(flag.instead),
                document.quote(block.span) if block else "",
                found.section,
                document.place(found.span),
                round(flag.confidence, 2),
            )
