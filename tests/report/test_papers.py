"""Papers: what they say comes from the results, names nobody it must not, and opens as a document."""

import io
import string
import tomllib
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from qa_app.report.edits import NO_EDITS, AuditorEdits, CriterionEdit
from qa_app.report.papers import KINDS, PaperKind, write_papers
from qa_app.report.papers.proportions import share
from qa_app.report.papers.write import paper_words
from qa_app.report.tables import criterion_key
from tests.report.builders import CHILD, CRITERIA, GAP, SAMPLE, SCHOOL, TARGET, audit


def text(path):
    document = docx.Document(io.BytesIO(Path(path).read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def written(folder, kind, *ratings, edits=NO_EDITS, language="en"):
    return [text(path) for path in write_papers(audit(*ratings), folder, kinds=[kind], edits=edits, language=language)]


def test_every_kind_is_written_once_or_once_a_plan(tmp_path):
    names = [path.name for path in write_papers(audit(*SAMPLE[:2]), tmp_path)]
    assert names == [
        "letter-001-plan1-docx.docx",
        "letter-002-plan2-docx.docx",
        "brief-001-plan1-docx.docx",
        "brief-002-plan2-docx.docx",
        "care-plan.xlsx",
        "panel.docx",
    ]
    assert len(KINDS) == 4


def test_the_letter_puts_strengths_first_and_three_steps_at_most(tmp_path):
    (letter,) = written(tmp_path, PaperKind.LETTER, (3, 1, 0, 1))
    assert letter.index("What works well") < letter.index("Three next steps")
    assert "Wren" in letter
    assert "5 February 2026" in letter
    assert TARGET in letter
    assert "finds lunch loud" in letter
    assert letter.index("Do more about words.") < letter.index("Do more about plan.")  # lowest rating first


def test_a_letter_about_a_weak_plan_still_finds_the_childs_voice(tmp_path):
    (letter,) = written(tmp_path, PaperKind.LETTER, (0, 0, 0, 0))
    assert "glad to meet Wren" in letter
    assert letter.index("glad to meet") < letter.index("next steps")


def test_a_letter_without_strengths_or_voice_builds_on_what_was_begun(tmp_path, monkeypatch):
    monkeypatch.setattr("qa_app.report.papers.content.PlanPaper.own_voice", lambda self, most: ())
    (letter,) = written(tmp_path, PaperKind.LETTER, (1, 0, 0, 0))
    assert "What works well" not in letter
    assert letter.index("What there is to build on") < letter.index("next steps")


def test_an_auditors_rating_and_comment_come_before_the_programs(tmp_path):
    program = audit((3, 3, 3, 3))
    keys = [criterion_key(1, program.plans[0], criterion.id) for criterion in CRITERIA]
    edits = AuditorEdits(criteria={keys[0]: CriterionEdit(0, "", "Please ask Wren again."), keys[1]: CriterionEdit("n/a")})
    (letter,) = written(tmp_path, PaperKind.LETTER, (3, 3, 3, 3), edits=edits)
    assert "One next step" in letter
    assert "Do more about views." in letter
    assert "Please ask Wren again." in letter


def test_the_brief_asks_five_questions_with_reasons_and_starts_from_the_child(tmp_path):
    (brief,) = written(tmp_path, PaperKind.BRIEF, (1, 1, 1, 1))
    questions = [line for line in brief.split("\n") if "?" in line]
    assert len(questions) == 5
    assert GAP in questions[0]
    assert "Three days late." in brief
    assert "20 " not in brief.split("\n")[0]


def test_the_panel_report_names_nobody(tmp_path):
    (panel,) = written(tmp_path, PaperKind.PANEL, *SAMPLE)
    assert CHILD not in panel
    assert "Wren" not in panel
    assert "Orrell" not in panel
    assert "6 plans were audited" in panel


@pytest.mark.parametrize(("plans", "shown"), [(4, False), (5, True)])
def test_small_groups_are_not_shown(tmp_path, plans, shown):
    (panel,) = written(tmp_path, PaperKind.PANEL, *([(3, 2, 1, 3)] * plans))
    assert (SCHOOL in panel) is shown
    assert ("is not shown" in panel) is not shown


def test_the_care_plan_table_holds_targets_as_written(tmp_path):
    (path,) = write_papers(audit(*SAMPLE[:1]), tmp_path, kinds=[PaperKind.CARE_PLAN])
    sheet = load_workbook(path).active
    assert TARGET in [cell.value for cell in sheet[5]]


def test_an_audit_without_plans_gives_the_papers_about_the_whole(tmp_path):
    assert [path.name for path in write_papers(audit(), tmp_path)] == ["care-plan.xlsx", "panel.docx"]


def test_papers_in_welsh_keep_the_plans_words(tmp_path):
    (letter,) = written(tmp_path, PaperKind.LETTER, (3, 1, 0, 1), language="cy")
    assert "Annwyl gydweithiwr" in letter
    assert "5 Chwefror 2026" in letter
    assert TARGET in letter


def test_the_same_audit_gives_the_same_letter(tmp_path):
    assert written(tmp_path, PaperKind.LETTER, SAMPLE[0]) == written(tmp_path, PaperKind.LETTER, SAMPLE[0])


def test_both_languages_have_the_same_keys_and_gaps():
    def gaps(words):
        return {key: {name for _, name, _, _ in string.Formatter().parse(line) if name} for key, line in words.texts.items()}

    assert gaps(paper_words("en")) == gaps(paper_words("cy"))


def test_every_criterion_of_the_default_template_has_its_question():
    import yaml

    from qa_app.core.paths import resource

    template = yaml.safe_load((resource("audit_templates") / "wales-2025.yaml").read_text("utf-8"))
    asked = tomllib.loads((Path(write_papers.__code__.co_filename).parent / "words" / "en.toml").read_text("utf-8"))
    assert set(asked["question"]["criterion"]) >= {criterion["id"] for criterion in template["criteria"]}


@pytest.mark.parametrize(("part", "of", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763)])
def test_wilson_intervals(part, of, low, high):
    found = share(part, of)
    assert (round(found.low, 3), round(found.high, 3)) == (low, high)


@pytest.mark.parametrize(("part", "of"), [(0, 0), (2, 1), (-1, 3)])
def test_a_share_of_nothing_is_refused(part, of):
    with pytest.raises(ValueError, match="not a share"):
        share(part, of)
