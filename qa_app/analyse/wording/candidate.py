"""A wording that may hurt, before its context has been weighed."""

from __future__ import annotations

from dataclasses import dataclass

from qa_app.core.judged import FlagCategory, Severity


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording to put before the gates.

    Attributes:
        start, end: In the item's text.
        gates: Names of the context rules it needs beyond those that always run.
        origin: Lexicon entry or rule that raised it.
        pattern: The entry's pattern that matched, as written; empty for rules.
    """

    start: int
    end: int
    category: FlagCategory
    severity: Severity
    why: str
    instead: tuple[str, ...]
    origin: str
    gates: tuple[str, ...] = ()
    pattern: str = ""
