"""The needs that a plan names: one for each row, numbered point or paragraph under the headings for barriers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from qa_app.core.analysis import Analysis, JudgedTarget
from qa_app.core.document import Span
from qa_app.core.judged import Component, Level, Severity
from qa_app.core.plan import Section
from qa_app.detect.concepts import find_concept
from qa_app.detect.owners import common_words
from qa_app.detect.reading import says_something, word_count

SECTION: Final = "barriers_needs"
INSTEAD: Final = ("aln", "health_wellbeing")
"""Where needs stand when a plan has no part for barriers."""
TIED: Final = 0.3  # weaker links are chance
ENOUGH_WORDS: Final = 12  # beside its name; a need told in so many words is described, not only named
ANSWER_COLUMN: Final = 2  # of a row "need, what shows it, what helps"
LEAST_CHARACTERS: Final = 4
_OPENING: Final = 60  # characters at the start of an entry that tell what it is about
_NUMBERED: Final = re.compile(r"\s*\(?(\d)[.)]")
_LABEL_END: Final = re.compile(r"[.:;,(–]|\s-\s")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 4  # letters of a word that tells what a need is about
_STEM: Final = 5  # letters that forms of one word share: "confident", "confidence"
_ENOUGH_IN_COMMON: Final = 2  # telling words that a need and a row share
_REFERENCE: Final = re.compile(r"\b(?:barrier|need|point|rhwystr|angen)s?\s*(?:no\.?\s*)?(\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Need:
    """A need as the plan names it.

    Attributes:
        spans: Where it stands: the cells of its row, or its paragraph.
        explained: The plan says why it is there, or what shows it.
        answered: A target or action answers it: beside it, by a link, by its number, or by the word it goes by.
    """

    spans: tuple[Span, ...]
    text: str
    explained: bool
    answered: bool


def needs_of(analysis: Analysis) -> tuple[Need, ...]:
    """Return the plan's needs in order. What the plan says there are none of is none."""
    sections = analysis.plan.sections_with(SECTION) or analysis.plan.sections_with(*INSTEAD)
    entries = [entry for section in sections for entry in _entries(analysis, section)]
    return tuple(_need(analysis, number, entry) for number, entry in enumerate(entries, start=1))


def _entries(analysis: Analysis, section: Section) -> Iterator[tuple[Span, ...]]:
    """Yield the places of each entry: the cells of one row, or one paragraph."""
    document = analysis.plan.document

    def row_of(span: Span) -> tuple[int, int, int] | int:
        block = document.block_at(span.start)
        cell = block.cell if block else None
        if cell is None or cell not in rows_with_columns:
            return span.start
        return cell.table, cell.row, -1

    cells = [block.cell for span in section.content.spans if (block := document.block_at(span.start)) and block.cell]
    columns: dict[tuple[int, int], set[int]] = {}
    for cell in cells:
        columns.setdefault((cell.table, cell.row), set()).add(cell.column)
    tables = {table for (table, _), used in columns.items() if len(used) > 1}
    rows_with_columns = {cell for cell in cells if cell.table in tables}
    for _, group in groupby(section.content.spans, key=row_of):
        entry = tuple(group)
        text = " ".join(document.quote(span) for span in entry)
        if (
            len(text) >= LEAST_CHARACTERS
            and says_something(text)
            and not _is_no_need(text)
            and not _is_blame(analysis, entry, text)
        ):
            yield entry


def _is_no_need(text: str) -> bool:
    """Tell whether an entry says that there is no need, or tells what helped and not what is needed."""
    return find_concept(text, "nothing_planned") is not None or find_concept(text[:_OPENING], "what_worked") is not None


def _is_blame(analysis: Analysis, entry: tuple[Span, ...], text: str) -> bool:
    """Tell whether an entry only labels or blames the child: harsh words, and nothing that says why."""
    harsh = [
        flag.flag.severity for flag in analysis.flags if _within(flag.span, entry) and flag.flag.severity is not Severity.LOW
    ]
    return (Severity.HIGH in harsh or len(harsh) > 1) and find_concept(text, "cause") is None


def _need(analysis: Analysis, number: int, entry: tuple[Span, ...]) -> Need:
    text = "\n".join(analysis.plan.document.quote(span) for span in entry)
    explained = find_concept(text.replace("\n", " "), "cause") is not None or word_count(text) >= ENOUGH_WORDS
    return Need(entry, text, explained, _answered(analysis, number, entry))


def _answered(analysis: Analysis, number: int, entry: tuple[Span, ...]) -> bool:
    document = analysis.plan.document
    for span in entry:
        block = document.block_at(span.start)
        if block and block.cell and block.cell.column >= ANSWER_COLUMN and says_something(document.quote(span)):
            return True
    beside_the_point = [target for target in analysis.targets if not _fits(target)]
    elsewhere = tuple(span for target in beside_the_point for part in target.row.parts().values() for span in part.spans)
    if any(
        link.need
        and link.action
        and link.strength >= TIED
        and _within(link.need.span, entry)
        and not _within(link.action.span, elsewhere)
        for link in analysis.links
    ):
        return True
    return any(_shares_subject(analysis, target, number, entry) for target in analysis.targets if _fits(target))


def _fits(target: JudgedTarget) -> bool:
    """Tell whether a row can answer a need: one judged irrelevant to the child answers none."""
    return target.judgement.components[Component.RELEVANT].level is not Level.NOT


def answers(analysis: Analysis, target: JudgedTarget, need: Need) -> bool:
    """Tell whether a row answers a need: by a link, or by the words that tell what both are about."""
    row = [span for part in target.row.parts().values() for span in part.spans]
    linked = any(
        link.need
        and link.action
        and link.strength >= TIED
        and _within(link.need.span, need.spans)
        and _within(link.action.span, tuple(row))
        for link in analysis.links
    )
    return linked or _shares_subject(analysis, target, 0, need.spans)


def _shares_subject(analysis: Analysis, target: JudgedTarget, number: int, entry: tuple[Span, ...]) -> bool:
    """Compare a row with a need by its number, by the name it goes by, and by two telling words in common."""
    document = analysis.plan.document
    label = document.quote(entry[0])
    told = _NUMBERED.match(label)
    if (int(told.group(1)) if told else number) in references_in(target.row.need.text):
        return True
    name = _content(_LABEL_END.split(_NUMBERED.sub("", label).strip(), maxsplit=1)[0])
    whole = _content(" ".join(document.quote(span) for span in entry))
    row = _content(" ".join(part.text for part in (target.row.target, target.row.need, target.row.actions)))
    return bool(name & row) or len(whole & row) >= _ENOUGH_IN_COMMON


def _content(text: str) -> frozenset[str]:
    """Return the stems of the words that tell what a text is about."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in common_words("about_nothing"))


def references_in(text: str) -> frozenset[int]:
    """Return the numbers of the needs that a text points at: "barrier 2"."""
    return frozenset(int(match.group(1)) for match in _REFERENCE.finditer(text))


def _within(span: Span, entry: tuple[Span, ...]) -> bool:
    return any(span.overlaps(other) for other in entry)
