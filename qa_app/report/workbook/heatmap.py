"""Criterion by plan, by the final rating: the auditor's where there is one, else the program's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import Audit
from qa_app.core.template import Criterion, Status
from qa_app.report.tables import criterion_key, plan_name
from qa_app.report.workbook.cells import cell_at, put, put_formula
from qa_app.report.workbook.rating_formulas import PlanCells
from qa_app.report.workbook.sheet import add_sheet
from qa_app.report.workbook.styles import RATING_COLOURS, colour_rules

HEAD_ROW: Final = 4
WEIGHT_ROW: Final = 5
FIRST_ROW: Final = 6
FIRST_COLUMN: Final = 3
TITLE: Final = "Heatmap"
KEY_LINE: Final = (
    "0 not met · 1 partly met · 2 met · 3 exemplary · n/a does not apply · ? cannot judge. It follows the auditor's ratings."
)


@dataclass(frozen=True, slots=True)
class Heatmap:
    """The sheet, and where each plan's ratings stand in it."""

    sheet: Worksheet
    criteria: tuple[Criterion, ...]
    plans: int

    def plan_cells(self, audit: Audit, number: int) -> PlanCells:
        """Return where plan ``number`` (from 1) has its final ratings, as references from other sheets."""
        row = FIRST_ROW + number - 1
        columns = [get_column_letter(FIRST_COLUMN + index) for index in range(len(self.criteria))]
        reference = f"{TITLE}!$"
        measures = {
            f"{result.criterion.id}.{name}": value
            for result in audit.plans[number - 1].results
            for detection in result.detections
            for name, value in detection.measures.items()
        }
        return PlanCells(
            ratings={c.id: f"{reference}{letter}${row}" for c, letter in zip(self.criteria, columns, strict=True)},
            row=f"{reference}{columns[0]}${row}:${columns[-1]}${row}",
            weights=f"{reference}{columns[0]}${WEIGHT_ROW}:${columns[-1]}${WEIGHT_ROW}",
            measures=measures,
        )

    def column_range(self, index: int) -> str:
        """Return the final ratings of criterion ``index`` (from 0) over all plans."""
        letter = get_column_letter(FIRST_COLUMN + index)
        return f"{TITLE}!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + self.plans - 1}"


def add_heatmap(book: Workbook, audit: Audit, *, keys: str, finals: str) -> Heatmap:
    """Add the heatmap.

    Args:
        book: The workbook.
        audit: What to show; it has at least one plan.
        keys: Range of the criteria sheet's keys, so that sorting that sheet does no harm here.
        finals: Range of its final ratings.
    """
    sheet = add_sheet(book, TITLE, KEY_LINE)
    criteria = audit.template.criteria
    for column, (title, width) in enumerate((("Plan no.", 8), ("Plan", 30)), 1):
        _head(sheet, column, title)
        sheet.column_dimensions[get_column_letter(column)].width = width
    put(cell_at(sheet, WEIGHT_ROW, 2), "Weight in the score")
    cell_at(sheet, WEIGHT_ROW, 2).style = "pq text"
    for index, criterion in enumerate(criteria, FIRST_COLUMN):
        _head(sheet, index, criterion.title)
        sheet.column_dimensions[get_column_letter(index)].width = 15
        weight = cell_at(sheet, WEIGHT_ROW, index)
        put(weight, criterion.weight if criterion.status is Status.STABLE else 0)
        weight.style = "pq number"
    sheet.row_dimensions[HEAD_ROW].height = 64
    for number, plan in enumerate(audit.plans, 1):
        row = FIRST_ROW + number - 1
        put(cell_at(sheet, row, 1), number)
        cell_at(sheet, row, 1).style = "pq number"
        put(cell_at(sheet, row, 2), plan_name(plan))
        cell_at(sheet, row, 2).style = "pq text"
        for index, criterion in enumerate(criteria, FIRST_COLUMN):
            cell = cell_at(sheet, row, index)
            key = criterion_key(number, criterion.id)
            put_formula(cell, f'=IFERROR(INDEX({finals},MATCH("{key}",{keys},0)),"")')
            cell.style = "pq rating"
    last_column = get_column_letter(FIRST_COLUMN + len(criteria) - 1)
    last_row = FIRST_ROW + len(audit.plans) - 1
    first = f"{get_column_letter(FIRST_COLUMN)}{FIRST_ROW}"
    for rule in colour_rules(RATING_COLOURS, first):
        sheet.conditional_formatting.add(f"{first}:{last_column}{last_row}", rule)
    sheet.freeze_panes = first
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_title_cols = "A:B"
    sheet.print_area = f"A1:{last_column}{last_row}"
    return Heatmap(sheet, criteria, len(audit.plans))


def _head(sheet: Worksheet, column: int, title: str) -> None:
    cell = cell_at(sheet, HEAD_ROW, column)
    put(cell, title)
    cell.style = "pq head"
