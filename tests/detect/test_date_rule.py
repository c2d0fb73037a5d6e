"""Both sides of each kind of limit, over bank holidays and a year's end; unknown dates are never a pass."""

from __future__ import annotations

from datetime import date

import pytest

from qa_app.core.analysis import Analysis
from qa_app.core.document import Block, BlockKind, Document, Span
from qa_app.core.plan import Fact, Plan
from qa_app.detect.date_rule import DETECTOR
from qa_app.detect.deadlines import DateRule, Unit, judge_dates

EMERGENCY = DateRule("X-EMERG", Unit.WORKING, 10, "became looked after", "started", may_precede=True)


def rule(unit: Unit, limit: int, **more: object) -> DateRule:
    return DateRule("X-RULE", unit, limit, "last plan made", "reviewed", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tested", "trigger", "last_day"),
    [
        (rule(Unit.WORKING, 10), date(2026, 3, 3), date(2026, 3, 17)),
        (rule(Unit.WORKING, 10), date(2026, 3, 27), date(2026, 4, 14)),  # over Good Friday and Easter Monday
        (rule(Unit.WORKING, 10), date(2025, 12, 22), date(2026, 1, 8)),  # over Christmas and New Year's Day
        (rule(Unit.WORKING, 5), date(2026, 8, 28), date(2026, 9, 7)),  # over the August bank holiday
        (rule(Unit.WORKING, 3), date(2026, 2, 27), date(2026, 3, 4)),  # St David's Day is no bank holiday
        (rule(Unit.CALENDAR, 28), date(2025, 12, 10), date(2026, 1, 7)),
        (rule(Unit.CALENDAR, 0), date(2026, 3, 3), date(2026, 3, 3)),
        (rule(Unit.WEEKS, 4), date(2026, 12, 14), date(2027, 1, 11)),
        (rule(Unit.MONTHS, 6), date(2025, 8, 31), date(2026, 2, 28)),
        (rule(Unit.MONTHS, 3), date(2025, 11, 15), date(2026, 2, 15)),
        (rule(Unit.SCHOOL, 5), date(2026, 2, 11), date(2026, 2, 25)),  # over half term
        (rule(Unit.SCHOOL, 20), date(2026, 3, 3), date(2026, 4, 14)),  # over the Easter holiday
        (rule(Unit.TERM, 0), date(2026, 1, 20), date(2026, 3, 27)),
        (rule(Unit.TERM, 1), date(2025, 11, 20), date(2026, 3, 27)),  # over a year's end
        (rule(Unit.ORDER, 0), date(2026, 3, 3), date(2026, 3, 3)),
        (rule(Unit.ORDER, -1), date(2026, 1, 1), date(2025, 12, 31)),
        (rule(Unit.MONTHS, 3, birthday=16), date(2010, 2, 28), date(2026, 5, 28)),
        (rule(Unit.MONTHS, 12, roll_forward=True), date(2025, 4, 3), date(2026, 4, 7)),  # Good Friday moves past Easter Monday
    ],
)
def test_last_day_is_in_time_and_the_next_is_late(tested: DateRule, trigger: date, last_day: date) -> None:
    kept = judge_dates(tested, trigger, last_day)
    missed = judge_dates(tested, trigger, date.fromordinal(last_day.toordinal() + 1))
    assert (kept.deadline, kept.in_time, kept.days_late) == (last_day, True, 0)
    assert (missed.in_time, missed.days_late) == (False, 1)
    assert kept.words.endswith("in time")
    assert missed.words.endswith("1 day late")


def test_the_sum_is_said_in_words() -> None:
    outcome = judge_dates(EMERGENCY, date(2026, 3, 3), date(2026, 3, 20))
    assert outcome.words == (
        "became looked after 3 March 2026; ten working days end 17 March 2026; started 20 March 2026: 3 days late"
    )


def test_unknown_dates_are_never_a_pass() -> None:
    for outcome in (judge_dates(EMERGENCY, None, date(2026, 3, 3)), judge_dates(EMERGENCY, date(2026, 3, 3), None)):
        assert (outcome.in_time, outcome.days_late) == (None, None)
        assert "cannot be judged" in outcome.words


def test_the_meeting_can_show_that_a_limit_was_kept_but_not_that_it_was_missed() -> None:
    assert judge_dates(EMERGENCY, date(2026, 3, 3), None, at_latest=date(2026, 3, 17)).in_time is True
    assert judge_dates(EMERGENCY, date(2026, 3, 3), None, at_latest=date(2026, 3, 18)).in_time is None


def test_dates_that_contradict_each_other_are_unknown() -> None:
    outcome = judge_dates(rule(Unit.MONTHS, 6), date(2026, 3, 3), date(2026, 3, 2))
    assert outcome.in_time is None
    assert "contradict" in outcome.words
    assert judge_dates(EMERGENCY, date(2026, 3, 3), date(2026, 3, 2)).in_time is True


def test_two_meetings_on_one_day() -> None:
    apart = rule(Unit.APART, 0)
    assert judge_dates(apart, date(2026, 3, 3), date(2026, 3, 4)).in_time is True
    assert judge_dates(apart, date(2026, 3, 3), date(2026, 3, 3)).in_time is False


TEXT = "Looked after since 3/3/26. PEP started 20 March 2026."
SETTINGS = {
    "rule": "X-EMERG", "unit": "working", "limit": 10, "trigger": "looked_after_since", "actual": "pep_started",
    "trigger_words": "became looked after", "actual_words": "started", "may_precede": True, "source": "a form",
    "proxies": ("meeting_date",), "jurisdiction": "wales",
}  # fmt: skip


def analysis(**dates: tuple[date, str]) -> Analysis:
    document = Document("plan.txt", "0" * 64, "txt", TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),))
    facts = {
        name: Fact(name, value, (Span(TEXT.index(words), TEXT.index(words) + len(words)),))
        for name, (value, words) in dates.items()
    }
    return Analysis(Plan(document, (), facts), date(2026, 6, 1))


def test_detection_quotes_the_dates_where_they_stand() -> None:
    seen = DETECTOR.run(
        analysis(looked_after_since=(date(2026, 3, 3), "3/3/26"), pep_started=(date(2026, 3, 20), "20 March 2026")), SETTINGS
    )
    assert seen.measures == {"days_late": 3, "in_time": False, "known": True, "deadline": "2026-03-17"}
    assert [evidence.quote for finding in seen.findings for evidence in finding.evidence] == ["3/3/26", "20 March 2026"]
    assert "ten working days end 17 March 2026" in seen.summary


def test_detection_without_dates_says_what_is_missing() -> None:
    seen = DETECTOR.run(analysis(), SETTINGS)
    assert seen.measures == {"days_late": None, "in_time": None, "known": False, "deadline": None}
    assert seen.findings == ()
    assert "became looked after" in seen.summary


def test_measures_and_settings_are_declared() -> None:
    assert set(DETECTOR.run(analysis(), SETTINGS).measures) == set(DETECTOR.measures)
    assert set(SETTINGS) <= set(DETECTOR.settings)
