"""Papers: what they say comes from the results, names nobody it must not, and opens as a document."""

import io
import string
import tomllib
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from qa_app.core.analysis import Answer, JudgedPassage
from qa_app.core.finding import Detection
from qa_app.core.judged import VoiceJudgement, VoiceLabel
from qa_app.core.template import Comparison, Use
from qa_app.judge import rate
from qa_app.report.edits import NO_EDITS, AuditorEdits, CriterionEdit
from qa_app.report.papers import KINDS, PaperKind, write_papers
from qa_app.report.papers.brief import brief
from qa_app.report.papers.content import PlanPaper
from qa_app.report.papers.letter import letter
from qa_app.report.papers.phrasing import naming
from qa_app.report.papers.proportions import share
from qa_app.report.papers.shortcomings import items_lacking, needs, shortcomings
from qa_app.report.papers.wishes import is_no_wish, without_refusals_first
from qa_app.report.papers.write import paper_words
from qa_app.report.tables import criterion_key
from tests.report.builders import CHILD, CRITERIA, GAP, LABEL, SAMPLE, SCHOOL, TARGET, WISH, audit, criterion, span, target


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


def paper_about(*, evidence=(), **analysed):
    """Return a paper about an invented plan whose criteria are all met and rest on given words of it."""
    program = audit((3, 3, 3, 3))
    (plan,) = program.plans
    analysis = replace(plan.analysis, **analysed)
    found = tuple(analysis.evidence(span(analysis.plan.document, words)) for words in evidence)
    results = tuple(replace(result, evidence=found) for result in plan.results)
    audited = replace(plan, analysis=analysis, results=results)
    return PlanPaper(replace(program, plans=(audited,)), 1, NO_EDITS, paper_words("en"))


def doc():
    return audit((3, 3, 3, 3)).plans[0].analysis.plan.document


@pytest.mark.parametrize(
    ("marks", "quoted"),
    [("mmmmm", True), ("mmmpn", False), ("mmmmn", False)],
    ids=["five components", "three components", "four, but it is the one to mend"],
)
def test_only_a_good_target_is_shown_as_an_example(marks, quoted):
    paper = paper_about(evidence=[TARGET], targets=(target(doc(), marks),))
    assert (paper.telling_quote(paper.audited.results[0]) == TARGET) is quoted


def test_a_wording_that_may_hurt_is_not_shown_as_an_example():
    flagged = f"At times Wren is {LABEL} at lunch."
    paper = paper_about(evidence=[flagged, WISH])
    assert paper.telling_quote(paper.audited.results[0]) == WISH


@pytest.mark.parametrize(
    "remark",
    [
        "Wren didn't want to come to the meeting.",
        "Doesn’t know yet.",
        "She did not wish to take part",
        "Refused to comment.",
        "Not sure",
        "I don't know",
        "Wouldn't say.",
        "Dim syniad.",
        "Ddim yn gwybod eto",
    ],
)
def test_refusals_and_not_knowing_are_no_wishes(remark):
    assert is_no_wish(remark)


@pytest.mark.parametrize(
    "remark",
    [
        "I don't want to talk in front of the whole class.",
        "Wren didn't want to come to meetings held in art.",
        "I don't know where my sister goes to school.",
        "Doesn't want to move school again.",
        "Not sure about chemistry, would like to see a lesson.",
        "I want to come to the meeting.",
        "Dw i ddim eisiau symud ysgol.",
        "",
    ],
)
def test_a_wish_in_the_negative_stays_a_wish(remark):
    assert not is_no_wish(remark)


def test_a_quote_begins_after_the_refusal():
    assert without_refusals_first("Wren didn't want to come. She likes the cornet.") == "She likes the cornet."
    assert without_refusals_first("Doesn't know.") == ""


@pytest.mark.parametrize(
    ("label", "words", "opening"),
    [
        (VoiceLabel.QUOTED, WISH, "Wren said: “"),
        (VoiceLabel.REPORTED, WISH, "Wren's views: “"),
        (VoiceLabel.QUOTED, f"Wren is {LABEL} at lunch.", "Wren's views: “"),
    ],
    ids=["own speech", "told by an adult", "third person"],
)
def test_the_brief_says_said_only_of_the_childs_own_speech(label, words, opening):
    at = span(doc(), words)
    views = paper_about().audited.analysis.views
    analysis = paper_about().audited.analysis
    paper = paper_about(
        passages=(JudgedPassage(at, "child_views", "My views", VoiceJudgement(label, 0.9, "A reason.")),),
        views=replace(views, answers=(Answer(analysis.evidence(at), None, 0.0),)),
    )
    written_brief = "\n".join(each.text for each in docx.Document(io.BytesIO(brief(paper))).paragraphs)
    assert f"{opening}{words}”" in written_brief


ITEMS = "10 of 10 required items are recorded. Brief: attendance, with the date of the figure; leisure interests."
LEVELS = {
    2: Comparison("items.dated", "is", True, "a date on the figures"),
    1: Comparison("items.share", "at_least", 0.5, "about half of the required items"),
}


def about_items(summary, **measures):
    """Rate a criterion about required items with the real judge, so that its reason has the real form."""
    asked = replace(criterion("items"), uses=(Use("statutory_items", "items"),), levels=LEVELS)
    return rate(asked, {"items": Detection("statutory_items", "items", measures=measures, summary=summary)}, {})


def test_a_next_step_names_what_is_missing_and_not_what_is_complete():
    result = about_items(ITEMS, share=1.0, dated=False)
    assert items_lacking(result, paper_words("en")) == (
        "Only a few words stand on: attendance, with the date of the figure; leisure interests.",
    )
    assert "10 of 10" not in shortcomings(result)
    assert needs(result) == "a date on the figures"


def test_half_of_the_items_is_no_advice():
    result = about_items("1 of 10 required items are recorded. Empty: leisure interests.", share=0.1, dated=False)
    assert result.rating == 0
    assert needs(result) == ""
    assert items_lacking(result, paper_words("en")) == ("We found nothing on: leisure interests.",)


def test_the_letter_gives_items_by_name_and_never_points_at_the_workbook():
    paper = paper_about()
    results = (about_items(ITEMS, share=1.0, dated=False), *paper.audited.results[1:])
    audited = replace(paper.audited, results=results)
    paper = PlanPaper(replace(paper.audit, plans=(audited,)), 1, NO_EDITS, paper_words("en"))
    said = "\n".join(each.text for each in docx.Document(io.BytesIO(letter(paper))).paragraphs)
    assert "leisure interests" in said
    assert "a date on the figures" in said
    assert "10 of 10" not in said
    assert "Do more about items." not in said


def test_counts_of_nothing_read_as_words():
    detection = Detection("barriers", "needs", summary="3 needs named: 0 explained. 0 of 2 rows named. 3 of 3 needs answered.")
    result = replace(audit((1, 1, 1, 1)).plans[0].results[0], detections=(detection,))
    assert shortcomings(result) == "3 needs named: none explained. None of 2 rows named."


def test_advice_speaks_of_the_child_by_name_but_leaves_quotes_alone():
    assert naming("Wren", "The child's “the child” helps the child.") == "Wren's “the child” helps Wren."
    assert naming("", "Ask the child.") == "Ask the child."


@pytest.mark.parametrize(
    ("detector", "named"), [("wording", f"Begin with “{LABEL}”"), ("smart_targets", f"Begin with “{TARGET}”")]
)
def test_advice_names_the_wording_or_target_to_begin_with(detector, named):
    paper = paper_about()
    low = replace(paper.audited.results[0], rating=1, detections=(Detection(detector, "anything", summary="Seen."),))
    audited = replace(paper.audited, results=(low, *paper.audited.results[1:]))
    paper = PlanPaper(replace(paper.audit, plans=(audited,)), 1, NO_EDITS, paper_words("en"))
    said = "\n".join(each.text for each in docx.Document(io.BytesIO(letter(paper))).paragraphs)
    assert named in said
    assert "Do more about views." not in said
