"""Acronyms, and whether a text explains them."""

from __future__ import annotations

import pytest

from qa_app.nlp.acronyms import ChildKnows, acronyms, find_acronyms


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("PE and SDQ", [("PE", False), ("SDQ", False)]),
        ("individual development plan (IDP)", [("IDP", True)]),
        ("child and adolescent mental health services (CAMHS)", [("CAMHS", True)]),
        ("EBSA (finding it hard to come in)", [("EBSA", True)]),
        ("spent from PP+", [("PP+", False)]),
        ("a good pal", []),
        ("SEMHS", []),
    ],
)
def test_find_acronyms(written: str, expected: list[tuple[str, bool]]) -> None:
    assert [(found.acronym.letters, found.explained) for found in find_acronyms(written)] == expected


@pytest.mark.parametrize(
    ("child_knows", "letters"),
    [
        (ChildKnows.YES, "PE DT RE GCSE BTEC ADHD PEP"),
        (ChildKnows.ONCE, "CAMHS IRO IDP EHCP"),
        (ChildKnows.NO, "SEMH SDQ EBSA PSP S76 PDG SALT WTS EXS FTE LACE"),
    ],
)
def test_what_a_child_would_know(child_knows: ChildKnows, letters: str) -> None:
    assert {acronyms()[each].child_knows for each in letters.split()} == {child_knows}
