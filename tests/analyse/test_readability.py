"""Readability: measured offline, refused when it cannot be trusted, hard sentences named at their place."""

import socket

import pytest

from qa_app.analyse.readability import FORMULA, WORD_FLOOR, measure_readability, readability_of
from qa_app.core.document import Block, BlockKind, Document, Span
from qa_app.core.plan import Fact, Language, Passage, Plan, Section

PLAIN = "You asked for a map of the school. We have put it on the wall by your bed. Mr Poole will walk with you at nine. "
HARD = (
    "The professionals convened a multidisciplinary deliberation regarding the appropriateness of alternative provision, "
    "notwithstanding considerable administrative complications. "
)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch):
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the network was reached for")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_plain_words_suit_a_young_reader():
    measured = measure_readability(PLAIN * 5, year_group=5)
    assert measured.measured
    assert measured.formula == FORMULA
    assert measured.grade is not None
    assert measured.grade <= 4
    assert "suit" in measured.reason
    assert measured.hard_sentences == ()


def test_hard_words_are_harder_and_their_sentence_is_named():
    text = PLAIN * 5 + HARD
    measured = measure_readability(text, year_group=5)
    (hard,) = measured.hard_sentences
    assert hard.evidence.quote == HARD.strip()
    assert text[hard.evidence.span.start : hard.evidence.span.end] == hard.evidence.quote
    assert hard.grade > 10
    assert measure_readability(HARD * 8, year_group=5).grade > measured.grade  # type: ignore[operator]


@pytest.mark.parametrize("text", ["", "You did well.", PLAIN * 3])
def test_refused_below_the_word_floor(text: str):
    measured = measure_readability(text, year_group=4)
    assert not measured.measured
    assert measured.grade is None
    assert str(WORD_FLOOR) in measured.reason


def test_welsh_is_not_measured_and_says_so():
    measured = measure_readability("Mae Nel yn hoffi darllen bob nos. " * 30, Language.WELSH, 4)
    assert not measured.measured
    assert "Welsh" in measured.reason


def test_texts_leave_no_trace_in_textstat():
    from textstat.backend.counts._count_syllables import count_syllables

    measure_readability(PLAIN * 5, year_group=5)
    assert count_syllables.cache_info().currsize == 0


def test_a_plan_is_measured_where_it_speaks_to_the_child():
    text = f"About me\n{(PLAIN * 5 + HARD).strip()}\n{HARD * 9}"
    first, last = text.index("You"), text.rindex("\n")
    blocks = (
        Block(Span(0, 8), BlockKind.HEADING),
        Block(Span(first, last), BlockKind.PARAGRAPH),
        Block(Span(last + 1, len(text)), BlockKind.PARAGRAPH),
    )
    document = Document("plan.txt", "0", "txt", text, blocks)
    sections = (
        Section("one_page_profile", "About me", Span(0, 8), Passage.of(document, (Span(first, last),))),
        Section("meeting", "", None, Passage.of(document, (Span(last + 1, len(text)),))),
    )
    plan = Plan(document, sections, {"year_group": Fact("year_group", 6, (Span(0, 8),))})
    measured = readability_of(plan)
    assert measured.childs_year == 6
    assert measured.words == 130 + 16
    (hard,) = measured.hard_sentences
    assert document.quote(hard.evidence.span) == hard.evidence.quote
    assert hard.evidence.section == "one_page_profile"
