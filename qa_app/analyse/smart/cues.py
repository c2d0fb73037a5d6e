"""A row's cues as named numbers: what the model weighs.

Only kinds of words are counted, never words themselves. A child's name, pronoun, faith or home is in no vocabulary, so
swapping one cannot change a judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from qa_app.analyse.concepts import concepts_of
from qa_app.analyse.smart.components import COMPONENTS
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.phrases import common_words
from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Component

_MANY: Final = 3
_LENGTHS: Final = (0, 2, 5, 10, 20)
_GENERAL: Final = {
    "target": ("skills/vague-verb", "skills/area", "skills/whole-subject", "skills/virtue", "skills/outcome-only"),
    "success_criteria": ("measures/source", "measures/direction", "measures/no-test", "skills/virtue"),
    "actions": ("support/non-support", "support/role"),
    "needs": ("needs/label", "skills/area", "skills/whole-subject"),
}
"""Kinds of words that say nothing in particular in a column: what is left beside them is what the column tells."""
_PARTICULAR: Final = (0, 1, 2, 4, 7)
_LEADING: Final = frozenset(
    {"to", "for", "will", "he", "she", "they", "i", "be", "the", "a", "his", "her", "their", "my", "bod", "yn"}
)
_LONG: Final = 12
"""A wording of more words than this has room for the whole row."""
_ONE_CELL: Final = (
    "support/support", "support/frequency", "support/non-support", "needs/gap", "needs/ability", "needs/ambition",
    "needs/reason",
)  # fmt: skip
_SHARE: Final = re.compile(
    r"\b(?P<percent>\d{1,3})(?:\.\d+)?\s?%|\b(?P<score>\d{1,3})\s?(?:/|out of|of)\s?(?P<total>\d{1,3})\b"
)
_GAP: Final = 0.9
_TIES: Final = ("need-word", "need-topic", "view-word", "view-topic")


def cues_of(reading: RowReading, evidence: Mapping[Component, Evidence]) -> dict[str, float]:
    """Return the cues of a row that was read; a cue that is not named is 0."""
    cues: dict[str, float] = {}
    for field in reading.fields.values():
        cues |= _cues_of_field(field)
    for kind in _opening_kinds(reading["target"]):
        cues[f"target opens with {kind}"] = 1.0
    for component, rules in COMPONENTS.items():
        found = evidence[component]
        for kind in found.kinds:
            cues[f"{component} has {kind}"] = 1.0
        cues[f"{component} by rule {rules.level(found)}"] = 1.0
    for tie in _TIES:
        cues[f"ties {tie}"] = float(min(evidence[Component.RELEVANT].count(tie), _MANY))
    if _all_in_one_cell(reading):
        cues |= {f"one cell {kind}": 1.0 for kind in _ONE_CELL if reading["target"].has(kind)}
        cues["one cell"] = 1.0
    of_row = _concepts_of_row(reading)
    for tie, source in (("need", "needs"), ("view", "views")):
        shared = {concept.name for concept in concepts_of(reading[source].text) if not concept.broad} & of_row
        cues[f"ties {tie}-concept"] = float(min(len(shared), _MANY))
    for share in _shares(reading["needs"].text):
        cues[f"needs share {'low' if share < _GAP else 'high'}"] = 1.0
    cues["meeting dated"] = float(reading.row.meeting_date is not None)
    return cues


def _all_in_one_cell(reading: RowReading) -> bool:
    """Tell whether start, help and measure can only stand in the wording."""
    return len(reading["target"].words) > _LONG and all(
        reading[name].empty for name in ("success_criteria", "actions", "needs")
    )


def _concepts_of_row(reading: RowReading) -> set[str]:
    text = "\n".join(reading[name].text for name in ("target", "success_criteria", "actions"))
    return {concept.name for concept in concepts_of(text)}


def _shares(text: str) -> Iterator[float]:
    """Yield the scores and shares of a text, 0 to 1: a low one is a gap, a high one none."""
    for match in _SHARE.finditer(text):
        if match["percent"]:
            yield int(match["percent"]) / 100
        elif int(match["total"]):
            yield int(match["score"]) / int(match["total"])


def _cues_of_field(field: FieldReading) -> dict[str, float]:
    name = field.name
    cues = {f"{name} dated": float(bool(field.dates))}
    count = sum(not word.name_like for word in field.words)
    cues |= {f"{name} words over {least}": float(count > least) for least in _LENGTHS}
    cues |= {f"{name} {kind}": float(min(len(matches), _MANY)) for kind, matches in field.phrases.items()}
    cues |= {f"{name} number {number.kind}": 1.0 for number in field.numbers}
    if name in _GENERAL:
        particular = _particular_words(field, _GENERAL[name])
        cues |= {f"{name} particular words over {least}": float(particular > least) for least in _PARTICULAR}
    return cues


def _particular_words(field: FieldReading, general: Sequence[str]) -> int:
    """Count the content words of a field that are neither general, nor names, nor words of every plan."""
    covered = {index for kind in general for match in field.phrases.get(kind, ()) for index in range(match.first, match.last)}
    return sum(
        word.form.isalpha()
        and len(word.form) > 2
        and not word.name_like
        and index not in covered
        and word.form not in common_words()
        for index, word in enumerate(field.words)
    )


def _opening_kinds(field: FieldReading) -> Iterator[str]:
    """Yield the kinds of the phrases with which a field begins, past the child's name and *to*."""
    opening = next((i for i, word in enumerate(field.words) if not word.name_like and word.form not in _LEADING), None)
    for kind, matches in field.phrases.items():
        if not kind.startswith("topics/") and any(match.first <= (opening or 0) < match.last for match in matches):
            yield kind
