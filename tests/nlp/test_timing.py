"""The vocabulary of time that is no date: its own examples."""

from __future__ import annotations

import pytest

from qa_app.nlp.timing import TimingKind, find_timing, timing_words

MATCHES = [(kind, example) for kind, words in timing_words().items() for example in words.examples]
NEAR_MISSES = [(kind, example) for kind, words in timing_words().items() for example in words.near_misses]


@pytest.mark.parametrize(("kind", "example"), MATCHES)
def test_examples_match(kind: TimingKind, example: str) -> None:
    assert kind in {mention.kind for mention in find_timing(example)}


@pytest.mark.parametrize(("kind", "example"), NEAR_MISSES)
def test_near_misses_do_not(kind: TimingKind, example: str) -> None:
    assert kind not in {mention.kind for mention in find_timing(example)}


def test_mentions_quote_the_text_and_do_not_overlap() -> None:
    text = "Ongoing; twice a week until the next PEP review, TBC when she is ready."
    found = find_timing(text)
    assert [mention.kind for mention in found] == [
        TimingKind.OPEN, TimingKind.RHYTHM, TimingKind.MILESTONE, TimingKind.PENDING, TimingKind.READINESS,
    ]  # fmt: skip
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
