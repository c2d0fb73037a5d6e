"""What a form printed where and what people wrote, noted while the form is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kit.markup import paragraphs

START_WORDS: Final = 10
"""How many words of a section's first paragraph or cell the gold file shows."""


@dataclass
class Gold:
    """Collects the gold of one document; every note returns its text, so that it is noted where it is printed.

    Attributes:
        facts: What an auditor would read off, by the names of the audit JSON.
        language: Of what people wrote: ``en`` or ``cy``.
    """

    facts: Mapping[str, Any]
    language: str = "en"
    sections: list[dict[str, Any]] = field(default_factory=list)
    targets: list[dict[str, str]] = field(default_factory=list)
    previous_targets: list[dict[str, str]] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)

    def section(self, section_id: str, heading: str, text: str) -> str:
        """Note a section under its printed heading with what people wrote in it."""
        lines = paragraphs(text)
        starts = " ".join(lines[0].split()[:START_WORDS]) if lines else ""
        self.sections.append({"id": section_id, "heading": heading, "empty": not lines, "starts": starts})
        return text

    def target(self, row: Mapping[str, str]) -> Mapping[str, str]:
        """Note a current target with the parts that the form has room for."""
        self.targets.append(dict(row))
        return row

    def previous(self, row: Mapping[str, str]) -> Mapping[str, str]:
        """Note an earlier target."""
        self.previous_targets.append(dict(row))
        return row

    def note(self, text: str) -> str:
        """Note words that belong to the form: guidance, examples, prompts, notices."""
        self.printed.append(text)
        return text

    def content(self, file: str) -> dict[str, Any]:
        """Return the gold file of the document named ``file``."""
        return {
            "file": file,
            "language": self.language,
            "facts": dict(self.facts),
            "sections": self.sections,
            "targets": self.targets,
            "previous_targets": self.previous_targets,
            "printed": self.printed,
        }
