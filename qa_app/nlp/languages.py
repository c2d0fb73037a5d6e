"""Welsh or English, per passage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from typing import Final

import yaml

from qa_app.core.plan import Language

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CLITIC: Final = re.compile(r"[aeiouwy]'(?:[nriuw]|th|ch)$")  # mae'n, gyda'r, o'i: only Welsh joins words like this


@cache
def _function_words(language: str) -> frozenset[str]:
    data = resources.files("qa_app.nlp") / "vocabulary" / "function_words.yaml"
    return frozenset(yaml.safe_load(data.read_text("utf-8"))[language].split())


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, with straight apostrophes."""
    return [match.group().lower().replace("’", "'") for match in _WORD.finditer(text)]


def welsh_share(text: str) -> float:
    """Return how Welsh a text is, 0 (English) to 1 (Welsh); 0.5 when nothing tells.

    Function words weigh most; simplemma's word-form lists settle the rest.
    """
    found = words(text)
    welsh = sum(word in _function_words("cy") or _CLITIC.search(word) is not None for word in found)
    english = sum(word in _function_words("en") for word in found)
    if welsh + english < 2 and found:
        known_welsh = sum(_known(word, "cy") for word in found if len(word) > 2)
        known_english = sum(_known(word, "en") for word in found if len(word) > 2)
        welsh, english = 2 * welsh + known_welsh, 2 * english + known_english
    return welsh / (welsh + english) if welsh + english else 0.5


@lru_cache(maxsize=50_000)
def _known(word: str, language: str) -> bool:
    from simplemma import is_known

    return bool(is_known(word, lang=language))


def language_of(text: str, *, default: Language = Language.ENGLISH) -> Language:
    """Return the language of one passage; ``default`` when nothing tells."""
    share = welsh_share(text)
    if share > 0.5:
        return Language.WELSH
    return Language.ENGLISH if share < 0.5 else default


def language_of_plan(passages: Iterable[str]) -> Language:
    """Return the language of a whole plan: mixed when each language carries at least a tenth of the words."""
    counts = {Language.ENGLISH: 0, Language.WELSH: 0}
    for passage in passages:
        counts[language_of(passage)] += len(words(passage))
    total = sum(counts.values())
    if total and min(counts.values()) >= 0.1 * total:
        return Language.MIXED
    return Language.WELSH if counts[Language.WELSH] > counts[Language.ENGLISH] else Language.ENGLISH
