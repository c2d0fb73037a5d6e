"""Labels set small above their answers, as web pages print their fields: each run of them is read as a table of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from qa_app.core.document import BlockKind, CellPosition, Document
from qa_app.extract import headings
from qa_app.extract.columns import NUMBERED_TARGET, target_parts
from qa_app.extract.fields import field_for
from qa_app.extract.layout import Cell, Flow, Line, Table
from qa_app.extract.prompts import is_question
from qa_app.extract.wording import word_count

_FEWEST: Final = 6  # labels with an answer below, from which a document is taken to be set so
_KNOWN_SHARE: Final = 0.5
"""Share of the small lines that must be wordings of forms: small hints and captions are hardly ever."""
_SMALLER_BY: Final = 1.0  # points


def with_stacked_tables(flow: Flow, document: Document, body_size: float) -> Flow:
    """Put runs of small labels and the answers below them together to tables, the bold heads of target cards with them.

    Args:
        flow: Lines and tables outside every table.
        document: What they are of.
        body_size: The size, in points, that most words have; 0 when sizes are not known.

    Returns:
        The flow with such runs as tables; as it was when the document is not set so.
    """
    lines = tuple(_opened(flow, body_size))
    size = _label_size(lines, body_size)
    if size is None:
        return flow
    number = 1 + max((block.cell.table for block in document.blocks if block.cell is not None), default=-1) + len(flow)
    found: list[Line | Table] = []
    at = 0
    while at < len(lines):
        end, rows = _run(lines, at, size, number)
        if rows:
            found.append(Table(number, tuple(rows), 2, labelled=True, by_row=True))
            number += 1
            at = end
        else:
            found.append(lines[at])
            at += 1
    return tuple(found)


def _opened(flow: Flow, body_size: float) -> Iterator[Line | Table]:
    """Yield the flow, the lines of a frame round a card in the frame's place."""
    for item in flow:
        framed = isinstance(item, Table) and item.columns == 1
        if isinstance(item, Table) and framed and any(_is_small(line, body_size) for cell in item.cells for line in cell.lines):
            for cell in item.cells:
                yield from cell.flow
        else:
            yield item


def _is_small(item: Line | Table, body_size: float) -> bool:
    return isinstance(item, Line) and item.block.size is not None and item.block.size <= body_size - _SMALLER_BY


def _label_size(flow: Sequence[Line | Table], body_size: float) -> float | None:
    """Return the size, in points, of the labels above answers; None when the document is not set so."""
    above: Counter[float] = Counter()
    known: Counter[float] = Counter()
    for item, below in pairwise(flow):
        if not isinstance(item, Line) or item.block.size is None or not _is_small(item, body_size):
            continue
        if _could_be_label(item) and _is_answer(below, item.block.size):
            above[item.block.size] += 1
            known[item.block.size] += _is_known(item.text)
    size = max(above, key=lambda one: (known[one], one), default=None)
    return size if size is not None and known[size] >= max(_FEWEST, _KNOWN_SHARE * above[size]) else None


def _could_be_label(line: Line) -> bool:
    block = line.block
    if block.kind is not BlockKind.PARAGRAPH and block.kind is not BlockKind.CELL:
        return False
    return not (block.bold or block.filled or block.prompt) and 0 < word_count(line.text) <= headings.LONGEST_HEADING


def _is_answer(item: Line | Table, label_size: float) -> bool:
    return isinstance(item, Line) and not item.block.bold and (item.block.size or 0) >= label_size + _SMALLER_BY


def _is_known(text: str) -> bool:
    label = text.rstrip(" :*")
    return bool(field_for(label) or target_parts(label) or headings.exact(label) or is_question(text))


def _run(flow: Sequence[Line | Table], at: int, size: float, number: int) -> tuple[int, list[tuple[Cell, ...]]]:
    """Return where the run of labels with answers that begins at ``at`` ends, and its rows; no rows when none begins."""
    rows: list[tuple[Cell, ...]] = []
    while at < len(flow):
        line = flow[at]
        if not isinstance(line, Line):
            break
        if _is_label(line, size):
            label = Line(replace(line.block, bold=True), line.span, line.text)
            end = at + 1
            while end < len(flow) and _is_answer(flow[end], size):
                end += 1
            row = [Cell(CellPosition(number, len(rows), 0), (label,))]
            if end > at + 1:
                row.append(Cell(CellPosition(number, len(rows), 1), tuple(flow[at + 1 : end])))
            rows.append(tuple(row))
            at = end
        elif _heads_card(flow, at, size):
            rows.append((Cell(CellPosition(number, len(rows), 0, 1, 2), (line,)),))
            at += 1
        else:
            break
    return at, rows


def _is_label(item: Line | Table, size: float) -> bool:
    return isinstance(item, Line) and item.block.size == size and _could_be_label(item)


def _heads_card(flow: Sequence[Line | Table], at: int, size: float) -> bool:
    """Whether a bold line is the head of a target's card ("Target 2 of 3"), the card's labels below it."""
    line = flow[at]
    if not isinstance(line, Line) or not line.block.bold or at + 1 >= len(flow):
        return False
    return NUMBERED_TARGET.match(line.text) is not None and _is_label(flow[at + 1], size)
