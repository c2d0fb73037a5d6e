"""Names in running text that nothing introduces: capitalised words that no word list knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qa_app.nlp.roles import find_roles
from qa_app.nlp.roles.find import titles
from qa_app.redact.lexicon import NAME_WORD, lexicon, starts_sentence
from qa_app.redact.organisations import NameKind

_LONGEST_ACRONYM: Final = 5
_JOINER: Final = re.compile(r"[ \t\u00a0]+(?:(?:ap|ab|ferch|van|de|von|al|bin)[ \t]+)?")
_LIST_ITEM: Final = re.compile(rf"\w+[ \t\u00a0]+(?P<surname>{NAME_WORD.pattern})(?=[ \t\u00a0]*(?:[,;(]|\n|$))")
_INITIAL_JOINER: Final = re.compile(r"\.?[ \t\u00a0]*")


@dataclass(frozen=True, slots=True)
class CapitalRun:
    """Capitalised words that stand together and seem to name somebody or some place.

    Attributes:
        words: Without titles and initials.
        titled: A form of address stands before them.
        initials: Single letters that stand before them.
        sure: No dictionary knows one of the words, or a title stands before them.
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: NameKind
    sure: bool
    titled: bool = False
    initials: tuple[str, ...] = ()


def find_capital_runs(
    text: str, taken: Iterable[tuple[int, int]] = (), *, trust_capitals: bool = True
) -> tuple[CapitalRun, ...]:
    """Find runs of capitalised words that may be names.

    Args:
        text: Running text.
        taken: Places that are names already, or no text to search.
        trust_capitals: Take ordinary words for names when they are capitalised inside a sentence ("with Rose"). False for
            headings and printed words, where every word may be capitalised.
    """
    blocked = sorted(taken)
    runs: list[CapitalRun] = []
    group: list[re.Match[str]] = []
    for match in NAME_WORD.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in blocked):
            runs.extend(_runs(text, group, trust_capitals))
            group = []
            continue
        if group and not _adjacent(text, group[-1], match):
            runs.extend(_runs(text, group, trust_capitals))
            group = []
        group.append(match)
    runs.extend(_runs(text, group, trust_capitals))
    return tuple(runs)


def may_be_name(text: str, match: re.Match[str], *, trust_capitals: bool = True) -> bool:
    """Whether the capitalised word at ``match`` may name somebody or some place."""
    words = lexicon()
    word = match.group()
    if words.is_town(text, match.start(), match.end()):
        return True
    if len(word) < 2 or words.is_month(text, match.start(), match.end()) or word in _titles():
        return False
    if words.is_allowed(word) or all(words.is_allowed(part) for part in word.split("-")):
        return False
    if word.isupper():
        return len(word) > _LONGEST_ACRONYM and not words.is_ordinary(word)
    if not word[1:].replace("-", "").replace("'", "").replace("’", "").islower() and _is_acronym(word):
        return False
    if not words.is_ordinary(word):
        return True
    if not trust_capitals or find_roles(word):
        return False
    if not starts_sentence(text, match.start()):
        return True
    return word.lower() in words.names_that_are_words and words.name_before.match(text, match.end()) is not None


def _leads_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether an ordinary word that begins an item of a list is a first name: "Who: Dev Patel (maths coach)"."""
    item = _LIST_ITEM.match(text, match.start())
    if item is None or lexicon().is_allowed(match.group()) or find_roles(match.group()):
        return False
    before = text[: match.start()].rstrip(" \t\u00a0")
    return before[-1:] in {"", ":", ";", "\n"} and not lexicon().is_ordinary(item["surname"]) and not item["surname"].isupper()


def _is_acronym(word: str) -> bool:
    """Tell ALNCo, GCSEs and TAs from McArthur and O'Brien."""
    return sum(letter.isupper() for letter in word) > len(word) / 2 or word[:2].isupper()


def _adjacent(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    joiner = _INITIAL_JOINER if len(one.group()) == 1 or one.group() in _titles() else _JOINER
    return joiner.fullmatch(between) is not None


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(titles())


def _runs(text: str, group: list[re.Match[str]], trust_capitals: bool) -> Iterator[CapitalRun]:
    """Cut a row of capitalised words into runs of those that may be names."""
    run: list[re.Match[str]] = []
    titled, after_kin, initials = False, False, list[str]()
    for match in [*group, None]:
        if match is not None:
            word = match.group()
            if not run and word in _titles():
                titled, initials = True, []
                continue
            if not run and len(word) == 1:
                initials.append(word)
                continue
            after_title = titled and not run and word not in _titles()
            trusted = trust_capitals or bool(run) or after_kin
            if after_title or may_be_name(text, match, trust_capitals=trusted) or _leads_a_name(text, match):
                run.append(match)
                after_kin = False
                continue
            after_kin = word.lower() in lexicon().kin
        if run:
            yield _run(text, run, titled, tuple(initials))
        run, titled, initials = [], False, []


def _run(text: str, run: list[re.Match[str]], titled: bool, initials: tuple[str, ...]) -> CapitalRun:
    words = lexicon()
    start, end = run[0].start(), run[-1].end()
    names = tuple(match.group() for match in run)
    sure = titled or any(not words.is_ordinary(name) for name in names)
    kind = NameKind.PERSON
    if not titled and not initials:
        is_town = any(words.is_town(text, match.start(), match.end()) for match in run)
        if is_town or words.place_before.search(text[max(0, start - 10) : start]):
            kind, sure = NameKind.TOWN, True
    return CapitalRun(start, end, names, kind, sure, titled, initials)
