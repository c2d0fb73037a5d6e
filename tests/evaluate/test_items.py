"""The guide's formats are read as they are, and mistakes are named with their line."""

import json
from pathlib import Path

import pytest

from qa_app.core.errors import InvalidInput
from qa_app.core.plan import Speaker
from qa_app.evaluate.items import Kind, kind_of, read_language, read_targets, read_voice


def write(path: Path, *records: object) -> Path:
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), "utf-8")
    return path


def test_targets_with_and_without_labels(tmp_path: Path) -> None:
    row = {"id": "a", "context": {"meeting_date": "2026-01-12", "needs": "n", "views": ""}, "target": "t", "who": "w"}
    labelled = {**row, "labels": {"specific": "met"}}
    first, second = read_targets(write(tmp_path / "x.jsonl", row, "", labelled))
    assert first.row.meeting_date is not None
    assert (first.row.who, first.row.by_when, first.labels) == ("w", "", {})
    assert second.labels


def test_a_row_without_context_is_read(tmp_path: Path) -> None:
    (item,) = read_targets(write(tmp_path / "x.jsonl", {"id": "a", "target": "t"}))
    assert item.row.meeting_date is None


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"target": "t"}, Kind.TARGETS),
        ({"text": "t", "speaker": "adult"}, Kind.LANGUAGE),
        ({"text": "t"}, Kind.VOICE),
        ({}, None),
    ],
)
def test_kinds_are_told_apart_by_their_fields(tmp_path: Path, record: dict[str, str], kind: Kind | None) -> None:
    assert kind_of(write(tmp_path / "x.jsonl", record)) is kind


def test_the_childs_own_words_are_marked(tmp_path: Path) -> None:
    (item,) = read_language(write(tmp_path / "x.jsonl", {"id": "a", "text": "t", "speaker": "child", "spans": []}))
    assert item.wording.speaker is Speaker.CHILD
    assert item.spans == ()


@pytest.mark.parametrize("broken", ["{", "[1]", '{"text": "t", "label": "loud"}'])
def test_a_broken_line_is_named(tmp_path: Path, broken: str) -> None:
    with pytest.raises(InvalidInput, match="line 2"):
        read_voice(write(tmp_path / "x.jsonl", {"text": "t"}, broken))


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="Check the path"):
        read_voice(tmp_path / "none.jsonl")
