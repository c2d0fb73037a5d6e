"""Counting SMART components over a plan's targets."""

import pytest

from qa_app.detect.smart_targets import DETECTOR
from tests.detect.plans import plan


@pytest.mark.parametrize(
    ("marks", "share_4", "with_2"),
    [
        (["mmmmm", "mmmmp"], 1.0, 2),
        (["mmmmm", "mpnnn"], 0.5, 1),
        (["pppnn"], 0.0, 0),
    ],
)
def test_counts_by_number_of_met_components(marks, share_4, with_2):
    seen = DETECTOR.run(plan(targets=[{"target": f"Target {n}", "marks": m} for n, m in enumerate(marks)]), {})
    assert seen.measures["share_4"] == share_4
    assert seen.measures["with_2"] == with_2


def test_no_targets_is_said_and_shares_are_unknown():
    seen = DETECTOR.run(plan({"targets": "No targets were agreed."}), {})
    assert seen.measures["targets"] == 0
    assert seen.measures["share_4"] == 0
    assert seen.summary == "No targets were found."
    assert seen.looked_for
