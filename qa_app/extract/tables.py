"""Tables that are neither of targets nor of people: labels beside or above their answers, and tables of records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from qa_app.core.document import BlockKind
from qa_app.extract import headings, vocabulary
from qa_app.extract.draft import Draft
from qa_app.extract.form_fields import FormFieldReader
from qa_app.extract.headings import HeadingMatch
from qa_app.extract.layout import Cell, Flow, Line, Table
from qa_app.extract.lines import LABEL_LIKENESS, LineReader
from qa_app.extract.numbered import NumberedTargetReader, holds_numbered_targets, numbered_part
from qa_app.extract.people import PeopleTableReader, name_in, people_in_line, role_label
from qa_app.extract.prompts import divide, is_printed_sentence, is_question
from qa_app.extract.target_tables import TargetTableReader
from qa_app.extract.values import fits
from qa_app.extract.wording import NUMBERED, keys, normal, plain, word_count

_LONGEST_LABEL: Final = 30  # words: a label may carry its hint
_ALSO_SECTIONS: Final = frozenset({"attendance", "exclusions", "aln", "transition"})
"""Sections that may be one short answer: "Exclusions | None" is a fact and the whole section."""
_QUESTION_AND_ANSWER: Final = 2  # columns
_PASSAGE: Final = 6  # words from which an answer is a passage rather than a value


class TableReader:
    """Reads one table after the other into the draft."""

    def __init__(self, draft: Draft, lines: LineReader) -> None:
        self._draft = draft
        self._document = draft.document
        self._lines = lines
        self._targets = TargetTableReader(draft)
        self._people = PeopleTableReader(draft)
        self._fields = FormFieldReader(draft, lines)
        self._numbered: NumberedTargetReader | None = None
        self._by_row = False

    def read_flow(self, flow: Flow, *, in_value: bool = False) -> None:
        """Read lines and tables in order."""
        for index, item in enumerate(flow):
            if isinstance(item, Table):
                self._lines.break_off()
                self.read(item)
            elif item.block.kind is BlockKind.FIELD and item.block.label:
                self._fields.read(item)
            else:
                if divide(self._document, item)[0]:
                    self._targets.forget()
                below = flow[index + 1] if index + 1 < len(flow) else None
                next_text = below.text if isinstance(below, Line) and not below.block.bold else ""
                self._lines.read(item, in_value=in_value, above_table=isinstance(below, Table), next_text=next_text)

    def read(self, table: Table) -> None:
        """Read one table."""
        if any(line.block.kind is BlockKind.FIELD for cell in table.cells for line in cell.lines):
            # Form fields carry their own labels: the grid tells nothing more.
            for cell in table.cells:
                self.read_flow(cell.flow)
            return
        table = self._below_question_heads(table)
        self._by_row = table.by_row
        numbered = holds_numbered_targets(cell.text for row in table.rows for cell in row[:-1])
        several = len(table.cells) > 1 and not numbered
        if not table.rows or (several and (self._targets.read(table) or self._people.read(table))):
            return
        self._targets.forget()
        self._numbered = NumberedTargetReader(self._draft) if numbered else None
        heads: Sequence[Cell] | None = None
        for index, row in enumerate(table.rows):
            following = table.rows[index + 1] if index + 1 < len(table.rows) else None
            if heads is not None and not table.is_full_width(row) and not self._are_heads(table, row, following):
                self._read_under(row, heads)
                continue
            heads = None
            if self._are_heads(table, row, following):
                heads = row
                self._read_heads(row)
            elif self._are_boxes(row):
                for cell in row:
                    self._read_box(cell)
                    self._lines.break_off()
            elif (
                len(row) == 1
                and not self._is_lone_label(row[0])
                and (table.is_full_width(row) or not self._is_label(row[0], None, table))
            ):
                self.read_flow(row[0].flow)
            else:
                self._read_pairs(table, row)
            self._lines.break_off()

    def _below_question_heads(self, table: Table) -> Table:
        """Take off a row "Question | Answer": each row below it is a label with its answer."""
        if not table.rows or not _are_question_heads(table.rows[0]):
            return table
        self._read_heads(table.rows[0])
        return replace(table, rows=table.rows[1:], labelled=True, by_row=True)

    def _is_lone_label(self, cell: Cell) -> bool:
        """Whether a row holds nothing but the label of a fact, its answer being empty."""
        line = cell.lines[0]
        if len(cell.lines) > 1 or line.block.filled or self._lines.heading(line):
            return False
        return self._lines.field_kind(line.text.rstrip(" :")) is not None

    # Boxes: a label with its answer in one cell

    def _are_boxes(self, row: Sequence[Cell]) -> bool:
        """Whether each cell of a row is a box of its own: the label on its first line, the answer on the lines below."""
        if len(row) == 1:
            return False
        return any(map(self._is_box, row)) and all(
            cell.nested or self._is_box(cell) or self._is_empty_box(cell) for cell in row
        )

    def _is_box(self, cell: Cell) -> bool:
        if len(cell.lines) < 2 or not isinstance(cell.flow[0], Line):
            return False
        head, answer = cell.lines[0], cell.lines[1]
        if head.block.filled or head.is_item or word_count(head.text) > headings.LONGEST_HEADING:
            return False
        if cell.bold or answer.block.bold:
            return False
        return head.block.bold or head.block.kind is BlockKind.HEADING

    def _is_empty_box(self, cell: Cell) -> bool:
        """Whether a cell is a box's label that nobody answered."""
        return len(cell.lines) == 1 and cell.bold and word_count(cell.text) <= headings.LONGEST_HEADING

    def _read_box(self, cell: Cell) -> None:
        """Read a box; one whose label opens no section belongs to the part that the box stands in."""
        self._draft.back_to_enclosing()
        if not self._is_box(cell) and not self._is_empty_box(cell):
            self.read_flow(cell.flow)
            return
        label = Cell(cell.position, cell.flow[:1])
        answers = (Cell(cell.position, cell.flow[1:]),) if cell.flow[1:] else ()
        self._read_pair(label, answers)
        self._draft.back_to_enclosing()

    # Heads above their answers

    def _are_heads(self, table: Table, row: Sequence[Cell], following: Sequence[Cell] | None) -> bool:
        """Whether a row holds the heads of the rows below it."""
        if len(row) < 2 or any(cell.nested or word_count(cell.text) > _LONGEST_LABEL for cell in row):
            return False
        if any(cell.position.is_header for cell in row) and (len(row) > 2 or not self._is_field_row(row)):
            return True
        if not table.covers_all_columns(row) and not (row[0].position.column == 1 and len(row) >= 2):
            return False
        listed = vocabulary.prompts().table_heads
        known = sum(normal(cell.text) in listed or self._names_something(cell) for cell in row)
        below_bold = following is not None and all(cell.bold for cell in following)
        bold = all(cell.bold for cell in row) and not below_bold
        below_labels = following is not None and bool(following) and self._names_something(following[0]) and len(row) == 2
        if len(row) == 2:
            return known == 2 and (bold or following is not None) and not below_labels and not self._is_pair(row)
        return (known >= 0.6 * len(row) and (bold or not self._is_field_row(row))) or (
            bold and len(row) > 2 and following is not None
        )

    def _is_pair(self, row: Sequence[Cell]) -> bool:
        """Whether a two-cell row is a label with its answer, although the answer's words could be a label too."""
        return row[0].bold and not row[1].bold

    def _is_field_row(self, row: Sequence[Cell]) -> bool:
        """Whether labels and answers alternate: "Name | Cai | DOB | 14/10/2015"."""
        return self._names_something(row[0]) and not self._names_something(row[1])

    def _names_something(self, cell: Cell) -> bool:
        text = cell.text.rstrip(" :")
        return bool(self._lines.field_kind(text) or headings.exact(text))

    def _read_heads(self, row: Sequence[Cell]) -> None:
        for cell in row:
            self._draft.prompt(*(line.span for line in cell.lines))

    def _read_under(self, row: Sequence[Cell], heads: Sequence[Cell]) -> None:
        """Read a row whose labels stand above it."""
        labels = {column: head for head in heads for column in head.columns}
        if all(
            normal(cell.text) == normal(labels[cell.position.column].text) for cell in row if cell.position.column in labels
        ):
            for cell in row:
                self._draft.prompt(*(line.span for line in cell.lines))
            return
        enclosing = self._draft.current
        for cell in row:
            head = labels.get(cell.position.column)
            kind = self._lines.field_kind(head.text) if head is not None else None
            match = headings.exact(head.text) if head is not None and kind is None else None
            if head is not None and kind is not None and fits(kind.kind, cell.text):
                self._lines.field(kind, head.text, *cell.lines)
            elif head is not None and match is not None and match.section and len(heads) <= 3:
                if not any(section.heading_span == head.lines[0].span for section in self._draft.sections):
                    self._draft.open(match, head.lines[0].span, from_pair=True)
                self.read_flow(cell.flow, in_value=True)
                self._draft.current = enclosing or self._draft.current
            else:
                self.read_flow(cell.flow, in_value=True)
            self._lines.break_off()

    # Labels beside their answers

    def _read_pairs(self, table: Table, row: Sequence[Cell]) -> None:
        """Read a row of labels with their answers to the right."""
        index = 0
        while index < len(row):
            label = row[index]
            following = row[index + 1] if index + 1 < len(row) else None
            if not self._is_label(label, following, table):
                self.read_flow(label.flow, in_value=index > 0)
                index += 1
                continue
            end = index + 1
            while end < len(row) and (
                (end == index + 1 and not self._is_next_label(row, end, table))
                or (end > index + 1 and not self._is_label(row[end], row[end + 1] if end + 1 < len(row) else None, table))
            ):
                end += 1
            self._read_pair(label, row[index + 1 : end])
            self._lines.break_off()
            index = end

    def _is_next_label(self, row: Sequence[Cell], at: int, table: Table) -> bool:
        """Whether the cell right of a label is a label itself, the answer between them being empty."""
        cell, before = row[at], row[at - 1]
        gap = cell.position.column > before.position.column + before.position.column_span
        after = row[at + 1] if at + 1 < len(row) else None
        if not gap and (table.columns <= 2 or len(row) == 2):
            return False
        return self._is_label(cell, after, table) and (gap or cell.bold or cell.text.rstrip().endswith(":"))

    def _is_label(self, cell: Cell, following: Cell | None, table: Table) -> bool:
        """Whether a cell is the form's label for what stands right of it."""
        text = cell.text
        if (table.labelled and cell.position.column == 0) or (self._numbered is not None and numbered_part(text)):
            return True
        if cell.nested or not text or word_count(text) > _LONGEST_LABEL or any(line.block.filled for line in cell.lines):
            return False
        head = cell.lines[0].text
        if self._names_something(cell) or self._lines.field_kind(head.rstrip(" :")) or headings.exact(head.rstrip(" :")):
            return True
        if self._draft.under_views and headings.giver(head):
            return True
        if is_question(text) or text.rstrip().endswith((":", "?")) or is_printed_sentence(text):
            return True
        if cell.bold and not (following is not None and following.bold):
            return True
        if cell.position.column == 0 and table.columns == 2 and role_label(text):
            return True
        return cell.position.column == 0 and headings.likely(head, LABEL_LIKENESS) is not None and not cell.lines[0].is_item

    def _read_pair(self, label: Cell, values: Sequence[Cell]) -> None:
        """Read a label with the cells that answer it: a fact, a section, a person, or a prompt with its answer."""
        head = label.lines[0]
        text = head.text.rstrip(" :")
        if self._numbered is not None and (part := numbered_part(label.text)):
            answers = [divide(self._document, line, answer=True) for cell in values for line in cell.lines]
            self._draft.prompt(*(span for _, printed in answers for span in printed))
            self._numbered.read(part, head.span, tuple(span for content, _ in answers for span in content), label.page)
            return
        written = [line for cell in values for line in cell.lines]
        answer = "\n".join(line.text for line in written if not line.block.prompt)
        kind = self._lines.field_kind(text) or self._lines.field_kind(label.text.rstrip(" :"))
        match = self._section_of(label, answer)
        is_fact = kind is not None and fits(kind.kind, answer)
        if match is not None and kind is not None and match.section == kind.home and match.section in _ALSO_SECTIONS:
            self._draft.back_to_enclosing()
            self._draft.open(match, head.span, from_pair=True)
            self._draft.prompt(*(line.span for line in label.lines[1:]))
            if is_fact:
                self._lines.field(kind, text, *written)
            else:
                self._read_answers(values)
            return
        if match is not None and kind is not None and is_fact and match.section not in {self._draft.section_id, kind.home}:
            typed = kind.kind not in {"text", "count_or_text"}
            is_fact = word_count(answer) <= _PASSAGE and (typed or bool(answer) or match.confidence < 1)
        if kind is not None and (is_fact or match is None):
            self._draft.back_to_enclosing()
            home = match.section if match is not None and match.section else kind.home
            if self._by_row and home != self._draft.section_id:
                self._draft.open(HeadingMatch(home), head.span, from_pair=True)
                self._draft.prompt(*(line.span for line in label.lines[1:]))
            else:
                self._draft.ensure(kind.home)
                self._draft.prompt(*(line.span for line in label.lines))
            self._lines.field(kind, text, *written)
            return
        if match is not None and (match.section != self._draft.section_id or match.gathers):
            section = self._draft.open(match, head.span, from_pair=True)
            section.gathers = match.gathers
            self._draft.prompt(*(line.span for line in label.lines[1:]))
            self._read_answers(values)
            return
        self._draft.ensure()
        self._draft.prompt(*(line.span for line in label.lines))
        before = len(self._draft.current.content) if self._draft.current else 0
        self._read_answers(values)
        role = role_label(text)
        if role and self._draft.current is not None and answer and word_count(answer) <= 12 and name_in(answer):
            new = self._draft.current.content[before:]
            self._draft.people.extend(people_in_line(self._document, new, self._draft.section_id, text))

    def _section_of(self, label: Cell, answer: str) -> HeadingMatch | None:
        """Return the section that a label opens; None when it only prompts inside the open one."""
        head = label.lines[0]
        text = head.text.rstrip(" :")
        if self._draft.under_views and (giver := headings.giver(text)) and (word_count(answer) > _PASSAGE or not answer):
            return replace(giver, gathers=self._draft.current is not None and self._draft.current.gathers)
        if role_label(text) and headings.exact(text) is None:
            return None  # "Designated person | Mrs Rowe" names somebody
        match = (
            self._lines.heading(Line(replace(head.block, bold=True), head.span, head.text)) if len(plain(text)) > 1 else None
        )
        if match is None and not head.block.filled:
            styled = head.block.bold or head.block.kind is BlockKind.HEADING or NUMBERED.match(text) is not None
            match = headings.exact(text) or headings.likely(text, LABEL_LIKENESS if styled else LABEL_LIKENESS + 0.05)
        if match is None or not (match.section or match.gathers):
            return None
        enclosing = self._draft.enclosing
        if match.section == "other" and self._draft.current is not None and (match.confidence < 1 or enclosing is not None):
            return None  # "Notes | …" belongs to the part it stands in
        return match

    def _read_answers(self, values: Sequence[Cell]) -> None:
        for cell in values:
            self.read_flow(cell.flow, in_value=True)


def _are_question_heads(row: Sequence[Cell]) -> bool:
    """Whether a row says that each row below is a question and its answer ("Question | Answer")."""
    if len(row) != _QUESTION_AND_ANSWER:
        return False
    listed = vocabulary.prompts()
    return not listed.question_heads.isdisjoint(keys(row[0].text)) and not listed.answer_heads.isdisjoint(keys(row[1].text))
