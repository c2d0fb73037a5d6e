"""The plan while it is put together: what the line and table readers write into."""

from __future__ import annotations

from dataclasses import dataclass, field

from qa_app.core.document import Document, Span
from qa_app.core.plan import Person, Speaker
from qa_app.extract.fields import RawField
from qa_app.extract.headings import HeadingMatch
from qa_app.extract.records import Record

VIEWS_SECTIONS = frozenset({"child_views", "carer_views", "parent_views", "social_worker_views", "school_views"})


@dataclass
class SectionDraft:
    """A section while it is put together. ``from_pair``: a table row's label opened it, so it may end with the row."""

    id: str
    heading: str = ""
    heading_span: Span | None = None
    speaker: Speaker = Speaker.UNKNOWN
    confidence: float = 1.0
    level: int = 0
    gathers: bool = False
    from_pair: bool = False
    implicit: bool = False
    content: list[Span] = field(default_factory=list)
    prompts: list[Span] = field(default_factory=list)
    loose: list[Span] = field(default_factory=list)
    """Content that stands in no table and no record: in a targets section each piece may be a target."""

    @property
    def start(self) -> int:
        """Offset of the section's first character, for the order of sections."""
        spans = [*([self.heading_span] if self.heading_span else []), *self.content, *self.prompts]
        return min((span.start for span in spans), default=0)


@dataclass
class Draft:
    """What has been found so far.

    Attributes:
        current: The open section; None before the first.
        enclosing: The section that a heading outside tables opened; fields of a table go back to it.
        printed: The form's words outside every section (title, notices above the first heading).
    """

    document: Document
    sections: list[SectionDraft] = field(default_factory=list)
    current: SectionDraft | None = None
    enclosing: SectionDraft | None = None
    fields: list[RawField] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    printed: list[Span] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    origins: int = 0

    @property
    def section_id(self) -> str:
        """Id of the open section, or empty."""
        return self.current.id if self.current else ""

    @property
    def under_views(self) -> bool:
        """Whether the open section gathers views, so that a person's label opens that person's section."""
        return self.current is not None and (self.current.gathers or self.current.id in VIEWS_SECTIONS)

    def new_origin(self) -> int:
        """Return a new key for a table or list of target records."""
        self.origins += 1
        return self.origins

    def open(self, match: HeadingMatch, span: Span, *, level: int = 0, from_pair: bool = False) -> SectionDraft:
        """Open the section that a heading names."""
        section = SectionDraft(
            match.section or "other",
            self.document.quote(span),
            span,
            match.speaker,
            match.confidence,
            level,
            match.gathers,
            from_pair,
        )
        self.sections.append(section)
        self.current = section
        if not from_pair:
            self.enclosing = section
        return section

    def open_implicit(self, section_id: str, speaker: Speaker = Speaker.UNKNOWN) -> SectionDraft:
        """Open a section that no heading names, because its content tells what it is."""
        section = SectionDraft(section_id, speaker=speaker, confidence=0.7, implicit=True)
        self.sections.append(section)
        self.current = section
        self.enclosing = section
        return section

    def ensure(self, section_id: str = "other") -> SectionDraft:
        """Return the open section; open an implicit one when there is none."""
        return self.current or self.open_implicit(section_id)

    def back_to_enclosing(self) -> None:
        """Leave a section that a table row's label opened."""
        if self.current and self.current.from_pair and self.enclosing is not None:
            self.current = self.enclosing

    def content(self, *spans: Span, loose: bool = False, home: str = "other") -> None:
        """Add people's words to the open section."""
        if not spans:
            return
        section = self.ensure(home)
        section.content.extend(spans)
        if loose:
            section.loose.extend(spans)

    def prompt(self, *spans: Span) -> None:
        """Add printed words to the open section."""
        (self.current.prompts if self.current else self.printed).extend(spans)
