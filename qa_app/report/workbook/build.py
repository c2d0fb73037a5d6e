"""Puts the workbook together."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from qa_app.core.result import Audit
from qa_app.report.tables import CANNOT_JUDGE, NOT_APPLICABLE, Kind, all_tables
from qa_app.report.workbook.front import add_about, add_cover
from qa_app.report.workbook.heatmap import add_heatmap
from qa_app.report.workbook.sheet import FIRST_ROW, AuditorColumn, add_table_sheet
from qa_app.report.workbook.styles import add_named_styles
from qa_app.report.workbook.summary import add_charts, add_summary, link_summary

RATINGS: Final = ("0", "1", "2", "3", NOT_APPLICABLE, CANNOT_JUDGE)


def write_workbook(audit: Audit, path: Path) -> None:
    """Write the workbook to ``path``."""
    path.write_bytes(workbook_bytes(audit))


def workbook_bytes(audit: Audit) -> bytes:
    """Return the workbook as bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_named_styles(book)
    add_cover(book, audit)
    summary = add_summary(book, audit)
    tables = {table.key: table for table in all_tables(audit)}
    criteria = tables["criteria"]
    rating = get_column_letter([column.key for column in criteria.columns].index("rating") + 1)
    auditors = len(criteria.columns) + 1
    own_rating = get_column_letter(auditors)
    final = get_column_letter(auditors + 3)
    add_table_sheet(
        book,
        criteria,
        (
            AuditorColumn(
                "Auditor's rating", 10, choices=RATINGS, kind=Kind.RATING, prompt="Leave empty to keep the program's."
            ),
            AuditorColumn("Auditor's reason", 36),
            AuditorColumn("Comment for the school", 40),
            AuditorColumn(
                "Final rating", 9, formula=f'=IF({own_rating}{{row}}="",{rating}{{row}},{own_rating}{{row}})', kind=Kind.RATING
            ),
        ),
    )
    for key, table in tables.items():
        if key not in {"summary", "criteria"}:
            add_table_sheet(book, table)
    _add_actions(book)
    add_about(book, audit)
    if audit.plans:
        last = FIRST_ROW + len(criteria.rows) - 1
        heatmap = add_heatmap(
            book,
            audit,
            keys=f"Criteria!$A${FIRST_ROW}:$A${last}",
            finals=f"Criteria!${final}${FIRST_ROW}:${final}${last}",
        )
        link_summary(summary, audit, heatmap)
        charts = add_charts(book, audit, heatmap)
        book.move_sheet(heatmap.sheet, 2 - book.index(heatmap.sheet))
        book.move_sheet(charts, 3 - book.index(charts))
    book.active = 0
    book.properties.creator = "PEP QA"
    book.properties.title = "Audit of Personal Education Plans"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _add_actions(book: Workbook) -> None:
    from qa_app.report.tables import Column, Table

    blank = Table(
        "actions",
        "Actions",
        (Column("number", "No.", Kind.NUMBER, 6, "Number of the action."),),
        tuple((number,) for number in range(1, 31)),
        note="For the auditor: what follows from this audit.",
    )
    add_table_sheet(
        book,
        blank,
        (
            AuditorColumn("Plan", 26),
            AuditorColumn("Action", 60),
            AuditorColumn("Owner", 24),
            AuditorColumn("Due", 14),
            AuditorColumn("Status", 14, choices=("open", "in hand", "done", "dropped")),
            AuditorColumn("Note", 40),
        ),
    )
