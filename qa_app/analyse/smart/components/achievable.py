"""Achievable: is it said where the child starts from, and is there named help that gets them there?"""

from __future__ import annotations

import re
from typing import Final

from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.numbers import NumberKind
from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Level, Proof

_PERCENT: Final = re.compile(r"(\d{1,3})(?:\.\d+)?\s?%")
_LONG_WAY: Final = 30
"""More percentage points than this, from where the child is to where the child should be, are out of reach in a term or two."""


def _long_way(reading: RowReading) -> tuple[Proof, ...]:
    """Return the share aimed at, when the needs state one that lies a long way below it."""
    start = _PERCENT.search(reading["needs"].text)
    for name in ("target", "success_criteria"):
        field = reading[name]
        goals = list(_PERCENT.finditer(field.text))
        if start and goals and int(goals[-1][1]) - int(start[1]) > _LONG_WAY:
            return (Proof(name, goals[-1].start(), goals[-1].end(), goals[-1].group(), "long-way"),)
    return ()


def _help(actions: FieldReading) -> tuple[Proof, ...]:
    """Return the words of help that are no part of what only sounds like it (*quality first teaching*)."""
    hollow = actions.proofs("support/non-support")
    return tuple(
        found
        for found in actions.proofs("support/support")
        if not any(other.start <= found.start and found.end <= other.end for other in hollow)
    )


def gather(reading: RowReading) -> Evidence:
    """Find the starting point (in the needs or the row), the help, and what only sounds like help."""
    needs, actions = reading["needs"], reading["actions"]
    described = len(needs.words) > 4 or needs.numbers or (len(needs.words) > 2 and needs.has("needs/gap"))
    help_found = _help(actions)
    changes = (n for field in ("target", "success_criteria") for n in reading[field].numbers if n.kind == NumberKind.CHANGE)
    return Evidence.of(
        baseline_number=(n for n in needs.numbers if n.kind != NumberKind.AGE_OR_PLACE),
        baseline=needs.proofs("needs/gap", "needs/ability") if described else (),
        needs=needs.whole("needs") if described else (),
        change=changes,
        support=help_found,
        frequency=actions.proofs("support/frequency"),
        helping_role=reading["who"].proofs("support/helping-role"),
        not_support=actions.proofs("support/non-support") if not help_found else (),
        absolute=reading.proofs(("target", "success_criteria"), "support/absolute"),
        long_way=_long_way(reading),
        small_step=reading["target"].proofs("support/small-step"),
        actions=actions.whole("actions"),
        label=needs.proofs("needs/label") if not described else (),
    )


def settled(evidence: Evidence) -> Level | None:
    """Neither a start nor help beyond good teaching is not achievable, nor is everything from a long way below."""
    if evidence.has("long-way") and evidence.has("absolute"):
        return Level.NOT
    start = evidence.has("baseline", "baseline-number", "needs", "change", "small-step")
    helped = evidence.has("support", "frequency", "helping-role")
    return Level.NOT if evidence.has("not-support") and not start and not helped else None


def level(evidence: Evidence) -> Level:
    """Tell the level by rule."""
    if evidence.has("long-way") and evidence.has("absolute"):
        return Level.NOT
    start = evidence.has("baseline", "baseline-number", "needs", "change")
    helped = evidence.has("support", "frequency", "helping-role")
    if start and helped:
        return Level.MET
    if start or helped:
        return Level.PARTLY
    return Level.NOT
