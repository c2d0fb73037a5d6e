"""Who is responsible: names and roles count, "school" and blank cells do not."""

import pytest

from qa_app.detect.responsibility import DETECTOR
from tests.detect.plans import plan


@pytest.mark.parametrize(
    "who", ["Mrs Evans", "Class teacher", "ELSA", "Mr Vaughan (lesson), Miss Cara", "Linda", "Athrawes ddosbarth", "Jo (TA)"]
)
def test_name_or_exact_role_counts(who):
    seen = DETECTOR.run(plan(targets=[{"target": "Read ten words.", "who": who}]), {})
    assert seen.measures["every_row_named"] is True, seen.summary


@pytest.mark.parametrize(
    ("who", "state"), [("School", "vague"), ("All", "vague"), ("Staff", "vague"), ("TBC", "vague"), ("", "blank")]
)
def test_nobody_in_particular_does_not_count(who, state):
    seen = DETECTOR.run(plan(targets=[{"target": "Read ten words.", "who": who}]), {})
    assert seen.measures["named"] == 0
    assert seen.measures[state] == 1
    assert seen.measures["every_row_named"] is False


def test_name_in_the_actions_helps_an_empty_cell():
    row = {"target": "Read ten words.", "actions": "Mrs Lloyd reads with him on Mondays.", "who": ""}
    assert DETECTOR.run(plan(targets=[row]), {}).measures["named"] == 1


def test_parts_of_child_carer_and_school():
    analysis = plan(
        {"carer_role": "Linda reads with Osian four nights a week."},
        targets=[{"target": "Write ten sentences.", "who": "Mr Vaughan, class teacher; Osian chooses type or pencil"}],
        facts={"child": "Osian Pryce"},
        people=[("Linda Beynon", "foster-carer")],
    )
    seen = DETECTOR.run(analysis, {})
    assert seen.measures["each_has_a_part"] is True, seen.summary


def test_no_rows_is_said():
    seen = DETECTOR.run(plan({"actions": ""}), {})
    assert seen.measures["rows"] == 0
    assert seen.measures["share_named"] == 0
