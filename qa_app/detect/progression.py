"""Is progress visible: a starting point, earlier targets weighed with evidence, a measure for the new ones, a trend?

Looks for: where the child starts from in each target, what became of earlier targets and how that is known, how the new ones
will be measured, figures over time, what money changed. Matters because without it a plan is made anew each time and nobody
learns what helps. Known misses: figures on an attached sheet. Near misses: "making progress", earlier targets listed with an
empty outcome, "impact to be reviewed". Source: Welsh guidance 296/2025, section 7, seventh point.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from qa_app.core.analysis import Analysis, JudgedTarget
from qa_app.core.finding import Detection, Finding
from qa_app.core.judged import Component, Level
from qa_app.core.plan import TargetRow
from qa_app.detect.base import Detector, Settings
from qa_app.detect.outcomes import Outcome, outcome_of
from qa_app.detect.reading import (
    Sentence,
    carrying,
    counted,
    quote_of,
    says_something,
    searched_in,
    seen,
    sentences_in,
    sentences_of,
    share,
    word_count,
)

ID = "progression"
TREND_IN = ("attainment", "progress", "attendance", "previous_targets", "school_views", "funding", "health_wellbeing")
BASELINE_KINDS = ("baseline", "start", "starting-point")
ENOUGH_EVIDENCE = 6  # words beside an outcome; "Met" alone is no evidence
_FIGURE: Final = re.compile(r"\d")


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Weigh earlier and new targets, and find trends and the effect of help."""
    targets, earlier = analysis.targets, analysis.previous_targets
    outcomes = [outcome_of(row) for row in earlier]
    reviewed = [row for row, outcome in zip(earlier, outcomes, strict=True) if outcome is not None]
    evidenced = [row for row in reviewed if _has_evidence(row)]
    loose = _loose_review(analysis) if not earlier else []
    started = [target for target in targets if _has_start(target)]
    measured = sum(target.judgement.components[Component.MEASURABLE].level is Level.MET for target in targets)
    trends = [s for s in carrying(sentences_in(analysis, *TREND_IN), "trend") if _FIGURE.search(s.text)]
    trends += [s for row in earlier for s in carrying(sentences_of(row.progress), "trend") if _FIGURE.search(s.text)]
    effects = list(carrying(sentences_in(analysis, "funding"), "funding_impact"))
    helped = effects or [s for row in earlier for s in carrying(sentences_of(row.progress), "past_support")]
    standing = [s for s in sentences_in(analysis, "attainment", "progress") if _FIGURE.search(s.text)]
    findings = [_review_finding(analysis, row, outcome) for row, outcome in zip(earlier, outcomes, strict=True)]
    findings += [
        seen(analysis, s, "reviewed", "It says what became of earlier targets.", "concept past_support") for s in loose
    ]
    findings += [
        Finding("starting-point", quote_of(analysis, target.row.target), "Its starting point is told.", "smart")
        for target in started
    ]
    findings += [seen(analysis, s, "trend", "It shows a direction over time.", "concept trend") for s in trends]
    findings += [seen(analysis, s, "effect", "It says what help or money changed.", "concept funding_impact") for s in helped]
    past = len(earlier) or len(loose)
    share_evidenced = share(len(evidenced), len(earlier)) if earlier else (1.0 if len(loose) > 1 else 0.0)
    return Detection(
        detector=ID,
        looked_for="starting points, earlier targets with outcome and evidence, measures, figures over time, effect of help",
        searched=searched_in(analysis, *TREND_IN),
        findings=tuple(findings),
        measures={
            "first_plan": _is_first(analysis),
            "earlier": past,
            "reviewed": len(reviewed) or len(loose),
            "share_reviewed": share(len(reviewed), len(earlier)) if earlier else (1.0 if loose else 0.0),
            "share_evidenced": share_evidenced,
            "starting_points": len(started),
            "share_starting_points": share(len(started), len(targets)),
            "share_measured": share(measured, len(targets)),
            "standing_figures": len(standing),
            "trend": bool(trends),
            "effect_of_help": bool(helped),
            "complete": bool(evidenced) and bool(trends) and bool(helped) and bool(started),
        },
        summary=_summary(analysis, past, outcomes, len(evidenced), len(started), trend=bool(trends), effect=bool(helped)),
        confidence=0.75,
    )


def _is_first(analysis: Analysis) -> bool | None:
    first = analysis.plan.fact("first_pep")
    return first if isinstance(first, bool) else None


def _has_evidence(row: TargetRow) -> bool:
    """Tell whether something beside the outcome shows how it is known: a figure, or a sentence on what happened."""
    beside = " ".join(part.text for part in (row.progress, row.outcome) if part)
    return word_count(beside) >= ENOUGH_EVIDENCE or bool(_FIGURE.search(row.progress.text))


def _has_start(target: JudgedTarget) -> bool:
    if says_something(target.row.baseline.text):
        return True
    if any(proof.kind in BASELINE_KINDS for judged in target.judgement.components.values() for proof in judged.proof):
        return True
    parts = (target.row.target, target.row.success_criteria, target.row.need)
    told = [s for part in parts for s in sentences_of(part) if _FIGURE.search(s.text)]
    return any(carrying(told, "starting_point"))


def _loose_review(analysis: Analysis) -> list[Sentence]:
    """Return sentences under a heading for earlier targets that say what became of them, where the form has no rows."""
    return [
        sentence
        for sentence in carrying(sentences_in(analysis, "previous_targets"), "past_support")
        if word_count(sentence.text) >= ENOUGH_EVIDENCE
    ]


def _review_finding(analysis: Analysis, row: TargetRow, outcome: Outcome | None) -> Finding:
    told = f"An earlier target: {outcome.value}" if outcome else "An earlier target whose outcome is not told"
    shown = ", with what shows it." if outcome and _has_evidence(row) else "."
    passages = [part for part in (row.target, row.progress, row.outcome) if part]
    evidence = tuple(quote for part in passages for quote in quote_of(analysis, part))
    return Finding("earlier-target", evidence, told + shown, ID)


def _summary(
    analysis: Analysis,
    past: int,
    outcomes: list[Outcome | None],
    evidenced: int,
    started: int,
    *,
    trend: bool,
    effect: bool,
) -> str:
    states = Counter(outcome for outcome in outcomes if outcome is not None)
    listed = ", ".join(f"{states[outcome]} {outcome.value}" for outcome in Outcome if states[outcome])
    if not past:
        first = (
            "This is the first plan, so there are no earlier targets."
            if _is_first(analysis)
            else "No earlier targets are weighed."
        )
    else:
        known = f" ({listed})" if listed else ", no outcome told"
        first = f"{counted(past, 'earlier target').capitalize()}{known}; {evidenced} with evidence."
    parts = [first, f"A starting point in {started} of {counted(len(analysis.targets), 'new target')}."]
    parts.append("There are figures over time." if trend else "No figures over time.")
    if effect:
        parts.append("The effect of help or money is told.")
    return " ".join(parts)


DETECTOR = Detector(
    id=ID,
    question="Can progress be seen and measured over time?",
    measures={
        "first_plan": "whether this is the child's first plan; unknown when not told",
        "earlier": "earlier targets",
        "reviewed": "of these, with an outcome",
        "share_reviewed": "share with an outcome; 0 without earlier targets",
        "share_evidenced": "share whose outcome is shown by figures or an account; 0 without earlier targets",
        "starting_points": "new targets that tell where the child starts from",
        "share_starting_points": "share of new targets that do; 0 without targets",
        "share_measured": "share of new targets that are measurable; 0 without targets",
        "standing_figures": "figures on where the child stands now",
        "trend": "whether figures over time show a direction",
        "effect_of_help": "whether the plan says what help or money changed",
        "complete": "whether all of it is there",
    },
    run=run,
)
