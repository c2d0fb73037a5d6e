"""Summary: one row per plan with live score and band."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import NO_BAND, Audit
from qa_app.core.template import AuditTemplate
from qa_app.report.edits import OverallEdit
from qa_app.report.tables import Kind, Table
from qa_app.report.workbook.cells import cell_at
from qa_app.report.workbook.draft import Draft
from qa_app.report.workbook.finals import FinalPlan, overall_key
from qa_app.report.workbook.heatmap import Heatmap
from qa_app.report.workbook.rating_formulas import band_formula, score_formula
from qa_app.report.workbook.sheet import FIRST_ROW, AuditorColumn, add_table_sheet

_SCORE, _BAND = 1, 2
"""Places of the live columns after the table's own."""


def add_summary(draft: Draft, audit: Audit, table: Table) -> Worksheet:
    """Add the summary sheet; its formulas are filled in by :func:`link_summary` when the heatmap stands."""
    words = draft.words
    numbers = range(1, len(audit.plans) + 1)
    edits = [draft.edits.overall.get(overall_key(audit, number), OverallEdit()) for number in numbers]
    live = (
        AuditorColumn("score_now", words("workbook.auditor.score_now"), 9, Kind.SCORE, formula='=""'),
        AuditorColumn("band_now", words("workbook.auditor.band_now"), 14, Kind.NAME, formula='=""'),
        AuditorColumn(
            "overall",
            words("workbook.auditor.overall"),
            16,
            Kind.NAME,
            choices=bands(audit.template),
            values=tuple(edit.band or None for edit in edits),
        ),
        AuditorColumn(
            "comment", words("workbook.auditor.overall_comment"), 34, values=tuple(edit.comment or None for edit in edits)
        ),
    )
    return add_table_sheet(draft, table, live if audit.plans else ())


def link_summary(
    draft: Draft, sheet: Worksheet, table: Table, audit: Audit, heatmap: Heatmap, finals: Sequence[FinalPlan]
) -> None:
    """Make score and band follow the heatmap's final ratings."""
    before = len(table.columns)
    for number, final in enumerate(finals, 1):
        row = FIRST_ROW + number - 1
        cells = heatmap.plan_cells(audit, number)
        score = cell_at(sheet, row, before + _SCORE)
        draft.formula(score, score_formula(cells), final.score)
        band = band_formula(audit.template.bands, cells, score.coordinate)
        draft.formula(cell_at(sheet, row, before + _BAND), band, final.band)


def score_cell(draft: Draft, table: Table, number: int) -> str:
    """Return a reference to the live score of plan ``number``, from 1."""
    return draft.reference("summary", f"${get_column_letter(len(table.columns) + _SCORE)}${FIRST_ROW + number - 1}")


def band_range(draft: Draft, table: Table, plans: int) -> str:
    """Return a reference to the live bands of all plans."""
    letter = get_column_letter(len(table.columns) + _BAND)
    return draft.reference("summary", f"${letter}${FIRST_ROW}:${letter}${FIRST_ROW + plans - 1}")


def band_cell(draft: Draft, table: Table, number: int) -> str:
    """Return a reference to the live band of plan ``number``, from 1."""
    return draft.reference("summary", f"${get_column_letter(len(table.columns) + _BAND)}${FIRST_ROW + number - 1}")


def bands(template: AuditTemplate) -> tuple[str, ...]:
    """Return every band that a plan may have, in the template's order."""
    return tuple(dict.fromkeys([*(band.name for band in template.bands), NO_BAND]))
