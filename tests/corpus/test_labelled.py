"""The labelled data is in the guide's formats, split by writer, and holds no near copies across writers."""

import json
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from qa_app.evaluate.items import read_language, read_targets, read_voice

LABELLED = Path(__file__).parents[2] / "corpus" / "labelled"
KINDS = ("targets", "voice", "language")
READERS = {"targets": read_targets, "voice": read_voice, "language": read_language}
NEAR = 0.8  # share of words in common from which two texts count as copies


def records(kind: str, folder: Path | None = None) -> list[dict[str, object]]:
    """Return the records of a kind; without a folder, those for training and those for testing together."""
    folders = [folder] if folder else [LABELLED, LABELLED / "test"]
    paths = [path for parent in folders for path in sorted((parent / kind).glob("*.jsonl"))]
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def words(record: dict[str, object]) -> frozenset[str]:
    text = str(record.get("text") or " ".join(str(record.get(k, "")) for k in ("target", "success_criteria", "actions")))
    return frozenset(re.findall(r"[^\W_]+", text.lower()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_in_the_guides_format(kind: str) -> None:
    assert sum(len(READERS[kind](path)) for path in (LABELLED / kind).glob("*.jsonl")) >= 800


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_writers_known(kind: str) -> None:
    known = {json.loads(line)["writer"] for line in (LABELLED / "writers.jsonl").read_text("utf-8").splitlines()}
    found = records(kind)
    assert len({record["id"] for record in found}) == len(found)
    assert {record["writer"] for record in found} <= known


def test_spans_quote_their_texts() -> None:
    for record in records("language"):
        for span in record["spans"]:  # type: ignore[attr-defined]
            assert str(record["text"])[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_near_copies_across_writers(kind: str) -> None:
    by_word: dict[str, list[int]] = defaultdict(list)
    found = [(record, words(record)) for record in records(kind)]
    for index, (_, bag) in enumerate(found):
        if len(bag) >= 6:
            for word in sorted(bag, key=lambda w: (-len(w), w))[:3]:  # copies share their longest words
                by_word[word].append(index)
    pairs = {pair for indices in by_word.values() if len(indices) <= 60 for pair in combinations(indices, 2)}
    copies = [
        (found[a][0]["id"], found[b][0]["id"])
        for a, b in pairs
        if found[a][0]["writer"] != found[b][0]["writer"]
        and len(found[a][1] & found[b][1]) >= NEAR * len(found[a][1] | found[b][1])
    ]
    assert copies == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_writer_is_on_both_sides(kind: str) -> None:
    trained = {record["writer"] for record in records(kind, LABELLED)}
    assert trained.isdisjoint({record["writer"] for record in records(kind, LABELLED / "test")})


@pytest.mark.parametrize("kind", KINDS)
def test_second_labels_belong_to_items(kind: str) -> None:
    ids = {record["id"] for record in records(kind)}
    assert {record["id"] for record in records(kind, LABELLED / "second")} <= ids
