"""Lays a Word table out on its grid: where each cell stands and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qa_app.ingest.docx.controls import NO_CONTROL, Control, content_control
from qa_app.ingest.xmlnames import Element, child, local, number, switch, value


@dataclass(slots=True)
class GridCell:
    """A cell of the file and its place on the grid.

    Attributes:
        row, column: The grid place of the cell it belongs to: a cell merged into the one above has that one's place.
    """

    element: Element
    control: Control
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    origin: GridCell | None = None

    @property
    def place(self) -> GridCell:
        """The cell that shows this one's content."""
        return self.origin or self


def lay_out(table: Element, control: Control = NO_CONTROL) -> list[GridCell]:
    """Return the table's cells in reading order, with spans."""
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    for row_number, (row, row_control) in enumerate(_members(table, "tr", control)):
        properties = child(row, "trPr")
        is_header = bool(switch(properties, "tblHeader"))
        column = max(number(value(properties, "gridBefore")) or 0, 0)
        previous: GridCell | None = None
        for element, cell_control in _members(row, "tc", row_control):
            look = child(element, "tcPr")
            span = min(max(number(value(look, "gridSpan")) or 1, 1), 200)
            cell = GridCell(element, cell_control, row_number, column, 1, span, is_header)
            if _continues(look, "hMerge") and previous is not None:
                previous.place.column_span += span
                cell.origin = previous.place
            elif _continues(look, "vMerge") and column in above:
                cell.origin = above[column].place
                cell.origin.row_span = row_number - cell.origin.row + 1
            for covered in range(column, column + span):
                above[covered] = cell
            column += span
            previous = cell
            cells.append(cell)
    return cells


def _continues(properties: Element | None, name: str) -> bool:
    """Tell whether a merge mark continues a merge; without a value it does."""
    mark = child(properties, name)
    return mark is not None and value(properties, name) != "restart"


def _members(parent: Element, name: str, control: Control) -> Iterator[tuple[Element, Control]]:
    """Yield rows of a table or cells of a row, through the controls and revision marks that may wrap them."""
    for element in parent:
        kind = local(element)
        if kind == name:
            yield element, control
        elif kind == "sdt":
            content = child(element, "sdtContent")
            if content is not None:
                yield from _members(content, name, content_control(element, control))
        elif kind in ("ins", "moveTo", "customXml", "smartTag"):
            yield from _members(element, name, control)
