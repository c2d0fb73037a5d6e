"""Widens the words that decided to the phrase they stand in: *shared* alone tells a reader nothing."""

from __future__ import annotations

import re
from typing import Final

from qa_app.core.judged import Proof

_EDGE: Final = re.compile(r"[.!?](?=\s|$)|[;:\n•()]|,(?=\s)|\s[-–—]\s|\s\+\s")
_LONGEST: Final = 70
_ONWARDS: Final = frozenset({"skill", "habit", "situation", "reason"})
"""A verb or connecting word: what follows completes it."""
_AROUND: Final = frozenset(
    {"criteria-skill", "done", "standard", "number", "clock", "source", "direction", "support", "baseline", "baseline-number",
     "gap", "need-word", "need-topic", "view-word", "view-topic", "event", "behaviour", "not-support", "at-odds", "ambition",
     "change", "small-step", "helping-role"}
)  # fmt: skip
"""Words in the middle of what they are about."""


def widened(proof: Proof, kind: str, text: str) -> Proof:
    """Return ``proof`` grown to its phrase, never beyond a comma or sentence end; as it is when the phrase would be too long.

    Args:
        proof: Words of ``text``.
        kind: What they were found as.
        text: The whole field.
    """
    if kind not in _ONWARDS and kind not in _AROUND:
        return proof
    start = proof.start
    if kind in _AROUND:
        start = max((edge.end() for edge in _EDGE.finditer(text, 0, proof.start)), default=0)
    edge_after = _EDGE.search(text, proof.end)
    end = edge_after.start() if edge_after else len(text)
    if end - start > _LONGEST:
        end = max(proof.end, text.rfind(" ", proof.end, proof.start + _LONGEST))
        start = proof.start
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t\n-–*•\"“'"))
    end -= len(text[start:end]) - len(text[start:end].rstrip(" \t\n-–,"))
    start, end = min(start, proof.start), max(end, proof.end)
    return Proof(proof.field, start, end, text[start:end], proof.kind)
