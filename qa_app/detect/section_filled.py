"""Is a part of the plan filled in?

Looks for: words under the headings of the given sections, beyond printed prompts and fillers such as "n/a" or "TBC". Matters
because an empty box tells nobody anything. Known misses: content that stands under another heading.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.core.plan import SECTION_IDS
from qa_app.detect.base import Detector, Setting, Settings
from qa_app.detect.reading import counted, filled, searched_in, word_count
from qa_app.detect.wanted import number, texts

ID = "section_filled"


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Count the sections that are filled, empty and missing."""
    wanted = texts(settings, "sections")
    least = int(number(settings, "least_words", 1))
    none_counts = bool(settings.get("none_counts"))
    sections = analysis.plan.sections_with(*wanted)
    told = [section for section in sections if filled(section, none_counts=none_counts, least_words=least)]
    present = {section.id for section in told}
    words = sum(word_count(section.content.text) for section in told)
    return Detection(
        detector=ID,
        looked_for=f"at least {counted(least, 'word')} under: {', '.join(wanted).replace('_', ' ')}",
        searched=searched_in(analysis, *wanted),
        findings=tuple(
            Finding("filled", tuple(map(analysis.evidence, section.content.spans[:2])), "Somebody wrote here.", ID)
            for section in told
            if section.content.spans
        ),
        measures={
            "filled": bool(told),
            "count": len(present),
            "share": len(present) / len(wanted) if wanted else None,
            "empty": sum(section not in told for section in sections),
            "words": words,
            "complete": len(present) == len(wanted),
        },
        summary=_summary(wanted, present),
        confidence=0.9,
    )


def _summary(wanted: tuple[str, ...], present: set[str]) -> str:
    told = [name.replace("_", " ") for name in wanted if name in present]
    lacking = [name.replace("_", " ") for name in wanted if name not in present]
    parts = []
    if told:
        parts.append(f"Filled in: {', '.join(told)}.")
    if lacking:
        parts.append(f"Empty or not found: {', '.join(lacking)}.")
    return " ".join(parts)


DETECTOR = Detector(
    id=ID,
    question="Are certain parts of the plan filled in?",
    measures={
        "filled": "whether one of the parts is",
        "count": "how many of them are",
        "share": "share of them that are",
        "empty": "headings over an empty box",
        "words": "words in them",
        "complete": "whether all are filled",
    },
    run=run,
    settings={
        "sections": Setting("the parts", kind="texts", choices=SECTION_IDS),
        "least_words": Setting("fewer words do not count", kind="number", default=1),
        "none_counts": Setting("whether “none” is an answer", kind="flag", default=False),
    },
)
