"""The further formats hold the words of their gold files and can be built again; bad files are made, never stored."""

import csv
import email
import email.policy
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree, html

CORPUS = Path(__file__).parents[2] / "corpus"
FORMATS = CORPUS / "formats"
DEPENDS_ON_THE_MACHINE = {"short-plan.doc", "scan-clean.pdf", "scan-skewed-noisy.pdf"}
"""Written by LibreOffice, or holding pictures whose compression may differ between machines."""


def run(script: Path, folder: Path) -> None:
    command = [sys.executable, str(script), "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def text_of_html(page: bytes) -> str:
    root = html.fromstring(page.decode())
    for hidden in root.xpath("//script | //style | //title | //*[contains(@style, 'display:none')]"):
        hidden.getparent().remove(hidden)
    return root.text_content()


def readable(path: Path, visible_text) -> str:
    """The words of a file whose format the standard tools can read."""
    match path.suffix:
        case ".html":
            return text_of_html(path.read_bytes())
        case ".pdf":
            return visible_text.of_pdf(path)
        case ".odt":
            with zipfile.ZipFile(path) as archive:
                return "".join(etree.fromstring(archive.read("content.xml")).itertext())
        case ".eml":
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            attached = next(message.iter_attachments())
            return message.get_body(("plain",)).get_content() + text_of_html(attached.get_content().encode())
        case ".xlsx":
            sheet = openpyxl.load_workbook(path).worksheets[0]
            return "".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
        case ".csv":
            with path.open(encoding="utf-8-sig", newline="") as stream:
                return "".join(cell for row in csv.reader(stream) for cell in row)
    raise AssertionError(path)


@pytest.mark.parametrize(
    "name",
    [
        "short-plan.html",
        "short-plan.pdf",
        "short-plan.odt",
        "short-plan.eml",
        "export-three-plans.xlsx",
        "export-three-plans.csv",
    ],
)
def test_a_file_holds_the_words_of_its_gold_in_order(name, visible_text):
    path = FORMATS / name
    seen = visible_text.squeezed(readable(path, visible_text))
    position = 0
    for line in path.with_name(f"{name}.gold.txt").read_text("utf-8").splitlines():
        found = seen.find(visible_text.squeezed(line), 0 if path.suffix == ".pdf" else position)
        assert found >= 0, line
        position = found


def test_scans_have_no_text_layer(visible_text):
    for path in FORMATS.glob("scan-*.pdf"):
        assert not visible_text.of_pdf(path).strip()


def test_every_file_has_its_gold():
    files = {path.name for path in FORMATS.iterdir() if path.suffix not in (".yaml", ".txt") or path.name == "short-plan.txt"}
    assert {f"{name}.gold.txt" for name in files} == {path.name for path in FORMATS.glob("*.gold.txt")}


def test_a_rebuild_gives_what_is_stored(tmp_path, visible_text):
    script = CORPUS / "make" / "build_formats.py"
    run(script, tmp_path)
    for path in sorted(tmp_path.iterdir()):
        if path.name not in DEPENDS_ON_THE_MACHINE:
            assert visible_text.content(path) == visible_text.content(FORMATS / path.name), path.name


def test_bad_files_are_made_small_and_never_stored(tmp_path):
    run(CORPUS / "bad" / "bad_files.py", tmp_path)
    made = list(tmp_path.iterdir())
    assert {"damaged.docx", "empty.docx", "password.pdf", "photo.docx", "no-pages.pdf", "bomb.zip"} <= {
        path.name for path in made
    }
    assert sum(path.stat().st_size for path in made) < 1_000_000
    with zipfile.ZipFile(tmp_path / "bomb.zip") as bomb:
        assert bomb.infolist()[0].file_size > 100 * bomb.infolist()[0].compress_size
    assert not [path for path in (CORPUS / "bad").rglob("*") if path.suffix not in (".py", ".pyc", "")]
