"""Times counted from the meeting or another date: within six weeks, o fewn 10 wythnos, next week, Friday, tomorrow."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from qa_app.nlp.calendar import Period
from qa_app.nlp.dates.context import in_time_phrase, stands_alone
from qa_app.nlp.dates.frame import Frame
from qa_app.nlp.dates.mention import DateKind
from qa_app.nlp.dates.reading import Reading, Recogniser
from qa_app.nlp.dates.vocabulary import alternatives, date_words, normal, parts

_WORDS: Final = date_words()
_NUMBER: Final = rf"(?:\d{{1,3}}|{alternatives(_WORDS.numbers)})"
_UNIT: Final = rf"(?:{alternatives(_WORDS.units)})"
_LEAD: Final = (
    r"within(?:\s+the\s+next)?|in|over\s+the\s+next|during\s+the\s+next|by\s+the\s+end\s+of|after|at|for\s+the\s+next"
    r"|o\s+fewn|ymhen|mewn|dros\s+y|ar\s+ôl"
)
COUNTED: Final = re.compile(
    rf"\b(?:(?P<lead>{_LEAD})\s+)?(?<![\w.])(?P<count>{_NUMBER})(?:\s*[-–]\s*(?P<upper>\d{{1,2}}))?[\s-]*(?:(?P<days>working|school|calendar|teaching)\s+)?"
    rf"(?P<unit>{_UNIT})\b(?P<gen>['’]?\s+time)?(?P<next>\s+nesaf)?",
    re.IGNORECASE,
)
NEXT_UNIT: Final = re.compile(
    r"\b(?:(?P<which>this|next|end\s+of\s+(?:the|this|next))\s+(?P<unit>week|month)|(?P<welsh>diwedd\s+(?:yr|y)\s+)?(?P<cunit>wythnos|mis)\s*(?P<nesaf>nesaf|hon|hwn)?)\b",
    re.IGNORECASE,
)
TOMORROW: Final = re.compile(r"\b(?P<word>tomorrow|today|yfory|heddiw)\b", re.IGNORECASE)
_DAY_NAME: Final = alternatives(word for word in _WORDS.weekdays if len(word) > 2)
WEEKDAY: Final = re.compile(
    rf"\b(?:(?P<which>this|next)\s+|(?:dydd|ddydd|nos)\s+)?\b(?P<weekday>{_DAY_NAME})\b(?:\s+(?P<nesaf>nesaf)|\s+(?P<later>week)(?!\s*\d))?(?!s\b)",
    re.IGNORECASE,
)
_DURATION_BEFORE: Final = re.compile(
    r"\b(?:for|last|past|previous|every|each|a|per|first|over|took|lasting|spent|missed|after\s+every|bob|am|the|of|those|these|final|age|aged|up\s+to|same|from)\s+$",
    re.IGNORECASE,
)
_DURATION_AFTER: Final = re.compile(
    r"\s*(?:out\s+of|of\b|running|in\s+a\s+row|block|programme|course|plan\b|per\b|a\s+week|each|every|old|ago|consecutive|trial|placement|yn\s+olynol"
    r"|o\s+bob|y\s+flwyddyn|oed|late|absen|lost|missed|below|behind|ahead|above|and\s+\d|\d)",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\s+(?:of|o)\b", re.IGNORECASE)
_ANCHORED: Final = re.compile(r"\s+(?:from|of|after|o|ar\s+ôl|wedi|into)\b", re.IGNORECASE)


def is_anchored(text: str, end: int) -> bool:
    """Tell whether a count goes on "… from 17 November" or "… after they arrive": then the reference date is not its start."""
    return bool(_ANCHORED.match(text, end))


def _counted(match: re.Match[str], frame: Frame) -> Reading | None:
    start, end = match.start(), match.end()
    unit = _WORDS.units[normal(match["unit"])]
    count = int(match["upper"]) if match["upper"] else _WORDS.number(match["count"])
    if _is_duration(match) or (unit == "year" and (count > 5 or not match["lead"])):
        return None
    if is_anchored(match.string, end):
        return Reading(start, end, DateKind.RELATIVE)  # its start is found, or not, when all dates are known
    days = normal(match["days"] or "").replace("teaching", "school")
    pinned = frame.after(count, unit, days)
    approximate = pinned is not None and pinned.approximate
    return Reading(start, end, DateKind.RELATIVE, pinned.days if pinned else None, approximate=approximate)


def _is_duration(match: re.Match[str]) -> bool:
    """Tell how long something lasts or how often it happens from when it is due: "for six weeks", "six weeks out of eight"."""
    text, start, end = match.string, match.start(), match.end()
    lead = normal(match["lead"] or "")
    if lead in {"in", "mewn", "at"} and match["count"].lower() in {"a", "un"}:
        return True
    if match["gen"]:
        return False
    anchored = is_anchored(text, end)
    if not anchored and _DURATION_AFTER.match(text, end):
        return True
    if lead or match["next"]:
        return False
    if _OF.match(text, end):
        return True
    return bool(_DURATION_BEFORE.search(text[max(0, start - 16) : start])) or not (anchored or stands_alone(text, start, end))


def counted_from(match_text: str, origin: date, frame: Frame) -> Period | None:
    """Count again from another date: "5 weeks" from 17 November."""
    match = COUNTED.search(match_text)
    if match is None:
        return None
    pinned = frame.after(
        _WORDS.number(match["count"]), _WORDS.units[normal(match["unit"])], normal(match["days"] or ""), origin
    )
    return pinned.days if pinned else None


def _next_unit(match: re.Match[str], frame: Frame) -> Reading | None:
    which = normal(match["which"] or f"{match['welsh'] or ''} {match['nesaf'] or ''}")
    if not which:
        return None
    month = normal(match["unit"] or match["cunit"]) in {"month", "mis"}
    later = "next" in which or "nesaf" in which
    days = None
    if (today := frame.reference) is not None:
        if month:
            year, number = divmod(today.year * 12 + today.month - 1 + later, 12)
            pinned = frame.month(number + 1, year)
            days = pinned.days if pinned else None
        else:
            monday = today - timedelta(days=today.weekday() - 7 * later)
            days = Period(monday, monday + timedelta(days=4))
    return Reading(match.start(), match.end(), DateKind.RELATIVE, days)


def _tomorrow(match: re.Match[str], frame: Frame) -> Reading | None:
    ahead = timedelta(days=normal(match["word"]) in {"tomorrow", "yfory"})
    day = frame.reference + ahead if frame.reference else None
    return Reading(match.start(), match.end(), DateKind.RELATIVE, Period(day, day) if day else None)


def _weekday(match: re.Match[str], frame: Frame) -> Reading | None:
    text, start, end = match.string, match.start(), match.end()
    if not (
        frame.expects_dates
        or match["which"]
        or match["nesaf"]
        or match["later"]
        or stands_alone(text, start, end)
        or in_time_phrase(text, start, end, strict=True)
    ):
        return None
    if not (match["weekday"][0].isupper() or match["later"]) and len(match["weekday"]) < 5:
        return None  # "sun" and "sat" in lower case are other words
    days = None
    if frame.reference is not None:
        ahead = (_WORDS.weekdays[normal(match["weekday"])] - frame.reference.weekday() - 1) % 7 + 1
        day = frame.reference + timedelta(days=ahead + 7 * bool(match["later"]))
        days = Period(day, day)
    return Reading(start, end, DateKind.RELATIVE, days)


RECOGNISERS: Final = (
    Recogniser("counted time", parts(_WORDS.units), COUNTED, _counted),
    Recogniser("this or next week or month", frozenset({"week", "month", "wythnos", "mis"}), NEXT_UNIT, _next_unit),
    Recogniser("tomorrow", frozenset({"tomorrow", "today", "yfory", "heddiw"}), TOMORROW, _tomorrow),
    Recogniser("weekday", frozenset(_WORDS.weekdays), WEEKDAY, _weekday),
)
