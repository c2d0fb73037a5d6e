"""Target records in lines: "Target 1: … How: … Who: …", in one paragraph or one under the other."""

from __future__ import annotations

import re
from typing import Final

from qa_app.core.document import Span
from qa_app.extract.columns import NUMBERED_TARGET, WHO_AND_WHEN, exact_target_part, is_verdict, target_parts
from qa_app.extract.draft import Draft
from qa_app.extract.fields import Labelled, labels_in
from qa_app.extract.layout import Line
from qa_app.extract.prompts import divide
from qa_app.extract.records import Record, add_to_record
from qa_app.extract.wording import plain, trimmed, word_count

TARGET_SECTIONS: Final = frozenset({"targets", "previous_targets"})
_NUMBER_ITEM: Final = re.compile(r"^\s*\(?\d{1,2}[.)]\s+\S")
_ITEM_NUMBER: Final = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-h])[.)]|[•▪●-])\s+")
_BEFORE_VERDICT: Final = re.compile(r"\s*(?:[.…_]{3,}|[.;!]|\s[–—-]|→|=|\t)\s+(?=\S)")
_LONGEST_LABEL: Final = 10  # words
_LONGEST_PREVIOUS: Final = 6  # words of "Target set in October"


class RecordLineReader:
    """Reads lines that belong to target records; remembers the open record and the part that the next line adds to."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._document = draft.document
        self._record: Record | None = None
        self._part: tuple[str, ...] = ()
        self._origin = 0

    def forget(self) -> None:
        """Close the open record: something else began."""
        self._record = None
        self._part = ()
        self._origin = 0

    def read(self, line: Line) -> bool:
        """Read a line that belongs to a target record; tell whether it did."""
        context = self._draft.section_id
        starts = NUMBERED_TARGET.match(line.text)
        begins = starts is not None and (starts.end() == len(line.text) or line.text[: starts.end()].rstrip()[-1:] in ":.–—-)")
        labelled = labels_in(line.text, _is_part)
        begins_earlier = bool(labelled) and not labelled[0].label_start and _parts_of(labelled[0].label) == ("previous_target",)
        if context not in TARGET_SECTIONS and not begins and not begins_earlier and self._record is None:
            return False
        alone = exact_target_part(line.text.rstrip(" :")) if word_count(line.text) <= _LONGEST_LABEL else ""
        if alone and (begins or self._record is not None or line.text.endswith(":")) and not labelled:
            self._draft.prompt(line.span)
            self._turn_to(_parts_of(line.text.rstrip(" :")), line)
            return True
        if not labelled and not begins:
            if context == "previous_targets" and self._read_with_verdict(line):
                return True
            return self._continue_record(line)
        if context not in TARGET_SECTIONS | {"actions"}:
            self._draft.open_implicit("previous_targets" if begins_earlier else "targets")
        first = labelled[0].label_start if labelled else len(line.text)
        if line.text[:first].strip():
            if begins or self._record is None or _NUMBER_ITEM.match(line.text):
                self._turn_to(("target",), line)
            self._add(line, 0, first)
        for piece in labelled:
            self._draft.prompt(Span(line.span.start + piece.label_start, line.span.start + piece.label_end))
            self._turn_to(_parts_of(piece.label), line)
            verdict = _verdict_at(line.text[: piece.value_end], piece.value_start) if self._tells_outcome(labelled) else None
            self._add(line, piece.value_start, verdict[0] if verdict else piece.value_end)
            if verdict:
                self._part = ("outcome",)
                self._add(line, verdict[1], piece.value_end)
        return True

    def _read_with_verdict(self, line: Line) -> bool:
        """Read an earlier target that says on its own line how it went: "(a) Learn 50 spellings .... Achieved, 60 in July"."""
        found = _verdict_at(line.text)
        if found is None:
            return False
        number = _ITEM_NUMBER.match(line.text)
        start = number.end() if number else 0
        if start:
            self._draft.prompt(Span(line.span.start, line.span.start + len(number[0].rstrip()) if number else line.span.start))
        self._turn_to(("target",), line)
        self._add(line, start, found[0])
        self._part = ("outcome",)
        self._add(line, found[1], len(line.text))
        return True

    def _continue_record(self, line: Line) -> bool:
        """Add an unlabelled line to the open record, or begin the next one at its number."""
        if self._record is None:
            return False
        if _NUMBER_ITEM.match(line.text) and self._record.has("target") and len(self._record.parts) > 1:
            self._turn_to(("target",), line)
        self._add(line, 0, len(line.text))
        return True

    def _tells_outcome(self, labelled: tuple[Labelled, ...]) -> bool:
        """Whether the open record is an earlier target whose line has no label of its own for how it went."""
        earlier = self._record is not None and self._record.previous is True and self._part == ("target",)
        return earlier and not any("outcome" in _parts_of(piece.label) for piece in labelled)

    def _turn_to(self, parts: tuple[str, ...], line: Line) -> None:
        """Let the next words be of these parts; the target's own begin a new record."""
        begins = "target" in parts or "previous_target" in parts
        if self._record is None or (begins and (self._record.has("target") or self._record.empty is False)):
            self._origin = self._origin or self._draft.new_origin()
            context = self._draft.section_id
            previous = (
                True
                if context == "previous_targets" or "previous_target" in parts
                else (False if context == "targets" else None)
            )
            self._record = Record(self._origin, previous, line.block.page)
            self._draft.records.append(self._record)
        self._part = tuple("target" if part == "previous_target" else part for part in parts)

    def _add(self, line: Line, start: int, end: int) -> None:
        span = trimmed(self._document.text, Span(line.span.start + start, line.span.start + end)) if end > start else None
        if span is None or self._record is None:
            return
        content, printed = divide(self._document, Line(line.block, span, self._document.quote(span)), answer=True)
        self._draft.prompt(*printed)
        self._draft.content(*content)
        add_to_record(self._document, self._record, self._part, content)


def _is_part(wording: str) -> bool:
    return bool(_parts_of(wording))


def _parts_of(wording: str) -> tuple[str, ...]:
    merged = target_parts(wording)
    if set(merged) == WHO_AND_WHEN:
        return merged
    if part := exact_target_part(wording):
        return (part,)
    if merged == ("previous_target",) and word_count(wording) <= _LONGEST_PREVIOUS:
        return merged
    return merged if len(merged) > 1 and plain(wording) else ()


def _verdict_at(text: str, start: int = 0) -> tuple[int, int] | None:
    """Return where the words before a verdict end and where the verdict begins; None when the line gives none."""
    for break_ in _BEFORE_VERDICT.finditer(text, start):
        if break_.start() > start and text[start : break_.start()].strip() and is_verdict(text[break_.end() :]):
            return break_.start(), break_.end()
    return None
