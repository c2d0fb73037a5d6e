"""The words of ``cues.yaml``, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from qa_app.core.plan import Speaker

_FILE: Final = Path(__file__).with_name("cues.yaml")


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording with texts that it must and must not match."""

    regex: re.Pattern[str]
    matches: tuple[str, ...]
    misses: tuple[str, ...]

    def found(self, text: str) -> bool:
        """Whether the wording stands in ``text``."""
        return self.regex.search(text.replace("’", "'")) is not None


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues. ``near``: the smallest lead that tells one country from the other."""

    countries: Mapping[str, re.Pattern[str]]
    near: int
    out_of_school: Cue
    in_school: Cue
    does_not_apply: Cue
    transition: Cue
    none_planned: Cue
    speakers: Mapping[Speaker, Cue]
    labels: Mapping[Speaker, re.Pattern[str]]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Return the cues."""
    data = yaml.safe_load(_FILE.read_text("utf-8"))
    countries = data["jurisdiction"]
    return Cues(
        # The case of an acronym tells it from a word: "ALN", not "aln" inside another.
        {name: re.compile(rf"\b(?:{'|'.join(countries[name]['words'])})(?!\w)") for name in ("wales", "england")},
        int(countries["near"]),
        _cue(data["in_school"]["no"]),
        _cue(data["in_school"]["yes"]),
        _cue(data["in_school"]["does_not_apply"]),
        _cue(data["transition"]),
        _cue(data["none_planned"]),
        {Speaker(name): _cue(entry) for name, entry in data["speakers"].items()},
        {Speaker(name): re.compile(regex, re.IGNORECASE) for name, regex in data["labels"].items()},
    )


def _cue(entry: Mapping[str, Any]) -> Cue:
    return Cue(re.compile(entry["regex"], re.IGNORECASE), tuple(entry["matches"]), tuple(entry["misses"]))
