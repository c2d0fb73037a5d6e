"""The result of an audit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Evidence
from qa_app.core.template import AuditTemplate, Criterion

LEAST_RATED_SHARE: Final = 0.5
"""With less of the weight rated, a score would say more than is known."""
NO_BAND: Final = "Cannot judge"
"""Band of a plan that has no score."""


class CriterionStatus(StrEnum):
    """Whether a criterion could be rated."""

    RATED = "rated"
    NOT_APPLICABLE = "not-applicable"
    CANNOT_JUDGE = "cannot-judge"


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """What one criterion came to in one plan.

    Attributes:
        rating: 0 to 3 when rated, else None.
        reason: What was seen, and what stands between this and the next rating. Never empty.
        confidence: 0 to 1.
        looked_for: What would have counted, for ratings that rest on something not being there.
    """

    criterion: Criterion
    status: CriterionStatus
    rating: int | None
    reason: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    looked_for: str = ""
    advice: str = ""
    detections: tuple[Detection, ...] = ()

    def __post_init__(self) -> None:
        if (self.status is CriterionStatus.RATED) != (self.rating is not None):
            raise ValueError(f"{self.criterion.id}: a rated criterion has a rating, any other has none")
        if not self.reason:
            raise ValueError(f"{self.criterion.id}: a result needs a reason")


@dataclass(frozen=True, slots=True)
class Overall:
    """The whole plan's score and band. ``score`` is 0 to 100, None when too little could be judged."""

    score: float | None
    band: str
    why: str


@dataclass(frozen=True, slots=True)
class PlanAudit:
    """One plan, audited."""

    analysis: Analysis
    results: tuple[CriterionResult, ...]
    overall: Overall


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read: what is wrong and what to do."""

    file: str
    error: str
    cure: str


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that came of one run. The same input gives the same value; the clock is never read."""

    engine: str
    template: AuditTemplate
    plans: tuple[PlanAudit, ...]
    unreadable: tuple[Unreadable, ...] = ()
