"""The short plan of ``corpus/formats`` and its words in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class ShortPlan:
    """A few details, sections of paragraphs and one table of targets."""

    title: str
    details: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def lines(self) -> list[str]:
        """Return every word a reader sees, a line per paragraph or cell: the gold text."""
        lines = [self.title]
        for label, value in self.details:
            lines += [label, value]
        for heading, paragraphs in self.sections:
            lines += [heading, *paragraphs]
        lines += ["Targets", *self.heads]
        for row in self.rows:
            lines += row
        return lines


def load(path: Path) -> ShortPlan:
    """Read the plan's author file."""
    raw = yaml.safe_load(path.read_text("utf-8"))
    return ShortPlan(
        title=raw["title"],
        details=tuple((label, value) for label, value in raw["details"]),
        sections=tuple((section["heading"], tuple(section["paragraphs"])) for section in raw["sections"]),
        heads=tuple(raw["targets"]["heads"]),
        rows=tuple(tuple(row) for row in raw["targets"]["rows"]),
    )
