"""Named cues: words that speak for a label, found in a masked passage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from qa_app.analyse.voice.masking import Masked
from qa_app.core.judged import VoiceLabel


@dataclass(frozen=True, slots=True)
class CueKind:
    """One named cue of ``vocabulary/cues.yaml``.

    Attributes:
        points_to: The label it speaks for.
        says: Completes "because …" in a reason.
        outweighs: Names of cues that are not counted beside this one.
        match, near_misses: Examples, run as tests.
    """

    name: str
    points_to: VoiceLabel
    says: str
    pattern: re.Pattern[str]
    outweighs: frozenset[str]
    match: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a passage that carry a cue; offsets are those of the passage."""

    kind: CueKind
    start: int
    end: int


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "vocabulary" / "cues.yaml").read_text("utf-8"))
    return data


def word_list(name: str) -> tuple[str, ...]:
    """Return one of the vocabulary's word lists."""
    return tuple(re.split(r"\|\s*", _vocabulary()["words"][name]))


@lru_cache(maxsize=1)
def cue_kinds() -> Mapping[str, CueKind]:
    """Return the vocabulary of cues by name, in its order."""
    data = _vocabulary()
    words = {name: "|".join(word_list(name)) for name in data["words"]}

    def compiled(patterns: list[str]) -> re.Pattern[str]:
        filled = [re.sub(r"\{(\w+)\}", lambda m: words[m[1]] if m[1] in words else m[0], p) for p in patterns]
        return re.compile("|".join(f"(?:{p})" for p in filled))

    return MappingProxyType({
        name: CueKind(name, VoiceLabel(entry["points_to"]), entry["says"], compiled(entry["patterns"]),
                      frozenset(entry.get("outweighs", ())),
                      tuple(entry["match"]), tuple(entry["not"]))
        for name, entry in data["cues"].items()
    })  # fmt: skip


def find_cues(passage: Masked) -> tuple[Cue, ...]:
    """Find every cue of a passage, kind by kind, each in text order."""
    text = passage.text
    found = []
    for kind in cue_kinds().values():
        for match in kind.pattern.finditer(text):
            start, end = match.span()
            if passage.tokens and text[start:end].strip():
                found.append(Cue(kind, *passage.locate(start + _lead(match.group()), end - _tail(match.group()))))
    return tuple(found)


def _lead(words: str) -> int:
    return len(words) - len(words.lstrip())


def _tail(words: str) -> int:
    return len(words) - len(words.rstrip())
