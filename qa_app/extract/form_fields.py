"""Values of form fields, whose label is the field's own name ("Date of birth", "When? 2", "First PEP? Yes")."""

from __future__ import annotations

import re
from typing import Final

from qa_app.core.document import Span
from qa_app.extract import headings
from qa_app.extract.columns import exact_target_part, target_parts
from qa_app.extract.draft import Draft
from qa_app.extract.fields import RawField
from qa_app.extract.layout import Line
from qa_app.extract.lines import LABEL_LIKENESS, LineReader
from qa_app.extract.prompts import divide, is_blank
from qa_app.extract.record_lines import TARGET_SECTIONS
from qa_app.extract.records import Record, add_to_record
from qa_app.extract.values import fits, yes_no

_ROW: Final = re.compile(r"^(?P<label>.*?\S)[\s_.\-#]*(?P<row>\d{1,2})$")
_CHOICE: Final = re.compile(r"^(?P<label>.*\S)[\s_:\-]+(?P<choice>yes|no|oes|nac oes|ydy|nac ydy|ie|nage)$", re.IGNORECASE)
_NUMBERED_FIELDS: Final = frozenset({"number", "area"})


class FormFieldReader:
    """Reads one form field's value after the other into the draft."""

    def __init__(self, draft: Draft, lines: LineReader) -> None:
        self._draft = draft
        self._lines = lines
        self._records: dict[tuple[str, str], Record] = {}
        self._origins: dict[str, int] = {}

    def read(self, answer: Line) -> None:
        """Read a field's value: a choice, part of a target, a fact, a section's text."""
        label = answer.block.label.replace("_", " ").strip()
        if match := _CHOICE.match(label):
            self._read_choice(match["label"], match["choice"], answer)
            return
        if self._read_target(label, answer):
            return
        kind = self._lines.field_kind(label)
        opened = headings.exact(label) or (None if kind else headings.likely(label, LABEL_LIKENESS))
        if kind is not None and fits(kind.kind, answer.text) and (opened is None or self._draft.section_id != opened.section):
            self._lines.field(kind, label, answer)
            return
        current = self._draft.current
        same = current is not None and opened is not None and (current.id == opened.section or not opened.section)
        if opened is not None and opened.section and not same:
            self._draft.open_implicit(opened.section, opened.speaker)
        if kind is not None:
            self._lines.field(kind, label, answer)
        else:
            self._draft.content(*self._written(answer))

    def _written(self, answer: Line) -> tuple[Span, ...]:
        content, printed = divide(self._draft.document, answer)
        self._draft.prompt(*printed)
        return content

    def _read_choice(self, label: str, choice: str, answer: Line) -> None:
        """Read one box of a question answered by ticking: only the ticked one says anything."""
        content = self._written(answer)
        self._draft.content(*content)
        kind = self._lines.field_kind(label)
        if kind is not None and yes_no(answer.text):
            self._draft.fields.append(RawField(kind, label, content, self._draft.section_id, stated=choice))

    def _read_target(self, label: str, answer: Line) -> bool:
        """Read a field that is one part of a numbered target; tell whether it was."""
        numbered = _ROW.match(label)
        base, row = (numbered["label"], numbered["row"]) if numbered else (label, "1")
        parts = target_parts(base)
        section = self._draft.section_id
        known = parts and (section in TARGET_SECTIONS or (exact_target_part(base) == "target" and numbered))
        if not known:
            return False
        if section not in TARGET_SECTIONS:
            self._draft.open_implicit("targets")
            section = "targets"
        content = self._written(answer)
        self._draft.content(*content)
        if parts[0] in _NUMBERED_FIELDS or is_blank(answer.text):
            return True
        record = self._records.get((section, row))
        if record is None:
            origin = self._origins.setdefault(section, self._draft.new_origin())
            record = self._records[section, row] = Record(origin, section == "previous_targets", answer.block.page)
            self._draft.records.append(record)
        add_to_record(self._draft.document, record, parts, content)
        return True
