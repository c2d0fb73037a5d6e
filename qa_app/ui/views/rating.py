"""Ratings, levels and severities as chips: a letter or digit, a word and a colour, so that colour never stands alone."""

from __future__ import annotations

from typing import Final

from qa_app.core.judged import Level, Severity
from qa_app.core.result import CriterionResult, CriterionStatus
from qa_app.ui.language import name_of, say
from qa_app.ui.views.markup import Html, element, escape, unseen

_BADGE_COLOURS: Final = {"0": "red", "1": "orange", "2": "green", "3": "yellow", "n/a": "gray", "?": "gray"}
_LEVEL_SIGNS: Final = {Level.MET: "✔", Level.PARTLY: "◐", Level.NOT: "✘"}
_SEVERITY_SIGNS: Final = {Severity.HIGH: "▲", Severity.MEDIUM: "■", Severity.LOW: "●"}


def rating_sign(result: CriterionResult) -> str:
    """Return the rating as one sign: 0 to 3, ``n/a`` or ``?``."""
    if result.status is CriterionStatus.NOT_APPLICABLE:
        return "n/a"
    return "?" if result.rating is None else str(result.rating)


def rating_word(sign: str) -> str:
    """Return what a rating's sign means."""
    return name_of("rating", {"n/a": "not_applicable", "?": "cannot_judge"}.get(sign, sign))


def rating_chip(result: CriterionResult) -> Html:
    """Return a rating as a chip with its word."""
    return _rating(rating_sign(result), with_word=True)


def rating_mark(result: CriterionResult) -> Html:
    """Return a rating as a chip with its sign alone, for wide tables; the word is there for screen readers."""
    return _rating(rating_sign(result), with_word=False)


def views_chip(level: int) -> Html:
    """Return the level of the child's views, 0 to 3, as a chip."""
    word = name_of("views_level", str(level))
    return element("span", element("b", escape(str(level))), escape(f" {word}"), class_=f"pq-chip pq-r{level}")


def _rating(sign: str, *, with_word: bool) -> Html:
    word = rating_word(sign)
    spoken = element("span", escape(word), class_="pq-word") if with_word else unseen(word)
    colour = {"n/a": "na", "?": "unknown"}.get(sign, sign)
    return element("span", element("b", escape(sign)), Html(" "), spoken, class_=f"pq-chip pq-r{colour}", title=word)


def rating_badge(result: CriterionResult) -> str:
    """Return a rating for a widget's label, in Streamlit's Markdown."""
    sign = rating_sign(result)
    return f":{_BADGE_COLOURS[sign]}-badge[**{sign}** {rating_word(sign)}]"


def level_chip(level: Level) -> Html:
    """Return how far a component is met as a chip."""
    return element(
        "span", element("b", escape(_LEVEL_SIGNS[level])), escape(f" {name_of('level', level)}"), class_=f"pq-chip pq-{level}"
    )


def severity_chip(severity: Severity) -> Html:
    """Return a severity as a chip."""
    return element(
        "span",
        element("b", escape(_SEVERITY_SIGNS[severity])),
        escape(f" {name_of('severity', severity)}"),
        class_=f"pq-chip pq-{severity}",
    )


def plain_chip(text: str) -> Html:
    """Return a word as a chip without a colour of its own."""
    return element("span", escape(text), class_="pq-chip pq-plain")


def certainty(confidence: float) -> Html:
    """Return how sure the program is, in words."""
    return element("span", escape(say("plan.confidence", share=f"{confidence:.0%}")), class_="pq-faint")
