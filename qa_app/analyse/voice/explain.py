"""Why a passage got its label: the cues that weighed most for it, as one sentence and as proof."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qa_app.analyse.voice.cues import Cue
from qa_app.analyse.voice.features import Reading
from qa_app.analyse.voice.model import VoiceModel
from qa_app.core.judged import Proof, VoiceLabel

_WHAT: Final[dict[VoiceLabel, str]] = {
    VoiceLabel.QUOTED: "The child's own words",
    VoiceLabel.REPORTED: "An adult reports the child's own position",
    VoiceLabel.OBSERVED: "A described response of a child who does not use words, with how the adults read it",
    VoiceLabel.ADULT_OPINION: "An adult's own view of the child, not the child's",
    VoiceLabel.SOMEONE_ELSE: "The view of somebody other than the child",
    VoiceLabel.ABSENT: "No view is given or was sought",
    VoiceLabel.NONE: "Neither a view nor its absence",
}
_NAMED: Final = 2  # cues named in a reason
_QUOTED_WORDS: Final = 8


def explanation(
    reading: Reading, measures: Mapping[str, float], label: VoiceLabel, model: VoiceModel
) -> tuple[str, tuple[Proof, ...]]:
    """Return the reason, one sentence, and the words that decided, strongest first."""
    weighed = [(_support(cue, measures, label, model), -position, cue) for position, cue in enumerate(reading.cues)]
    strongest: dict[str, Cue] = {}
    for support, _, cue in sorted(weighed, key=lambda entry: entry[:2], reverse=True):
        if support > 0 and cue.kind.points_to is label:
            strongest.setdefault(cue.kind.name, cue)
    named = list(strongest.values())[:_NAMED]
    proof = tuple(_proof(reading, cue) for cue in named)
    because = " and ".join(f"{cue.kind.says} (“{_short(p.text)}”)" for cue, p in zip(named, proof, strict=True))
    place = _place(reading, measures, label, model)
    if because and place:
        because = f"{because}, {place}"
    return f"{_WHAT[label]}: {because or place or 'on balance of its wording'}.", proof


def _support(cue: Cue, measures: Mapping[str, float], label: VoiceLabel, model: VoiceModel) -> float:
    name = cue.kind.name
    return sum(model.weight(m, label) * value for m, value in measures.items() if m == name or m.startswith(f"{name} "))


def _place(reading: Reading, measures: Mapping[str, float], label: VoiceLabel, model: VoiceModel) -> str:
    """Name the heading when it speaks for the label."""
    support = sum(model.weight(m, label) * value for m, value in measures.items() if m.startswith("place"))
    heading = reading.item.heading.strip()
    return f"under the heading “{_short(heading)}”" if support > 0 and heading else ""


def _proof(reading: Reading, cue: Cue) -> Proof:
    return Proof("text", cue.start, cue.end, reading.item.text[cue.start : cue.end], cue.kind.name)


def _short(words: str) -> str:
    parts = words.split()
    return " ".join(parts) if len(parts) <= _QUOTED_WORDS else " ".join(parts[:_QUOTED_WORDS]) + " …"
