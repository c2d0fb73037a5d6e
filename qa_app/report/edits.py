"""What an auditor adds to an audit: ratings, reasons, comments, actions. They stand beside the program's results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Final, TypeAlias

Rating: TypeAlias = int | str
"""0 to 3, ``n/a`` or ``?``."""


@dataclass(frozen=True, slots=True)
class CriterionEdit:
    """An auditor's judgement of one criterion in one plan. Empty text, None: the auditor left it empty."""

    rating: Rating | None = None
    reason: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class OverallEdit:
    """An auditor's judgement of one plan as a whole. ``band`` is empty when the auditor left it to the rule."""

    band: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that follows from the audit. ``due`` is an ISO date, or the words that the auditor wrote."""

    plan: str = ""
    action: str = ""
    owner: str = ""
    due: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the auditor noted on the cover."""

    auditor: str = ""
    date: str = ""
    sample: str = ""
    notes: str = ""


ACTION_STATES: Final = ("open", "in_hand", "done", "dropped")


@dataclass(frozen=True)
class AuditorEdits:
    """Everything that an auditor wrote into a workbook.

    Attributes:
        criteria: By the key of the criteria table's row.
        overall: By the plan's key.
        actions: In the order of the sheet; empty rows are left out.
        cover: The cover's notes.
        files: Each plan's name by its key, for people.
    """

    criteria: Mapping[str, CriterionEdit] = field(default_factory=dict)
    overall: Mapping[str, OverallEdit] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    cover: Cover = Cover()
    files: Mapping[str, str] = field(default_factory=dict)


NO_EDITS: Final = AuditorEdits()


def is_empty(edit: CriterionEdit | OverallEdit | Action | Cover) -> bool:
    """Tell whether the auditor wrote nothing here."""
    return all(getattr(edit, each.name) in (None, "") for each in fields(edit))
