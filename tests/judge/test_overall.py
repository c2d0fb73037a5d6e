"""Score and band of a whole plan."""

import pytest

from qa_app.core.finding import Detection
from qa_app.core.result import CriterionResult, CriterionStatus
from qa_app.core.template import AuditTemplate, Band, Comparison, Criterion, Status, Use
from qa_app.judge import overall

BANDS = (
    Band("Returned", Comparison("rating.c0", "is", 0, ""), "A knock-out."),
    Band("Excellent", Comparison("count.not.3", "at_most", 1, ""), "All but one at 3."),
    Band("Rest", None, "What is left."),
)


def criterion(number, weight=1.0, status=Status.STABLE):
    return Criterion(f"c{number}", "t", "s", "src", "l", "w", (Use("d", "d"),), {}, {}, weight=weight, status=status)


def result(number, rating, **changes):
    statuses = {"n/a": CriterionStatus.NOT_APPLICABLE, "?": CriterionStatus.CANNOT_JUDGE}
    status = statuses.get(rating, CriterionStatus.RATED)
    return CriterionResult(
        criterion(number, **changes), status, rating if isinstance(rating, int) else None, "because", 1.0,
        detections=(Detection("d", "x", measures={"count": 4}),),
    )  # fmt: skip


def judge(*ratings):
    results = [result(number, rating) for number, rating in enumerate(ratings)]
    template = AuditTemplate("t", "1", "T", "s", "any", tuple(r.criterion for r in results), BANDS)
    return overall(template, results)


@pytest.mark.parametrize(
    ("ratings", "score", "band"),
    [
        ((3, 3, 3, 2), 91.7, "Excellent"),
        ((3, 3, 2, 2), 83.3, "Rest"),
        ((0, 3, 3, 3), 75.0, "Returned"),
        ((3, "n/a", "n/a", 3), 100.0, "Excellent"),
        ((3, "?", 3, 3), 100.0, "Excellent"),
    ],
)
def test_score_and_band(ratings, score, band):
    verdict = judge(*ratings)
    assert (verdict.score, verdict.band) == (score, band)
    assert verdict.why


def test_less_than_half_judged_gives_no_score():
    verdict = judge(3, "?", "?", "n/a")
    assert verdict.score is None
    assert verdict.band == "Cannot judge"
    assert "2 of 3" in verdict.why


def test_trial_and_weightless_criteria_do_not_count():
    results = [result(0, 3), result(1, 0, weight=0.0), result(2, 0, status=Status.TRIAL)]
    template = AuditTemplate("t", "1", "T", "s", "any", tuple(r.criterion for r in results), BANDS)
    assert overall(template, results).score == 100.0


def test_band_may_ask_for_a_measure_of_a_criterion():
    results = [result(0, 3)]
    bands = (Band("Four", Comparison("c0.count", "is", 4, ""), "Four."), Band("Rest", None, "Rest."))
    assert overall(AuditTemplate("t", "1", "T", "s", "any", (results[0].criterion,), bands), results).band == "Four"
