"""Is the child out of full-time school, and is there a way back?

Looks for: facts and words that say so, what education there is now and for how many hours, steps back with who and when, help
for the child and the carer. Matters because children drift longest where nobody owns the way back. Known misses: a child who
is on roll but hardly attends, where the plan does not say so. Near misses: "Does not apply", "in school full time", "avoid a
part-time timetable", an exclusion years ago. Source: Welsh guidance 296/2025, section 7, eighth point.
"""

from __future__ import annotations

from dataclasses import dataclass

from qa_app.core.analysis import Analysis
from qa_app.core.document import Span
from qa_app.core.finding import Detection, Finding
from qa_app.detect.base import Detector, Settings
from qa_app.detect.concepts import find_concept
from qa_app.detect.owners import known_people, owners_of
from qa_app.detect.reading import Sentence, carrying, filled, searched_in, seen, sentences_in
from qa_app.nlp.dates import DateKind, find_dates
from qa_app.nlp.roles import RoleKind

ID = "not_in_school"
SECTION = "not_in_school"
TOLD_IN = (SECTION, "school_details", "exclusions", "attendance", "education_history")
PATHWAY_IN = (
    SECTION,
    "transition",
    "planned_changes",
    "targets",
    "actions",
    "school_details",
    "health_wellbeing",
    "carer_role",
)
STATUS_FACTS = ("school_status", "timetable_hours", "exclusions")


@dataclass(frozen=True, slots=True)
class Schooling:
    """Whether the child is out of full-time school. None: not told."""

    out: bool | None
    why: str
    places: tuple[Span, ...] = ()


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Tell whether the child is out of school; if so, look for the way back."""
    schooling = out_of_school(analysis)
    body = sentences_in(analysis, *PATHWAY_IN) + _row_sentences(analysis)
    now = list(carrying(body, "education_now"))
    hours = list(carrying(body, "hours"))
    back = list(carrying(body, "reintegration"))
    people = {name: kind for name, kind in known_people(analysis).items() if kind is not RoleKind.CHILD}
    owned = [s for s in back if owners_of(s.text, people).named]
    dated = [s for s in back if _dated(s, analysis)]
    child_helped = list(carrying(body, "child_supported"))
    carer_helped = list(carrying(body, "carer_supported"))
    findings = (
        [Finding("status", tuple(map(analysis.evidence, schooling.places[:2])), schooling.why, ID)] if schooling.places else []
    )
    if schooling.out:
        findings += [seen(analysis, s, "education-now", "Education now.", "concept education_now") for s in now]
        findings += [seen(analysis, s, "way-back", "A step back to school.", "concept reintegration") for s in back]
        findings += [
            seen(analysis, s, "support", "Help on the way for the carer.", "concept carer_supported") for s in carer_helped
        ]
    return Detection(
        detector=ID,
        looked_for="words and facts that say the child is out of school or part-time; education now; steps back, who and when",
        searched=searched_in(analysis, *dict.fromkeys((*TOLD_IN, *PATHWAY_IN))),
        findings=tuple(findings),
        measures={
            "out_of_school": None if schooling.out is False and _may_be_hidden(analysis) else schooling.out,
            "education_now": bool(now),
            "hours_told": bool(hours),
            "steps_back": len(back),
            "steps_owned": len(owned),
            "steps_dated": len(dated),
            "child_supported": bool(child_helped),
            "carer_supported": bool(carer_helped),
            "review_told": analysis.plan.fact("next_review") is not None,
            "complete": bool(now and hours and owned and dated and carer_helped and child_helped),
        },
        summary=_summary(schooling, len(back), len(owned), len(dated), now=bool(now), hours=bool(hours)),
        confidence=0.75,
    )


def out_of_school(analysis: Analysis) -> Schooling:
    """Tell whether the child is out of full-time school, by facts first, then by words."""
    plan = analysis.plan
    stated = plan.facts.get("in_school")
    if stated is not None and stated.value is False:
        return Schooling(True, "The plan says that the child is not in school.", stated.spans)
    for name in STATUS_FACTS:
        fact = plan.facts.get(name)
        if fact is not None and find_concept(str(fact.value), "out_of_school") is not None:
            return Schooling(True, "The plan says that the child is out of school or part-time.", fact.spans)
    told = list(carrying(sentences_in(analysis, *TOLD_IN), "out_of_school"))
    full = list(carrying(sentences_in(analysis, SECTION), "in_full_time"))
    if told:
        return Schooling(True, "The plan says that the child is out of school or part-time.", tuple(s.span for s in told))
    if any(filled(section, least_words=8) for section in plan.sections_with(SECTION)) and not full:
        spans = tuple(span for section in plan.sections_with(SECTION) for span in section.content.spans)
        return Schooling(True, "The part for children out of school is filled in.", spans)
    if stated is not None or full or plan.fact("school") is not None or plan.fact("attendance") is not None:
        return Schooling(False, "The child is in school, by all the plan says.", stated.spans if stated else ())
    return Schooling(None, "The plan does not say whether the child is in school.")


def _may_be_hidden(analysis: Analysis) -> bool:
    """Tell whether unread parts may say otherwise, where no fact states that the child is in school."""
    return bool(analysis.plan.document.unread) and analysis.plan.fact("in_school") is None


def _dated(sentence: Sentence, analysis: Analysis) -> bool:
    return any(mention.kind not in (DateKind.YEAR, DateKind.PROBLEM) for mention in find_dates(sentence.text, analysis.as_of))


def _row_sentences(analysis: Analysis) -> tuple[Sentence, ...]:
    """Return each target row as one sentence of its target and one of its actions with who and when beside it."""
    found = []
    for target in analysis.targets:
        row = target.row
        beside = " ".join(part.text for part in (row.who, row.by_when) if part)
        found += [
            Sentence(f"{part.text} {beside}".strip(), part.spans[0], "targets", 0)
            for part in (row.target, row.actions)
            if part.spans
        ]
    return tuple(found)


def _summary(schooling: Schooling, back: int, owned: int, dated: int, *, now: bool, hours: bool) -> str:
    if not schooling.out:
        return schooling.why
    education = (
        "Education now is told" + (" with its hours." if hours else ", but not its hours.")
        if now
        else "No education now is told."
    )
    steps = (
        f"{back} steps back to school, {owned} with who and {dated} with when." if back else "No step back to school is told."
    )
    return f"{schooling.why} {education} {steps}"


DETECTOR = Detector(
    id=ID,
    question="Is the child out of full-time school, and is there a way back?",
    measures={
        "out_of_school": "whether the child is out of full-time school; unknown when the plan does not say",
        "education_now": "whether education at present is told",
        "hours_told": "whether its hours are",
        "steps_back": "steps back to school",
        "steps_owned": "of these, with a name or exact role",
        "steps_dated": "of these, with a time",
        "child_supported": "whether the child is helped meanwhile",
        "carer_supported": "whether the carer is",
        "review_told": "whether the next review has a date",
        "complete": "whether all of it is there",
    },
    run=run,
)
