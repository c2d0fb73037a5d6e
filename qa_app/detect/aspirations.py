"""Does the plan hold an ambition of the child?

Looks for: what the child hopes to do, be or learn in the future. Matters because plans without an ambition cap what is
asked for. Known misses: an ambition told only by naming a job ("a vet!"), outside the section for hopes. Near misses that
must not count: "No aspirations were shared", what adults hope of the child.
Source: Welsh guidance 296/2025, section 7, first point.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection
from qa_app.detect.base import Detector, Settings
from qa_app.detect.concepts import find_concept
from qa_app.detect.reading import (
    Sentence,
    childs_names,
    counted,
    filled,
    searched_in,
    seen,
    sentences_in,
    sentences_of,
)

ID = "aspirations"
OWN_SECTION = "aspirations"
SECTIONS = (
    "aspirations",
    "child_views",
    "one_page_profile",
    "post16",
    "interests",
    "social_worker_views",
    "transition",
    "strengths",
)
LEAST_WORDS = 1  # "A vet" is an ambition where hopes are asked for


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Find the sentences that tell of an ambition."""
    names = childs_names(analysis)
    told = [s for s in sentences_in(analysis, *SECTIONS) if find_concept(s.text, "ambition", names) is not None]
    told += [sentence for sentence in _under_own_heading(analysis) if sentence not in told]
    answered = any(
        answer.answer is not None and any(answer.wish.span.overlaps(sentence.span) for sentence in told)
        for answer in analysis.views.answers
    )
    return Detection(
        detector=ID,
        looked_for="what the child hopes to be, do or learn later: under hopes and dreams, in the views, in post-16 plans",
        searched=searched_in(analysis, *SECTIONS),
        findings=tuple(seen(analysis, s, "ambition", "It tells of a hope for the future.", "concept ambition") for s in told),
        measures={"present": bool(told), "count": len(told), "answered": answered, "complete": bool(told)},
        summary=f"{counted(len(told), 'ambition').capitalize()} found." if told else "No ambition of the child was found.",
        confidence=0.9 if told else 0.8,
    )


def _under_own_heading(analysis: Analysis) -> list[Sentence]:
    """Return the first sentence of a filled section for hopes: under that heading a bare "a vet" will do."""
    return [
        sentences[0]
        for section in analysis.plan.sections_with(OWN_SECTION)
        if filled(section, least_words=LEAST_WORDS)
        and find_concept(section.content.text, "no_ambition") is None
        and (sentences := sentences_of(section.content, section.id))
    ]


DETECTOR = Detector(
    id=ID,
    question="Does the plan hold an ambition of the child?",
    measures={
        "present": "whether an ambition is there",
        "count": "how many sentences tell of one",
        "answered": "whether a target or action takes one up",
        "complete": "the same as present",
    },
    run=run,
)
