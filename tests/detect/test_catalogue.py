"""Every detector: declared measures, evidence of absence, quotes in the plan's own words, and no surprises on odd plans."""

import pytest

from qa_app.detect.base import catalogue
from tests.detect.plans import plan

SETTINGS = {
    "section_filled": {"sections": ("child_views",)},
    "facts_known": {"facts": ("school",)},
    "mentions": {"ideas": ("advocate",)},
    "people_involved": {"roles": ("social-worker",)},
}
NEEDS_RULE = {"date_rule"}
RICH = plan(
    {
        "child_views": "I like maths. I want to be a vet. An advocate was offered on 3 June.",
        "barriers_needs": "Reading is slow because he missed phonics.",
        "transition": "Visit with Mrs Pugh on 4 June.",
        "funding": "£300 tutor; his score went from 41 to 55.",
        "not_in_school": "Home tuition for 9 hours a week.",
    },
    targets=[{"target": "Read 20 words.", "actions": "Cards daily with Mr Noor.", "who": "Mr Noor", "marks": "mmmmm"}],
    previous=[{"target": "Read ten.", "progress": "Read twelve in May.", "outcome": "Met"}],
    facts={"year_group": 6, "school": "Ysgol y Bont", "in_school": True},
    people=[("Jan Lowe", "social-worker")],
)
ODD = plan({"child_views": "\u200b\u00a0☐ ☒ …\n" + "é" * 500, "targets": "No targets were agreed."}, as_of=None)
DETECTORS = [detector for name, detector in catalogue().items() if name not in NEEDS_RULE]


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.id)
@pytest.mark.parametrize("analysis", [RICH, ODD, plan(), plan(unread=True)], ids=["rich", "odd", "empty", "unread"])
def test_detection_keeps_the_rules(detector, analysis):
    seen = detector.run(analysis, SETTINGS.get(detector.id, {}))
    assert seen == detector.run(analysis, SETTINGS.get(detector.id, {}))
    assert seen.looked_for
    assert seen.summary or seen.problem
    families = tuple(name[:-1] for name in detector.measures if name.endswith(".*"))
    assert all(name in detector.measures or name.startswith(families) for name in seen.measures)
    text = analysis.plan.document.text
    for finding in seen.findings:
        assert finding.reason
        assert all(quote.quote == text[quote.span.start : quote.span.end] for quote in finding.evidence)
    assert all(span.end <= len(text) for span in seen.searched)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.id)
def test_detector_is_found_under_its_modules_name(detector):
    assert detector.run.__module__ == f"qa_app.detect.{detector.id}"


def test_negated_mention_does_not_count():
    quiet = catalogue()["mentions"].run(plan({"meeting": "No advocate was offered."}), {"ideas": ("advocate",)})
    assert quiet.measures["found"] is False
    assert "Not found" in quiet.summary
