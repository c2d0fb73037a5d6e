"""The catalogue holds what the pages say, no more and no less."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa_app.core.judged import Component, FlagCategory, Level, Severity, VoiceLabel
from qa_app.core.plan import SECTION_IDS
from qa_app.core.words import Words
from qa_app.ui import language

UI = Path(language.__file__).parent
CATALOGUE = Words.read(UI / "words", "en")
PAGES = ("audit", "plan", "coach", "templates", "accuracy", "help")


def _calls(function: str) -> Iterator[str]:
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_key_that_a_page_says_is_in_the_catalogue() -> None:
    assert {key for key in _calls("say") if key not in CATALOGUE.texts} == set()
    assert {key for key in _calls("count") if f"{key}.other" not in CATALOGUE.texts} == set()


def test_no_text_is_left_over() -> None:
    source = "".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    groups = set(_calls("name_of")) | {"pages", "field", "fact"}
    spoken = {key for key in CATALOGUE.texts if key.split(".")[0] in groups}
    numbers = set(_calls("count"))
    counted = {key for key in CATALOGUE.texts if key.rpartition(".")[0] in numbers}
    choices = {f"text.{choice}" for choice in ("flags", "views", "targets", "evidence", "nothing")}
    unused = set(CATALOGUE.texts) - spoken - counted - choices - set(_calls("say"))
    assert {key for key in unused if f'"{key}"' not in source} == set()


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("component", Component),
        ("component_letter", Component),
        ("level", Level),
        ("severity", Severity),
        ("voice", VoiceLabel),
        ("category", FlagCategory),
        ("section", SECTION_IDS),
        ("pages", PAGES),
    ],
)
def test_every_name_of_a_vocabulary_has_its_words(group: str, names: tuple[str, ...]) -> None:
    assert [name for name in names if f"{group}.{name}" not in CATALOGUE.texts] == []


def test_the_exact_number_comes_before_other() -> None:
    words = Words("en", {"plans.1": "one plan", "plans.other": "{number} plans"})
    assert [words.count("plans", number) for number in (0, 1, 2)] == ["0 plans", "one plan", "2 plans"]


def test_a_name_that_is_not_listed_is_made_readable_and_a_missing_key_is_an_error() -> None:
    words = Words("en", {"fact.child": "Child"})
    assert words.of("fact", "child") == "Child"
    assert words.of("fact", "date_of_birth") == "Date of birth"
    with pytest.raises(KeyError):
        words("fact.school")
