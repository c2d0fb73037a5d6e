"""Rating one criterion: levels, applicability, what cannot be judged, and the words of the reason."""

from dataclasses import replace

import pytest

from qa_app.core.document import Omission, OmissionKind, Span
from qa_app.core.finding import Detection, Evidence, Finding
from qa_app.core.result import CriterionStatus
from qa_app.core.template import Applicability, Comparison, Criterion, Use
from qa_app.judge import rate

LEVELS = {n: Comparison("views.level", "at_least", n, f"level {n} words") for n in (1, 2, 3)}
CRITERION = Criterion(
    "views", "Views", "Views are there.", "a source", "views", "none", (Use("childs_views", "views"),), LEVELS,
    {0: "none", 1: "some", 2: "good", 3: "best"}, advice="Ask the child.",
)  # fmt: skip
UNREAD = (Omission(OmissionKind.UNREADABLE, "page 2", None, "A picture."),)
FOUND = Finding("view", (Evidence(Span(0, 3), "abc", "child_views", "page 1"),), "It is a view.", "test")


def views(level, **changes):
    detection = Detection("childs_views", "the child's words", (), (FOUND,), {"level": level}, "Views were seen.", 0.8)
    return {"views": replace(detection, **changes)}


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_highest_level_that_holds(level):
    result = rate(CRITERION, views(level), {})
    assert (result.status, result.rating) == (CriterionStatus.RATED, level)


def test_reason_says_what_was_seen_and_what_the_next_rating_needs():
    result = rate(CRITERION, views(1), {})
    assert result.reason == "Views were seen. For 2 it needs: level 2 words."
    assert result.advice == "Ask the child."
    assert result.evidence[0].quote == "abc"


def test_best_rating_needs_no_advice():
    assert rate(CRITERION, views(3), {}).advice == ""


def test_unknown_measure_is_not_a_zero():
    result = rate(CRITERION, views(None), {})
    assert result.status is CriterionStatus.CANNOT_JUDGE
    assert result.rating is None


def test_unknown_about_a_higher_level_is_said():
    mixed = replace(CRITERION, levels={2: Comparison("views.other", "is", True, "a second reader"), 1: LEVELS[1]})
    result = rate(mixed, views(1), {})
    assert result.rating == 1
    assert "It cannot be told whether there is a second reader" in result.reason


def test_detector_that_failed_is_cannot_judge_with_its_words():
    result = rate(CRITERION, views(3, problem="The check failed."), {})
    assert result.status is CriterionStatus.CANNOT_JUDGE
    assert result.reason == "The check failed."


def test_unread_part_keeps_absence_open_but_not_what_was_found():
    assert rate(CRITERION, views(1), {}, unread=UNREAD).status is CriterionStatus.CANNOT_JUDGE
    assert "page 2" in rate(CRITERION, views(1), {}, unread=UNREAD).reason
    assert rate(CRITERION, views(3), {}, unread=UNREAD).rating == 3
    whole = {"level": 2, "complete": True}
    assert rate(CRITERION, views(2, measures=whole), {}, unread=UNREAD).rating == 2


YEAR_6 = Applicability(Comparison("fact.year_group", "is", 6, ""), "Only in Year 6.", when_unknown=False)


@pytest.mark.parametrize(
    ("facts", "unread", "status"),
    [
        ({"year_group": 6}, (), CriterionStatus.RATED),
        ({"year_group": 4}, (), CriterionStatus.NOT_APPLICABLE),
        ({}, (), CriterionStatus.NOT_APPLICABLE),
        ({}, UNREAD, CriterionStatus.CANNOT_JUDGE),
        ({"year_group": 4}, UNREAD, CriterionStatus.NOT_APPLICABLE),
    ],
)
def test_applicability_true_false_unknown(facts, unread, status):
    result = rate(replace(CRITERION, applies=YEAR_6), views(3), facts, unread=unread)
    assert result.status is status
    if status is CriterionStatus.NOT_APPLICABLE:
        assert result.reason == "Only in Year 6."


def test_unknown_applicability_may_apply():
    applies = replace(YEAR_6, when_unknown=True)
    assert rate(replace(CRITERION, applies=applies), views(2), {}).rating == 2
