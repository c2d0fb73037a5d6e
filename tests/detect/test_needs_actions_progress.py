"""Barriers, actions and progression on hand-built plans."""

import pytest

from qa_app.core.judged import Severity
from qa_app.detect.actions_linked import DETECTOR as ACTIONS
from qa_app.detect.barriers import DETECTOR as BARRIERS
from qa_app.detect.outcomes import Outcome, outcome_of
from qa_app.detect.progression import DETECTOR as PROGRESSION
from qa_app.detect.statutory_items import DETECTOR as STATUTORY
from qa_app.detect.wording import DETECTOR as WORDING
from tests.detect.plans import Writer, plan

NEED = "Long words stop him because he missed phonics when he moved."


def test_need_explained_and_answered_by_a_link():
    analysis = plan(
        {"barriers_needs": NEED},
        targets=[{"target": "Read 20 words.", "actions": "Syllable cards daily with Mr Noor.", "marks": "mmmmm"}],
        links=[(NEED, "Syllable cards daily with Mr Noor.")],
    )
    measures = BARRIERS.run(analysis, {}).measures
    assert (measures["needs"], measures["explained"], measures["answered"]) == (1, 1, 1)


@pytest.mark.parametrize("words", ["No barriers to learning were identified.", "None", "N/A", ""])
def test_no_need_is_named(words):
    assert BARRIERS.run(plan({"barriers_needs": words}), {}).measures["needs"] == 0


def test_bare_label_is_a_need_without_explanation():
    measures = BARRIERS.run(plan({"barriers_needs": "Reading\nBehaviour"}), {}).measures
    assert (measures["needs"], measures["explained"]) == (2, 0)


def test_blame_is_no_need():
    analysis = plan({"barriers_needs": "She is manipulative."}, flags=[("manipulative", Severity.HIGH)])
    assert BARRIERS.run(analysis, {}).measures["needs"] == 0


@pytest.mark.parametrize(
    ("actions", "practical"),
    [
        ("Precision teaching 3 x 20 minutes a week with Miss Cara.", 1),
        ("Continue to support in class.", 0),
        ("Staff to monitor.", 0),
        ("He needs to make better choices.", 0),
        ("No actions were agreed.", 0),
        ("", 0),
    ],
)
def test_practical_actions(actions, practical):
    seen = ACTIONS.run(plan(targets=[{"target": "Read 20 words.", "actions": actions, "marks": "ppnpn"}]), {})
    assert seen.measures["practical"] == practical


@pytest.mark.parametrize(
    ("need", "beside", "relevant", "linked", "reasoned"),
    [
        ("Sleep", "", "m", 1, 0),  # Relevant is met by what else the plan says
        ("Reading", "", "p", 1, 0),  # the same subject as a need that is only named
        ("Sleep", "", "p", 0, 0),
        ("Reading", "", "n", 0, 0),
        ("Reading is hard because he missed phonics.", "", "p", 1, 1),
        ("Sleep", "Guesses long words from the first letter.", "p", 1, 1),
        ("Sleep", "Guesses long words from the first letter.", "n", 0, 0),
    ],
)
def test_tie_to_a_subject_is_less_than_one_to_a_reason(need, beside, relevant, linked, reasoned):
    row = {"target": "Improve reading.", "need": beside, "actions": "Paired reading with Mr Noor on Mondays."}
    seen = ACTIONS.run(plan({"barriers_needs": need}, targets=[{**row, "marks": f"ppp{relevant}p"}]), {})
    assert (seen.measures["linked"], seen.measures["reasoned"]) == (linked, reasoned)
    assert (seen.measures["needs_answered"] > 0) <= (linked > 0)
    assert ("none of them with the reason" in seen.summary) is (linked > reasoned)


def test_row_judged_irrelevant_answers_no_need_by_a_link_either():
    row = {"target": "Be good.", "actions": "Syllable cards daily with Mr Noor."}
    for relevant, answered in (("n", 0), ("p", 1)):
        analysis = plan(
            {"barriers_needs": NEED},
            targets=[{**row, "marks": f"ppp{relevant}p"}],
            links=[(NEED, "Syllable cards daily with Mr Noor.")],
        )
        assert BARRIERS.run(analysis, {}).measures["answered"] == answered


@pytest.mark.parametrize(
    ("outcome", "progress", "expected"),
    [
        ("☒ Yes ☐ Partly ☐ No", "", Outcome.MET),
        ("☐ Yes ☐ Partly ☒ No", "", Outcome.NOT_MET),
        ("☐ Yes ☐ Partly ☐ No", "", None),
        ("Not met", "", Outcome.NOT_MET),
        ("Partly met", "", Outcome.PARTLY),
        ("Wedi'i gyflawni", "", Outcome.MET),
        ("", "", None),
    ],
)
def test_outcome_of_an_earlier_target(outcome, progress, expected):
    from qa_app.core.plan import TargetRow

    writer = Writer()
    row = TargetRow(writer.write("Read"), progress=writer.write(progress), outcome=writer.write(outcome))
    assert outcome_of(row) is expected


def test_progression_with_evidence_trend_and_effect():
    analysis = plan(
        {"attendance": "96.8% (was 93.1% at this point last year).", "funding": "£300 tutor; his score went from 41 to 55."},
        targets=[{"target": "Score 60 (55 now).", "marks": "mmmmm"}],
        previous=[{"target": "Score 55.", "progress": "Scored 55 on 3 February, up from 41.", "outcome": "Met"}],
    )
    assert PROGRESSION.run(analysis, {}).measures["complete"] is True


def test_empty_outcome_is_not_reviewed():
    seen = PROGRESSION.run(plan(previous=[{"target": "Be good.", "outcome": ""}]), {})
    assert (seen.measures["earlier"], seen.measures["reviewed"]) == (1, 0)


@pytest.mark.parametrize(
    ("sections", "state"),
    [
        ({"attendance": "96.8% as at 30/01/2026, two sessions lost to a hospital visit and none without leave."}, "present"),
        ({"attendance": "94%"}, "brief"),
        ({"attendance": "94% as at 30/01/2025"}, "out of date"),
        ({"attendance": "TBC"}, "empty"),
        ({}, "not found"),
    ],
)
def test_state_of_a_statutory_item(sections, state):
    assert STATUTORY.run(plan(sections), {"list": "wales"}).measures["item.attendance"] == state


def test_none_is_an_answer_to_exclusions():
    assert STATUTORY.run(plan({"exclusions": "None."}), {}).measures["item.conduct"] == "present"


def test_wording_counts_by_severity():
    analysis = plan(
        {"school_views": "He is kind and funny. He is proud of his model. He works hard. A naughty boy."},
        flags=[("naughty boy", Severity.MEDIUM)],
    )
    measures = WORDING.run(analysis, {}).measures
    assert (measures["high"], measures["medium"], measures["warm"]) == (0, 1, True)


def test_wording_of_an_empty_plan_cannot_be_judged():
    assert WORDING.run(plan(), {}).problem
