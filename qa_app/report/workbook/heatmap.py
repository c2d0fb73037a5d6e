"""Criterion by plan, by the final rating: the auditor's where there is one, else the program's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import Audit
from qa_app.core.template import Criterion, Status
from qa_app.report.tables import criterion_key, plan_name
from qa_app.report.workbook.cells import cell_at, put
from qa_app.report.workbook.draft import Draft
from qa_app.report.workbook.finals import FinalPlan
from qa_app.report.workbook.rating_formulas import PlanCells
from qa_app.report.workbook.sheet import add_sheet, colour_ratings, lines_needed, set_height

HEAD_ROW: Final = 4
WEIGHT_ROW: Final = 5
FIRST_ROW: Final = 6
FIRST_COLUMN: Final = 3
PLAN_WIDTH: Final = 30
RATING_WIDTH: Final = 14


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Where each plan's final ratings stand."""

    draft: Draft
    criteria: tuple[Criterion, ...]
    plans: int

    def plan_cells(self, audit: Audit, number: int) -> PlanCells:
        """Return where plan ``number`` (from 1) has its final ratings, as references from other sheets."""
        row = FIRST_ROW + number - 1
        first, last = get_column_letter(FIRST_COLUMN), get_column_letter(FIRST_COLUMN + len(self.criteria) - 1)
        measures = {
            f"{result.criterion.id}.{name}": value
            for result in audit.plans[number - 1].results
            for detection in result.detections
            for name, value in detection.measures.items()
        }
        return PlanCells(
            ratings={criterion.id: self.cell(number, index) for index, criterion in enumerate(self.criteria)},
            row=self._reference(f"${first}${row}:${last}${row}"),
            weights=self._reference(f"${first}${WEIGHT_ROW}:${last}${WEIGHT_ROW}"),
            measures=measures,
        )

    def cell(self, number: int, index: int) -> str:
        """Return the final rating of plan ``number`` (from 1) on criterion ``index`` (from 0)."""
        return self._reference(f"${get_column_letter(FIRST_COLUMN + index)}${FIRST_ROW + number - 1}")

    def column_range(self, index: int) -> str:
        """Return the final ratings of criterion ``index`` (from 0) over all plans."""
        letter = get_column_letter(FIRST_COLUMN + index)
        return self._reference(f"${letter}${FIRST_ROW}:${letter}${FIRST_ROW + self.plans - 1}")

    def _reference(self, cells: str) -> str:
        return self.draft.reference("heatmap", cells)


def add_heatmap(draft: Draft, audit: Audit, finals: Sequence[FinalPlan], *, keys: str, ratings: str) -> Heatmap:
    """Add the heatmap.

    Args:
        draft: The workbook.
        audit: What to show; it has at least one plan.
        finals: The final ratings as they stand now.
        keys: Range of the criteria sheet's keys, so that sorting that sheet does no harm here.
        ratings: Range of its final ratings.
    """
    sheet = add_sheet(draft, "heatmap")
    criteria = audit.template.criteria
    _add_heads(draft, sheet, criteria)
    for number, (plan, final) in enumerate(zip(audit.plans, finals, strict=True), 1):
        row = FIRST_ROW + number - 1
        put(cell_at(sheet, row, 1), number, "pq number")
        put(cell_at(sheet, row, 2), plan_name(plan), "pq text")
        set_height(sheet, row, lines_needed(plan_name(plan), PLAN_WIDTH))
        for index, (criterion, rating) in enumerate(zip(criteria, final.ratings, strict=True), FIRST_COLUMN):
            cell = cell_at(sheet, row, index)
            cell.style = "pq rating"
            key = criterion_key(number, plan, criterion.id)
            draft.formula(cell, f'=IFERROR(INDEX({ratings},MATCH("{key}",{keys},0)),"")', rating)
    last_column = get_column_letter(FIRST_COLUMN + len(criteria) - 1)
    last_row = FIRST_ROW + len(audit.plans) - 1
    first = cell_at(sheet, FIRST_ROW, FIRST_COLUMN)
    colour_ratings(sheet, f"{first.coordinate}:{last_column}{last_row}", first)
    sheet.freeze_panes = first
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_title_cols = "A:B"
    sheet.print_area = f"A1:{last_column}{last_row}"
    return Heatmap(draft, criteria, len(audit.plans))


def _add_heads(draft: Draft, sheet: Worksheet, criteria: Sequence[Criterion]) -> None:
    heads = (draft.words("tables.common.heads.plan"), draft.words("tables.common.heads.file"), *(c.title for c in criteria))
    for column, title in enumerate(heads, 1):
        put(cell_at(sheet, HEAD_ROW, column), title, "pq head")
        sheet.column_dimensions[get_column_letter(column)].width = RATING_WIDTH
    sheet.column_dimensions["A"].width = 6
    sheet.column_dimensions["B"].width = PLAN_WIDTH
    put(cell_at(sheet, WEIGHT_ROW, 2), draft.words("workbook.weight"), "pq text")
    for index, criterion in enumerate(criteria, FIRST_COLUMN):
        put(cell_at(sheet, WEIGHT_ROW, index), criterion.weight if criterion.status is Status.STABLE else 0, "pq number")
    sheet.row_dimensions[HEAD_ROW].height = 64
