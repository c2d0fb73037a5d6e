"""Phrase tables: many phrases of many kinds, found in one walk over a text's words.

A table is data (YAML): kind → language → phrases. A phrase is words apart by spaces; ``*`` at a word's end stands for any
ending (``improv*``). Welsh phrases also match with their first consonant mutated. Hyphens count as spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import yaml

from qa_app.nlp.mutation import mutated

_TOKEN: Final = re.compile(r"\d+(?:[.:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s-]")
_STEM_KEY: Final = 2
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", ":", ";", "•", "*", ")", "“", '"', "'", "/", ",", "&"})
_TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir"})
_NAMES_DO: Final = frozenset({"will", "to", "can", "has", "is", "needs", "would", "does", "may", "and", "yn", "i"})
_OPENERS: Final = frozenset(
    {"to", "he", "she", "they", "school", "carer", "staff", "teacher", "college", "mae", "how", "what", "able", "start", "go"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of a text.

    Attributes:
        start, end: Character offsets.
        form: In lower case, with straight apostrophes.
        written: As it stands.
        name_like: Capitalised as names are: inside a sentence, after a title, or as the one who *will* do something.
    """

    start: int
    end: int
    form: str
    written: str
    name_like: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: character offsets, the kind that lists it, and the index of its first and last token (exclusive)."""

    start: int
    end: int
    kind: str
    first: int
    last: int


def tokens(text: str, names: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """Split ``text`` into words, numbers and signs; hyphens are dropped.

    Args:
        text: The words.
        names: Forms that are names elsewhere; with a capital they are names here too, wherever they stand.
    """
    matches = list(_TOKEN.finditer(text))
    forms = [match.group().lower().replace("’", "'") for match in matches]
    return tuple(
        Token(match.start(), match.end(), forms[index], match.group(), _name_like(match.group(), index, forms, names))
        for index, match in enumerate(matches)
    )


def _name_like(written: str, index: int, forms: Sequence[str], names: frozenset[str]) -> bool:
    if len(written) < 2 or not written[0].isupper() or not written[1:].islower():
        return False
    before = forms[index - 1] if index else ""
    if forms[index] in names or (before and (before not in _SENTENCE_ENDS or before in _TITLES)):
        return True
    after = forms[index + 1] if index + 1 < len(forms) else ""
    return written.lower() not in _OPENERS and after in _NAMES_DO


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    open_ended: tuple[bool, ...]
    kind: str

    def length_at(self, forms: Sequence[str], at: int) -> int:
        if at + len(self.words) > len(forms):
            return 0
        for offset, (word, is_open) in enumerate(zip(self.words, self.open_ended, strict=True)):
            form = forms[at + offset]
            if not (form.startswith(word) if is_open else form == word):
                return 0
        return len(self.words)


class PhraseTable:
    """Phrases by kind, ready to be looked up.

    Args:
        kinds: For each kind its phrases by language code (``en``, ``cy``).
    """

    def __init__(self, kinds: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        exact: dict[str, list[_Phrase]] = {}
        stems: dict[str, list[_Phrase]] = {}
        for kind, languages in kinds.items():
            for language, phrases in languages.items():
                for phrase in phrases:
                    for made in _read(str(phrase), kind, welsh=language == "cy"):
                        if made.open_ended[0]:
                            stems.setdefault(made.words[0][:_STEM_KEY], []).append(made)
                        else:
                            exact.setdefault(made.words[0], []).append(made)
        self._exact = exact
        self._stems = stems

    def find(self, words: Sequence[Token]) -> Iterator[Match]:
        """Yield, per kind, the longest phrase at each word; phrases of one kind do not overlap."""
        forms = [word.form for word in words]
        busy: dict[str, int] = {}
        for index, form in enumerate(forms):
            longest: dict[str, int] = {}
            for phrase in (*self._exact.get(form, ()), *self._stems.get(form[:_STEM_KEY], ())):
                if words[index].name_like and (phrase.open_ended[0] or form in common_names()):
                    continue  # "Carys" is no "car*", and "Mark" or "Grace" inside a sentence no word of any list
                length = phrase.length_at(forms, index)
                if length > longest.get(phrase.kind, 0) and busy.get(phrase.kind, 0) <= index:
                    longest[phrase.kind] = length
            for kind, length in longest.items():
                busy[kind] = index + length
                yield Match(words[index].start, words[index + length - 1].end, kind, index, index + length)


def _read(phrase: str, kind: str, *, welsh: bool) -> Iterator[_Phrase]:
    words: list[str] = []
    open_ended: list[bool] = []
    for piece in phrase.lower().split():
        parts = [token.form for token in tokens(piece.removesuffix("*"))]
        words += parts
        open_ended += [False] * (len(parts) - 1) + [piece.endswith("*")]
    for first in mutated(words[0], h_before_vowel=False) if welsh else (words[0],):
        if len(first) >= _STEM_KEY or not open_ended[0]:
            yield _Phrase((first, *words[1:]), tuple(open_ended), kind)


@cache
def load_kinds(name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Load ``vocabulary/NAME.yaml`` of this package: kind → language → phrases."""
    data = resources.files("qa_app.analyse.smart") / "vocabulary" / f"{name}.yaml"
    # BaseLoader keeps every phrase a string: "no" and "on" are words here, not truth values. It builds no objects.
    kinds: Mapping[str, Mapping[str, Sequence[str]]] = yaml.load(data.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return kinds


@cache
def load_tables(*names: str) -> PhraseTable:
    """Load several vocabularies as one table; its kinds are ``NAME/KIND``."""
    return PhraseTable({f"{name}/{kind}": phrases for name in names for kind, phrases in load_kinds(name).items()})


@cache
def common_words() -> frozenset[str]:
    """Return the words that stand in every plan, of both languages."""
    data = resources.files("qa_app.analyse.smart") / "vocabulary" / "common_words.yaml"
    lists = yaml.safe_load(data.read_text("utf-8"))
    return frozenset(word for language in ("en", "cy") for word in lists[language].split())


@cache
def common_names() -> frozenset[str]:
    """Return first names that are also words."""
    data = resources.files("qa_app.analyse.smart") / "vocabulary" / "common_words.yaml"
    return frozenset(yaml.safe_load(data.read_text("utf-8"))["names"].split())
