"""Reads spreadsheets and CSV exports: one plan per row, or a form laid out on a sheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Final

from lxml import etree

from qa_app.core.document import BlockKind, CellPosition, Document, OmissionKind, Region
from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.builder import DocumentBuilder, Style, visible_length
from qa_app.ingest.container import Container
from qa_app.ingest.plain import decode
from qa_app.ingest.xmlnames import attribute, descendants, local

NO_PLANS_IN_TABLE: Final = "The table has no column for a child's name, so no plans could be told apart in it."
_NO_PLANS_CURE: Final = "Export one plan per row with the questions as column heads, or give the plans themselves."
# A column head that names whose plan a row is.
_CHILD_HEAD: Final = re.compile(
    r"\b(?:child|pupil|student|learner|young person|forename|first name|surname|full name|upn"
    r"|plentyn|disgybl|dysgwr|enw)\b|^name$",
    re.IGNORECASE,
)
_FEWEST_COLUMNS: Final = 5
_LONGEST_CHILD_HEAD: Final = 60  # characters
_LEAST_DIFFERENT: Final = 0.5  # of the heads; exports repeat "Target", "By whom" for each target
_MAX_ROWS: Final = 5000
_MAX_COLUMNS: Final = 500
_MAX_REPEAT: Final = 200  # an ODS row may claim to be repeated a million times; such rows are empty in practice

Row = Sequence[str]


def read_csv(data: bytes, name: str) -> tuple[Document, ...]:
    """Read a CSV export with one plan per row.

    Raises:
        UnreadableDocument: It has no column for the child's name.
    """
    text = decode(data)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:20_000], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), dialect)]
    _check_size(len(rows), max(map(len, rows), default=0))
    head = _head_row(rows)
    if head is None:
        raise UnreadableDocument(NO_PLANS_IN_TABLE, _NO_PLANS_CURE)
    return _plans(rows, head, data, name, "csv")


def read_xlsx(data: bytes, name: str) -> tuple[Document, ...]:
    """Read a workbook: each row of an export is a plan; sheets that are laid out as a form are one plan."""
    from openpyxl import load_workbook

    container = Container(data)
    for entry in container.entries:
        if entry.filename.endswith((".xml", ".rels")):
            container.xml(entry.filename)  # refuses what openpyxl would read trustingly
    book = load_workbook(io.BytesIO(data), data_only=True)
    sheets: list[tuple[str, list[list[str]]]] = []
    comments: list[str] = []
    hidden: list[tuple[str, int]] = []
    for sheet in book.worksheets:
        _check_size(sheet.max_row, sheet.max_column)
        cells = list(sheet.iter_rows())
        rows = [[_shown(cell.value) for cell in row] for row in cells]
        if sheet.sheet_state != "visible":
            hidden.append((sheet.title, sum(visible_length(words) for row in rows for words in row)))
            continue
        sheets.append((sheet.title, rows))
        comments.extend(cell.comment.text for row in cells for cell in row if cell.comment is not None)
    return _read_sheets(sheets, comments, hidden, data, name, "xlsx")


def read_ods(data: bytes, name: str) -> tuple[Document, ...]:
    """Read an OpenDocument spreadsheet as :func:`read_xlsx` reads a workbook."""
    root = Container(data).xml("content.xml")
    sheets = []
    for table in descendants(root, "table"):
        rows: list[list[str]] = []
        for row in descendants(table, "table-row"):
            cells: list[str] = []
            for cell in row:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    cells.extend([_ods_words(cell)] * min(int(attribute(cell, "number-columns-repeated") or 1), _MAX_REPEAT))
            repeats = min(int(attribute(row, "number-rows-repeated") or 1), _MAX_REPEAT) if any(cells) else 1
            rows.extend([cells] * repeats)
            _check_size(len(rows), 0)
        sheets.append((attribute(table, "name") or "", rows))
    comments = ["".join(str(part) for part in note.itertext()) for note in descendants(root, "annotation")]
    return _read_sheets(sheets, comments, [], data, name, "ods")


def _check_size(rows: int, columns: int) -> None:
    if rows > _MAX_ROWS or columns > _MAX_COLUMNS:
        raise UnreadableDocument(
            f"A sheet is larger than {_MAX_ROWS} rows or {_MAX_COLUMNS} columns.",
            "Split it, or delete its empty rows and columns.",
        )


def _ods_words(cell: etree._Element) -> str:
    paragraphs = [node for node in cell if local(node) == "p"]
    return "\n".join("".join(str(part) for part in paragraph.itertext()) for paragraph in paragraphs)


def _read_sheets(
    sheets: Sequence[tuple[str, list[list[str]]]],
    comments: Sequence[str],
    hidden: Sequence[tuple[str, int]],
    data: bytes,
    name: str,
    media: str,
) -> tuple[Document, ...]:
    for _, rows in sheets:
        head = _head_row(rows)
        if head is not None:
            return _plans(rows, head, data, name, media)
    builder = DocumentBuilder()
    for title, rows in sheets:
        if any(words for row in rows for words in row):
            if len(sheets) > 1:
                builder.add(title, Style(BlockKind.HEADING, level=1))
            _add_sheet(builder, rows)
    for comment in comments:
        builder.add(comment, Style(region=Region.COMMENT))
    for title, characters in hidden:
        builder.omit(OmissionKind.HIDDEN, f"sheet “{title}”", characters, "A hidden sheet of the workbook.")
    return (builder.build(name, data, media),)


def _add_sheet(builder: DocumentBuilder, rows: Iterable[Row]) -> None:
    table = builder.new_table()
    for row_number, row in enumerate(rows):
        for column, words in enumerate(row):
            builder.add(words, Style(BlockKind.CELL, cell=CellPosition(table, row_number, column)))


def _head_row(rows: Sequence[Row]) -> int | None:
    """Return the number of the row that heads an export with one plan per row, or None when this is no such table.

    Exports may print the names of groups of columns above the heads: the fullest of the rows that could be heads counts.
    """
    fullest: int | None = None
    for number, row in enumerate(rows[:10]):
        heads = [words for words in row if words]
        if len(heads) < _FEWEST_COLUMNS:
            continue
        names_a_child = any(_CHILD_HEAD.search(words) and len(words) < _LONGEST_CHILD_HEAD for words in heads)
        has_plans = any(sum(bool(words) for words in later) >= 2 for later in rows[number + 1 :])
        differ = len(set(heads)) >= _LEAST_DIFFERENT * len(heads)
        if not (names_a_child and has_plans and differ):
            if fullest is None and number + 1 < len(rows) and _groups(row, rows[number + 1]):
                continue
            return fullest
        if fullest is None or len(heads) > sum(map(bool, rows[fullest])):
            if fullest is not None and not _groups(rows[fullest], row):
                return fullest
            fullest = number
    return fullest


def _groups(above: Row, heads: Row) -> bool:
    """Whether a row names groups of columns: it fills only some columns, each of which has a head of its own below."""
    filled = [column for column, words in enumerate(above) if words]
    below = sum(map(bool, heads))
    return len(filled) * 2 <= below and all(column < len(heads) and heads[column] for column in filled)


def _plans(rows: Sequence[Row], head: int, data: bytes, name: str, media: str) -> tuple[Document, ...]:
    """Return a document per row: a table of two columns, the question and its answer."""
    documents: list[Document] = []
    for row in rows[head + 1 :]:
        if not any(row):
            continue
        builder = DocumentBuilder()
        table = builder.new_table()
        for column, question in enumerate(rows[head]):
            answer = row[column] if column < len(row) else ""
            builder.add(question, Style(BlockKind.CELL, cell=CellPosition(table, column, 0), bold=True))
            builder.add(answer, Style(BlockKind.CELL, cell=CellPosition(table, column, 1), filled=True))
        for extra, words in enumerate(row[len(rows[head]) :]):
            builder.add(words, Style(BlockKind.CELL, cell=CellPosition(table, len(rows[head]) + extra, 1), filled=True))
        documents.append(builder.build(name, data, media, plan_no=len(documents) + 1))
    return tuple(documents)


def _shown(value: object) -> str:
    """Return a cell's value as a British reader would see it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
