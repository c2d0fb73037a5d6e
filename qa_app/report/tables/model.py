"""What a table is: columns with a meaning, rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from qa_app.core.result import Audit, CriterionStatus, PlanAudit
from qa_app.core.words import Words

Value: TypeAlias = str | int | float | date | None
Row: TypeAlias = tuple[Value, ...]

NOT_APPLICABLE: Final = "n/a"
CANNOT_JUDGE: Final = "?"


class Kind(StrEnum):
    """How a column's values are to be shown."""

    KEY = "key"  # for programs: finds the row again
    NAME = "name"  # short text that identifies the row
    TEXT = "text"  # prose
    QUOTE = "quote"  # words of a plan
    CODE = "code"  # a word of a closed list, which the catalogue names in each language
    NUMBER = "number"
    SCORE = "score"  # 0 to 100
    PERCENT = "percent"  # 0 to 1
    DATE = "date"
    RATING = "rating"  # 0 to 3, n/a or ?
    LEVEL = "level"  # met, partly, not
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``key`` for programs, ``title`` for people, ``meaning`` for the data dictionary, ``width`` in characters."""

    key: str
    title: str
    kind: Kind
    width: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table. ``note`` stands above it; ``when_empty`` is shown instead of no rows."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    when_empty: str = ""

    def index(self, key: str) -> int:
        """Return the position of the column ``key``, from 0.

        Raises:
            ValueError: There is no such column.
        """
        return [column.key for column in self.columns].index(key)


@dataclass(frozen=True, slots=True)
class Shape:
    """A column without its words: those come from the catalogue."""

    key: str
    kind: Kind
    width: int


PLAN: Final = (Shape("plan", Kind.NUMBER, 6), Shape("file", Kind.NAME, 24))
"""The columns that say which plan a row is of."""


def make_table(words: Words, key: str, shapes: Iterable[Shape], rows: Iterable[Row]) -> Table:
    """Put a table together with its words from the catalogue: titles, meanings, note."""
    columns = tuple(
        Column(s.key, _words(words, key, "heads", s.key), s.kind, s.width, _words(words, key, "meanings", s.key))
        for s in shapes
    )
    prefix = f"tables.{key}"
    return Table(
        key=key,
        title=words(f"{prefix}.title"),
        columns=columns,
        rows=tuple(rows),
        note=words.texts.get(f"{prefix}.note", ""),
        when_empty=words.texts.get(f"{prefix}.empty", words("tables.common.empty")),
    )


def _words(words: Words, table: str, group: str, column: str) -> str:
    own = f"tables.{table}.{group}.{column}"
    return words(own if own in words.texts else f"tables.common.{group}.{column}")


def numbered(audit: Audit) -> Iterator[tuple[int, PlanAudit]]:
    """Return the plans with their numbers from 1."""
    return enumerate(audit.plans, 1)


def plan_name(audited: PlanAudit) -> str:
    """Return what a plan is called in tables: its file's name, with its number when the file holds several plans."""
    document = audited.analysis.plan.document
    return document.name if document.plan_no == 1 else f"{document.name} ({document.plan_no})"


def plan_key(number: int, audited: PlanAudit) -> str:
    """Return a key that finds a plan again in this audit and in a later audit of the same file."""
    return f"{number}|{audited.analysis.plan.document.sha256[:12]}"


def rating_text(status: CriterionStatus, rating: int | None) -> int | str:
    """Return a rating as it stands in a table: 0 to 3, ``n/a`` or ``?``."""
    if status is CriterionStatus.NOT_APPLICABLE:
        return NOT_APPLICABLE
    return CANNOT_JUDGE if rating is None else rating


def one_line(text: str, longest: int = 300) -> str:
    """Return ``text`` on one line, cut at ``longest`` characters with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def as_value(value: object) -> Value:
    """Return a fact's value as a cell may hold it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str | int | float | date) else None
