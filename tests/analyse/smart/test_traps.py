"""The traps and settled cases of the judgement guide's section 1, each in wording of our own."""

from datetime import date
from functools import cache

import pytest

from qa_app.analyse.smart import SmartJudge
from qa_app.core.judged import Component, Level, TargetText

MEETING = date(2026, 1, 13)
MET, PARTLY, NOT = Level.MET, Level.PARTLY, Level.NOT


@cache
def judge() -> SmartJudge:
    return SmartJudge()


def level(component: Component, **row: object) -> Level:
    return judge().judge(TargetText(**row)).components[component].level


@pytest.mark.parametrize(
    ("wording", "criteria", "expected"),
    [
        ("Write a paragraph with a topic sentence in history", "", MET),
        ("Ask for help with the blue card when she is stuck in maths", "", MET),
        ("Visit the sixth form and hand in her application", "", MET),
        ("Raise attendance", "from 81 % to 90 %", MET),
        ("Defnyddio priflythrennau ac atalnod llawn wrth ysgrifennu ar ei ben ei hun", "", MET),
        ("Improve spelling", "", PARTLY),
        ("Gwella sillafu", "", PARTLY),
        ("Make progress in geography", "", NOT),
        ("Make progress in geography", "2 sub-levels", NOT),
        ("Behave well", "", NOT),
        ("Continue to do well and reach his full potential", "", NOT),
        ("School to provide a quiet desk and a lamp", "", NOT),
        ("Laptop to be provided by the virtual school", "", NOT),
        ("Dafydd to have 2 x 30 min numeracy intervention sessions a week", "", NOT),
        ("Fewer exclusions", "", NOT),
        ("Ysgol i drefnu tacsi", "", NOT),
    ],
)
def test_specific(wording: str, criteria: str, expected: Level) -> None:
    assert level(Component.SPECIFIC, target=wording, success_criteria=criteria, meeting_date=MEETING) is expected


def test_a_compound_target_is_at_most_partly_specific() -> None:
    assert level(Component.SPECIFIC, target="Improve reading, writing and attendance", meeting_date=MEETING) is not MET


@pytest.mark.parametrize(
    ("wording", "criteria", "expected"),
    [
        ("Spell the days of the week", "6 of 7 right in two tests", MET),
        ("Hand in homework", "at least 8 out of 10 pieces", MET),
        ("Raise attendance from 84 % to 91 %", "register", MET),
        ("Go on the outdoor residential", "went", MET),
        ("Cyrraedd y wers ar amser", "9 gwers o bob 10", MET),
        ("Improve reading", "half-termly tests", PARTLY),
        ("Improve behaviour", "fewer incidents", PARTLY),
        ("Be more confident", "", NOT),
        ("Feel happier in Year 9", "", NOT),
        ("Make progress in KS3 numeracy in Room 14", "", NOT),
    ],
)
def test_measurable(wording: str, criteria: str, expected: Level) -> None:
    assert level(Component.MEASURABLE, target=wording, success_criteria=criteria, meeting_date=MEETING) is expected


def test_how_often_help_is_given_is_no_measure_but_makes_a_target_more_achievable() -> None:
    row = {
        "target": "Get better at fractions",
        "actions": "1:1 maths tuition, 3 x weekly sessions with Mr Osei",
        "meeting_date": MEETING,
    }
    assert level(Component.MEASURABLE, **row) is not MET
    assert level(Component.ACHIEVABLE, **row) is PARTLY


@pytest.mark.parametrize(
    ("needs", "actions", "expected"),
    [
        (
            "Reads 42 of the first 100 words; guesses the rest from the first letter.",
            "Paired reading with Mrs Oduya, 15 minutes daily",
            MET,
        ),
        ("Reads 42 of the first 100 words; guesses the rest from the first letter.", "", PARTLY),
        ("", "Paired reading with Mrs Oduya, 15 minutes daily", PARTLY),
        ("", "Staff to encourage and monitor", NOT),
        ("", "Quality first teaching, differentiation", NOT),
        ("Yn darllen 42 o'r 100 gair cyntaf; yn dyfalu'r gweddill.", "Darllen pâr gyda Mrs Oduya, 15 munud bob dydd", MET),
    ],
)
def test_achievable(needs: str, actions: str, expected: Level) -> None:
    row = {"target": "Read the first 100 words at sight in her own book", "needs": needs, "actions": actions}
    assert level(Component.ACHIEVABLE, **row, meeting_date=MEETING) is expected


def test_full_attendance_is_out_of_reach_from_far_below() -> None:
    near = {
        "target": "100 % attendance",
        "needs": "Attendance 97 %, two days lost to a cold.",
        "actions": "Miss Vaughan checks in on Mondays",
    }
    far = {"target": "100 % attendance", "needs": "Attendance 38 %, cannot face the gate most mornings."}
    assert level(Component.ACHIEVABLE, **near, meeting_date=MEETING) is MET
    assert level(Component.ACHIEVABLE, **far, meeting_date=MEETING) is not MET


@pytest.mark.parametrize(
    ("wording", "needs", "views", "expected"),
    [
        ("Ask a friend to join a game at break", "Stands alone by the fence every break and watches the games.", "", MET),
        ("Cook a meal for two", "", "I want to cook for my nan when I have my own flat", MET),
        ("Learn to manage strong feelings", "SEMH", "", PARTLY),
        ("Improve writing", "Writing", "", PARTLY),
        ("Achieve their potential", "", "", NOT),
        ("Gofyn i ffrind ymuno â gêm amser chwarae", "Yn sefyll ar ei ben ei hun wrth y ffens bob amser chwarae.", "", MET),
    ],
)
def test_relevant(wording: str, needs: str, views: str, expected: Level) -> None:
    assert level(Component.RELEVANT, target=wording, needs=needs, views=views, meeting_date=MEETING) is expected


@pytest.mark.parametrize(
    ("by_when", "meeting", "expected"),
    [
        ("27 March 2026", None, MET),
        ("end of spring term 2026", None, MET),
        ("within six weeks", MEETING, MET),
        ("within six weeks", None, PARTLY),
        ("Easter", MEETING, MET),
        ("Easter", None, PARTLY),
        ("erbyn y Pasg", MEETING, MET),
        ("June", MEETING, MET),
        ("half term", MEETING, MET),
        ("Summer 2026", None, MET),
        ("Summer", MEETING, PARTLY),
        ("this year", MEETING, PARTLY),
        ("next PEP", MEETING, PARTLY),
        ("next PEP (24 March 2026)", MEETING, MET),
        ("Review 24 March 2026", MEETING, PARTLY),
        ("from 2 February 2026", MEETING, PARTLY),
        ("Ongoing", MEETING, NOT),
        ("as soon as possible", MEETING, NOT),
        ("cyn gynted â phosibl", MEETING, NOT),
        ("TBC", MEETING, NOT),
        ("daily", MEETING, NOT),
        ("each half term", MEETING, NOT),
        ("when he is ready", MEETING, NOT),
        ("at his own pace", MEETING, NOT),
        ("by Mrs Rees", MEETING, NOT),
        ("this term", MEETING, PARTLY),
        ("all year", MEETING, NOT),
        ("IDP review 24 March 2026", MEETING, MET),
        ("Rev 24/3", MEETING, PARTLY),
        ("entry window opens 24/3", MEETING, MET),
        ("end of Reception", MEETING, MET),
        ("SATs week", MEETING, MET),
        ("when the baths open", MEETING, PARTLY),
        ("17", MEETING, PARTLY),
        ("12 December 2025", MEETING, NOT),
        ("31 February 2026", MEETING, NOT),
        ("", MEETING, NOT),
    ],
)
def test_time_bound(by_when: str, meeting: date | None, expected: Level) -> None:
    assert level(Component.TIME_BOUND, target="Tie his own laces", by_when=by_when, meeting_date=meeting) is expected


@pytest.mark.parametrize(
    ("wording", "criteria", "expected"),
    [
        ("By 20 March 2026 Efan will tie his own laces", "", MET),
        ("Tie laces by using the two-loop card", "", NOT),
        ("May need time to settle after break", "", NOT),
        ("March on the spot to the drum", "", NOT),
        ("Arrive on time", "six weeks out of eight", NOT),
        ("Arrive on time", "four weeks running", NOT),
    ],
)
def test_dates_in_the_wording_next_to_an_open_column(wording: str, criteria: str, expected: Level) -> None:
    row = {"target": wording, "success_criteria": criteria, "by_when": "Ongoing", "meeting_date": MEETING}
    assert level(Component.TIME_BOUND, **row) is expected


@pytest.mark.parametrize(
    ("needs", "expected"),
    [("Interview for the garage on 24 March; has never sat one.", MET), ("Has never sat an interview.", PARTLY)],
)
def test_an_event_is_a_deadline_when_the_plan_dates_it(needs: str, expected: Level) -> None:
    row = {"target": "Answer six likely questions", "by_when": "before the interview", "meeting_date": MEETING}
    assert level(Component.TIME_BOUND, **row, needs=needs) is expected


def test_the_end_of_a_key_stage_has_a_date_only_when_the_year_group_is_stated() -> None:
    assert (
        level(Component.TIME_BOUND, target="Join the choir", by_when="end of KS3", needs="Year 8.", meeting_date=MEETING) is MET
    )
    assert level(Component.TIME_BOUND, target="Join the choir", by_when="end of KS3", meeting_date=MEETING) is PARTLY


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("School to provide a laptop", True),
        ("Social worker and school to agree a taxi", True),
        ("Referral to the speech therapist", True),
        ("Interpreter to be booked", True),
        ("Gofalwr i ddarllen gyda hi bob nos", True),
        ("Kit to pack her own bag", False),
        ("Complete the college application", False),
        ("Nia will ask her teacher for the card", False),
        ("Attend the tutoring session on Mondays", False),
        ("To be settled in school", False),
    ],
)
def test_a_task_for_the_adults_is_told_from_a_target(wording: str, expected: bool) -> None:
    assert judge().judge(TargetText(wording)).is_adult_action is expected
