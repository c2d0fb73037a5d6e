"""Documents in a few words, for tests: lines and tables in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from qa_app.core.document import Block, BlockKind, CellPosition, Document, Omission, Region, Span


@dataclass(frozen=True)
class Piece:
    """A piece of text with what the file says of it."""

    text: str
    block: Block = field(default_factory=lambda: Block(Span(0, 1), BlockKind.PARAGRAPH))


@dataclass(frozen=True)
class Grid:
    """A table. A row is a list of cells; a cell is text, a Piece, a list of them, None (empty) or (cell, column_span)."""

    rows: Sequence[Sequence[object]]
    head_bold: bool = False


Item: TypeAlias = str | Piece | Grid


def p(text: str, *, bold: bool = False, filled: bool | None = None, prompt: bool = False, size: float | None = None,
      kind: BlockKind = BlockKind.PARAGRAPH, level: int | None = None, page: int | None = None,
      region: Region = Region.BODY, label: str = "") -> Piece:  # fmt: skip
    """A line."""
    block = Block(Span(0, 1), kind, region, page, None, level, bold, size, filled, prompt, label)
    return Piece(text, block)


def h(text: str, level: int = 1) -> Piece:
    """A heading that the file marks as one."""
    return p(text, kind=BlockKind.HEADING, level=level, bold=True)


def b(text: str) -> Piece:
    """A bold line."""
    return p(text, bold=True)


def item(text: str) -> Piece:
    """A list item."""
    return p(text, kind=BlockKind.LIST_ITEM)


def table(*rows: Sequence[object], head: bool = False) -> Grid:
    """A table; ``head`` makes the first row bold."""
    return Grid(rows, head)


def doc(*items: Item, name: str = "plan.docx", omissions: tuple[Omission, ...] = ()) -> Document:
    """Build a document."""
    text = ""
    blocks: list[Block] = []
    tables = 0

    def add(piece: str | Piece, cell: CellPosition | None, bold: bool) -> None:
        nonlocal text
        made = Piece(piece) if isinstance(piece, str) else piece
        if not made.text:
            return
        text += "\n" if text else ""
        kind = BlockKind.CELL if cell and made.block.kind is BlockKind.PARAGRAPH else made.block.kind
        span = Span(len(text), len(text) + len(made.text))
        blocks.append(replace(made.block, span=span, cell=cell, kind=kind, bold=made.block.bold or bold))
        text += made.text

    for one in items:
        if not isinstance(one, Grid):
            add(one, None, False)
            continue
        for number, row in enumerate(one.rows):
            column = 0
            for cell in row:
                content, width = cell if isinstance(cell, tuple) else (cell, 1)
                at = CellPosition(tables, number, column, 1, width)
                for piece in content if isinstance(content, list) else [content]:
                    if piece is not None:
                        add(piece, at, one.head_bold and number == 0)
                column += width
        tables += 1
    return Document(name, "0" * 64, "docx", text, tuple(blocks), omissions)
