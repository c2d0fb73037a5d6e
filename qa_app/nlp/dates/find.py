"""Find the dates of a text.

Most of a plan has no date in it. One pass over the words looks for those that can begin or end one; the patterns only run
in the neighbourhood of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from qa_app.nlp.calendar import Calendar, Period, calendar_of
from qa_app.nlp.dates import days, relative, terms
from qa_app.nlp.dates.context import role_of
from qa_app.nlp.dates.frame import Frame
from qa_app.nlp.dates.mention import DateKind, DateMention, DateRole
from qa_app.nlp.dates.reading import FIGURES, Reading

_RECOGNISERS: Final = (*days.RECOGNISERS, *terms.RECOGNISERS, *relative.RECOGNISERS)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d/.\-–]*")
_APOSTROPHE: Final = re.compile("['’]")
_NEIGHBOURHOOD: Final = 28
_BEFORE_IT: Final = re.compile(
    r"\b(?P<word>before|cyn|by|erbyn|until|till|in\s+time\s+for)\s+(?:the\s+|y\s+|yr\s+|next\s+|this\s+)?$", re.IGNORECASE
)
_AFTER_IT: Final = re.compile(r"\b(?:after|following|ar\s+ôl|wedi)\s+(?:the\s+|y\s+|yr\s+)?$", re.IGNORECASE)


def find_dates(
    text: str, reference: date | None = None, *, calendar: Calendar | None = None, expects_dates: bool = False
) -> tuple[DateMention, ...]:
    """Find every date and point in time of ``text``, in order, without overlaps.

    Args:
        text: English or Welsh, UK order of day and month.
        reference: The meeting's date. Days without a year, terms, festivals and counts of weeks are pinned to the next such
            point after it; a day that passed within two months is taken as past.
        calendar: Whose term dates to pin by; Wales when None.
        expects_dates: ``text`` is the cell of a date column (*by when*), so that forms which are mostly something else in
            running text (5/12, march, Easter) are dates there.
    """
    frame = Frame(reference, calendar or calendar_of("wales"), expects_dates)
    readings = _settled(_read(text, frame))
    return tuple(_mention(text, reading, frame, readings) for reading in readings)


@lru_cache(maxsize=1)
def _recognisers_by_trigger() -> dict[str, tuple[int, ...]]:
    """Return which recognisers (by their number) each trigger word wakes."""
    words = {word for recogniser in _RECOGNISERS for word in recogniser.triggers}
    return {word: tuple(n for n, recogniser in enumerate(_RECOGNISERS) if word in recogniser.triggers) for word in words}


def _neighbourhoods(text: str) -> list[list[tuple[int, int]]]:
    """Return for each recogniser the stretches round its trigger words, joined where they meet."""
    woken_by = _recognisers_by_trigger()
    stretches: list[list[tuple[int, int]]] = [[] for _ in _RECOGNISERS]
    for match in _WORD.finditer(text):
        word = match.group()
        woken = woken_by.get(FIGURES if _looks_dated(word) else _APOSTROPHE.split(word.lower(), 1)[0])
        if woken is None:
            continue
        start = max(0, match.start() - _NEIGHBOURHOOD)
        end = _end_of_word(text, min(len(text), match.end() + _NEIGHBOURHOOD))
        for number in woken:
            own = stretches[number]
            if own and start <= own[-1][1]:
                own[-1] = (own[-1][0], end)
            else:
                own.append((start, end))
    return stretches


def _looks_dated(word: str) -> bool:
    return word[0].isdigit() and (any(mark in word for mark in "/.-–") or (len(word) == 4 and word[:2] in ("19", "20")))


def _end_of_word(text: str, end: int) -> int:
    while end < len(text) and not text[end].isspace():
        end += 1
    return end


def _read(text: str, frame: Frame) -> Iterator[Reading]:
    for recogniser, stretches in zip(_RECOGNISERS, _neighbourhoods(text), strict=True):
        for start, end in stretches:
            for match in recogniser.pattern.finditer(text, start, end):
                reading = recogniser.build(match, frame)
                if reading is not None:
                    yield reading


def _settled(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Keep the longest reading of any words; of equals, the earlier pattern's."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda reading: reading.start - reading.end):
        if all(reading.end <= other.start or other.end <= reading.start for other in kept):
            kept.append(reading)
    return tuple(sorted(kept, key=lambda reading: reading.start))


def _mention(text: str, reading: Reading, frame: Frame, readings: tuple[Reading, ...]) -> DateMention:
    start, end = _trimmed(text, reading)
    role = role_of(text, start, end)
    period = reading.days
    if reading.kind is DateKind.RELATIVE and period is None:
        period = _counted_from_neighbour(text, reading, frame, readings)
    before = text[max(0, start - 24) : start]
    earliest, when = (period.first, period.last) if period else (None, None)
    if period and reading.kind in (DateKind.TERM, DateKind.SEASON, DateKind.MONTH):
        if _AFTER_IT.search(before):
            earliest, when, role = period.last + timedelta(days=1), None, DateRole.START
        elif (cue := _BEFORE_IT.search(before)) and (reading.is_holiday or cue["word"].lower() in ("before", "cyn")):
            earliest, when = None, _last_day_before(period, holiday=reading.is_holiday)
    elif _AFTER_IT.search(before) and reading.kind in (DateKind.TERM, DateKind.SEASON, DateKind.MONTH):
        role = DateRole.START
    return DateMention(
        start, end, text[start:end], reading.kind, when, earliest, reading.problem, role,
        year_given=reading.year_given, approximate=reading.approximate,
    )  # fmt: skip


def _last_day_before(period: Period, *, holiday: bool) -> date:
    """Return the last day before a period, before a holiday the Friday; for a festival's single day, that day itself."""
    if holiday and period.first == period.last:
        return period.first
    day = period.first - timedelta(days=1)
    return day - timedelta(days=max(0, day.weekday() - 4)) if holiday else day


def _trimmed(text: str, reading: Reading) -> tuple[int, int]:
    start, end = reading.start, reading.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in " \t\n,.-(":
        end -= 1
    return start, end


def _counted_from_neighbour(text: str, reading: Reading, frame: Frame, readings: tuple[Reading, ...]) -> Period | None:
    """Return the period of "5 weeks from 17 November", counted from the date that follows."""
    for other in readings:
        between = text[reading.end : other.start] if 0 <= other.start - reading.end <= 12 else ""
        one_day = other.days is not None and other.days.first == other.days.last
        countable = other.kind is DateKind.EXACT or (other.kind is DateKind.RELATIVE and one_day)
        if between and relative.is_anchored(text, reading.end) and countable and other.days:
            return relative.counted_from(text[reading.start : reading.end], other.days.first, frame)
    return None
