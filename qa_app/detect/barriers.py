"""Are the barriers to learning analysed, and is each one answered?

Looks for: needs named, why they are there, what is strong, what earlier help changed, an action for each need. Matters
because a list of difficulties without causes leads to generic help. Known misses: a cause that is only implied. Near
misses: "No barriers to learning", a list of subjects, a diagnosis without a word on what it means here.
Source: Welsh guidance 296/2025, section 7, third point.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis
from qa_app.core.document import Span
from qa_app.core.finding import Detection, Evidence, Finding
from qa_app.detect.base import Detector, Settings
from qa_app.detect.concepts import find_concept
from qa_app.detect.reading import (
    Sentence,
    carrying,
    counted,
    filled,
    says_something,
    searched_in,
    seen,
    sentences_in,
    sentences_of,
    share,
    word_count,
)

ID = "barriers"
NEEDS = ("barriers_needs",)
ALSO = ("aln", "health_wellbeing")
WEIGHED_IN = ("barriers_needs", "previous_targets", "progress", "funding", "aln", "school_views", "health_wellbeing")
STRENGTHS_IN = ("strengths", "one_page_profile", "barriers_needs", "progress", "school_views", "child_views", "interests")
ANSWERED = 0.25  # links weaker than this are chance
NEAR = 160  # characters after a need within which its cause stands


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Find the needs, their causes, and what answers them."""
    own = [s for s in sentences_in(analysis, *NEEDS) if says_something(s.text)]
    denied = [s for s in own if find_concept(s.text, "nothing_planned") is not None]
    own = [s for s in own if s not in denied and word_count(s.text) > 1]
    linked = {link.need.span: link.need for link in analysis.links if link.need is not None}
    needs = tuple(linked.values()) if linked and (own or not denied) else tuple(analysis.evidence(s.span) for s in own)
    around = own or [s for s in sentences_in(analysis, *ALSO) if says_something(s.text)]
    causes = list(carrying(around, "cause"))
    explained = [need for need in needs if any(_near(need.span, cause) for cause in causes)]
    answered = _answered(analysis, needs)
    strengths = list(carrying(sentences_in(analysis, *STRENGTHS_IN), "strength_used"))
    weighed = list(carrying(sentences_in(analysis, *WEIGHED_IN), "past_support")) + _reviewed(analysis)
    findings = [Finding("need", (need,), _need_reason(need, explained, answered), "needs") for need in needs]
    findings += [seen(analysis, s, "cause", "It says why.", "concept cause") for s in causes]
    findings += [
        seen(analysis, s, "past-support", "It weighs what earlier help changed.", "concept past_support") for s in weighed
    ]
    findings += [
        seen(analysis, s, "strength", "It names a strength to build on.", "concept strength_used") for s in strengths[:3]
    ]
    return Detection(
        detector=ID,
        looked_for="needs or barriers by name, why they are there, an action for each, strengths, what earlier help changed",
        searched=searched_in(analysis, *dict.fromkeys((*NEEDS, *WEIGHED_IN, *STRENGTHS_IN))),
        findings=tuple(findings),
        measures={
            "needs": len(needs),
            "causes": len(causes),
            "explained": len(explained),
            "share_explained": share(len(explained), len(needs)),
            "answered": len(answered),
            "share_answered": share(len(answered), len(needs)),
            "every_need_answered": bool(needs) and len(answered) == len(needs),
            "strengths_used": bool(strengths)
            or any(filled(s, least_words=6) for s in analysis.plan.sections_with("strengths")),
            "past_support_weighed": bool(weighed),
            "complete": bool(needs) and len(explained) == len(needs) and len(answered) == len(needs),
        },
        summary=_summary(needs, causes, answered, denied, weighed=bool(weighed)),
        confidence=0.75,
    )


def _strengths_told(analysis: Analysis) -> bool:
    return any(filled(section, least_words=6) for section in analysis.plan.sections_with("strengths"))


def _near(need: Span, cause: Sentence) -> bool:
    return need.overlaps(cause.span) or 0 <= cause.span.start - need.end <= NEAR


def _answered(analysis: Analysis, needs: tuple[Evidence, ...]) -> list[Evidence]:
    met = {link.need.span for link in analysis.links if link.need and link.action and link.strength >= ANSWERED}
    return [need for need in needs if need.span in met]


def _reviewed(analysis: Analysis) -> list[Sentence]:
    """Return what the rows of earlier targets say about help that was given."""
    return [
        sentence
        for row in analysis.previous_targets
        for part in (row.progress, row.outcome)
        for sentence in carrying(sentences_of(part, "previous_targets"), "past_support")
    ]


def _need_reason(need: Evidence, explained: list[Evidence], answered: list[Evidence]) -> str:
    why = "its cause is told" if need in explained else "its cause is not told"
    what = "an action answers it" if need in answered else "no action was seen to answer it"
    return f"A need: {why}, {what}."


def _summary(
    needs: tuple[Evidence, ...], causes: list[Sentence], answered: list[Evidence], denied: list[Sentence], *, weighed: bool
) -> str:
    if not needs:
        return "The plan says that there are no barriers." if denied else "No need or barrier is named."
    parts = [f"{counted(len(needs), 'need')} named, {len(answered)} with an action that answers it.".capitalize()]
    parts.append(f"{counted(len(causes), 'sentence').capitalize()} on why." if causes else "Nothing says why they are there.")
    parts.append("What earlier help changed is weighed." if weighed else "Nothing weighs what earlier help changed.")
    return " ".join(parts)


DETECTOR = Detector(
    id=ID,
    question="Are the barriers to learning named, explained and answered?",
    measures={
        "needs": "needs or barriers named",
        "causes": "sentences that say why",
        "explained": "needs with a cause told beside them",
        "share_explained": "share of needs with a cause; unknown without needs",
        "answered": "needs that a target or action answers",
        "share_answered": "share of needs answered; unknown without needs",
        "every_need_answered": "whether all are",
        "strengths_used": "whether strengths are named to build on",
        "past_support_weighed": "whether the plan weighs what earlier help changed",
        "complete": "whether all needs are explained and answered",
    },
    run=run,
)
