"""A workbook being written: its words, and what its formulas come to.

A formula is stored with its present value, so that a preview or Excel's Protected View, which calculate nothing, show
figures and not empty cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from qa_app.core.words import Words
from qa_app.report.edits import AuditorEdits
from qa_app.report.workbook.cells import sheet_name

Known: TypeAlias = str | int | float | None
"""What a formula comes to; None: not known here, the spreadsheet works it out."""


@dataclass(frozen=True)
class Draft:
    """The workbook, its words and the known values of its formulas by sheet and cell."""

    book: Workbook
    words: Words
    edits: AuditorEdits
    known: dict[str, dict[str, str | int | float]] = field(default_factory=dict)

    def formula(self, cell: Cell, formula: str, value: Known) -> None:
        """Store a formula of our own with its present value. Never pass words of a plan in here."""
        cell.value = formula
        cell.data_type = "f"
        if value is not None:
            self.known.setdefault(cell.parent.title, {})[cell.coordinate] = value

    def title(self, sheet: str) -> str:
        """Return the name of a sheet in the workbook's language; a table from elsewhere is called by its own key."""
        texts = self.words.texts
        return sheet_name(texts.get(f"workbook.sheets.{sheet}") or texts.get(f"tables.{sheet}.title", sheet))

    def reference(self, sheet: str, cells: str) -> str:
        """Return a reference to ``cells`` from other sheets."""
        return "'" + self.title(sheet).replace("'", "''") + f"'!{cells}"
