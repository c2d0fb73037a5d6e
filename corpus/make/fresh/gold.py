"""What a fresh form says, read from its author file, and the gold file that goes with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

PLANS: Final = Path(__file__).resolve().parent / "plans"
START_LENGTH: Final = 60
"""How many characters of a section's first answer the gold file shows."""

Row = Sequence[str]
"""Section id, printed question (empty when the form prints none), answer."""


@dataclass
class FreshForm:
    """One author file, with the sections that a layout has printed so far."""

    plan: Mapping[str, Any]
    sections: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def load(cls, name: str) -> FreshForm:
        """Read ``plans/NAME.yaml``."""
        return cls(yaml.safe_load((PLANS / f"{name}.yaml").read_text("utf-8")))

    @property
    def title(self) -> str:
        """The form's printed title."""
        return str(self.plan["title"])

    @property
    def authority(self) -> str:
        """Whose form it is, as printed."""
        return str(self.plan["authority"])

    def rows(self, name: str) -> list[Row]:
        """Return a list of rows of the author file."""
        return [[str(cell) for cell in row] for row in self.plan.get(name, ())]

    def targets(self, name: str = "targets") -> list[Mapping[str, str]]:
        """Return the current or the previous targets."""
        return list(self.plan.get(name, ()))

    def note(self, heading: str, rows: Sequence[Row]) -> None:
        """Note the sections of one printed part: one per id, headed by its question when the part holds several."""
        several = len({row[0] for row in rows}) > 1
        for section_id in dict.fromkeys(row[0] for row in rows):
            question, answer = next((row[1], row[2]) for row in rows if row[0] == section_id)
            self.section(section_id, question if several and question else heading, answer)

    def section(self, section_id: str, heading: str, text: str) -> None:
        """Note one section by how its text starts."""
        starts = text[:START_LENGTH].strip()
        self.sections.append({"id": section_id, "heading": heading, "empty": not starts, "starts": starts})

    def gold(self, file: str) -> dict[str, Any]:
        """Return the gold file of the form as printed into ``file``."""
        facts = self.plan["facts"]
        return {
            "file": file,
            "language": self.plan["language"],
            "facts": {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()},
            "sections": self.sections,
            "targets": [dict(row) for row in self.targets()],
            "previous_targets": [dict(row) for row in self.targets("previous")],
            "printed": list(self.plan["printed"]),
        }
