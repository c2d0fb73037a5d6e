"""An audit as plain tables: the one source of rows for the workbook, the CSV files and the app's pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from qa_app.core.result import Audit
from qa_app.core.words import Words
from qa_app.report.tables.criteria import criteria_table, criterion_key, evidence_table
from qa_app.report.tables.law import dates_table, statutory_table
from qa_app.report.tables.model import (
    CANNOT_JUDGE,
    NOT_APPLICABLE,
    Column,
    Kind,
    Row,
    Table,
    Value,
    one_line,
    plan_key,
    plan_name,
    rating_text,
)
from qa_app.report.tables.plans import facts_table, summary_table, unreadable_table
from qa_app.report.tables.targets import links_table, previous_targets_table, targets_table
from qa_app.report.tables.voice import language_table, views_table, wishes_table

BUILDERS: Final[tuple[Callable[[Audit, Words | None], Table], ...]] = (
    summary_table,
    criteria_table,
    evidence_table,
    targets_table,
    previous_targets_table,
    views_table,
    wishes_table,
    language_table,
    statutory_table,
    dates_table,
    links_table,
    facts_table,
    unreadable_table,
)
"""What builds each table, in the workbook's order."""


def all_tables(audit: Audit, words: Words | None = None) -> tuple[Table, ...]:
    """Return every table of an audit, in the workbook's order, with its titles in the language of ``words``."""
    return tuple(build(audit, words) for build in BUILDERS)


__all__ = [
    "BUILDERS",
    "CANNOT_JUDGE",
    "NOT_APPLICABLE",
    "Column",
    "Kind",
    "Row",
    "Table",
    "Value",
    "all_tables",
    "criteria_table",
    "criterion_key",
    "dates_table",
    "evidence_table",
    "facts_table",
    "language_table",
    "links_table",
    "one_line",
    "plan_key",
    "plan_name",
    "previous_targets_table",
    "rating_text",
    "statutory_table",
    "summary_table",
    "targets_table",
    "unreadable_table",
    "views_table",
    "wishes_table",
]
