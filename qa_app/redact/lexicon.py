"""Which capitalised words may be names: word lists of the vocabulary and of simplemma, and where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

NAME_WORD: Final = re.compile(
    r"(?<![\w@])(?:[^\W\d_a-zß-öø-ÿ](?:['’](?=[A-Z]))?[^\W\d_]*)(?:-(?=[^\W\d_]{2})[^\W\d_]+)*(?![\w@])"
)
"""One capitalised word: Evans, O'Brien, Abiola-Price, Maes-y-Felin; a possessive ending stays outside."""
_SENTENCE_EDGE: Final = frozenset(".!?:\n\t•–—|☐☒;*")
_LOOKS_BACK: Final = 40
_AFTER_INITIAL: Final = re.compile(r"(?<!\w)(?:[A-Z]|Mrs?|Ms|Dr|St)\.[ \t\u00a0]*$")


@dataclass(frozen=True)
class Lexicon:
    """The word lists of ``vocabulary.yaml``, in lower case."""

    allowed: frozenset[str]
    names_that_are_words: frozenset[str]
    months: frozenset[str]
    kin: frozenset[str]
    month_before: re.Pattern[str]
    month_after: re.Pattern[str]
    asks: frozenset[str]
    no_name_before: frozenset[str]
    name_before: re.Pattern[str]
    towns: frozenset[str]
    town_before: re.Pattern[str]
    place_before: re.Pattern[str]
    mutations: Mapping[str, tuple[str, ...]]

    def is_allowed(self, word: str) -> bool:
        """Whether a capitalised word is one that plans write large without naming anybody: Monday, English, Foster."""
        return word.lower().replace("’", "'") in self.allowed

    def is_form_word(self, word: str) -> bool:
        """Whether a word is no name even in a list of people: allowed, and nobody is called so (June, Grant and Bath are)."""
        return self.is_allowed(word) and word.lower() not in self.months | self.towns | self.names_that_are_words

    def is_ordinary(self, word: str) -> bool:
        """Whether a word stands in the dictionaries of English or Welsh in lower case, so that a sentence may begin with it."""
        lower = word.lower()
        return self._is_listed(lower) or ("-" in lower and all(self._is_listed(part) for part in lower.split("-")))

    def _is_listed(self, lower: str) -> bool:
        return lower in self.names_that_are_words or lower in self.allowed or _in_dictionary(lower)

    def is_month(self, text: str, start: int, end: int) -> bool:
        """Whether the word at that place is a month rather than somebody called May or Mai."""
        if text[start:end].lower() not in self.months:
            return False
        before = text[max(0, start - _LOOKS_BACK) : start]
        return self.month_before.search(before) is not None or self.month_after.match(text, end) is not None

    def is_town(self, text: str, start: int, end: int) -> bool:
        """Whether the word at that place is a town: known as one, and not the subject Reading or a warm bath."""
        word = text[start:end].lower()
        if word not in self.towns:
            return False
        if not self.is_ordinary(word):
            return True
        if self.is_allowed(word):
            return self.town_before.search(text[max(0, start - _LOOKS_BACK) : start]) is not None
        return not starts_sentence(text, start)

    def forms(self, word: str) -> tuple[str, ...]:
        """Return a name with its Welsh mutations: Bangor, Fangor, Mangor."""
        for sound, changes in self.mutations.items():
            if word.startswith(sound):
                rest = word[len(sound) :]
                return word, *(
                    (change + rest) if change else rest[:1].upper() + rest[1:] for change in changes if len(rest) > 2
                )
        return (word,)


def starts_sentence(text: str, start: int) -> bool:
    """Whether the word at ``start`` is the first of a sentence, line, cell or quotation."""
    if _AFTER_INITIAL.search(text[max(0, start - _LOOKS_BACK) : start]):
        return False
    before = text[max(0, start - _LOOKS_BACK) : start].rstrip(" \u00a0\"“”‘'([")
    return (not before and start <= _LOOKS_BACK) or (bool(before) and before[-1] in _SENTENCE_EDGE) or before.endswith("\n-")


@lru_cache(maxsize=1)
def data() -> Mapping[str, Any]:
    """Return ``vocabulary.yaml`` as it is."""
    loaded: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "vocabulary.yaml").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the word lists, read once."""
    raw = data()
    return Lexicon(
        allowed=_words(raw["allowed"]),
        names_that_are_words=_words(raw["names_that_are_words"]),
        months=_words(raw["months_that_are_names"]),
        kin=_words(raw["kin"]),
        month_before=re.compile(raw["month_before"], re.IGNORECASE),
        month_after=re.compile(raw["month_after"], re.IGNORECASE),
        asks=_words(raw["words_that_ask"]),
        no_name_before=_words(raw["no_name_before"]),
        name_before=re.compile(raw["name_before"]),
        towns=_words(raw["towns"]),
        town_before=re.compile(raw["town_before"], re.IGNORECASE),
        place_before=re.compile(raw["place_before"], re.IGNORECASE),
        mutations={sound: tuple(changes) for sound, changes in raw["mutations"].items()},
    )


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.lower().split())


@lru_cache(maxsize=50_000)
def _in_dictionary(lower: str) -> bool:
    return any(lower in _dictionaries().get_dictionary(language) for language in ("en", "cy"))


@lru_cache(maxsize=1)
def _dictionaries() -> DefaultDictionaryFactory:
    # simplemma.is_known also accepts names that stand in the lists with a capital, so the lists are asked directly.
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory()
