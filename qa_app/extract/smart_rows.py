"""Blocks of a target with a row for each letter of SMART: the letters' column is the form's and tells nothing more."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from qa_app.extract.layout import Cell, Table
from qa_app.extract.wording import plain

_LETTERS: Final = frozenset("smartcpu")
"""Of SMART, and of CAMPUS, its Welsh form."""
_FEWEST: Final = 3  # rows with a letter of their own
_FEWEST_COLUMNS: Final = 3


def without_letters(table: Table) -> tuple[Table, tuple[Cell, ...]]:
    """Take off a first column that holds nothing but the letters of SMART.

    Returns:
        The table, its further columns moved to the left, and the cells taken off; the table itself and none where the
        first column holds anything else, cells over the whole row apart.
    """
    rows = [row for row in table.rows if not table.is_full_width(row)]
    letters = [row[0] for row in rows if row[0].position.column == 0]
    if table.columns < _FEWEST_COLUMNS or len({plain(cell.text) for cell in letters}) < _FEWEST:
        return table, ()
    if any(plain(cell.text) not in _LETTERS or cell.position.column_span > 1 for cell in letters):
        return table, ()
    moved = tuple(tuple(_moved(cell) for cell in row if cell not in letters) for row in table.rows)
    return replace(table, rows=tuple(row for row in moved if row), columns=table.columns - 1), tuple(letters)


def _moved(cell: Cell) -> Cell:
    """Return the cell one column to the left; one that covers the first column is a column narrower instead."""
    at = cell.position
    if at.column:
        return replace(cell, position=replace(at, column=at.column - 1))
    return replace(cell, position=replace(at, column_span=at.column_span - 1))
