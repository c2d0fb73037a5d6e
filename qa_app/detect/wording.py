"""Could the child read the plan without harm or confusion?

Looks for: flagged wordings about the child or family by severity, jargon, readability, and warm words. Matters because the
child may read every line, now or years later. Known misses: coldness without any single hard word.
Source: judgement guide, sections 3 and 4; Welsh guidance 296/2025, section 7.
"""

from __future__ import annotations

from collections import Counter

from qa_app.core.analysis import Analysis, PlanFlag
from qa_app.core.finding import Detection, Finding
from qa_app.core.judged import FlagCategory, Severity
from qa_app.detect.base import Detector, Settings
from qa_app.detect.reading import carrying, counted, sentences_in, word_count

ID = "wording"
JARGON = (FlagCategory.ACRONYM, FlagCategory.CARE_JARGON)
ABOUT_STRENGTHS = (
    "strengths",
    "one_page_profile",
    "school_views",
    "carer_views",
    "social_worker_views",
    "parent_views",
    "progress",
)
RECORDS = ("child_details", "school_details", "people", "attendees", "meeting", "next_review", "sign_off", "funding")
"""Parts that hold names, dates and money, where an official term is no distance between adult and child."""
ENOUGH_PRAISE = 3  # sentences; fewer are a courtesy, not a view of the child
SHORTEST_PLAN = 60  # words; below this nothing can be said about the tone


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Count flags by severity and weigh them against the plan's length; measure readability and warmth."""
    flags = sorted(analysis.flags, key=lambda flag: (-flag.flag.severity.rank, flag.span.start))
    by_severity = Counter(flag.flag.severity for flag in flags)
    words = sum(word_count(section.content.text) for section in analysis.plan.sections)
    jargon = sum(flag.flag.category in JARGON for flag in flags)
    kinds = {flag.flag.text.lower() for flag in flags if flag.flag.severity is Severity.LOW and flag.section not in RECORDS}
    praise = list(carrying(sentences_in(analysis, *ABOUT_STRENGTHS), "praise"))
    gap = _years_too_hard(analysis)
    findings = [_finding(analysis, flag) for flag in flags]
    findings += [
        Finding(
            "warm", (analysis.evidence(sentence.span),), "It tells of who the child is or what goes well.", "concept praise"
        )
        for sentence in praise[:ENOUGH_PRAISE]
    ]
    findings += [
        Finding("hard-to-read", (hard.evidence,), f"{hard.words} words in one sentence.", analysis.readability.formula)
        for hard in analysis.readability.hard_sentences
    ]
    return Detection(
        detector=ID,
        looked_for="wording that labels, blames, shames or hides behind jargon; sentences too hard for the child; warm words",
        searched=tuple(span for section in analysis.plan.sections for span in section.content.spans),
        findings=tuple(findings),
        measures={
            "high": by_severity[Severity.HIGH],
            "medium": by_severity[Severity.MEDIUM],
            "low": by_severity[Severity.LOW],
            "total": len(flags),
            "low_kinds": len(kinds),
            "low_kinds_per_1000": round(1000 * len(kinds) / words, 2) if words else None,
            "medium_per_1000": round(1000 * by_severity[Severity.MEDIUM] / words, 2) if words else None,
            "jargon": jargon,
            "jargon_per_1000": round(1000 * jargon / words, 2) if words else None,
            "per_1000": round(1000 * len(flags) / words, 2) if words else None,
            "warm": len(praise) >= ENOUGH_PRAISE,
            "grade": analysis.readability.grade,
            "years_too_hard": gap,
            "readable": True if gap is None else gap <= 0,
            "words": words,
            "complete": words >= SHORTEST_PLAN,
        },
        summary=_summary(flags, by_severity, gap, warm=len(praise) >= ENOUGH_PRAISE),
        confidence=0.85 if words >= SHORTEST_PLAN else 0.4,
        problem="" if words else "The plan has no words that could be judged for their tone.",
    )


def _years_too_hard(analysis: Analysis) -> float | None:
    """Return how many school years the text is above the child; 0 or less when it is not. None when not measured."""
    read = analysis.readability
    if not read.measured or read.grade is None or read.childs_year is None:
        return None
    return round(read.grade - read.childs_year, 1)


def _finding(analysis: Analysis, flag: PlanFlag) -> Finding:
    return Finding(
        f"flag-{flag.flag.severity.value}", (analysis.evidence(flag.span),), flag.flag.why, flag.flag.origin or "wording"
    )


def _summary(flags: list[PlanFlag], by_severity: Counter[Severity], gap: float | None, *, warm: bool) -> str:
    if flags:
        listed = ", ".join(f"{by_severity[level]} {level.value}" for level in reversed(Severity) if by_severity[level])
        first = f"{counted(len(flags), 'wording').capitalize()} flagged ({listed})."
    else:
        first = "No wording was flagged."
    tone = " It tells warmly of the child." if warm else " It says little about the child's strengths."
    hard = f" The words for the child are about {gap:.0f} years above the child's school year." if gap and gap >= 1 else ""
    return first + tone + hard


DETECTOR = Detector(
    id=ID,
    question="How kind, plain and warm is the wording of the plan?",
    measures={
        "high": "flags that harm or shame on reading",
        "medium": "flags that blame or label mildly, or hide a need",
        "low": "flags for jargon or distance",
        "total": "all flags",
        "low_kinds": "different wordings with a low flag, outside the parts that hold names, dates and money",
        "low_kinds_per_1000": "the same for each 1,000 words",
        "medium_per_1000": "medium flags for each 1,000 words",
        "jargon": "unexplained acronyms and care jargon",
        "jargon_per_1000": "the same for each 1,000 words",
        "per_1000": "all flags for each 1,000 words",
        "warm": "whether at least three sentences tell of the child's strengths or joys",
        "grade": "school year a reader of the words for the child needs; unknown when not measured",
        "years_too_hard": "school years by which that is above the child; unknown when not measured",
        "readable": "whether it is not above the child, as far as measured",
        "words": "words that people wrote",
        "complete": "whether there were enough words to judge",
    },
    run=run,
)
