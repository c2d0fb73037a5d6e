import pytest

from qa_app.extract import extract_plan, join_documents, same_child_parts

from .builders import doc, h, p, table


def part(name, child, *items, born="14/10/2015", met="12/01/2026"):
    return doc(h("Basic details"), f"Name: {child}", f"DOB: {born}", f"Date of meeting: {met}", *items, name=name)


def test_joined_parts_read_as_one():
    first = part("nel-pep1.docx", "Nel Prosser", h("Targets"), table(("Target", "Who"), ("Read 40 words", "Nel")))
    second = part("nel-pep2.docx", "Nel Prosser", p("See below", page=1), h("My views"), table(["What helps?", "Quiet."]))
    joined = join_documents([first, second])
    assert joined.text.count("Nel Prosser") == 2
    for document, offset in ((first, 0), (second, len(first.text) + 2)):
        for block in document.blocks:
            moved = joined.block_at(block.span.start + offset)
            assert moved is not None
            assert joined.quote(moved.span) == document.quote(block.span)
    assert sorted({block.cell.table for block in joined.blocks if block.cell}) == [0, 1]
    plan = extract_plan(joined)
    assert [row.target.text for row in plan.targets] == ["Read 40 words"]
    assert plan.sections_with("child_views")[0].content.text == "Quiet."
    assert not plan.warnings


def test_one_document_stays_itself():
    only = part("a.docx", "Nel")
    assert join_documents([only]) is only
    with pytest.raises(ValueError, match="no document"):
        join_documents([])


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (part("b-pep2.docx", "Nel Prosser"), True),
        (part("b-pep2.docx", "Nel"), True),
        (part("b-pep2.docx", "Nel Prosser", met="29/01/2026"), True),
        (part("b-pep2.docx", "Ifan Prosser"), False),
        (part("b-pep2.docx", "Nel Prosser", born="14/10/2016"), False),
        (part("b-pep1.docx", "Nel Prosser"), False),
        (part("b-pep2.docx", "Nel Prosser", met="12/06/2025"), False),
        (part("b.docx", "Nel Prosser"), False),
    ],
)
def test_parts_of_one_child(other, together):
    plans = [extract_plan(part("a-pep1.docx", "Nel Prosser")), extract_plan(other)]
    groups = same_child_parts(plans)
    assert [group.plans for group in groups] == ([(0, 1)] if together else [])
