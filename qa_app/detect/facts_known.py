"""Are certain facts of the plan known?

Looks for: facts by name, for example the date of birth or the designated person. Matters because plans are read by people who
do not know the child. Known misses: a fact that stands only in running text.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.detect.base import Detector, Setting, Settings
from qa_app.detect.wanted import texts

ID = "facts_known"


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Look up each fact."""
    wanted = texts(settings, "facts")
    known = [analysis.plan.facts[name] for name in wanted if name in analysis.plan.facts]
    lacking = [name.replace("_", " ") for name in wanted if name not in analysis.plan.facts]
    told = [fact.name.replace("_", " ") for fact in known]
    parts = [f"Told: {', '.join(told)}." if told else "", f"Not told: {', '.join(lacking)}." if lacking else ""]
    return Detection(
        detector=ID,
        looked_for=", ".join(wanted).replace("_", " "),
        searched=tuple(span for fact in known for span in fact.spans),
        findings=tuple(
            Finding("fact", tuple(map(analysis.evidence, fact.spans[:2])), f"{fact.name.replace('_', ' ').capitalize()}.", ID)
            for fact in known
            if fact.spans
        ),
        measures={
            "count": len(known),
            "share": len(known) / len(wanted) if wanted else None,
            "all": not lacking,
            "conflicts": sum(bool(fact.conflicts) for fact in known),
            "complete": not lacking,
        },
        summary=" ".join(part for part in parts if part),
        confidence=0.9,
    )


DETECTOR = Detector(
    id=ID,
    question="Are certain facts told?",
    measures={
        "count": "how many of them are",
        "share": "share of them that are",
        "all": "whether all are",
        "conflicts": "facts for which the plan gives more than one value",
        "complete": "the same as all",
    },
    run=run,
    settings={"facts": Setting("names of the facts", kind="texts")},
)
