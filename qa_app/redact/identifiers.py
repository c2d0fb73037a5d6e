"""Numbers and addresses that point to a person: telephone, e-mail, postcode, pupil and NHS numbers, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Final

import yaml

from qa_app.core.plan import Language
from qa_app.nlp.dates import DateKind, find_dates

_BIRTH: Final = re.compile(
    r"\b(?:date\s+of\s+birth|d\.?\s?o\.?\s?b\b\.?|born(?:\s+on)?|dyddiad\s+geni|nyddiad\s+geni|ganwyd(?:\s+ar)?|birthday(?:\s+is)?)",
    re.IGNORECASE,
)
_REACH: Final = 60  # characters between the words "date of birth" and the date


@dataclass(frozen=True, slots=True)
class _Identifier:
    pattern: re.Pattern[str]
    english: str
    welsh: str


def find_identifiers(
    text: str, language: Language = Language.ENGLISH, births: frozenset[date] = frozenset()
) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each identifier and what stands for it. A date of birth keeps its year.

    Args:
        text: What to search.
        language: Of what stands for an identifier.
        births: Dates that are somebody's date of birth, however they are written; others are told by the words before them.
    """
    for identifier in _identifiers():
        for match in identifier.pattern.finditer(text):
            yield match.start(), match.end(), identifier.welsh if language is Language.WELSH else identifier.english
    for label in _BIRTH.finditer(text):
        after = text[label.end() : label.end() + _REACH]
        for mention in find_dates(after):
            if mention.when is not None:
                yield label.end() + mention.start, label.end() + mention.end, str(mention.when.year)
            break
    yield from _dates_of_birth(text, births)


def _dates_of_birth(text: str, births: frozenset[date]) -> Iterator[tuple[int, int, str]]:
    years = {str(birth.year) for birth in births} | {f"{birth:%y}" for birth in births}
    if any(year in text for year in years):  # reading dates is the costly part
        for mention in find_dates(text):
            if mention.when in births and mention.kind is DateKind.EXACT:
                yield mention.start, mention.end, str(mention.when.year)


@lru_cache(maxsize=1)
def _identifiers() -> tuple[_Identifier, ...]:
    entries = yaml.safe_load((resources.files(__package__) / "identifiers.yaml").read_text("utf-8"))
    return tuple(_Identifier(re.compile(entry["pattern"]), entry["en"], entry["cy"]) for entry in entries)
