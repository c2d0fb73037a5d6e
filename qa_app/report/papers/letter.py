"""The feedback letter about one plan: strengths first, three next steps, the plan's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from qa_app.core.result import CriterionResult
from qa_app.report.papers.content import PlanPaper, improvements
from qa_app.report.papers.paper import Paper
from qa_app.report.papers.phrasing import day, first_lower, naming
from qa_app.report.papers.shortcomings import is_about_items, items_lacking, needs, shortcomings
from qa_app.report.tables import one_line

STRENGTHS: Final = 3
STEPS: Final = 3
WORDINGS: Final = 4
_SHORT: Final = 110
_LONGEST_SEEN: Final = 420
_SMART: Final = "smart_targets"
_WORDING: Final = "wording"


def letter(plan: PlanPaper) -> bytes:
    """Return the letter as a Word document."""
    words = plan.words
    meeting = plan.audited.analysis.plan.date_fact("meeting_date")
    paper = Paper(words("letter.title", child=plan.child), words.language, words("footer"))
    paper.title(words("letter.title", child=plan.child))
    paper.say(words("letter.greeting"))
    when = words("letter.of_date", date=day(meeting, words)) if meeting else ""
    paper.say(words("letter.opening", child=plan.child, when=when))
    _add_strengths(paper, plan)
    _add_steps(paper, plan)
    _add_wordings(paper, plan)
    _add_dates(paper, plan)
    if comments := plan.comments():
        paper.heading(words("letter.comments"))
        for comment in comments:
            paper.item("", comment)
    paper.say(words("letter.closing", child=plan.child))
    paper.say(words("letter.sign"))
    return paper.to_bytes()


def _add_strengths(paper: Paper, plan: PlanPaper) -> None:
    """Begin with what is good: criteria that are met; else the child's own voice; else what has been begun."""
    words, strengths = plan.words, plan.strengths(STRENGTHS)
    voices = () if strengths else plan.own_voice(2)
    beginnings = () if strengths or voices else plan.beginnings(2)
    if strengths or voices:
        paper.heading(words("letter.strengths"))
    else:
        paper.heading(words("letter.beginnings"))
        if not beginnings:
            paper.say(words("letter.no_beginnings", child=plan.child))
    for result in strengths:
        paper.item(f"{result.criterion.title}.", _descriptor(plan, result), plan.telling_quote(result))
    for quote in voices:
        paper.item("", words("letter.voice", child=plan.child), quote)
    for result in beginnings:
        paper.item(f"{result.criterion.title}.", words("letter.begun"), plan.telling_quote(result))


def _descriptor(plan: PlanPaper, result: CriterionResult) -> str:
    """Return what the final rating means, in the template's words."""
    rating = plan.rating(result)
    words = result.criterion.descriptors.get(rating, "") if isinstance(rating, int) else ""
    return words or result.criterion.statement


def _add_steps(paper: Paper, plan: PlanPaper) -> None:
    words = plan.words
    steps = plan.weaknesses(STEPS)
    target = plan.weakest_target()
    if not steps and target is None:
        paper.say(words("letter.nothing_to_do"))
        return
    paper.heading(words.count("letter.steps", max(len(steps), 1)))
    for result in steps:
        criterion = result.criterion
        paper.item(f"{criterion.title}.", _advice(plan, result), number=True)
        for sentence in _lacking(plan, result):
            paper.say(sentence)
        if criterion.good_example and not _is_seen_by(result, _SMART):
            paper.say(words("letter.example", example=criterion.good_example))
    if target is not None:
        paper.heading(words("letter.target"), 2)
        paper.item(words("letter.target_now"), quote=one_line(target.row.target.text, 220))
        for sentence in improvements(target, 3):
            paper.item("", naming(plan.named, sentence))


def _advice(plan: PlanPaper, result: CriterionResult) -> str:
    """Return what to do, naming the things it is about: a template's advice may point at lists of the workbook."""
    words, target, wordings = plan.words, plan.weakest_target(), plan.wordings(2)
    if items_lacking(result, words):
        return words("advice.items", child=plan.child)
    if is_about_items(result):
        return words("advice.items_rest") if needs(result) else result.criterion.looks_for
    if _is_seen_by(result, _WORDING) and wordings:
        return words("advice.wording", child=plan.child, words=" / ".join(f"“{one_line(each.text, 60)}”" for each in wordings))
    if _is_seen_by(result, _SMART) and target is not None:
        return words("advice.smart", child=plan.child, target=one_line(target.row.target.text, _SHORT))
    return naming(plan.named, result.criterion.advice or result.criterion.looks_for)


def _lacking(plan: PlanPaper, result: CriterionResult) -> Iterator[str]:
    """Yield what is missing: required items by name, else what was seen; then what the next rating would need."""
    words = plan.words
    items = items_lacking(result, words)
    yield from items
    found = shortcomings(result)
    if found and not items:
        yield words("letter.seen", seen=naming(plan.named, one_line(found, _LONGEST_SEEN)))
    if needed := needs(result):
        yield words("letter.needed", needed=naming(plan.named, needed))


def _is_seen_by(result: CriterionResult, detector: str) -> bool:
    return any(detection.detector == detector for detection in result.detections)


def _add_wordings(paper: Paper, plan: PlanPaper) -> None:
    wordings = plan.wordings(WORDINGS)
    if not wordings:
        return
    paper.heading(plan.words("letter.wording"))
    paper.say(plan.words("letter.wording_why", child=plan.child))
    for flag in wordings:
        instead = plan.words("letter.instead", words=naming(plan.named, flag.instead[0])) if flag.instead else ""
        paper.item(f"“{one_line(flag.text, 80)}”:", f"{naming(plan.named, first_lower(flag.why))} {instead}".strip())


def _add_dates(paper: Paper, plan: PlanPaper) -> None:
    words = plan.words
    late, review = plan.late(), plan.audited.analysis.plan.date_fact("next_review")
    if not late and review is None:
        return
    paper.heading(words("letter.dates"))
    if review is not None:
        paper.item("", words("letter.review", date=day(review, words)))
    for sentence in late:
        paper.item("", sentence)
