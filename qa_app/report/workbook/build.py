"""Puts the workbook together."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.properties import CalcProperties

from qa_app.core.result import Audit
from qa_app.report.edits import NO_EDITS, AuditorEdits, CriterionEdit
from qa_app.report.language import ReportLanguage, words_in
from qa_app.report.tables import CANNOT_JUDGE, NOT_APPLICABLE, Kind, Table, all_tables
from qa_app.report.workbook.actions import add_actions
from qa_app.report.workbook.charts import add_charts
from qa_app.report.workbook.draft import Draft
from qa_app.report.workbook.finals import final_plans
from qa_app.report.workbook.finish import finished
from qa_app.report.workbook.front import add_about, add_cover
from qa_app.report.workbook.heatmap import add_heatmap
from qa_app.report.workbook.pages import add_pages
from qa_app.report.workbook.rating_formulas import final_rating_formula
from qa_app.report.workbook.sheet import FIRST_ROW, AuditorColumn, add_table_sheet
from qa_app.report.workbook.styles import add_named_styles
from qa_app.report.workbook.summary import add_summary, link_summary

RATINGS: Final = ("0", "1", "2", "3", NOT_APPLICABLE, CANNOT_JUDGE)
_FRONT: Final = ("cover", "summary", "heatmap", "charts", "pages", "criteria")
"""Sheets that come first, in this order; the others keep the order of the tables."""


def write_workbook(audit: Audit, path: Path, *, edits: AuditorEdits = NO_EDITS, language: ReportLanguage = "en") -> None:
    """Write the workbook to ``path``.

    Args:
        audit: What to write.
        path: The file, which is replaced when it exists.
        edits: An auditor's judgements from an earlier workbook, to stand in the auditor's columns.
        language: Of titles and labels; quotes and reasons stay as they are.
    """
    path.write_bytes(workbook_bytes(audit, edits=edits, language=language))


def workbook_bytes(
    audit: Audit, *, edits: AuditorEdits = NO_EDITS, language: ReportLanguage = "en", known_values: bool = True
) -> bytes:
    """Return the workbook as bytes; the arguments are those of :func:`write_workbook`.

    ``known_values`` False leaves every formula without a stored value, so that whoever opens the file must work it out.
    """
    words = words_in(language)
    draft = Draft(Workbook(), words, edits)
    draft.book.remove(draft.book.worksheets[0])
    add_named_styles(draft.book)
    tables = {table.key: table for table in all_tables(audit, words)}
    finals = final_plans(audit, edits)
    add_cover(draft, audit)
    summary = add_summary(draft, audit, tables["summary"])
    keys, ratings = _add_criteria(draft, tables["criteria"], [rating for final in finals for rating in final.ratings])
    for key, table in tables.items():
        if key not in {"summary", "criteria"}:
            add_table_sheet(draft, table)
    add_actions(draft)
    add_about(draft, audit)
    alternatives: dict[str, tuple[str, ...]] = {}
    if audit.plans:
        heatmap = add_heatmap(draft, audit, finals, keys=keys, ratings=ratings)
        link_summary(draft, summary, tables["summary"], audit, heatmap, finals)
        alternatives = add_charts(draft, audit, tables["summary"], heatmap, finals)
        add_pages(draft, audit, tables["summary"], heatmap, finals)
    _order(draft)
    return finished(draft.book, draft.known if known_values else {}, alternatives)


def _add_criteria(draft: Draft, table: Table, finals: list[int | str]) -> tuple[str, str]:
    """Add the criteria sheet; return the ranges of its keys and of its final ratings."""
    words = draft.words
    program = get_column_letter(table.index("rating") + 1)
    first = len(table.columns) + 1
    own, final = get_column_letter(first), get_column_letter(first + 3)
    key = table.index("key")
    edits = [draft.edits.criteria.get(str(row[key]), CriterionEdit()) for row in table.rows]
    add_table_sheet(
        draft,
        table,
        (
            AuditorColumn(
                "own_rating",
                words("workbook.auditor.rating"),
                10,
                Kind.RATING,
                choices=RATINGS,
                prompt=words("workbook.auditor.rating_prompt"),
                values=tuple(edit.rating for edit in edits),
            ),
            AuditorColumn(
                "own_reason", words("workbook.auditor.reason"), 32, values=tuple(edit.reason or None for edit in edits)
            ),
            AuditorColumn(
                "comment", words("workbook.auditor.comment"), 32, values=tuple(edit.comment or None for edit in edits)
            ),
            AuditorColumn(
                "final",
                words("workbook.auditor.final"),
                8,
                Kind.RATING,
                formula=final_rating_formula(f"{own}{{row}}", f"{program}{{row}}"),
                values=tuple(finals) if len(finals) == len(table.rows) else (),
            ),
        ),
    )
    last = FIRST_ROW + max(len(table.rows), 1) - 1
    return (
        draft.reference("criteria", f"${get_column_letter(key + 1)}${FIRST_ROW}:${get_column_letter(key + 1)}${last}"),
        draft.reference("criteria", f"${final}${FIRST_ROW}:${final}${last}"),
    )


def _order(draft: Draft) -> None:
    titles = [draft.title(sheet) for sheet in _FRONT]
    front = [draft.book[title] for title in titles if title in draft.book.sheetnames]
    for place, sheet in enumerate(front):
        draft.book.move_sheet(sheet, place - draft.book.index(sheet))
    draft.book.active = 0
    draft.book.properties.creator = "PEP QA"
    draft.book.properties.title = draft.words("workbook.title")
    draft.book.calculation = CalcProperties(fullCalcOnLoad=True)
