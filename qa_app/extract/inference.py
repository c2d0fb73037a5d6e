"""Facts that no label gives: worked out from sections, status words and the year group, and marked as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qa_app.core.document import Document, Region, Span
from qa_app.core.plan import Section
from qa_app.extract import values
from qa_app.extract.cues import cues
from qa_app.extract.facts import Reading
from qa_app.extract.wording import word_count

_LAST_BEFORE_A_MOVE: Final = {-1: "nursery", 6: "Year 6", 11: "Year 11", 13: "Year 13"}
_SHORT: Final = 3  # words
_FORMER: Final = re.compile(
    r"\b(?:last (?:year|term|pep)|previous|was|compared|target|llynedd|y tymor diwethaf|targed)\b", re.IGNORECASE
)
_FIRST: Final = re.compile(r"\b(?:initial|first|new|cyntaf|cychwynnol)\b", re.IGNORECASE)
_LATER: Final = re.compile(r"\b(?:review|reviewed|termly|subsequent|update|adolygiad|\d*(?:2nd|3rd|4th))\b", re.IGNORECASE)


def infer(reading: Reading, sections: Sequence[Section]) -> None:
    """Add what can be worked out to the facts."""
    _meeting_date(reading)
    _attendance(reading, sections)
    _first_line(reading, sections, "exclusions", "exclusions")
    _first_line(reading, sections, "aln", "aln_status")
    _first_pep(reading)
    _in_school(reading, sections)
    _transition(reading, sections)
    _jurisdiction(reading)


def _spans(sections: Sequence[Section], *ids: str) -> list[Span]:
    return [span for section in sections if section.id in ids for span in section.content.spans]


def _meeting_date(reading: Reading) -> None:
    """A plan that says only when it was completed was made at that time."""
    completed = reading.found.get("pep_completed")
    if "meeting_date" not in reading.found and completed is not None:
        reading.keep("meeting_date", completed.value, completed.spans, "the date on which the plan was completed")


def _attendance(reading: Reading, sections: Sequence[Section]) -> None:
    """The first percentage of the attendance section that is not a former one or a target."""
    if "attendance" in reading.found:
        return
    for span in _spans(sections, "attendance"):
        words = reading.document.quote(span)
        value = values.percent(words)
        before = words.split("%")[0]
        if value is not None and not _FORMER.search(before[-40:]):
            reading.keep("attendance", value, (span,))
            return


def _first_line(reading: Reading, sections: Sequence[Section], section: str, name: str) -> None:
    """A section's own first words, where they are short enough to be an answer."""
    if name in reading.found:
        return
    for span in _spans(sections, section)[:1]:
        words = reading.document.quote(span)
        if word_count(words) <= 25:
            counted = values.count(words) if name == "exclusions" else None
            text = " ".join(values.chosen(words).split())
            if counted is not None or text:
                reading.keep(name, counted if counted is not None else text, (span,))


def _first_pep(reading: Reading) -> None:
    if "first_pep" in reading.found:
        return
    kind = reading.found.get("pep_type")
    if kind is not None:
        words = str(kind.value)
        if re.fullmatch(r"\W*\d+\W*", words):
            reading.keep("first_pep", int(re.sub(r"\D", "", words)) == 1, kind.spans)
        elif bool(_FIRST.search(words)) != bool(_LATER.search(words)):
            reading.keep("first_pep", bool(_FIRST.search(words)), kind.spans)
        if "first_pep" in reading.found:
            return
    if previous := reading.found.get("previous_pep"):
        reading.keep("first_pep", False, previous.spans, "a previous PEP has a date")


def _in_school(reading: Reading, sections: Sequence[Section]) -> None:
    """From the status beside the school, then the part on being out of school, then the school's own part."""
    if "in_school" in reading.found:
        return
    listed = cues()
    told = _status(reading)
    for span in () if told else _spans(sections, "not_in_school"):
        words = reading.document.quote(span)
        if listed.does_not_apply.found(words):
            told = (True, (span,))
        elif word_count(words) > _SHORT and listed.out_of_school.found(words):
            told = (False, (span,))
        if told:
            break
    for span in () if told else _spans(sections, "school_details"):
        if listed.out_of_school.found(reading.document.quote(span)):
            told = (False, (span,))
            break
    if told:
        reading.keep("in_school", *told)
    elif school := reading.found.get("school"):
        reading.keep("in_school", True, school.spans, "a school is named and nothing says that the child is out of it")


def _status(reading: Reading) -> tuple[bool, tuple[Span, ...]] | None:
    listed = cues()
    for name in ("school_status", "school"):
        if fact := reading.found.get(name):
            if listed.out_of_school.found(str(fact.value)):
                return False, fact.spans
            if name == "school_status" and listed.in_school.found(str(fact.value)):
                return True, fact.spans
    return None


def _transition(reading: Reading, sections: Sequence[Section]) -> None:
    if "transition_ahead" in reading.found:
        return
    listed = cues()
    for span in _spans(sections, "planned_changes", "transition", "post16"):
        if listed.transition.found(reading.document.quote(span)):
            reading.keep("transition_ahead", True, (span,))
            return
    year = reading.found.get("year_group")
    if year is not None and isinstance(year.value, int) and year.value in _LAST_BEFORE_A_MOVE:
        reading.keep("transition_ahead", True, year.spans, f"{_LAST_BEFORE_A_MOVE[year.value]} is the last before a move")
        return
    for span in _spans(sections, "planned_changes", "transition"):
        if listed.none_planned.found(reading.document.quote(span)):
            reading.keep("transition_ahead", False, (span,))
            return


def _jurisdiction(reading: Reading) -> None:
    """Tell Wales from England by the names of authorities, laws and support that the whole document uses."""
    if "jurisdiction" in reading.found:
        return
    listed = cues()
    places = {name: _distinct(reading.document, pattern) for name, pattern in listed.countries.items()}
    wales, england = len(places["wales"]), len(places["england"])
    if wales == england or (wales and england and abs(wales - england) < listed.near):
        return
    chosen = "wales" if wales > england else "england"
    reading.keep("jurisdiction", chosen, tuple(places[chosen].values()), f"words used in {chosen.capitalize()}")


def _distinct(document: Document, pattern: re.Pattern[str]) -> dict[str, Span]:
    """Return the first place of each distinct word that a pattern finds outside reviewers' comments."""
    found: dict[str, Span] = {}
    for block in document.blocks:
        if block.region is Region.COMMENT:
            continue
        for match in pattern.finditer(document.text, block.span.start, block.span.end):
            found.setdefault(match.group().lower(), Span(*match.span()))
    return found
