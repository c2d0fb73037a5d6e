"""The report for a corporate parenting panel: the sample as a whole, nobody in particular.

Groups of fewer than five plans are not broken out. A quote is used only when no name that the plan holds is in it, and no
figure or date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from qa_app.core.result import Audit, CriterionResult, PlanAudit
from qa_app.core.template import Criterion
from qa_app.core.words import Words
from qa_app.report.edits import AuditorEdits
from qa_app.report.papers.content import MET, PlanPaper
from qa_app.report.papers.paper import Paper
from qa_app.report.papers.proportions import Share, share
from qa_app.report.sample import phase_of

SMALL: Final = 5
"""Groups with fewer plans could point at a child."""
NAMED: Final = 3
_WORD: Final = re.compile(r"\w{3,}")


def panel_report(audit: Audit, edits: AuditorEdits, words: Words) -> bytes:
    """Return the report as a Word document."""
    plans = tuple(PlanPaper(audit, number, edits, words) for number in range(1, len(audit.plans) + 1))
    paper = Paper(words("panel.title"), words.language, words("footer"))
    paper.title(words("panel.title"))
    paper.heading(words("panel.sample"))
    paper.say(words("panel.sample_words", plans=len(plans), unread=len(audit.unreadable), template=audit.template.title))
    bands = Counter(plan.band for plan in plans)
    paper.table((words("panel.band"), words("panel.plans")), [(band, str(n)) for band, n in bands.most_common()], (9, 3))
    shares = {criterion.id: _met(plans, index) for index, criterion in enumerate(audit.template.criteria)}
    _add_distribution(paper, words, audit.template.criteria, shares)
    _add_named(paper, words, plans, audit.template.criteria, shares)
    for group, of in (("phase", _phase(words)), ("school", _school(words))):
        _add_groups(paper, words, group, plans, of)
    paper.heading(words("panel.method"))
    paper.say(words("panel.method_words", engine=audit.engine, template=audit.template.id, version=audit.template.version))
    return paper.to_bytes()


def _ratings(plans: Sequence[PlanPaper], index: int) -> list[int]:
    ratings = (plan.rating(plan.audited.results[index]) for plan in plans)
    return [rating for rating in ratings if isinstance(rating, int)]


def _met(plans: Sequence[PlanPaper], index: int) -> Share | None:
    rated = _ratings(plans, index)
    return share(sum(rating >= MET for rating in rated), len(rated)) if rated else None


def _add_distribution(paper: Paper, words: Words, criteria: Sequence[Criterion], shares: dict[str, Share | None]) -> None:
    paper.heading(words("panel.standing"))
    paper.say(words("panel.interval"))
    rows = []
    for criterion in criteria:
        met = shares[criterion.id]
        if met is None:
            rows.append((criterion.title, "0", "–", "–"))
        else:
            rows.append((criterion.title, str(met.of), f"{met.value:.0%}", f"{met.low:.0%} – {met.high:.0%}"))
    heads = tuple(words(f"panel.{head}") for head in ("criterion", "rated", "met", "range"))
    paper.table(heads, rows, (8, 2, 2.5, 4))


def _add_named(
    paper: Paper, words: Words, plans: Sequence[PlanPaper], criteria: Sequence[Criterion], shares: dict[str, Share | None]
) -> None:
    """Name the strongest and the weakest criteria, the first with a quote, the others with what to do."""
    known = [(met.value, index) for index, c in enumerate(criteria) if (met := shares[c.id]) and met.of >= SMALL]
    ranked = [index for _, index in sorted(known, key=lambda each: -each[0])]
    strong, weak = ranked[:NAMED], [index for index in reversed(ranked) if index not in ranked[:NAMED]][:NAMED]
    if not ranked:
        paper.say(words("panel.too_few", small=SMALL))
        return
    paper.heading(words("panel.strong"))
    for index in strong:
        paper.item(f"{criteria[index].title}.", criteria[index].statement, _quote(plans, index))
    paper.heading(words("panel.weak"))
    for index in weak:
        paper.item(f"{criteria[index].title}.", criteria[index].weak)
    paper.heading(words("panel.actions"))
    for index in weak:
        paper.item("", criteria[index].advice, number=True)


def _quote(plans: Sequence[PlanPaper], index: int) -> str:
    """Return a quote from a well-rated plan in which no name that the plan holds stands."""
    for plan in plans:
        result = plan.audited.results[index]
        rating = plan.rating(result)
        if isinstance(rating, int) and rating >= MET and (quote := _nameless(plan, result)):
            return quote
    return ""


def _nameless(plan: PlanPaper, result: CriterionResult) -> str:
    quote = plan.telling_quote(result)
    names = {word.casefold() for name in _names(plan.audited) for word in _WORD.findall(name)}
    tells = names & {word.casefold() for word in _WORD.findall(quote)} or any(letter.isdigit() for letter in quote)
    return "" if tells else quote


def _names(audited: PlanAudit) -> Iterator[str]:
    plan = audited.analysis.plan
    yield from (str(fact.value) for fact in plan.facts.values() if isinstance(fact.value, str))
    yield from (person.name for person in plan.people)
    yield from (target.who.text for target in plan.targets)


def _phase(words: Words) -> Callable[[PlanAudit], str]:
    return lambda audited: words(f"phase.{phase_of(audited)}")


def _school(words: Words) -> Callable[[PlanAudit], str]:
    return lambda audited: str(audited.analysis.plan.fact("school") or words("not_told"))


def _add_groups(
    paper: Paper, words: Words, group: str, plans: Sequence[PlanPaper], group_of: Callable[[PlanAudit], str]
) -> None:
    groups: dict[str, list[float]] = {}
    for plan in plans:
        score = plan.audited.overall.score
        if score is not None:
            groups.setdefault(group_of(plan.audited), []).append(score)
    shown = {name: scores for name, scores in groups.items() if len(scores) >= SMALL}
    paper.heading(words(f"panel.by_{group}"))
    if shown:
        rows = [(name, str(len(scores)), f"{sum(scores) / len(scores):.0f}") for name, scores in sorted(shown.items())]
        paper.table((words(f"panel.{group}"), words("panel.plans"), words("panel.mean")), rows, (9, 3, 4))
    if hidden := len(groups) - len(shown):
        paper.say(words.count("panel.hidden", hidden, small=SMALL))
