"""Reads an auditor's judgements out of a workbook that people have worked in.

Sheets may be renamed, rows sorted, filtered and added, columns moved and added: the hidden marks of
``report/workbook/marks.py`` find each column, and each row's own key finds the plan and criterion. What cannot be placed
is reported, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.errors import InvalidInput
from qa_app.report.edits import ACTION_STATES, Action, AuditorEdits, Cover, CriterionEdit, OverallEdit, Rating, is_empty
from qa_app.report.language import LANGUAGES, words_in
from qa_app.report.tables import CANNOT_JUDGE, NOT_APPLICABLE
from qa_app.report.workbook.cells import shown_text
from qa_app.report.workbook.marks import read_mark

MARK_ROWS: Final = 60
"""Rows in which marks are looked for: people add some above a table, not more than this."""
_CELLS: TypeAlias = Mapping[str, object]
_BEST: Final = 3


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something an auditor wrote that could not be placed. The place is named; the words are not repeated."""

    sheet: str
    cell: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a workbook gave.

    Attributes:
        edits: The auditor's judgements.
        unplaced: What could not be placed.
        program: The program's rating by criterion key, to tell how often auditor and program agree.
    """

    edits: AuditorEdits
    unplaced: tuple[Unplaced, ...]
    program: Mapping[str, Rating]


def read_auditor_edits(source: Path | bytes) -> Imported:
    """Read the auditor's judgements out of an audit workbook.

    Raises:
        InvalidInput: The file is no workbook, or holds no sheet of an audit.
    """
    name = source.name if isinstance(source, Path) else "The workbook"
    book = _open(source, name)
    reading = _Reading()
    for sheet in book.worksheets:
        reading.read_fields(sheet)
        for row, marks in _marked_rows(sheet):
            reading.read_table(sheet, row, marks)
            break
    if not reading.found:
        raise InvalidInput(f"{name} is no audit workbook of PEP QA, or its hidden marks were deleted. Choose the audit's file.")
    return reading.result()


def _open(source: Path | bytes, name: str) -> Workbook:
    try:
        data = source.read_bytes() if isinstance(source, Path) else source
        return load_workbook(BytesIO(data), data_only=True)
    except OSError as error:
        raise InvalidInput(f"{name} cannot be read ({error.strerror}). If it is open in Excel, close it.") from error
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError) as error:
        raise InvalidInput(f"{name} is no .xlsx workbook. If it has a password, save it without one.") from error


def _marked_rows(sheet: Worksheet) -> Iterator[tuple[int, dict[int, tuple[str, str]]]]:
    """Yield rows that hold marks of a table's columns, each with table and key by column number."""
    for row in sheet.iter_rows(max_row=MARK_ROWS):
        marks = {column: mark for column, cell in enumerate(row, 1) if (mark := read_mark(cell.value)) and mark[0] != "cover"}
        if marks and row[0].row is not None:
            yield row[0].row, marks


class _Reading:
    """Collects what the sheets of one workbook hold."""

    def __init__(self) -> None:
        self.found = False
        self._criteria: dict[str, CriterionEdit] = {}
        self._overall: dict[str, OverallEdit] = {}
        self._actions: list[Action] = []
        self._cover: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._program: dict[str, Rating] = {}
        self._unplaced: list[Unplaced] = []

    def result(self) -> Imported:
        """Return everything that was read, in the order of the keys, so that sorting a sheet changes nothing."""
        edits = AuditorEdits(
            criteria=dict(sorted(self._criteria.items())),
            overall=dict(sorted(self._overall.items())),
            actions=tuple(self._actions),
            cover=Cover(**self._cover),
            files=dict(sorted(self._files.items())),
        )
        return Imported(edits, tuple(self._unplaced), self._program)

    def read_fields(self, sheet: Worksheet) -> None:
        """Read the cover's fields: each stands left of its mark."""
        names = {field.name for field in fields(Cover)}
        for row in sheet.iter_rows(max_row=MARK_ROWS):
            for index, cell in enumerate(row):
                mark = read_mark(cell.value)
                if mark and mark[0] == "cover" and mark[1] in names:
                    self.found = True
                    self._cover[mark[1]] = next((text for c in reversed(row[:index]) if (text := _text(c.value))), "")
                    if index >= 2 and self._cover[mark[1]] == _text(row[0].value):
                        self._cover[mark[1]] = ""  # nothing but the label

    def read_table(self, sheet: Worksheet, mark_row: int, marks: Mapping[int, tuple[str, str]]) -> None:
        """Read the rows of a table's sheet."""
        table = next(iter(marks.values()))[0]
        readers = {"criteria": self._read_criterion, "summary": self._read_overall, "actions": self._read_action}
        if table not in readers:
            return
        self.found = True
        columns = {key: column for column, (of, key) in marks.items() if of == table}
        for row in sheet.iter_rows(min_row=mark_row + 2):  # the visible heads stand between
            cells = dict(enumerate(row, 1))
            readers[table](sheet, {key: cells[column] for key, column in columns.items() if column in cells})

    def _read_criterion(self, sheet: Worksheet, cells: Mapping[str, Cell | MergedCell]) -> None:
        rating, wrong = _rating(_value(cells, "own_rating"))
        edit = CriterionEdit(rating, _text(_value(cells, "own_reason")), _text(_value(cells, "comment")))
        key = _text(_value(cells, "key"))
        if wrong:
            self._report(sheet, cells["own_rating"], "This is no rating: 0 to 3, n/a or ?.")
        if not key or key.count("|") != 2:
            if not is_empty(edit):
                self._report(sheet, next(iter(cells.values())), "The row has lost its key, so its plan is not known.")
            return
        program, _ = _rating(_value(cells, "rating"))
        if program is not None:
            self._program[key] = program
        self._files.setdefault(key.rpartition("|")[0], _text(_value(cells, "file")))
        if is_empty(edit):
            return
        if self._criteria.get(key, edit) != edit:
            self._report(
                sheet, cells["key"], "Another row has the same plan and criterion with other words; the first was taken."
            )
            return
        self._criteria[key] = edit

    def _read_overall(self, sheet: Worksheet, cells: Mapping[str, Cell | MergedCell]) -> None:
        edit = OverallEdit(_text(_value(cells, "overall")), _text(_value(cells, "comment")))
        key = _text(_value(cells, "key"))
        if key.count("|") == 1:
            self._files[key] = _text(_value(cells, "file"))
            if not is_empty(edit):
                self._overall.setdefault(key, edit)
        elif not is_empty(edit):
            self._report(sheet, next(iter(cells.values())), "The row has lost its key, so its plan is not known.")

    def _read_action(self, sheet: Worksheet, cells: Mapping[str, Cell | MergedCell]) -> None:
        del sheet
        action = Action(**{field.name: _text(_value(cells, field.name)) for field in fields(Action)})
        state = _states().get(action.status.casefold(), action.status)
        action = Action(action.plan, action.action, action.owner, action.due, state, action.note)
        if not is_empty(action):
            self._actions.append(action)

    def _report(self, sheet: Worksheet, cell: Cell | MergedCell, why: str) -> None:
        self._unplaced.append(Unplaced(sheet.title, cell.coordinate, why))


def _value(cells: Mapping[str, Cell | MergedCell], key: str) -> object:
    cell = cells.get(key)
    return None if cell is None else cell.value


def _text(value: object) -> str:
    """Return what an auditor typed as text: numbers and dates as people and programs both read them."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return shown_text(str(value)) if str(value).strip() else ""


def _rating(value: object) -> tuple[Rating | None, bool]:
    """Return a rating, and whether the cell holds something that is none."""
    if isinstance(value, bool):
        return None, True
    if isinstance(value, int | float):
        return (int(value), False) if value in range(_BEST + 1) else (None, True)
    text = _text(value).strip().casefold()
    if not text:
        return None, False
    if text in {str(level) for level in range(_BEST + 1)}:
        return int(text), False
    if text in {NOT_APPLICABLE, "na", "n.a.", "amh.", "amherthnasol"}:
        return NOT_APPLICABLE, False
    return (CANNOT_JUDGE, False) if text == CANNOT_JUDGE else (None, True)


@lru_cache(maxsize=1)
def _states() -> Mapping[str, str]:
    """Return the states of an action by what they are called in each language."""
    named = {words_in(language)(f"workbook.actions.{state}"): state for language in LANGUAGES for state in ACTION_STATES}
    return {name.casefold(): state for name, state in named.items()}
