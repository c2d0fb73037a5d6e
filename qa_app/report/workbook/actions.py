"""Actions: an empty list for what follows from the audit, or the auditor's own from an earlier round."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from qa_app.report.edits import ACTION_STATES, Action
from qa_app.report.tables import Column, Kind, Table
from qa_app.report.workbook.draft import Draft
from qa_app.report.workbook.sheet import AuditorColumn, add_table_sheet

EMPTY_ROWS: Final = 30
_WIDTHS: Final = {"plan": 26, "action": 60, "owner": 22, "due": 13, "status": 12, "note": 36}


def add_actions(draft: Draft) -> Worksheet:
    """Add the sheet with the auditor's actions and empty rows below them."""
    words, actions = draft.words, draft.edits.actions
    number = Column("number", words("workbook.actions.number"), Kind.NUMBER, 6, words("workbook.actions.number_meaning"))
    rows = tuple((count,) for count in range(1, max(EMPTY_ROWS, len(actions) + 10) + 1))
    padded = (*actions, *(Action() for _ in range(len(rows) - len(actions))))
    columns = []
    for each in fields(Action):
        values = tuple(_shown(draft, each.name, getattr(action, each.name)) for action in padded)
        choices = tuple(words(f"workbook.actions.{state}") for state in ACTION_STATES) if each.name == "status" else ()
        title = words(f"workbook.actions.{each.name}")
        columns.append(AuditorColumn(each.name, title, _WIDTHS[each.name], choices=choices, values=values))
    sheet = add_table_sheet(draft, Table("actions", draft.title("actions"), (number,), rows), tuple(columns))
    sheet.protection.sheet = False  # all of it is the auditor's
    return sheet


def _shown(draft: Draft, field: str, value: str) -> str | None:
    if field == "status" and value in ACTION_STATES:
        return draft.words(f"workbook.actions.{value}")
    return value or None
