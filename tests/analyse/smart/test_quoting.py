"""The words that decided are quoted with the phrase they stand in."""

import pytest

from qa_app.analyse.smart.quoting import widened
from qa_app.core.judged import Proof


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("News shared at tea, with Nan", "shared", "done", "News shared at tea"),
        ("Sort coins; pay for a snack on Fridays", "pay", "skill", "pay for a snack on Fridays"),
        ("He will pay for a snack", "pay", "skill", "pay for a snack"),
        ("Desk by the door; Mr Oke reads with him daily.", "reads with", "support", "Mr Oke reads with him daily"),
        ("Improve spelling and reading", "spelling", "area", "spelling"),
    ],
)
def test_a_word_grows_to_its_phrase(text: str, word: str, kind: str, expected: str) -> None:
    start = text.index(word)
    assert widened(Proof("target", start, start + len(word), word, kind), kind, text).text == expected


def test_a_phrase_that_is_too_long_is_cut_at_a_word() -> None:
    text = "hand in " + "another thing " * 20
    grown = widened(Proof("target", 0, 7, "hand in", "skill"), "skill", text)
    assert len(grown.text) <= 70
    assert text[len(grown.text)] == " "
