"""A plan as its author file gives it: what people wrote, apart from any form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

TARGET_PARTS: Final = (
    "target",
    "success_criteria",
    "actions",
    "who",
    "by_when",
    "need",
    "baseline",
    "funding",
    "progress",
    "outcome",
)
COMPONENTS: Final = ("specific", "measurable", "achievable", "relevant", "time_bound")
LEVELS: Final = {"M": "met", "P": "partly", "N": "not"}


@dataclass(frozen=True)
class PlanData:
    """One author file.

    Attributes:
        id: The file name without its ending.
        about: What the manifest says of it: layout, phase, language, quality …
        facts: What an auditor would read off, by the names of the audit JSON.
        fields: Texts by the slot of the form they go into.
        tables: Rows of cells by the table of the form they go into.
        targets, previous: One mapping per row; see :data:`TARGET_PARTS`.
        ratings: A careful auditor's judgement: views, flags, criteria.
    """

    id: str
    about: Mapping[str, Any]
    facts: Mapping[str, Any]
    fields: Mapping[str, str]
    tables: Mapping[str, Sequence[Sequence[str]]]
    targets: Sequence[Mapping[str, str]]
    previous: Sequence[Mapping[str, str]]
    ratings: Mapping[str, Any]

    def text(self, slot: str) -> str:
        """Return what was written into ``slot``; empty when it was left blank."""
        return str(self.fields.get(slot, "")).strip()

    def rows(self, table: str) -> list[list[str]]:
        """Return the rows written into ``table``."""
        return [[str(cell) for cell in row] for row in self.tables.get(table, ())]

    @property
    def language(self) -> str:
        """``en``, ``cy`` or ``mixed`` (a bilingual form)."""
        return str(self.about["language"])


def load(path: Path) -> PlanData:
    """Read one author file."""
    raw = yaml.safe_load(path.read_text("utf-8"))
    return PlanData(
        id=path.stem,
        about=raw["about"],
        facts=raw["facts"],
        fields={key: str(value) for key, value in raw["fields"].items() if value is not None},
        tables=raw.get("tables") or {},
        targets=raw.get("targets") or [],
        previous=raw.get("previous") or [],
        ratings=raw["ratings"],
    )


def load_all(folder: Path) -> list[PlanData]:
    """Read every author file in ``folder``, in order of name."""
    return [load(path) for path in sorted(folder.glob("*.yaml"))]
