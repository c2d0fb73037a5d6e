"""Moves ahead and children out of school: what triggers the question, what answers it, what only looks like it."""

import pytest

from qa_app.detect.not_in_school import DETECTOR as NOT_IN_SCHOOL
from qa_app.detect.transition import DETECTOR as TRANSITION
from tests.detect.plans import plan


@pytest.mark.parametrize(
    ("facts", "sections", "ahead"),
    [
        ({"year_group": 6}, {}, True),
        ({"year_group": 11}, {}, True),
        ({"year_group": 4}, {}, False),
        ({"year_group": 4, "transition_ahead": True}, {}, True),
        ({"year_group": 8}, {"transition": "She is moving to Ysgol Glan Taf in September."}, True),
        ({"year_group": 8}, {"transition": "No moves are planned."}, False),
        ({"year_group": 8}, {"school_views": "He moved to our school in 2023."}, False),
        ({}, {}, None),
    ],
)
def test_move_ahead(facts, sections, ahead):
    assert TRANSITION.run(plan(sections, facts=facts), {}).measures["ahead"] is ahead


@pytest.mark.parametrize(
    ("words", "matters"),
    [
        ("Settled into Y7.", False),
        ("She has settled in well since the move.", False),
        ("Options next year.", False),
        ("Option form due in March.", False),
        ("Mae hi wedi setlo'n dda.", False),
        ("Settled into Y7. Options next year.", False),
        ("Year 4 in September.", True),
        ("Settled into Y7. Mr Rees shows him the new site on 4 June.", True),
        ("A buddy to help him settle in.", True),
        ("Options next year. Moving to a new school in April.", True),
    ],
)
def test_settling_in_and_options_are_no_move_ahead(words, matters):
    seen = TRANSITION.run(plan({"transition": words}, facts={"year_group": 7}), {})
    assert seen.measures["matters"] is matters
    assert ("prepare it" in seen.summary) is matters, seen.summary


def test_options_and_settling_count_where_a_move_is_ahead():
    seen = TRANSITION.run(plan({"transition": "Options talked about."}, facts={"year_group": 11}), {})
    assert (seen.measures["matters"], seen.measures["mentioned"]) == (True, True)


def test_no_step_is_not_counted():
    summary = TRANSITION.run(plan({"transition": "Year 3 in September."}, facts={"year_group": 2}), {}).summary
    assert "No step to prepare it is told." in summary
    assert "0 with" not in summary
    assert "No move" not in summary


def test_steps_need_who_and_when():
    words = "Visits with Mrs Pugh on 4 June and 11 June 2026. Send the records. He will transfer in September."
    seen = TRANSITION.run(plan({"transition": words}, facts={"year_group": 6}), {})
    assert seen.measures["whole_steps"] == 1
    assert seen.measures["steps"] == 2
    assert seen.measures["childs_wish"] is False


def test_nothing_planned_for_a_known_move():
    seen = TRANSITION.run(plan({"transition": "TBC"}, facts={"year_group": 6}), {})
    assert (seen.measures["ahead"], seen.measures["mentioned"]) == (True, False)


def test_unread_part_keeps_a_move_open():
    assert TRANSITION.run(plan(facts={"year_group": 4}, unread=True), {}).measures["matters"] is None


@pytest.mark.parametrize(
    ("facts", "sections", "out"),
    [
        ({"in_school": False}, {}, True),
        ({"in_school": True}, {"not_in_school": "Does not apply, she is in school full time."}, False),
        ({"school_status": "part-time timetable, 12 hours"}, {}, True),
        ({"school": "Ysgol y Bont"}, {"attendance": "He has been out of school since October."}, True),
        ({"school": "Ysgol y Bont"}, {"attendance": "94%. Support is there to avoid a part-time timetable."}, False),
        ({"school": "Ysgol y Bont"}, {"not_in_school": "N/A"}, False),
        ({}, {}, None),
    ],
)
def test_out_of_school(facts, sections, out):
    assert NOT_IN_SCHOOL.run(plan(sections, facts=facts), {}).measures["out_of_school"] is out


def test_way_back_with_who_and_when():
    words = (
        "Home tuition for 9 hours a week. Phased return with Mrs Lomax from 2 March 2026, building up to five mornings. "
        "A youth worker sees him on Thursdays. The LACE team rings the carer every Friday."
    )
    seen = NOT_IN_SCHOOL.run(plan({"not_in_school": words}, facts={"in_school": False}), {})
    assert seen.measures["complete"] is True, seen.measures


def test_waiting_for_a_place_is_no_pathway():
    seen = NOT_IN_SCHOOL.run(
        plan({"not_in_school": "Awaiting a school place. No tuition is in place."}, facts={"in_school": False}), {}
    )
    assert (seen.measures["education_now"], seen.measures["steps_back"]) == (False, 0)
