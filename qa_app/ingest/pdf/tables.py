"""Ruled tables of a page: pdfplumber finds the cells, the words come from the glyphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from qa_app.ingest.pdf.geometry import Box, around
from qa_app.ingest.pdf.lines import Line, Paragraph, Segment, lines_of, paragraphs_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

_SAME_EDGE: Final = 4.0  # points
_HEAD_GAP: Final = 2.2  # heights of a head row's words between it and its table
_SETTINGS: Final = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 4, "join_tolerance": 4}


@dataclass(slots=True)
class RuledCell:
    """A cell: its box and grid place; its segments are added when the page's words are shared out."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int
    segments: list[Segment] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its words in reading order."""
        return paragraphs_of(lines_of(self.segments, by_place=True))

    @property
    def words(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(paragraph.text for paragraph in self.paragraphs).split())


@dataclass(slots=True)
class RuledTable:
    """A table of one page.

    Attributes:
        edges, levels: Places of its vertical lines from left to right, and of its level lines from top to bottom.
    """

    box: Box
    cells: list[RuledCell]
    edges: tuple[float, ...]
    levels: tuple[float, ...]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max(cell.row + cell.row_span for cell in self.cells)

    @property
    def order(self) -> int:
        """Place of its first word in the file's own order."""
        return min((segment.order for cell in self.cells for segment in cell.segments), default=0)

    def row(self, number: int) -> list[RuledCell]:
        """Return the cells that begin in a row, from left to right."""
        return [cell for cell in self.cells if cell.row == number]

    def cell_at(self, box: Box) -> RuledCell | None:
        """Return the smallest cell that holds the centre of ``box``."""
        holding = [cell for cell in self.cells if cell.box.holds_centre_of(box)]
        return min(holding, key=lambda cell: cell.box.area, default=None)

    def open_cell(self, box: Box) -> RuledCell | None:
        """Add the cell of a grid place that has no lines of its own: labels often stand beside ruled answer boxes."""
        column = bisect_right(self.edges, (box.x0 + box.x1) / 2) - 1
        row = bisect_right(self.levels, box.middle) - 1
        if not (0 <= column < len(self.edges) - 1 and 0 <= row < len(self.levels) - 1):
            return None
        place = Box(self.edges[column], self.levels[row], self.edges[column + 1], self.levels[row + 1])
        cell = RuledCell(place, row, column, 1, 1)
        self.cells.append(cell)
        self.cells.sort(key=lambda cell: (cell.row, cell.column))
        return cell

    def takes_as_head(self, line: Line) -> bool:
        """Take a line that stands right above, with its words over different columns, as the head row.

        Returns:
            Whether it was taken.
        """
        box = around([segment.box for segment in line])
        white = self.box.top - box.bottom
        columns = [bisect_right(self.edges, (segment.box.x0 + segment.box.x1) / 2) - 1 for segment in line]
        inside = all(0 <= column < len(self.edges) - 1 for column in columns)
        if len(line) < 2 or not inside or len(set(columns)) < len(line) or not -1 <= white < _HEAD_GAP * box.height:
            return False
        for cell in self.cells:
            cell.row += 1
        head = [
            RuledCell(Box(self.edges[column], box.top, self.edges[column + 1], self.box.top), 0, column, 1, 1, [segment])
            for column, segment in zip(columns, line, strict=True)
        ]
        self.cells = head + self.cells
        self.levels = (box.top, *self.levels)
        self.box = Box(self.box.x0, box.top, self.box.x1, self.box.bottom)
        return True

    def has_edges_of(self, other: RuledTable) -> bool:
        """Tell whether both tables have the same columns, and more than one: single boxes look all alike."""
        return (
            len(self.edges) > 2
            and len(self.edges) == len(other.edges)
            and all(abs(a - b) <= 2 * _SAME_EDGE for a, b in zip(self.edges, other.edges, strict=True))
        )


def find_tables(page: Page) -> list[RuledTable]:
    """Return the ruled tables of a pdfplumber page. A single box round some text is no table."""
    tables = []
    for found in page.find_tables(_SETTINGS):
        boxes = [Box(*(float(edge) for edge in cell)) for cell in found.cells]
        if len(boxes) > 1:
            tables.append(_on_grid(boxes))
    return [table for table in tables if len(table.cells) > 1]


def _on_grid(boxes: list[Box]) -> RuledTable:
    across = _edges([edge for box in boxes for edge in (box.x0, box.x1)])
    down = _edges([edge for box in boxes for edge in (box.top, box.bottom)])
    cells = []
    for box in sorted(boxes, key=lambda box: (_nearest(down, box.top), box.x0)):
        column, row = _nearest(across, box.x0), _nearest(down, box.top)
        cells.append(
            RuledCell(box, row, column, max(_nearest(down, box.bottom) - row, 1), max(_nearest(across, box.x1) - column, 1))
        )
    return RuledTable(around(boxes), cells, tuple(across), tuple(down))


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges


def _nearest(edges: list[float], value: float) -> int:
    index = bisect_left(edges, value)
    around_it = [i for i in (index - 1, index) if 0 <= i < len(edges)]
    return min(around_it, key=lambda i: abs(edges[i] - value))
