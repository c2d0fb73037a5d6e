"""Joins the judgements of several workbooks. Where two disagree, neither is taken: the conflict is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final, TypeVar

from qa_app.report.edits import AuditorEdits, Cover, CriterionEdit, OverallEdit, is_empty

_Edit = TypeVar("_Edit", CriterionEdit, OverallEdit, Cover)
COVER: Final = "cover"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more sources that say different things in one place.

    Attributes:
        key: Key of the row, or ``cover``.
        field: Which column.
        values: What each source says, by its name.
    """

    key: str
    field: str
    values: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Joined:
    """The judgements that no source contradicts, and the conflicts."""

    edits: AuditorEdits
    conflicts: tuple[Conflict, ...]


def join_edits(sources: Sequence[tuple[str, AuditorEdits]]) -> Joined:
    """Join edits from named sources. An empty field never contradicts a filled one."""
    conflicts: list[Conflict] = []
    criteria = {
        key: _join(key, CriterionEdit, [(n, e.criteria[key]) for n, e in sources if key in e.criteria], conflicts)
        for key in sorted({key for _, edits in sources for key in edits.criteria})
    }
    overall = {
        key: _join(key, OverallEdit, [(n, e.overall[key]) for n, e in sources if key in e.overall], conflicts)
        for key in sorted({key for _, edits in sources for key in edits.overall})
    }
    joined = AuditorEdits(
        criteria={key: edit for key, edit in criteria.items() if not is_empty(edit)},
        overall={key: edit for key, edit in overall.items() if not is_empty(edit)},
        actions=tuple(dict.fromkeys(action for _, edits in sources for action in edits.actions)),
        cover=_join(COVER, Cover, [(name, edits.cover) for name, edits in sources], conflicts),
        files={key: name for _, edits in sources for key, name in edits.files.items()},
    )
    return Joined(joined, tuple(conflicts))


def _join(key: str, kind: type[_Edit], edits: Iterable[tuple[str, _Edit]], conflicts: list[Conflict]) -> _Edit:
    named = list(edits)
    values: dict[str, str | int] = {}
    for field in fields(kind):
        said = {name: value for name, edit in named if (value := getattr(edit, field.name)) not in (None, "")}
        if len(set(said.values())) > 1:
            conflicts.append(Conflict(key, field.name, said))
        elif said:
            values[field.name] = next(iter(said.values()))
    return kind(**values)  # type: ignore[arg-type]  # the fields of this very class
