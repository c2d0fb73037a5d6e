"""What the words round a possible date say about it."""

from __future__ import annotations

import re
from typing import Final

from qa_app.nlp.dates.mention import DateRole
from qa_app.nlp.dates.vocabulary import alternatives, date_words

_BEFORE: Final = 48
_FILL: Final = (
    r"(?:\s*[:\-–]?\s*(?:the|y|yr|about|around|approx\.?|our|on|at|at\s+the\s+end\s+of|end|late|early|mid|start)\b\.?){0,2}"
)
_WEEKDAY: Final = rf"(?:\s*\b(?:{alternatives(date_words().weekdays)})\b\.?,?)?"

_BY: Final = re.compile(
    r"(?:\b(?:by|before|until|till?|due|deadline|latest|later\s+than|in\s+time\s+for|ready\s+for|aim(?:ing)?\s+for|erbyn|cyn|tan|hyd|ddim\s+hwyrach\s+na)\b"
    rf"(?:\s+(?:date|on|for|pen))?){_FILL}{_WEEKDAY}[\s:]*(?:diwedd\s+)?$",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"(?:\b(?:from|since|start(?:s|ing|ed)?|begin(?:s|ning)?|began|commenc(?:es?|ing|ed)|as\s+of|after|following|opens?|onwards\s+from"
    r"|o|ers|dechrau|ddechrau|dechreuodd|cychwyn|ar\s+ôl|wedi)\b"
    rf"(?:\s+(?:date|on|in|ym|yn|fis|mis|y|yr))?){_FILL}{_WEEKDAY}[\s:]*$",
    re.IGNORECASE,
)
_REVIEW: Final = re.compile(
    r"\b(?:review(?:ed|s|ing)?|rev\b\.?|revisit(?:ed)?|re-?assess(?:ed)?|check[\s-]?in|look\s+again|adolyg\w*|hadolygu)\b[^.;\n]{0,22}$",
    re.IGNORECASE,
)
_REVIEW_AFTER: Final = re.compile(r"\s*(?:\(|[-–:])?\s*(?:PEP\s+|LAC\s+|CLA\s+)?(?:review|check[\s-]?in|adolyg)", re.IGNORECASE)

_TIME_BEFORE: Final = re.compile(
    r"(?:\b(?:by|before|until|till?|in|during|end|since|from|this|next|last|around|due|after|through|throughout|over|between|early|late|mid"
    r"|erbyn|cyn|tan|ym|yng|yn|mis|fis|ers|diwedd|canol|dechrau|ar\s+ôl|hyd|dros|y|yr|nesaf|for\s+the|aim(?:ing)?\s+for|(?:up|off|breaks?|finish(?:es)?)\s+for)\b(?:\s+(?:the|of|o|y|yr|fis|mis|this|next|early|late|mid))*"
    rf"|\b(?:{alternatives(date_words().months)})\b\s*(?:,|/|&|-|–|and|to|or|a|ac|i|neu)"
    r"|[(:–]|\s-)\s*$",
    re.IGNORECASE,
)
_DEADLINE_BEFORE: Final = re.compile(
    r"\b(?:by|before|until|due|end\s+of|early|late|mid|deadline|during|since|in|erbyn|cyn|ym|mis|fis)\b:?\s*(?:the\s+|w/c\s+)?$",
    re.IGNORECASE,
)
_DEADLINE_OF_FIGURES: Final = re.compile(
    r"\b(?:by|before|until|due|erbyn|cyn|tan|review(?:ed)?|adolygu)\b:?\s*(?:on\s+)?$", re.IGNORECASE
)
_TIME_AFTER: Final = re.compile(
    r"[\s-]+(?:exams?|examinations?|mocks?|tests?|retests?|re-?sits?|reports?|reviews?|PEP|assessments?|data|window|series|sats|results|intake|onwards|at\s+the\s+latest"
    r"|nesaf|deadline|sitting|entry|term|tests)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\b(?:year|yr|years|grade|level|room|stage|ks|key\s+stage|blwyddyn|phase|step|book|unit|set|paper|aged?|spring|summer|autumn|band|class"
    r"|chapter|lefel|gradd|cam|uned|target)\s*$",
    re.IGNORECASE,
)
_DONE_BY_SOMEBODY: Final = re.compile(
    r"\b(?:led|run|taught|supported|seen|helped|supervised|mentored|collected|met|given|offered|written)\s+by\s+$",
    re.IGNORECASE,
)
_PART_EDGE: Final = re.compile(r"[\n;]|(?<=[^\W\d_]{3})[.!?](?=\s)|\s[-–—]\s")
"""Ends one item of a cell: a line's end, a sentence's end, a dash between spaces."""
_CELL_EDGE: Final = re.compile(r"[\s\-–—•*.,:;()\[\]]|\(?[ivx\d]{1,2}[.)]")


def role_of(text: str, start: int, end: int) -> DateRole:
    """Return what the words before (and just after) a date make of it."""
    before = text[max(0, start - _BEFORE) : start]
    if _REVIEW.search(before) or _REVIEW_AFTER.match(text, end):
        return DateRole.REVIEW
    if _BY.search(before):
        return DateRole.BY
    return DateRole.START if _START.search(before) else DateRole.PLAIN


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a line, sentence or item between dashes holds nothing else but list marks."""
    line_start = max((match.end() for match in _PART_EDGE.finditer(text, 0, start)), default=0)
    after = _PART_EDGE.search(text, end)
    ends = [after.start()] if after else []
    rest = text[line_start:start] + text[end : min(ends, default=len(text))]
    return not _CELL_EDGE.sub("", rest).strip()


def in_time_phrase(text: str, start: int, end: int, *, strict: bool = False) -> bool:
    """Tell whether the words beside ``text[start:end]`` speak of time.

    Args:
        text: The whole text.
        start: Where the possible date starts.
        end: Where it ends.
        strict: Ask for a word of deadline right in front, for words and figures that are mostly something else.
    """
    before = text[max(0, start - _BEFORE) : start]
    if _DONE_BY_SOMEBODY.search(before) or _SURNAME.match(text, end):
        return False
    if strict:
        figures = text[start:end].strip()[:1].isdigit()
        return bool((_DEADLINE_OF_FIGURES if figures else _DEADLINE_BEFORE).search(before))
    return bool(_TIME_BEFORE.search(before) or _TIME_AFTER.match(text, end))


_SURNAME: Final = re.compile(
    r"\s+(?!PEP|Half|Mock|Data|Report|Review|Assess|Exam|SAT|Term|Bank)[A-Z][a-z]{2,}\b|\s*\((?:TA|LSA|ELSA|SENCo|ALNCo)"
)


def is_numbered_thing(text: str, start: int) -> bool:
    """Tell whether the number at ``start`` numbers a thing: Year 9, Room 12, Spring 2."""
    return bool(_NUMBERED.search(text[max(0, start - 14) : start]))
