"""Targets as a table to paste into a social-care record: action, timescale, person responsible, progress, funding."""

from __future__ import annotations

from openpyxl import Workbook

from qa_app.core.result import Audit
from qa_app.core.words import Words
from qa_app.report.edits import NO_EDITS
from qa_app.report.language import ReportLanguage, words_in
from qa_app.report.tables import Column, Kind, Row, Table, plan_name
from qa_app.report.workbook.draft import Draft
from qa_app.report.workbook.finish import finished
from qa_app.report.workbook.sheet import add_table_sheet
from qa_app.report.workbook.styles import add_named_styles

_COLUMNS = (
    ("plan", Kind.NUMBER, 6),
    ("file", Kind.NAME, 24),
    ("child", Kind.NAME, 18),
    ("need", Kind.QUOTE, 30),
    ("target", Kind.QUOTE, 40),
    ("action", Kind.QUOTE, 36),
    ("timescale", Kind.QUOTE, 16),
    ("responsible", Kind.QUOTE, 18),
    ("progress", Kind.QUOTE, 26),
    ("funding", Kind.QUOTE, 18),
)


def care_plan_table(audit: Audit, words: Words) -> Table:
    """Return one row per current target, everything as written."""
    columns = tuple(Column(key, words(f"care_plan.{key}"), kind, width, "") for key, kind, width in _COLUMNS)
    rows: tuple[Row, ...] = tuple(
        (
            number,
            plan_name(audited),
            str(audited.analysis.plan.fact("child") or ""),
            target.row.need.text,
            target.row.target.text,
            target.row.actions.text,
            target.row.by_when.text,
            target.row.who.text,
            target.row.progress.text,
            target.row.funding.text,
        )
        for number, audited in enumerate(audit.plans, 1)
        for target in audited.analysis.targets
    )
    return Table("care_plan", words("care_plan.title"), columns, rows, when_empty=words("care_plan.empty"))


def care_plan_workbook(audit: Audit, words: Words, language: ReportLanguage) -> bytes:
    """Return the table as a workbook."""
    draft = Draft(Workbook(), words_in(language), NO_EDITS)
    draft.book.remove(draft.book.worksheets[0])
    add_named_styles(draft.book)
    add_table_sheet(draft, care_plan_table(audit, words))
    return finished(draft.book, {}, {})
