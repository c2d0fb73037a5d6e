"""The sample corpus is what its manifest says, its gold files fit the documents, and a rebuild changes nothing."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from qa_app.core.judged import Component, FlagCategory, Level, Severity
from qa_app.core.plan import SECTION_IDS, TargetRow

CORPUS = Path(__file__).parents[2] / "corpus"
SAMPLE = CORPUS / "sample"
CRITERIA = [
    "views-and-aspirations", "statutory-information", "barriers-and-plan", "transitions", "practical-linked-action",
    "responsibility", "progression", "not-in-school-pathway", "sensitive-language", "smart-targets",
]  # fmt: skip


def manifest() -> list[dict[str, str]]:
    with (SAMPLE / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


ROWS = manifest()
FILES = [row["file"] for row in ROWS]


def gold_of(file: str) -> dict:
    return json.loads((SAMPLE / file).with_suffix(".gold.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def text_of(visible_text):
    return {file: visible_text.squeezed(visible_text.of(SAMPLE / file)) for file in FILES}


def test_manifest_names_every_file_once():
    on_disk = {path.name for path in SAMPLE.iterdir() if path.suffix in (".docx", ".pdf")}
    assert sorted(FILES) == sorted(on_disk)
    assert {path.name for path in SAMPLE.glob("*.gold.json")} == {Path(file).stem + ".gold.json" for file in FILES}


def test_the_mix_is_as_promised():
    assert Counter(row["quality"] for row in ROWS) == {"exemplary": 3, "sound": 5, "weak": 5, "very poor": 3}
    layouts = Counter(row["layout"] for row in ROWS)
    assert set(layouts) == {"welsh_primary", "welsh_secondary", "epep_printout", "english_pep"}
    assert min(layouts.values()) >= 3
    assert {row["format"] for row in ROWS} == {"docx", "pdf"}
    languages = Counter(row["language"] for row in ROWS)
    assert (languages["cy"], languages["mixed"]) == (1, 1)
    years = {int(row["year_group"]) for row in ROWS}
    assert min(years) == -1
    assert max(years) == 13
    assert {row["jurisdiction"] for row in ROWS} == {"wales", "england"}


def test_pairs_point_at_the_same_child():
    paired = [row for row in ROWS if row["pair_of"]]
    assert paired
    for row in paired:
        assert gold_of(row["file"])["facts"]["child"] == gold_of(row["pair_of"])["facts"]["child"]


@pytest.mark.parametrize("file", FILES)
def test_gold_uses_the_contracts_names(file):
    gold = gold_of(file)
    assert [criterion["id"] for criterion in gold["criteria"]] == CRITERIA
    for criterion in gold["criteria"]:
        assert criterion["reason"]
        assert criterion["rating"] in ((None,) if criterion["status"] == "not-applicable" else (0, 1, 2, 3))
    assert gold["views"]["level"] in range(4)
    assert {section["id"] for section in gold["sections"]} <= set(SECTION_IDS)
    for flag in gold["flags"]:
        assert FlagCategory(flag["category"])
        assert Severity(flag["severity"])
    for row in gold["targets"]:
        assert {Component(name) for name in row["labels"]} == set(Component)
        assert all(Level(level) for level in row["labels"].values())
        assert set(row) <= {*TargetRow.PARTS, "labels"}


@pytest.mark.parametrize("file", FILES)
def test_gold_stands_in_the_document(file, text_of, visible_text):
    gold, text = gold_of(file), text_of[file]
    squeezed = visible_text.squeezed
    for section in gold["sections"]:
        assert squeezed(section["heading"]) in text
        assert squeezed(section["starts"]) in text
        assert section["empty"] == (not section["starts"])
    for row in gold["targets"] + gold["previous_targets"]:
        assert all(squeezed(part) in text for name, part in row.items() if name != "labels")
    sections = {section["id"] for section in gold["sections"]}
    for flag in gold["flags"]:
        assert flag["section"] in sections
        assert squeezed(flag["text"]) in text


@pytest.mark.parametrize("file", FILES)
def test_printed_examples_are_in_the_document_but_not_in_the_gold(file, text_of):
    gold = gold_of(file)
    if any(section["id"] == "targets" for section in gold["sections"]) and "pep2" not in file:
        assert "Sam" in text_of[file]
    assert not any("Sam " in row["target"] for row in gold["targets"])


def test_tracked_deletion_is_in_the_file_but_not_visible(text_of, visible_text):
    assert visible_text.squeezed("Maths is hard for Jac") in text_of["06-jac-year8.docx"]
    assert visible_text.squeezed("Poor attitude in maths") not in text_of["06-jac-year8.docx"]
    assert visible_text.squeezed("LC to chase ALNCo") not in text_of["06-jac-year8.docx"], (
        "a margin comment is not the page's text"
    )


def test_two_builds_give_the_same_bytes_and_what_is_stored(tmp_path, visible_text):
    for folder in ("first", "second"):
        command = [sys.executable, str(CORPUS / "make" / "build.py"), "--out", str(tmp_path / folder)]
        subprocess.run(command, check=True, capture_output=True)
    for path in sorted((tmp_path / "first").iterdir()):
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes()
        assert visible_text.content(path) == visible_text.content(SAMPLE / path.name), path.name


def test_a_printed_target_table_runs_over_a_page_with_its_heads_repeated(visible_text):
    reader = visible_text.PdfReader(SAMPLE / "11-kai-year7.pdf")
    pages = [number for number, page in enumerate(reader.pages) if "What will we do?" in page.extract_text()]
    assert len(pages) == 2
    assert pages[1] == pages[0] + 1
