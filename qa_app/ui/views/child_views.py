"""The child's views: the plan's level, "you said, we did", and whose words each passage is."""

from __future__ import annotations

from collections.abc import Iterable

from qa_app.core.analysis import Analysis, Answer, JudgedPassage
from qa_app.ui.language import name_of, say
from qa_app.ui.views.markup import Html, element, escape, join, lines, quote, show, table
from qa_app.ui.views.rating import plain_chip, views_chip


def show_child_views(analysis: Analysis) -> None:
    """Draw everything about the child's voice in a plan."""
    views = analysis.views
    level = views_chip(views.level) if views.level is not None else plain_chip(say("views.unknown"))
    show(
        element(
            "section",
            element("h3", escape(say("views.level"))),
            element("p", level, escape(" "), lines(views.reason)),
            class_="pq-card",
        )
    )
    show(join((element("h3", escape(say("views.answers"))), _answers(views.answers))))
    show(join((element("h3", escape(say("views.passages"))), _passages(analysis, analysis.passages))))


def _answers(answers: tuple[Answer, ...]) -> Html:
    if not answers:
        return element("p", escape(say("views.no_wishes")), class_="pq-faint")
    rows = (
        (
            join((quote(answer.wish.quote), element("span", escape(answer.wish.place), class_="pq-faint pq-block"))),
            quote(answer.answer.quote) if answer.answer else element("strong", escape(say("views.unanswered"))),
            escape(", ".join(answer.shared)),
        )
        for answer in answers
    )
    return table([say("views.said"), say("views.did"), say("views.shared")], rows, caption=say("views.answers"))


def _passages(analysis: Analysis, passages: Iterable[JudgedPassage]) -> Html:
    document = analysis.plan.document
    rows = [
        (
            plain_chip(name_of("voice", passage.judgement.label)),
            quote(document.quote(passage.span)),
            join(
                (
                    lines(passage.judgement.reason),
                    element("span", escape(f"{passage.heading} · {document.place(passage.span)}"), class_="pq-faint pq-block"),
                )
            ),
        )
        for passage in passages
    ]
    if not rows:
        return element("p", escape(say("views.no_passages")), class_="pq-faint")
    return table([say("views.whose"), say("views.passage"), say("views.why")], rows, caption=say("views.passages"))
