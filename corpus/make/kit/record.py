"""What a layout printed where, noted while it prints: the factual half of a gold file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kit.markup import paragraphs, visible
from kit.plan import COMPONENTS, LEVELS, TARGET_PARTS, PlanData

START_LENGTH = 60
"""How many characters of a section's first paragraph or cell the gold file shows."""


@dataclass
class Record:
    """Collects sections and target rows in the order they stand in the document."""

    sections: list[dict[str, Any]] = field(default_factory=list)
    targets: list[dict[str, Any]] = field(default_factory=list)
    previous_targets: list[dict[str, Any]] = field(default_factory=list)

    def section(self, section_id: str, heading: str, text: str) -> None:
        """Note a section with what people wrote in it. Blank text makes an empty section."""
        written = paragraphs(visible(text))
        starts = written[0][:START_LENGTH].strip() if written else ""
        self.sections.append({"id": section_id, "heading": heading, "empty": not written, "starts": starts})

    def target(self, row: Mapping[str, str], columns: Sequence[str]) -> None:
        """Note a current target with the parts that the form has columns for."""
        noted: dict[str, Any] = _parts(row, columns)
        marks = row["labels"]
        noted["labels"] = {name: LEVELS[mark] for name, mark in zip(COMPONENTS, marks, strict=True)}
        self.targets.append(noted)

    def previous(self, row: Mapping[str, str], columns: Sequence[str]) -> None:
        """Note an earlier target."""
        self.previous_targets.append(_parts(row, columns))

    def gold(self, plan: PlanData, file: str) -> dict[str, Any]:
        """Return the gold file of ``plan`` as printed into ``file``."""
        return {
            "file": file,
            "language": plan.language,
            "quality": plan.about["quality"],
            "facts": {name: _plain(value) for name, value in plan.facts.items()},
            "sections": self.sections,
            "targets": self.targets,
            "previous_targets": self.previous_targets,
            "views": plan.ratings["views"],
            "flags": plan.ratings.get("flags") or [],
            "criteria": [
                {"id": name, "status": _status(entry), "rating": entry.get("rating"), "reason": entry["reason"]}
                for name, entry in plan.ratings["criteria"].items()
            ],
        }


def _status(entry: Mapping[str, Any]) -> str:
    return "rated" if entry.get("rating") is not None else "not-applicable"


def _parts(row: Mapping[str, str], columns: Sequence[str]) -> dict[str, Any]:
    return {name: visible(str(row[name])).strip() for name in TARGET_PARTS if name in columns and row.get(name)}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
