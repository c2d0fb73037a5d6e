"""Acronyms of plans: what they stand for in plain words, and whether a child would know them.

``child_knows`` in ``vocabulary/acronyms.tsv`` is ``yes`` (PE, GCSE, PEP), ``once`` (fine when the plan spells it out once:
CAMHS, IRO, IDP) or ``no``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

_FILE: Final = Path(__file__).parent / "vocabulary" / "acronyms.tsv"
_OPENING_WORDS: Final = 8  # "child and adolescent mental health services (CAMHS)": the words in front that may spell it out


class ChildKnows(StrEnum):
    """Whether a child of school age can be expected to know an acronym."""

    YES = "yes"
    ONCE = "once"  # when the plan spells it out once
    NO = "no"


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym, its meaning in plain words, and the country that uses it (``wales``, ``england`` or ``both``)."""

    letters: str
    expansion: str
    country: str
    child_knows: ChildKnows


@dataclass(frozen=True, slots=True)
class AcronymMention:
    """An acronym at its place, ``text[start:end]``. ``explained``: the words beside it spell it out."""

    start: int
    end: int
    acronym: Acronym
    explained: bool


@lru_cache(maxsize=1)
def acronyms() -> Mapping[str, Acronym]:
    """Return all acronyms by their letters, as written."""
    found: dict[str, Acronym] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        letters, expansion, country, child_knows = line.split("\t")
        found[letters] = Acronym(letters, expansion, country, ChildKnows(child_knows))
    return MappingProxyType(found)


def find_acronyms(text: str) -> tuple[AcronymMention, ...]:
    """Find known acronyms in order, each with whether the text explains it right there: "IDP (…)" or "… (IDP)"."""
    return tuple(
        AcronymMention(match.start(), match.end(), acronyms()[match.group()], _is_explained(text, match.start(), match.end()))
        for match in _pattern().finditer(text)
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    letters = "|".join(re.escape(each) for each in sorted(acronyms(), key=lambda each: (-len(each), each)))
    return re.compile(rf"(?<![\w/])(?:{letters})(?![\w+])")


def _is_explained(text: str, start: int, end: int) -> bool:
    """Tell whether brackets beside the letters hold words that begin with them, or the words in front of brackets do."""
    letters = [letter.lower() for letter in text[start:end] if letter.isalpha()]
    bracketed = re.match(r"\s*\(([^)]{6,90})\)", text[end : end + 100])
    if bracketed and len(bracketed[1].split()) > 1:
        return True
    if not text[:start].rstrip().endswith("(") or not text[end:].lstrip().startswith(")"):
        return False
    words = re.findall(r"[^\W\d_]+", text[max(0, start - 100) : start])[-_OPENING_WORDS:]
    initials = iter(word[0].lower() for word in words)
    return all(any(initial == letter for initial in initials) for letter in letters)
