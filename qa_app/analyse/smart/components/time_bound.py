"""Time-bound: by when? Told by rule alone, from the dates that can be pinned and the words round them."""

from __future__ import annotations

from collections.abc import Iterator

from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Level, Proof
from qa_app.nlp.dates import DateKind, DateMention, DateRole

_COLUMNS = ("by_when", "target", "success_criteria")


def gather(reading: RowReading) -> Evidence:
    """Find the dates that count as a deadline, those that do not and why, and words that leave the time open."""
    found: dict[str, list[Proof]] = {}
    for name in _COLUMNS:
        for mention, kind in _sorted_out(reading, reading[name]):
            found.setdefault(kind, []).append(Proof(name, mention.start, mention.end, mention.text, kind))
    column = reading["by_when"]
    point = column.proofs("time/point") or column.whole("point")
    return Evidence.of(
        deadline=found.get("deadline", ()),
        past=found.get("past", ()),
        review_date=found.get("review-date", ()),
        start=found.get("start", ()),
        unpinned=found.get("unpinned", ()),
        impossible=found.get("impossible", ()),
        open=column.proofs("time/open"),
        rhythm=column.proofs("time/rhythm"),
        point=() if column.empty else point,
    )


def _sorted_out(reading: RowReading, field: FieldReading) -> Iterator[tuple[DateMention, str]]:
    meeting = reading.row.meeting_date
    for mention in field.dates:
        if field.name != "by_when" and not _may_be_deadline(mention):
            continue
        if mention.kind is DateKind.PROBLEM:
            yield mention, "impossible"
        elif mention.role is DateRole.START:
            yield mention, "start"
        elif mention.kind is DateKind.YEAR or mention.when is None:
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


def _names_the_meeting(field: FieldReading) -> bool:
    """*PEP review 27/2/26* names a meeting that is the deadline; *to be reviewed 27/2/26* only looks again."""
    first = field.words[0].form if field.words else ""
    return (
        field.has("time/meeting") and first not in ("review", "reviewed", "rev", "to", "ongoing") and not field.has("time/open")
    )


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
