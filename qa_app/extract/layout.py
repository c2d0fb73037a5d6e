"""The order in which a person reads a document: lines and tables, with the cells of a table in their grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from qa_app.core.document import Block, BlockKind, CellPosition, Document, Span
from qa_app.extract.wording import trimmed


@dataclass(frozen=True, slots=True)
class Line:
    """One block's words without the white space at their ends.

    ``span`` may be shorter than the block's when part of the block has been dealt with.
    """

    block: Block
    span: Span
    text: str

    def after(self, offset: int, text: str) -> Line | None:
        """Return what is left of the line from ``offset`` of the document on; ``text`` is the document's."""
        rest = trimmed(text, Span(offset, self.span.end)) if offset < self.span.end else None
        return Line(self.block, rest, text[rest.start : rest.end]) if rest else None

    @property
    def is_item(self) -> bool:
        """Whether the file itself makes this a list item."""
        return self.block.kind is BlockKind.LIST_ITEM


@dataclass(frozen=True)
class Cell:
    """A table cell with what stands in it."""

    position: CellPosition
    flow: tuple[Line | Table, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the cell, those of nested tables included, in reading order."""
        return tuple(_lines(self.flow))

    @cached_property
    def text(self) -> str:
        """The cell's words, a line each."""
        return "\n".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all words of the cell are bold."""
        return bool(self.lines) and all(line.block.bold or line.block.kind is BlockKind.HEADING for line in self.lines)

    @property
    def nested(self) -> bool:
        """Whether a table stands in the cell."""
        return any(isinstance(item, Table) for item in self.flow)

    @property
    def columns(self) -> range:
        """The grid columns that the cell covers."""
        return range(self.position.column, self.position.column + self.position.column_span)

    @property
    def page(self) -> int | None:
        """Page of the cell's first line."""
        return self.lines[0].block.page if self.lines else None


@dataclass(frozen=True)
class Table:
    """A table as rows of filled cells. Empty cells have no place here: a gap in the columns tells of them.

    ``labelled``: each row is known to be a label and its answer. ``by_row``: and each of these a part of its own,
    wherever it stands.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    labelled: bool = False
    by_row: bool = False

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All filled cells, row by row."""
        return tuple(cell for row in self.rows for cell in row)

    def is_full_width(self, row: Sequence[Cell]) -> bool:
        """Whether the row is one cell over all columns."""
        return len(row) == 1 and (row[0].position.column_span >= self.columns or self.columns == 1)

    def covers_all_columns(self, row: Sequence[Cell]) -> bool:
        """Whether no column of the row is empty."""
        return sum(cell.position.column_span for cell in row) >= self.columns


Flow: TypeAlias = tuple[Line | Table, ...]


def _lines(flow: Flow) -> Iterator[Line]:
    for item in flow:
        if isinstance(item, Table):
            for cell in item.cells:
                yield from cell.lines
        else:
            yield item


def line_of(document: Document, block: Block) -> Line | None:
    """Return a block as a line; None when it holds white space only."""
    span = trimmed(document.text, block.span)
    return Line(block, span, document.quote(span)) if span else None


def flow_of(document: Document, blocks: Sequence[Block]) -> Flow:
    """Put blocks together to lines and tables, nested tables inside their cells."""
    return _flow(document, blocks, None)


def _flow(document: Document, blocks: Sequence[Block], inside: int | None) -> Flow:
    parents = {block.cell.table: block.cell.parent for block in blocks if block.cell is not None}
    items: list[Line | Table] = []
    index = 0
    while index < len(blocks):
        outer = _outer_table(blocks[index], inside, parents)
        if outer is None:
            if line := line_of(document, blocks[index]):
                items.append(line)
            index += 1
            continue
        end = index
        while end < len(blocks) and _outer_table(blocks[end], inside, parents) == outer:
            end += 1
        items.append(_table(document, blocks[index:end], outer))
        index = end
    return tuple(items)


def _outer_table(block: Block, inside: int | None, parents: dict[int, int | None]) -> int | None:
    """Return the outermost table below ``inside`` that the block stands in; None when it stands in none."""
    table = block.cell.table if block.cell is not None else None
    seen: set[int] = set()
    while table is not None and table != inside and table not in seen:
        seen.add(table)
        above = parents.get(table)
        if above is None or above == inside or above not in parents:
            return table
        table = above
    return None


def _table(document: Document, blocks: Sequence[Block], number: int) -> Table:
    """Build one table; blocks of nested tables go with the cell whose blocks they follow."""
    grouped: dict[tuple[int, int], list[Block]] = {}
    positions: dict[tuple[int, int], CellPosition] = {}
    at: tuple[int, int] | None = None
    for block in blocks:
        cell = block.cell
        if cell is not None and cell.table == number:
            at = (cell.row, cell.column)
            positions.setdefault(at, cell)
        if at is None:  # a nested table opens its cell: there is no block of the cell itself before it
            at = (0, 0)
            positions.setdefault(at, CellPosition(number, 0, 0))
        grouped.setdefault(at, []).append(block)
    cells = [Cell(positions[at], _flow(document, grouped[at], number)) for at in sorted(grouped)]
    cells = [cell for cell in cells if cell.lines]
    rows: dict[int, list[Cell]] = {}
    for filled in cells:
        rows.setdefault(filled.position.row, []).append(filled)
    columns = max((p.column + p.column_span for p in positions.values()), default=1)
    return Table(number, tuple(tuple(rows[row]) for row in sorted(rows)), columns)
