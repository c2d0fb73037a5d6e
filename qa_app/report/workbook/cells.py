"""The one way values get into cells.

Text is always stored as text: a spreadsheet takes a leading ``=`` for a formula, and plans come from strangers. Control
characters, which no workbook may hold, become a visible mark; text over the format's limit is cut where it says so.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.styles import Protection
from openpyxl.worksheet.worksheet import Worksheet

LONGEST: Final = 32_767
CUT_MARK: Final = " […cut: the cell is full]"
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\]")
UNPRINTABLE: Final = "\N{REPLACEMENT CHARACTER}"
LONGEST_SHEET_NAME: Final = 31


def safe_text(text: str) -> str:
    """Return ``text`` as a cell can hold it; the same text, unless it holds control characters or is too long."""
    clean = _FORBIDDEN.sub(UNPRINTABLE, text).replace("\r\n", "\n").replace("\r", "\n")
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(CUT_MARK)] + CUT_MARK


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return the cell at ``row`` and ``column``, both from 1."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("this workbook merges no cells")
    return cell


def put(cell: Cell, value: str | int | float | date | None) -> None:
    """Store a value. Text stays text whatever it starts with."""
    if isinstance(value, str):
        cell.value = safe_text(value)
        cell.data_type = "s"  # after the value: openpyxl has just taken a leading "=" for a formula
        cell.quotePrefix = value[:1] in "=+-@\t"  # Excel keeps it as text when somebody edits the cell
    else:
        cell.value = value


def put_formula(cell: Cell, formula: str) -> None:
    """Store a formula of our own. Never pass words of a plan in here."""
    cell.value = formula
    cell.data_type = "f"


def open_for_input(cell: Cell) -> None:
    """Let the auditor type into this cell of a protected sheet."""
    cell.protection = Protection(locked=False)


def sheet_name(title: str) -> str:
    """Return a title as a sheet may be named."""
    return _SHEET_NAME.sub("-", title).strip("' ")[:LONGEST_SHEET_NAME] or "Sheet"
