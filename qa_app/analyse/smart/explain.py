"""Reasons and improvements: sentences from data, filled with the words of the row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import yaml

from qa_app.analyse.smart.evidence import Evidence
from qa_app.core.judged import Component, Level, Proof

_SLOT: Final = re.compile(r"\{([a-z-]+)\}")
_LONGEST: Final = 70
_SHOWN: Final = 1


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


def explain(component: Component, level: Level, evidence: Evidence) -> Explanation:
    """Return the reason for a level, with the words of the row that bear it."""
    for sentence in _sentences()[component, level]:
        if sentence.fits(evidence):
            proof = tuple(dict.fromkeys(p for slot in sentence.slots for p in evidence.kinds[slot][:_SHOWN]))
            return Explanation(_filled(sentence.say, evidence), _filled(sentence.improve, evidence), proof)
    raise LookupError(f"reasons.yaml has no sentence for {component} {level}")


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
