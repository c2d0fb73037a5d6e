"""The round trip: what auditors write comes back, whatever they did to the workbook."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import CliRunner

from qa_app.cli.main import app
from qa_app.core.errors import InvalidInput
from qa_app.report.edits import ACTION_STATES, Action, AuditorEdits, Cover, CriterionEdit, OverallEdit
from qa_app.report.importing import edits_from_json, edits_to_json, join_edits, read_auditor_edits
from qa_app.report.language import LANGUAGES
from qa_app.report.tables import criterion_key, plan_key
from qa_app.report.workbook import workbook_bytes
from tests.report.builders import CRITERIA, SAMPLE, audit

AUDIT = audit(*SAMPLE[:3])
SMALL = workbook_bytes(audit(SAMPLE[0]))
KEYS = [criterion_key(n, plan, asked.id) for n, plan in enumerate(AUDIT.plans, 1) for asked in CRITERIA]
PLANS = [plan_key(n, plan) for n, plan in enumerate(AUDIT.plans, 1)]
FILES = {key: f"plan{n}.docx" for n, key in enumerate(PLANS, 1)}
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=40).map(
    lambda text: text if text.strip() else ""
)
EDITS = AuditorEdits(
    criteria={
        KEYS[0]: CriterionEdit(1, "Only one wish is answered.", "=thank you"),
        KEYS[5]: CriterionEdit("n/a", "No move ahead."),
        KEYS[9]: CriterionEdit(None, "", "Agreed."),
    },
    overall={PLANS[1]: OverallEdit("Good", "Close to excellent.")},
    actions=(Action("plan1.docx", "Ask Wren about lunch", "Miss Orrell", "2026-03-02", "in_hand", "first"),),
    cover=Cover("A. Tester", "3 March 2026", "every fourth plan", "-"),
    files=FILES,
)


def book_with(edits=EDITS, language="en"):
    return load_workbook(io.BytesIO(workbook_bytes(AUDIT, edits=edits, language=language)))


def read(book):
    stream = io.BytesIO()
    book.save(stream)
    return read_auditor_edits(stream.getvalue())


def criterion_edits():
    return st.builds(CriterionEdit, st.sampled_from((None, 0, 1, 2, 3, "n/a", "?")), WORDS, WORDS)


def some(edits):
    return edits.filter(lambda e: any(v not in (None, "") for v in (getattr(e, f) for f in e.__slots__)))


ANY_EDITS = st.builds(
    AuditorEdits,
    criteria=st.dictionaries(st.sampled_from(KEYS), some(criterion_edits()), max_size=6).map(lambda d: dict(sorted(d.items()))),
    overall=st.dictionaries(st.sampled_from(PLANS), some(st.builds(OverallEdit, WORDS, WORDS)), max_size=3).map(
        lambda d: dict(sorted(d.items()))
    ),
    actions=st.lists(
        some(st.builds(Action, WORDS, WORDS, WORDS, WORDS, st.sampled_from(("", *ACTION_STATES)), WORDS)),
        max_size=4,
        unique=True,
    ).map(tuple),
    cover=st.builds(Cover, WORDS, WORDS, WORDS, WORDS),
    files=st.just(FILES),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_EDITS, st.sampled_from(LANGUAGES))
def test_whatever_an_auditor_writes_comes_back(edits, language):
    back = read_auditor_edits(workbook_bytes(AUDIT, edits=edits, language=language))
    assert back.edits == edits
    assert back.unplaced == ()


@settings(max_examples=30, deadline=None)
@given(ANY_EDITS)
def test_edits_survive_json(edits):
    assert edits_from_json(json.loads(json.dumps(edits_to_json(edits)))) == edits


def test_sorted_widened_and_renamed_sheets_give_the_same():
    book = book_with()
    sheet = book["Criteria"]
    sheet.title = "Beirniadaeth Ann"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    for number, row in enumerate(reversed(rows), 5):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
            if isinstance(value, str) and not value.startswith("=IF"):
                sheet.cell(number, column).data_type = "s"
    sheet.insert_rows(1, 2)
    sheet.insert_cols(4)
    sheet.cell(7, 4).value = "my own column"
    sheet.row_dimensions[9].hidden = True
    book["Summary"].title = "Overview"
    assert read(book).edits == EDITS


def test_a_row_without_its_key_is_reported_and_an_empty_one_is_not():
    book = load_workbook(io.BytesIO(SMALL))
    sheet = book["Criteria"]
    own = next(cell.column for cell in sheet[4] if cell.value == "Auditor's rating")
    last = sheet.max_row + 1
    sheet.cell(last, own).value = 2
    sheet.cell(last + 1, 2).value = "a note under the table"
    back = read(book)
    assert [each.why for each in back.unplaced] == ["The row has lost its key, so its plan is not known."]
    assert back.edits.criteria == {}


@pytest.mark.parametrize(
    ("typed", "rating"),
    [
        (2, 2),
        (2.0, 2),
        ("3", 3),
        (" N/A ", "n/a"),
        ("amh.", "n/a"),
        ("?", "?"),
        ("two", None),
        (4, None),
        (1.5, None),
        (True, None),
    ],
)
def test_ratings_as_people_type_them(typed, rating):
    book = load_workbook(io.BytesIO(SMALL))
    sheet = book["Criteria"]
    own = next(cell.column for cell in sheet[4] if cell.value == "Auditor's rating")
    sheet.cell(5, own).value = typed
    back = read(book)
    assert {edit.rating for edit in back.edits.criteria.values()} == ({rating} if rating is not None else set())
    assert len(back.unplaced) == (rating is None)


def test_two_auditors_who_disagree_are_shown_and_neither_is_taken():
    ann = AuditorEdits(criteria={KEYS[0]: CriterionEdit(1, "thin"), KEYS[1]: CriterionEdit(2)}, files=FILES)
    bob = AuditorEdits(criteria={KEYS[0]: CriterionEdit(3), KEYS[1]: CriterionEdit(2, "fine")}, files=FILES)
    joined = join_edits([("ann.xlsx", ann), ("bob.xlsx", bob)])
    assert joined.edits.criteria == {KEYS[0]: CriterionEdit(None, "thin"), KEYS[1]: CriterionEdit(2, "fine")}
    assert [(c.key, c.field, dict(c.values)) for c in joined.conflicts] == [(KEYS[0], "rating", {"ann.xlsx": 1, "bob.xlsx": 3})]


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_workbook_says_so(data):
    with pytest.raises(InvalidInput, match="workbook"):
        read_auditor_edits(data)


def test_a_workbook_of_somebody_else_says_so():
    from openpyxl import Workbook

    stream = io.BytesIO()
    Workbook().save(stream)
    with pytest.raises(InvalidInput, match="no audit workbook"):
        read_auditor_edits(stream.getvalue())


@pytest.mark.parametrize("data", [{}, [], {"kind": "auditor-edits", "schema": 1}, {"kind": "auditor-edits", "schema": 2}])
def test_a_damaged_file_of_judgements_says_so(data):
    with pytest.raises(InvalidInput):
        edits_from_json(data)


def test_the_command_reads_good_files_and_names_bad_ones(tmp_path):
    good, bad, out = tmp_path / "good.xlsx", tmp_path / "bad.xlsx", tmp_path / "out.json"
    good.write_bytes(workbook_bytes(AUDIT, edits=EDITS))
    bad.write_bytes(b"nothing")
    done = CliRunner().invoke(app, ["import", str(good), str(bad), "--json", str(out)])
    assert done.exit_code == 3
    assert "bad.xlsx" in done.stderr
    assert "2 ratings" in done.stderr
    assert edits_from_json(json.loads(out.read_text("utf-8"))) == EDITS
    again = CliRunner().invoke(app, ["import", str(good), str(out)])
    assert again.exit_code == 0
    assert "Conflict" not in again.stderr


def test_nothing_is_written_when_nothing_could_be_read(tmp_path):
    bad, out = tmp_path / "bad.xlsx", tmp_path / "out.json"
    bad.write_bytes(b"nothing")
    assert CliRunner().invoke(app, ["import", str(bad), "--json", str(out)]).exit_code == 3
    assert not out.exists()
