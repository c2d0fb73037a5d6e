"""Had certain people a part in the plan?

Looks for: people by role in the plan's lists, invited, present, heard; and the parts of the plan that hold their views.
Matters because a plan made by one person binds nobody else. Known misses: people named in running text only, without a role.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.core.plan import Person
from qa_app.detect.base import Detector, Setting, Settings
from qa_app.detect.reading import filled, searched_in
from qa_app.detect.wanted import texts
from qa_app.nlp.roles import roles

ID = "people_involved"
VIEWS = {
    "child": "child_views",
    "foster-carer": "carer_views",
    "residential-worker": "carer_views",
    "family-member": "parent_views",
    "social-worker": "social_worker_views",
    "class-teacher": "school_views",
    "designated-person": "school_views",
    "designated-teacher": "school_views",
}
"""Parts of the plan that hold a role's own views. A role that is not here has no part of its own."""
FACTS = {
    "designated-person": "designated_person",
    "designated-teacher": "designated_person",
    "social-worker": "social_worker",
    "foster-carer": "carer",
    "reviewing-officer": "reviewing_officer",
}


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Find the people with one of the roles, and what the plan says of their part."""
    wanted = texts(settings, "roles")
    people = [person for person in analysis.plan.people if person.role in wanted]
    heard = _heard(analysis, wanted)
    by_fact = [analysis.plan.facts[FACTS[role]] for role in wanted if FACTS.get(role) in analysis.plan.facts]
    names = sorted({role.replace("-", " ") for role in wanted})
    present = [person for person in people if person.attended is True]
    absent = [person for person in people if person.attended is False]
    findings = [Finding("person", (analysis.evidence(person.span),), _reason(person), ID) for person in people]
    findings += [
        Finding("person", (analysis.evidence(fact.spans[0]),), f"{fact.name.replace('_', ' ').capitalize()}.", ID)
        for fact in by_fact
        if fact.spans
    ]
    return Detection(
        detector=ID,
        looked_for=f"people with these roles: {', '.join(names)}",
        searched=searched_in(analysis, "people", "attendees", "child_details", "school_details"),
        findings=tuple(findings),
        measures={
            "named": bool(people) or bool(by_fact),
            "count": len({person.role for person in people} | {fact.name for fact in by_fact}),
            "invited": _any_of([person.invited for person in people]),
            "attended": True if present else (False if absent else None),
            "heard": heard or any(person.gave_views is True for person in people),
            "received_copy": _any_of([person.received_copy for person in people]),
            "complete": bool(people) or bool(by_fact),
        },
        summary=_summary(names, people, present, named=bool(people) or bool(by_fact), heard=heard),
        confidence=0.85,
    )


def _heard(analysis: Analysis, wanted: tuple[str, ...]) -> bool:
    sections = [VIEWS[role] for role in wanted if role in VIEWS]
    return any(filled(section, least_words=4) for section in analysis.plan.sections_with(*sections)) if sections else False


def _any_of(values: list[bool | None]) -> bool | None:
    """Return True when one is, False when all are known not to be, None when it cannot be told."""
    if any(value is True for value in values):
        return True
    return False if values and all(value is False for value in values) else None


def _reason(person: Person) -> str:
    marks = (("invited", person.invited), ("attended", person.attended), ("gave views", person.gave_views))
    told = [word for word, mark in marks if mark]
    return f"{person.role.replace('-', ' ').capitalize()}{': ' + ', '.join(told) if told else ''}."


def _summary(names: list[str], people: list[Person], present: list[Person], *, named: bool, heard: bool) -> str:
    who = " or ".join(names)
    if not named:
        return f"No {who} is named."
    parts = [f"{len(people) or 1} with the role {who}."]
    if present:
        parts.append(f"{len(present)} at the meeting.")
    if heard:
        parts.append("Their views are told.")
    return " ".join(parts)


DETECTOR = Detector(
    id=ID,
    question="Had people with certain roles a part in the plan?",
    measures={
        "named": "whether one of them is named",
        "count": "how many of the roles are",
        "invited": "whether one was invited; unknown when the form does not say",
        "attended": "whether one was at the meeting; unknown when the form does not say",
        "heard": "whether their views are told",
        "received_copy": "whether one got a copy; unknown when the form does not say",
        "complete": "the same as named",
    },
    run=run,
    settings={"roles": Setting("ids of roles.yaml", kind="texts", choices=tuple(role.id for role in roles()))},
)
