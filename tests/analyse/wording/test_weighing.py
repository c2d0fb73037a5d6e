"""The model that weighs finds: which find becomes the flag, and what confidence means."""

import pytest

from qa_app.analyse.wording import WordingJudge
from qa_app.analyse.wording.candidate import Candidate
from qa_app.analyse.wording.finder import Find
from qa_app.analyse.wording.judge import choose
from qa_app.core.judged import FlagCategory, Severity, WordingText

TEXT = "He is a lazy boy, and never tries."
JUDGE = WordingJudge.load()


def find(words: str, category: FlagCategory = FlagCategory.LABEL) -> Find:
    start = TEXT.index(words)
    return Find(Candidate(start, start + len(words), category, Severity.MEDIUM, "why", ("instead",), words), softened=False)


def chosen(believed: dict[str, float], threshold: float = 0.0) -> list[str]:
    finds = [find(words) for words in believed]
    return [f.candidate.origin for f, _ in choose(finds, list(believed.values()), TEXT, threshold)]


@pytest.mark.parametrize(
    ("believed", "expected"),
    [
        ({"lazy": 0.9, "a lazy boy": 0.6}, ["lazy"]),
        ({"lazy": 0.6, "a lazy boy": 0.9}, ["a lazy boy"]),
        ({"lazy": 0.8, "a lazy boy": 0.8}, ["a lazy boy"]),
        ({"lazy": 0.9, "never tries": 0.7}, ["lazy", "never tries"]),
    ],
)
def test_of_overlapping_finds_the_likeliest_then_the_longest_is_taken(believed: dict[str, float], expected: list[str]):
    assert chosen(believed) == expected


def test_unlikely_finds_are_left_out():
    assert chosen({"lazy": 0.9, "never tries": 0.3}, threshold=0.5) == ["lazy"]


def test_an_unlikely_find_does_not_hide_a_likely_one_within_it():
    assert chosen({"lazy": 0.7, "a lazy boy": 0.4}, threshold=0.5) == ["lazy"]


def test_confidence_is_a_probability_and_the_same_every_time():
    texts = [WordingText(text) for text in (TEXT, "She is manipulative and attention seeking.", "Her EBSA plan is due.")]
    first = [JUDGE.judge(text) for text in texts]
    assert all(0.0 < flag.confidence < 1.0 for flags in first for flag in flags)
    assert all(first)
    assert [JUDGE.judge(text) for text in texts] == first
