"""Deadlines as sums: a day that starts a clock, a limit, and the day on which the thing was done.

A date that the plan does not give never counts as kept: the outcome is then unknown, and says which date is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final

from qa_app.nlp.calendar import Calendar, add_months, add_working_days, calendar_of, in_words, is_working_day


class Unit(StrEnum):
    """What a limit counts."""

    WORKING = "working"  # days without weekends and bank holidays
    SCHOOL = "school"  # days on which schools are open to pupils
    CALENDAR = "calendar"  # days
    WEEKS = "weeks"
    MONTHS = "months"
    TERM = "term"  # to the end of the term that holds the trigger, or of a later one
    ORDER = "order"  # on or before the trigger, shifted by the limit in days
    APART = "apart"  # not on the same day as the trigger


@dataclass(frozen=True, slots=True)
class DateRule:
    """One timing rule.

    Attributes:
        id: As in ``audit_templates/date_rules.yaml``.
        unit, limit: How long after the trigger.
        trigger_words, actual_words: What happened on the two days, to complete a sentence: "became looked after", "started".
        jurisdiction: Whose school terms count.
        birthday: The trigger is the child's birthday at this age; the fact given is the date of birth.
        may_precede: The thing may be done before the clock starts; otherwise such dates contradict each other.
        roll_forward: A limit that ends on a weekend or bank holiday moves to the next working day.
    """

    id: str
    unit: Unit
    limit: int
    trigger_words: str
    actual_words: str
    jurisdiction: str = "wales"
    birthday: int | None = None
    may_precede: bool = False
    roll_forward: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule came to.

    Attributes:
        in_time: None when it cannot be told.
        days_late: Calendar days after the deadline, 0 when in time; None when it cannot be told or lateness has no length.
        deadline: Last day in time, when the trigger is known.
        words: The sum as a sentence.
        approximate: School days or terms were counted by usual rather than published dates.
    """

    in_time: bool | None
    days_late: int | None
    deadline: date | None
    words: str
    approximate: bool = False


def judge_dates(rule: DateRule, trigger: date | None, actual: date | None, *, at_latest: date | None = None) -> Outcome:
    """Judge two dates by a rule.

    Args:
        rule: The rule.
        trigger: The day that starts the clock, or None when the plan does not give it.
        actual: The day on which the thing was done, or None.
        at_latest: When ``actual`` is None: a day by which it must have been done (the meeting of a plan that was started). It
            can show that a limit was kept, never that it was missed.
    """
    if trigger is None:
        return Outcome(None, None, None, f"The plan gives no date for “{rule.trigger_words}”, so this cannot be judged.")
    start = add_months(trigger, 12 * rule.birthday) if rule.birthday is not None else trigger
    deadline, approximate = _deadline(rule, start)
    sum_so_far = f"{_opening(rule, start)}; {_limit_in_words(rule)} {in_words(deadline)}"
    if rule.unit is Unit.APART:
        sum_so_far, deadline = f"{_opening(rule, start)}; {rule.actual_words} should be on another day", start
    if actual is None:
        if (
            at_latest is not None
            and rule.unit is not Unit.APART
            and at_latest <= deadline
            and (rule.may_precede or start <= at_latest)
        ):
            return Outcome(
                True, 0, deadline, f"{sum_so_far}; done by {in_words(at_latest)} at the latest: in time", approximate
            )
        return Outcome(None, None, deadline, f"{sum_so_far}; no date for “{rule.actual_words}”: cannot be judged", approximate)
    done = f"{sum_so_far}; {rule.actual_words} {in_words(actual)}"
    if rule.unit is Unit.APART:
        return Outcome(
            actual != start, 0 if actual != start else None, None, f"{done}: {'apart' if actual != start else 'the same day'}"
        )
    if rule.unit is not Unit.ORDER and not rule.may_precede and actual < start:
        return Outcome(None, None, deadline, f"{done}, which is before: the dates contradict each other", approximate)
    late = max(0, (actual - deadline).days)
    verdict = f"{_count(late, 'day')} late" if late else "in time"
    return Outcome(not late, late, deadline, f"{done}: {verdict}", approximate)


def _deadline(rule: DateRule, start: date) -> tuple[date, bool]:
    calendar: Calendar = calendar_of(rule.jurisdiction)
    approximate = False
    match rule.unit:
        case Unit.WORKING:
            end = add_working_days(start, rule.limit)
        case Unit.SCHOOL:
            end = calendar.add_school_days(start, rule.limit)
            approximate = True  # training days are not known
        case Unit.WEEKS:
            end = start + timedelta(weeks=rule.limit)
        case Unit.MONTHS:
            end = add_months(start, rule.limit)
        case Unit.TERM:
            term = next(islice(calendar.terms_from(start), rule.limit, None))
            end, approximate = term.days.last, term.approximate
        case _:
            end = start + timedelta(days=rule.limit)
    while rule.roll_forward and not is_working_day(end):
        end += timedelta(days=1)
    return end, approximate


_NUMBERS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_UNIT_WORDS: Final = {
    Unit.WORKING: "working day", Unit.SCHOOL: "school day", Unit.CALENDAR: "day", Unit.WEEKS: "week", Unit.MONTHS: "month",
}  # fmt: skip


def _limit_in_words(rule: DateRule) -> str:
    if rule.unit is Unit.TERM:
        return "that term ends" if rule.limit == 0 else f"{_count(rule.limit, 'term')} later ends"
    if rule.limit == 0 and rule.unit is not Unit.ORDER:
        return "the limit is that day,"
    if rule.unit is Unit.ORDER:
        return "to be done by"
    return f"{_count(rule.limit, _UNIT_WORDS[rule.unit])} {'ends' if rule.limit == 1 else 'end'}"


def _count(number: int, noun: str) -> str:
    word = _NUMBERS[number] if noun != "day" and number < len(_NUMBERS) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"


def _opening(rule: DateRule, start: date) -> str:
    words = f"{rule.birthday}th birthday" if rule.birthday is not None else rule.trigger_words
    return f"{words} {in_words(start)}"
