"""Marks that no reader sees: they find a column or a field again when sheets were renamed, sorted, translated or widened.

Row 3 of a table's sheet is hidden and holds ``pq:TABLE.COLUMN`` over each column; a hidden column of the cover holds
``pq:cover.FIELD`` beside each field.
"""

from __future__ import annotations

from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from qa_app.report.workbook.cells import cell_at, put

KEYS_ROW: Final = 3
MARK: Final = "pq:"


def mark_column(sheet: Worksheet, column: int, table: str, key: str) -> None:
    """Mark a column of a table."""
    put(cell_at(sheet, KEYS_ROW, column), f"{MARK}{table}.{key}", "pq mark")


def mark_field(sheet: Worksheet, row: int, column: int, field: str) -> None:
    """Mark a field of the cover."""
    put(cell_at(sheet, row, column), f"{MARK}cover.{field}", "pq mark")


def read_mark(value: object) -> tuple[str, str] | None:
    """Return table and key of a mark, or None when the cell holds none."""
    if not isinstance(value, str) or not value.startswith(MARK):
        return None
    table, _, key = value.removeprefix(MARK).partition(".")
    return (table, key) if key else None
