"""The few judgements that need no weighing, because the guide leaves no doubt."""

from __future__ import annotations

from qa_app.analyse.voice.features import Reading
from qa_app.core.judged import Proof, VoiceJudgement, VoiceLabel

_FORM_PLACES = frozenset({"template", "schoolwork", "targets", "facts", "gathering"})


def ruling(reading: Reading) -> VoiceJudgement | None:
    """Judge a passage that is empty, or says no more than that nothing was given; None for all others."""
    text = reading.item.text
    if not any(char.isalnum() for char in text):
        return VoiceJudgement(VoiceLabel.ABSENT, 1.0, "Nothing is written here, so no view is given.")
    blanks = [cue for cue in reading.cues if cue.kind.name == "nothing-but-blank"]
    if blanks and reading.place.main not in _FORM_PLACES:
        cue = blanks[0]
        proof = Proof("text", cue.start, cue.end, text[cue.start : cue.end], cue.kind.name)
        return VoiceJudgement(VoiceLabel.ABSENT, 0.99, f"No view is given: the whole entry is “{proof.text}”.", (proof,))
    return None
