"""Final ratings: the auditor's where there is one, else the program's."""

from __future__ import annotations

from dataclasses import dataclass

from qa_app.core.result import Audit
from qa_app.report.edits import AuditorEdits, Rating
from qa_app.report.tables import criterion_key, plan_key, rating_text


@dataclass(frozen=True, slots=True)
class FinalPlan:
    """One plan's final ratings in the template's order.

    Attributes:
        score, band: None when an auditor's rating may have moved them: then the spreadsheet works them out.
    """

    ratings: tuple[Rating, ...]
    score: float | str | None
    band: str | None


def final_plans(audit: Audit, edits: AuditorEdits) -> tuple[FinalPlan, ...]:
    """Return every plan's final ratings, in the audit's order."""
    return tuple(_final(audit, number, edits) for number in range(1, len(audit.plans) + 1))


def _final(audit: Audit, number: int, edits: AuditorEdits) -> FinalPlan:
    audited = audit.plans[number - 1]
    program = {result.criterion.id: rating_text(result.status, result.rating) for result in audited.results}
    ratings: list[Rating] = []
    changed = False
    for criterion in audit.template.criteria:
        edit = edits.criteria.get(criterion_key(number, audited, criterion.id))
        own = edit.rating if edit else None
        changed = changed or own is not None
        ratings.append(program.get(criterion.id, "") if own is None else own)
    if changed:
        return FinalPlan(tuple(ratings), None, None)
    score = audited.overall.score
    return FinalPlan(tuple(ratings), "" if score is None else score, audited.overall.band)


def overall_key(audit: Audit, number: int) -> str:
    """Return the key under which edits hold the judgement of a whole plan."""
    return plan_key(number, audit.plans[number - 1])
