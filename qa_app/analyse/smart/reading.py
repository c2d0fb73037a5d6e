"""A target row read once: words, phrases, numbers and dates of each field, for all five components to draw on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from qa_app.analyse.smart.numbers import NumberKind, find_numbers
from qa_app.analyse.smart.phrases import Match, PhraseTable, Token, load_tables, tokens
from qa_app.core.judged import Proof, TargetText
from qa_app.nlp.dates import DateMention, find_dates

FIELDS: Final = ("target", "success_criteria", "actions", "who", "by_when", "needs", "views")
TABLES: Final = ("skills", "measures", "support", "needs", "agents", "topics", "time")


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One field of a row.

    Attributes:
        phrases: Phrases of the vocabularies by ``table/kind``, in text order.
        numbers: Numbers told apart by :class:`NumberKind`.
        dates: Dates, pinned from the plan's meeting date where that is known.
    """

    name: str
    text: str
    words: tuple[Token, ...]
    phrases: Mapping[str, tuple[Match, ...]]
    numbers: tuple[Proof, ...]
    dates: tuple[DateMention, ...]

    @property
    def empty(self) -> bool:
        """Whether the field says nothing."""
        return not self.words

    def proofs(self, *kinds: str) -> tuple[Proof, ...]:
        """Return the phrases of ``kinds`` (``table/kind``) as proofs, in text order, none twice."""
        found = {
            (match.start, match.end): Proof(self.name, match.start, match.end, self.text[match.start : match.end], kind)
            for kind in kinds
            for match in self.phrases.get(kind, ())
        }
        return tuple(found[place] for place in sorted(found))

    def has(self, *kinds: str) -> bool:
        """Tell whether a phrase of one of ``kinds`` is there."""
        return any(kind in self.phrases for kind in kinds)

    def whole(self, kind: str) -> tuple[Proof, ...]:
        """Return the whole field as one proof of ``kind``; nothing when it is empty."""
        if self.empty:
            return ()
        start, end = self.words[0].start, self.words[-1].end
        return (Proof(self.name, start, end, self.text[start:end], kind),)


@dataclass(frozen=True)
class RowReading:
    """A target row with each of its fields read."""

    row: TargetText
    fields: Mapping[str, FieldReading]

    def __getitem__(self, field: str) -> FieldReading:
        return self.fields[field]

    def proofs(self, fields: Iterable[str], *kinds: str) -> tuple[Proof, ...]:
        """Return phrases of ``kinds`` in several fields, in the order given."""
        return tuple(proof for field in fields for proof in self.fields[field].proofs(*kinds))

    @cached_property
    def childs_numbers(self) -> tuple[Proof, ...]:
        """Numbers of the wording and success criteria that measure what the child does."""
        found = (number for field in ("success_criteria", "target") for number in self.fields[field].numbers)
        return tuple(number for number in found if number.kind != NumberKind.AGE_OR_PLACE and not self._counts_support(number))

    def _counts_support(self, number: Proof) -> bool:
        """Tell whether a number in the wording counts help that is given, not what the child does."""
        field = self.fields[number.field]
        if number.kind not in (NumberKind.FREQUENCY, NumberKind.COUNT):
            return False
        near = [
            match
            for match in field.phrases.get("support/provision", ())
            if abs(match.start - number.end) < 40 or abs(number.start - match.end) < 40
        ]
        return bool(near) and not field.has("skills/attending")


def vocabulary() -> PhraseTable:
    """Return all vocabularies as one table; kinds are ``table/kind``."""
    return load_tables(*TABLES)


def read_row(row: TargetText) -> RowReading:
    """Read each field of ``row``."""
    texts: dict[str, str] = {name: getattr(row, name) for name in FIELDS}
    names = frozenset(word.form for text in texts.values() for word in tokens(text) if word.name_like)
    return RowReading(row, {name: _read_field(name, text, names, row.meeting_date) for name, text in texts.items()})


def _read_field(name: str, text: str, names: frozenset[str], meeting: date | None) -> FieldReading:
    words = tokens(text, names)
    phrases: dict[str, list[Match]] = {}
    for match in vocabulary().find(words):
        phrases.setdefault(match.kind, []).append(match)
    dates = find_dates(text, meeting, expects_dates=name == "by_when") if words else ()
    numbers = find_numbers(name, text, [(found.start, found.end) for found in dates]) if words else ()
    return FieldReading(
        name,
        text,
        words,
        {kind: tuple(found) for kind, found in phrases.items()},
        tuple(sorted(numbers, key=lambda n: n.start)),
        dates,
    )
