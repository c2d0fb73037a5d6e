"""Lines outside tables, and lines inside a cell: headings, labelled facts, target records, prompts, content."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from qa_app.core.document import BlockKind, Document, Span
from qa_app.extract import fields, headings
from qa_app.extract.columns import NUMBERED_TARGET, exact_target_part
from qa_app.extract.draft import Draft
from qa_app.extract.fields import RawField, field_for, labels_in
from qa_app.extract.forms import FormDescription
from qa_app.extract.headings import HeadingMatch
from qa_app.extract.layout import Line
from qa_app.extract.people import people_in_line, role_label
from qa_app.extract.prompts import divide, is_about_form, is_instruction
from qa_app.extract.record_lines import TARGET_SECTIONS, RecordLineReader
from qa_app.extract.values import fits
from qa_app.extract.vocabulary import FieldKind, field_kinds
from qa_app.extract.wording import NUMBERED, normal, trimmed, word_count

STYLED_LIKENESS: Final = 0.5
"""Likeness to a listed heading that is enough for a line the file itself makes a heading."""
BOLD_LIKENESS: Final = 0.66
"""The same for a line that is only bold, large or in capitals: it may as well be a stressed line of somebody's text."""
LABEL_LIKENESS: Final = 0.6
"""The same for a table cell in the place of a label."""
_FEWEST_HEADINGS: Final = 3
_FEWEST_FIELDS: Final = 5  # a signature field or two makes no fillable form
_FEWEST_WORDS_OF_VIEWS: Final = 8
_CAPITALS: Final = 4  # letters; fewer may be an acronym
_LONGEST_HINT: Final = 60  # words
_FIELD_CONFIDENCE: Final = 0.8  # of a heading that is worded like a label
_LONGEST_UNMARKED: Final = 9  # words of a label without a colon, with the first of its answer
_SHORT_ANSWER: Final = 6  # words
_ENDS_LIKE_TEXT: Final = re.compile(r"[.,;!]\W*$")
_PARAGRAPH_NUMBER: Final = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+(?=[^\W\d_\s])")
"""The number of a paragraph in a plan that numbers them ("3.2 Present: …")."""
_INLINE_HEADING: Final = re.compile(r"^(?P<label>[^:\n]{3,80}?)\s*(?::|\s[–—-]\s)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a document sets its text apart.

    Attributes:
        body_size: The size, in points, that most words have; 0 when sizes are not known.
        plain: The file marks no headings at all (plain text), so that wording alone must tell.
        fillable: The answers stand in form fields, so that the text round them is the form's.
    """

    body_size: float
    plain: bool
    fillable: bool = False

    @classmethod
    def of(cls, document: Document) -> Style:
        """Look at a document's blocks."""
        sizes: Counter[float] = Counter()
        marked = 0
        for block in document.blocks:
            length = block.span.end - block.span.start
            if block.size is not None:
                sizes[block.size] += length
            marked += block.kind is BlockKind.HEADING or (block.bold and length < 90)
        body = max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0
        fields = sum(block.kind is BlockKind.FIELD and bool(block.label) for block in document.blocks)
        return cls(body, marked < _FEWEST_HEADINGS, fields >= _FEWEST_FIELDS)


@dataclass(frozen=True, slots=True)
class _Looks:
    """How a line is set: as a heading of the file, larger, bold or in capitals, numbered like a part."""

    styled: bool
    large: bool
    bold: bool
    numbered: bool

    @property
    def stressed(self) -> bool:
        """Whether it stands out from people's text."""
        return self.styled or self.large or self.bold


class LineReader:
    """Reads one line after the other into the draft; remembers a label or a target record that the next line may answer."""

    def __init__(self, draft: Draft, form: FormDescription | None) -> None:
        self._draft = draft
        self._document = draft.document
        self._form = form
        self._style = Style.of(draft.document)
        self._pending: tuple[FieldKind, str] | None = None
        self._records = RecordLineReader(draft)
        self._below_heading = False

    def break_off(self) -> None:
        """Forget the open label and record: something else began."""
        self._pending = None
        self._records.forget()

    def read(self, line: Line, *, in_value: bool = False, above_table: bool = False, next_text: str = "") -> None:
        """Read one line.

        Args:
            line: The line.
            in_value: It stands in the cell that answers a label, where nothing but a styled heading opens a section.
            above_table: A table follows, so that a label standing alone is the table's heading.
            next_text: The paragraph that follows; empty when none does, or when it is bold as headings are.
        """
        rest = line
        if line.block.prompt or (self._form and self._form.prints(line.text) and self.heading(line) is None):
            self._draft.prompt(line.span)
            return
        if not in_value or line.block.kind is BlockKind.HEADING:
            if match := self.heading(line, above_table=above_table) or self._giver(line, next_text):
                self._open(match, line)
                return
            if self._is_hint(line) or self._is_instruction(line):
                self._draft.prompt(line.span)
                return
        self._below_heading = False
        if not in_value or line.block.kind is BlockKind.HEADING:
            rest = self._after_inline_heading(line) if not in_value else line
        if self._style.fillable and not line.block.filled:
            self._draft.prompt(rest.span)
            return
        opened = self._after_printed_opening(rest)
        if opened is None:
            return
        rest = opened
        if self._records.read(rest) or self._read_fields(rest, in_value=in_value):
            return
        self._read_content(rest, in_value=in_value)

    def _after_printed_opening(self, line: Line) -> Line | None:
        """Take off a paragraph's number and what the known form prints before the answer; None when nothing is left."""
        rest = line
        if (number := _PARAGRAPH_NUMBER.match(line.text)) and not line.block.filled:
            self._draft.prompt(Span(line.span.start, line.span.start + len(number[0].rstrip())))
            rest = line.after(line.span.start + number.end(), self._document.text) or line
        if self._form and (printed := self._form.printed_opening(rest.text)):
            self._draft.prompt(Span(rest.span.start, rest.span.start + printed))
            return rest.after(rest.span.start + printed, self._document.text)
        return rest

    def _is_hint(self, line: Line) -> bool:
        """Whether a line right below a heading is the form's hint, being set smaller than people's words."""
        size, body = line.block.size, self._style.body_size
        small = size is not None and body and size <= body - 1
        return self._below_heading and bool(small) and not line.block.filled and word_count(line.text) <= _LONGEST_HINT

    def _is_instruction(self, line: Line) -> bool:
        """Whether a line tells the writer what to do: before the first heading, or right below one.

        Below a heading of targets or actions an imperative is what somebody is to do, so that only words about the form count.
        """
        if line.block.filled or line.is_item or labels_in(line.text, self._is_field):
            return False
        if self._draft.current is None:
            return is_about_form(line.text) or is_instruction(line.text)
        return self._below_heading and self._draft.section_id not in {*TARGET_SECTIONS, "actions"} and is_instruction(line.text)

    # Headings

    def heading(self, line: Line, *, above_table: bool = False) -> HeadingMatch | None:
        """Return what the line opens when it is a heading; a document title gives a match without a section."""
        block, text = line.block, line.text.rstrip(" :")
        count = word_count(text)
        if block.filled or not 0 < count <= headings.LONGEST_HEADING or "\t" in text or NUMBERED_TARGET.fullmatch(text):
            return None
        looks = _Looks(
            styled=block.kind is BlockKind.HEADING,
            large=bool(self._style.body_size and block.size and block.size >= self._style.body_size + 1),
            bold=block.bold or (text.isupper() and sum(map(str.isalpha, text)) > _CAPITALS),
            numbered=NUMBERED.match(text) is not None and not _ENDS_LIKE_TEXT.search(text),
        )
        apart = looks.stressed or line.text.endswith(":")
        if apart and self._draft.under_views and (match := headings.giver(text)):
            return match
        if match := headings.exact(text, self._form.sections if self._form else None):
            return match if self._is_trusted(line, looks, match) else None
        return self._unlisted(line, looks, above_table=above_table)

    def _giver(self, line: Line, next_text: str) -> HeadingMatch | None:
        """Return the views that a person's name for a heading opens: "Carer", bold, over a paragraph of what the carer says."""
        if not (line.block.bold or line.block.kind is BlockKind.HEADING) or line.block.filled:
            return None
        if word_count(next_text) < _FEWEST_WORDS_OF_VIEWS or labels_in(next_text, self._is_field):
            return None
        return headings.giver(line.text.rstrip(" :"))

    def _is_trusted(self, line: Line, looks: _Looks, match: HeadingMatch) -> bool:
        """Whether a line with a listed wording is set like a heading, or is at least no part of a text or target."""
        text = line.text.rstrip(" :")
        several = word_count(text) > 1
        if self._draft.section_id in TARGET_SECTIONS and exact_target_part(text) and not looks.styled:
            return match.section in TARGET_SECTIONS and several and looks.stressed
        if looks.stressed or looks.numbered or line.text.endswith(":"):
            return True
        if line.is_item or self._style.plain:
            return not line.is_item
        noted = headings.is_noted_word(text, match, self._form.sections if self._form else None)
        return several and not noted and not _ENDS_LIKE_TEXT.search(text)

    def _unlisted(self, line: Line, looks: _Looks, *, above_table: bool) -> HeadingMatch | None:
        """Return what a line opens whose wording is not listed, for lines that are set like headings."""
        text = line.text.rstrip(" :")
        if not looks.styled and (line.is_item or _ENDS_LIKE_TEXT.search(text) or self._names_part(text)):
            return None
        part = looks.styled or (looks.numbered and looks.stressed)
        if kind := self.field_kind(text):
            # "2. School" over a table of the school's details; "School" alone is a label.
            part = part or ((looks.large or (looks.stressed and above_table)) and not self._style.fillable)
            return HeadingMatch(kind.home, confidence=_FIELD_CONFIDENCE) if part else None
        if part:
            return headings.likely(text, STYLED_LIKENESS) or (self._unknown(line) if looks.styled else None)
        if looks.large or (looks.stressed and not text.endswith("?")):
            return headings.likely(text, BOLD_LIKENESS)
        return None

    def _names_part(self, text: str) -> bool:
        return self._draft.section_id in TARGET_SECTIONS and exact_target_part(text) != ""

    def _unknown(self, line: Line) -> HeadingMatch | None:
        """A styled heading that is like none of the listed: below the open section's level it only divides that section."""
        current = self._draft.enclosing
        level = line.block.level or 1
        if current is not None and current.level and level > current.level:
            return None
        return HeadingMatch("other", confidence=0.5)

    def _open(self, match: HeadingMatch, line: Line) -> None:
        self.break_off()
        if not match.section and not match.gathers:
            self._draft.titles.append(line.span)
            return
        current = self._draft.current
        among = current is not None and current.gathers and headings.giver(line.text) == match
        self._draft.open(match, line.span, level=line.block.level or 0).gathers = match.gathers or among
        self._below_heading = True

    def _after_inline_heading(self, line: Line) -> Line:
        """Open a section for a heading that its text follows on the same line ("My views: I like …"); return the text."""
        match = _INLINE_HEADING.match(line.text)
        if not match or line.block.filled or line.is_item:
            return line
        label = match["label"]
        current = self._draft.current
        in_targets = self._draft.section_id in TARGET_SECTIONS and exact_target_part(label)
        if in_targets or ((kind := field_for(label, self._draft.section_id)) and fits(kind.kind, line.text[match.end() :])):
            return line
        found = headings.exact(label, self._form.sections if self._form else None)
        gathered = None
        if self._draft.current is not None and self._draft.current.gathers:
            gathered = headings.giver(label)
        if gathered is None and found is not None and current is not None and found.section == current.id:
            return line  # "Going well: …" inside the child's views divides them, it opens nothing new
        if gathered is None and (found is None or not found.section or found.confidence < 1 or " " not in normal(label)):
            return line
        opened = gathered or found
        rest = line.after(line.span.start + match.end(), self._document.text)
        if opened is None or rest is None:
            return line
        self.break_off()
        section = self._draft.open(opened, Span(line.span.start, line.span.start + len(label.rstrip())))
        section.gathers = gathered is not None
        return rest

    # Facts in lines

    def _read_fields(self, line: Line, *, in_value: bool) -> bool:
        """Read "label: value" pieces; tell whether there was one."""
        if self._pending is not None:
            kind, label = self._pending
            self._pending = None
            if fits(kind.kind, line.text) and not labels_in(line.text, self._is_field):
                self.field(kind, label, line)
                return True
        if in_value and (line.block.filled or word_count(line.text) > _LONGEST_HINT):
            return False
        labelled = labels_in(line.text, self._is_label)
        if not labelled:
            alone = self.field_kind(line.text) if line.block.bold and word_count(line.text) <= fields.LONGEST_LABEL else None
            if alone is None or in_value:
                return self._read_unmarked(line) if not in_value else False
            self._draft.prompt(line.span)
            self._pending = (alone, line.text)
            return True
        if line.text[: labelled[0].label_start].strip():
            self._read_before_labels(line, labelled[0].label_start)
        for piece in labelled:
            at = line.span.start
            self._draft.ensure(self._home(piece.label))
            self._draft.prompt(Span(at + piece.label_start, at + piece.label_end))
            span = (
                trimmed(self._document.text, Span(at + piece.value_start, at + piece.value_end))
                if piece.value_end > piece.value_start
                else None
            )
            asked = self.field_kind(piece.label)
            if span is None:
                self._pending = (asked, piece.label) if asked else None
                continue
            value = Line(line.block, span, self._document.quote(span))
            if asked is not None:
                self.field(asked, piece.label, value)
            else:
                content = self.content(value)
                self._draft.people.extend(people_in_line(self._document, content, self._draft.section_id, piece.label))
        return True

    def _read_unmarked(self, line: Line) -> bool:
        """Read "Date of birth 14/10/2015": a label without a colon counts where its value is a date or a tab parts them."""
        found = self._unmarked(line)
        if found is None or line.block.filled:
            return False
        kind, label, value = found
        self._draft.ensure(kind.home)
        self._draft.prompt(Span(line.span.start, line.span.start + len(label)))
        self.field(kind, label, value)
        return True

    def _unmarked(self, line: Line) -> tuple[FieldKind, str, Line] | None:
        text = self._document.text
        label, tab, _ = line.text.partition("\t")
        if tab and (tabbed := self.field_kind(label)) and (value := line.after(line.span.start + len(label), text)):
            return tabbed, label, value
        words = list(re.finditer(r"\S+", line.text))[:_LONGEST_UNMARKED]
        for index in range(len(words) - 1, 1, -1):
            label = line.text[: words[index - 1].end()]
            candidate = self.field_kind(label)
            if candidate is None or candidate.kind not in {"date", "percent"}:
                continue
            rest = line.after(line.span.start + words[index].start(), text)
            if rest and word_count(rest.text) <= _SHORT_ANSWER and fits(candidate.kind, rest.text):
                return candidate, label, rest
        return None

    def field_kind(self, label: str) -> FieldKind | None:
        """Return the fact that a label asks for, by the form's description or the general vocabulary."""
        if self._form and (fact := self._form.facts.get(normal(label))):
            return next((kind for kind in field_kinds() if kind.name == fact), None)
        return field_for(label, self._draft.section_id)

    def field(self, kind: FieldKind, label: str, *values: Line) -> None:
        """Keep what was written beside a label, as a field and as content."""
        self._draft.ensure(kind.home)
        spans = [span for value in values for span in self.content(value)]
        self._draft.fields.append(RawField(kind, label, tuple(spans), self._draft.section_id))

    def content(self, line: Line) -> tuple[Span, ...]:
        """Add a line's words to the open section, its printed words apart; return the content."""
        content, printed = divide(self._document, line)
        self._draft.prompt(*printed)
        self._draft.content(*content)
        return content

    def _is_field(self, wording: str) -> bool:
        return self.field_kind(wording) is not None

    def _is_label(self, wording: str) -> bool:
        return self._is_field(wording) or (self._draft.section_id in {"people", "attendees"} and role_label(wording) != "")

    def _home(self, label: str) -> str:
        kind = self.field_kind(label)
        return kind.home if kind else "people"

    def _read_before_labels(self, line: Line, end: int) -> None:
        """Read what stands before a line's first label: "Became looked after on 14/01/2020. Legal status: …"."""
        span = trimmed(self._document.text, Span(line.span.start, line.span.start + end))
        if span is not None:
            opening = Line(line.block, span, self._document.quote(span))
            if not self._read_unmarked(opening):
                self.content(opening)

    def _read_content(self, line: Line, *, in_value: bool) -> None:
        content, printed = divide(self._document, line)
        if self._draft.section_id == "guidance_text" and not line.block.filled:
            content, printed = (), (line.span,)
        if content and self._is_printed_label(line, in_value=in_value):
            content, printed = (), (line.span,)
        self._draft.prompt(*printed)
        self._draft.content(*content, loose=not in_value)
        if content and self._draft.section_id in {"people", "attendees"} and not in_value:
            self._draft.people.extend(people_in_line(self._document, content, self._draft.section_id))

    def _is_printed_label(self, line: Line, *, in_value: bool) -> bool:
        """Whether a stressed line that opens no section is a label of the form ("What helps:") and not a stressed remark."""
        if in_value or line.block.filled or line.is_item or word_count(line.text) > headings.LONGEST_HEADING:
            return False
        if line.block.kind is BlockKind.HEADING:
            return True
        return line.block.bold and line.text.rstrip().endswith((":", "?"))
