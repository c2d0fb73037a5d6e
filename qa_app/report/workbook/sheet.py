"""A sheet that holds one table: head, rows, widths, filter, print set-up, and columns for the auditor."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.report.tables import Kind, Table, Value
from qa_app.report.workbook.cells import cell_at, open_for_input, put, put_formula, sheet_name
from qa_app.report.workbook.styles import LEVEL_COLOURS, RATING_COLOURS, SEVERITY_COLOURS, colour_rules

HEAD_ROW: Final = 4
FIRST_ROW: Final = 5
MOST_LINES: Final = 14  # a row may grow to this many lines; the rest is read in the cell
LINE_POINTS: Final = 13.5
_STYLE: Final[dict[Kind, str]] = {
    Kind.NAME: "pq text",
    Kind.TEXT: "pq text",
    Kind.QUOTE: "pq quote",
    Kind.NUMBER: "pq number",
    Kind.PERCENT: "pq number",
    Kind.DATE: "pq number",
    Kind.RATING: "pq rating",
    Kind.LEVEL: "pq rating",
    Kind.SEVERITY: "pq rating",
}
_FORMAT: Final[dict[Kind, str]] = {Kind.PERCENT: "0%", Kind.DATE: "dd/mm/yyyy"}
_COLOURS: Final = {Kind.RATING: RATING_COLOURS, Kind.LEVEL: LEVEL_COLOURS, Kind.SEVERITY: SEVERITY_COLOURS}


@dataclass(frozen=True, slots=True)
class AuditorColumn:
    """A column that the auditor fills in, or that a formula works out.

    Attributes:
        choices: Offered as a drop-down; empty: free text.
        formula: With ``{row}`` for the row's number; empty: the auditor types here.
    """

    title: str
    width: int
    choices: tuple[str, ...] = ()
    formula: str = ""
    kind: Kind = Kind.TEXT
    prompt: str = ""


def add_sheet(book: Workbook, title: str, note: str = "", *, landscape: bool = True) -> Worksheet:
    """Add an empty sheet with its title, ready to print."""
    sheet: Worksheet = book.create_sheet(sheet_name(title))
    put(cell_at(sheet, 1, 1), title)
    cell_at(sheet, 1, 1).style = "pq title"
    if note:
        put(cell_at(sheet, 2, 1), note)
        cell_at(sheet, 2, 1).style = "pq note"
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = False
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart("PEP QA: the program prompts, a person decides"), right=_HeaderFooterPart("&A, page &P of &N")
    )
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    return sheet


def add_table_sheet(book: Workbook, table: Table, auditor: tuple[AuditorColumn, ...] = ()) -> Worksheet:
    """Add a sheet with ``table`` and, to its right, the auditor's columns.

    Columns of the program are protected (without a password) when there are auditor's columns.
    """
    sheet = add_sheet(book, table.title, table.note)
    titles = [*(column.title for column in table.columns), *(column.title for column in auditor)]
    widths = [*(column.width for column in table.columns), *(column.width for column in auditor)]
    for index, (title, width) in enumerate(zip(titles, widths, strict=True), 1):
        head = cell_at(sheet, HEAD_ROW, index)
        put(head, title)
        head.style = "pq head"
        sheet.column_dimensions[get_column_letter(index)].width = width + 2
    sheet.row_dimensions[HEAD_ROW].height = 32
    if not table.rows:
        put(cell_at(sheet, FIRST_ROW, 1), table.when_empty)
        cell_at(sheet, FIRST_ROW, 1).style = "pq note"
        sheet.print_area = f"A1:{get_column_letter(max(len(titles), 1))}{FIRST_ROW}"
        return sheet
    for number, row in enumerate(table.rows, FIRST_ROW):
        _add_row(sheet, number, table, row, auditor)
    last = FIRST_ROW + len(table.rows) - 1
    _colour(sheet, table, auditor, last)
    _offer_choices(sheet, len(table.columns), auditor, last)
    sheet.freeze_panes = cell_at(sheet, FIRST_ROW, _frozen_columns(table) + 1)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(titles))}{last}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(titles))}{last}"
    if auditor:
        _protect(sheet)
    return sheet


def _frozen_columns(table: Table) -> int:
    """Keep the columns that name the row in sight: all up to the plan's name."""
    keys = [column.key for column in table.columns]
    return keys.index("file") + 1 if "file" in keys else 1


def _add_row(sheet: Worksheet, number: int, table: Table, row: tuple[Value, ...], auditor: tuple[AuditorColumn, ...]) -> None:
    lines = 1
    for index, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
        cell = cell_at(sheet, number, index)
        put(cell, value)
        cell.style = _STYLE[column.kind]
        _restore_text(cell, value)
        if column.kind in _FORMAT:
            cell.number_format = _FORMAT[column.kind]
        if isinstance(value, str):
            lines = max(lines, _lines(value, column.width))
    for index, own in enumerate(auditor, len(row) + 1):
        cell = cell_at(sheet, number, index)
        if own.formula:
            put_formula(cell, own.formula.format(row=number))
            cell.style = _STYLE[own.kind]
        else:
            cell.style = "pq input rating" if own.kind is Kind.RATING else "pq input"
            open_for_input(cell)
    sheet.row_dimensions[number].height = LINE_POINTS * min(lines, MOST_LINES) + 4


def _restore_text(cell: Cell, value: Value) -> None:
    """A named style resets the mark that keeps ``=`` text when the cell is edited."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t"}:
        cell.quotePrefix = True


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(line) / max(width, 1))) for line in text.split("\n"))


def _colour(sheet: Worksheet, table: Table, auditor: tuple[AuditorColumn, ...], last: int) -> None:
    kinds = [*(column.kind for column in table.columns), *(column.kind for column in auditor)]
    for index, kind in enumerate(kinds, 1):
        if kind in _COLOURS:
            letter = get_column_letter(index)
            for rule in colour_rules(_COLOURS[kind], f"{letter}{FIRST_ROW}"):
                sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)


def _offer_choices(sheet: Worksheet, before: int, auditor: tuple[AuditorColumn, ...], last: int) -> None:
    for index, column in enumerate(auditor, before + 1):
        if not column.choices:
            continue
        offer = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, showErrorMessage=True)
        offer.errorTitle, offer.error = column.title, f"Choose one of: {', '.join(column.choices)}; or leave it empty."
        if column.prompt:
            offer.showInputMessage, offer.promptTitle, offer.prompt = True, column.title[:32], column.prompt
        letter = get_column_letter(index)
        offer.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(offer)


def _protect(sheet: Worksheet) -> None:
    """Keep the program's columns as they are; sorting, filtering and formatting stay allowed, and there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatCells = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.sort = False
    sheet.protection.autoFilter = False
