from datetime import date

import pytest

from qa_app.extract import extract_plan
from qa_app.extract.values import percent, year_group, yes_no

from .builders import b, doc, h, p, table


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Year 4", 4),
        ("Y10", 10),
        ("yr. 7", 7),
        ("Blwyddyn 9", 9),
        ("Reception", 0),
        ("Derbyn", 0),
        ("Nursery", -1),
        ("Meithrin", -1),
        ("6", 6),
        ("Year 13 (Miss Rowe)", 13),
        ("Room 12", None),
        ("", None),
    ],
)
def test_year_groups(text, year):
    assert year_group(text) == year


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes", True),
        ("☒ Yes ☐ No", True),
        ("☐ Yes ☒ No", False),
        ("☐ Yes ☐ No", None),
        ("☒ Yes ☒ No", None),
        ("[x] No [ ] Yes", False),
        ("☒", True),
        ("☐", False),
        ("Nac ydy", False),
        ("Oes", True),
        ("to be decided", None),
    ],
)
def test_yes_and_no(text, answer):
    assert yes_no(text) is answer


@pytest.mark.parametrize(
    ("text", "value"), [("94.2%", 94.2), ("97 y cant", 97.0), ("100 per cent", 100.0), ("about half", None), ("120%", None)]
)
def test_percentages(text, value):
    assert percent(text) == value


def test_labels_left_above_and_in_lines():
    plan = extract_plan(
        doc(
            h("Basic details"),
            table(["Name", "Tariq Bowen (known as Taz)", "DOB", "14/10/2015"], ["Year group", "Year 5", "Legal status", None]),
            table([b("School"), b("Local authority")], ["Heol Las Primary", "Bro Hafren"]),
            "Looked after since: 3 March 2024   Next PEP: 12/06/2026",
            h("PEP meeting"),
            "Date: 12 January 2026",
            "Is this the first PEP? No",
        )
    )
    assert plan.fact("child") == "Tariq Bowen"
    assert plan.fact("preferred_name") == "Taz"
    assert plan.fact("date_of_birth") == date(2015, 10, 14)
    assert plan.fact("year_group") == 5
    assert plan.fact("school") == "Heol Las Primary"
    assert plan.fact("local_authority") == "Bro Hafren"
    assert plan.fact("looked_after_since") == date(2024, 3, 3)
    assert plan.fact("next_review") == date(2026, 6, 12)
    assert plan.fact("meeting_date") == date(2026, 1, 12)
    assert plan.fact("legal_status") is None
    for fact in plan.facts.values():
        assert fact.spans or fact.derived_from


def test_welsh_labels():
    plan = extract_plan(
        doc(
            h("Manylion y plentyn"),
            table(
                ["Enw", "Nel Prosser"], ["Dyddiad geni", "2 Mai 2014"], ["Blwyddyn", "Blwyddyn 7"], ["Ysgol", "Ysgol y Garth"]
            ),
        )
    )
    assert (plan.fact("child"), plan.fact("date_of_birth"), plan.fact("year_group")) == ("Nel Prosser", date(2014, 5, 2), 7)
    assert plan.fact("jurisdiction") == "wales"


def test_label_and_answer_on_two_lines():
    plan = extract_plan(doc(h("Basic details"), "Date of birth:", "14.10.2015", "Name:", "Tariq Bowen"))
    assert plan.fact("date_of_birth") == date(2015, 10, 14)
    assert plan.fact("child") == "Tariq Bowen"


def test_two_values_are_a_conflict():
    plan = extract_plan(doc(h("Basic details"), "Date of birth: 14/10/2015", h("Health"), "DOB: 14/10/2016"))
    fact = plan.facts["date_of_birth"]
    assert fact.value == date(2015, 10, 14)
    assert [value for value, _ in fact.conflicts] == [date(2016, 10, 14)]
    assert any("date of birth" in warning for warning in plan.warnings)


def test_same_value_twice_is_none():
    plan = extract_plan(
        doc(
            h("Basic details"), "Name: Tariq Bowen", "DOB: 14/10/15", p("Child's name: Tariq"), "Date of birth: 14 October 2015"
        )
    )
    assert not any(fact.conflicts for fact in plan.facts.values())


def test_impossible_dates_are_reported_not_mended():
    plan = extract_plan(doc(h("Basic details"), "Name: Tariq Bowen", "DOB: 31/02/2015"))
    assert plan.fact("date_of_birth") is None
    assert any("date of birth" in warning and "no date" in warning for warning in plan.warnings)


def test_dates_out_of_order_are_reported():
    plan = extract_plan(doc(h("PEP meeting"), "Date of meeting: 12/01/2026", "Date of next PEP: 12/06/2025"))
    assert any("later than" in warning for warning in plan.warnings)


@pytest.mark.parametrize(
    ("items", "value"),
    [
        ((h("School details"), "School: Heol Las Primary", "Status: On roll, full time"), True),
        ((h("School details"), "School: None at present", "Status: Permanently excluded, no school place"), False),
        ((h("If not in school"), "Out of school since 3 March; a tutor comes for six hours a week."), False),
        ((h("School details"), "School: Heol Las Primary", h("If not in school"), "Not applicable"), True),
        ((h("My views"), "I like art."), None),
    ],
)
def test_in_school(items, value):
    assert extract_plan(doc(*items)).fact("in_school") is value


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("She has an IDP and the LACE coordinator came.", "wales"),
        ("SEND support; the Virtual School paid from pupil premium.", "england"),
        ("All well.", None),
    ],
)
def test_jurisdiction(text, country):
    assert extract_plan(doc(h("Progress"), text)).fact("jurisdiction") == country


def test_people_with_marks():
    plan = extract_plan(
        doc(
            h("Attendance at the meeting"),
            table(
                ["Role", "Name", "Invited", "Attended", "Views"],
                ["Social worker", "Ana Price", "☒", "☐", "☒"],
                ["Foster carer", "Dilys Moon", "Yes", "Yes", "No"],
                head=True,
            ),
        )
    )
    found = {person.role: person for person in plan.people}
    assert (found["social-worker"].name, found["social-worker"].attended, found["social-worker"].gave_views) == (
        "Ana Price",
        False,
        True,
    )
    assert (found["foster-carer"].attended, found["foster-carer"].received_copy) == (True, None)


def test_other_schools_are_no_conflict():
    plan = extract_plan(
        doc(
            h("School details"),
            "School: Heol Las Primary",
            h("Education history"),
            table(["School", "From"], ["Nant Infants", "2019"], head=True),
        )
    )
    assert plan.fact("school") == "Heol Las Primary"
    assert not plan.facts["school"].conflicts


def test_a_review_of_care_is_not_the_start_of_care():
    plan = extract_plan(
        doc(
            h("Manylion y plentyn"),
            table(["Yn derbyn gofal ers", "6 Mehefin 2022"], ["Yr adolygiad plant sy'n derbyn gofal nesaf", "25/03/2026"]),
        )
    )
    assert plan.fact("looked_after_since") == date(2022, 6, 6)
    assert plan.fact("next_cla_review") == date(2026, 3, 25)
    assert not plan.facts["looked_after_since"].conflicts
