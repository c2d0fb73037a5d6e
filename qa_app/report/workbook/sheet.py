"""Sheets: an empty one ready to print, and one that holds a table with columns for the auditor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.words import Words
from qa_app.report.tables import Column, Kind, Row, Table, Value
from qa_app.report.workbook.cells import cell_at, open_for_input, put
from qa_app.report.workbook.draft import Draft, Known
from qa_app.report.workbook.marks import KEYS_ROW, mark_column
from qa_app.report.workbook.styles import LEVEL_COLOURS, RATING_COLOURS, SEVERITY_COLOURS, colour_rules

HEAD_ROW: Final = 4
FIRST_ROW: Final = 5
MOST_LINES: Final = 28  # the tallest row that Excel allows holds 30; the rest is read in the cell
LINE_POINTS: Final = 13.5
LETTERS_PER_WIDTH: Final = 1.15  # letters of running text at 10 points that fit one unit of column width
PRINTED_WIDTH: Final = 165  # units of column width on A4 landscape at the smallest print that reads well
WIDEST_SHEET: Final = 4  # pages side by side

_STYLE: Final[dict[Kind, str]] = {
    Kind.KEY: "pq text",
    Kind.NAME: "pq text",
    Kind.TEXT: "pq text",
    Kind.QUOTE: "pq quote",
    Kind.CODE: "pq text",
    Kind.NUMBER: "pq number",
    Kind.PERCENT: "pq percent",
    Kind.SCORE: "pq score",
    Kind.DATE: "pq date",
    Kind.RATING: "pq rating",
    Kind.LEVEL: "pq rating",
    Kind.SEVERITY: "pq rating",
}
_VOCABULARY: Final = {Kind.CODE: "code", Kind.LEVEL: "level", Kind.SEVERITY: "severity"}
_COLOURS: Final = {Kind.RATING: RATING_COLOURS, Kind.LEVEL: LEVEL_COLOURS, Kind.SEVERITY: SEVERITY_COLOURS}


@dataclass(frozen=True, slots=True)
class AuditorColumn:
    """A column that the auditor fills in, or that a formula works out.

    Attributes:
        key: Finds the column again, whatever its title.
        choices: Offered as a drop-down; empty: free text.
        formula: With ``{row}`` for the row's number; empty: the auditor types here.
        values: What the auditor wrote before, or what the formula comes to, row by row.
    """

    key: str
    title: str
    width: int
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    formula: str = ""
    prompt: str = ""
    values: tuple[Known, ...] = ()


def add_sheet(draft: Draft, sheet: str, *, landscape: bool = True) -> Worksheet:
    """Add an empty sheet with its title and note, ready to print on one page's width."""
    words = draft.words
    added: Worksheet = draft.book.create_sheet(draft.title(sheet))
    put(cell_at(added, 1, 1), draft.title(sheet), "pq title")
    note = words.texts.get(f"workbook.notes.{sheet}", words.texts.get(f"tables.{sheet}.note", ""))
    put(cell_at(added, 2, 1), note, "pq note")
    added.row_dimensions[1].height, added.row_dimensions[2].height = 28, 20
    added.page_setup.orientation = "landscape" if landscape else "portrait"
    added.page_setup.paperSize = added.PAPERSIZE_A4
    added.page_setup.fitToWidth = 1
    added.page_setup.fitToHeight = 0
    added.page_setup.pageOrder = "overThenDown"
    added.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    added.page_margins.left = added.page_margins.right = 0.4
    added.page_margins.top, added.page_margins.bottom = 0.5, 0.6
    added.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(words("workbook.footer")), right=_HeaderFooterPart(words("workbook.page_number"))
    )
    added.sheet_view.showGridLines = False
    added.sheet_view.zoomScale = 90
    return added


def add_table_sheet(draft: Draft, table: Table, auditor: tuple[AuditorColumn, ...] = ()) -> Worksheet:
    """Add a sheet with ``table`` and, to its right, the auditor's columns.

    Columns of the program are protected (without a password) when there are auditor's columns.
    """
    sheet = add_sheet(draft, table.key)
    _add_heads(sheet, table, auditor)
    if not table.rows:
        put(cell_at(sheet, FIRST_ROW, 1), table.when_empty, "pq note")
        sheet.print_area = f"A1:{get_column_letter(len(table.columns) + len(auditor))}{FIRST_ROW}"
        return sheet
    for number, row in enumerate(table.rows, FIRST_ROW):
        _add_row(draft, sheet, number, table, row, auditor)
    last = FIRST_ROW + len(table.rows) - 1
    _colour(draft.words, sheet, table, auditor, last)
    _offer_choices(draft.words, sheet, len(table.columns), auditor, last)
    last_cell = f"{get_column_letter(len(table.columns) + len(auditor))}{last}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last_cell}"
    sheet.print_area = f"A1:{last_cell}"
    _set_pages(sheet, table, auditor)
    if auditor:
        protect(sheet)
    return sheet


def _all_columns(table: Table, auditor: tuple[AuditorColumn, ...]) -> tuple[Column | AuditorColumn, ...]:
    return (*table.columns, *auditor)


def _add_heads(sheet: Worksheet, table: Table, auditor: tuple[AuditorColumn, ...]) -> None:
    for index, column in enumerate(_all_columns(table, auditor), 1):
        put(cell_at(sheet, HEAD_ROW, index), column.title, "pq head" if index <= len(table.columns) else "pq own head")
        mark_column(sheet, index, table.key, column.key)
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = column.width + 1.5
        dimension.hidden = column.kind is Kind.KEY
    sheet.row_dimensions[HEAD_ROW].height = 46
    sheet.row_dimensions[KEYS_ROW].hidden = True


def _add_row(draft: Draft, sheet: Worksheet, number: int, table: Table, row: Row, auditor: tuple[AuditorColumn, ...]) -> None:
    lines = 1
    for index, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
        shown = _in_words(draft.words, column.kind, value)
        put(cell_at(sheet, number, index), shown, _STYLE[column.kind])
        if isinstance(shown, str) and column.kind is not Kind.KEY:
            lines = max(lines, lines_needed(shown, column.width))
    for index, own in enumerate(auditor, len(row) + 1):
        value = own.values[number - FIRST_ROW] if own.values else None
        cell = cell_at(sheet, number, index)
        if own.formula:
            cell.style = _STYLE[own.kind]
            draft.formula(cell, own.formula.format(row=number), value)
            continue
        put(cell, value, "pq input rating" if own.kind is Kind.RATING else "pq input")
        open_for_input(cell)
        if isinstance(value, str):
            lines = max(lines, lines_needed(value, own.width))
    set_height(sheet, number, lines)


def _in_words(words: Words, kind: Kind, value: Value) -> Value:
    """Return a word of a closed list as people say it; every other value as it is."""
    if kind not in _VOCABULARY or not isinstance(value, str) or not value:
        return value
    return words.of(_VOCABULARY[kind], value)


def lines_needed(text: str, width: float) -> int:
    """Return how many lines ``text`` takes in a column ``width`` units wide."""
    fits = max(width * LETTERS_PER_WIDTH, 1)
    return sum(max(1, ceil(len(line) / fits)) for line in text.split("\n"))


def set_height(sheet: Worksheet, row: int, lines: int) -> None:
    """Make a row tall enough for ``lines`` lines."""
    sheet.row_dimensions[row].height = LINE_POINTS * min(lines, MOST_LINES) + 5


def _colour(words: Words, sheet: Worksheet, table: Table, auditor: tuple[AuditorColumn, ...], last: int) -> None:
    for index, column in enumerate(_all_columns(table, auditor), 1):
        if column.kind in _COLOURS:
            letter = get_column_letter(index)
            named = {str(_in_words(words, column.kind, value)): look for value, look in _COLOURS[column.kind].items()}
            for rule in colour_rules(named, f"{letter}{FIRST_ROW}"):
                sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)


def _offer_choices(words: Words, sheet: Worksheet, before: int, auditor: Iterable[AuditorColumn], last: int) -> None:
    for index, column in enumerate(auditor, before + 1):
        if not column.choices:
            continue
        offer = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, showErrorMessage=True)
        offer.errorTitle = column.title[:31]
        offer.error = words("workbook.auditor.choose", choices=", ".join(column.choices))[:254]
        if column.prompt:
            offer.showInputMessage, offer.promptTitle, offer.prompt = True, column.title[:31], column.prompt[:254]
        letter = get_column_letter(index)
        offer.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(offer)


def _set_pages(sheet: Worksheet, table: Table, auditor: tuple[AuditorColumn, ...]) -> None:
    """Freeze and repeat what names a row, and print wide sheets over several pages rather than too small to read."""
    naming = _naming_columns(table)
    sheet.freeze_panes = cell_at(sheet, FIRST_ROW, naming + 1)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    shown = [column.width for column in _all_columns(table, auditor) if column.kind is not Kind.KEY]
    repeated = sum(column.width for column in table.columns[:naming] if column.kind is not Kind.KEY)
    pages = ceil((sum(shown) - repeated) / (PRINTED_WIDTH - repeated))
    sheet.page_setup.fitToWidth = min(max(pages, 1), WIDEST_SHEET)
    if pages > 1:
        sheet.print_title_cols = f"A:{get_column_letter(naming)}"


def _naming_columns(table: Table) -> int:
    """Return how many columns name the row: up to the plan, and the criterion that may follow it."""
    keys = [column.key for column in table.columns]
    if "file" not in keys:
        return 1
    naming = keys.index("file") + 1
    return naming + 1 if keys[naming : naming + 1] == ["title"] else naming


def protect(sheet: Worksheet) -> None:
    """Keep the program's cells as they are; filtering and formatting stay allowed, and there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatCells = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.sort = False
    sheet.protection.autoFilter = False


def colour_ratings(sheet: Worksheet, cells: str, first: Cell) -> None:
    """Colour ratings in ``cells`` by their value."""
    for rule in colour_rules(RATING_COLOURS, first.coordinate):
        sheet.conditional_formatting.add(cells, rule)
