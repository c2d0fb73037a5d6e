"""What a detector saw, and where it looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from qa_app.core.document import Document, Span

MeasureValue: TypeAlias = float | int | bool | str | None
"""A measured value. None: could not be told (not the same as zero or no)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the plan that support a judgement.

    Attributes:
        quote: Letter for letter, ``document.text[span.start:span.end]``.
        section: Id of the section they stand in, or empty.
        place: For people: "page 2, table 1, row 3".
    """

    span: Span
    quote: str
    section: str
    place: str

    @classmethod
    def at(cls, document: Document, span: Span, section: str = "") -> Evidence:
        """Quote ``document`` at ``span``."""
        return cls(span, document.quote(span), section, document.place(span))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a detector saw. Never without evidence.

    Attributes:
        label: What it is, in a word of the detector's own vocabulary.
        reason: One sentence that says why the words count.
        origin: The rule, lexicon entry or model (with version) that found it.
    """

    label: str
    evidence: tuple[Evidence, ...]
    reason: str
    origin: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a finding needs evidence: {self.label}")


@dataclass(frozen=True, slots=True)
class Detection:
    """What one detector saw in one plan. Also returned when it saw nothing: that is the evidence of absence.

    Attributes:
        detector: Its id.
        looked_for: In words, with the headings or terms that would have counted.
        searched: The spans it read.
        findings: In document order.
        measures: Named values that templates set conditions on.
        summary: One or two sentences: what was seen.
        confidence: 0 to 1, how far to trust the measures.
        problem: Filled when the detector could not do its work; then every measure is unknown.
    """

    detector: str
    looked_for: str
    searched: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    measures: Mapping[str, MeasureValue] = field(default_factory=dict)
    summary: str = ""
    confidence: float = 1.0
    problem: str = ""
