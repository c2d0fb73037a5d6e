"""Passages from several places keep their way back to the document."""

from qa_app.core.document import Block, BlockKind, Document, Span
from qa_app.core.plan import NOTHING, Passage, TargetRow

DOCUMENT = Document("a", "00", "txt", "one two three", (Block(Span(0, 13), BlockKind.PARAGRAPH),))


def test_locate_finds_each_piece_of_a_joined_passage() -> None:
    passage = Passage.of(DOCUMENT, (Span(0, 3), Span(8, 13)))
    assert passage.text == "one\nthree"
    assert passage.locate(0, 3) == Span(0, 3)
    assert passage.locate(4, 9) == Span(8, 13)


def test_locate_stops_at_a_join_and_knows_what_is_outside() -> None:
    passage = Passage.of(DOCUMENT, (Span(0, 3), Span(8, 13)))
    assert passage.locate(1, 6) == Span(1, 3)
    assert passage.locate(20, 22) is None


def test_white_space_is_nothing() -> None:
    blank = Document("a", "00", "txt", "   ", (Block(Span(0, 3), BlockKind.PARAGRAPH),))
    assert not Passage.of(blank, (Span(0, 3),))
    assert not NOTHING


def test_a_row_names_only_its_filled_parts() -> None:
    row = TargetRow(Passage.of(DOCUMENT, (Span(0, 3),)), who=Passage.of(DOCUMENT, (Span(4, 7),)))
    assert list(row.parts()) == ["target", "who"]
