"""A row's cues as named numbers: what the model weighs.

Only kinds of words are counted, never words themselves. A child's name, pronoun, faith or home is in no vocabulary, so
swapping one cannot change a judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qa_app.analyse.smart.components import COMPONENTS
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.reading import RowReading
from qa_app.core.judged import Component

_MANY: Final = 3
_LENGTHS: Final = (0, 2, 5, 10, 20)
_TIES: Final = ("need-word", "need-topic", "view-word", "view-topic")


def cues_of(reading: RowReading, evidence: Mapping[Component, Evidence]) -> dict[str, float]:
    """Return the cues of a row that was read; a cue that is not named is 0."""
    cues: dict[str, float] = {}
    for name, field in reading.fields.items():
        count = sum(not word.name_like for word in field.words)
        for least in _LENGTHS:
            cues[f"{name} words over {least}"] = float(count > least)
        cues[f"{name} dated"] = float(bool(field.dates))
        for kind, matches in field.phrases.items():
            cues[f"{name} {kind}"] = float(min(len(matches), _MANY))
        for number in field.numbers:
            cues[f"{name} number {number.kind}"] = 1.0
    for component, rules in COMPONENTS.items():
        found = evidence[component]
        for kind in found.kinds:
            cues[f"{component} has {kind}"] = 1.0
        cues[f"{component} by rule {rules.level(found)}"] = 1.0
    for tie in _TIES:
        cues[f"ties {tie}"] = float(min(evidence[Component.RELEVANT].count(tie), _MANY))
    cues["meeting dated"] = float(reading.row.meeting_date is not None)
    return cues
