"""``pep-qa audit``: outputs, exit codes, bad files among good ones."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

PepQa = Callable[..., Result]
SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
GOOD = SAMPLE / "09-carys-year11.docx"
OTHER = SAMPLE / "12-amira-year5.pdf"


def test_json_to_standard_output_stands_alone(pep_qa: PepQa) -> None:
    result = pep_qa("audit", GOOD, "--json", "-")
    assert result.exit_code == 0, result.stderr
    audit = json.loads(result.stdout)
    assert [plan["file"] for plan in audit["plans"]] == [GOOD.name]


def test_workbook_and_json_are_written_where_asked(pep_qa: PepQa, tmp_path: Path) -> None:
    workbook, record = tmp_path / "a.xlsx", tmp_path / "a.json"
    assert pep_qa("audit", GOOD, OTHER, "--out", workbook, "--json", record).exit_code == 0
    assert len(json.loads(record.read_text("utf-8"))["plans"]) == 2
    assert "Criteria" in load_workbook(workbook).sheetnames


def test_bad_files_never_harm_the_good_ones(pep_qa: PepQa, tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "empty.docx").write_bytes(b"")
    (plans / "photo.docx").write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100)
    (plans / "a-good.docx").write_bytes(GOOD.read_bytes())
    result = pep_qa("audit", plans, "--json", tmp_path / "out.json")
    audit = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert result.exit_code == 3
    assert [plan["file"] for plan in audit["plans"]] == ["a-good.docx"]
    assert {problem["file"] for problem in audit["unreadable"]} == {"empty.docx", "photo.docx"}
    assert all(problem["error"] and problem["cure"] for problem in audit["unreadable"])
    assert "Traceback" not in result.output


def test_a_score_below_the_asked_level_ends_with_one(pep_qa: PepQa) -> None:
    assert pep_qa("audit", GOOD, "--fail-under", "99").exit_code == 1
    assert pep_qa("audit", GOOD, "--fail-under", "0").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("no-such-file.docx",), "does not exist"),
        ((GOOD, "--out", "audit.csv"), "must end in .xlsx"),
        ((GOOD, "--out", "no/such/folder/a.xlsx"), "does not exist"),
        ((GOOD, "--workers", "0"), "greater than or equal to 1"),
    ],
)
def test_wrong_usage_is_told_before_any_work(pep_qa: PepQa, arguments: tuple[object, ...], says: str) -> None:
    result = pep_qa("audit", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_the_same_input_gives_the_same_json_with_any_number_of_workers(pep_qa: PepQa) -> None:
    alone = pep_qa("audit", GOOD, OTHER, "--json", "-").stdout
    assert pep_qa("audit", GOOD, OTHER, "--json", "-", "--workers", "2").stdout == alone
