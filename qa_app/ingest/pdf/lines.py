"""From letters to lines to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from qa_app.ingest.pdf.geometry import Box, around
from qa_app.ingest.pdf.glyphs import Glyph

_GAP: Final = 1.6  # font sizes of white between two words that stand apart, as a label and its answer do
_LEADING: Final = 0.9  # font sizes of white between two lines that still belong together
_MOST_JUMPS: Final = 2  # upward jumps of the file's own order that columns explain; more, and places decide
_FULL_LINE: Final = 0.75  # a line that fills less of its column's width ended on purpose, when its words allow it
_LABEL_AND_ANSWER: Final = 2  # segments of a line
_SAME_EDGE: Final = 0.3  # font sizes
_STARTS_ITEM: Final = re.compile(r"[•▪●○◦■□▢☐☑☒✓✗➢➤·]|[-–]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_ENDS_THOUGHT: Final = re.compile(r"[.!?:;]['\"”’)]?$")


@dataclass(frozen=True, slots=True)
class Answer:
    """Text that a form field or a typed annotation adds to the page; see :mod:`qa_app.ingest.pdf.fields`."""

    label: str
    is_field: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand together on one line."""

    text: str
    box: Box
    size: float
    bold: bool
    order: int
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, or the value of one form field.

    Attributes:
        lines: How many lines it has on the page.
        continues: It stands on the line of the paragraph before.
    """

    text: str
    box: Box
    size: float
    bold: bool
    order: int
    lines: int = 1
    answer: Answer | None = None
    continues: bool = False


Line = list[Segment]


def segments_of(glyphs: Iterable[Glyph]) -> list[Segment]:
    """Join letters that follow each other on a line."""
    segments: list[Segment] = []
    current: list[Glyph] = []
    for glyph in glyphs:
        if current and not _follows(current[-1], glyph):
            segments.extend(_segment(current))
            current = []
        current.append(glyph)
    segments.extend(_segment(current))
    return segments


def _follows(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size, 1.0)
    gap = glyph.box.x0 - last.box.x1
    return last.box.on_line_of(glyph.box) and -0.6 * size < gap < _GAP * size


def _segment(glyphs: list[Glyph]) -> list[Segment]:
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not inked:
        return []
    text = inked[0].text
    for last, glyph in pairwise(glyphs[glyphs.index(inked[0]) :]):
        if not last.text.isspace() and not glyph.text.isspace() and glyph.box.x0 - last.box.x1 > 0.25 * glyph.size:
            text += " "
        text += glyph.text
    return [Segment(text.rstrip(), around([g.box for g in inked]), inked[0].size, all(g.bold for g in inked), inked[0].order)]


def lines_of(segments: Sequence[Segment], *, by_place: bool) -> list[Line]:
    """Put segments on their lines.

    Args:
        segments: In the file's order.
        by_place: Sort by place; otherwise the file's order is kept, in which columns come one after the other.
    """
    ordered = sorted(segments, key=lambda s: (s.box.middle, s.box.x0)) if by_place else list(segments)
    lines: list[Line] = []
    for segment in ordered:
        if lines and lines[-1][-1].box.on_line_of(segment.box) and (by_place or segment.box.x0 >= lines[-1][-1].box.x1 - 1):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda s: s.box.x0) for line in lines] if by_place else lines


def order_is_by_place(segments: Sequence[Segment]) -> bool:
    """Tell whether the file's own order jumps about so much that only the places can be trusted."""
    if any(segment.answer is not None for segment in segments):
        return True
    jumps = sum(after.box.bottom < before.box.top - before.size for before, after in pairwise(segments))
    return jumps > _MOST_JUMPS


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Join lines into paragraphs; values of form fields stay apart."""
    width = max((line[-1].box.x1 - line[0].box.x0 for line in lines), default=0.0)
    paragraphs: list[Paragraph] = []
    open_lines: list[Line] = []
    for line in lines:
        if open_lines and not (_belongs(open_lines[-1], line, width) or _answers_on(open_lines, line)):
            paragraphs.append(_paragraph(open_lines))
            open_lines = []
        if any(segment.answer for segment in line):
            if open_lines:
                paragraphs.append(_paragraph(open_lines))
                open_lines = []
            paragraphs.extend(_with_answers(line))
        else:
            open_lines.append(line)
    if open_lines:
        paragraphs.append(_paragraph(open_lines))
    return paragraphs


def _belongs(above: Line, below: Line, width: float) -> bool:
    """Tell whether a line goes on with the sentence of the line above."""
    size = max(above[0].size, 1.0)
    white = below[0].box.top - above[0].box.bottom
    if not -0.6 * size < white < _LEADING * size:
        return False
    if abs(above[0].size - below[0].size) > 0.6 or _all_bold(above) != _all_bold(below):
        return False
    if len(above) > 1 or len(below) > 1 or _STARTS_ITEM.match(below[0].text):
        return False
    fills = above[-1].box.x1 - above[0].box.x0 >= _FULL_LINE * width
    first = below[0].text[:1]
    return fills or (not _ENDS_THOUGHT.search(above[-1].text) and (first.islower() or first in "(&,"))


def _answers_on(above: Sequence[Line], below: Line) -> bool:
    """Tell whether a line goes on with the answer of a label that stands left of it, set in columns without rules."""
    first = above[0]
    if len(first) != _LABEL_AND_ANSWER or len(below) != 1:
        return False
    size = max(below[0].size, 1.0)
    white = below[0].box.top - above[-1][0].box.bottom
    return -0.6 * size < white < _LEADING * size and abs(below[0].box.x0 - first[1].box.x0) < _SAME_EDGE * size


def _all_bold(line: Line) -> bool:
    return all(segment.bold for segment in line)


def _words(line: Line) -> str:
    return "\t".join(segment.text for segment in line)


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    first = lines[0][0]
    box = around([segment.box for line in lines for segment in line])
    text = " ".join(_words(line) for line in lines)
    return Paragraph(text, box, first.size, all(map(_all_bold, lines)), min(s.order for s in lines[0]), len(lines))


def _with_answers(line: Line) -> list[Paragraph]:
    """Split a line at the values of form fields."""
    parts: list[Paragraph] = []
    printed: Line = []
    for segment in line:
        if segment.answer is None:
            printed.append(segment)
            continue
        if printed:
            parts.append(_paragraph([printed]))
            printed = []
        parts.append(Paragraph(segment.text, segment.box, segment.size, segment.bold, segment.order, answer=segment.answer))
    if printed:
        parts.append(_paragraph([printed]))
    return [
        part if number == 0 else Paragraph(part.text, part.box, part.size, part.bold, part.order, part.lines, part.answer, True)
        for number, part in enumerate(parts)
    ]
