"""Conditions with three values: Kleene's tables, operators, and what is named as missing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.core.template import AllOf, AnyOf, Comparison, Not
from qa_app.judge.conditions import holds, subjects, unmet

TRUE, FALSE, OPEN = (Comparison("a", "is", 1, "a"), Comparison("a", "is", 2, "not a"), Comparison("b", "is", 1, "b"))
VALUES = {"a": 1, "b": None}
BY_VALUE = {True: TRUE, False: FALSE, None: OPEN}


@pytest.mark.parametrize(("left", "right"), list(itertools.product(BY_VALUE, repeat=2)))
def test_kleene_tables(left, right):
    both = {left, right}
    all_expected = False if False in both else None if None in both else True
    any_expected = True if True in both else None if None in both else False
    assert holds(AllOf((BY_VALUE[left], BY_VALUE[right])), VALUES) is all_expected
    assert holds(AnyOf((BY_VALUE[left], BY_VALUE[right])), VALUES) is any_expected


@pytest.mark.parametrize(("value", "expected"), [(True, False), (False, True), (None, None)])
def test_not(value, expected):
    assert holds(Not(BY_VALUE[value]), VALUES) is expected


@pytest.mark.parametrize(
    ("op", "limit", "value", "expected"),
    [
        ("at_least", 2, 2, True),
        ("at_least", 2, 1, False),
        ("at_least", 2, None, None),
        ("at_most", 2, 3, False),
        ("within", (1, 3), 3, True),
        ("within", (1, 3), 4, False),
        ("one_of", (6, 11), 6, True),
        ("one_of", (6, 11), 7, False),
        ("is", True, True, True),
        ("is_not", "met", "not met", True),
        ("known", True, None, False),
        ("known", False, None, True),
        ("known", True, 0, True),
    ],
)
def test_operators(op, limit, value, expected):
    assert holds(Comparison("m", op, limit, ""), {"m": value}) is expected


def test_subject_that_is_not_there_is_unknown():
    assert holds(Comparison("nowhere", "is", 1, ""), {}) is None


def test_first_alternative_is_the_advice():
    condition = AllOf((TRUE, AnyOf((FALSE, OPEN))))
    assert [c.say for c in unmet(condition, VALUES)] == ["not a"]
    assert list(subjects(condition)) == ["a", "a", "b"]


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=6))
def test_de_morgan(values):
    parts = tuple(BY_VALUE[value] for value in values)
    assert holds(Not(AllOf(parts)), VALUES) == holds(AnyOf(tuple(Not(part) for part in parts)), VALUES)
