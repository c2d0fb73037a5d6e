"""The workbook: text is always text, formulas say what the program says, an auditor's rating moves everything."""

import io
import re
import shutil
import subprocess
import zipfile
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from qa_app.core.result import PlanAudit
from qa_app.judge import overall
from qa_app.report.edits import AuditorEdits, CriterionEdit, OverallEdit
from qa_app.report.tables import criterion_key, plan_key
from qa_app.report.workbook import workbook_bytes, write_workbook
from qa_app.report.workbook.cells import LONGEST, cell_at, put, sheet_name, shown_text
from tests.report.builders import BANDS, CRITERIA, SAMPLE, analysis, audit, document, result, template

office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
HOSTILE = (
    "=1+1",
    "+44 20",
    "-5",
    "@SUM(A1)",
    "\tTab",
    '=HYPERLINK("http://a.invalid")',
    "'quoted",
    "_x0041_",
    "שלום",
    "👧🏽 é",
    "=",
)


def opened(data, **options):
    return load_workbook(io.BytesIO(data), **options)


def column(sheet, title):
    return next(cell.column for cell in sheet[4] if cell.value == title)


def values(sheet, title):
    index = column(sheet, title)
    return [sheet.cell(row, index).value for row in range(5, sheet.max_row + 1)]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_letter_for_letter(text):
    book = Workbook()
    put(cell_at(book.active, 1, 1), text)
    stream = io.BytesIO()
    book.save(stream)
    cell = opened(stream.getvalue()).active["A1"]
    assert (shown_text(cell.value), cell.data_type) == (text, "s")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")), min_size=1, max_size=20
    )
)
def test_any_text_comes_back_as_text(texts):
    book = Workbook()
    for row, text in enumerate(texts, 1):
        put(cell_at(book.active, row, 1), text)
    stream = io.BytesIO()
    book.save(stream)
    sheet = opened(stream.getvalue()).active
    back = [sheet.cell(row, 1) for row in range(1, len(texts) + 1)]
    assert [shown_text(cell.value or "") for cell in back] == texts
    assert {cell.data_type for cell in back if cell.value is not None} <= {"s"}


def test_control_characters_are_marked_and_long_text_says_that_it_was_cut():
    book = Workbook()
    put(cell_at(book.active, 1, 1), "a\x00b\x1fc")
    put(cell_at(book.active, 2, 1), "x" * (LONGEST + 1))
    assert book.active["A1"].value == "a\ufffdb\ufffdc"
    assert len(book.active["A2"].value) == LONGEST
    assert book.active["A2"].value.endswith("cut: the cell is full]")


@pytest.mark.parametrize(("title", "name"), [("a/b:c", "a-b-c"), ("x" * 40, "x" * 31), ("'[]'", "--"), ("", "Sheet")])
def test_sheet_names_are_legal(title, name):
    assert sheet_name(title) == name


def test_hostile_words_of_a_plan_are_never_formulas():
    book = opened(workbook_bytes(audit(SAMPLE[0], extra='=HYPERLINK("http://a.invalid","x")')))
    formulas = [c.value for s in book for row in s.iter_rows() for c in row if c.data_type == "f"]
    assert formulas
    assert not any("HYPERLINK" in formula for formula in formulas)


def test_every_sheet_is_ready_to_use_and_to_print():
    book = opened(workbook_bytes(audit(*SAMPLE)))
    assert book.sheetnames[:6] == ["Cover", "Summary", "Heatmap", "Charts", "One page a plan", "Criteria"]
    for sheet in book:
        assert sheet.print_area, sheet.title
        assert not sheet.merged_cells.ranges, sheet.title
        assert sheet.protection.password is None
    criteria = book["Criteria"]
    assert criteria.freeze_panes
    assert criteria.auto_filter.ref
    assert criteria.protection.sheet
    own = column(criteria, "Auditor's rating")
    assert not criteria.cell(5, own).protection.locked
    assert criteria.cell(5, column(criteria, "Program's rating")).protection.locked
    assert any(cells.formula1 == '"0,1,2,3,n/a,?"' for cells in criteria.data_validations.dataValidation)


def test_charts_have_words_that_stand_for_them():
    archive = zipfile.ZipFile(io.BytesIO(workbook_bytes(audit(*SAMPLE))))
    drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert len(re.findall(r'descr="[^"]{20,}"', drawing)) == 3


def test_an_audit_without_plans_still_gives_a_workbook_that_names_the_bad_files():
    book = opened(workbook_bytes(audit()))
    assert values(book["Unreadable"], "File") == ["locked.pdf"]


def test_the_same_audit_gives_the_same_bytes():
    assert workbook_bytes(audit(*SAMPLE)) == workbook_bytes(audit(*SAMPLE))


def test_figures_show_before_anything_is_calculated():
    book = opened(workbook_bytes(audit(*SAMPLE)), data_only=True)
    assert values(book["Summary"], "Band now") == [plan.overall.band for plan in audit(*SAMPLE).plans]
    assert [book["Heatmap"].cell(6, c).value for c in range(3, 7)] == list(SAMPLE[0])


def recalculated(data, folder):
    """Let LibreOffice work out every formula anew."""
    source = folder / "audit.xlsx"
    source.write_bytes(data)
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/office",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run([*command, "--outdir", str(folder / "out"), str(source)], check=True, capture_output=True, timeout=120)
    return load_workbook(folder / "out" / "audit.xlsx", data_only=True)


@office
@pytest.mark.office
def test_libreoffice_works_out_what_the_program_says(tmp_path):
    """All ratings that a plan may have on two criteria, and auditors who change them, against the judge's own rule."""
    grades = (0, 1, 2, 3, "n/a", "?")
    ratings = [(*pair, other, 3) for other, pair in zip(grades * 6, product(grades, repeat=2), strict=True)]
    program = audit(*ratings)
    changed = {}
    wanted = []
    for number, plan in enumerate(program.plans, 1):
        final = list(ratings[number - 1])
        if number % 3 == 0:  # an auditor rates every third plan anew
            final = [grades[(number + place) % 6] for place in range(4)]
            for asked, own in zip(CRITERIA, final, strict=True):
                changed[criterion_key(number, plan, asked.id)] = CriterionEdit(own, "seen otherwise")
        analysed = analysis(document(f"plan{number}.docx"))
        results = tuple(result(analysed, asked, own) for asked, own in zip(CRITERIA, final, strict=True))
        wanted.append(PlanAudit(analysed, results, overall(template(), results)).overall)
    book = recalculated(workbook_bytes(program, edits=AuditorEdits(criteria=changed), known_values=False), tmp_path)
    scores = [round(score, 1) if isinstance(score, float | int) else None for score in values(book["Summary"], "Score now")]
    assert scores == [each.score for each in wanted]
    assert values(book["Summary"], "Band now") == [each.band for each in wanted]
    counts = {book["Charts"].cell(row, 1).value: book["Charts"].cell(row, 2).value for row in range(5, 10)}
    assert counts == {name: sum(each.band == name for each in wanted) for name in counts}
    assert set(counts) == {*(band.name for band in BANDS), "Cannot judge"}
    errors = [c.value for s in book for row in s.iter_rows() for c in row if c.data_type == "e" or str(c.value).startswith("#")]
    assert errors == []


def test_an_auditors_words_stand_in_the_auditors_columns(tmp_path):
    program = audit(*SAMPLE)
    key = criterion_key(1, program.plans[0], "views")
    edits = AuditorEdits(
        criteria={key: CriterionEdit(1, "=too kind", "Thank you")},
        overall={plan_key(1, program.plans[0]): OverallEdit("Good", "A pleasure to read")},
    )
    write_workbook(program, tmp_path / "a.xlsx", edits=edits)
    book = load_workbook(tmp_path / "a.xlsx")
    assert values(book["Criteria"], "Auditor's reason")[0] == "=too kind"
    assert values(book["Criteria"], "Program's rating")[0] == 3
    assert values(book["Summary"], "Auditor's overall judgement")[0] == "Good"
