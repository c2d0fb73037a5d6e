"""Time-bound: by when? Told by rule alone, from the dates that can be pinned and the words round them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Level, Proof
from qa_app.nlp.dates import DateKind, DateMention, DateRole
from qa_app.nlp.timing import TimingKind, find_timing

_COLUMNS: Final = ("by_when", "target", "success_criteria")
_SCHOOL_YEAR_END: Final = re.compile(
    r"\b(?:end|diwedd)\s+(?:of\s+)?"
    r"(?:(?:year|yr|y|blwyddyn|bl)\.?\s?(?P<year>\d{1,2})|(?:key stage|ks|cyfnod allweddol|ca)\s?(?P<stage>\d)"
    r"|(?P<early>reception|nursery|y? ?derbyn|y? ?meithrin))\b",
    re.IGNORECASE,
)
_BARE_NUMBER: Final = re.compile(r"\W*(?:\d{2}|[Yy]ear \d\d?)\W*")
"""An age or a year and nothing else: *by 17*, *26*."""
_SCHOOL_YEAR: Final = re.compile(r"\d{2}\s?[-–/]\s?(?:20)?\d{2}$")
_EVENT_BEGINS: Final = re.compile(
    r"^\W*(?!from\b|start|begin|commenc|opens?\b|o\b|ers\b|dechrau|cychwyn)\w"
    r".*\b(?:opens?|starts?|begins?|yn agor|yn dechrau)\W*(?:on\W*)?$",
    re.IGNORECASE | re.DOTALL,
)
_EVENT_WORD: Final = 5
"""Letters that a word needs to name an event (*interview*, *concert*)."""
_SAME_SENTENCE: Final = re.compile(r"[^.;\n]*$")
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
        deadline=(*found.get("deadline", ()), *_pinned_by_year_group(reading), *_pinned_by_event(reading)),
        past=found.get("past", ()),
        review_date=found.get("review-date", ()),
        start=found.get("start", ()),
        unpinned=found.get("unpinned", ()),
        impossible=found.get("impossible", ()),
        open=column.proofs("time/open"),
        rhythm=column.proofs("time/rhythm"),
        point=_points(column) or target.proofs("time/by-point"),
        no_time=column.whole("no-time"),
    )


def _points(column: FieldReading) -> tuple[Proof, ...]:
    """Return points in time that nothing dates: listed phrases, milestones of every child's plan, an age or year alone."""
    milestones = (
        Proof(column.name, found.start, found.end, found.text, "milestone")
        for found in find_timing(column.text)
        if found.kind is TimingKind.MILESTONE
    )
    alone = column.whole("point") if _BARE_NUMBER.fullmatch(column.text) else ()
    return (*milestones, *column.proofs("time/point"), *alone)


def _sorted_out(reading: RowReading, field: FieldReading) -> Iterator[tuple[DateMention, str]]:
    meeting = reading.row.meeting_date
    for mention in field.dates:
        if field.name != "by_when" and not _may_be_deadline(mention):
            continue
        if mention.kind is DateKind.PROBLEM:
            yield mention, "impossible"
        elif mention.role is DateRole.START and not _before_it(field, mention) and not _is_an_event(field, mention):
            yield mention, "start"
        elif (
            (mention.kind is DateKind.YEAR and not _SCHOOL_YEAR.search(mention.text))
            or mention.when is None
            or mention.text.lower() in _LOOSE
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
    firm = mention.kind in (DateKind.EXACT, DateKind.MONTH, DateKind.TERM)
    return firm or mention.role is DateRole.BY or (mention.kind is DateKind.SEASON and mention.year_given)


def _is_an_event(field: FieldReading, mention: DateMention) -> bool:
    """*Exam window opens 20 July* names a point; *starting 20 July* says when the work begins."""
    return field.name == "by_when" and bool(_EVENT_BEGINS.search(field.text[: mention.start]))


def _before_it(field: FieldReading, mention: DateMention) -> bool:
    """*Before the course starts on 2 March*: what starts then is the deadline."""
    return any(match.start < mention.start for match in field.phrases.get("time/before", ()))


def _pinned_by_year_group(reading: RowReading) -> tuple[Proof, ...]:
    """*End of Year 10* and *end of KS3* have a date when the plan says which year the child is in."""
    column = reading["by_when"]
    named = _SCHOOL_YEAR_END.search(column.text)
    years = [int(match[1]) for field in ("needs", "target") for match in _YEAR_GROUP.finditer(reading[field].text)]
    if named is None or reading.row.meeting_date is None or column.has("time/open"):
        return ()
    if named["early"]:
        return (Proof(column.name, named.start(), named.end(), named.group(), "deadline"),)
    if not years:
        return ()
    last = int(named["year"]) if named["year"] else _KEY_STAGE_ENDS.get(int(named["stage"]))
    if last is None or years[0] > last:
        return ()
    return (Proof(column.name, named.start(), named.end(), named.group(), "deadline"),)


def _pinned_by_event(reading: RowReading) -> tuple[Proof, ...]:
    """*Before the interview* has a date when the row or the needs say when the interview is."""
    column, meeting = reading["by_when"], reading.row.meeting_date
    if column.dates or column.has("time/open") or meeting is None:
        return ()
    events = {word.form: word for word in column.words if len(word.form) >= _EVENT_WORD and word.form not in _NO_EVENT}
    for name in ("needs", "target", "success_criteria", "actions"):
        field = reading[name]
        for mention in field.dates:
            sentence = _SAME_SENTENCE.search(field.text, 0, mention.start)
            near = {word.form for word in field.words if sentence and sentence.start() <= word.start < mention.start}
            if mention.kind is DateKind.EXACT and mention.when and mention.when >= meeting and near & events.keys():
                return column.whole("deadline")
    return ()


_NO_EVENT: Final = frozenset(
    {
        "before",
        "after",
        "until",
        "during",
        "review",
        "meeting",
        "there",
        "their",
        "school",
        "ongoing",
        "every",
        "lesson",
        "lessons",
    }
)
_LOOSE: Final = frozenset({"this term", "this half term", "this half-term", "y tymor hwn", "y tymor yma"})
"""As open as *this year*: the time that runs, not a point in it."""


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
