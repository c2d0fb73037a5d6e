"""Ruled tables of a page: pdfplumber finds the cells, the words come from the glyphs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from qa_app.ingest.pdf.geometry import Box, around
from qa_app.ingest.pdf.lines import Paragraph, Segment, lines_of, paragraphs_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

_SAME_EDGE: Final = 4.0  # points
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
    """A table of one page. ``edges`` are the places of its vertical lines from left to right."""

    box: Box
    cells: list[RuledCell]
    edges: tuple[float, ...]

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

    def has_edges_of(self, other: RuledTable) -> bool:
        """Tell whether both tables have the same columns."""
        return len(self.edges) == len(other.edges) and all(
            abs(a - b) <= 2 * _SAME_EDGE for a, b in zip(self.edges, other.edges, strict=True)
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
    return RuledTable(around(boxes), cells, tuple(across))


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
