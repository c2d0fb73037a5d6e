"""Reasons name words of the row, improvements use them, and nothing is invented."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_app.analyse.smart import SmartJudge
from qa_app.core.judged import Component, Level, TargetText

ROWS = (
    TargetText(
        "Punctuate speech in her own stories",
        "8 of 10 spoken lines",
        "Editing card on the desk; Mr Penrose on Fridays",
        "Mr Penrose",
        "27 March 2026",
        "Two of fourteen spoken lines punctuated in January.",
        "I like writing plays",
        date(2026, 1, 13),
    ),
    TargetText("Be more confident", "smiles more", "Staff to encourage", "All", "Ongoing", "SEMH"),
    TargetText("Improve reading, writing and attendance", "tests", "ELSA", "", "Review 3/4/26", meeting_date=date(2026, 1, 13)),
    TargetText("Darllen yn well", "profion", "Mentor", "", "yn barhaus"),
    TargetText(""),
)
_QUOTED = re.compile(r"“([^”]*)”")


@pytest.fixture(scope="module")
def judge() -> SmartJudge:
    return SmartJudge()


def _text(row: TargetText) -> str:
    fields = (row.target, row.success_criteria, row.actions, row.who, row.by_when, row.needs, row.views)
    return "\n".join(" ".join(field.split()) for field in fields)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.target or "empty")
def test_each_component_has_a_reason_and_all_but_met_an_improvement(judge: SmartJudge, row: TargetText) -> None:
    judgement = judge.judge(row)
    assert list(judgement.components) == list(Component)
    for component in judgement.components.values():
        assert component.reason.endswith(".")
        assert bool(component.improve) is (component.level is not Level.MET)
        assert 0 < component.confidence <= 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.target or "empty")
def test_every_quotation_is_of_the_row(judge: SmartJudge, row: TargetText) -> None:
    for component in judge.judge(row).components.values():
        for quoted in _QUOTED.findall(f"{component.reason} {component.improve}"):
            assert quoted.removesuffix(" …") in _text(row)
        for proof in component.proof:
            assert getattr(row, proof.field)[proof.start : proof.end] == proof.text


def test_a_date_is_named_only_when_the_row_names_it(judge: SmartJudge) -> None:
    reviewed = judge.judge(ROWS[2]).components[Component.TIME_BOUND]
    assert "3/4/26" in reviewed.improve
    undated = judge.judge(ROWS[1]).components[Component.TIME_BOUND]
    assert not re.search(r"\d", undated.improve)


def test_what_only_sounds_like_help_is_named(judge: SmartJudge) -> None:
    assert "encourage" in judge.judge(ROWS[1]).components[Component.ACHIEVABLE].reason


@pytest.mark.parametrize("name", ["Ali", "Siôn", "Oluwaseun", "Mark", "Grace", "Carys", "Singh"])
@pytest.mark.parametrize("pronoun", [("he", "his"), ("she", "her"), ("they", "their")])
def test_names_and_pronouns_change_nothing(judge: SmartJudge, name: str, pronoun: tuple[str, str]) -> None:
    def told(name: str, who: str, whose: str) -> list[tuple[Level, float]]:
        row = TargetText(
            f"{name} will read {whose} own book aloud to the group",
            "two pages, three days in a row",
            f"Mrs Quill reads with {name} on Mondays",
            "Mrs Quill",
            "27 March 2026",
            f"Year 4. In class {who} can read a page to an adult but not to others. {name} hides the book.",
        )
        return [(c.level, c.confidence) for c in judge.judge(row).components.values()]

    assert told(name, *pronoun) == told("Tomos", "he", "his")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(max_size=60), min_size=7, max_size=7),
    st.none() | st.dates(min_value=date(2024, 1, 1), max_value=date(2028, 1, 1)),
)
def test_any_text_is_judged_and_quoted_exactly(judge: SmartJudge, fields: list[str], meeting: date | None) -> None:
    row = TargetText(*fields, meeting_date=meeting)
    first, second = judge.judge(row), judge.judge(row)
    assert first == second
    for component in first.components.values():
        for proof in component.proof:
            assert getattr(row, proof.field)[proof.start : proof.end] == proof.text
