"""Puts pages together: reading order, tables that run over pages, repeated heads, page headers and footers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from qa_app.core.document import BlockKind, CellPosition, OmissionKind, Region
from qa_app.ingest.builder import DocumentBuilder, Style, visible_length
from qa_app.ingest.pdf.lines import Line, Paragraph, paragraphs_of
from qa_app.ingest.pdf.pages import PageContent
from qa_app.ingest.pdf.tables import RuledCell, RuledTable

_BULLET: Final = re.compile(r"(?:[•▪●○◦■·➢➤]\s*|[-–]\s+)(?=\S)")
_NUMBERED: Final = re.compile(r"\(?\d{1,2}[.)]\s")
_ENDED: Final = re.compile(r"[.!?]['\"”’)]?$")


@dataclass(slots=True)
class _OpenTable:
    """The last table so far, which the next page may go on with."""

    page: int
    number: int
    table: RuledTable
    first_row: int
    head: tuple[str, ...]

    @property
    def next_row(self) -> int:
        return self.first_row + self.table.rows


class Assembler:
    """Gives the pages' content to a builder, page by page.

    Args:
        builder: Gets the blocks and omissions.
        furniture: The lines that are page headers and footers.
    """

    def __init__(self, builder: DocumentBuilder, furniture: Mapping[tuple[int, int], Region]) -> None:
        self._builder = builder
        self._furniture = furniture
        self._open: _OpenTable | None = None

    def furniture(self, pages: Sequence[PageContent], region: Region) -> None:
        """Add each page header or footer once, as it first stands; later ones are counted as repeated."""
        seen: set[str] = set()
        for (page_index, line_index), where in sorted(self._furniture.items()):
            if where is not region:
                continue
            page = pages[page_index]
            words = _words(page.lines[line_index])
            pattern = re.sub(r"\d+", "#", words)
            if pattern in seen:
                self._builder.omit_counted(
                    OmissionKind.REPEATED,
                    "page headers and footers",
                    visible_length(words),
                    "Page headers and footers that come back on each page.",
                )
                continue
            seen.add(pattern)
            self._builder.add(words, Style(region=region, page=page.number))

    def end_table(self) -> None:
        """Make the next page begin a table of its own."""
        self._open = None

    def page(self, index: int, page: PageContent) -> None:
        """Add a page's lines and tables in reading order."""
        lines = [line for number, line in enumerate(page.lines) if (index, number) not in self._furniture]
        pending = list(page.tables)
        run: list[Line] = []
        for line in lines:
            while pending and _comes_first(pending[0], line, page):
                self._paragraphs(run, page)
                run = []
                self._table(pending.pop(0), page)
            run.append(line)
        self._paragraphs(run, page)
        for table in pending:
            self._table(table, page)

    def _paragraphs(self, lines: Sequence[Line], page: PageContent) -> None:
        if lines:
            self._open = None
        for paragraph in paragraphs_of(lines):
            self._add(paragraph, Style(page=page.number))

    def _table(self, table: RuledTable, page: PageContent) -> None:
        """Add a table, or the rest of one that began on an earlier page."""
        before = self._open
        head = tuple(cell.words for cell in table.row(0))
        skipped = 0
        if before is not None and before.page < page.number and table.has_edges_of(before.table):
            if any(head) and head == before.head:
                skipped = 1
                self._builder.omit_counted(
                    OmissionKind.REPEATED,
                    f"table {before.number + 1}",
                    sum(visible_length(words) for words in head),
                    "The head row of a table that is printed again on each page.",
                )
            number, first_row, head = before.number, before.next_row - skipped, before.head
            if _goes_on(before.table, table, skipped):
                first_row -= 1
        else:
            number, first_row = self._builder.new_table(), 0
        for cell in table.cells:
            if cell.row >= skipped:
                self._cell(cell, number, first_row + cell.row, page)
        self._open = _OpenTable(page.number, number, table, first_row, head)

    def _cell(self, cell: RuledCell, table: int, row: int, page: PageContent) -> None:
        position = CellPosition(table, row, cell.column, cell.row_span, cell.column_span)
        for paragraph in cell.paragraphs:
            self._add(paragraph, Style(BlockKind.CELL, page=page.number, cell=position))

    def _add(self, paragraph: Paragraph, style: Style) -> None:
        style = replace(style, size=paragraph.size, bold=paragraph.bold)
        answer = paragraph.answer
        if answer is not None:
            if answer.is_field:
                style = replace(style, kind=BlockKind.FIELD, filled=True, label=answer.label, size=None)
            else:
                style = replace(style, region=Region.TEXT_BOX, filled=True, size=None)
            self._builder.add(paragraph.text, style, same_line=paragraph.continues)
            return
        text = paragraph.text
        bullet = _BULLET.match(text)
        if bullet:
            text = text[bullet.end() :]
        if bullet or (_NUMBERED.match(text) and not paragraph.bold):  # a bold one is a numbered heading
            style = replace(style, kind=BlockKind.LIST_ITEM)
        self._builder.add(text, style, same_line=paragraph.continues)


def _words(line: Line) -> str:
    return "\t".join(segment.text for segment in line)


def _comes_first(table: RuledTable, line: Line, page: PageContent) -> bool:
    """Tell whether a table comes before a line in reading order."""
    if page.by_place:
        return table.box.top < line[0].box.top
    return table.order < line[0].order


def _goes_on(above: RuledTable, below: RuledTable, skipped: int) -> bool:
    """Tell whether the first row on a page goes on with the last row of the page before.

    It does when some cells stay empty, and every other one takes up a sentence that was left open.
    """
    last = {cell.column: cell.words for cell in above.row(above.rows - 1)}
    first = {cell.column: cell.words for cell in below.row(skipped)}
    filled = {column: words for column, words in first.items() if words}
    if not filled or len(filled) == len(first) or set(first) != set(last):
        return False
    return all(last[column] and not _ENDED.search(last[column]) and words[:1].islower() for column, words in filled.items())
