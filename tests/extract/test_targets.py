import pytest

from qa_app.core.document import BlockKind
from qa_app.extract import extract_plan

from .builders import b, doc, h, item, p, table

READ = "Nel will read 60 words a minute from a new page"
SPELL = "Nel will spell the 40 words on her list"
HEADS = ("Target", "How?", "Who?", "By when?", "Success criteria")
ROW = (READ, "Toe by Toe daily", "Mrs Rowe", "27 March 2026", "60 words timed")


def rows(plan):
    return [
        (one.target.text, one.actions.text, one.who.text, one.by_when.text, one.success_criteria.text) for one in plan.targets
    ]


def names(targets):
    return [one.target.text for one in targets]


@pytest.mark.parametrize(
    "items",
    [
        (table(HEADS, ROW, head=True),),
        (table(HEADS, ROW),),
        (table(("By when?", "Who?", "Target", "Success criteria", "How?"), (ROW[3], ROW[2], ROW[0], ROW[4], ROW[1])),),
        (table(("Targed", "Sut?", "Pwy?", "Erbyn pryd?", "Meini prawf llwyddiant"), ROW),),
        (table(("Target", "How?", "Who and by when?", "Success criteria"), (READ, ROW[1], "Mrs Rowe, 27 March 2026", ROW[4])),),
        (table(*zip(HEADS, ROW, strict=True)),),
        (table([(b("Target 1: " + READ), 4)], [b("How?"), b("Who?"), b("By when?"), b("Success criteria")], ROW[1:]),),
        (table(["Target", (READ, 3)], ["How?", ROW[1], "Who?", ROW[2]], ["By when?", ROW[3], "Success criteria", ROW[4]]),),
        (f"Target 1: {READ}. How: {ROW[1]}. Who: {ROW[2]}. By when: {ROW[3]}. Success criteria: {ROW[4]}",),
        (b("Target 1"), READ, "How:", ROW[1], "Who:", ROW[2], "By when:", ROW[3], "Success criteria:", ROW[4]),
        tuple(p(value, kind=BlockKind.FIELD, label=f"{name} 1", filled=True) for name, value in zip(HEADS, ROW, strict=True)),
    ],
    ids=[
        "rows",
        "rows-plain",
        "other-order",
        "welsh",
        "merged",
        "vertical",
        "block",
        "pairs",
        "paragraph",
        "lines",
        "form-fields",
    ],
)
def test_one_target_in_every_layout(items):
    plan = extract_plan(doc(h("My new targets"), *items))
    found = [tuple(part.rstrip(".") for part in row) for row in rows(plan)]
    assert found == [ROW]
    assert not plan.previous_targets
    for row in plan.targets:
        for part in row.parts().values():
            assert part.text == "\n".join(plan.document.quote(span) for span in part.spans)


def test_one_target_to_a_column():
    plan = extract_plan(
        doc(
            h("Targets"),
            table(
                ("", "Target 1", "Target 2"), ("Target", READ, SPELL), ("Who", "Mrs Rowe", "Nel"), ("By when", "May", "June")
            ),
        )
    )
    assert [(one.target.text, one.who.text) for one in plan.targets] == [(READ, "Mrs Rowe"), (SPELL, "Nel")]


def test_several_targets_in_one_cell():
    plan = extract_plan(
        doc(h("Targets"), table(("Target", "Who", "By when"), (f"1. {READ}. 2. {SPELL}.", "1. Mrs Rowe 2. Nel", "July 2026")))
    )
    assert [name.rstrip(".") for name in names(plan.targets)] == [READ, SPELL]
    assert [one.by_when.text for one in plan.targets] == ["July 2026", "July 2026"]


def test_numbered_paragraphs_and_list_items():
    assert names(extract_plan(doc(h("Targets"), item(READ), item(SPELL))).targets) == [READ, SPELL]
    assert names(extract_plan(doc(h("Targets"), f"1. {READ}", f"2. {SPELL}")).targets) == [READ, SPELL]


def test_row_that_goes_on_over_the_page():
    first = (p("Nel will read 60 words a minute", page=1), p("Toe by Toe", page=1), p("Mrs Rowe", page=1))
    second = (p("from a page that is new to her.", page=2), p("daily", page=2), None)
    plan = extract_plan(doc(h("Targets"), table(("Target", "How", "Who"), first, ("Target", "How", "Who"), second)))
    assert names(plan.targets) == ["Nel will read 60 words a minute\nfrom a page that is new to her."]


def test_further_actions_below_a_target():
    plan = extract_plan(
        doc(h("Targets"), table(("Target", "How", "Who"), (READ, "Toe by Toe", "Mrs Rowe"), (None, "Library visit", "Carer")))
    )
    assert [(one.actions.text, one.who.text) for one in plan.targets] == [("Toe by Toe\nLibrary visit", "Mrs Rowe\nCarer")]


def test_table_that_goes_on_without_heads():
    plan = extract_plan(
        doc(h("Targets"), table(("Target", "How", "Who"), (READ, "Toe by Toe", "Mrs Rowe")), table((SPELL, "Cards", "Nel")))
    )
    assert [(one.target.text, one.who.text) for one in plan.targets] == [(READ, "Mrs Rowe"), (SPELL, "Nel")]


@pytest.mark.parametrize(
    "row",
    [("", "", ""), ("Target 1", None, None), ("n/a", "n/a", "n/a"), (p("Click here to enter text", prompt=True), None, None),
     ("e.g. Sam will read 40 words", "Paired reading", "TA"), ("Sam will read 40 words", "Paired reading", "TA")],
    ids=["empty", "number", "not-applicable", "placeholder", "marked-example", "example-child"],
)  # fmt: skip
def test_template_rows_are_no_targets(row):
    plan = extract_plan(doc("Name: Nel Prosser", h("Targets"), table(("Target", "How", "Who"), row)))
    assert plan.targets == ()


EXAMPLE_ROW = ("Alex is slow to settle", "e.g. Alex will be seated in 8 lessons of 10", "Meet at the door", "Form tutor")


@pytest.mark.parametrize(
    "row",
    [
        EXAMPLE_ROW,
        ("Example:", *EXAMPLE_ROW[1:]),
        ("Mae Alex yn hwyr", "Er enghraifft: bydd Alex yn ei sedd", "Cwrdd", "TA"),
    ],
    ids=["target", "first-cell", "welsh"],
)
def test_marked_example_makes_its_whole_row_printed(row):
    own = ("Reading is slow", READ, "Toe by Toe", "Mrs Rowe")
    plan = extract_plan(doc("Name: Nel Prosser", h("Targets"), table(("Need", "Target", "How", "Who"), row, own)))
    assert names(plan.targets) == [READ]
    [section] = plan.sections_with("targets")
    assert [cell for cell in row if cell in section.content.text] == []
    assert all(cell in section.content.text for cell in own)


@pytest.mark.parametrize(
    "row",
    [
        ("Reading is slow", READ, "e.g. paired reading", "Mrs Rowe"),
        ("Reading is slow", p(READ, filled=True), "e.g. paired reading", "Mrs Rowe"),
        ("Reading is slow", f"{READ} e.g. a page of a new book", "Paired reading", "Mrs Rowe"),
        (p("e.g. reading", filled=True), READ, "Paired reading", "Mrs Rowe"),
    ],
    ids=["in-actions", "filled-target", "inside-target", "typed-by-somebody"],
)
def test_example_within_somebodys_target_keeps_the_row(row):
    plan = extract_plan(doc("Name: Nel Prosser", h("Targets"), table(("Need", "Target", "How", "Who"), row)))
    [target] = plan.targets
    assert target.target.text.startswith(READ)
    assert target.who.text == "Mrs Rowe"


def test_a_child_called_sam_keeps_the_target():
    plan = extract_plan(
        doc("Name: Sam Prosser", h("Targets"), table(("Target", "How", "Who"), ("Sam will read 40 words", "Pairs", "TA")))
    )
    assert names(plan.targets) == ["Sam will read 40 words"]


@pytest.mark.parametrize(
    "items",
    [
        (h("Review of previous targets"), table(("Target", "Outcome"), (READ, "Achieved"))),
        (
            h("How did my last targets go?"),
            table(("Target", "What happened?", "Achieved?"), (READ, "Timed in May", "☒ Yes ☐ No")),
        ),
        (h("Progress"), table(("Previous target", "Outcome"), (READ, "Achieved"))),
        (h("Progress"), table(("Target", "Achieved?"), (READ, "Yes"))),
        (h("Targed / Targets"), table([(b("Review of last targets"), 2)], ("Target", "Achieved?"), (READ, "Yes"))),
        (h("Targedau blaenorol"), table(("Targed", "Wedi'i gyflawni?"), (READ, "Do"))),
        (h("Previous targets"), f"Target 1: {READ}. Outcome: achieved"),
    ],
)
def test_earlier_targets_stay_apart(items):
    plan = extract_plan(doc(*items))
    assert plan.targets == ()
    assert [name.rstrip(".") for name in names(plan.previous_targets)] == [READ]
    assert plan.previous_targets[0].outcome


def test_earlier_and_new_side_by_side():
    plan = extract_plan(
        doc(h("Targets"), table(("Previous target", "Outcome", "New target", "Who"), (READ, "Met", SPELL, "Nel")))
    )
    assert names(plan.previous_targets) == [READ]
    assert [(one.target.text, one.who.text) for one in plan.targets] == [(SPELL, "Nel")]


def test_current_target_with_an_empty_outcome_column():
    plan = extract_plan(doc(h("Targets"), table(("Target", "Who", "Achieved?"), (READ, "Mrs Rowe", "☐ Yes ☐ No"))))
    assert names(plan.targets) == [READ]


def test_past_date_with_an_outcome_is_an_earlier_target():
    plan = extract_plan(
        doc(
            "Date of meeting: 12/01/2026",
            h("Targets"),
            table(("Target", "By when", "Achieved?"), (READ, "12/12/2025", "Yes"), (SPELL, "27/03/2026", None)),
        )
    )
    assert (names(plan.previous_targets), names(plan.targets)) == ([READ], [SPELL])
    assert any("earlier target" in warning for warning in plan.warnings)


def test_actions_table_is_no_target():
    plan = extract_plan(
        doc(h("Agreed actions"), table(("Action", "Who", "By when"), ("School to order a desk", "Mrs Rowe", "May")))
    )
    assert plan.targets == ()
    assert "School to order a desk" in plan.sections_with("actions")[0].content.text


def test_account_under_targets_is_no_target_beside_a_table():
    plan = extract_plan(
        doc(h("Targets"), table(("Target", "Who"), (READ, "Nel")), h("Targets and actions"), "All were agreed at the meeting.")
    )
    assert names(plan.targets) == [READ]
