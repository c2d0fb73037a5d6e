"""Are the barriers to learning analysed, and is each one answered?

Looks for: needs named, why they are there, what is strong, what earlier help changed, an action for each need. Matters
because a list of difficulties without causes leads to generic help. Known misses: a cause that is only implied. Near
misses: "No barriers to learning", a list of subjects, a diagnosis without a word on what it means here.
Source: Welsh guidance 296/2025, section 7, third point.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.detect.base import Detector, Settings
from qa_app.detect.concepts import find_concept
from qa_app.detect.needs import SECTION, Need, needs_of
from qa_app.detect.reading import (
    Sentence,
    carrying,
    childs_names,
    counted,
    filled,
    searched_in,
    seen,
    sentences_in,
    sentences_of,
    share,
    word_count,
)

ID = "barriers"
WEIGHED_IN = (SECTION, "previous_targets", "progress", "funding", "aln", "school_views", "health_wellbeing")
STRENGTHS_IN = ("strengths", "one_page_profile", SECTION, "progress", "school_views", "child_views", "interests", "targets")
ACCOUNT = 8  # words; a sentence of this length beside an earlier target is an account of what happened


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Find the needs, and what explains and answers each."""
    needs = needs_of(analysis)
    explained = [need for need in needs if need.explained]
    answered = [need for need in needs if need.answered]
    strengths = list(carrying(sentences_in(analysis, *STRENGTHS_IN), "strength_used", childs_names(analysis)))
    weighed = list(carrying(sentences_in(analysis, *WEIGHED_IN), "past_support")) + _reviewed(analysis)
    findings = [Finding("need", tuple(map(analysis.evidence, need.spans)), _need_reason(need), "needs") for need in needs]
    weighing = "It weighs what earlier help changed."
    findings += [seen(analysis, s, "past-support", weighing, "concept past_support") for s in weighed]
    naming = "It names a strength to build on."
    findings += [seen(analysis, s, "strength", naming, "concept strength_used") for s in strengths[:3]]
    return Detection(
        detector=ID,
        looked_for="needs or barriers by name, why they are there, an action for each, strengths, what earlier help changed",
        searched=searched_in(analysis, *dict.fromkeys((*WEIGHED_IN, *STRENGTHS_IN))),
        findings=tuple(findings),
        measures={
            "needs": len(needs),
            "explained": len(explained),
            "share_explained": share(len(explained), len(needs)),
            "answered": len(answered),
            "share_answered": share(len(answered), len(needs)),
            "every_need_answered": bool(needs) and len(answered) == len(needs),
            "strengths_used": bool(strengths) or _strengths_told(analysis),
            "past_support_weighed": bool(weighed),
            "complete": bool(needs) and len(explained) == len(answered) == len(needs),
        },
        summary=_summary(needs, len(explained), len(answered), weighed=bool(weighed)),
        confidence=0.75,
    )


def _strengths_told(analysis: Analysis) -> bool:
    return any(filled(section, least_words=6) for section in analysis.plan.sections_with("strengths", "one_page_profile"))


def _reviewed(analysis: Analysis) -> list[Sentence]:
    """Return what the rows of earlier targets say about help that was given."""
    return [
        sentence
        for row in analysis.previous_targets
        for part in (row.progress, row.outcome)
        for sentence in sentences_of(part, "previous_targets")
        if find_concept(sentence.text, "past_support") or word_count(sentence.text) >= ACCOUNT
    ]


def _need_reason(need: Need) -> str:
    why = "it is explained" if need.explained else "nothing says why it is there or what shows it"
    what = "an action answers it" if need.answered else "no action was seen to answer it"
    return f"A need: {why}; {what}."


def _summary(needs: tuple[Need, ...], explained: int, answered: int, *, weighed: bool) -> str:
    if not needs:
        return "No need or barrier is named."
    first = f"{counted(len(needs), 'need')} named: {explained} explained, {answered} with an action that answers it."
    return first + (" What earlier help changed is weighed." if weighed else " Nothing weighs what earlier help changed.")


DETECTOR = Detector(
    id=ID,
    question="Are the barriers to learning named, explained and answered?",
    measures={
        "needs": "needs or barriers named",
        "explained": "needs with why they are there or what shows them",
        "share_explained": "share of needs explained; 0 without needs",
        "answered": "needs that a target or action answers",
        "share_answered": "share of needs answered; 0 without needs",
        "every_need_answered": "whether all are",
        "strengths_used": "whether strengths are named to build on",
        "past_support_weighed": "whether the plan weighs what earlier help changed",
        "complete": "whether all needs are explained and answered",
    },
    run=run,
)
