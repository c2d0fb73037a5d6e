"""Wording that may hurt or puzzle the child, with kinder wording; and how readable the plan is."""

from __future__ import annotations

from collections.abc import Iterable

from qa_app.core.analysis import Analysis, PlanFlag, Readability
from qa_app.core.document import Document, Span
from qa_app.core.judged import Flag
from qa_app.ui.language import count, name_of, say
from qa_app.ui.views.highlight import Mark, marked
from qa_app.ui.views.markup import NOTHING, Html, element, escape, join, lines, quote, show
from qa_app.ui.views.rating import plain_chip, severity_chip


def show_wording(analysis: Analysis) -> None:
    """Draw every flagged wording of a plan, the most severe first, and the readability of what the child would read."""
    document = analysis.plan.document
    if not analysis.flags:
        show(element("p", escape(say("wording.none"))))
    for found in sorted(analysis.flags, key=lambda found: (-found.flag.severity.rank, found.span)):
        place = " · ".join(part for part in (name_of("section", found.section), document.place(found.span)) if part)
        show(element("section", flag_body(found.flag), _context(document, found), _small(place), class_="pq-card"))
    show(_readability(analysis.readability))


def flag_body(flag: Flag) -> Html:
    """Return one flag: the wording, what kind, why it matters, and kinder wording."""
    head = element(
        "p",
        severity_chip(flag.severity),
        plain_chip(name_of("category", flag.category)),
        escape(" "),
        element("strong", quote(flag.text)),
    )
    kinder = join(
        (element("h4", escape(say("wording.instead"))), element("ul", *(element("li", lines(i)) for i in flag.instead)))
    )
    return join((head, element("p", lines(flag.why)), kinder if flag.instead else NOTHING))


def flag_mark(flag: Flag, span: Span) -> Mark:
    """Return a mark for a flagged wording."""
    title = f"{name_of('category', flag.category)}: {flag.why}"
    return Mark(span, title, name_of("severity", flag.severity), style=f"pq-evidence pq-flag-{flag.severity}")


def flag_marks(found: Iterable[PlanFlag]) -> list[Mark]:
    """Return marks for all flags of a plan."""
    return [flag_mark(each.flag, each.span) for each in found]


def _context(document: Document, found: PlanFlag) -> Html:
    block = document.block_at(found.span.start)
    if block is None:
        return NOTHING
    text = marked(document.quote(block.span), [Mark(found.span, name_of("category", found.flag.category))], block.span.start)
    return element("blockquote", text)


def _readability(readability: Readability) -> Html:
    head = element("h3", escape(say("wording.readability")))
    if not readability.measured or readability.grade is None:
        return join((head, element("p", escape(say("wording.not_measured", reason=readability.reason)), class_="pq-faint")))
    facts = say("wording.measured", formula=readability.formula, grade=f"{readability.grade:.0f}", words=readability.words)
    known = readability.childs_year
    year = say("wording.childs_year", year=count("year", known)) if known is not None else ""
    hard = [
        element(
            "li",
            quote(sentence.evidence.quote),
            _small(f"{count('wording.words', sentence.words)} · {sentence.evidence.place}"),
        )
        for sentence in readability.hard_sentences
    ]
    listed = join((element("h4", escape(say("wording.hard"))), element("ul", *hard))) if hard else NOTHING
    return join((head, element("p", escape(f"{facts} {year}".strip())), element("p", lines(readability.reason)), listed))


def _small(text: str) -> Html:
    return element("span", escape(text), class_="pq-faint pq-block")
