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
LOOKS_LIKE_FORMULA: Final = ("=", "+", "-", "@", "\t")
UNPRINTABLE: Final = "\N{REPLACEMENT CHARACTER}"
LONGEST_SHEET_NAME: Final = 31
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_ESCAPED: Final = re.compile(r"_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def safe_text(text: str) -> str:
    """Return ``text`` as a cell can show it; the same text, unless it holds control characters or is too long."""
    clean = _FORBIDDEN.sub(UNPRINTABLE, text).replace("\r\n", "\n").replace("\r", "\n")
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(CUT_MARK)] + CUT_MARK


def stored_text(text: str) -> str:
    """Return ``text`` as the file holds it: the format reads ``_x0041_`` as a character's number, so its "_" is escaped."""
    return _ESCAPE.sub("_x005F_", text)


def shown_text(stored: str) -> str:
    """Return the text that a spreadsheet shows for what a file of ours holds: the reverse of :func:`stored_text`."""
    return _ESCAPED.sub("_", stored)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return the cell at ``row`` and ``column``, both from 1."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("this workbook merges no cells")
    return cell


def put(cell: Cell, value: str | int | float | date | None, style: str = "") -> None:
    """Store a value in a named style. Text stays text whatever it starts with."""
    if style:
        cell.style = style
    if value == "":
        cell.value = None
    elif isinstance(value, str):
        text = stored_text(safe_text(value))
        cell.value = text
        cell.data_type = "s"  # after the value: openpyxl has just taken a leading "=" for a formula
        if text.startswith(LOOKS_LIKE_FORMULA):
            cell.quotePrefix = True  # Excel keeps it as text when somebody edits the cell; a style would reset it
    else:
        cell.value = value


def open_for_input(cell: Cell) -> None:
    """Let the auditor type into this cell of a protected sheet."""
    cell.protection = Protection(locked=False)


def sheet_name(title: str) -> str:
    """Return a title as a sheet may be named."""
    return _SHEET_NAME.sub("-", title).strip("' ")[:LONGEST_SHEET_NAME] or "Sheet"
