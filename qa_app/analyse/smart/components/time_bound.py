"""Time-bound: by when? Told by rule alone, from the dates that can be pinned and the words round them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Level, Proof
from qa_app.nlp.dates import DateKind, DateMention, DateRole

_COLUMNS: Final = ("by_when", "target", "success_criteria")
_SCHOOL_YEAR_END: Final = re.compile(
    r"\b(?:end|diwedd)\s+(?:of\s+)?"
    r"(?:(?:year|yr|y|blwyddyn|bl)\.?\s?(?P<year>\d{1,2})|(?:key stage|ks|cyfnod allweddol|ca)\s?(?P<stage>\d))\b",
    re.IGNORECASE,
)
_YEAR_GROUP: Final = re.compile(r"\b(?:year|yr|y|blwyddyn|bl)\.?\s?(\d{1,2})\b", re.IGNORECASE)
_KEY_STAGE_ENDS: Final = {1: 2, 2: 6, 3: 9, 4: 11, 5: 13}
"""Year group in which a key stage ends."""


def gather(reading: RowReading) -> Evidence:
    """Find the dates that count as a deadline, those that do not and why, and words that leave the time open."""
    found: dict[str, list[Proof]] = {}
    for name in _COLUMNS:
        for mention, kind in _sorted_out(reading, reading[name]):
            found.setdefault(kind, []).append(Proof(name, mention.start, mention.end, mention.text, kind))
    column, target = reading["by_when"], reading["target"]
    return Evidence.of(
        deadline=(*found.get("deadline", ()), *_pinned_by_year_group(reading)),
        past=found.get("past", ()),
        review_date=found.get("review-date", ()),
        start=found.get("start", ()),
        unpinned=found.get("unpinned", ()),
        impossible=found.get("impossible", ()),
        open=column.proofs("time/open"),
        rhythm=column.proofs("time/rhythm"),
        point=column.proofs("time/point") or target.proofs("time/by-point"),
        no_time=column.whole("no-time"),
    )


def _sorted_out(reading: RowReading, field: FieldReading) -> Iterator[tuple[DateMention, str]]:
    meeting = reading.row.meeting_date
    for mention in field.dates:
        if field.name != "by_when" and not _may_be_deadline(mention):
            continue
        if mention.kind is DateKind.PROBLEM:
            yield mention, "impossible"
        elif mention.role is DateRole.START and not _before_it(field, mention):
            yield mention, "start"
        elif (
            mention.kind is DateKind.YEAR
            or mention.when is None
            or (mention.kind is DateKind.SEASON and not mention.year_given)
        ):
            yield mention, "unpinned"
        elif meeting is not None and mention.when < meeting:
            yield mention, "past"
        elif mention.role is DateRole.REVIEW and not _names_the_meeting(field):
            yield mention, "review-date"
        else:
            yield mention, "deadline"


def _may_be_deadline(mention: DateMention) -> bool:
    """In the wording, *for four weeks* says how long; only a day, a month or a point introduced by *by* says until when."""
    return mention.kind in (DateKind.EXACT, DateKind.MONTH, DateKind.TERM) or mention.role is DateRole.BY


def _before_it(field: FieldReading, mention: DateMention) -> bool:
    """*Before the course starts on 2 March*: what starts then is the deadline."""
    return any(match.start < mention.start for match in field.phrases.get("time/before", ()))


def _pinned_by_year_group(reading: RowReading) -> tuple[Proof, ...]:
    """*End of Year 10* and *end of KS3* have a date when the plan says which year the child is in."""
    column = reading["by_when"]
    named = _SCHOOL_YEAR_END.search(column.text)
    years = [int(match[1]) for field in ("needs", "target") for match in _YEAR_GROUP.finditer(reading[field].text)]
    if named is None or not years or reading.row.meeting_date is None or column.has("time/open"):
        return ()
    last = int(named["year"]) if named["year"] else _KEY_STAGE_ENDS.get(int(named["stage"]))
    if last is None or years[0] > last:
        return ()
    return (Proof(column.name, named.start(), named.end(), named.group(), "deadline"),)


def _names_the_meeting(field: FieldReading) -> bool:
    """*PEP review 27/2/26* names a meeting that is the deadline; *to be reviewed 27/2/26* only looks again."""
    first = field.words[0].form if field.words else ""
    return (
        field.has("time/meeting") and first not in ("review", "reviewed", "rev", "to", "ongoing") and not field.has("time/open")
    )


def settled(evidence: Evidence) -> Level | None:
    """Everything is settled: dates are told by rule alone."""
    return level(evidence)


def level(evidence: Evidence) -> Level:
    """Tell the level."""
    if evidence.has("deadline"):
        return Level.MET
    if evidence.has("past", "impossible"):
        return Level.NOT
    if evidence.has("review-date", "start", "unpinned"):
        return Level.NOT if evidence.has("rhythm") and not evidence.has("review-date", "start") else Level.PARTLY
    if evidence.has("open", "rhythm"):
        return Level.NOT
    return Level.PARTLY if evidence.has("point") else Level.NOT


def deciding_kind(evidence: Evidence) -> str:
    """Return the kind of words that told the level, the strongest first."""
    order = ("deadline", "past", "impossible", "review-date", "start", "unpinned", "open", "rhythm", "point", "no-time")
    return next((kind for kind in order if evidence.has(kind)), "nothing")
