"""What a text is about: concepts of a vocabulary, and content words in their base form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Final

import yaml

from qa_app.nlp.languages import language_of, words
from qa_app.nlp.mutation import mutated

_SHORTEST: Final = 3  # letters of a content word


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of ``vocabulary/concepts.yaml``.

    Attributes:
        broad: Many texts share it, so it ties two texts less.
        common: Nearly every plan has a target on it, so a target on it need not come from what the child said.
        pattern: Finds its words, English and Welsh.
        match: Examples, run as tests.
    """

    name: str
    broad: bool
    common: bool
    pattern: re.Pattern[str]
    match: tuple[str, ...]


@lru_cache(maxsize=1)
def concepts() -> Mapping[str, Concept]:
    """Return the vocabulary by name."""
    data = yaml.safe_load((resources.files("qa_app.analyse") / "vocabulary" / "concepts.yaml").read_text("utf-8"))
    return MappingProxyType({
        name: Concept(
            name,
            entry.get("broad", False),
            entry.get("common", False),
            _pattern([*entry["en"], *(form for term in entry["cy"] for form in mutated(term))]),
            tuple(entry["match"]),
        )
        for name, entry in data.items()
    })  # fmt: skip


def _pattern(terms: list[str]) -> re.Pattern[str]:
    escaped = [re.escape(term).replace(r"\*", r"[\w'’-]*").replace(r"\ ", r"\s+") for term in terms]
    return re.compile(r"(?<!\w)(?:" + "|".join(escaped) + r")(?!\w)", re.IGNORECASE)


def concepts_of(text: str) -> tuple[Concept, ...]:
    """Return the concepts that a text speaks of, in the vocabulary's order."""
    return tuple(concept for concept in concepts().values() if concept.pattern.search(text))


def content_words(text: str) -> list[str]:
    """Return the words that carry meaning, in their base form and in text order."""
    language = language_of(text)
    lemmas = (_lemma(word, language.value) for word in words(text) if len(word) >= _SHORTEST)
    return [lemma for lemma in lemmas if lemma not in _empty_words() and len(lemma) >= _SHORTEST]


@lru_cache(maxsize=1)
def _empty_words() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    data = yaml.safe_load((resources.files("qa_app.analyse") / "vocabulary" / "empty_words.yaml").read_text("utf-8"))
    return frozenset(ENGLISH_STOP_WORDS).union(*(listed.split() for listed in data.values()))


@lru_cache(maxsize=20_000)
def _lemma(word: str, language: str) -> str:
    from simplemma import lemmatize

    return str(lemmatize(word, lang="cy" if language == "cy" else "en")).lower()
