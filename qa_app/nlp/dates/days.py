"""Dates that name a day or a month: 14/10/25, 2–13 March 2026, 14eg o Hydref, w/c 3 March, July, diwedd Mawrth."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from qa_app.nlp.calendar import MONTHS, Period
from qa_app.nlp.dates.context import in_time_phrase, is_numbered_thing, stands_alone
from qa_app.nlp.dates.frame import Frame
from qa_app.nlp.dates.mention import DateKind
from qa_app.nlp.dates.reading import FIGURES, Reading, Recogniser
from qa_app.nlp.dates.vocabulary import alternatives, date_words, normal

_WORDS: Final = date_words()
MONTH: Final = rf"(?:{alternatives(_WORDS.months)})\b\.?"
_WEEKDAY: Final = rf"(?<!\w)(?:(?:dydd|ddydd|nos)\s+)?(?:{alternatives(_WORDS.weekdays)})\b\.?,?\s+(?:the\s+)?"
_ORDINAL: Final = r"(?:\s?(?:st|nd|rd|th|af|ail|il|ydd|fed|ed|eg|ain)\b)?"
_YEAR: Final = (
    r"(?:20\d\d|19\d\d|['’]\d\d|\d\d)(?!\w)(?![.:,]\d)(?!\s*(?:%|a\.?m\b|p\.?m\b|min|hour|hr|pupil|week|day|point|out\b))"
)
_WEEK_OF: Final = (
    r"(?:w\s?[/.]?\s?[cbd]\b\.?|week\s+(?:commencing|beginning|of|starting)"
    r"|wythnos\s+(?:yn\s+)?(?:dechrau|gychwyn))[:\s]*(?:on\s+)?"
)
_PART: Final = (
    r"(?:(?P<part>(?:the\s+)?(?:end|late|mid|middle|early|beginning|start)|diwedd|ddiwedd|diwadd|canol|ganol|dechrau|ddechrau)"
    r"(?:\s+of|\s+o)?[\s-]+(?:the\s+)?)?"
)

NUMERIC: Final = re.compile(
    rf"(?P<week>{_WEEK_OF})?(?<!\d[.,/:\-])(?<![\w£+])(?P<a>\d{{1,4}})\s?(?P<sep>[/.\-–])\s?(?P<b>\d{{1,2}})\s?(?P=sep)\s?(?P<c>\d{{4}}|\d{{2}})"
    r"(?![\w£])(?![/.\-–,:]\d)",
    re.IGNORECASE,
)
SHORT: Final = re.compile(
    rf"(?P<week>{_WEEK_OF})?(?<!\d[.,/:\-])(?<![\w£+])(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})(?![\w%£])(?![/.\-–,:]\d)",
    re.IGNORECASE,
)
DAY_MONTH: Final = re.compile(
    rf"(?P<week>{_WEEK_OF})?(?:{_WEEKDAY})?(?<!\d[.,/:\-])(?<![\w£+])"
    rf"(?:(?P<first>[0-3]?\d){_ORDINAL}\s*(?:-|–|—|/|&|to|and|until|i|a|hyd)\s*)?"
    rf"(?P<day>[0-3]?\d){_ORDINAL}(?:\s+(?:day\s+)?of|\s+o)?(?:\s+f?mis)?[\s\-./,]{{0,2}}(?P<month>{MONTH})"
    rf"(?:,?[\s\-./]*(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
MONTH_DAY: Final = re.compile(
    rf"(?:{_WEEKDAY})?\b(?P<month>{MONTH})\s+(?P<day>[0-3]?\d)(?P<ordinal>{_ORDINAL})(?:,?\s+(?P<year>(?:20|19)\d\d))?(?![\w%£])(?![/.:,\-–]\d)",
    re.IGNORECASE,
)
MONTH_YEAR: Final = re.compile(rf"\b{_PART}\b(?P<month>{MONTH})[\s,\-./]*(?P<year>{_YEAR})", re.IGNORECASE)
MONTH_ALONE: Final = re.compile(rf"\b{_PART}\b(?P<month>{MONTH})(?!\w)", re.IGNORECASE)
_PARTS: Final = {
    "early": 10,
    "beginning": 10,
    "start": 10,
    "dechrau": 10,
    "ddechrau": 10,
    "mid": 20,
    "middle": 20,
    "canol": 20,
    "ganol": 20,
}
"""Last day meant by a part of a month; the end of the month for the others."""


def _full_year(digits: str) -> int:
    digits = digits.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 50 else 1900 + int(digits)


def _problem(day: int, month: int, year: int | None) -> str:
    """Say why a day does not exist; empty when it does. Without a year, 29 February exists."""
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if not 1 <= day <= monthrange(year or 2024, month)[1]:
        return f"{day} {MONTHS[month - 1]}{f' {year}' if year and month == 2 and day == 29 else ''} does not exist"
    return ""


def _day(match: re.Match[str], frame: Frame, *, day: int, month: int, year: int | None, first: int | None = None) -> Reading:
    start, end = match.start(), match.end()
    if problem := _problem(day, month, year):
        return Reading(start, end, DateKind.PROBLEM, problem=problem, year_given=year is not None)
    pinned = date(year, month, day) if year is not None else frame.day(day, month)
    if pinned is None:
        return Reading(start, end, DateKind.EXACT)
    days = Period(pinned, pinned)
    if match.groupdict().get("week"):
        days = Period(pinned, pinned + timedelta(days=4 - pinned.weekday() if pinned.weekday() < 5 else 6))
    elif first is not None and 1 <= first < day:
        days = Period(pinned.replace(day=first), pinned)
    return Reading(start, end, DateKind.EXACT, days, year_given=year is not None)


def _numeric(match: re.Match[str], frame: Frame) -> Reading | None:
    a, b, c = match["a"], match["b"], match["c"]
    if len(a) == 4:
        if len(c) != 2 or not 1900 <= int(a) < 2100:
            return None
        return _day(match, frame, day=int(c), month=int(b), year=int(a))
    year = _full_year(c)
    if len(a) > 2 or not 1900 <= year < 2100 or int(a) > 39:
        return None
    if match["sep"] != "/" and len(c) == 2 and _problem(int(a), int(b), year):
        return None  # a telephone or section number, not a wrong date
    return _day(match, frame, day=int(a), month=int(b), year=year)


_ALWAYS: Final = frozenset({"24/7"})


def _short(match: re.Match[str], frame: Frame) -> Reading | None:
    """Read 27/3.

    A score is never more than its total, so 27/3 is a date wherever it stands; 3/5 is one only after a word of deadline or
    where a date is expected, since it is a score far more often.
    """
    day, month = int(match["a"]), int(match["b"])
    text, start, end = match.string, match.start(), match.end()
    if _problem(day, month, None):
        return None
    no_score = day > 12 and "/" in match.group() and match.group() not in _ALWAYS
    if match["week"] or frame.expects_dates or no_score or in_time_phrase(text, start, end, strict=True):
        return _day(match, frame, day=day, month=month, year=None)
    return None


def _day_month(match: re.Match[str], frame: Frame) -> Reading | None:
    if is_numbered_thing(match.string, match.start("first") if match["first"] else match.start("day")):
        return None
    word = match["month"]
    year = _full_year(match["year"]) if match["year"] else None
    doubtful = normal(word) in _DOUBTFUL_LOWER and word[0].islower()
    if (
        doubtful
        and year is None
        and not (
            stands_alone(match.string, match.start(), match.end()) or in_time_phrase(match.string, match.start(), match.end())
        )
    ):
        return None
    first = int(match["first"]) if match["first"] else None
    return _day(match, frame, day=int(match["day"]), month=_WORDS.months[normal(word)], year=year, first=first)


def _month_day(match: re.Match[str], frame: Frame) -> Reading | None:
    text, start, end = match.string, match.start(), match.end()
    number = int(match["day"])
    firm = match["year"] or match["ordinal"] or stands_alone(text, start, end) or in_time_phrase(text, start, end)
    if not firm or (not match["year"] and not match["ordinal"] and _is_short_year(number, frame)):
        return None
    return _day(
        match,
        frame,
        day=number,
        month=_WORDS.months[normal(match["month"])],
        year=int(match["year"]) if match["year"] else None,
    )


def _is_short_year(number: int, frame: Frame) -> bool:
    """Tell whether the 26 of "June 26" is the year: it is this or the next year's number."""
    if frame.reference is None:
        return 24 <= number <= 29
    return 0 <= 2000 + number - frame.reference.year <= 2


def _month(match: re.Match[str], frame: Frame) -> Reading | None:
    text, start, end = match.string, match.start(), match.end()
    digits = match.groupdict().get("year")
    word = match["month"]
    if digits is not None and len(digits) == 2 and not _is_short_year(int(digits), frame):
        return None
    expected = frame.expects_dates and (len(word) > 3 or stands_alone(text, start, end))
    if digits is None and not (expected or _month_word_is_a_month(text, match, word)):
        return None
    month = _WORDS.months[normal(word)]
    pinned = frame.month(month, _full_year(digits) if digits else None)
    days = pinned.days if pinned else None
    part = normal(match["part"] or "").removeprefix("the ")
    if days is not None and part in _PARTS:
        days = Period(days.first, days.first.replace(day=_PARTS[part]))
    elif days is not None and part:
        days = Period(days.first.replace(day=21), days.last)
    return Reading(start, end, DateKind.MONTH, days, year_given=digits is not None)


_DOUBTFUL_LOWER: Final = frozenset({"may", "march", "mai", "mar", "maw", "sep", "fai", "hyd", "ion", "apr"})
"""Month words that in lower case are more often another word."""
_ABBREVIATED_WORDS: Final = frozenset({"hyd", "ion", "maw", "meh", "ebr"})


def _month_word_is_a_month(text: str, match: re.Match[str], word: str) -> bool:
    start, end = match.start(), match.end()
    if re.search(r"\b(?:dydd|ddydd|nos|bob|every|each)\s+$", text[max(0, start - 8) : start], re.IGNORECASE):
        return False
    if normal(word) in _ABBREVIATED_WORDS and not word[0].isupper():
        return False
    if match["part"]:
        return True
    strict = normal(word) in _DOUBTFUL_LOWER and word[0].islower()
    return (not strict and stands_alone(text, start, end)) or in_time_phrase(text, start, end, strict=strict)


_FIGURES: Final = frozenset({FIGURES})
_MONTH_WORDS: Final = frozenset(_WORDS.months)

RECOGNISERS: Final = (
    Recogniser("numeric date", _FIGURES, NUMERIC, _numeric),
    Recogniser("day and month in figures", _FIGURES, SHORT, _short),
    Recogniser("day and month", _MONTH_WORDS, DAY_MONTH, _day_month),
    Recogniser("month and day", _MONTH_WORDS, MONTH_DAY, _month_day),
    Recogniser("month and year", _MONTH_WORDS, MONTH_YEAR, _month),
    Recogniser("month", _MONTH_WORDS, MONTH_ALONE, _month),
)
