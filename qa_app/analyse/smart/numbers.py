"""Numbers of a row, told apart: a measure of what the child does, how often help is given, or no measure at all.

*Year 9*, *Room 12*, *KS3*, *1:1*, a date and *3 x weekly sessions with Mrs Lloyd* are numbers that measure nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from qa_app.core.judged import Proof


class NumberKind(StrEnum):
    """What a number in a row says."""

    SHARE = "score-or-share"  # 8 out of 10, 4/5, 92 %
    LIMIT = "limit"  # at least 3, no more than 2, 20+
    CHANGE = "from-to"  # from 12 to 20, 40 -> 60
    COUNT = "number-with-unit"  # 15 key words, 25 m, three emails
    FREQUENCY = "frequency"  # twice a week, 4 mornings
    GRADE = "grade-or-level"  # grade 4, level 2, RA 9.2
    CLOCK = "clock-time"  # by 8.45, lights out by 11
    AGE_OR_PLACE = "label"  # Year 9, Room 12, KS3, 1:1: no measure


_N: Final = (
    r"(?:\d+(?:[.,]\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|both|half|"
    r"un|dau|dwy|ddau|ddwy|tri|tair|dri|dair|pedwar|pedair|bedwar|bedair|pump|pum|bump|chwech|chwe|saith|wyth|naw|deg|ddeg|"
    r"dwsin|hanner|ddwywaith|deirgwaith)\b)"
)
_NUMBERED: Final = (
    r"year|yr|y|blwyddyn|bl|form|class|dosbarth|key stage|ks|ca|room|rm|ystafell|phase|period|p|gw|paper|unit|uned|mock|ffug|"
    r"section|stage|wave|step|standards?|chapter|target|set|spring|summer|autumn|appendix"
)
_LABELS: Final = re.compile(
    rf"\b(?:{_NUMBERED})s?\.?\s?\d+[a-z]?(?:\s?(?:/|-|–|&|and|to)\s?(?:y|yr|p|ks)?\d{{1,2}})?\b(?!\s*(?:/|out of|%))"
    r"|\b\d{1,2}\s?x\s?\d{1,2}\b"
    r"|(?<!\d)1\s?[:-]\s?\d\b(?!\d)|\b\d\s?to\s?1\b|\bone[ -]to[ -]one\b|\bstep[ -]by[ -]step\b|\bone[ -]page\b|\bun i un\b"
    r"|\b\d{1,2}[-–]\d{1,2} year",
    re.IGNORECASE,
)
_OUT_OF: Final = (
    r"out of|in every|of every|of the next|of the last|of the|of his|of her|of their|of each|o bob|mas o|allan o|o'r|o’r|in|of"
)
_BOUND: Final = (
    r"at least|no more than|not more than|more than|fewer than|less than|under|over|above|below|a maximum of|maximum|max\.?|"
    r"minimum|min\.?|up ?to|down to|within|o leiaf|dim mwy na|llai na|mwy na|hyd at|dros|dan|i lawr i|o fewn"
)
_BOUND_AFTER: Final = r"\+|or more|or better|or above|or below|or fewer|or less|or under|minimum|min\b|max\b|neu fwy"
_TIMES: Final = r"times|mornings|nights|days|lessons|weeks|sessions|mondays|tuesdays|wednesdays|thursdays|fridays|occasions"
_PERIOD: Final = r"day|week|wk|fortnight|month|term|lesson|night|wythnos|dydd|mis|tymor"
_LEVEL: Final = r"grades?|level|lvl|set|reading age|ra|gradd|lefel|band|oed darllen"
_SHORT_UNIT: Final = r"m|km|cm|mins?|secs?|hrs?|wpm|kg|g"
_CLOCK: Final = r"(?:half past |quarter to |quarter past )?\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)?"
_NAMED_PATTERNS: Final = (
    (NumberKind.CHANGE, rf"\bfrom\s+(?:\S+\s+){{0,2}}?{_N}\D{{1,20}}?\bto\s+(?:\S+\s+){{0,2}}?{_N}"),
    (NumberKind.CHANGE, rf"{_N}\s?%?\s?(?:->|→|=>)\s?{_N}"),
    (NumberKind.CHANGE, rf"\bo\s+{_N}\D{{1,12}}?\bi\s+{_N}"),
    (NumberKind.SHARE, r"\d+(?:[.,]\d+)?\s?(?:%|per\s?cent\b|y cant\b)"),
    (NumberKind.SHARE, r"(?<![\d/.])\d{1,3}\s?/\s?\d{1,3}(?![\d/])"),
    (NumberKind.SHARE, rf"{_N}\s+(?:\w+\s+){{0,3}}?(?:{_OUT_OF})\s+(?:(?:the|a|every|next|last|y|ei)\s+)?{_N}"),
    (NumberKind.LIMIT, rf"\b(?:{_BOUND})\s+(?:of\s+)?(?:a\s+)?£?{_N}|[<>≥≤]\s?\d+|\d+\s?(?:{_BOUND_AFTER})"),
    (NumberKind.FREQUENCY, rf"(?:{_N}\s*(?:x|times|gwaith|waith|tro)|\b(?:once|twice|ddwywaith|unwaith|deirgwaith)|{_N}\s+\w+)"
     rf"\s*(?:\w+\s+)?(?:a|per|each|every|yr|y|bob|/)\s*(?:{_PERIOD})\b"),
    (NumberKind.FREQUENCY, rf"{_N}\s*x\b|\bx\s*{_N}|{_N}\s+(?:\w+\s+)?(?:{_TIMES})\b"),
    (NumberKind.GRADE, rf"\b(?:{_LEVEL})\s+(?:of\s+)?(?:[A-E]\b|{_N})"),
    (NumberKind.CLOCK, rf"\b(?:by|before|at|erbyn|cyn|am)\s+{_CLOCK}\b(?![/%\d])"),
    (NumberKind.COUNT, rf"£\s?\d+|\d+\s?(?:{_SHORT_UNIT})\b|\ball\s+{_N}\b"),
    (NumberKind.COUNT, rf"{_N}\s+(?!(?:and|or|to|a|ac|neu|i|the|y|yr|for|with|in|on|of)\b)[a-z][\w'’-]+"),
    (NumberKind.SHARE, r"^\s*\d+(?:[.,]\d+)?\s*$"),
)  # fmt: skip
_PATTERNS: Final = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _NAMED_PATTERNS)
"""Tried in this order; what one has taken, no later one may use."""


def find_numbers(field: str, text: str, excluded: Sequence[tuple[int, int]] = ()) -> Iterator[Proof]:
    """Yield the numbers of a field, each with its kind, none inside another.

    Args:
        field: Name of the field, for the proofs.
        text: The field's words.
        excluded: Offsets of dates, in which a number measures nothing.
    """
    taken = list(excluded)
    for match in _LABELS.finditer(text):
        if not _overlaps(match.start(), match.end(), taken):
            taken.append(match.span())
            yield Proof(field, match.start(), match.end(), match.group(), NumberKind.AGE_OR_PLACE)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not _overlaps(match.start(), match.end(), taken):
                taken.append(match.span())
                yield Proof(field, match.start(), match.end(), match.group(), kind)


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)
