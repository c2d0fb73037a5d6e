"""Phrases and numbers: found where they stand, and told apart."""

import pytest

from qa_app.analyse.smart.numbers import NumberKind, find_numbers
from qa_app.analyse.smart.phrases import PhraseTable, tokens
from qa_app.analyse.smart.reading import vocabulary


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 out of 10", [NumberKind.SHARE]),
        ("4/5 lessons", [NumberKind.SHARE]),
        ("92 %", [NumberKind.SHARE]),
        ("3 gwers o bob 4", [NumberKind.SHARE]),
        ("at least 20 words", [NumberKind.LIMIT]),
        ("dim mwy na 2 wall", [NumberKind.LIMIT]),
        ("from 12 to 20", [NumberKind.CHANGE]),
        ("twice a week", [NumberKind.FREQUENCY]),
        ("grade 4", [NumberKind.GRADE]),
        ("three emails sent", [NumberKind.COUNT]),
        ("in his seat by 8.45", [NumberKind.CLOCK]),
        ("Year 9", [NumberKind.AGE_OR_PLACE]),
        ("Y3/4 list", [NumberKind.AGE_OR_PLACE]),
        ("Room 12", [NumberKind.AGE_OR_PLACE]),
        ("KS3", [NumberKind.AGE_OR_PLACE]),
        ("1:1", [NumberKind.AGE_OR_PLACE]),
        ("Blwyddyn 5", [NumberKind.AGE_OR_PLACE]),
        ("12x12", [NumberKind.AGE_OR_PLACE]),
        ("no number here", []),
    ],
)
def test_numbers_are_told_apart(text: str, expected: list[NumberKind]) -> None:
    assert [found.kind for found in find_numbers("target", text)] == expected


def test_numbers_inside_a_date_are_no_numbers() -> None:
    assert not list(find_numbers("by_when", "27 March 2026", [(0, 13)]))


def test_longest_phrase_of_a_kind_wins_and_kinds_may_overlap() -> None:
    table = PhraseTable({"a": {"en": ["key", "key worker"]}, "b": {"en": ["work*"]}})
    words = tokens("His key worker")
    assert [(m.kind, m.first, m.last) for m in table.find(words)] == [("a", 1, 3), ("b", 2, 3)]


def test_welsh_phrases_match_mutated() -> None:
    table = PhraseTable({"reading": {"cy": ["darllen"]}, "week": {"cy": ["bob bore"]}})
    found = {text: [m.kind for m in table.find(tokens(text))] for text in ("ddarllen", "yn nharllen", "darllen", "bob bore")}
    assert found == {"ddarllen": ["reading"], "yn nharllen": [], "darllen": ["reading"], "bob bore": ["week"]}


def test_hyphens_and_curly_apostrophes_do_not_matter() -> None:
    table = PhraseTable({"x": {"en": ["self esteem", "can't"]}})
    assert [m.start for m in table.find(tokens("Self-esteem: can’t"))] == [0, 13]


@pytest.mark.parametrize("text", ["With Carys on Monday", "Then Singh and Baker", "Ask Mark about it"])
def test_a_name_is_no_phrase(text: str) -> None:
    names = {"Carys", "Singh", "Baker", "Mark"}
    assert not [text[m.start : m.end] for m in vocabulary().find(tokens(text)) if text[m.start : m.end] in names]
