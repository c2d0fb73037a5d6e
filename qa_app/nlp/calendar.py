"""Days that count: working days, school days, calendar months and school terms.

Bank holidays are those of England and Wales, from the ``holidays`` library; term dates are data
(``vocabulary/term_dates.yaml``). Day 0 is the day that starts the clock: "ten working days" end on the tenth working day
after it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

TERM_NAMES: Final = ("autumn", "spring", "summer")
_TERM_DATES: Final = Path(__file__).parent / "vocabulary" / "term_dates.yaml"
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Term:
    """One school term.

    Attributes:
        name: ``autumn``, ``spring`` or ``summer``.
        days: First to last day with pupils in school.
        half_term: The holiday inside it, Monday to Friday.
        approximate: The dates are the usual ones, not those of a published calendar.
    """

    name: str
    days: Period
    half_term: Period
    approximate: bool = False

    @property
    def first_half(self) -> Period:
        """Days from the term's start to the last school day before the half-term holiday."""
        return Period(self.days.first, _friday_before(self.half_term.first))

    @property
    def second_half(self) -> Period:
        """Days from the Monday after the half-term holiday to the term's end."""
        return Period(self.half_term.first + timedelta(days=7), self.days.last)


@dataclass(frozen=True)
class Calendar:
    """School terms of one country, with working days and school days.

    Attributes:
        jurisdiction: ``wales`` or ``england``.
        published: Terms with known dates, in order.
        usual: Month and day windows for all other years, by term name.
        source: Where the published dates come from.
    """

    jurisdiction: str
    published: tuple[Term, ...]
    usual: tuple[tuple[str, tuple[int, int], tuple[int, int]], ...]
    source: str

    def term(self, name: str, year: int) -> Term:
        """Return the term of that name in the calendar year ``year``; its usual dates when none are published."""
        for term in self.published:
            if term.name == name and term.days.first.year == year:
                return term
        for usual_name, start, end in self.usual:
            if usual_name == name:
                return Term(name, Period(date(year, *start), date(year, *end)), _usual_half_term(name, year), approximate=True)
        raise ValueError(f"no such term: {name}")

    def terms_from(self, day: date) -> Iterator[Term]:
        """Yield the terms that end on or after ``day``, in order, without end."""
        year = day.year
        while True:
            for name in ("spring", "summer", "autumn"):
                term = self.term(name, year)
                if term.days.last >= day:
                    yield term
            year += 1

    def school_year_end(self, day: date) -> date:
        """Return the last day of the summer term of the school year that ``day`` lies in (September to August)."""
        return self.term("summer", day.year + (day.month >= 9)).days.last

    def is_school_day(self, day: date) -> bool:
        """Tell whether schools are open to pupils. Training days are not known, so this can be a day or two out."""
        if not is_working_day(day):
            return False
        return any(
            day in term.days and day not in term.half_term for term in (self.term(name, day.year) for name in TERM_NAMES)
        )

    def add_school_days(self, start: date, days: int) -> date:
        """Return the ``days``-th school day after ``start``."""
        return _nth_after(start, days, self.is_school_day)

    def school_days_are_approximate(self, first: date, last: date) -> bool:
        """Tell whether a count of school days between two days rests on usual rather than published dates."""
        return any(
            term.approximate and term.days.first <= last and first <= term.days.last
            for year in range(first.year, last.year + 1)
            for term in (self.term(name, year) for name in TERM_NAMES)
        )


@lru_cache(maxsize=4)
def calendar_of(jurisdiction: str = "wales") -> Calendar:
    """Return the calendar of ``wales`` or ``england``.

    Raises:
        ValueError: The jurisdiction has no calendar.
    """
    data: dict[str, Any] = yaml.safe_load(_TERM_DATES.read_text(encoding="utf-8"))
    if jurisdiction not in data or jurisdiction == "usual":
        raise ValueError(f"no calendar for {jurisdiction!r}; there is one for wales and for england")
    published = tuple(
        Term(
            name,
            Period(year[name]["start"], year[name]["end"]),
            Period(*year[name]["half_term"]),
            approximate=bool(year.get("provisional", False)),
        )
        for year in data[jurisdiction]["years"]
        for name in TERM_NAMES
    )
    usual = tuple((name, _month_day(window["start"]), _month_day(window["end"])) for name, window in data["usual"].items())
    return Calendar(jurisdiction, published, usual, data[jurisdiction]["source"])


def is_working_day(day: date) -> bool:
    """Tell whether ``day`` is neither a weekend day nor a bank holiday in England and Wales."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def add_working_days(start: date, days: int) -> date:
    """Return the ``days``-th working day after ``start``; before it when negative."""
    return _nth_after(start, days, is_working_day)


def add_months(start: date, months: int) -> date:
    """Return the same day of the month ``months`` later, or that month's last day when it is shorter."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30
    leaps, rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def in_words(day: date) -> str:
    """Write a date as people do: ``3 March 2026``. Does not depend on the machine's locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="WLS", years=year))


def _nth_after(start: date, count: int, counts: Callable[[date], bool]) -> date:
    step = _ONE_DAY if count >= 0 else -_ONE_DAY
    day = start
    for _ in range(abs(count)):
        day += step
        while not counts(day):
            day += step
    return day


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _friday_before(monday: date) -> date:
    return monday - timedelta(days=3)


def _usual_half_term(name: str, year: int) -> Period:
    """The last full week of October, the week of February's third Monday, the week of the late May bank holiday."""
    if name == "autumn":
        last = date(year, 10, 31)
        monday = last - timedelta(days=(last.weekday() - 4) % 7 + 4)
    elif name == "spring":
        first = date(year, 2, 1)
        monday = first + timedelta(days=-first.weekday() % 7 + 14)
    else:
        last = date(year, 5, 31)
        monday = last - timedelta(days=last.weekday())
    return Period(monday, monday + timedelta(days=4))
