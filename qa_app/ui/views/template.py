"""A template's criteria: what is asked, what the ratings mean, what good looks like."""

from __future__ import annotations

from qa_app.core.template import AllOf, AnyOf, AuditTemplate, Condition, Criterion, Not
from qa_app.ui.language import name_of, say
from qa_app.ui.views.markup import NOTHING, Html, element, escape, join, lines, show


def show_template(template: AuditTemplate) -> None:
    """Draw the head of a template and its rule for the overall band."""
    facts = say("templates.facts", id=template.id, version=template.version, status=name_of("status", template.status))
    bands = element("ul", *(element("li", element("strong", escape(b.name)), escape(f": {b.say}")) for b in template.bands))
    show(
        join(
            (
                element("p", escape(facts), class_="pq-faint"),
                element("p", lines(template.source)),
                element("p", lines(template.note)) if template.note else NOTHING,
                element("h3", escape(say("templates.bands"))),
                bands,
            )
        )
    )


def show_criterion_entry(criterion: Criterion) -> None:
    """Draw one criterion as its template states it."""
    facts = say("templates.criterion_facts", id=criterion.id, weight=f"{criterion.weight:g}", since=criterion.since)
    ratings = element(
        "dl",
        *(
            element("div", element("dt", _sign(rating)), element("dd", lines(text)))
            for rating, text in sorted(criterion.descriptors.items(), reverse=True)
        ),
        class_="pq-descriptors",
    )
    show(
        join(
            (
                element("p", lines(criterion.statement)),
                _part(say("templates.source"), criterion.source),
                _part(say("templates.looks_for"), criterion.looks_for),
                _part(say("templates.weak"), criterion.weak),
                element("h4", escape(say("templates.ratings"))),
                ratings,
                _part(say("templates.good"), criterion.good_example),
                _part(say("templates.advice"), criterion.advice),
                _part(say("templates.applies"), _applies(criterion)),
                element("p", escape(f"{facts} {name_of('status', criterion.status)}."), class_="pq-faint"),
            )
        )
    )


def _sign(rating: int) -> Html:
    word = name_of("rating", str(rating))
    return element("span", element("b", escape(str(rating))), escape(f" {word}"), class_=f"pq-chip pq-r{rating}")


def _applies(criterion: Criterion) -> str:
    if criterion.applies.condition is None:
        return ""
    return say("templates.applies_if", condition=in_words(criterion.applies.condition))


def in_words(condition: Condition) -> str:
    """Return a condition as its template words it."""
    match condition:
        case AllOf(conditions):
            return say("templates.and").join(in_words(each) for each in conditions)
        case AnyOf(conditions):
            return say("templates.or").join(in_words(each) for each in conditions)
        case Not(inner):
            return say("templates.not", condition=in_words(inner))
        case _:
            return condition.say


def _part(title: str, text: str) -> Html:
    return join((element("h4", escape(title)), element("p", lines(text)))) if text else NOTHING
