"""Ambitions of the child, and what only looks like one."""

import pytest

from qa_app.detect.aspirations import DETECTOR
from tests.detect.plans import plan


@pytest.mark.parametrize(
    "sections",
    [
        {"child_views": "School is fine. I want to be a baker like Nan."},
        {"aspirations": "A vet!"},
        {"child_views": "When Tomos grows up he'll drive the bin lorry."},
        {"post16": "She would like to study hair and beauty at the college."},
        {"child_views": "Dw i eisiau bod yn nyrs."},
    ],
)
def test_ambition_is_found(sections):
    seen = DETECTOR.run(plan(sections, facts={"child": "Tomos Hughes"}), {})
    assert seen.measures["present"] is True
    assert seen.findings


@pytest.mark.parametrize(
    "sections",
    [
        {"aspirations": "No aspirations were shared."},
        {"aspirations": "TBC"},
        {"aspirations": "N/A"},
        {"aspirations": ""},
        {"child_views": "We hope he will settle. The school would like him to be calm."},
        {"child_views": "I like maths. I want to sit next to Ben."},
        {"school_views": "Staff want him to be on time."},
    ],
)
def test_near_miss_is_no_ambition(sections):
    seen = DETECTOR.run(plan(sections), {})
    assert seen.measures["present"] is False
    assert "No ambition" in seen.summary


def test_ambition_taken_up_by_a_target():
    wish = "I want to be a chef."
    analysis = plan(
        {"aspirations": wish},
        targets=[{"target": "Cook a three-course meal for the kitchen team by 1 May 2026."}],
        answers=[(wish, "Cook a three-course meal")],
    )
    assert DETECTOR.run(analysis, {}).measures["answered"] is True
