"""The judgement guide's item formats (JSON Lines, UTF-8): reading files, telling the kinds apart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from qa_app.core.errors import InvalidInput
from qa_app.core.judged import Component, FlagCategory, Level, Severity, TargetText, VoiceLabel, VoiceText, WordingText
from qa_app.core.plan import Speaker


class Kind(StrEnum):
    """What a labelled file holds."""

    TARGETS = "targets"
    VOICE = "voice"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A flag that people agreed on; ``text[start:end]`` of its item."""

    start: int
    end: int
    category: FlagCategory
    severity: Severity


@dataclass(frozen=True, slots=True)
class TargetItem:
    """A target row with its labels; ``labels`` is empty when the file has none."""

    id: str
    writer: str
    row: TargetText
    labels: Mapping[Component, Level]


@dataclass(frozen=True, slots=True)
class VoiceItem:
    """A passage with its label; None when the file has none."""

    id: str
    writer: str
    passage: VoiceText
    label: VoiceLabel | None


@dataclass(frozen=True, slots=True)
class LanguageItem:
    """A text with its flags; ``spans`` is None when the file has no labels."""

    id: str
    writer: str
    wording: WordingText
    spans: tuple[GoldSpan, ...] | None


def read_records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number and record of each line that is not blank.

    Raises:
        InvalidInput: The file cannot be opened, or a line is not a JSON object.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise InvalidInput(f"{path.name} cannot be opened ({error.strerror}). Check the path.") from error
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{path.name} is not UTF-8 text. Save it as UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise InvalidInput(f"{path.name}, line {number}: not valid JSON. Each line holds one object.") from error
        if not isinstance(record, dict):
            raise InvalidInput(f"{path.name}, line {number}: not a JSON object. Each line holds one object.")
        yield number, record


def kind_of(path: Path) -> Kind | None:
    """Tell what a file holds from its first record; None when it is none of the three formats."""
    for _, record in read_records(path):
        if "target" in record:
            return Kind.TARGETS
        if "speaker" in record or "spans" in record:
            return Kind.LANGUAGE
        if "text" in record:
            return Kind.VOICE
        return None
    return None


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else "" if value is None else str(value)


def read_targets(path: Path) -> tuple[TargetItem, ...]:
    """Read a file of target rows.

    Raises:
        InvalidInput: With line number and field, when a value is not one of the format's.
    """
    items = []
    for number, record in read_records(path):
        context = record.get("context") or {}
        try:
            meeting = date.fromisoformat(context["meeting_date"]) if context.get("meeting_date") else None
            labels = {Component(name): Level(value) for name, value in (record.get("labels") or {}).items()}
        except (ValueError, AttributeError, TypeError) as error:
            raise InvalidInput(f"{path.name}, line {number}: a date or label is not one of the format's ({error}).") from error
        row = TargetText(
            target=_text(record, "target"),
            success_criteria=_text(record, "success_criteria"),
            actions=_text(record, "actions"),
            who=_text(record, "who"),
            by_when=_text(record, "by_when"),
            needs=_text(context, "needs"),
            views=_text(context, "views"),
            meeting_date=meeting,
        )
        items.append(TargetItem(_text(record, "id"), _text(record, "writer"), row, labels))
    return tuple(items)


def read_voice(path: Path) -> tuple[VoiceItem, ...]:
    """Read a file of passages.

    Raises:
        InvalidInput: With line number, when a label is not one of the seven.
    """
    items = []
    for number, record in read_records(path):
        try:
            label = VoiceLabel(record["label"]) if record.get("label") else None
        except ValueError as error:
            raise InvalidInput(f"{path.name}, line {number}: {error}.") from error
        passage = VoiceText(_text(record, "text"), _text(record, "heading"), _text(record, "child"))
        items.append(VoiceItem(_text(record, "id"), _text(record, "writer"), passage, label))
    return tuple(items)


def read_language(path: Path) -> tuple[LanguageItem, ...]:
    """Read a file of wordings.

    Raises:
        InvalidInput: With line number, when a span, category or severity is not one of the format's.
    """
    items = []
    for number, record in read_records(path):
        try:
            spans = (
                None
                if record.get("spans") is None
                else tuple(
                    GoldSpan(int(s["start"]), int(s["end"]), FlagCategory(s["category"]), Severity(s["severity"]))
                    for s in record["spans"]
                )
            )
        except (ValueError, KeyError, TypeError) as error:
            raise InvalidInput(f"{path.name}, line {number}: a span is not in the format ({error}).") from error
        speaker = Speaker.CHILD if record.get("speaker") == "child" else Speaker.UNKNOWN
        wording = WordingText(_text(record, "text"), _text(record, "heading"), speaker)
        items.append(LanguageItem(_text(record, "id"), _text(record, "writer"), wording, spans))
    return tuple(items)
