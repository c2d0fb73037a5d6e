"""Does the plan speak of something?

Looks for: ideas of ``vocabulary/concepts.yaml`` by their wordings, in the given sections or anywhere. Matters for things that
have no box of their own on the form, such as an advocate or a quiet place. Known misses: other wordings than those listed.
Near misses: each idea's entry lists its own; negated sentences do not count.
"""

from __future__ import annotations

import re

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection
from qa_app.core.plan import SECTION_IDS
from qa_app.detect.base import Detector, Setting, Settings
from qa_app.detect.concepts import concepts, find_concept
from qa_app.detect.owners import known_people, owners_of
from qa_app.detect.reading import Sentence, childs_names, counted, searched_in, seen, sentences_in, sentences_of
from qa_app.detect.wanted import texts
from qa_app.nlp.dates import DateKind, find_dates

ID = "mentions"
NOT_CONTENT = frozenset({"guidance_text"})
_FIGURE = re.compile(r"\d")


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Find the sentences that carry any of the ideas."""
    ideas, sections = texts(settings, "ideas"), texts(settings, "sections")
    names = childs_names(analysis)
    body = [s for s in sentences_in(analysis, *sections) if s.section not in NOT_CONTENT]
    if not sections or {"targets", "actions"} & set(sections):
        body += _row_sentences(analysis, {s.span.start for s in body})
    told: dict[str, list[Sentence]] = {idea: [s for s in body if find_concept(s.text, idea, names)] for idea in ideas}
    found = list({sentence.span: sentence for sentences in told.values() for sentence in sentences}.values())
    people = known_people(analysis)
    meanings = {idea: concepts()[idea].meaning for idea in ideas}
    return Detection(
        detector=ID,
        looked_for="; ".join(meanings.values()),
        searched=searched_in(analysis, *sections) if sections else tuple(s.span for s in body),
        findings=tuple(
            seen(analysis, sentence, idea, f"It speaks of this: {meanings[idea]}.", f"concept {idea}")
            for idea, sentences in told.items()
            for sentence in sentences
        ),
        measures={
            "found": bool(found),
            "count": len(found),
            "ideas": sum(bool(sentences) for sentences in told.values()),
            "share_ideas": sum(bool(sentences) for sentences in told.values()) / len(ideas) if ideas else None,
            "named": any(owners_of(s.text, people).named for s in found),
            "dated": any(_dated(analysis, s) for s in found),
            "figures": any(_FIGURE.search(s.text) for s in found),
            "complete": all(told.values()),
        },
        summary=_summary(told, meanings),
        confidence=0.75,
    )


def _dated(analysis: Analysis, sentence: Sentence) -> bool:
    return any(mention.kind not in (DateKind.YEAR, DateKind.PROBLEM) for mention in find_dates(sentence.text, analysis.as_of))


def _row_sentences(analysis: Analysis, read: set[int]) -> list[Sentence]:
    """Return the sentences of target rows that the sections' own text does not hold already."""
    parts = [part for target in analysis.targets for part in target.row.parts().values()]
    return [s for part in parts for s in sentences_of(part, "targets") if s.span.start not in read]


def _summary(told: dict[str, list[Sentence]], meanings: dict[str, str]) -> str:
    present = [f"{meanings[idea]} ({counted(len(s), 'place')})" for idea, s in told.items() if s]
    lacking = [meanings[idea] for idea, s in told.items() if not s]
    parts = [f"Found: {'; '.join(present)}." if present else "", f"Not found: {'; '.join(lacking)}." if lacking else ""]
    return " ".join(part for part in parts if part)


DETECTOR = Detector(
    id=ID,
    question="Does the plan speak of certain things?",
    measures={
        "found": "whether one of the ideas is found",
        "count": "sentences that carry one",
        "ideas": "how many of the ideas are found",
        "share_ideas": "share of them found",
        "named": "whether one of the sentences names somebody",
        "dated": "whether one of them has a date or time",
        "figures": "whether one of them has a figure",
        "complete": "whether all ideas are found",
    },
    run=run,
    settings={
        "ideas": Setting("ideas of concepts.yaml", kind="texts", choices=tuple(concepts())),
        "sections": Setting("parts of the plan to look in; all when not given", kind="texts", choices=SECTION_IDS),
    },
)
