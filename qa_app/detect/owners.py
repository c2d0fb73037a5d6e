"""Who is to do something: somebody by name, an exact role, or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from qa_app.core.analysis import Analysis
from qa_app.core.plan import Passage
from qa_app.detect.reading import childs_names
from qa_app.nlp.roles import VAGUE, RoleKind, find_people, find_roles, roles

_COMMON_WORDS: Final = Path(__file__).parent / "vocabulary" / "common_words.yaml"
_NAME: Final = re.compile(r"(?<![\w'’])[A-ZÂÊÎÔÛŴŶ][\w'’-]*[a-zâêîôûŵŷ](?![\w])")
_FIRST_PERSON: Final = re.compile(r"\b(?:I|me|myself|fi|self)\b")


@dataclass(frozen=True, slots=True)
class Owners:
    """Who is named in a piece of text.

    Attributes:
        named: An adult by name, or an exact role. What only the child is to do has no owner among the adults.
        vague: "School", "all", "staff", "TBC": nobody in particular.
        kinds: Where those named stand towards the child.
        places: Offsets in the text of what was recognised.
    """

    named: bool
    vague: bool
    kinds: frozenset[RoleKind]
    places: tuple[tuple[int, int], ...]


def known_people(analysis: Analysis) -> Mapping[str, RoleKind | None]:
    """Return the people of the plan by full and first name, with their kind where the plan tells their role."""
    kinds = _kinds()
    found: dict[str, RoleKind | None] = {}
    for person in analysis.plan.people:
        words = person.name.split()
        for name in {person.name, *(words[:1] if words and words[0].rstrip(".") not in _TITLES else ())}:
            if len(name) > 1:
                found.setdefault(name, kinds.get(person.role))
    found.update(dict.fromkeys(childs_names(analysis), RoleKind.CHILD))
    return found


_TITLES: Final = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Mx", "Sir"})


def owners_of(text: str, people: Mapping[str, RoleKind | None], *, who_cell: bool = False) -> Owners:
    """Read who is named in ``text``.

    Args:
        text: A "who" cell, or running text.
        people: The plan's people, from :func:`known_people`.
        who_cell: The text answers "who?": then any capitalised word that is no common word is a name.
    """
    places: dict[tuple[int, int], RoleKind | None] = {}
    vague = False
    for mention in find_roles(text):
        if mention.role == VAGUE:
            vague = True
        else:
            places[(mention.start, mention.end)] = mention.kind
    kinds = _kinds()
    for person in find_people(text):
        places[(person.start, person.end)] = kinds.get(person.role) or _kind_of_name(person.name, people)
    for name, kind in people.items():
        for match in re.finditer(rf"(?<![\w]){re.escape(name)}(?![\w])", text):
            places.setdefault((match.start(), match.end()), kind)
    if who_cell:
        for match in _NAME.finditer(text):
            if match.group().lower() not in common_words("words") and not any(
                s < match.end() and match.start() < e for s, e in places
            ):
                places[(match.start(), match.end())] = None
        if first_person := _FIRST_PERSON.search(text):
            places.setdefault(first_person.span(), RoleKind.CHILD)
    collective = who_cell and any(word in common_words("collective") for word in re.findall(r"[^\W\d_]+", text.lower()))
    adults = [kind for kind in places.values() if kind is not RoleKind.CHILD]
    known = [kind for kind in adults if kind is not None]
    return Owners(
        named=bool(known) if collective else bool(adults),
        vague=vague or collective,
        kinds=frozenset(kind for kind in places.values() if kind is not None),
        places=tuple(sorted(places)),
    )


def owners_in(passage: Passage, people: Mapping[str, RoleKind | None], *, who_cell: bool = False) -> Owners:
    """Read who is named in a passage of the plan."""
    return owners_of(passage.text, people, who_cell=who_cell)


def _kind_of_name(name: str, people: Mapping[str, RoleKind | None]) -> RoleKind | None:
    if name in people:
        return people[name]
    surname = name.rsplit(maxsplit=1)[-1]
    return next((kind for known, kind in people.items() if known.split()[-1] == surname and known != surname), None)


@lru_cache(maxsize=4)
def common_words(group: str) -> frozenset[str]:
    """Return a group of ``vocabulary/common_words.yaml``, in lower case."""
    return frozenset(yaml.safe_load(_COMMON_WORDS.read_text(encoding="utf-8"))[group])


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, RoleKind]:
    return {role.id: role.kind for role in roles()}
