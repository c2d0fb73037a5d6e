"""One page, taken apart: lines, tables, pictures, and whether it has to be read by OCR."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from qa_app.ingest.pdf.fields import Typed
from qa_app.ingest.pdf.geometry import Box, PageFrame
from qa_app.ingest.pdf.glyphs import Glyph, read_glyphs
from qa_app.ingest.pdf.lines import Answer, Line, Segment, lines_of, order_is_by_place, segments_of
from qa_app.ingest.pdf.tables import RuledCell, RuledTable, find_tables

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage
    from pypdfium2 import PdfPage

_FEWEST_STROKES: Final = 8  # drawn strokes; a table of two cells has more
_FEWEST_LETTERS: Final = 25  # a page with fewer has no text layer to speak of: a page number on a scan
_SCAN_SHARE: Final = 0.35  # of the page that pictures cover, on a scan
_OUTLINE_STROKES: Final = 3000  # on a page whose letters are drawn as outlines
_MOST_UNREADABLE: Final = 0.3  # of letters that the file does not map to characters
_PICTURE_SHARE: Final = 0.12  # of the page; a crest or photograph is smaller
_MAX_OBJECT_DEPTH: Final = 4
_TYPED_SIZE: Final = 10.0  # points, for text whose size the file leaves to the viewer


@dataclass(slots=True)
class PageContent:
    """What stands on a page.

    Attributes:
        number: From 1.
        lines: Lines outside tables, in reading order.
        by_place: The reading order was taken from the places, not from the file.
        tables: From top to bottom.
        pictures: Places of large pictures with no text over them.
        is_scan: The page has to be read by OCR.
        notes: Sticky notes.
        hidden: Characters of fields that are not shown.
    """

    number: int
    frame: PageFrame
    lines: list[Line] = field(default_factory=list)
    by_place: bool = False
    tables: list[RuledTable] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    is_scan: bool = False
    notes: list[str] = field(default_factory=list)
    hidden: int = 0


def frame_of(page: PdfPage) -> PageFrame:
    """Return the frame of a pdfium page."""
    left, bottom, right, top = page.get_mediabox()
    return PageFrame(left, bottom, right, top, int(page.get_rotation()) % 360)


def take_apart(
    page: PdfPage, plumber_page: Callable[[], PlumberPage], number: int, frame: PageFrame, typed: Sequence[Typed]
) -> PageContent:
    """Take a page apart.

    Args:
        page: The pdfium page.
        plumber_page: Called for the pdfplumber page, only when there are ruled lines.
        number: Page number from 1.
        frame: The page's frame.
        typed: Values of its form fields and text typed onto it.
    """
    content = PageContent(number, frame)
    glyphs = read_glyphs(page, frame)
    pictures, strokes = _drawn(page, frame)
    content.is_scan = _is_scan(glyphs, pictures, strokes, frame)
    if content.is_scan:
        glyphs = []
    elif strokes >= _FEWEST_STROKES:
        content.tables = sorted(find_tables(plumber_page()), key=lambda table: (table.box.top, table.box.x0))
    content.notes = [item.text for item in typed if item.is_note and not item.is_hidden]
    content.hidden = sum(len(item.text) for item in typed if item.is_hidden)
    free = _share_out(glyphs, [item for item in typed if not item.is_note and not item.is_hidden], content.tables)
    content.tables = [table for table in content.tables if any(cell.segments for cell in table.cells)]
    free = _without_answer_columns(content.tables, free)
    content.by_place = order_is_by_place(free)
    content.lines = lines_of(free, by_place=content.by_place)
    # From below, so that a table grows upwards by the line next to it.
    kept = [line for line in reversed(content.lines) if not any(table.takes_as_head(line) for table in content.tables)]
    content.lines = kept[::-1]
    if not content.is_scan:
        content.pictures = [box for box in pictures if _hides_words(box, glyphs, frame)]
    return content


def _drawn(page: PdfPage, frame: PageFrame) -> tuple[list[Box], int]:
    """Return the places of pictures, and the number of drawn strokes: one path may hold a whole grid."""
    import pypdfium2.raw as pdfium_c

    wanted = (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH)
    pictures, strokes = [], 0
    for drawn in page.get_objects(filter=wanted, max_depth=_MAX_OBJECT_DEPTH):
        if drawn.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            strokes += pdfium_c.FPDFPath_CountSegments(drawn)
        else:
            pictures.append(frame.seen(*drawn.get_bounds()))
    return pictures, strokes


def _is_scan(glyphs: Sequence[Glyph], pictures: Sequence[Box], strokes: int, frame: PageFrame) -> bool:
    letters = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if letters and sum(not glyph.is_readable for glyph in letters) > _MOST_UNREADABLE * len(letters):
        return True
    covered = sum(box.area for box in pictures) / max(frame.area, 1.0)
    return len(letters) < _FEWEST_LETTERS and (covered >= _SCAN_SHARE or strokes >= _OUTLINE_STROKES)


def _hides_words(picture: Box, glyphs: Sequence[Glyph], frame: PageFrame) -> bool:
    """Tell whether a picture is large and has no text layer over it: it may be a picture of words."""
    over = sum(picture.holds_centre_of(glyph.box) for glyph in glyphs if not glyph.text.isspace())
    return picture.area >= _PICTURE_SHARE * frame.area and over < _FEWEST_LETTERS


def _share_out(glyphs: Sequence[Glyph], typed: Sequence[Typed], tables: Sequence[RuledTable]) -> list[Segment]:
    """Give each cell its segments, and return the segments that stand in none."""
    by_cell: dict[tuple[int, tuple[float, float]], tuple[RuledCell, list[Glyph]]] = {}
    free: list[Glyph] = []
    for glyph in glyphs:
        found = _cell_of(glyph.box, tables)
        if found is None:
            free.append(glyph)
        else:
            number, cell = found
            by_cell.setdefault((number, (cell.box.x0, cell.box.top)), (cell, []))[1].append(glyph)
    for cell, inside in by_cell.values():
        cell.segments.extend(segments_of(inside))
    segments = segments_of(free)
    for number, item in enumerate(typed):
        answer = Answer(item.label, item.is_field)
        segment = Segment(item.text, _one_line(item.box), _TYPED_SIZE, False, len(glyphs) + number, answer)
        found = _cell_of(segment.box, tables)
        (segments if found is None else found[1].segments).append(segment)
    return segments


def _without_answer_columns(tables: list[RuledTable], free: list[Segment]) -> list[Segment]:
    """Give up tables of one column that have words beside them: a stack of answer boxes, read line by line with its labels.

    Returns:
        The segments outside tables, with those of the tables given up.
    """
    for table in list(tables):
        beside = any(table.box.top <= segment.box.middle <= table.box.bottom for segment in free)
        if len(table.edges) == 2 and beside:
            tables.remove(table)
            free = sorted(
                free + [segment for cell in table.cells for segment in cell.segments], key=lambda segment: segment.order
            )
    return free


def _one_line(box: Box) -> Box:
    """Return the first line of a field's box, so that a tall field stands beside its label and not between later lines."""
    return Box(box.x0, box.top, box.x1, min(box.bottom, box.top + 1.6 * _TYPED_SIZE))


def _cell_of(box: Box, tables: Sequence[RuledTable]) -> tuple[int, RuledCell] | None:
    """Return the cell that holds the centre of ``box``, and its table's number."""
    for number, table in enumerate(tables):
        if table.box.holds_centre_of(box):
            cell = table.cell_at(box) or table.open_cell(box)
            if cell is not None:
                return number, cell
    return None
