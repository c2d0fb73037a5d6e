"""Target records: the parts of one target brought together from cells, blocks or lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from qa_app.core.document import Document, Span
from qa_app.core.plan import Passage, TargetRow
from qa_app.extract import vocabulary
from qa_app.extract.columns import NUMBERED_TARGET, WHO_AND_WHEN, is_verdict
from qa_app.extract.prompts import is_blank
from qa_app.extract.wording import plain
from qa_app.nlp.dates import find_dates

_ITEM: Final = re.compile(r"(?:^|(?<=\n)|(?<=[.;!?]\s))\s*\(?(?P<number>\d{1,2})[.)]\s+(?=\S)")
_LEADING_NUMBER: Final = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=\S)")
_NOT_A_TARGET: Final = re.compile(r"^\W*\d*\W*$")
_EXAMPLE_OPENING: Final = r"\W*(?:target \d+\W+|\d+[.)]\s*)?(?:(?:for|bydd|mae|will|help) )?"
_TARGET_ITSELF: Final = frozenset({"previous_target", "specific"})
_DIVIDER: Final = re.compile(r"[\s,;:/|–—-]+$")


@dataclass
class Record:
    """One target while it is put together.

    Attributes:
        parts: Spans by part name.
        origin: A key for the table or list it comes from; records of one origin are judged together.
        previous: Told by heading or column that this is an earlier target. None: not told.
        page: Where it starts.
    """

    origin: int
    previous: bool | None = None
    page: int | None = None
    parts: dict[str, list[Span]] = field(default_factory=dict)

    def add(self, part: str, spans: Iterable[Span]) -> None:
        """Add words to a part."""
        self.parts.setdefault(part, []).extend(spans)

    def has(self, part: str) -> bool:
        """Whether the part holds words."""
        return bool(self.parts.get(part))

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not any(self.parts.values())

    def spans(self) -> list[Span]:
        """Return all spans of the record in order."""
        return sorted(span for spans in self.parts.values() for span in spans)


def without_number(document: Document, span: Span) -> Span | None:
    """Return the span without "Target 2:" or "2." before the words; None when no words are left."""
    words = document.quote(span)
    for pattern in (NUMBERED_TARGET, _LEADING_NUMBER):
        if match := pattern.match(words):
            rest = words[match.end() :]
            if not rest.strip():
                return None
            start = span.start + match.end()
            return Span(start, span.end)
    return span if not _NOT_A_TARGET.match(words) else None


def rows_of(document: Document, record: Record) -> tuple[TargetRow, ...]:
    """Turn a record into target rows: one, or one per numbered target where a cell holds several."""
    if not record.has("target"):
        return ()
    targets = _items(document, record.parts["target"])
    split = {name: _items(document, spans) for name, spans in record.parts.items() if name != "target" and spans}
    rows = []
    for index, spans in enumerate(targets):
        parts: dict[str, Sequence[Span]] = {"target": spans}
        for name, items in split.items():
            whole = record.parts[name]
            parts[name] = items[index] if len(targets) > 1 and len(items) == len(targets) else whole
        if row := _row(document, parts):
            rows.append(row)
    return tuple(rows)


def _items(document: Document, spans: Sequence[Span]) -> list[list[Span]]:
    """Divide spans at their numbers "1. … 2. …"; one item when they are not numbered from 1 on, or only once."""
    starts: list[tuple[int, int, int]] = []  # index of the span, offset of the number, offset after it
    expected = 1
    for index, span in enumerate(spans):
        for match in _ITEM.finditer(document.quote(span)):
            if int(match["number"]) == expected:
                starts.append((index, span.start + match.start(), span.start + match.end()))
                expected += 1
    first = spans[0].start if spans else 0
    if len(starts) < 2 or document.text[first : starts[0][1]].strip():
        return [list(spans)]
    items = []
    for number, (index, _, begin) in enumerate(starts):
        last, stop = (
            (starts[number + 1][0], starts[number + 1][1]) if number + 1 < len(starts) else (len(spans) - 1, spans[-1].end)
        )
        pieces = []
        for at in range(index, last + 1):
            start = begin if at == index else spans[at].start
            end = min(stop, spans[at].end)
            if start < end and (words := document.text[start:end]).strip():
                pieces.append(Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
        if pieces:
            items.append(pieces)
    return items


def _row(document: Document, parts: Mapping[str, Sequence[Span]]) -> TargetRow | None:
    kept: dict[str, Passage] = {}
    for name in TargetRow.PARTS:
        spans = tuple(parts.get(name, ()))
        if name == "target":
            spans = tuple(bare for span in spans if (bare := without_number(document, span)))
        if not spans:
            continue
        passage = Passage.of(document, spans)
        if name == "target" and is_blank(passage.text):
            return None
        kept[name] = passage
    if "target" not in kept:
        return None
    return TargetRow(**kept)


def split_who_when(document: Document, spans: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Divide the words of a merged "who and by when" cell: from the first date on it is the date."""
    who: list[Span] = []
    when: list[Span] = []
    for span in spans:
        words = document.quote(span)
        date_start = next((mention.start for mention in find_dates(words)), None)
        if date_start is None:
            (when if when else who).append(span)
            continue
        cue = re.search(
            r"(?:\b(?:by|before|erbyn|cyn|from|until|end of|diwedd)\s+(?:the\s+|y\s+)?)+$", words[:date_start], re.IGNORECASE
        )
        start = cue.start() if cue else date_start
        name = _DIVIDER.sub("", words[:start])
        if name.strip():
            lead = len(name) - len(name.lstrip())
            who.append(Span(span.start + lead, span.start + len(name)))
        when.append(Span(span.start + start, span.end))
    return who, when


def is_example(document: Document, record: Record, child_names: Sequence[str]) -> bool:
    """Whether a record is the form's printed example: it speaks of the example child, who is not this one.

    Nothing is taken for an example while the child's own name is not known.
    """
    words = " ".join(document.quote(span) for span in record.parts.get("target", ()))
    own = set(plain(" ".join(child_names)).split())
    if not own:
        return False
    return any(
        re.match(_EXAMPLE_OPENING + re.escape(name) + r"\b(?! (?:and|a) )", words, re.IGNORECASE)
        for name in vocabulary.prompts().example_names
        if not own & set(name.split())
    )


def verdict_share(document: Document, records: Sequence[Record]) -> float:
    """Return the share of records whose outcome says how it went, 0 to 1."""
    if not records:
        return 0.0
    told = sum(any(is_verdict(document.quote(span)) for span in record.parts.get("outcome", ())) for record in records)
    return told / len(records)


def add_to_record(document: Document, record: Record, parts: tuple[str, ...], spans: tuple[Span, ...]) -> None:
    """Add words to the parts of a record that their label names; the words of a merged label are divided."""
    if not spans or not parts:
        return
    if set(parts) == WHO_AND_WHEN:
        who, when = split_who_when(document, spans)
        record.add("who", who)
        record.add("by_when", when)
        return
    # Of other merged labels ("Target and success criteria") the words cannot be told apart: the first part has them.
    part = "target" if parts[0] in _TARGET_ITSELF else parts[0]
    record.add(part, spans)
