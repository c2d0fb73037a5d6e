"""Cuts what people wrote into pieces that can be judged or linked one by one: lines, list items, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from qa_app.core.document import Document, Span

_LINE: Final = re.compile(r"[^\n\r\v\f]+")
_SENTENCE: Final = re.compile(r"\S.*?(?:[.!?…]+[\"'”’)]*(?=\s+[\"'“‘(]?[A-ZÀ-ÖØ-ÞŴŶ0-9])|$)", re.DOTALL)
_ABBREVIATION: Final = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|St|e\.g|i\.e|etc|No|approx|Yr|Bl)|\b[A-Z])\.$")
_BULLET: Final = re.compile(r"[\s•▪◦●·*–—-]*")


def lines(document: Document, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the lines of ``spans`` that hold a letter or digit, or a mark that stands alone, without white space round them."""
    for span in spans:
        for match in _LINE.finditer(document.text, span.start, span.end):
            found = trimmed(document, Span(match.start(), match.end()))
            if found is not None:
                yield found


def sentences(document: Document, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the sentences of ``spans``; a line's end also ends a sentence. Bullets are left out."""
    for line in lines(document, spans):
        bullet = _BULLET.match(document.text, line.start, line.end)
        start = bullet.end() if bullet and bullet.end() < line.end else line.start
        begun = start
        for match in _SENTENCE.finditer(document.text, start, line.end):
            if _ABBREVIATION.search(match.group()) and match.end() < line.end:
                continue
            found = trimmed(document, Span(begun, match.end()))
            if found is not None:
                yield found
            begun = match.end()


def entries(document: Document, spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """Yield what belongs together as one entry of a list: the sentences of a table row together, others one by one."""
    row: list[Span] = []
    place: tuple[int, int] | None = None
    for sentence in sentences(document, spans):
        block = document.block_at(sentence.start)
        here = (block.cell.table, block.cell.row) if block and block.cell and block.cell.row_span == 1 else None
        if row and (here is None or here != place):
            yield tuple(row)
            row = []
        row.append(sentence)
        place = here
    if row:
        yield tuple(row)


def trimmed(document: Document, span: Span) -> Span | None:
    """Return ``span`` without white space at its ends; None when nothing is left."""
    words = document.quote(span)
    left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return Span(span.start + left, span.end - right) if words.strip() else None


def paragraphs(document: Document, spans: Iterable[Span], *, longest: int) -> Iterator[Span]:
    """Yield lines, but cut a line of more than ``longest`` words at sentence ends into parts of about that length."""
    for line in lines(document, spans):
        if len(document.quote(line).split()) <= longest:
            yield line
            continue
        start: int | None = None
        for sentence in sentences(document, [line]):
            start = sentence.start if start is None else start
            if len(document.text[start : sentence.end].split()) >= longest // 2:
                yield Span(start, sentence.end)
                start = None
        if start is not None:
            yield Span(start, line.end)
