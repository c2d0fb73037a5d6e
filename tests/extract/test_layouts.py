"""Ways of laying out a form, each by its mechanism: tabs, boxes, numbered columns, verdicts on the line, instructions."""

from __future__ import annotations

import pytest

from qa_app.extract import extract_plan
from qa_app.extract.fields import field_for
from qa_app.extract.numbered import numbered_part
from qa_app.extract.prompts import is_about_form, is_instruction
from qa_app.extract.values import authority

from .builders import b, doc, h, p, table


def test_labels_and_answers_parted_by_tabs_are_pairs():
    plan = extract_plan(
        doc(
            p("Core information", bold=True),
            p("Full name\tEfa Morris"),
            p("Gender\tGirl"),
            p("D.O.B.\t08-Jan-2017"),
            p("UPN"),
            p("Year group\t4"),
            p("PEP held on\t22-Oct-2025"),
            p("Adults' views", bold=True),
            p("Carer comments\tShe reads to the cat every night and asks about the trip."),
        )
    )
    assert plan.fact("child") == "Efa Morris"
    assert plan.fact("year_group") == 4
    assert str(plan.fact("date_of_birth")) == "2017-01-08"
    assert [s.content.text for s in plan.sections_with("carer_views")] == [
        "She reads to the cat every night and asks about the trip."
    ]


def test_a_lone_tab_in_a_text_makes_no_table():
    plan = extract_plan(doc(h("My views"), p("I like art.\tAnd music."), p("I want a quiet desk.")))
    assert "And music." in plan.sections_with("child_views")[0].content.text


def test_boxes_hold_their_label_above_their_answer():
    plan = extract_plan(
        doc(
            h("My voice"),
            table(
                [
                    [b("I am happy when…"), p("we go to the pond")],
                    [b("What my foster carer says"), p("He sleeps much better now.")],
                ],
                [[b("Attendance"), p("97%")], [b("Clubs"), p("Swimming on Sunday")]],
            ),
        )
    )
    assert "we go to the pond" in plan.sections_with("child_views")[0].content.text
    assert "happy when" not in plan.sections_with("child_views")[0].content.text
    assert plan.sections_with("carer_views")[0].content.text == "He sleeps much better now."
    assert plan.sections_with("interests")[0].content.text == "Swimming on Sunday"


@pytest.mark.parametrize(
    ("label", "previous", "number", "parts"),
    [
        ("New target 1 wording", False, 1, ("target",)),
        ("Target 2 by when", False, 2, ("by_when",)),
        ("Target 3 - Led by", False, 3, ("who",)),
        ("By when 2", False, 2, ("by_when",)),
        ("Last target 1 RAG", True, 1, ("outcome",)),
        ("Previous target 2: evidence", True, 2, ("outcome",)),
        ("Targed 1", False, 1, ("target",)),
    ],
)
def test_labels_carry_the_number_of_a_target(label: str, previous: bool, number: int, parts: tuple[str, ...]):
    found = numbered_part(label)
    assert found is not None
    assert (found.previous, found.number, found.parts) == (previous, number, parts)


@pytest.mark.parametrize("label", ["Carer 1", "Target grade", "Key Stage 2", "Year 4", "Contact 2"])
def test_other_numbers_are_no_targets(label: str):
    assert numbered_part(label) is None


def test_an_export_row_gives_current_and_earlier_targets_apart():
    rows = [
        ("Last target 1", "Read 40 words"),
        ("Last target 1 RAG", "Met"),
        ("Target 1", "Efa will write three sentences"),
        ("Target 1 led by", "Mrs Pugh"),
        ("Target 1 deadline", "22/05/2026"),
    ]
    plan = extract_plan(doc(table(*[(b(label), p(answer, filled=True)) for label, answer in rows])))
    assert [(row.target.text, row.who.text, row.by_when.text) for row in plan.targets] == [
        ("Efa will write three sentences", "Mrs Pugh", "22/05/2026")
    ]
    assert [(row.target.text, row.outcome.text) for row in plan.previous_targets] == [("Read 40 words", "Met")]


def test_a_block_may_say_the_need_before_the_target():
    block = [("Need", "Starting to write"), ("Outcome sought", "Efa will write six lines"), ("Lead person(s)", "Mr Hale")]
    plan = extract_plan(doc(h("Targets"), table(*[(b(label), p(words)) for label, words in block])))
    assert [(row.need.text, row.target.text, row.who.text) for row in plan.targets] == [
        ("Starting to write", "Efa will write six lines", "Mr Hale")
    ]


def test_a_column_belongs_to_the_target_left_of_it():
    plan = extract_plan(
        doc(
            h("Targets"),
            table(
                [b("Old target"), b("How did it go?"), b("Evidence"), b("New target"), b("Led by"), b("Measured by")],
                ["Order a drink", "Met", "8 days of 10", "Buy one thing", "Mr Pitt", "4 Fridays of 5"],
            ),
        )
    )
    (new,) = plan.targets
    assert (new.target.text, new.who.text, new.success_criteria.text) == (
        "Buy one thing",
        "Mr Pitt",
        "4 Fridays of 5",
    )
    assert plan.previous_targets[0].outcome.text == "Met"


@pytest.mark.parametrize(
    "line",
    [
        "(a)  Learn 50 spellings ........ Partly achieved, 31 right",
        "Learn 50 spellings – Partly achieved, 31 right",
        "Target set in May: Learn 50 spellings. Partly achieved, 31 right",
    ],
)
def test_an_earlier_target_may_have_its_verdict_on_the_line(line: str):
    plan = extract_plan(doc(h("Review of last targets"), p(line)))
    assert [(row.target.text, row.outcome.text) for row in plan.previous_targets] == [
        ("Learn 50 spellings", "Partly achieved, 31 right")
    ]


def test_paragraph_numbers_are_no_words_of_a_target():
    plan = extract_plan(doc(h("14. Targets until the next PETP"), p("14.1 Target 1: Pass the mock. How: Tutor. Who: Ms Rao.")))
    assert [row.target.text for row in plan.targets] == ["Pass the mock."]


def test_a_table_of_grades_is_not_one_of_targets():
    plan = extract_plan(
        doc(h("Attainment"), table([b("Subject"), b("Current"), b("Target"), b("Comment")], ["Maths", "4", "5", "on track"]))
    )
    assert plan.targets == ()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ask how the child's views were gathered.", True),
        ("Summarise. Do not paste reports.", True),
        ("Make more clubs", False),
        ("Tell my mum I am fine", False),
        ("Draw every day", False),
    ],
)
def test_orders_to_the_writer_are_told_from_wishes(text: str, printed: bool):
    assert is_instruction(text) is printed


def test_a_notice_speaks_of_nobody_in_particular():
    assert is_about_form("Use this version for pupils who have a statutory plan.")
    assert not is_about_form("He wants this plan to say that he likes trains.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wearhope City Council", True),
        ("Cyngor Sir Llanwen", True),
        ("Northmere", True),
        ("Submitted – awaiting check", False),
        ("Completed", False),
    ],
)
def test_an_authority_looks_like_one(text: str, named: bool):
    assert (authority(text) is not None) is named


def test_a_sentence_with_a_label_word_inside_is_no_label():
    assert field_for("CDU ysgol ers Tachwedd. Adolygwyd yn y gwanwyn. DDdY") is None
    assert field_for("Date of last PETP") is not None
