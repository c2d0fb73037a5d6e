from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qa_app.core.document import BlockKind, Omission, OmissionKind, Region
from qa_app.extract import extract_plan

from .builders import Grid, Piece, doc, p

WORDS = st.sampled_from(
    [
        "My views",
        "Name: Nel",
        "I like art.",
        "Target",
        "Who",
        "By when",
        "1. Read 40 words",
        "Review of previous targets",
        "Achieved",
        "Please complete this part.",
        "What helps?",
        "Attendance",
        "94%",
        "DOB:",
        "14/10/2015",
        "  spaced  ",
        "☒ Yes ☐ No",
        "n/a",
        "Carer",
        "Our foster son is well.",
        "e.g. Sam will",
        "Part C – Targets",
        "\t",
        "How: daily. Who: Nel",
        "zzz",
        "Fy marn i / My views",
        "Cyfarfod",
    ]
)
PIECES = st.builds(
    p,
    WORDS,
    bold=st.booleans(),
    filled=st.sampled_from([None, True]),
    prompt=st.booleans(),
    kind=st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.FIELD]),
    region=st.sampled_from([Region.BODY, Region.BODY, Region.BODY, Region.HEADER, Region.COMMENT, Region.NOTE]),
    label=st.sampled_from(["", "Target 1", "When? 1", "Date of birth", "My views", "First PEP? Yes"]),
)
CELLS = st.one_of(st.none(), WORDS, PIECES, st.lists(WORDS, max_size=3))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5).map(Grid)
DOCUMENTS = st.lists(st.one_of(PIECES, TABLES), max_size=10)


@settings(max_examples=120, deadline=None)
@given(DOCUMENTS)
def test_every_visible_character_is_accounted_for(items: list[Piece | Grid]):
    omission = Omission(OmissionKind.REPEATED, "page 2", 7, "A head that comes back.")
    document = doc(*items, omissions=(omission,))
    plan = extract_plan(document)
    assert plan.coverage.visible == document.visible_characters
    assert plan.coverage.visible == plan.coverage.analysed + sum(plan.coverage.left_out.values())
    assert "outside every part that was recognised" not in plan.coverage.left_out
    spans = sorted(span for section in plan.sections for span in section.content.spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for section in plan.sections:
        assert section.content.text == "\n".join(document.quote(span) for span in section.content.spans)
    for row in (*plan.targets, *plan.previous_targets):
        assert row.target
    assert extract_plan(document) == plan


def test_nothing_at_all():
    plan = extract_plan(doc())
    assert (plan.sections, plan.targets, plan.coverage.visible) == ((), (), 0)


def test_filled_text_is_never_lost():
    """A box that a person filled is content, whatever its words look like."""
    for words in ("What do you like about school?", "Please complete your homework", "Attendance", "My views"):
        document = doc(p("My views", bold=True), p(words, filled=True))
        plan = extract_plan(document)
        assert any(words.split()[0] in section.content.text for section in plan.sections), words
