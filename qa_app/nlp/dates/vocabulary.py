"""Words of dates, from ``nlp/vocabulary/dates.yaml``, as look-ups and as pieces of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from qa_app.nlp.calendar import easter

_FILE: Final = Path(__file__).parent.parent / "vocabulary" / "dates.yaml"


@dataclass(frozen=True, slots=True)
class Festival:
    """A day that plans name instead of a date: a fixed day of the year, days after Easter, or listed dates."""

    names: tuple[str, ...]
    month_day: tuple[int, int] | None = None
    after_easter: int | None = None
    listed: tuple[date, ...] = ()

    def days_in(self, year: int) -> tuple[date, ...]:
        """Return the days on which the festival falls in ``year``; none when they are not known."""
        if self.month_day is not None:
            return (date(year, *self.month_day),)
        if self.after_easter is not None:
            return (date.fromordinal(easter(year).toordinal() + self.after_easter),)
        return tuple(day for day in self.listed if day.year == year)


@dataclass(frozen=True)
class DateWords:
    """Look-ups from lower-case words to what they mean."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    terms: Mapping[str, str]
    festivals: Mapping[str, Festival]
    numbers: Mapping[str, int]
    units: Mapping[str, str]

    def number(self, word: str) -> int:
        """Return the value of a number in digits or words.

        Raises:
            KeyError: The word is no number.
        """
        return int(word) if word.isdigit() else self.numbers[word.lower()]


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words, the longest first, with either apostrophe."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]").replace("\\ ", r"\s+") for word in ordered)


def parts(names: Iterable[str]) -> frozenset[str]:
    """Return the single words that names are made of, to look for before a pattern runs."""
    return frozenset(part for name in names for part in re.findall(r"[^\W\d_]+", name.lower()))


def normal(words: str) -> str:
    """Return matched words as the look-ups hold them: lower case, single spaces, straight apostrophes, no full stop."""
    return " ".join(words.lower().replace("’", "'").rstrip(".").split())


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """Return the vocabulary; read once."""
    data: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return DateWords(
        months=_inverted(data["months"]),
        weekdays=_inverted(data["weekdays"]),
        terms=_inverted(data["terms"]),
        festivals=MappingProxyType(
            {name: festival for entry in data["festivals"] for festival in [_festival(entry)] for name in festival.names}
        ),
        numbers=_inverted(data["numbers"]),
        units=_inverted(data["units"]),
    )


def _inverted(groups: Mapping[Any, list[str]]) -> Mapping[str, Any]:
    return MappingProxyType({word: meaning for meaning, words in groups.items() for word in words})


def _festival(entry: Mapping[str, Any]) -> Festival:
    month_day = None
    if "day" in entry:
        month, day = entry["day"].split("-")
        month_day = (int(month), int(day))
    return Festival(tuple(entry["names"]), month_day, entry.get("easter"), tuple(entry.get("dates", ())))
