"""What the audit command writes, without auditing anything."""

import json

import pytest

from qa_app.cli.audit import write
from qa_app.report.edits import AuditorEdits, CriterionEdit, OverallEdit
from qa_app.report.importing import place_edits, read_auditor_edits
from qa_app.report.tables import criterion_key, plan_key
from tests.report.builders import CRITERIA, SAMPLE, audit

AUDIT = audit(*SAMPLE[:2])
FIRST = plan_key(1, AUDIT.plans[0])


def test_workbook_json_and_csv_in_one_run(tmp_path, capsys):
    write(AUDIT, out=tmp_path / "a.xlsx", json_file=tmp_path / "a.json", csv=tmp_path / "csv")
    assert len(json.loads((tmp_path / "a.json").read_text("utf-8"))["plans"]) == 2
    assert (tmp_path / "csv" / "summary.csv").exists()
    assert "Workbook" in capsys.readouterr().err


def test_earlier_judgements_find_their_plan_under_a_new_number(tmp_path):
    key = criterion_key(1, AUDIT.plans[0], CRITERIA[0].id)
    edits = AuditorEdits(criteria={f"7{key[1:]}": CriterionEdit(1, "thin")}, overall={f"7{FIRST[1:]}": OverallEdit("Good")})
    write(AUDIT, out=tmp_path / "a.xlsx", json_file=None, edits=edits)
    back = read_auditor_edits(tmp_path / "a.xlsx").edits
    assert back.criteria == {key: CriterionEdit(1, "thin")}
    assert back.overall == {FIRST: OverallEdit("Good")}


@pytest.mark.parametrize("key", ["1|000000000000|views", f"{FIRST}|no-such-criterion"])
def test_judgements_without_a_place_are_named_and_not_guessed(key):
    placed, lost = place_edits(
        AuditorEdits(criteria={key: CriterionEdit(2)}, files={key.rpartition("|")[0]: "old.docx"}), AUDIT
    )
    assert placed.criteria == {}
    assert len(lost) == 1
    assert lost[0].startswith("old.docx")


def test_two_copies_of_one_file_are_not_told_apart():
    twins = audit(SAMPLE[0])
    doubled = type(twins)(twins.engine, twins.template, twins.plans * 2)
    key = criterion_key(5, twins.plans[0], CRITERIA[0].id)
    placed, lost = place_edits(AuditorEdits(criteria={key: CriterionEdit(2)}), doubled)
    assert placed.criteria == {}
    assert len(lost) == 1
