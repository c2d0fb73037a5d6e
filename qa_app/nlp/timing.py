"""Words of time that are no dates: how often, ongoing, to be confirmed, next review, when ready.

The companion of :func:`qa_app.nlp.dates.find_dates`. The patterns are data, ``vocabulary/timing.yaml``, with examples that a
test runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).parent / "vocabulary" / "timing.yaml"


class TimingKind(StrEnum):
    """What words of time say."""

    RHYTHM = "rhythm"  # daily, every half term: how often, not by when
    OPEN = "open"  # ongoing, as soon as possible, throughout
    PENDING = "pending"  # TBC, i'w gadarnhau
    MILESTONE = "milestone"  # next PEP, end of Year 11, before exams: a point that nothing pins to a date
    READINESS = "readiness"  # when ready, at his pace


@dataclass(frozen=True, slots=True)
class TimingMention:
    """Words of time that are no date, ``text == searched[start:end]``."""

    start: int
    end: int
    text: str
    kind: TimingKind


@dataclass(frozen=True, slots=True)
class TimingWords:
    """One kind's pattern, with examples that must and must not match."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


def find_timing(text: str) -> tuple[TimingMention, ...]:
    """Find words of time that are no dates, in order. Where kinds overlap the longer words win."""
    found = [
        TimingMention(match.start(), match.end(), match.group(), kind)
        for kind, words in timing_words().items()
        for match in words.pattern.finditer(text)
    ]
    kept: list[TimingMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start - mention.end, mention.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))


@lru_cache(maxsize=1)
def timing_words() -> Mapping[TimingKind, TimingWords]:
    """Return the vocabulary by kind; read once."""
    data: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            kind: TimingWords(
                re.compile(rf"(?<!\w)(?:{'|'.join(data[kind]['patterns'])})(?!\w)", re.IGNORECASE),
                tuple(data[kind]["match"]),
                tuple(data[kind]["near_misses"]),
            )
            for kind in TimingKind
        }
    )
