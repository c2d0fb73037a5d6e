"""Columns and labels that carry the number of a target: "Target 2", "Target 2 by when", "Last target 1 outcome"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qa_app.core.document import Span
from qa_app.extract.columns import exact_target_part, target_parts
from qa_app.extract.draft import Draft
from qa_app.extract.headings import HeadingMatch
from qa_app.extract.records import Record, add_to_record
from qa_app.extract.wording import plain, word_count

_LONGEST: Final = 12  # words of a label
_TARGET_NUMBER: Final = re.compile(
    r"\b(?:targets?|targed|nharged|goal|objective|outcome|priority|nod|amcan|next step|t)(?: (?:no|number|rhif))? ?"
    r"(?P<number>\d{1,2})\b"
)
_LAST_NUMBER: Final = re.compile(r"^(?P<base>.*?[^\W\d]) ?(?P<number>\d{1,2})$")
_EARLIER: Final = re.compile(r"\b(?:previous|last|old|past|earlier|prior|blaenorol|diwethaf)\b")
_FILLERS: Final = re.compile(r"\b(?:new|current|smart|pep|my|this|the|for|of|i|ar gyfer|newydd|y)\b")
_FOR_EARLIER: Final = {"success_criteria": "outcome", "progress": "outcome"}
"""What "evidence" and "progress" beside an earlier target tell: how it went."""


@dataclass(frozen=True, slots=True)
class NumberedPart:
    """What a numbered label holds: a part of a target of this plan, or of an earlier one."""

    previous: bool
    number: int
    parts: tuple[str, ...]

    @property
    def key(self) -> tuple[bool, int]:
        """The target that it is part of."""
        return self.previous, self.number


@lru_cache(maxsize=5_000)
def numbered_part(label: str) -> NumberedPart | None:
    """Return what a label with a target's number holds; None for other labels.

    >>> numbered_part("Last target 2 - outcome").parts
    ('outcome',)
    """
    if word_count(label) > _LONGEST:
        return None
    text = plain(label)
    previous = _EARLIER.search(text) is not None
    if match := _TARGET_NUMBER.search(text):
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        rest = " ".join(_FILLERS.sub(" ", _EARLIER.sub(" ", rest)).split())
        parts: tuple[str, ...] = ("target",) if not rest else target_parts(rest)
    elif match := _LAST_NUMBER.match(text):
        base = " ".join(_EARLIER.sub(" ", match["base"]).split())
        part = exact_target_part(base)
        parts = (part,) if part else ()
    else:
        return None
    if not parts:
        return None
    named = tuple("target" if part == "previous_target" else part for part in parts)
    if previous:
        named = tuple(_FOR_EARLIER.get(part, part) for part in named)
    return NumberedPart(previous, int(match["number"]), named)


def holds_numbered_targets(labels: Iterable[str]) -> bool:
    """Whether some target has a label of its own and another for a part of it."""
    named = [part for label in labels if (part := numbered_part(label)) is not None]
    targets = {part.key for part in named if "target" in part.parts}
    return any(part.key in targets and "target" not in part.parts for part in named)


class NumberedTargetReader:
    """Brings the answers to numbered labels together, a record per target. One for each table."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._records: dict[tuple[bool, int], Record] = {}
        self._origins: dict[bool, int] = {}

    def read(self, part: NumberedPart, label: Span, answers: tuple[Span, ...], page: int | None) -> None:
        """Add one label's answers to the target that it numbers.

        Args:
            part: What the label holds.
            label: Where it stands.
            answers: What people wrote beside it.
            page: Its page.
        """
        section = "previous_targets" if part.previous else "targets"
        if self._draft.section_id != section:
            if "target" in part.parts:
                self._draft.open(HeadingMatch(section), label, from_pair=True)
            else:
                self._draft.open_implicit(section)
        if self._draft.current is not None and self._draft.current.heading_span != label:
            self._draft.prompt(label)
        if not answers:
            return
        self._draft.content(*answers)
        record = self._records.get(part.key)
        if record is None:
            if part.previous not in self._origins:
                self._origins[part.previous] = self._draft.new_origin()
            record = self._records[part.key] = Record(self._origins[part.previous], part.previous, page)
            self._draft.records.append(record)
        add_to_record(self._draft.document, record, part.parts, answers)
