"""Target tables: rows under heads, blocks of labels and values, one target to a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qa_app.core.document import Span
from qa_app.extract import headings
from qa_app.extract.columns import NUMBERED_TARGET, exact_target_part, target_parts
from qa_app.extract.draft import Draft
from qa_app.extract.layout import Cell, Line, Table
from qa_app.extract.lines import BOLD_LIKENESS
from qa_app.extract.prompts import divide, is_marked_example
from qa_app.extract.record_lines import TARGET_SECTIONS
from qa_app.extract.records import Record, add_to_record
from qa_app.extract.smart_rows import without_letters
from qa_app.extract.wording import word_count

_WHOLE: Final = frozenset({"target", "previous_target"})
_TELLING: Final = frozenset({"actions", "who", "by_when", "success_criteria", "baseline", "need", "outcome", "progress"})
_ALSO_ATTAINMENT: Final = frozenset({"baseline", "progress"})
"""Parts that a table of grades has too: "Subject | Current | Target | Comment"."""
_LONGEST_LABEL: Final = 14  # words

Heads = dict[int, tuple[str, ...]]
"""Column → the parts that stand in it."""


@dataclass(frozen=True, slots=True)
class _Last:
    """The target table before, which a table without heads may continue on the next page."""

    heads: Heads
    columns: int
    origin: int
    previous: bool | None


class TargetTableReader:
    """Reads tables of targets into records. One for a document: it remembers the table before."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._document = draft.document
        self._last: _Last | None = None
        self._record: Record | None = None
        self._origin = 0
        self._previous: bool | None = None
        self._first_label: tuple[str, ...] = ()

    def forget(self) -> None:
        """Something stood between the tables: the next one is no continuation."""
        self._last = None

    def read(self, table: Table) -> bool:
        """Read the table when it is one of targets; tell whether it was."""
        last, self._last = self._last, None
        table, letters = without_letters(table)
        self._draft.prompt(*(line.span for cell in letters for line in cell.lines))
        head = self._head_row(table)
        if head is not None:
            for row in table.rows[:head]:
                self._read_above(row)
            self._begin(self._named_parts(table))
            self._read_rows(table, head)
            return True
        if self._is_block(table):
            self._begin(self._named_parts(table))
            if self._is_transposed(table):
                self._read_columns(table)
            else:
                self._read_rows(table, 0)
            return True
        if last is not None and last.columns == table.columns and len(last.heads) > 1:
            self._origin, self._previous = last.origin, last.previous
            for row in table.rows:
                self._read_row(row, last.heads)
            self._last = last
            return True
        return False

    # Telling a target table

    def _head_row(self, table: Table) -> int | None:
        """Return the index of the row of column heads; None when there is none among the first rows."""
        for index, row in enumerate(() if table.by_row else table.rows[:5]):
            heads = self._heads(row)
            if heads is not None and self._tells_targets({part for parts in heads.values() for part in parts}):
                # A block "Target 1: …" over the heads of its parts begins with the target.
                return next((at for at in range(index) if NUMBERED_TARGET.match(table.rows[at][0].text)), index)
            if not table.is_full_width(row) and not self._could_be_number_row(row):
                return None
        return None

    def _could_be_number_row(self, row: Sequence[Cell]) -> bool:
        return len(row) == 1 and word_count(row[0].text) <= 30

    def _heads(self, row: Sequence[Cell]) -> Heads | None:
        """Return a row's columns by part when each filled cell is a head; None otherwise."""
        if len(row) < 2:
            return None
        heads: Heads = {}
        known = 0
        for cell in row:
            parts = target_parts(cell.text)
            known += bool(parts)
            for column in cell.columns:
                heads[column] = parts
        # Under a heading of targets some heads may be wordings of the form's own.
        fewest = len(row) // 2 + 1 if self._draft.section_id in TARGET_SECTIONS else len(row) - (len(row) > 3)
        return heads if known >= 2 and known >= fewest else None

    def _tells_targets(self, parts: set[str]) -> bool:
        inside = self._draft.section_id in TARGET_SECTIONS
        if parts & _WHOLE:
            return bool(parts & (_TELLING if inside else _TELLING - _ALSO_ATTAINMENT))
        return inside and len(parts & _TELLING) >= 2

    def _labels(self, table: Table) -> list[str]:
        """Return the parts that stand as labels at the start of the rows, or as "Target 1: …" over a whole row."""
        found = []
        for row in table.rows:
            first = row[0]
            part = self._row_part(first)
            if not part and len(row) >= 1 and NUMBERED_TARGET.match(first.text):
                part = "target"
            if part and first.position.column == 0:
                found.append(part)
        return found

    def _row_part(self, cell: Cell) -> str:
        """Return the part of a target that a row's first cell names; under a heading of targets by likeness too."""
        if word_count(cell.text) > _LONGEST_LABEL:
            return ""
        likely = target_parts(cell.text)[:1] if self._draft.section_id in TARGET_SECTIONS and cell.bold else ()
        return exact_target_part(cell.text) or "".join(likely)

    def _is_block(self, table: Table) -> bool:
        labels = self._labels(table)
        telling = set(labels) & _TELLING
        if set(labels) & _WHOLE or self._draft.section_id in TARGET_SECTIONS:
            above = any(self._heads(row) is not None for row in table.rows)
            return len(telling) >= 2 or (bool(set(labels) & _WHOLE) and (bool(telling) or above))
        return False

    def _is_transposed(self, table: Table) -> bool:
        """Whether the labels stand in the first column and each further column is a target of its own."""
        if table.columns < 3:
            return False
        labelled = [row for row in table.rows if self._row_part(row[0])]
        values = [cell for row in labelled for cell in row[1:]]
        several = any(len(row) > 2 for row in labelled)
        labels_inside = sum(bool(exact_target_part(cell.text)) and not NUMBERED_TARGET.fullmatch(cell.text) for cell in values)
        return several and not labels_inside

    def _named_parts(self, table: Table) -> set[str]:
        return {part for row in table.rows for cell in row for part in target_parts(cell.text)}

    # Reading

    def _begin(self, parts: set[str]) -> None:
        """Open a section when the table stands under none of targets, and tell current from earlier by it."""
        self._origin = self._draft.new_origin()
        self._record = None
        self._first_label = ()
        section = self._draft.section_id
        if section == "targets":
            self._previous = False
        elif section == "previous_targets":
            self._previous = True
        else:
            earlier = "previous_target" in parts and "target" not in parts
            self._previous = True if earlier else None
            self._draft.open_implicit("previous_targets" if earlier else "targets")

    def _read_rows(self, table: Table, start: int) -> None:
        heads: Heads | None = None
        for row in table.rows[start:]:
            # Where each row is a label and its answer, "Status | Achieved" are no heads.
            named = None if table.by_row else self._heads(row)
            if named is not None:
                self._print_row(row)
                heads = self._settle(named)
                continue
            if table.is_full_width(row) or (
                len(row) == 1 and row[0].position.column == 0 and table.columns > 2 and heads is None
            ):
                self._read_full_row(row[0])
            elif heads is None or (len(row) <= 3 and self._is_pair_row(row, heads)):
                self._read_pairs(row)
            else:
                self._read_row(row, heads)
        if heads is not None:
            self._last = _Last(heads, table.columns, self._origin, self._previous)

    def _settle(self, heads: Heads) -> Heads:
        """Decide what ambiguous heads mean beside the others.

        Without a target column the first of outcome, need, area, actions holds the targets ("Outcome | Action | Who").
        """
        named = {part for parts in heads.values() for part in parts}
        if named & _WHOLE or self._record is not None:
            return heads
        chosen = next((part for part in ("specific", "outcome", "need", "area", "actions") if part in named), "")
        return {column: tuple("target" if part == chosen else part for part in parts) for column, parts in heads.items()}

    def _read_above(self, row: Sequence[Cell]) -> None:
        for cell in row:
            for line in cell.lines:
                if not self._switch(line):
                    self._draft.prompt(line.span)

    def _switch(self, line: Line) -> bool:
        """Turn to earlier or to new targets at a heading inside the table; tell whether the line was one."""
        if NUMBERED_TARGET.match(line.text):
            return False
        text = line.text.rstrip(" :")
        match = headings.exact(text) or (headings.likely(text, BOLD_LIKENESS) if line.block.bold else None)
        if match is None or match.section not in TARGET_SECTIONS or exact_target_part(line.text) == "target":
            return False
        self._draft.open(match, line.span)
        self._previous = match.section == "previous_targets"
        self._origin = self._draft.new_origin()
        self._record = None
        return True

    def _is_pair_row(self, row: Sequence[Cell], heads: Heads) -> bool:
        first = row[0]
        if not exact_target_part(first.text) or first.position.column != 0:
            return False
        return "number" not in heads.get(0, ()) and (len(row) == 1 or len(row) * 2 <= len(heads)) and first.bold

    def _read_full_row(self, cell: Cell) -> None:
        """Read a cell over all columns: a heading, a label, "Target 2: …", a group's name, or a target's text."""
        for line in cell.lines:
            if self._switch(line):
                continue
            match = NUMBERED_TARGET.match(line.text)
            part = exact_target_part(line.text)
            if match or part in _WHOLE:
                self._new_record(line)
                if match and match.end() < len(line.text):
                    self._draft.prompt(Span(line.span.start, line.span.start + match.end()))
                    rest = line.after(line.span.start + match.end(), self._document.text)
                    if rest is not None:
                        self._fill(("target",), (rest,))
                else:
                    self._draft.prompt(line.span)
            elif self._record is not None and not self._record.has("target"):
                self._fill(("target",), (line,))
            elif line.block.bold or line.block.kind.value == "heading" or word_count(line.text) <= 6:
                self._draft.prompt(line.span)  # a group's name: "Literacy"
            else:
                content, printed = divide(self._document, line)
                self._draft.prompt(*printed)
                self._draft.content(*content)

    def _read_pairs(self, row: Sequence[Cell]) -> None:
        """Read "label | value | label | value"."""
        parts: tuple[str, ...] = ()
        for index, cell in enumerate(row):
            named = self._label_parts(cell) if index == 0 or not parts or cell.bold or exact_target_part(cell.text) else ()
            if named and (index == 0 or not parts or len(row) > 2):
                self._draft.prompt(*(line.span for line in cell.lines))
                parts = named
                if self._begins_record(parts):
                    self._new_record(cell.lines[0], previous=True if "previous_target" in parts else None)
                continue
            if not parts:
                self._read_full_row(cell)
                continue
            self._fill(parts, cell.lines)

    def _begins_record(self, parts: tuple[str, ...]) -> bool:
        """Whether a block's label begins a target: the target's own, or the label that the block began with, come again.

        A block may say the need or the starting point before the target: they belong to the target below them.
        """
        record = self._record
        if self._first_label == ():
            self._first_label = parts
        if record is None or record.empty:
            return bool(set(parts) & _WHOLE) and record is None
        if set(parts) & _WHOLE:
            return record.has("target") or self._first_label == parts
        return parts == self._first_label and record.has("target")

    def _label_parts(self, cell: Cell) -> tuple[str, ...]:
        if word_count(cell.text) > _LONGEST_LABEL:
            return ()
        return ("target",) if NUMBERED_TARGET.fullmatch(cell.text) else target_parts(cell.text)

    def _new_record(self, line: Line, *, previous: bool | None = None) -> Record:
        self._record = Record(self._origin, self._previous if previous is None else previous, line.block.page)
        self._draft.records.append(self._record)
        return self._record

    def _fill(self, parts: tuple[str, ...], lines: Sequence[Line]) -> None:
        """Add a cell's words to the open record's parts, and to the section."""
        content = self._written(lines)
        self._draft.content(*content)
        if self._record is None and content:
            self._new_record(lines[0])
        if self._record is not None:
            add_to_record(
                self._document, self._record, tuple("target" if p == "previous_target" else p for p in parts), content
            )

    def _written(self, lines: Sequence[Line]) -> tuple[Span, ...]:
        """Return what people wrote in a cell; its printed words go to the section's prompts."""
        spans: list[Span] = []
        for line in lines:
            content, printed = divide(self._document, line, answer=True)
            self._draft.prompt(*printed)
            spans.extend(content)
        return tuple(spans)

    def _read_row(self, row: Sequence[Cell], heads: Heads) -> None:
        """Read a row under heads: a target, more of the target above, or an example that the form prints."""
        first = row[0].lines[0]
        if len(row) > 1 and _is_example_row(row, heads):
            self._print_row(row)
            return
        cells: list[tuple[tuple[str, ...], tuple[Span, ...]]] = []
        columns: list[int] = []
        for cell in row:
            parts = heads.get(cell.position.column, ())
            if parts in {("number",), ("area",)} or (
                not parts and cell.position.column == 0 and NUMBERED_TARGET.fullmatch(cell.text)
            ):
                self._draft.prompt(*(line.span for line in cell.lines))
                continue
            cells.append((parts, self._written(cell.lines)))
            columns.append(cell.position.column)
        if not any(spans for _, spans in cells):
            return
        sides = {"previous_target"} if any("previous_target" in parts for parts in heads.values()) else set()
        if sides and any("target" in parts for parts in heads.values()):
            self._read_two_sided(cells, first, [_is_earlier_side(heads, column) for column in columns])
            return
        if not self._continues(cells, first):
            self._new_record(first, previous=True if sides else None)
        record = self._record
        if record is None:
            return
        for parts, spans in cells:
            self._draft.content(*spans)
            add_to_record(self._document, record, parts, spans)

    def _read_two_sided(
        self, cells: Sequence[tuple[tuple[str, ...], tuple[Span, ...]]], line: Line, earlier_side: Sequence[bool]
    ) -> None:
        """Read a row that holds an earlier target with its outcome and a new one side by side."""
        earlier = Record(self._origin, True, line.block.page)
        new = Record(self._draft.new_origin(), False, line.block.page)
        for (parts, spans), is_earlier in zip(cells, earlier_side, strict=True):
            self._draft.content(*spans)
            side = earlier if is_earlier or (parts and parts[0] in {"outcome", "progress"}) else new
            add_to_record(self._document, side, parts, spans)
        self._draft.records.extend(record for record in (earlier, new) if not record.empty)
        self._record = new

    def _continues(self, cells: Sequence[tuple[tuple[str, ...], tuple[Span, ...]]], line: Line) -> bool:
        """Whether a row goes on with the record above: no target of its own, or a sentence broken by the page."""
        if self._record is None or self._record.origin != self._origin or not self._record.has("target"):
            return False
        own = [span for parts, spans in cells if set(parts) & _WHOLE for span in spans]
        if not own:
            return True
        words = self._document.quote(own[0])
        before = self._document.quote(self._record.parts["target"][-1]).rstrip()
        next_page = line.block.page is not None and line.block.page != self._record.page
        return next_page and words[:1].islower() and before[-1:] not in ".!?"

    def _read_columns(self, table: Table) -> None:
        """Read a table with the labels in its first column and a target in each other."""
        records: dict[int, Record] = {}
        for row in table.rows:
            label = row[0]
            parts = self._label_parts(label) if label.position.column == 0 else ()
            if not parts or (all(NUMBERED_TARGET.fullmatch(cell.text) for cell in row[1:]) and len(row) > 1):
                if table.is_full_width(row):
                    self._read_full_row(label)
                else:
                    self._print_row(row)
                continue
            self._draft.prompt(*(line.span for line in label.lines))
            for cell in row[1:]:
                column = cell.position.column
                record = records.get(column)
                if record is None:
                    record = records[column] = Record(self._origin, self._previous, cell.page)
                spans = self._written(cell.lines)
                self._draft.content(*spans)
                add_to_record(self._document, record, parts, spans)
        for column in sorted(records):
            self._draft.records.append(records[column])

    def _print_row(self, row: Sequence[Cell]) -> None:
        self._draft.prompt(*(line.span for cell in row for line in cell.lines))


def _is_earlier_side(heads: Heads, column: int) -> bool:
    """Whether a column belongs to the earlier target: to the one whose column stands at or left of it."""
    wholes = sorted(at for at, parts in heads.items() if set(parts) & _WHOLE)
    owner = max((at for at in wholes if at <= column), default=wholes[0])
    return "previous_target" in heads[owner]


def _is_example_row(row: Sequence[Cell], heads: Heads) -> bool:
    """Whether a row is the form's printed example: its first cell or its target is marked so.

    A mark in another cell ("e.g. a timer" among the actions of somebody's target) tells of that cell alone. A row with
    something that was typed into a form control is nobody's print.
    """
    if any(line.block.filled for cell in row for line in cell.lines):
        return False
    telling = [cell for cell in row if cell is row[0] or set(heads.get(cell.position.column, ())) & _WHOLE]
    return any(is_marked_example(cell.lines[0].text) for cell in telling)
