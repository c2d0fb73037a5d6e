"""One text, blocks with places, omissions that are counted."""

import pytest

from qa_app.core.document import Block, BlockKind, CellPosition, Document, Omission, OmissionKind, Region, Span

TEXT = "Heading\nFirst words\nCell words"


def document(*, omissions: tuple[Omission, ...] = ()) -> Document:
    blocks = (
        Block(Span(0, 7), BlockKind.HEADING, page=1),
        Block(Span(8, 19), BlockKind.PARAGRAPH, page=1),
        Block(Span(20, 30), BlockKind.CELL, page=2, cell=CellPosition(0, 2, 1), region=Region.TEXT_BOX, confidence=0.5),
    )
    return Document("a.docx", "00", "docx", TEXT, blocks, omissions)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_span_refuses_what_is_no_range(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_overlap_only_when_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))


def test_blocks_must_ascend_inside_the_text() -> None:
    with pytest.raises(ValueError, match="ascend"):
        Document("a", "00", "txt", "abc", (Block(Span(1, 3), BlockKind.PARAGRAPH), Block(Span(0, 1), BlockKind.PARAGRAPH)))
    with pytest.raises(ValueError, match="inside"):
        Document("a", "00", "txt", "abc", (Block(Span(0, 4), BlockKind.PARAGRAPH),))


def test_place_is_said_for_people() -> None:
    assert document().place(Span(8, 13)) == "page 1, paragraph 2"
    assert document().place(Span(20, 24)) == "page 2, table 1, row 3, text box"
    assert document().place(Span(7, 8)) == ""


def test_a_quote_is_the_text_letter_for_letter() -> None:
    assert document().quote(Span(8, 13)) == "First"


def test_only_unreadable_parts_may_hide_content() -> None:
    deleted = Omission(OmissionKind.DELETED, "page 1", 12, "A tracked deletion.")
    scan = Omission(OmissionKind.UNREADABLE, "page 3", None, "A scanned page.")
    assert document(omissions=(deleted,)).unread == ()
    assert document(omissions=(deleted, scan)).unread == (scan,)


def test_visible_characters_count_repeated_heads_but_not_deletions() -> None:
    deleted = Omission(OmissionKind.DELETED, "page 1", 12, "A tracked deletion.")
    head = Omission(OmissionKind.REPEATED, "pages 2-3", 30, "A page head that comes back.")
    assert document(omissions=(deleted, head)).visible_characters == 7 + 11 + 10 + 30


def test_reading_confidence_is_weighted_by_length() -> None:
    assert document().reading_confidence == pytest.approx((7 + 11 + 10 * 0.5) / 28)
