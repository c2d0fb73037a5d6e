"""Reasons and improvements: sentences from data, filled with the words of the row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Final

import yaml

from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.quoting import widened
from qa_app.core.judged import Component, Level, Proof, TargetText
from qa_app.nlp.dates import find_dates

_SLOT: Final = re.compile(r"\{([a-z-]+)\}")
_LONGEST: Final = 70
_SHOWN: Final = 1
_TIME_TO_WORK: Final = timedelta(days=28)
"""A target agreed later than this before the end of a term is for the next one."""
_OVERRULED: Final = {
    Level.MET: "No single phrase settles it; the row as a whole reads as met. Please look for yourself.",
    Level.PARTLY: "No single phrase settles it; the row as a whole reads as partly met. Please look for yourself.",
    Level.NOT: "No single phrase settles it; the row as a whole reads as not met. Please look for yourself.",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A reason with its improvement, for evidence that has all of ``needed`` and none of ``barred``."""

    say: str
    improve: str
    needed: frozenset[str]
    barred: frozenset[str]

    @property
    def slots(self) -> tuple[str, ...]:
        """The kinds whose words the sentences show, in order."""
        return tuple(dict.fromkeys(_SLOT.findall(self.say + self.improve)))

    def fits(self, evidence: Evidence) -> bool:
        """Tell whether the evidence bears this reason."""
        return all(evidence.has(kind) for kind in (*self.needed, *self.slots)) and not any(
            evidence.has(kind) for kind in self.barred
        )


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reason, an improvement (empty when there is nothing to better) and the words that they rest on."""

    reason: str
    improve: str
    proof: tuple[Proof, ...]


@cache
def _sentences() -> Mapping[tuple[Component, Level], tuple[Sentence, ...]]:
    data = yaml.safe_load((resources.files("qa_app.analyse.smart") / "vocabulary" / "reasons.yaml").read_text("utf-8"))
    return {
        (Component(component), Level(level)): tuple(
            Sentence(entry["say"], entry.get("improve", ""), frozenset(entry["with"]), frozenset(entry.get("without", ())))
            for entry in entries
        )
        for component, levels in data.items()
        for level, entries in levels.items()
    }


def explain(component: Component, level: Level, evidence: Evidence, row: TargetText, *, overruled: bool = False) -> Explanation:
    """Return the reason for a level, with the words of the row that bear it.

    Args:
        component: What was judged.
        level: How far it is met.
        evidence: What was found in the row.
        row: The row.
        overruled: The weighed cues say the opposite of the rules: no single phrase bears the level, and the reason says so.
    """
    evidence = Evidence(
        {kind: tuple(widened(p, kind, getattr(row, p.field)) for p in proofs) for kind, proofs in evidence.kinds.items()}
    )
    if overruled:
        plain = _sentences()[component, level][-1]
        return Explanation(_OVERRULED[level], plain.improve, ())
    for sentence in _sentences()[component, level]:
        if sentence.fits(evidence):
            proof = tuple(dict.fromkeys(p for slot in sentence.slots for p in evidence.kinds[slot][:_SHOWN]))
            improve = _filled(sentence.improve, evidence)
            if component is Component.TIME_BOUND and improve:
                improve += _term_end(row.meeting_date)
            return Explanation(_filled(sentence.say, evidence), improve, proof)
    raise LookupError(f"reasons.yaml has no sentence for {component} {level}")


def _term_end(meeting: date | None) -> str:
    """Name the next end of a term that leaves time to work; nothing when the plan's meeting has no date."""
    if meeting is None:
        return ""
    for point in ("end of this term", "end of next term"):
        found = find_dates(point, meeting)
        if found and found[0].when and found[0].when - meeting >= _TIME_TO_WORK:
            day = found[0].when
            return f" For example, the next review if its date is known, or the end of term: about {day.day} {day:%B %Y}."
    return ""


def _filled(template: str, evidence: Evidence) -> str:
    text = _SLOT.sub(lambda slot: _quoted(evidence.kinds[slot[1]]), template)
    return text[:1].upper() + text[1:]


def _quoted(proofs: tuple[Proof, ...]) -> str:
    shown = list(dict.fromkeys(_shortened(proof.text) for proof in proofs))[:_SHOWN]
    return " and ".join(f"“{text}”" for text in shown)


def _shortened(text: str) -> str:
    """Cut long words of a row at a word's end; line breaks become spaces, so that a reason stays one line."""
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST:
        return flat
    return flat[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
