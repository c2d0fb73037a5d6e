"""The same child's last plan is found by name, date of birth and meeting date."""

from datetime import date

from qa_app.audit.pairing import previous_plans, same_child
from qa_app.core.document import Block, BlockKind, Document, Span
from qa_app.core.plan import Fact, FactValue, Plan


def plan(child: str = "Nel Prys", meeting: date | None = None, born: date | None = None) -> Plan:
    values: dict[str, FactValue | None] = {"child": child, "meeting_date": meeting, "date_of_birth": born}
    facts = {name: Fact(name, value, (Span(0, 1),)) for name, value in values.items() if value}
    return Plan(Document("a", "0", "txt", "x", (Block(Span(0, 1), BlockKind.PARAGRAPH),)), (), facts)


def test_the_latest_earlier_plan_is_the_previous_one() -> None:
    spring, autumn, last_year = (plan(meeting=date(*d)) for d in ((2026, 3, 1), (2025, 10, 1), (2025, 3, 1)))
    assert previous_plans([spring, autumn, last_year]) == [autumn, last_year, None]


def test_no_pairing_without_dates_or_across_children() -> None:
    assert previous_plans([plan(meeting=date(2026, 3, 1)), plan(), plan("Ifan Rees", date(2025, 3, 1))]) == [None, None, None]


def test_two_children_of_one_name_differ_by_date_of_birth() -> None:
    assert not same_child(plan(born=date(2015, 1, 1)), plan(born=date(2014, 1, 1)))
    assert same_child(plan(born=date(2015, 1, 1)), plan())
    assert not same_child(plan(""), plan(""))
