"""Replaces names in a text, and tells where each character went."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from qa_app.core.plan import Language
from qa_app.nlp.roles.find import titles
from qa_app.redact.identifiers import find_identifiers
from qa_app.redact.lexicon import NAME_WORD, lexicon, starts_sentence
from qa_app.redact.names import Name, NameKind, owner_of

_SPACE: Final = r"[ \t\u00a0]"
_LEAST_LOWER_CASE: Final = 3
_NEXT_WORD: Final = re.compile(rf"{_SPACE}+([^\W\d_]+)")
_BETWEEN: Final = re.compile(rf"{_SPACE}+(?:(?:ap|ab|ferch|van|de|von|al|bin|[A-Z]\.?){_SPACE}+)?|-")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``text[start:end]`` becomes ``replacement``."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class RedactedText:
    """A text with its names replaced, and the edits that made it, in order and apart."""

    text: str
    edits: tuple[Edit, ...]

    def moved(self, offset: int) -> int:
        """Return where the character at ``offset`` of the original stands now; inside a name: where its stand-in begins."""
        before = bisect_right(self._starts, offset)
        shift = sum(len(edit.replacement) - (edit.end - edit.start) for edit in self.edits[: max(before - 1, 0)])
        if not before:
            return offset
        last = self.edits[before - 1]
        if offset < last.end:
            return last.start + shift
        return offset + shift + len(last.replacement) - (last.end - last.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [edit.start for edit in self.edits]


@dataclass(frozen=True)
class Redactor:
    """Replaces the names of one plan in any of its texts.

    Attributes:
        names: Each name with what stands for it, the child first when known.
        language: Of the plan, for what stands for numbers.
        births: Dates of birth that the plan gives; wherever one stands, its year is kept and no more.
    """

    names: tuple[tuple[Name, str], ...]
    language: Language = Language.ENGLISH
    births: frozenset[date] = frozenset()

    def redact(self, text: str) -> RedactedText:
        """Return the text with everything known replaced."""
        edits = self.edits(text)
        pieces, at = [], 0
        for edit in edits:
            pieces += [text[at : edit.start], edit.replacement]
            at = edit.end
        return RedactedText("".join((*pieces, text[at:])), edits)

    def edits(self, text: str) -> tuple[Edit, ...]:
        """Find what is to be replaced, in order; numbers and addresses first, then places, then people."""
        kept: list[Edit] = []
        for found in (self._identifiers(text), self._places(text), self._people(text), self._lower_case(text)):
            for edit in found:
                if all(edit.end <= other.start or other.end <= edit.start for other in kept):
                    kept.append(edit)
        return tuple(sorted(kept))

    def _identifiers(self, text: str) -> Iterator[Edit]:
        return (Edit(*found) for found in find_identifiers(text, self.language, self.births))

    def _places(self, text: str) -> Iterator[Edit]:
        for pattern, stand_in in self._place_patterns:
            for match in pattern.finditer(text):
                words = lexicon()
                is_plain_word = words.is_allowed(match.group()) and not words.is_town(text, match.start(), match.end())
                if not is_plain_word and match.group()[:1].isupper():
                    yield Edit(match.start(), match.end(), stand_in)

    @cached_property
    def _place_patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        forms = [
            (form, stand_in)
            for name, stand_in in self.names
            for phrase in name.phrases
            for form in (lexicon().forms(phrase) if phrase else ())
        ]
        return tuple(
            (re.compile(rf"(?<!\w){_phrase_pattern(form)}(?!\w)", re.IGNORECASE), stand_in)
            for form, stand_in in sorted(forms, key=lambda pair: -len(pair[0]))
        )

    def _people(self, text: str) -> Iterator[Edit]:
        run: list[re.Match[str]] = []
        for match in NAME_WORD.finditer(text):
            if not self._is_known(text, match):
                continue
            if run and not _BETWEEN.fullmatch(text[run[-1].end() : match.start()]):
                yield from self._edits_of_run(text, run)
                run = []
            run.append(match)
        if run:
            yield from self._edits_of_run(text, run)

    def _is_known(self, text: str, match: re.Match[str]) -> bool:
        """Whether the word is a known name here, and not the word that it also is ("Will she", "in May")."""
        word = match.group().casefold()
        if word not in self._words:
            return False
        words = lexicon()
        if words.is_month(text, match.start(), match.end()):
            return False
        if not words.is_ordinary(word) or not starts_sentence(text, match.start()):
            return True
        if words.name_before.match(text, match.end()):
            return True
        if not self._words[word]:
            return False
        following = _NEXT_WORD.match(text, match.end())
        return not (word in words.asks and following and following.group(1).lower() in words.no_name_before)

    @cached_property
    def _words(self) -> dict[str, bool]:
        """Every word by which people are called, with its mutations; whether a sentence may begin with it as a name.

        Surnames that are also words seldom begin a sentence without a title: "Young people", "Prior attainment".
        """
        known: dict[str, bool] = {}
        for name, _ in self.names:
            for index, word in enumerate(name.words):
                may_begin = name.sure and (name.kind is NameKind.CHILD or index == 0 or index < len(name.words) - 1)
                for form in lexicon().forms(word):
                    known[form.casefold()] = known.get(form.casefold(), False) or may_begin
        return known

    @cached_property
    def _radical(self) -> dict[str, str]:
        """Each mutated form with the word it comes from; a name's own form wins."""
        forms = {form.casefold(): word for name, _ in self.names for word in name.words for form in lexicon().forms(word)[1:]}
        return forms | {word.casefold(): word for name, _ in self.names for word in name.words}

    def _edits_of_run(self, text: str, run: list[re.Match[str]]) -> Iterator[Edit]:
        lead = _lead_before(text[: run[0].start()])
        titled, initials = bool(_title_pattern().search(lead)), tuple(re.findall(r"\b([A-Z])\b", lead))
        people = [name for name, _ in self.names]
        words = [self._radical[match.group().casefold()] for match in run]
        whole = owner_of(words, people, titled=titled, initials=initials)
        if whole is None and titled:
            whole = owner_of(words, people)
        if whole is not None:
            yield Edit(run[0].start() - len(lead), run[-1].end(), self.names[whole][1])
            return
        for index, (match, word) in enumerate(zip(run, words, strict=True)):
            owner = owner_of((word,), people, titled=titled and index == 0, initials=initials if index == 0 else ())
            owner = owner if owner is not None else owner_of((word,), people)
            if owner is not None:
                yield Edit(match.start() - (len(lead) if index == 0 else 0), match.end(), self.names[owner][1])

    def _lower_case(self, text: str) -> Iterator[Edit]:
        """Find names typed in small letters, user names too ("jac", "m.hanley"); never those that are also words."""
        if self._lower_pattern is None:
            return
        people = [name for name, _ in self.names]
        for match in self._lower_pattern.finditer(text):
            owner = owner_of((self._radical[match["name"]],), people)
            if owner is not None:
                yield Edit(match.start(), match.end(), self.names[owner][1])

    @cached_property
    def _lower_pattern(self) -> re.Pattern[str] | None:
        words = sorted(form for form in self._words if len(form) >= _LEAST_LOWER_CASE and not lexicon().is_ordinary(form))
        if not words:
            return None
        return re.compile(rf"(?<![\w.])(?:\w\.|[a-z]+[._])?(?P<name>{'|'.join(map(re.escape, reversed(words)))})(?!\w)")


def _phrase_pattern(phrase: str) -> str:
    return re.sub("['’]", "['’]", re.escape(phrase).replace(r"\ ", r"\s+"))


def _lead_before(before: str) -> str:
    """Return the title and initials right before a name, with their spaces."""
    match = _lead_pattern().search(before[-40:])
    return match.group() if match else ""


def _lead_pattern() -> re.Pattern[str]:
    return _compiled(
        rf"(?:(?<!\w)(?:{_title_words()})\.?(?:{_SPACE}+(?:and|a|&){_SPACE}+(?:{_title_words()})\.?)?{_SPACE}+)?"
        rf"(?:(?<!\w)(?:[A-Z]\.{_SPACE}?|[B-HJ-Z]{_SPACE}+)){{0,2}}$"
    )


def _title_pattern() -> re.Pattern[str]:
    return _compiled(rf"(?<!\w)(?:{_title_words()})(?!\w)")


def _title_words() -> str:
    return _alternatives(titles())


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)  # re keeps what it compiled
