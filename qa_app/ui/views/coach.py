"""One pasted target or passage, judged."""

from __future__ import annotations

from collections.abc import Sequence

from qa_app.core.document import Span
from qa_app.core.judged import Flag, TargetJudgement, TargetText, VoiceJudgement
from qa_app.ui.language import name_of, say
from qa_app.ui.views.highlight import Mark, marked
from qa_app.ui.views.markup import element, escape, join, lines, show
from qa_app.ui.views.rating import certainty, plain_chip
from qa_app.ui.views.targets import components, target_row
from qa_app.ui.views.wording import flag_body, flag_mark


def show_judged_target(text: TargetText, judgement: TargetJudgement) -> None:
    """Draw a target with its proof and improvements."""
    title = say("coach.target_result", met=judgement.met, whole=len(judgement.components))
    show(
        element(
            "section",
            element("h3", escape(title)),
            target_row(text, judgement),
            components(judgement),
            class_="pq-card",
        )
    )


def show_judged_passage(text: str, judgement: VoiceJudgement) -> None:
    """Draw whose view a passage is, with the words that decided."""
    own = say("coach.own") if judgement.label.is_childs_view else say("coach.not_own")
    proofs = (proof for proof in judgement.proof if proof.field == "text" and proof.start < proof.end)
    marks = [Mark(Span(proof.start, proof.end), name_of("proof", proof.kind)) for proof in proofs]
    show(
        element(
            "section",
            element("h3", escape(own)),
            element("p", plain_chip(name_of("voice", judgement.label)), escape(" "), certainty(judgement.confidence)),
            element("blockquote", marked(text, marks)),
            element("p", lines(judgement.reason)),
            class_="pq-card",
        )
    )


def show_judged_wording(text: str, flags: Sequence[Flag]) -> None:
    """Draw the flags of a text in their place, and kinder wording for each."""
    if not flags:
        show(element("p", escape(say("coach.no_flags"))))
        return
    marks = [flag_mark(flag, Span(flag.start, flag.end)) for flag in flags]
    show(
        element(
            "section",
            element("h3", escape(say("coach.flags"))),
            element("blockquote", marked(text, marks)),
            join(element("div", flag_body(flag), class_="pq-flag") for flag in flags),
            class_="pq-card",
        )
    )
