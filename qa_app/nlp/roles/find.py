"""Who is named in a text: roles, people, and words that name nobody in particular.

The roles, their acronyms and their Welsh names with mutations are data: ``vocabulary/roles.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).parent.parent / "vocabulary" / "roles.yaml"
_WORD: Final = re.compile(r"[^\W_]+")
VAGUE: Final = "vague"
"""Role id of words that name nobody in particular."""


class RoleKind(StrEnum):
    """Where somebody stands towards the child."""

    CHILD = "child"
    SCHOOL = "school"
    EDUCATION = "education"  # local authority, education side
    SOCIAL_CARE = "social-care"
    HEALTH = "health"
    POST16 = "post16"
    FAMILY = "family"  # carers, and the home a child lives in, too
    VOLUNTARY = "voluntary"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Role:
    """A role, as it is written in ``roles.yaml``."""

    id: str
    kind: RoleKind
    names: tuple[str, ...]
    short: tuple[str, ...]
    welsh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleMention:
    """Words that name a role.

    Attributes:
        start, end: Offsets in the text that was searched.
        text: The words, letter for letter.
        role: Id of the role, or ``vague`` for words that name nobody in particular ("school", "all", "TBC", "pawb").
        welsh: The words are Welsh only.
    """

    start: int
    end: int
    text: str
    role: str
    kind: RoleKind
    welsh: bool = False


@dataclass(frozen=True)
class _Index:
    roles: tuple[Role, ...]
    by_name: dict[str, tuple[Role, bool]]
    by_short: dict[str, Role]
    names: dict[str, re.Pattern[str]]
    shorts: re.Pattern[str]
    titles: tuple[str, ...]
    not_names: frozenset[str]


def roles() -> tuple[Role, ...]:
    """Return every role of the vocabulary, in its order, without the vague words."""
    return tuple(role for role in _index().roles if role.id != VAGUE)


def words_that_are_no_names() -> frozenset[str]:
    """Return capitalised words that stand in front of roles without being somebody's name."""
    return _index().not_names


def titles() -> tuple[str, ...]:
    """Return the forms of address that stand before a surname."""
    return _index().titles


def find_roles(text: str) -> tuple[RoleMention, ...]:
    """Find every role that ``text`` names, in order, the longest name winning ("supervising social worker")."""
    index = _index()
    found: list[RoleMention] = []
    for match in _names(text, index):
        role, welsh = index.by_name[_normal(match.group())]
        if role.id != VAGUE or _names_an_owner(text, match):
            found.append(RoleMention(match.start(), match.end(), match.group(), role.id, role.kind, welsh))
    taken = [(mention.start, mention.end) for mention in found]
    for match in index.shorts.finditer(text):
        if _SENSE_BEFORE.search(text[max(0, match.start() - 16) : match.start()]) or _SENSE_AFTER.match(text, match.end()):
            continue
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            role = index.by_short[match.group()]
            found.append(RoleMention(match.start(), match.end(), match.group(), role.id, role.kind))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _names(text: str, index: _Index) -> Iterator[re.Match[str]]:
    """Yield the names of roles from left to right; a pattern only runs at a word that begins a name."""
    reached = 0
    for word in _WORD.finditer(text):
        pattern = index.names.get(word.group().lower())
        if pattern is not None and word.start() >= reached and (match := pattern.match(text, word.start())):
            reached = match.end()
            yield match


@lru_cache(maxsize=1)
def _index() -> _Index:
    data: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    entries = [
        Role(entry["id"], RoleKind(entry["kind"]), tuple(entry["names"]), tuple(entry["short"]), tuple(entry["welsh"]))
        for entry in data["roles"]
    ]
    vague = data["vague"]
    entries.append(Role(VAGUE, RoleKind.VAGUE, tuple(vague["names"]), tuple(vague["short"]), tuple(vague["welsh"])))
    by_name: dict[str, tuple[Role, bool]] = {}
    for welsh in (False, True):
        for role in entries:
            for name in role.welsh if welsh else role.names:
                by_name.setdefault(_normal(name), (role, welsh))
    for role in entries:
        for name in role.names if role.id != VAGUE else ():
            by_name.setdefault(f"{_normal(name)}s", (role, False))
    starts: dict[str, list[str]] = {}
    for name in by_name:
        starts.setdefault(_first_word(name), []).append(name)
    by_short = {short: role for role in reversed(entries) for short in role.short}
    return _Index(
        tuple(entries), by_name, by_short,
        names={first: _whole_words(names) for first, names in starts.items()},
        shorts=re.compile(rf"(?<![\w./-])(?:{'|'.join(sorted(map(re.escape, by_short), key=len, reverse=True))})(?![\w-])"),
        titles=tuple(dict.fromkeys((*data["titles"], *data["welsh_titles"]))),
        not_names=frozenset(data["not_names"]),
    )  # fmt: skip


def _whole_words(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_alternatives(names)})(?![\w-])", re.IGNORECASE)


def _first_word(name: str) -> str:
    match = _WORD.search(name)
    return match.group() if match else name


def _alternatives(names: Iterable[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace("'", "['’]").replace("\\ ", r"\s+") for name in ordered)


def _normal(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


# Short forms in another sense: "by HT" is half term, "DT lesson" design and technology, "Head of Year" a longer role.
_SENSE_BEFORE: Final = re.compile(
    r"\b(?:by|end|end\s+of|before|until|jan|feb|oct|may|spring|summer|autumn|gcse|likes|btec)\s+$", re.IGNORECASE
)
_SENSE_AFTER: Final = re.compile(r"\s+(?:project|lessons?|gcse|coursework|classes|room|of\s|\d)", re.IGNORECASE)
_LIST_EDGE_BEFORE: Final = re.compile(
    r"(?:^|[\n;,/&+(:–-]|\b(?:and|by|with|from|or|a|ac|gan|gyda|neu|owner|who|responsible):?)\s*$", re.IGNORECASE
)
_LIST_EDGE_AFTER: Final = re.compile(r"\s*(?:$|[\n;,/&+().:–-]|\b(?:and|or|to|a|ac|i|neu|will|should|must)\b)", re.IGNORECASE)


def _names_an_owner(text: str, match: re.Match[str]) -> bool:
    """Tell "School / carer" and "staff to check" from "at school" and "all pieces"."""
    before = text[max(0, match.start() - 14) : match.start()]
    return bool(_LIST_EDGE_BEFORE.search(before) and _LIST_EDGE_AFTER.match(text, match.end()))
