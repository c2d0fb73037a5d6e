"""What one pattern made of some words, before overlaps are settled and roles are given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from qa_app.nlp.calendar import Period
from qa_app.nlp.dates.frame import Frame
from qa_app.nlp.dates.mention import DateKind


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read ``text[start:end]`` as a date. Fields as in :class:`DateMention`."""

    start: int
    end: int
    kind: DateKind
    days: Period | None = None
    problem: str = ""
    year_given: bool = False
    approximate: bool = False
    is_holiday: bool = False

    @classmethod
    def of_day(cls, start: int, end: int, day: date | None, *, year_given: bool) -> Reading:
        """Read words as one day."""
        return cls(start, end, DateKind.EXACT, Period(day, day) if day else None, year_given=year_given)


Build: TypeAlias = Callable[[re.Match[str], Frame], Reading | None]


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A named way of writing dates.

    Attributes:
        triggers: Lower-case words of which every match holds one, or :data:`FIGURES`. The pattern only runs near them.
        pattern: What it looks like.
        build: What a match means; None for a false friend.
    """

    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    build: Build


FIGURES: Final = "0"
"""Stands among triggers for numbers that look like a date: 14/10, 2026."""
