"""The unseen forms hold the words of their gold files and can be built again."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

CORPUS = Path(__file__).parents[2] / "corpus"
UNSEEN = CORPUS / "unseen"
GOLD = sorted(UNSEEN.glob("*.gold.json"))


def seen(path: Path, visible_text) -> str:
    """The words of a form, without white space."""
    if path.suffix == ".odt":
        with zipfile.ZipFile(path) as archive:
            text = "".join(etree.fromstring(archive.read("content.xml")).itertext())
    elif path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        text = "".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
    else:
        text = visible_text.of(path)
    return visible_text.squeezed(text)


def test_there_are_eight_forms_in_four_formats():
    endings = [json.loads(path.read_text("utf-8"))["file"].rpartition(".")[2] for path in GOLD]
    assert sorted(endings) == ["docx"] * 4 + ["odt"] + ["pdf"] * 2 + ["xlsx"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_a_form_holds_the_words_of_its_gold(path, visible_text):
    gold = json.loads(path.read_text("utf-8"))
    text = seen(UNSEEN / gold["file"], visible_text)
    wanted = [section[part] for section in gold["sections"] for part in ("heading", "starts")]
    wanted += [part for row in gold["targets"] + gold["previous_targets"] for part in row.values()]
    # Paper breaks lines inside hyphenated words, and pages inside paragraphs.
    missing = [words for words in wanted + gold["printed"] if visible_text.squeezed(words)[:40] not in text]
    assert not missing
    assert len(gold["targets"]) in range(2, 6)


def test_a_rebuild_gives_what_is_stored(tmp_path, visible_text):
    command = [sys.executable, str(CORPUS / "make" / "build_unseen.py"), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in UNSEEN.iterdir()}
    for path in sorted(tmp_path.iterdir()):
        assert visible_text.content(path) == visible_text.content(UNSEEN / path.name), path.name
