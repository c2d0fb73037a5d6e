"""The wordings that forms use, loaded once from ``audit_templates/forms/``: headings, prompts, fields, column heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

import yaml

from qa_app.core.errors import InvalidTemplate
from qa_app.core.paths import resource
from qa_app.core.plan import SECTION_IDS, Speaker
from qa_app.extract.wording import normal, plain

FOLDER: Final = "forms"
FILES: Final = ("headings.yaml", "prompts.yaml", "fields.yaml", "columns.yaml")
"""Vocabularies of all forms; every other file of the folder describes one form."""


@dataclass(frozen=True, slots=True)
class HeadingPattern:
    """A wording that tells a section wherever it stands in a heading. Read against the heading's normal form."""

    section: str
    regex: re.Pattern[str]
    unless: re.Pattern[str] | None
    matches: tuple[str, ...]
    misses: tuple[str, ...]

    def found(self, key: str) -> bool:
        """Whether the normal form ``key`` is such a heading."""
        return self.regex.search(key) is not None and not (self.unless and self.unless.search(key))


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings by the section they open.

    Attributes:
        sections: Normal form of a heading → section id.
        speakers: Section id → whose words stand below.
        titles: Document titles, which open nothing.
        gathers: Headings over several people's views.
        givers: Label of a person below such a heading → section id.
        patterns: Wordings for headings that are not listed, in the order in which they are tried.
    """

    sections: Mapping[str, str]
    speakers: Mapping[str, Speaker]
    titles: frozenset[str]
    gathers: frozenset[str]
    givers: Mapping[str, str]
    patterns: tuple[HeadingPattern, ...]


@dataclass(frozen=True, slots=True)
class PromptPattern:
    """A wording that makes text printed. ``whole``: the whole paragraph is, not only the sentence."""

    id: str
    regex: re.Pattern[str]
    whole: bool
    matches: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompts:
    """Printed words of forms in general."""

    phrases: frozenset[str]
    patterns: tuple[PromptPattern, ...]
    question_openers: frozenset[str]
    addressed: frozenset[str]
    example_names: tuple[str, ...]
    blanks: frozenset[str]
    table_heads: frozenset[str]
    question_heads: frozenset[str]
    answer_heads: frozenset[str]
    orders: frozenset[str]
    weak_orders: frozenset[str]
    topics: frozenset[str]
    form_words: frozenset[str]
    persons: frozenset[str]


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A fact that forms ask for.

    Attributes:
        name: The fact's name, before ``stored_as``.
        kind: How its value is read.
        within, not_within: Sections where the label has this meaning, or has not; empty: anywhere.
        home: The section its words belong to where no heading stands over it.
        stored_as: Its name in the plan.
    """

    name: str
    kind: str
    exact: frozenset[str]
    pattern: re.Pattern[str] | None
    within: frozenset[str]
    not_within: frozenset[str]
    home: str
    stored_as: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column head's wordings."""

    name: str
    exact: frozenset[str]
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Columns:
    """Heads of target tables and of tables of people, and the words that tell how a target went."""

    targets: tuple[Column, ...]
    people: tuple[Column, ...]
    verdict: re.Pattern[str]


def _read(name: str) -> dict[str, Any]:
    path = resource("audit_templates") / FOLDER / name
    data = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(data, dict):
        raise InvalidTemplate(name, ["it is not a list of named entries; restore the file from the installation"])
    return data


def _texts(values: Iterable[Any]) -> frozenset[str]:
    return frozenset(plain(str(value)) for value in values)


def _pattern(entry: Mapping[str, Any]) -> re.Pattern[str] | None:
    return re.compile(str(entry["pattern"])) if entry.get("pattern") else None


@lru_cache(maxsize=1)
def headings() -> Headings:
    """Return the heading vocabulary."""
    data = _read("headings.yaml")
    unknown = sorted(
        (set(data["sections"]) | set(data["givers"]) | {entry["section"] for entry in data["patterns"]}) - set(SECTION_IDS)
    )
    if unknown:
        raise InvalidTemplate("headings.yaml", [f"“{name}” is no section; remove it" for name in unknown])
    sections: dict[str, str] = {}
    speakers: dict[str, Speaker] = {}
    for section, entry in data["sections"].items():
        if "speaker" in entry:
            speakers[section] = Speaker(entry["speaker"])
        for wording in (*entry["english"], *entry["welsh"]):
            sections.setdefault(normal(str(wording)), section)
    return Headings(
        MappingProxyType(sections),
        MappingProxyType(speakers),
        _texts(data["title"]),
        _texts(data["gathers"]),
        MappingProxyType({plain(label): section for section, labels in data["givers"].items() for label in labels}),
        tuple(
            HeadingPattern(
                entry["section"],
                re.compile(entry["regex"]),
                re.compile(entry["unless"]) if "unless" in entry else None,
                tuple(entry["matches"]),
                tuple(entry["misses"]),
            )
            for entry in data["patterns"]
        ),
    )


@lru_cache(maxsize=1)
def prompts() -> Prompts:
    """Return the vocabulary of printed words."""
    data = _read("prompts.yaml")
    patterns = tuple(
        PromptPattern(
            entry["id"],
            re.compile(entry["regex"], re.IGNORECASE),
            entry["scope"] == "paragraph",
            tuple(entry["matches"]),
            tuple(entry["misses"]),
        )
        for entry in data["patterns"]
    )
    return Prompts(
        _texts(data["phrases"]),
        patterns,
        _texts(data["questions"]["openers"]),
        _texts(data["questions"]["addressed"]),
        tuple(str(name) for name in data["example_names"]),
        frozenset({*_texts(data["blanks"]), ""}),
        _texts(data["table_heads"]),
        _texts(data["question_and_answer"]["left"]),
        _texts(data["question_and_answer"]["right"]),
        _texts(data["instructions"]["orders"]),
        _texts(data["instructions"]["weak_orders"]),
        _texts(data["instructions"]["topics"]),
        _texts(data["instructions"]["form_words"]),
        _texts(data["instructions"]["persons"]),
    )


@lru_cache(maxsize=1)
def field_kinds() -> tuple[FieldKind, ...]:
    """Return the facts that forms ask for, in the order in which labels are tried."""
    data = _read("fields.yaml")
    homes = {name: home for home, names in data["homes"].items() for name in names}
    return tuple(
        FieldKind(
            name,
            entry["kind"],
            _texts(entry["exact"]),
            _pattern(entry),
            frozenset(entry.get("in", ())),
            frozenset(entry.get("not_in", ())),
            homes.get(name, "child_details"),
            data["stored_as"].get(name, name),
        )
        for name, entry in data["facts"].items()
    )


@lru_cache(maxsize=1)
def columns() -> Columns:
    """Return the column heads."""
    data = _read("columns.yaml")

    def read(entries: Mapping[str, Any]) -> tuple[Column, ...]:
        return tuple(Column(name, _texts(entry["exact"]), _pattern(entry)) for name, entry in entries.items())

    return Columns(read(data["columns"]), read(data["people"]), re.compile(str(data["verdicts"]), re.IGNORECASE))
