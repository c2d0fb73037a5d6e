"""Reads plain text and Markdown."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from qa_app.core.document import BlockKind, CellPosition, Document
from qa_app.ingest.builder import DocumentBuilder, Style

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_LIST_ITEM: Final = re.compile(r"(?:[-*+•]\s+)(?P<bare>.*)|(?P<numbered>\(?\d{1,2}[.)]\s.*)")
_TABLE_RULE: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
_EMPHASIS: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def decode(data: bytes) -> str:
    """Decode text: by its byte-order mark, as UTF-8, or as Windows-1252, which never fails here."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_text(data: bytes, name: str) -> tuple[Document, ...]:
    """Read plain text."""
    return (lines_of_text(decode(data)).build(name, data, "txt"),)


def lines_of_text(text: str) -> DocumentBuilder:
    """Give each line a block of its own; lines with tabs in them are rows of a table."""
    builder = DocumentBuilder()
    lines = [line.strip() for line in text.splitlines()]
    for is_table, group in groupby(lines, key=lambda line: "\t" in line):
        if is_table:
            _add_rows(builder, [line.split("\t") for line in group])
            continue
        for line in group:
            kind = BlockKind.LIST_ITEM if _LIST_ITEM.fullmatch(line) else BlockKind.PARAGRAPH
            builder.add(line, Style(kind))
    return builder


def read_markdown(data: bytes, name: str) -> tuple[Document, ...]:
    """Read Markdown: headings, lists, tables, and paragraphs whose lines are joined again."""
    reader = _MarkdownReader()
    for line in decode(data).splitlines():
        reader.read(line.strip())
    reader.flush()
    return (reader.builder.build(name, data, "md"),)


class _MarkdownReader:
    def __init__(self) -> None:
        self.builder = DocumentBuilder()
        self._paragraph: list[str] = []
        self._rows: list[list[str]] = []

    def read(self, line: str) -> None:
        """Take the next line."""
        if line.startswith("|"):
            self._end_paragraph()
            if not _TABLE_RULE.fullmatch(line):
                self._rows.append([_plain_words(cell) for cell in line.strip("|").split("|")])
            return
        self._end_table()
        if self._paragraph and _UNDERLINE.fullmatch(line):
            words = " ".join(self._paragraph)
            self._paragraph.clear()
            self.builder.add(words, Style(BlockKind.HEADING, level=1 if line.startswith("=") else 2))
            return
        heading, item = _HEADING.fullmatch(line), _LIST_ITEM.fullmatch(line)
        if heading or item or not line:
            self._end_paragraph()
        if heading:
            self.builder.add(_plain_words(heading[2]), Style(BlockKind.HEADING, level=len(heading[1])))
        elif item:
            self.builder.add(_plain_words(item["bare"] or item["numbered"] or ""), Style(BlockKind.LIST_ITEM))
        elif line:
            self._paragraph.append(line)

    def flush(self) -> None:
        """End what is still open."""
        self._end_paragraph()
        self._end_table()

    def _end_paragraph(self) -> None:
        words = " ".join(self._paragraph)
        self._paragraph.clear()
        self.builder.add(_plain_words(words), Style(bold=_EMPHASIS.fullmatch(words) is not None))

    def _end_table(self) -> None:
        if self._rows:
            _add_rows(self.builder, self._rows)
            self._rows.clear()


def _plain_words(words: str) -> str:
    return _EMPHASIS.sub(r"\2", words)


def _add_rows(builder: DocumentBuilder, rows: list[list[str]]) -> None:
    table = builder.new_table()
    for row_number, row in enumerate(rows):
        for column, words in enumerate(row):
            builder.add(words, Style(BlockKind.CELL, cell=CellPosition(table, row_number, column)))
