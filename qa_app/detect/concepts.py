"""Ideas that plans express in many wordings: found by the phrases of ``vocabulary/concepts.yaml``.

The file's head explains the phrase language. Every entry carries sentences that must and must not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import yaml

_FILE: Final = Path(__file__).parent / "vocabulary" / "concepts.yaml"
_CHILD: Final = (
    "he",
    "she",
    "they",
    "i",
    "the child",
    "the pupil",
    "the learner",
    "the young person",
    "young person",
    "hi",
    "e",
    "o",
    "ef",
)
_GAP: Final = r"(?:\s+\S+){0,3}?\s+"
_NEGATION: Final = re.compile(r"\b(?:no|not|never|without|none|nor|cannot|dim|ddim|heb|nid|nac)\b|n['’]t\b", re.IGNORECASE)
_REACH: Final = 4  # words between a negation and what it takes away
_CLAUSE_END: Final = re.compile(r"[,;:.!?]|\bbut\b|\bond\b")


@dataclass(frozen=True, slots=True)
class Concept:
    """An idea and the wordings that carry it.

    Attributes:
        name: Its key in the file.
        meaning: For people.
        fires, quiet: Sentences that must match, and near misses that must not.
    """

    name: str
    meaning: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    negatable: bool
    fires: tuple[str, ...]
    quiet: tuple[str, ...]


@lru_cache(maxsize=1)
def concepts() -> Mapping[str, Concept]:
    """Return every concept by name."""
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["concepts"]
    return MappingProxyType(
        {
            name: Concept(
                name=name,
                meaning=entry["meaning"],
                phrases=(*entry["phrases"], *entry.get("welsh", ())),
                unless=tuple(entry.get("unless", ())),
                negatable=bool(entry.get("negatable", True)),
                fires=tuple(entry["fires"]),
                quiet=tuple(entry["quiet"]),
            )
            for name, entry in entries.items()
        }
    )


def find_concept(sentence: str, name: str, child: Iterable[str] = ()) -> tuple[int, int] | None:
    """Return where ``sentence`` first carries a concept, or None.

    Args:
        sentence: One sentence; negations reach no further.
        name: Key of the concept.
        child: Names by which the plan calls the child.
    """
    concept = concepts()[name]
    names = tuple(sorted({part.lower() for part in child if part}))
    if concept.unless and _pattern(concept.unless, names).search(sentence):
        return None
    for match in _pattern(concept.phrases, names).finditer(sentence):
        if not concept.negatable or not is_negated(sentence, match.start()):
            return match.start(), match.end()
    return None


def is_negated(sentence: str, start: int) -> bool:
    """Tell whether a negation stands shortly before ``start``, in the same clause."""
    clause = _CLAUSE_END.split(sentence[:start])[-1]
    return bool(_NEGATION.search(" ".join(clause.split()[-_REACH:])))


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...], child: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_phrase(phrase, child) for phrase in phrases), re.IGNORECASE)


def _phrase(phrase: str, child: tuple[str, ...]) -> str:
    """Turn a phrase of the file into a regular expression."""
    pieces: list[str] = []
    gap = False
    for token in phrase.split():
        if token == "...":  # noqa: S105 - a word of the phrase language
            gap = True
            continue
        if pieces:
            pieces.append(_GAP if gap else r"\s+")
        pieces.append("(?:" + "|".join(_words(token, child)) + ")")
        gap = False
    return r"(?<!\w)" + "".join(pieces) + r"(?!\w)"


def _words(token: str, child: tuple[str, ...]) -> Iterator[str]:
    if token == "CHILD":  # noqa: S105 - a word of the phrase language
        yield from (re.escape(name).replace(r"\ ", r"\s+") for name in (*child, *_CHILD))
        return
    for word in token.split("/"):
        if "\\" in word:
            yield word
        else:
            stem = re.escape(word.rstrip("*")).replace("'", "['’]")
            yield stem + (r"\w*" if word.endswith("*") else "")
