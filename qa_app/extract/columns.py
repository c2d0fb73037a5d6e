"""What a column head or row label of a target table or a table of people stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from qa_app.extract import vocabulary
from qa_app.extract.vocabulary import Column
from qa_app.extract.wording import keys, plain, word_count

WHO_AND_WHEN: Final = frozenset({"who", "by_when"})
"""The two parts that a merged column holds and that can be told apart in it."""
_LONGEST_HEAD: Final = 14  # words
_JOINT: Final = re.compile(r"\s+(?:and|a|ac|&|\+)\s+|\s*/\s*|\s*\n\s*|,\s+")
NUMBERED_TARGET: Final = re.compile(
    r"^\W*(?:(?:new|pep|smart|academic|personal|my|previous|last)\s+)?(?:target|objective|outcome|goal|priority|targed|nod)"
    r"(?:\s*(?:no\.?|number|rhif))?\s*#?\s*(?P<number>\d{1,2})(?:\s+(?:out of|of|o)\s+\d{1,2})?\b\W*",
    re.IGNORECASE,
)
"""The start of a numbered target: "Target 2:", "Targed 1 –"."""


@lru_cache(maxsize=10_000)
def target_parts(head: str) -> tuple[str, ...]:
    """Return the parts of a target that a head names: one, two for a merged head, none for other words."""
    return _parts(head, vocabulary.columns().targets)


@lru_cache(maxsize=10_000)
def exact_target_part(label: str) -> str:
    """Return the part of a target whose listed wording the label is; empty for other words."""
    for key in keys(label):
        for column in vocabulary.columns().targets:
            if key in column.exact:
                return column.name
    return "target" if NUMBERED_TARGET.fullmatch(label) else ""


@lru_cache(maxsize=10_000)
def people_parts(head: str) -> tuple[str, ...]:
    """Return what a column of a table of people holds, as :func:`target_parts`."""
    return _parts(head, vocabulary.columns().people)


def _parts(head: str, known: tuple[Column, ...]) -> tuple[str, ...]:
    if not head.strip() or word_count(head) > _LONGEST_HEAD:
        return ()
    candidates = keys(head)
    halves = [half for half in _JOINT.split(head) if half.strip()]
    named = tuple(dict.fromkeys(_one(plain(half), known, patterns=False) for half in halves)) if len(halves) > 1 else ()
    if set(named) == WHO_AND_WHEN:
        return named  # "Who / By when": two parts, and not one of them in two languages
    for key in candidates:
        for column in known:
            if key in column.exact:
                return (column.name,)
    if named and all(named):
        return named
    for key in candidates:
        if name := _one(key, known, patterns=True):
            return (name,)
    return ()


def _one(key: str, known: tuple[Column, ...], *, patterns: bool) -> str:
    for column in known:
        if key in column.exact:
            return column.name
    if patterns:
        return next((column.name for column in known if column.pattern and column.pattern.search(key)), "")
    return ""


def is_verdict(text: str) -> bool:
    """Whether a cell says how a target went ("Achieved", "Partly", "☒ Yes")."""
    return vocabulary.columns().verdict.search(text) is not None
