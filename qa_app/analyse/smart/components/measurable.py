"""Measurable: is there a test of success that could come out false?"""

from __future__ import annotations

from qa_app.analyse.smart.agents import adult_task
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.numbers import NumberKind
from qa_app.analyse.smart.reading import RowReading
from qa_app.core.judged import Level, Proof

_WHERE = ("success_criteria", "target")


def _several_things(reading: RowReading) -> tuple[Proof, ...]:
    """Several areas in one target: a number then measures only one of them."""
    areas = reading["target"].proofs("skills/area", "skills/attendance", "skills/virtue")
    joined = reading["target"].has("skills/compound") or len(reading["target"].text.splitlines()) > 1
    return areas if joined and len(areas) > 1 else ()


def gather(reading: RowReading) -> Evidence:
    """Find numbers that measure the child, events that happen or not, sources of evidence, and bare directions."""
    return Evidence.of(
        number=(n for n in reading.childs_numbers if n.kind != NumberKind.CLOCK),
        clock=(n for n in reading.childs_numbers if n.kind == NumberKind.CLOCK),
        standard=reading.proofs(_WHERE, "measures/standard"),
        done=reading["success_criteria"].proofs("measures/done"),
        event=reading["target"].proofs("skills/event"),
        skill=reading["target"].proofs("skills/skill-verb"),
        habit=reading["target"].proofs("skills/habit-verb"),
        adult=adult_task(reading),
        source=reading.proofs(_WHERE, "measures/source"),
        direction=reading.proofs(_WHERE, "measures/direction"),
        feeling=reading.proofs(_WHERE, "measures/no-test", "skills/virtue"),
        vague=reading["target"].proofs("skills/vague-verb"),
        label=(n for field in _WHERE for n in reading[field].numbers if n.kind == NumberKind.AGE_OR_PLACE),
        compound=_several_things(reading),
        wording=reading["target"].whole("wording"),
    )


def settled(evidence: Evidence) -> Level | None:
    """A number that measures what the child does is a test; the guide leaves no choice, unless several things are asked for."""
    return Level.MET if evidence.has("number") and not evidence.has("compound") else None


def level(evidence: Evidence) -> Level:
    """Tell the level by rule."""
    if evidence.has("number"):
        return Level.MET
    if evidence.has("done") or (evidence.has("event", "adult") and not evidence.has("source", "direction")):
        return Level.MET
    if evidence.has("standard", "clock") and not evidence.has("feeling"):
        return Level.MET
    if evidence.has("skill") and not evidence.has("habit", "source", "vague", "feeling"):
        return Level.MET
    if evidence.has("source", "habit"):
        return Level.PARTLY
    return Level.PARTLY if evidence.has("direction") and not evidence.has("feeling") else Level.NOT
