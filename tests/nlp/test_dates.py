"""Dates as people write them, in English and Welsh, pinned from a meeting on 14 January 2026; and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.nlp.dates import DateKind, DateRole, find_dates

MEETING = date(2026, 1, 14)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("14/10/25", "2025-10-14"),
        ("14.10.2025", "2025-10-14"),
        ("14-10-25", "2025-10-14"),
        ("2025-10-14", "2025-10-14"),
        ("14th October 2025", "2025-10-14"),
        ("14 Oct", "2026-10-14"),
        ("October 14", "2026-10-14"),
        ("Tues 4th Nov", "2026-11-04"),
        ("5 Mawrth 2026", "2026-03-05"),
        ("dydd Gwener 6 Fawrth", "2026-03-06"),
        ("14eg o Hydref 2025", "2025-10-14"),
        ("3 Orffennaf", "2026-07-03"),
        ("w/c 2 March", "2026-03-06"),
        ("wythnos yn dechrau 2 Mawrth", "2026-03-06"),
        ("2-13 March 2026", "2026-03-13"),
        ("12 and 13 May", "2026-05-13"),
        ("27/3", "2026-03-27"),
        ("by 3/5", "2026-05-03"),
        ("by next PEP (12 May)", "2026-05-12"),
        ("9 January", "2026-01-09"),  # just passed: not next year
        ("29 February", "2028-02-29"),
        ("July", "2026-07-31"),
        ("Oct 2025", "2025-10-31"),
        ("June 26", "2026-06-30"),
        ("March 30", "2026-03-30"),
        ("by end March", "2026-03-31"),
        ("early June", "2026-06-10"),
        ("ym mis Chwefror", "2026-02-28"),
        ("erbyn diwedd Mai 2026", "2026-05-31"),
        ("end of spring term 2026", "2026-03-27"),
        ("erbyn diwedd tymor y gwanwyn 2026", "2026-03-27"),
        ("Spring 2", "2026-03-27"),
        ("by the end of Spring 1", "2026-02-13"),
        ("End T5", "2026-05-22"),
        ("Su2", "2026-07-20"),
        ("Lent term", "2026-03-27"),
        ("by February half term", "2026-02-13"),
        ("Feb HT", "2026-02-20"),
        ("cyn hanner tymor", "2026-02-13"),
        ("hanner tymor mis Mai", "2026-05-29"),
        ("end of half term", "2026-02-13"),
        ("end of next half term", "2026-03-27"),
        ("end of term", "2026-03-27"),
        ("diwedd y tymor", "2026-03-27"),
        ("end of year", "2026-07-20"),
        ("EOY 26-27", "2027-07-20"),
        ("diwedd y flwyddyn ysgol", "2026-07-20"),
        ("before Easter", "2026-04-05"),
        ("Pasg", "2026-04-05"),
        ("erbyn y Nadolig", "2026-12-25"),
        ("before the summer holidays", "2026-07-20"),
        ("within six weeks", "2026-02-25"),
        ("in 10 weeks", "2026-03-25"),
        ("o fewn 10 wythnos", "2026-03-25"),
        ("20 working days", "2026-02-11"),
        ("5 weeks from 2 February", "2026-03-09"),
        ("next week", "2026-01-23"),
        ("by Friday", "2026-01-16"),
        ("Friday week", "2026-01-23"),
        ("four weeks from today", "2026-02-11"),
        ("reviewed 1 May", "2026-05-01"),
        ("form in 13/3", "2026-03-13"),  # no score: nobody gets 13 out of 3
        ("stays until we break up for Easter", "2026-04-05"),
        ("Sit the paper. May.", "2026-05-31"),
        ("by St Patrick's Day", "2026-03-17"),
        ("erbyn Gŵyl Fair", "2026-02-02"),
        ("diwadd Chwefror", "2026-02-28"),
        ("Summer exams 2026", "2026-07-20"),
    ],
)
def test_pinned_from_the_meeting(written: str, day: str) -> None:
    assert find_dates(written, MEETING)[0].when == date.fromisoformat(day)


@pytest.mark.parametrize(
    "written",
    [
        "Year 9 in Room 12",
        "She may need help and they march on",
        "May we go? The March past was loud",
        "1:1 support, 3/5 and 24/40 and 2.1",
        "moved from 3/10 to 8/10, then 1/2",
        "Call 01792 555 123 or 029-20-55-12",
        "He works for six weeks in the hub",
        "on time in six weeks out of eight",
        "every half term",
        "a half-termly review",
        "supported by May (TA)",
        "bob dydd Mawrth",
        "wedi gwneud tri mis o waith",
        "a mai dyna'r dewis",
        "They made a Christmas card",
    ],
)
def test_what_only_looks_like_a_date(written: str) -> None:
    assert find_dates(written, MEETING) == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [("5/6", "2026-06-05"), ("31.3", "2026-03-31"), ("march", "2026-03-31"), ("Easter, then look again", "2026-04-05")],
)
def test_a_doubtful_form_is_a_date_only_where_dates_are_expected(written: str, day: str) -> None:
    assert not find_dates(f"seen {written} of them", MEETING)
    assert find_dates(written, MEETING, expects_dates=True)[0].when == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("31 February 2026", "31 February does not exist"),
        ("31/04/26", "31 April does not exist"),
        ("29/02/2026", "29 February 2026 does not exist"),
        ("10/31/2025", "there is no month 31"),
    ],
)
def test_impossible_dates_are_reported_not_guessed(written: str, problem: str) -> None:
    mention = find_dates(written, MEETING)[0]
    assert (mention.kind, mention.when, mention.problem) == (DateKind.PROBLEM, None, problem)


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("by 4 May", DateRole.BY),
        ("erbyn 4 Mai", DateRole.BY),
        ("starting from 4 May", DateRole.START),
        ("ers mis Medi", DateRole.START),
        ("after Christmas", DateRole.START),
        ("Review on 4 May", DateRole.REVIEW),
        ("Adolygu 4 Mai", DateRole.REVIEW),
        ("4 May", DateRole.PLAIN),
    ],
)
def test_role(written: str, role: DateRole) -> None:
    assert find_dates(written, MEETING)[0].role is role


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("July", DateKind.MONTH),
        ("summer", DateKind.SEASON),
        ("yr haf", DateKind.SEASON),
        ("this year", DateKind.YEAR),
        ("2026", DateKind.YEAR),
        ("half term", DateKind.TERM),
        ("6 weeks", DateKind.RELATIVE),
    ],
)
def test_kind(written: str, kind: DateKind) -> None:
    assert find_dates(written, MEETING)[0].kind is kind


def test_without_a_meeting_only_dates_with_a_year_are_pinned() -> None:
    assert [mention.when for mention in find_dates("by 4 May\nend of term\nwithin six weeks")] == [None, None, None]
    mention = find_dates("end of summer term 2026")[0]
    assert mention.when == date(2026, 7, 20)
    assert mention.year_given


def test_after_a_festival_has_no_last_day() -> None:
    mention = find_dates("after Easter", MEETING)[0]
    assert (mention.when, mention.earliest) == (None, date(2026, 4, 6))


def test_a_count_from_something_undated_is_not_pinned() -> None:
    assert find_dates("2 weeks after they arrive", MEETING)[0].when is None


def test_dates_deep_in_a_text_stand_where_they_stand() -> None:
    text = "Reads well. " * 200 + "By 27 March 2026 she reads alone; w/c 13/4/26 we look again. " + "She draws. " * 200
    found = find_dates(text, MEETING)
    assert [mention.text for mention in found] == ["27 March 2026", "w/c 13/4/26"]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


PIECES = st.sampled_from(
    [
        "14/10/25",
        "by",
        "31 Feb",
        "Spring 2",
        "half term",
        "May",
        "\n",
        "within six weeks",
        "Pasg",
        "w/c",
        "99/99/99",
        "2026",
        "–",
    ]
)
MEETINGS = st.sampled_from([None, MEETING, date(2024, 2, 29)])


@given(st.lists(PIECES | st.text(max_size=6), max_size=12), MEETINGS)
def test_any_text_gives_ordered_quotes(pieces: list[str], reference: date | None) -> None:
    text = " ".join(pieces)
    last = 0
    for mention in find_dates(text, reference):
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.when is None or mention.earliest is None or mention.earliest <= mention.when
        last = mention.end
