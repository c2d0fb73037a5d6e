"""A plan: a document with its parts found. No opinions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias

from qa_app.core.document import Document, Span

SECTION_IDS: Final = (
    "child_details", "school_details", "people", "attendees", "child_views", "aspirations", "one_page_profile",
    "strengths", "interests", "carer_views", "parent_views", "social_worker_views", "school_views", "attainment",
    "progress", "attendance", "exclusions", "education_history", "aln", "health_wellbeing", "barriers_needs",
    "previous_targets", "targets", "actions", "funding", "transition", "post16", "not_in_school", "planned_changes",
    "carer_role", "meeting", "next_review", "sign_off", "guidance_text", "other",
)  # fmt: skip
"""The canonical sections. Other people's scripts rely on them: only ever add."""


class Speaker(StrEnum):
    """Whose words a passage is, by the form: its heading, or the person named beside it."""

    CHILD = "child"
    CARER = "carer"
    PARENT = "parent"
    SOCIAL_WORKER = "social-worker"
    SCHOOL = "school"
    OTHER = "other"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """Language of a passage or a plan."""

    ENGLISH = "en"
    WELSH = "cy"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the plan that belong together, perhaps from several places.

    Attributes:
        text: The words; pieces are joined with a newline.
        spans: Where the pieces stand, in order; ``text`` is their quotes joined with line breaks.
    """

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, document: Document, spans: tuple[Span, ...]) -> Passage:
        """Make a passage from its places in ``document``."""
        return cls("\n".join(document.quote(span) for span in spans), spans)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def locate(self, start: int, end: int) -> Span | None:
        """Return where ``text[start:end]`` stands in the document, or its first part when it runs over a join."""
        offset = 0
        for span in self.spans:
            length = span.end - span.start
            if offset <= start < offset + length:
                stop = min(end, offset + length)
                return Span(span.start + start - offset, span.start + stop - offset) if stop > start else None
            offset += length + 1
        return None


NOTHING: Final = Passage("", ())
"""The empty passage."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the plan under one heading.

    Attributes:
        id: One of :data:`SECTION_IDS`.
        heading: The heading as it stands in the plan; empty when the section has none.
        heading_span: Where it stands.
        content: What people wrote, without the heading and without the form's own prompts.
        prompts: Printed words of the form inside the section: instructions, examples, questions.
        speaker: Whose words these are, by the form.
        language: Of the content.
        confidence: How sure we are of the section's id, 0 to 1. Exact heading variants give 1.
        ticks: Number of tick boxes and drop-downs among the content.
    """

    id: str
    heading: str
    heading_span: Span | None
    content: Passage
    prompts: tuple[Span, ...] = ()
    speaker: Speaker = Speaker.UNKNOWN
    language: Language = Language.ENGLISH
    confidence: float = 1.0
    ticks: int = 0

    @property
    def empty(self) -> bool:
        """Whether nobody wrote anything here."""
        return not self.content


FactValue: TypeAlias = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the plan.

    Attributes:
        name: Its key in the audit JSON, for example ``date_of_birth``.
        value: As a typed value.
        spans: Where it stands. Never empty, except for a fact worked out from others (then ``derived_from`` says how).
        derived_from: In words, for a fact worked out from others.
        conflicts: Other values found for the same fact, each with its place.
    """

    name: str
    value: FactValue
    spans: tuple[Span, ...]
    derived_from: str = ""
    conflicts: tuple[tuple[FactValue, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the plan, in a role.

    Attributes:
        name: As written; empty when only the role is given.
        role: Canonical role id of ``nlp/vocabulary/roles.yaml``, or ``unknown``.
        span: Where the name or role stands.
        invited, attended, gave_views, received_copy: As the form says; None when it does not say.
    """

    name: str
    role: str
    span: Span
    invited: bool | None = None
    attended: bool | None = None
    gave_views: bool | None = None
    received_copy: bool | None = None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target with what the plan says beside it, each part where it stands.

    ``outcome`` (how a previous target went) is only filled for previous targets.
    """

    target: Passage
    success_criteria: Passage = NOTHING
    actions: Passage = NOTHING
    who: Passage = NOTHING
    by_when: Passage = NOTHING
    need: Passage = NOTHING
    baseline: Passage = NOTHING
    funding: Passage = NOTHING
    progress: Passage = NOTHING
    outcome: Passage = NOTHING

    PARTS: ClassVar[tuple[str, ...]] = (
        "target", "success_criteria", "actions", "who", "by_when", "need", "baseline", "funding", "progress", "outcome",
    )  # fmt: skip

    def parts(self) -> Mapping[str, Passage]:
        """Return the filled parts by name, in the order of :attr:`PARTS`."""
        return {name: part for name in self.PARTS if (part := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the document's visible text was analysed.

    ``visible == analysed + sum(left_out.values())``.

    Attributes:
        visible: Characters that a reader of the file sees.
        analysed: Characters that stand in a section, fact, target row or heading.
        left_out: Characters not analysed, by reason in words.
    """

    visible: int
    analysed: int
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Return the analysed share, 0 to 1."""
        return self.analysed / self.visible if self.visible else 0.0


@dataclass(frozen=True)
class Plan:
    """A Personal Education Plan with its parts found.

    Attributes:
        document: What it was read from.
        sections: In document order. The same id may come several times.
        facts: By name. A fact that was not found is not there.
        people: In document order.
        targets, previous_targets: Current and earlier targets, never mixed.
        language: Of what people wrote.
        form: Id and version of the form description that was used, or empty.
        coverage: How much was analysed.
        warnings: Sentences for the auditor: conflicts, impossible dates, doubts. They never quote at length.
    """

    document: Document
    sections: tuple[Section, ...]
    facts: Mapping[str, Fact]
    people: tuple[Person, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    previous_targets: tuple[TargetRow, ...] = ()
    language: Language = Language.ENGLISH
    form: str = ""
    coverage: Coverage = Coverage(0, 0)
    warnings: tuple[str, ...] = ()

    def sections_with(self, *ids: str) -> tuple[Section, ...]:
        """Return the sections that have one of ``ids``, in document order."""
        return tuple(section for section in self.sections if section.id in ids)

    def fact(self, name: str) -> FactValue | None:
        """Return a fact's value, or None when it was not found."""
        found = self.facts.get(name)
        return found.value if found else None

    def date_fact(self, name: str) -> date | None:
        """Return a fact's value when it is a date."""
        value = self.fact(name)
        return value if isinstance(value, date) else None

    def section_at(self, offset: int) -> Section | None:
        """Return the section whose content or heading holds the character at ``offset``."""
        for section in self.sections:
            spans = section.content.spans + ((section.heading_span,) if section.heading_span else ())
            if any(span.start <= offset < span.end for span in spans):
                return section
        return None
