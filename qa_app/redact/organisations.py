"""Schools, authorities and addresses by the words they are made of: Ysgol y Glannau, Oak Street Primary, Bro Hafren Council."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from qa_app.redact.lexicon import data, lexicon


class NameKind(StrEnum):
    """What a name names."""

    CHILD = "child"
    PERSON = "person"
    SCHOOL = "school"
    AUTHORITY = "authority"
    PLACE = "place"  # a street, house, home or hospital
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A school, authority or address in a text.

    Attributes:
        start, end: Where it stands.
        name: The words, letter for letter.
        core: The part that is its own ("Cwm Rhedyn" of "Cwm Rhedyn High School"), by which it is also called.
    """

    start: int
    end: int
    kind: NameKind
    name: str
    core: str


_OWN: Final = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’]s(?!\w)|['’][A-Z]\w+)?(?:-[^\W\d_]+)*"
_GAP: Final = r"[ \t\u00a0]+"
_ARTICLES: Final = r"(?:y|yr|a['’]r|ar|o|of|the|ap|St\.?)"


def find_organisations(text: str) -> tuple[Organisation, ...]:
    """Find every school, authority and address, in order; the first kind that claims a place has it."""
    found: list[Organisation] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            start, core = _without_lead(match)
            if not core or any(start < other.end and other.start < match.end() for other in found):
                continue
            found.append(Organisation(start, match.end(), kind, text[start : match.end()], core))
    return tuple(sorted(found, key=lambda each: each.start))


def _without_lead(match: re.Match[str]) -> tuple[int, str]:
    """Drop leading words that are no part of the name ("The", "At", "New"); return where it starts, and its own part."""
    start, end = match.span("core")
    text = match.string
    moved = match.start()
    while start < end:
        word = re.match(r"[^\s]+\s*", text[start:end])
        if word is None or not lexicon().is_allowed(word.group().strip()):
            break
        start += word.end()
        moved = start if match.start() == match.start("core") else moved
    return moved, text[start:end].strip()


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[NameKind, re.Pattern[str]], ...]:
    raw = data()
    first = rf"(?:{raw['school_first']})"
    kind = rf"(?:{_GAP}(?:{raw['school_kind']})(?!\w))*"
    own = rf"{_OWN}(?:{_GAP}(?:{_ARTICLES}{_GAP})?{_OWN})*"
    first_own = rf"(?:{_ARTICLES}{_GAP})?{own}"
    ends_school = rf"(?:{_GAP}(?:{raw['school_between']})(?!\w))*{_GAP}(?:{raw['school_last']})(?!\w)"
    ends_authority = rf"(?:{_GAP}(?:{raw['authority_between']})(?!\w))*{_GAP}(?:{raw['authority_last']})(?!\w)"
    short = rf"{_OWN}(?:{_GAP}(?:(?:y|yr|of|the|and|St\.?){_GAP})?{_OWN}){{0,3}}?"
    welsh_school = rf"(?<!\w){first}{kind}{_GAP}(?P<core>{first_own})"
    council = rf"(?<!\w)(?:{raw['authority_first']})(?:{_GAP}(?:{raw['authority_kind']})(?!\w))*{_GAP}(?P<core>{first_own})"
    address = rf"(?<!\w)(?:\d+[a-z]?{_GAP})?(?P<core>{short}){_GAP}(?:{raw['address_last']})(?!\w)"
    return (
        (NameKind.AUTHORITY, re.compile(rf"(?<!\w)(?P<core>{short}){ends_authority}")),
        (NameKind.AUTHORITY, re.compile(rf"(?<!\w)(?P<core>{short})(?:{_GAP}(?:COUNTY|BOROUGH|CITY))*{_GAP}COUNCIL(?!\w)")),
        (NameKind.AUTHORITY, re.compile(council)),
        (NameKind.SCHOOL, re.compile(rf"(?<!\w)(?P<core>{short}){ends_school}")),
        (NameKind.SCHOOL, re.compile(welsh_school)),
        (NameKind.PLACE, re.compile(address)),
        (NameKind.PLACE, re.compile(rf"(?<!\w)(?:\d+[a-z]?{_GAP})?(?:{raw['address_first']}){_GAP}(?P<core>{first_own})")),
    )
