"""Labels and answers set in columns without rules: runs of lines with tabs, or wide gaps, read as tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qa_app.core.document import BlockKind, CellPosition, Document, Span
from qa_app.extract import headings
from qa_app.extract.columns import exact_target_part, target_parts
from qa_app.extract.fields import field_for
from qa_app.extract.layout import Cell, Flow, Line, Table
from qa_app.extract.prompts import is_question
from qa_app.extract.wording import trimmed, word_count

_LONGEST_LABEL: Final = 12  # words
_LONGEST_ABBREVIATION: Final = 3  # "D.O.B."
_FEWEST_IN_DOCUMENT: Final = 6  # lines with tabs from which a document is taken to be set so
_FEWEST_IN_RUN: Final = 3
_PAIR: Final = 2


def with_tabbed_tables(document: Document, flow: Flow) -> Flow:
    """Put runs of lines that hold a label, a tab and an answer together to tables.

    A label whose answer is empty stands on a line without a tab; it belongs to the run when it is a known wording.

    Args:
        document: What the lines are of.
        flow: Lines and tables outside every table.
    """
    pieces = [_pieces(document, item) if isinstance(item, Line) else () for item in flow]
    throughout = sum(len(parts) > 1 for parts in pieces) >= _FEWEST_IN_DOCUMENT
    number = 1 + max((block.cell.table for block in document.blocks if block.cell is not None), default=-1)
    found: list[Line | Table] = []
    at = 0
    while at < len(flow):
        end = _run_end(flow, pieces, at)
        if end > at and _is_table(pieces[at:end], throughout=throughout):
            found.append(_table(flow[at:end], pieces[at:end], number))
            number += 1
            at = end
        else:
            found.append(flow[at])
            at += 1
    return tuple(found)


def _pieces(document: Document, line: Line) -> tuple[Span, ...]:
    """Return what stands between a line's tabs; nothing for a line that cannot be a row."""
    if line.block.kind in {BlockKind.FIELD, BlockKind.HEADING, BlockKind.LIST_ITEM} or line.block.filled or line.block.prompt:
        return ()
    spans = []
    start = 0
    for part in line.text.split("\t"):
        span = Span(line.span.start + start, line.span.start + start + len(part))
        if words := trimmed(document.text, span):
            spans.append(words)
        start += len(part) + 1
    if len(spans) > 1 and not _could_be_label(document.quote(spans[0])):
        return ()
    return tuple(spans)


def _could_be_label(text: str) -> bool:
    words = word_count(text)
    sentence = text.rstrip().endswith((".", "!", ";")) and words > _LONGEST_ABBREVIATION
    return words <= _LONGEST_LABEL and any(map(str.isalpha, text)) and not sentence


def _run_end(flow: Flow, pieces: Sequence[tuple[Span, ...]], at: int) -> int:
    """Return the end of the run of rows that begins at ``at``; ``at`` itself when none begins there."""
    if len(pieces[at]) < _PAIR:
        return at
    wide = len(pieces[at])
    end = at + 1
    first = flow[at]
    while end < len(flow):
        item = flow[end]
        if not isinstance(item, Line) or not isinstance(first, Line):
            break
        if len(pieces[end]) == wide or (len(pieces[end]) == 1 and wide == _PAIR and _is_unanswered(item, first)):
            end += 1
        else:
            break
    return end


def _is_unanswered(line: Line, row: Line) -> bool:
    """Whether a line is a label whose answer was left empty."""
    if line.block.bold != row.block.bold or line.block.size != row.block.size:
        return False
    return _is_known(line.text) and word_count(line.text) <= _LONGEST_LABEL


def _is_known(text: str) -> bool:
    label = text.rstrip(" :")
    return bool(
        field_for(label) or target_parts(label) or exact_target_part(label) or headings.exact(label) or is_question(text)
    )


def _is_table(rows: Sequence[tuple[Span, ...]], *, throughout: bool) -> bool:
    filled = [row for row in rows if len(row) > 1]
    if throughout and len(filled[0]) == _PAIR:
        return True
    return len(filled) >= _FEWEST_IN_RUN


def _table(lines: Sequence[Line | Table], pieces: Sequence[tuple[Span, ...]], number: int) -> Table:
    columns = max(map(len, pieces))
    rows = []
    for row, (line, spans) in enumerate(zip(lines, pieces, strict=True)):
        if not isinstance(line, Line):
            continue
        cells = []
        for column, span in enumerate(spans):
            words = line.text[span.start - line.span.start : span.end - line.span.start]
            cells.append(Cell(CellPosition(number, row, column), (Line(line.block, span, words),)))
        rows.append(tuple(cells))
    return Table(number, tuple(rows), columns, labelled=columns == _PAIR)
