"""A document as it was read: one text that never changes, and where things are in it.

Every offset in the program counts characters of :attr:`Document.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of character offsets, ``0 <= start < end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved by ``by`` characters."""
        return Span(self.start + by, self.end + by)


class BlockKind(StrEnum):
    """What a block is in the source file's own structure."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CELL = "cell"
    FIELD = "field"  # a form field's value (AcroForm, legacy Word field) with no place in the running text


class Region(StrEnum):
    """Where on the page a block stands."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"  # footnote, endnote
    COMMENT = "comment"  # a reviewer's margin comment
    TEXT_BOX = "text-box"


@dataclass(frozen=True, slots=True)
class CellPosition:
    """A cell's place in its table.

    Attributes:
        table: Number of the table in the document, from 0, in reading order. A nested table has its own number.
        row, column: Grid place of the cell's first row and column, from 0.
        row_span, column_span: How many grid rows and columns the cell covers.
        is_header: The file itself marks this row as a repeated head.
        parent: Number of the table that holds this one in a cell, or None.
    """

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or piece of a cell.

    A cell with three paragraphs gives three blocks with the same :class:`CellPosition`.

    Attributes:
        span: Where the block's text stands in the document.
        kind: Its structure in the file.
        region: Body, header, footer …
        page: Page number from 1, or None where the format has no pages.
        cell: Place in a table, when it stands in one.
        level: Heading level from 1, for headings.
        bold: All of its letters are bold.
        size: Font size in points, or None.
        filled: The text was typed or chosen into a form control (content control, form field). None: not known.
        prompt: The file itself marks the text as a prompt (a placeholder that is still showing).
        label: The form field's own name or tooltip, for :attr:`BlockKind.FIELD`.
        confidence: How sure the reader is of the letters, 0 to 1; below 1 only for OCR.
    """

    span: Span
    kind: BlockKind
    region: Region = Region.BODY
    page: int | None = None
    cell: CellPosition | None = None
    level: int | None = None
    bold: bool = False
    size: float | None = None
    filled: bool | None = None
    prompt: bool = False
    label: str = ""
    confidence: float = 1.0


class OmissionKind(StrEnum):
    """Why something that is in the file is not in :attr:`Document.text`."""

    DELETED = "deleted"  # a tracked deletion: its author took it out
    HIDDEN = "hidden"  # formatted so that no reader sees it
    REPEATED = "repeated"  # page headers, footers and table heads that come back on each page
    UNREADABLE = "unreadable"  # a page, picture or part that holds or may hold content we could not read

    @property
    def may_hide_content(self) -> bool:
        """Whether a plan's content may be in what was left out."""
        return self is OmissionKind.UNREADABLE


@dataclass(frozen=True, slots=True)
class Omission:
    """Something of the file that was left out of the text, and why.

    Attributes:
        kind: The reason.
        place: For people: "page 3", "word/media/image1.png".
        characters: How many characters, or None when they could not be counted (a scanned page).
        explanation: One sentence for the auditor. Never quotes the text.
    """

    kind: OmissionKind
    place: str
    characters: int | None
    explanation: str


@dataclass(frozen=True)
class Document:
    """What a reader made of one file, or of one plan inside a file.

    Attributes:
        name: The file's name, without folders (inside an archive: ``archive.zip/name``).
        sha256: Hash of the file's bytes, hexadecimal.
        media: Format in a word: ``docx``, ``pdf`` …
        text: The one text. Never changes after reading.
        blocks: In reading order; spans ascend and do not overlap. Between blocks stands only white space.
        omissions: What was left out and why.
        plan_no: 1, 2 … when one file holds several plans.
    """

    name: str
    sha256: str
    media: str
    text: str
    blocks: tuple[Block, ...]
    omissions: tuple[Omission, ...] = ()
    plan_no: int = 1
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        previous = 0
        for block in self.blocks:
            if block.span.start < previous or block.span.end > len(self.text):
                raise ValueError("blocks must ascend, must not overlap and must lie inside the text")
            previous = block.span.end
        object.__setattr__(self, "_starts", tuple(block.span.start for block in self.blocks))

    def quote(self, span: Span) -> str:
        """Return the words at ``span``, letter for letter."""
        return self.text[span.start : span.end]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the character at ``offset``, or None between blocks."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset < block.span.end else None

    def place(self, span: Span) -> str:
        """Say for people where ``span`` stands: ``"page 2, table 3, row 4"``."""
        block = self.block_at(span.start)
        if block is None:
            return ""
        parts = [f"page {block.page}"] if block.page is not None else []
        if block.cell is not None:
            parts.append(f"table {block.cell.table + 1}, row {block.cell.row + 1}")
        elif block.kind is BlockKind.FIELD and block.label:
            parts.append(f"form field “{block.label}”")
        else:
            parts.append(f"paragraph {self._paragraph_number(block)}")
        if block.region is not Region.BODY:
            parts.append(block.region.value.replace("-", " "))
        return ", ".join(parts)

    def _paragraph_number(self, block: Block) -> int:
        on_page = [other for other in self.blocks if other.cell is None and other.page == block.page]
        return on_page.index(block) + 1

    @cached_property
    def visible_characters(self) -> int:
        """Count the characters that a reader of the file sees: those in the text, and those left out that are visible."""
        left_out = sum(o.characters or 0 for o in self.omissions if o.kind in (OmissionKind.REPEATED, OmissionKind.UNREADABLE))
        return sum(block.span.end - block.span.start for block in self.blocks) + left_out

    @property
    def unread(self) -> tuple[Omission, ...]:
        """Return the omissions that may hide content: while there are any, nothing may be called absent."""
        return tuple(omission for omission in self.omissions if omission.kind.may_hide_content)

    @property
    def reading_confidence(self) -> float:
        """Return the mean confidence of the letters, weighted by length, 0 to 1."""
        total = sum(block.span.end - block.span.start for block in self.blocks)
        if not total:
            return 0.0
        return sum((block.span.end - block.span.start) * block.confidence for block in self.blocks) / total
