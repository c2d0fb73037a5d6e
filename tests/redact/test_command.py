"""``pep-qa redact`` from end to end."""

import csv
from pathlib import Path

import docx
from typer.testing import CliRunner

from qa_app.cli.main import app

TEXT = """Personal Education Plan
Name: Nel Prysor
Date of birth: 14/03/2017
School: Ysgol Maes-y-Drain
Date of PEP: 04/02/2026
My views
I like cooking with Miss Tibbott. Zebedee is my friend.
Targets
Target: Nel will read one page aloud to Miss Tibbott
By when? 27/03/2026
"""


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["redact", *map(str, arguments)])
    return result.exit_code, result.output


def test_copies_have_no_names_and_neutral_file_names(tmp_path: Path) -> None:
    plans, out, key = tmp_path / "plans", tmp_path / "out", tmp_path / "key.csv"
    plans.mkdir()
    (plans / "Nel Prysor.txt").write_text(TEXT, "utf-8")
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(str(plans / "Prysor.docx"))

    code, output = run(plans, "--out", out, "--key", key)

    assert code == 0
    assert sorted(path.name for path in out.iterdir()) == ["child-a-1.txt", "child-a-2.docx"]
    copy = (out / "child-a-1.txt").read_text("utf-8")
    assert "Child A will read one page aloud to Teacher" in copy or "Child A will read one page aloud to Person" in copy
    assert not any(name in copy + output for name in ("Nel", "Prysor", "Tibbott", "Zebedee", "Drain", "14/03"))
    words = "\n".join(each.text for each in docx.Document(str(out / "child-a-2.docx")).paragraphs)
    assert not any(name in words for name in ("Nel", "Prysor", "Tibbott", "Zebedee", "Drain", "14/03"))
    assert "Read each copy before you pass it on" in " ".join(output.split())
    rows = list(csv.reader(key.read_text("utf-8-sig").splitlines()))
    assert ["Nel Prysor", "Child A"] in rows


def test_a_bad_file_is_named_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    code, output = run(tmp_path / "bad.docx", tmp_path / "good.txt", "--out", tmp_path / "out")
    assert code == 3
    assert "Not read: bad.docx" in output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["child-a-1.txt"]


def test_the_key_is_kept_apart(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    code, output = run(tmp_path / "good.txt", "--out", tmp_path / "out", "--key", tmp_path / "out" / "key.csv")
    assert code == 2
    assert "apart" in output


def test_what_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path / "none.docx", "--out", tmp_path / "out")[0] == 2
