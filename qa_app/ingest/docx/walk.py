"""Walks one story of a Word file (body, header, note …) and gives its blocks to the builder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from qa_app.core.document import BlockKind, CellPosition, OmissionKind, Region
from qa_app.ingest.builder import DocumentBuilder, Style
from qa_app.ingest.docx.controls import NO_CONTROL, Control, content_control
from qa_app.ingest.docx.grid import lay_out
from qa_app.ingest.docx.inline import DELETED, InlineReader, Line, Piece, text_length
from qa_app.ingest.docx.numbering import Numbering, list_properties
from qa_app.ingest.docx.styles import ParagraphLook, Styles, outline_level
from qa_app.ingest.xmlnames import Element, child, descendants, local, value

_SKIPPED: Final = frozenset(
    ("sectPr", "tblPr", "tcPr", "trPr", "tblGrid", "pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "")
)
_LABEL_END: Final = (":", "?", "\t", "\n", "-", "–", "—", "☒", "☐")


@dataclass(slots=True)
class Pages:
    """Counts the page breaks that Word noted when it last showed the document. ``current`` None: it noted none."""

    current: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the walk is."""

    region: Region = Region.BODY
    cell: CellPosition | None = None
    control: Control = NO_CONTROL


class StoryWalker:
    """Walks one story.

    Args:
        builder: Gets the blocks and omissions.
        styles: The document's styles.
        numbering: Counts list paragraphs through all stories.
        pages: Counts pages; a story without pages gets one whose ``current`` is None.
        on_drawing: Called with each drawing or embedded object of the story, at its place in the reading order.
        on_chunk: Called with each ``w:altChunk``, a foreign document that Word shows in this place.
    """

    def __init__(
        self,
        builder: DocumentBuilder,
        styles: Styles,
        numbering: Numbering,
        pages: Pages,
        on_drawing: Callable[[Element, Style], None],
        on_chunk: Callable[[Element], None],
    ) -> None:
        self._builder = builder
        self._styles = styles
        self._numbering = numbering
        self._pages = pages
        self._on_drawing = on_drawing
        self._on_chunk = on_chunk
        self._inline = InlineReader(styles)

    def walk(self, container: Element, place: Place) -> None:
        """Walk the blocks of a body, cell, text box, note or control."""
        for element in container:
            name = local(element)
            if name == "p":
                self._paragraph(element, place)
            elif name == "tbl":
                self._table(element, place)
            elif name == "sdt":
                content = child(element, "sdtContent")
                if content is not None:
                    self.walk(content, replace(place, control=content_control(element, place.control)))
            elif name in DELETED:
                self._omit_deleted(text_length(element))
            elif name == "altChunk":
                self._on_chunk(element)
            elif name == "AlternateContent":
                branch = child(element, "Choice")
                self.walk(branch if branch is not None else element, place)
            elif name not in _SKIPPED:
                self.walk(element, place)

    def _table(self, table: Element, place: Place) -> None:
        table_number = self._builder.new_table()
        parent = place.cell.table if place.cell else None
        for cell in lay_out(table, place.control):
            shown = cell.place
            position = CellPosition(
                table_number, shown.row, shown.column, shown.row_span, shown.column_span, shown.is_header, parent
            )
            self.walk(cell.element, replace(place, cell=position, control=cell.control))

    def _paragraph(self, paragraph: Element, place: Place) -> None:
        properties = child(paragraph, "pPr")
        look = self._styles.paragraph(value(properties, "pStyle"))
        line = self._inline.read(paragraph, look.run, place.control)
        if self._pages.current is not None:
            self._pages.current += line.breaks_before
        style, mark = self._style(properties, look, place, is_empty=not any(piece.text.strip() for piece in line.pieces))
        for number, segment in enumerate(_segments(line.pieces)):
            self._add(segment, style, mark if number == 0 else "", same_line=number > 0)
        if self._pages.current is not None:
            self._pages.current += line.breaks_inside
        self._leftovers(line, style, place)

    def _style(self, properties: Element | None, look: ParagraphLook, place: Place, *, is_empty: bool) -> tuple[Style, str]:
        """Return what is known of a paragraph, and the number that Word shows before it."""
        own_level = outline_level(properties)
        level = look.level if own_level is None else own_level or None
        list_of = list_properties(properties, look.numbering)
        mark = None if list_of is None or is_empty else self._numbering.mark(list_of)
        if level is not None:
            kind = BlockKind.HEADING
        elif mark is not None:
            kind = BlockKind.LIST_ITEM
        else:
            kind = BlockKind.CELL if place.cell else BlockKind.PARAGRAPH
        return Style(kind, place.region, self._pages.current, place.cell, level), mark or ""

    def _add(self, segment: list[Piece], style: Style, mark: str, *, same_line: bool) -> None:
        text = "".join(piece.text for piece in segment)
        inked = [piece for piece in segment if piece.text.strip()]
        control = inked[0].control if inked else NO_CONTROL
        if any(piece.control != control for piece in inked):
            control = NO_CONTROL  # typed words inside a printed sentence: neither all answer nor all form
        self._builder.add(
            f"{mark} {text.lstrip()}" if mark else text,
            replace(
                style,
                bold=bool(inked) and all(piece.look.bold for piece in inked),
                size=inked[0].look.size if inked else None,
                filled=control.filled,
                prompt=control.prompt,
                label=control.label,
            ),
            same_line=same_line,
        )

    def _leftovers(self, line: Line, style: Style, place: Place) -> None:
        """Read what hangs on a paragraph: text boxes, drawings, and what was left out of it."""
        for box in line.boxes:
            self.walk(box, replace(place, region=Region.TEXT_BOX if place.region is Region.BODY else place.region))
        for drawing in line.drawings:
            if next(descendants(drawing, "txbxContent"), None) is None:
                self._on_drawing(drawing, style)
        self._omit_deleted(line.deleted)
        self._builder.omit_counted(
            OmissionKind.HIDDEN,
            "hidden text",
            line.hidden,
            "Text formatted as hidden: nobody who opens or prints the plan sees it.",
        )

    def _omit_deleted(self, characters: int) -> None:
        self._builder.omit_counted(
            OmissionKind.DELETED, "tracked changes", characters, "Text that its author deleted while changes were tracked."
        )


def _segments(pieces: list[Piece]) -> list[list[Piece]]:
    """Split a paragraph where a form control begins or ends, so that label, answer and prompt are told apart.

    A prompt always stands alone. An answer does when it opens the paragraph or follows a label; one in the middle of a
    sentence stays in it, for the sentence has to be read whole.
    """
    segments: list[list[Piece]] = []
    current: list[Piece] = []
    for piece in pieces:
        if current and _parts(current, piece):
            segments.append(current)
            current = []
        current.append(piece)
    if current:
        segments.append(current)
    return [segment for segment in segments if any(piece.text.strip() for piece in segment)]


def _parts(current: list[Piece], piece: Piece) -> bool:
    last = current[-1].control
    if piece.control == last or not piece.text.strip():
        return False
    if piece.control.prompt or last.prompt:
        return True
    before = "".join(member.text for member in current).rstrip(" \u00a0")
    if piece.control.filled:
        return before.endswith(_LABEL_END) or not before
    starts_with_answer = bool(current[0].control.filled)
    return starts_with_answer and (piece.text[:1].isspace() or piece.text.lstrip()[:1].isupper()) and ":" in piece.text
