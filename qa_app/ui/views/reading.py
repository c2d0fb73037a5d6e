"""What of a plan was read, what was left out, and why."""

from __future__ import annotations

from qa_app.core.document import Omission
from qa_app.core.plan import Plan
from qa_app.ui.language import count, name_of, say
from qa_app.ui.views.markup import NOTHING, Html, element, escape, join, lines, show, table


def show_reading(plan: Plan) -> None:
    """Draw what could not be read, what was left out on purpose, and the sections that were found empty."""
    document = plan.document
    share = element("p", escape(say("reading.share", share=f"{plan.coverage.share:.0%}", visible=plan.coverage.visible)))
    left_out = element(
        "ul",
        *(element("li", escape(f"{reason}: {count('reading.characters', n)}")) for reason, n in plan.coverage.left_out.items()),
    )
    show(join((share, left_out if plan.coverage.left_out else NOTHING)))
    if document.unread:
        show(_omissions(say("reading.unread"), document.unread))
    else:
        show(element("p", escape(say("reading.all_read"))))
    others = tuple(omission for omission in document.omissions if not omission.kind.may_hide_content)
    if others:
        show(_omissions(say("reading.left_out"), others))
    show(_sections(plan))


def _omissions(title: str, omissions: tuple[Omission, ...]) -> Html:
    rows = (
        (
            escape(o.place),
            escape(name_of("omission", o.kind)),
            lines(o.explanation),
            escape("?" if o.characters is None else str(o.characters)),
        )
        for o in omissions
    )
    heads = [say("reading.place"), say("reading.what"), say("reading.why"), say("reading.size")]
    return join((element("h3", escape(title)), table(heads, rows, caption=title)))


def _sections(plan: Plan) -> Html:
    rows = (
        (
            escape(section.heading or "–"),
            escape(name_of("section", section.id)),
            escape(say("reading.empty") if section.empty else count("reading.characters", len(section.content.text))),
            escape(f"{section.confidence:.0%}"),
        )
        for section in plan.sections
    )
    heads = [say("reading.heading"), say("reading.section"), say("reading.content"), say("reading.sure")]
    return join((element("h3", escape(say("reading.sections"))), table(heads, rows, caption=say("reading.sections"))))
