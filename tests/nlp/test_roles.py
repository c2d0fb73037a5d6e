"""Who is named, in English and Welsh; and words that name nobody."""

from __future__ import annotations

import pytest

from qa_app.nlp.roles import UNKNOWN_ROLE, VAGUE, Role, find_people, find_roles, roles


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_every_name_of_every_role_is_found(role: Role) -> None:
    for name in (*role.names, *role.welsh):
        (found,) = find_roles(f"Gan / by: {name}.")
        assert found.text == name
        assert name in {each for other in roles() if other.id == found.role for each in (*other.names, *other.welsh)}


def test_role_ids_are_unique() -> None:
    ids = [role.id for role in roles()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("supervising social worker", ["supervising-social-worker"]),
        ("SW, IRO and the Designated Person", ["social-worker", "reviewing-officer", "designated-person"]),
        ("gydlynydd ADY a'r weithiwr cymdeithasol", ["alnco", "social-worker"]),
        ("ELSA", ["elsa"]),
        ("School / carer / LACE", [VAGUE, "foster-carer", "lace-coordinator"]),
        ("pawb", [VAGUE]),
        ("All staff", [VAGUE]),
        ("TBC", [VAGUE]),
        ("ysgol", [VAGUE]),
        ("He is happy at school and did all pieces", []),
        ("DT lesson on Friday", []),
        ("by HT", []),
        ("likes the tan carpet", []),
    ],
)
def test_find_roles(written: str, expected: list[str]) -> None:
    assert [mention.role for mention in find_roles(written)] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mrs Evans", [("Mrs Evans", UNKNOWN_ROLE)]),
        ("Mr T Rees", [("Mr T Rees", UNKNOWN_ROLE)]),
        ("Dr Hardy", [("Dr Hardy", UNKNOWN_ROLE)]),
        ("Jo (TA)", [("Jo", "teaching-assistant")]),
        ("Fi, learning coach", [("Fi", "learning-mentor")]),
        ("social worker: Priya Nair", [("Priya Nair", "social-worker")]),
        ("ELSA (Miss Hill)", [("Miss Hill", "elsa")]),
        ("Mrs Llwyd (athrawes ddosbarth)", [("Mrs Llwyd", "class-teacher")]),
        ("Mr and Mrs Hughes, foster carers", [("Mr and Mrs Hughes", "foster-carer")]),
        ("Mrs Evans Maths", [("Mrs Evans", UNKNOWN_ROLE)]),
        ("Class teacher", []),
        ("The social worker", []),
        ("Designated Teacher", []),
        ("Reads Harry Potter in Bangor", []),
        ("School", []),
    ],
)
def test_find_people(written: str, expected: list[tuple[str, str]]) -> None:
    found = find_people(written)
    assert [(person.name, person.role) for person in found] == expected
    assert all(written[person.start : person.end] == person.name for person in found)
