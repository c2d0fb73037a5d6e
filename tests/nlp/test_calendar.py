"""Days that count, against sums done by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.nlp.calendar import TERM_NAMES, add_months, add_working_days, calendar_of, easter, in_words, is_working_day

DAYS = st.dates(date(2022, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(("year", "day"), [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2027, "03-28"), (2028, "04-16")])
def test_easter(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize("day", ["2025-08-25", "2026-01-01", "2026-04-03", "2026-12-28", "2027-12-27", "2026-03-07"])
def test_no_working_day(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


def test_saint_davids_day_is_a_working_day() -> None:
    assert is_working_day(date(2027, 3, 1))


@given(DAYS, st.integers(1, 40))
def test_working_days_there_and_back(day: date, count: int) -> None:
    end = add_working_days(day, count)
    assert is_working_day(end)
    assert sum(is_working_day(day + timedelta(days=n)) for n in range(1, (end - day).days + 1)) == count


@given(DAYS, st.integers(-24, 24))
def test_months_stay_in_their_month(day: date, count: int) -> None:
    end = add_months(day, count)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == count
    assert end.day <= day.day


@pytest.mark.parametrize("jurisdiction", ["wales", "england"])
@pytest.mark.parametrize("year", range(2023, 2031))
def test_terms_are_in_order_with_half_term_inside(jurisdiction: str, year: int) -> None:
    calendar = calendar_of(jurisdiction)
    for term in (calendar.term(name, year) for name in TERM_NAMES):
        assert term.days.first < term.half_term.first <= term.half_term.last < term.days.last
        assert term.half_term.first.weekday() == 0
        assert term.first_half.last < term.half_term.first
        assert term.half_term.last < term.second_half.first
    assert calendar.term("spring", year).days.last < calendar.term("summer", year).days.first


def test_published_terms_are_exact_and_others_say_they_are_not() -> None:
    wales = calendar_of("wales")
    assert wales.term("spring", 2026).days.last == date(2026, 3, 27)
    assert not wales.term("spring", 2026).approximate
    assert wales.term("spring", 2031).approximate
    assert calendar_of("england").term("spring", 2026).approximate


def test_school_days_leave_out_holidays() -> None:
    wales = calendar_of("wales")
    assert wales.add_school_days(date(2026, 2, 12), 2) == date(2026, 2, 23)
    assert wales.add_school_days(date(2025, 12, 19), 1) == date(2026, 1, 5)


def test_unknown_jurisdiction() -> None:
    with pytest.raises(ValueError, match="no calendar for 'mars'"):
        calendar_of("mars")


def test_dates_in_words() -> None:
    assert in_words(date(2026, 3, 3)) == "3 March 2026"
