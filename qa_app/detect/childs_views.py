"""What is the plan's level for the child's views? The level itself is judged with the plan's passages; this reads it.

Looks for: the child's own words, reported or observed positions, how they were gathered, and what changed because of them.
Matters because a plan that the child had no say in is not theirs. Known misses: views on a sheet that was not handed in.
Source: judgement guide, section 2.
"""

from __future__ import annotations

from collections import Counter

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.core.judged import VoiceLabel
from qa_app.detect.base import Detector, Settings
from qa_app.detect.reading import counted

ID = "childs_views"
BEST = 3


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Read the judged views of the plan."""
    views = analysis.views
    labels = Counter(passage.judgement.label for passage in analysis.passages)
    answered = [answer for answer in views.answers if answer.answer is not None]
    findings = [
        Finding("childs-view", (evidence,), "This shows or decides the level of the child's views.", ID)
        for evidence in views.evidence
    ]
    findings += [
        Finding(
            "answered-wish",
            (answer.wish, answer.answer),
            "A target or action takes up what the child said" + (f" ({', '.join(answer.shared)})." if answer.shared else "."),
            "links",
        )
        for answer in answered
        if answer.answer is not None
    ]
    own = sum(labels[label] for label in (VoiceLabel.QUOTED, VoiceLabel.REPORTED, VoiceLabel.OBSERVED))
    return Detection(
        detector=ID,
        looked_for="the child's own words, or an adult's faithful record of what the child said, chose or showed",
        searched=tuple(passage.span for passage in analysis.passages),
        findings=tuple(findings),
        measures={
            "level": views.level,
            "passages": own,
            "quoted": labels[VoiceLabel.QUOTED],
            "adult_opinions": labels[VoiceLabel.ADULT_OPINION],
            "wishes": len(views.answers),
            "answered": len(answered),
            "complete": views.level == BEST,
        },
        summary=f"{views.reason.rstrip('.')}. {counted(own, 'passage').capitalize()} with the child's view.",
        confidence=views.confidence,
    )


DETECTOR = Detector(
    id=ID,
    question="How far are the child's own views in the plan, and did they change anything?",
    measures={
        "level": "0 no views, 1 token, 2 particular to this child, 3 they shaped the plan; unknown when it cannot be told",
        "passages": "passages that carry the child's own view",
        "quoted": "of these, in the child's own words",
        "adult_opinions": "passages where an adult only thinks how the child feels",
        "wishes": "wishes of the child that a plan could answer",
        "answered": "of these, taken up by a target or action",
        "complete": "whether the level is the highest",
    },
    run=run,
)
