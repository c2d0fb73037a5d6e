"""Specific: could an outsider say exactly what this child will know, do or take part in that is different?"""

from __future__ import annotations

from qa_app.analyse.smart.agents import adult_task
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.numbers import NumberKind
from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Level, Proof

_WORDING = ("target", "success_criteria")
_FIGURES = (NumberKind.SHARE, NumberKind.CHANGE, NumberKind.LIMIT)
_WIDER = (
    "event", "behaviour", "situation", "subject", "virtue", "compound", "grade", "outcome", "criteria-skill",
    "criteria-number",
)  # fmt: skip
_WHOLE_AREAS = 3
"""So many areas in one target are no narrowing any more."""


def _named_skill(target: FieldReading) -> tuple[Proof, ...]:
    """Return the verbs of doing that are no part of a vague phrase (*make progress*)."""
    vague = target.proofs("skills/vague-verb")
    return tuple(
        found
        for found in target.proofs("skills/skill-verb")
        if not any(other.start <= found.start and found.end < other.end for other in vague)
    )


def gather(reading: RowReading) -> Evidence:
    """Find the named skill, situation or event, and what only narrows (an area, a grade) or only hopes (a virtue)."""
    target = reading["target"]
    attendance = target.proofs("skills/attendance")
    return Evidence.of(
        adult=adult_task(reading),
        skill=_named_skill(target),
        event=target.proofs("skills/event"),
        behaviour=target.proofs("skills/named-behaviour"),
        situation=target.proofs("skills/situation"),
        figure=attendance if attendance and any(n.kind in _FIGURES for n in reading.childs_numbers) else (),
        criteria_skill=reading["success_criteria"].proofs("skills/skill-verb", "skills/situation"),
        criteria_number=(n for n in reading.childs_numbers if n.field == "success_criteria"),
        grade=reading.proofs(_WORDING, "skills/grade"),
        named_grade=target.proofs("skills/grade"),
        area=target.proofs("skills/area"),
        subject=target.proofs("skills/whole-subject"),
        virtue=target.proofs("skills/virtue"),
        outcome=target.proofs("skills/outcome-only"),
        vague=target.proofs("skills/vague-verb"),
        compound=target.proofs("skills/compound"),
        wording=target.whole("wording"),
    )


def settled(evidence: Evidence) -> Level | None:
    """An adults' task is not specific, nor a whole subject or a virtue by itself; attendance with a figure is.

    A part of a subject with a word of direction (*improve spelling*) and nothing more is narrowed, but no skill.
    """
    if evidence.has("adult"):
        return Level.NOT
    if evidence.has("figure") and evidence.count("area") < 2:
        return Level.MET
    general = evidence.has("subject", "virtue") and evidence.has("vague")
    particular = evidence.has("skill", "event", "behaviour", "area", "named-grade", "situation", "criteria-skill")
    if general and not particular:
        return Level.NOT
    areas = {(area.start, area.end) for area in evidence.kinds.get("area", ())}
    more = any((skill.start, skill.end) not in areas for skill in evidence.kinds.get("skill", ()))  # Welsh verbs are nouns too
    narrowed = areas and evidence.has("vague") and not more and not evidence.has(*_WIDER)
    return Level.PARTLY if narrowed and evidence.count("area") == 1 else None


def level(evidence: Evidence) -> Level:
    """Tell the level by rule."""
    if evidence.has("adult"):
        return Level.NOT
    if evidence.has("figure"):
        return Level.MET
    vague_start = evidence.has("vague") and not evidence.has("situation")
    if evidence.has("skill", "event", "behaviour") and not vague_start and not evidence.has("grade"):
        only_virtue = evidence.has("virtue") and not evidence.has("situation")
        return Level.NOT if only_virtue else Level.MET
    if evidence.has("criteria-skill") and evidence.has("criteria-number") and not evidence.has("outcome", "grade"):
        return Level.MET
    narrowed = evidence.has("area", "grade", "skill") and evidence.count("area") < _WHOLE_AREAS
    return Level.PARTLY if narrowed else Level.NOT
