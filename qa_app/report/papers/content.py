"""What a paper says of one plan: strengths, next steps, questions. Chosen from the results, never judged anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from qa_app.core.analysis import JudgedTarget
from qa_app.core.finding import Evidence
from qa_app.core.judged import Flag, Severity
from qa_app.core.result import Audit, CriterionResult, PlanAudit
from qa_app.core.words import Words
from qa_app.report.edits import AuditorEdits, Rating
from qa_app.report.papers.shortcomings import is_about_items
from qa_app.report.papers.wishes import is_no_wish, is_said, without_refusals_first
from qa_app.report.tables import criterion_key, one_line, plan_key, plan_name, rating_text

MET: Final = 2
ALL_COMPONENTS: Final = 5
_SHOWS_WELL: Final = 4  # components met, from which a target may be shown as an example
_LONGEST_QUOTE: Final = 180
_LEAST_WORDS: Final = 6  # a shorter quote ("Year 7") shows nothing to a reader
_LEAST_OWN_WORDS: Final = 3  # of a child, "I like football" is much


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish of the child. ``said``: in the child's own speech, not as an adult tells it."""

    quote: str
    said: bool


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """One plan of an audit, with an auditor's judgements beside the program's.

    Attributes:
        number: Of the plan in the audit, from 1.
    """

    audit: Audit
    number: int
    edits: AuditorEdits
    words: Words

    @property
    def audited(self) -> PlanAudit:
        """Return the plan's results."""
        return self.audit.plans[self.number - 1]

    @property
    def child(self) -> str:
        """Return the child's first name, or words for it when the plan gives none."""
        name = self.audited.analysis.plan.fact("child")
        return name.split()[0] if isinstance(name, str) and name.split() else self.words("child")

    @property
    def named(self) -> str:
        """Return the child's first name; empty when the plan gives none."""
        return "" if self.child == self.words("child") else self.child

    @property
    def name(self) -> str:
        """Return what the plan is called."""
        return plan_name(self.audited)

    @property
    def band(self) -> str:
        """Return the overall band: the auditor's where there is one."""
        edit = self.edits.overall.get(plan_key(self.number, self.audited))
        return edit.band if edit and edit.band else self.audited.overall.band

    def rating(self, result: CriterionResult) -> Rating:
        """Return the final rating: the auditor's where there is one."""
        edit = self.edits.criteria.get(criterion_key(self.number, self.audited, result.criterion.id))
        return rating_text(result.status, result.rating) if edit is None or edit.rating is None else edit.rating

    def comments(self) -> tuple[str, ...]:
        """Return the auditor's comments for the school, in the criteria's order."""
        keys = (criterion_key(self.number, self.audited, result.criterion.id) for result in self.audited.results)
        return tuple(edit.comment for key in keys if (edit := self.edits.criteria.get(key)) and edit.comment)

    def strengths(self, most: int) -> tuple[CriterionResult, ...]:
        """Return the best-rated criteria that are met, the best first."""
        met = [(rating, result) for result, rating in self._rated() if rating >= MET]
        return tuple(result for _, result in sorted(met, key=lambda pair: -pair[0])[:most])

    def beginnings(self, most: int) -> tuple[CriterionResult, ...]:
        """Return criteria that are partly met and have words to show for it: to build on when nothing is met."""
        return tuple(result for result, rating in self._rated() if rating == 1 and self.telling_quote(result))[:most]

    def weaknesses(self, most: int) -> tuple[CriterionResult, ...]:
        """Return the criteria with the lowest ratings below 2, the weightiest first."""
        low = [(rating, -result.criterion.weight, result) for result, rating in self._rated() if rating < MET]
        return tuple(result for *_, result in sorted(low, key=lambda each: each[:2])[:most])

    def _rated(self) -> Iterator[tuple[CriterionResult, int]]:
        for result in self.audited.results:
            rating = self.rating(result)
            if isinstance(rating, int):
                yield result, rating

    def weakest_target(self) -> JudgedTarget | None:
        """Return the target with the fewest components met, if one can be made better."""
        weak = [target for target in self.audited.analysis.targets if target.judgement.met < ALL_COMPONENTS]
        return min(weak, key=lambda target: target.judgement.met, default=None)

    def wordings(self, most: int) -> tuple[Flag, ...]:
        """Return the wordings that hurt most, one for each reason why, without jargon."""
        flags = [found.flag for found in self.audited.analysis.flags if found.flag.severity is not Severity.LOW]
        worst_first = sorted(flags, key=lambda flag: -flag.severity.rank)
        by_reason = {flag.why: flag for flag in reversed(worst_first)}
        return tuple(flag for flag in worst_first if by_reason[flag.why] is flag)[:most]

    def own_voice(self, most: int) -> tuple[str, ...]:
        """Return the child's own words or positions, in the plan's order."""
        analysis = self.audited.analysis
        spans = (passage.span for passage in analysis.passages if passage.judgement.label.is_childs_view)
        told = (without_refusals_first(analysis.plan.document.quote(span)) for span in spans)
        quotes = (one_line(quote, _LONGEST_QUOTE) for quote in told)
        return tuple(dict.fromkeys(quote for quote in quotes if len(quote.split()) >= _LEAST_OWN_WORDS))[:most]

    def unanswered(self) -> tuple[Wish, ...]:
        """Return the child's wishes that nothing in the plan answers; that they would not say is no wish."""
        analysis = self.audited.analysis
        open_wishes = (each.wish for each in analysis.views.answers if each.answer is None)
        return tuple(
            Wish(one_line(wish.quote, _LONGEST_QUOTE), is_said(analysis, wish.span, self.child))
            for wish in open_wishes
            if not is_no_wish(wish.quote)
        )

    def telling_quote(self, result: CriterionResult) -> str:
        """Return the first quote that shows something good by itself, shortened; empty when there is none.

        A weak target, a wording that may hurt or a refusal to speak is no example, and a list of items has none.
        """
        if is_about_items(result):
            return ""
        told = (without_refusals_first(evidence.quote) for evidence in result.evidence if self._shows_well(evidence))
        quotes = (one_line(quote, _LONGEST_QUOTE) for quote in told)
        return next((quote for quote in quotes if _word_count(quote) >= _LEAST_WORDS), "")

    def _shows_well(self, evidence: Evidence) -> bool:
        analysis, to_mend = self.audited.analysis, self.weakest_target()
        weak = [each for each in analysis.targets if each is to_mend or each.judgement.met < _SHOWS_WELL]
        avoided = [span for each in weak for part in each.row.parts().values() for span in part.spans]
        avoided += [each.span for each in analysis.flags]
        return not any(span.start < evidence.span.end and evidence.span.start < span.end for span in avoided)

    def late(self) -> tuple[str, ...]:
        """Return what the date rules say of dates that were not kept."""
        return tuple(
            detection.summary
            for result in self.audited.results
            for detection in result.detections
            if detection.measures.get("in_time") is False
        )


def _word_count(quote: str) -> int:
    """Count what has a letter or figure in it; tick boxes and dashes are no words."""
    return sum(any(sign.isalnum() for sign in token) for token in quote.split())


def improvements(target: JudgedTarget, most: int) -> tuple[str, ...]:
    """Return how to make a target better, one sentence each."""
    return tuple(judged.improve for judged in target.judgement.components.values() if judged.improve)[:most]
