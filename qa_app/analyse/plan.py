"""Judges every single item of a plan: its targets, the passages that may carry a view, its wording, its links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from qa_app.analyse.links import TIED, links_of, ties
from qa_app.analyse.pieces import paragraphs, sentences
from qa_app.analyse.readability import readability_of
from qa_app.analyse.smart import SmartJudge
from qa_app.analyse.voice import VoiceJudge
from qa_app.analyse.voice.passages import passages_of
from qa_app.analyse.voice.plan_level import judge_views
from qa_app.analyse.wording import WordingJudge
from qa_app.core.analysis import Analysis, JudgedPassage, JudgedTarget, PlanFlag
from qa_app.core.document import Span
from qa_app.core.judged import FlagCategory, TargetText, VoiceLabel, VoiceText, WordingText
from qa_app.core.plan import Plan, Section, Speaker, TargetRow

NEEDS: Final = (
    "barriers_needs", "aln", "health_wellbeing", "attainment", "progress", "attendance", "exclusions", "school_views",
    "strengths", "social_worker_views",
)  # fmt: skip
"""Sections in which a plan says where a child stands and what they need."""
NOT_WRITTEN_FOR_READERS: Final = ("guidance_text", "sign_off")
"""Sections whose words are the form's, or names only."""
_LONGEST: Final = 120  # words judged together: enough to see an acronym explained, few enough to name a place
_MOST_CONTEXT: Final = 5  # sentences of the plan set beside a target: those nearest to it


def analyse_plan(
    plan: Plan, smart: SmartJudge, voice: VoiceJudge, wording: WordingJudge, *, previous: Plan | None = None
) -> Analysis:
    """Judge a plan's single items.

    Args:
        plan: The plan.
        smart: The judge of target rows.
        voice: The judge of whose view a passage carries.
        wording: The judge of wording.
        previous: The same child's plan before this one, when there is one.
    """
    passages = _judged_passages(plan, voice)
    targets = _judged_targets(plan, passages, smart)
    return Analysis(
        plan=plan,
        as_of=plan.date_fact("meeting_date"),
        targets=targets,
        previous_targets=plan.previous_targets,
        passages=passages,
        views=judge_views(plan, passages, targets, previous),
        flags=_flags(plan, passages, wording),
        links=links_of(plan, targets),
        readability=readability_of(plan),
        language=plan.language,
    )


def _judged_passages(plan: Plan, voice: VoiceJudge) -> tuple[JudgedPassage, ...]:
    child = _child(plan)
    found = passages_of(plan)
    judged = voice.judge_many([VoiceText(passage.text, passage.heading, child) for passage in found])
    return tuple(
        JudgedPassage(passage.span, passage.section, passage.heading, judgement)
        for passage, judgement in zip(found, judged, strict=True)
    )


def _judged_targets(plan: Plan, passages: Sequence[JudgedPassage], smart: SmartJudge) -> tuple[JudgedTarget, ...]:
    said = [span for section in plan.sections_with(*NEEDS) for span in sentences(plan.document, section.content.spans)]
    needs = [plan.document.quote(span) for span in said]
    views = [plan.document.quote(p.span) for p in passages if p.judgement.label.is_childs_view]
    rows = [_row_text(row) for row in plan.targets]
    beside_needs, beside_views = _nearest(rows, needs), _nearest(rows, views)
    meeting = plan.date_fact("meeting_date")
    judged = []
    for row, near_needs, near_views in zip(plan.targets, beside_needs, beside_views, strict=True):
        own = [part.text for part in (row.need, row.baseline) if part]
        text = TargetText(
            target=row.target.text,
            success_criteria=row.success_criteria.text,
            actions=row.actions.text,
            who=row.who.text,
            by_when=row.by_when.text,
            needs=" ".join([*own, *near_needs]),
            views=" ".join(near_views),
            meeting_date=meeting,
        )
        judged.append(JudgedTarget(row, text, smart.judge(text)))
    return tuple(judged)


def _row_text(row: TargetRow) -> str:
    return " ".join(part.text for part in (row.target, row.success_criteria, row.actions) if part)


def _nearest(rows: Sequence[str], context: Sequence[str]) -> list[list[str]]:
    """Return for each row the sentences of the plan that are tied to it, strongest first.

    A row is judged beside what the plan says of the same matter. The whole plan would say something of everything, and
    every target would seem to answer a need.
    """
    nearest = []
    for tied in ties(rows, context) if context else [()] * len(rows):
        order = sorted(range(len(tied)), key=lambda index: (-tied[index].strength, index))
        nearest.append([context[index] for index in order[:_MOST_CONTEXT] if tied[index].strength >= TIED])
    return nearest


def _flags(plan: Plan, passages: Sequence[JudgedPassage], wording: WordingJudge) -> tuple[PlanFlag, ...]:
    child = _child(plan)
    own_words = tuple(p.span for p in passages if p.judgement.label is VoiceLabel.QUOTED)
    explained: set[str] = set()
    found = []
    for section, span in _read_by_people(plan):
        childs = section.speaker is Speaker.CHILD and any(span.overlaps(own) for own in own_words)
        text = WordingText(plan.document.quote(span), section.heading, Speaker.CHILD if childs else section.speaker, child)
        for flag in wording.judge(text):
            if flag.category is FlagCategory.ACRONYM:
                # An acronym is explained once, so it is asked about once.
                if flag.text.casefold() in explained or _spelt_out(flag.text, plan.document.text):
                    continue
                explained.add(flag.text.casefold())
            found.append(PlanFlag(Span(span.start + flag.start, span.start + flag.end), section.id, flag))
    return tuple(sorted(found, key=lambda found_flag: found_flag.span))


def _spelt_out(acronym: str, text: str) -> bool:
    """Tell whether the plan gives an acronym beside its full name: "speech and language therapy (SALT)"."""
    return f"({acronym})" in text or f"{acronym} (" in text


def _read_by_people(plan: Plan) -> Iterator[tuple[Section, Span]]:
    for section in plan.sections:
        if section.id not in NOT_WRITTEN_FOR_READERS:
            for span in paragraphs(plan.document, section.content.spans, longest=_LONGEST):
                yield section, span


def _child(plan: Plan) -> str:
    name = plan.fact("preferred_name") or plan.fact("child")
    return str(name).split()[0] if name else ""
