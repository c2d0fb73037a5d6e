"""Facts of the plan, from what stands beside labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from qa_app.core.document import Document, Span
from qa_app.core.plan import Fact, FactValue
from qa_app.extract import values
from qa_app.extract.fields import RawField
from qa_app.extract.prompts import is_blank
from qa_app.extract.wording import plain
from qa_app.nlp.dates import DateKind, find_dates

_ELSEWHERE: Final = frozenset(
    {"education_history", "targets", "previous_targets", "actions", "funding", "attainment", "progress"}
)
"""Sections that tell of other schools, dates and years than the plan's own."""
_WORDS_FOR: Final = {
    "date_of_birth": "date of birth",
    "looked_after_since": "date the child became looked after",
    "meeting_date": "date of the meeting",
    "next_review": "date of the next review",
    "previous_pep": "date of the previous PEP",
}


@dataclass
class Reading:
    """Facts found so far, with what the auditor must be told of them."""

    document: Document
    found: dict[str, Fact] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def keep(self, name: str, value: FactValue, spans: tuple[Span, ...], derived_from: str = "") -> None:
        """Keep a value; a different one for the same fact becomes a conflict."""
        known = self.found.get(name)
        if known is None:
            self.found[name] = Fact(name, value, spans, derived_from)
            return
        if derived_from or _same(known.value, value):
            return
        if any(_same(other, value) for other, _ in known.conflicts):
            return
        self.found[name] = replace(known, conflicts=(*known.conflicts, (value, spans[0])))
        self.warnings.append(
            f"The plan gives two different values for the {words_for(name)}: one at {self.document.place(known.spans[0])}, "
            f"another at {self.document.place(spans[0])}."
        )

    def value(self, name: str) -> FactValue | None:
        """Return a fact's value, None when it was not found."""
        fact = self.found.get(name)
        return fact.value if fact else None

    def date(self, name: str) -> date | None:
        """Return a fact's value when it is a date."""
        value = self.value(name)
        return value if isinstance(value, date) else None


def words_for(name: str) -> str:
    """Say a fact's name in words."""
    return _WORDS_FOR.get(name, name.replace("_", " "))


def _same(one: FactValue, other: FactValue) -> bool:
    """Whether two values say the same; a shorter form of a name or text is no other value."""
    if isinstance(one, str) and isinstance(other, str):
        a, b = set(plain(one).split()), set(plain(other).split())
        return not a or not b or a <= b or b <= a
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return (type(one) is type(other) and one == other) or (isinstance(one, str) != isinstance(other, str))


def read_facts(document: Document, fields: Sequence[RawField]) -> Reading:
    """Turn labelled answers into typed facts."""
    reading = Reading(document)
    own = [raw for raw in fields if raw.section not in _ELSEWHERE or raw.kind.home == raw.section]
    ordered = sorted(own, key=lambda raw: raw.fallback)
    # The meeting's date comes first: the others may be written against it ("July", "next term").
    for raw in (raw for raw in ordered if raw.kind.stored_as == "meeting_date"):
        _read(reading, raw)
    for raw in (raw for raw in ordered if raw.kind.stored_as != "meeting_date"):
        _read(reading, raw)
    _join_names(reading)
    _check_order(reading)
    return reading


def _read(reading: Reading, raw: RawField) -> None:
    text = raw.stated or "\n".join(reading.document.quote(span) for span in raw.values)
    name = raw.kind.stored_as
    if not raw.values or is_blank(text) or (raw.fallback and name in reading.found):
        return
    if raw.kind.kind == "date":
        _read_date(reading, raw, name)
        return
    value = _value(raw.kind.kind, text)
    if value is None or value == "":
        return
    if raw.kind.name == "child":
        full, preferred = values.name_and_preferred(text)
        if preferred:
            reading.keep("preferred_name", preferred, raw.values)
        value = full or value
    reading.keep(name, value, raw.values)


def _value(kind: str, text: str) -> FactValue | None:
    if kind == "year_group":
        return values.year_group(text)
    if kind == "percent":
        return values.percent(text, bare=True)
    if kind == "authority":
        return values.authority(text)
    if kind == "yes_no":
        return values.yes_no(text)
    if kind == "count_or_text":
        counted = values.count(text)
        return counted if counted is not None else " ".join(text.split())
    if kind == "name":
        return values.name_and_preferred(text)[0] or None
    return " ".join(values.chosen(text).split()).strip(" ,;") or None


def _read_date(reading: Reading, raw: RawField, name: str) -> None:
    """Read a date; a day that does not exist is reported, never mended."""
    reference = reading.date("meeting_date")
    for span in raw.values:
        for mention in find_dates(reading.document.quote(span), reference):
            place = Span(span.start + mention.start, span.start + mention.end)
            if mention.kind is DateKind.PROBLEM:
                where = reading.document.place(place)
                reading.warnings.append(f"The {words_for(name)} at {where} is no date: {mention.problem}.")
                return
            exact_only = name == "date_of_birth"
            if mention.when is not None and (mention.kind is DateKind.EXACT or not exact_only):
                reading.keep(name, mention.when, (place,))
                return


def _join_names(reading: Reading) -> None:
    """Make the child's name of forename and surname where the form asks for them apart."""
    forename, surname = reading.found.pop("forename", None), reading.found.pop("surname", None)
    if forename and "child" not in reading.found:
        parts = [fact for fact in (forename, surname) if fact]
        spans = tuple(span for fact in parts for span in fact.spans)
        reading.found["child"] = Fact("child", " ".join(str(fact.value) for fact in parts), spans)


def _check_order(reading: Reading) -> None:
    """Report dates that cannot stand in their order."""
    meeting, born, looked_after, following = (
        reading.date(name) for name in ("meeting_date", "date_of_birth", "looked_after_since", "next_review")
    )
    pairs: Iterable[tuple[str, date | None, str, date | None]] = (
        ("date_of_birth", born, "meeting_date", meeting),
        ("date_of_birth", born, "looked_after_since", looked_after),
        ("looked_after_since", looked_after, "meeting_date", meeting),
        ("meeting_date", meeting, "next_review", following),
    )
    for first, early, second, late in pairs:
        if early and late and early > late:
            reading.warnings.append(
                f"The {words_for(first)} ({early:%d/%m/%Y}) is later than the {words_for(second)} ({late:%d/%m/%Y}): "
                "one of them is wrong."
            )


def facts_of(reading: Reading) -> Mapping[str, Fact]:
    """Return the facts in name order."""
    return {name: reading.found[name] for name in sorted(reading.found)}
