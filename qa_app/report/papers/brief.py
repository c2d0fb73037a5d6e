"""The one-page brief for an independent reviewing officer: facts, five questions with reasons, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from qa_app.report.papers.content import MET, PlanPaper, improvements
from qa_app.report.papers.paper import Paper
from qa_app.report.papers.phrasing import day, naming
from qa_app.report.papers.shortcomings import items_lacking, needs, shortcomings
from qa_app.report.tables import one_line

QUESTIONS: Final = 5
_FACTS: Final = ("year_group", "school", "in_school", "looked_after_since", "meeting_date", "next_review")
_SHORT: Final = 110
_LONGEST_REASON: Final = 260
_MOST: Final = 3


def brief(plan: PlanPaper) -> bytes:
    """Return the brief as a Word document."""
    words = plan.words
    paper = Paper(words("brief.title", child=plan.child), words.language, words("footer"), points=10, margin=1.8)
    paper.title(words("brief.title", child=plan.child))
    paper.table((words("brief.fact"), words("brief.value")), tuple(_facts(plan)), (5, 12.4))
    paper.heading(words("brief.questions"))
    for question, reason in list(_questions(plan))[:QUESTIONS]:
        paper.item(question, reason, number=True)
    _add_list(paper, words("brief.since"), _since(plan))
    _add_list(paper, words("brief.unanswered"), tuple(f"“{wish.quote}”" for wish in plan.unanswered()[:_MOST]))
    _add_list(paper, words("brief.late"), plan.late()[:_MOST])
    return paper.to_bytes()


def _facts(plan: PlanPaper) -> Iterator[tuple[str, str]]:
    words, facts = plan.words, plan.audited.analysis.plan
    for name in _FACTS:
        value = facts.fact(name)
        if isinstance(value, bool):
            shown = words("yes" if value else "no")
        elif isinstance(value, date):
            shown = day(value, words)
        else:
            shown = words("not_told") if value is None else str(value)
        yield words(f"fact.{name}"), shown
    yield words("brief.band"), plan.band


def _questions(plan: PlanPaper) -> Iterator[tuple[str, str]]:
    """Yield questions with their reasons, the most pressing first: the child's wishes, then what is weakest."""
    words, child = plan.words, plan.child
    for wish in plan.unanswered()[:1]:
        key = "question.wish" if wish.said else "question.wish_told"
        yield words(key, child=child, wish=one_line(wish.quote, _SHORT)), words("question.wish_why")
    for sentence in plan.late()[:1]:
        yield words("question.late"), sentence
    for result in plan.weaknesses(QUESTIONS):
        key = f"question.criterion.{result.criterion.id}"
        asked = words(key, child=child) if key in words.texts else words("question.other", title=result.criterion.title)
        reason = " ".join(items_lacking(result, words)) or naming(plan.named, shortcomings(result) or needs(result))
        yield asked, one_line(reason, _LONGEST_REASON)
    target = plan.weakest_target()
    if target is not None and target.judgement.met <= MET:
        asked = words("question.target", target=one_line(target.row.target.text, _SHORT))
        yield asked, " ".join(improvements(target, 1))
    yield words("question.help", child=child), words("question.help_why")
    yield words("question.proud", child=child), words("question.proud_why")


def _since(plan: PlanPaper) -> tuple[str, ...]:
    words = plan.words
    return tuple(
        words(
            "brief.earlier",
            target=one_line(row.target.text, _SHORT),
            outcome=one_line(row.outcome.text or row.progress.text, _SHORT) or words("brief.no_outcome"),
        )
        for row in plan.audited.analysis.plan.previous_targets[:_MOST]
    )


def _add_list(paper: Paper, title: str, items: tuple[str, ...]) -> None:
    if items:
        paper.heading(title)
    for each in items:
        paper.item("", each)
