"""Pinning: from what is written to days, seen from a reference date."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from qa_app.nlp.calendar import Calendar, Period, Term, add_months, add_working_days

_JUST_PASSED: Final = timedelta(days=60)
"""A day without a year that passed this recently is taken as past: plans look months ahead, not eleven months."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A period in days; ``approximate`` when it rests on usual term dates. ``None`` in place of it: cannot be pinned."""

    days: Period
    approximate: bool = False


@dataclass(frozen=True)
class Frame:
    """What mentions are read and pinned by.

    Attributes:
        reference: The meeting's date.
        calendar: School terms.
        expects_dates: The text is the cell of a date column, where a doubtful form (*5/12*, *march*) is a date.
    """

    reference: date | None
    calendar: Calendar
    expects_dates: bool = False

    def day(self, day: int, month: int) -> date | None:
        """Return the next such day, or the one just passed. 29 February waits for a leap year."""
        if self.reference is None:
            return None
        for year in range(self.reference.year - 1, self.reference.year + 9):
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found >= self.reference - _JUST_PASSED:
                return found
        return None

    def month(self, month: int, year: int | None) -> Pinned | None:
        """Return the month, of the next year in which it has not passed when ``year`` is None."""
        if year is None:
            if self.reference is None:
                return None
            year = self.reference.year + (month < self.reference.month)
        return Pinned(Period(date(year, month, 1), date(year, month, monthrange(year, month)[1])))

    def term(self, name: str, year: int | None, half: int | None = None) -> Pinned | None:
        """Return a term, or its first or second half, of a calendar year or the next that has not ended."""
        if year is not None:
            return _part(self.calendar.term(name, year), half)
        if self.reference is None:
            return None
        for found in self.calendar.terms_from(self.reference):
            pinned = _part(found, half)
            if found.name == name and pinned.days.last >= self.reference:
                return pinned
        return None

    def half_term_holiday(self, name: str | None, year: int | None) -> Pinned | None:
        """Return the half-term holiday of the named term, or the next one."""
        if year is not None and name is not None:
            found = self.calendar.term(name, year)
            return Pinned(found.half_term, found.approximate)
        if self.reference is None:
            return None
        for found in self.calendar.terms_from(self.reference):
            if found.half_term.last >= self.reference and name in (None, found.name):
                return Pinned(found.half_term, found.approximate)
        return None

    def holiday_after(self, name: str, year: int | None) -> Pinned | None:
        """Return the holiday that follows the named term; ``year`` is the term's."""
        term = self._term_before_holiday(name, year)
        if term is None:
            return None
        following = next(other for other in self.calendar.terms_from(term.days.last + timedelta(days=1)))
        days = Period(term.days.last + timedelta(days=1), following.days.first - timedelta(days=1))
        return Pinned(days, term.approximate or following.approximate)

    def _term_before_holiday(self, name: str, year: int | None) -> Term | None:
        if year is not None:
            return self.calendar.term(name, year)
        if self.reference is None:
            return None
        since = self.reference - timedelta(days=14)
        return next(term for term in self.calendar.terms_from(since) if term.name == name)

    def this_term(self, ahead: int = 0) -> Pinned | None:
        """Return the term that the reference date lies in or before, or a later one."""
        if self.reference is None:
            return None
        terms = self.calendar.terms_from(self.reference)
        for _ in range(ahead):
            next(terms)
        return _part(next(terms), None)

    def this_half_term(self, ahead: int = 0) -> Pinned | None:
        """Return the half of a term that the reference date lies in or before, or a later one."""
        if self.reference is None:
            return None
        for term in self.calendar.terms_from(self.reference):
            for half in (1, 2):
                pinned = _part(term, half)
                if pinned.days.last >= self.reference:
                    if ahead == 0:
                        return pinned
                    ahead -= 1
        return None

    def school_year(self, start_year: int | None = None, ahead: int = 0) -> Pinned | None:
        """Return a school year, from September to the end of the summer term."""
        if start_year is None:
            if self.reference is None:
                return None
            start_year = self.reference.year - (self.reference.month < 9) + ahead
        summer = self.calendar.term("summer", start_year + 1)
        return Pinned(Period(date(start_year, 9, 1), summer.days.last), summer.approximate)

    def after(self, count: int, unit: str, kind_of_day: str = "", start: date | None = None) -> Pinned | None:
        """Return the day ``count`` units after ``start`` (the reference date when None), with the days up to it."""
        origin = start or self.reference
        if origin is None:
            return None
        if unit in ("half-term", "term"):
            reached = Frame(origin, self.calendar)
            return reached.this_term(count) if unit == "term" else reached.this_half_term(count)
        if unit == "day" and kind_of_day == "working":
            return Pinned(Period(origin, add_working_days(origin, count)))
        if unit == "day" and kind_of_day == "school":
            return Pinned(Period(origin, self.calendar.add_school_days(origin, count)), approximate=True)
        if unit in ("month", "year"):
            return Pinned(Period(origin, add_months(origin, count * (12 if unit == "year" else 1))))
        return Pinned(Period(origin, origin + timedelta(days=count * (7 if unit == "week" else 1))))


def _part(term: Term, half: int | None) -> Pinned:
    days = {None: term.days, 1: term.first_half, 2: term.second_half}[half]
    return Pinned(days, term.approximate)
