"""The lexicon: wordings that hurt, as data. One YAML file per category and language in ``lexicon/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import yaml

from qa_app.analyse.wording.pattern import Pattern, compile_pattern
from qa_app.core.errors import InvalidInput
from qa_app.core.judged import FlagCategory, Severity
from qa_app.core.plan import Language

_NEEDED: Final = ("id", "patterns", "severity", "why", "instead", "flag", "clean")
_OPTIONAL: Final = ("category", "sources", "gates", "unless")
# Lists are written one item a line, which keeps quotes and brackets out of the way of the reader.


@dataclass(frozen=True, slots=True)
class Entry:
    """One idea that hurts, in the words it is put in.

    Attributes:
        patterns: Any of them raises a candidate.
        why: One sentence to the writer.
        instead: Kinder wordings that keep the meaning, best first.
        gates: Names of context rules (``gates.GATES``) that this entry needs beyond those that always run.
        unless: Patterns of harmless senses: a candidate that overlaps one of them is dropped.
        sources: Ids of the published lists that name the wording; ``PK`` is practice knowledge.
        flag, clean: Invented examples that must and must not raise it. The tests run them.
    """

    id: str
    language: Language
    patterns: tuple[Pattern, ...]
    category: FlagCategory
    severity: Severity
    why: str
    instead: tuple[str, ...]
    gates: tuple[str, ...]
    unless: tuple[Pattern, ...]
    sources: tuple[str, ...]
    flag: tuple[str, ...]
    clean: tuple[str, ...]


def _lines(value: object) -> tuple[str, ...]:
    return tuple(line.strip() for line in str(value or "").splitlines() if line.strip())


def _entry(record: Mapping[str, Any], defaults: Mapping[str, Any], source: str) -> Entry:
    name = record.get("id", "an entry without an id")
    if unknown := sorted(set(record) - {*_NEEDED, *_OPTIONAL}):
        raise InvalidInput(f"{source}: {name} has fields that are not known: {', '.join(unknown)}.")
    if missing := [field for field in _NEEDED if field not in record]:
        raise InvalidInput(f"{source}: {name} lacks {', '.join(missing)}.")
    try:
        return Entry(
            id=record["id"],
            language=Language(defaults["language"]),
            patterns=tuple(map(compile_pattern, _lines(record["patterns"]))),
            category=FlagCategory(record.get("category", defaults.get("category"))),
            severity=Severity(record["severity"]),
            why=record["why"],
            instead=_lines(record["instead"]),
            gates=tuple(str(record.get("gates", defaults.get("gates", ""))).split()),
            unless=tuple(map(compile_pattern, _lines(record.get("unless")))),
            sources=tuple(str(record.get("sources", "PK")).split()),
            flag=_lines(record["flag"]),
            clean=_lines(record["clean"]),
        )
    except (KeyError, ValueError) as error:
        raise InvalidInput(f"{source}: {name}: {error}.") from error


@cache
def lexicon() -> tuple[Entry, ...]:
    """Load all entries, by file name and place in the file.

    Raises:
        InvalidInput: A file is wrong; says which entry and why.
    """
    folder = resources.files("qa_app.analyse.wording") / "lexicon"
    entries: list[Entry] = []
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name):
        data = yaml.safe_load(file.read_text("utf-8"))
        entries += [_entry(record, data, file.name) for record in data["entries"]]
    ids = [entry.id for entry in entries]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise InvalidInput(f"The lexicon names entries twice: {', '.join(twice)}.")
    return tuple(entries)
