"""Tables about criteria: ratings with reasons, and every piece of evidence behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from qa_app.core.finding import Detection
from qa_app.core.result import Audit, CriterionResult, CriterionStatus, PlanAudit
from qa_app.core.words import Words
from qa_app.report.language import words_in
from qa_app.report.tables.model import (
    PLAN,
    Kind,
    Row,
    Shape,
    Table,
    make_table,
    numbered,
    one_line,
    plan_key,
    plan_name,
    rating_text,
)

MOST_QUOTES: Final = 3
"""Quotes shown beside a rating; all of them stand in the evidence table."""
LONGEST_QUOTE: Final = 220
LONGEST_LIST: Final = 300
"""Of what was looked for; all of it stands in the evidence table."""


def criterion_key(number: int, audited: PlanAudit, criterion: str) -> str:
    """Return the key that finds a row of the criteria table again, however the sheet was sorted."""
    return f"{plan_key(number, audited)}|{criterion}"


def criteria_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per plan and criterion."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("title", Kind.NAME, 20),
        Shape("rating", Kind.RATING, 9),
        Shape("reason", Kind.TEXT, 46),
        Shape("evidence", Kind.QUOTE, 50),
        Shape("place", Kind.TEXT, 20),
        Shape("looked_for", Kind.TEXT, 32),
        Shape("advice", Kind.TEXT, 34),
        Shape("confidence", Kind.PERCENT, 9),
        Shape("criterion", Kind.KEY, 18),
        Shape("key", Kind.KEY, 12),
    )
    rows = (_criterion_row(n, audited, result) for n, audited in numbered(audit) for result in audited.results)
    return make_table(words, "criteria", shapes, rows)


def _criterion_row(number: int, audited: PlanAudit, result: CriterionResult) -> Row:
    quotes = result.evidence[:MOST_QUOTES]
    return (
        number,
        plan_name(audited),
        result.criterion.title,
        rating_text(result.status, result.rating),
        result.reason,
        "\n".join(f"“{one_line(e.quote, LONGEST_QUOTE)}”" for e in quotes),
        "\n".join(e.place for e in quotes),
        one_line(result.looked_for, LONGEST_LIST),
        result.advice,
        round(result.confidence, 2) if result.status is CriterionStatus.RATED else None,
        result.criterion.id,
        criterion_key(number, audited, result.criterion.id),
    )


def evidence_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per quote, and one per search that found nothing."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("criterion", Kind.NAME, 22),
        Shape("found", Kind.CODE, 8),
        Shape("quote", Kind.QUOTE, 62),
        Shape("section", Kind.CODE, 16),
        Shape("place", Kind.TEXT, 20),
        Shape("reason", Kind.TEXT, 40),
        Shape("origin", Kind.NAME, 20),
    )
    return make_table(words, "evidence", shapes, _evidence_rows(audit))


def _evidence_rows(audit: Audit) -> Iterator[Row]:
    for number, audited in numbered(audit):
        name = plan_name(audited)
        for result in audited.results:
            for detection in result.detections:
                yield from ((number, name, result.criterion.title, *row) for row in _found(detection))


def _found(detection: Detection) -> Iterator[Row]:
    if not detection.findings:
        looked = detection.problem or detection.looked_for
        yield "no", looked, "", "", detection.summary, detection.detector
    for finding in detection.findings:
        for e in finding.evidence:
            yield "yes", e.quote, e.section, e.place, finding.reason, finding.origin
