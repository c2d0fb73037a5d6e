"""Forms that ask: questions beside their answers, and a person and a date in one column."""

from __future__ import annotations

import pytest

from qa_app.extract import extract_plan
from qa_app.extract.columns import target_parts

from .builders import b, doc, h, table


def asked(*rows: tuple[str, str], heads: tuple[str, str] = ("Question", "Answer")):
    return extract_plan(doc(h("About the learner"), table([b(head) for head in heads], *([b(q), a] for q, a in rows))))


@pytest.mark.parametrize("heads", [("Question", "Answer"), ("We ask", "Your answer"), ("Cwestiwn", "Ateb")])
def test_each_question_of_a_table_is_a_part_of_its_own(heads: tuple[str, str]):
    plan = asked(
        ("Full name", "Idris Vaughan-Pell"),
        ("When was he born?", "2 March 2015"),
        ("What year is he in?", "Year 5"),
        ("Which school does he go to?", "Ysgol Maes Llwyd"),
        ("When did he become looked after?", "9 June 2023"),
        ("When did we meet?", "4 November 2025, in the hall"),
        ("What gets in the way of learning?", "Noise from the road makes him lose his place when he reads."),
        heads=heads,
    )
    assert plan.fact("child") == "Idris Vaughan-Pell"
    assert str(plan.fact("date_of_birth")) == "2015-03-02"
    assert plan.fact("year_group") == 5
    assert plan.fact("school") == "Ysgol Maes Llwyd"
    assert str(plan.fact("looked_after_since")) == "2023-06-09"
    assert str(plan.fact("meeting_date")) == "2025-11-04"
    (school,) = plan.sections_with("school_details")
    assert school.content.text == "Ysgol Maes Llwyd"
    (barriers,) = plan.sections_with("barriers_needs")
    assert barriers.content.text.startswith("Noise from the road")
    assert not any("Question" in section.content.text for section in plan.sections)


def test_other_heads_over_two_columns_are_no_question_and_answer():
    plan = asked(("Reading", "Year 4 level"), ("Number", "Year 5 level"), heads=("Subject", "Current level"))
    assert "Year 4 level" in " ".join(section.content.text for section in plan.sections)
    assert plan.fact("year_group") is None


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("Who / By when", ("who", "by_when")),
        ("Who and by when?", ("who", "by_when")),
        ("Pwy / Erbyn pryd", ("who", "by_when")),
        ("Pwy / Who", ("who",)),
        ("Targed / Target", ("target",)),
        ("By when", ("by_when",)),
    ],
)
def test_a_head_of_two_parts_is_told_from_a_head_in_two_languages(head: str, parts: tuple[str, ...]):
    assert target_parts(head) == parts


def test_a_person_and_a_date_in_one_column_are_parted():
    plan = extract_plan(
        doc(
            h("Targets"),
            table(
                ("Target", "What will be done", "Who / By when"),
                ("Idris will swim one length", "Lessons on Fridays", "Mr Pask / 3 April 2026"),
                ("Idris will write a page a day", "A diary at home", "Mrs Oakes"),
                head=True,
            ),
        )
    )
    assert [(row.who.text, row.by_when.text if row.by_when else "") for row in plan.targets] == [
        ("Mr Pask", "3 April 2026"),
        ("Mrs Oakes", ""),
    ]


def smart_block(number: int, target: str, *, letters: str = "SMART"):
    asked_for = ("Specific – what will be done?", "Measurable", "Achievable", "Relevant", "Time-bound – by when?")
    written = (target, "Counted on Fridays", "Ten minutes a day", "He asked for it", "3 April 2026")
    rows = [[letter, b(label), answer] for letter, label, answer in zip(letters, asked_for, written, strict=True)]
    return table([(b(f"Target {number}"), 3)], *rows, [None, b("Who leads on this?"), "Mr Pask"])


def test_a_row_for_each_letter_of_smart_makes_one_target():
    plan = extract_plan(doc(h("SMART targets"), smart_block(1, "Swim one length"), smart_block(2, "Read aloud to a friend")))
    assert [
        (row.target.text, row.success_criteria.text, row.actions.text, row.need.text, row.by_when.text, row.who.text)
        for row in plan.targets
    ] == [
        (target, "Counted on Fridays", "Ten minutes a day", "He asked for it", "3 April 2026", "Mr Pask")
        for target in ("Swim one length", "Read aloud to a friend")
    ]


def test_a_target_said_before_its_specific_part_stays_one_target():
    plan = extract_plan(
        doc(
            h("SMART targets"),
            table(
                [b("Target"), "Swim"],
                [b("Specific"), "One length on his front"],
                [b("Measurable"), "Timed by Mr Pask"],
                [b("By when"), "3 April 2026"],
            ),
        )
    )
    assert [row.target.text for row in plan.targets] == ["Swim\nOne length on his front"]


def test_a_first_column_with_other_letters_is_kept():
    plan = extract_plan(doc(h("Attainment"), table(["Subject", "Now", "Target"], ["X", "4", "5"], ["Y", "3", "4"], head=True)))
    assert not plan.targets
