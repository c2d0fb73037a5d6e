"""The whole plan's score and band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qa_app.core.finding import MeasureValue
from qa_app.core.result import LEAST_RATED_SHARE, NO_BAND, CriterionResult, CriterionStatus, Overall
from qa_app.core.template import AuditTemplate, Status
from qa_app.judge.conditions import holds

BEST: Final = 3


def overall(template: AuditTemplate, results: Sequence[CriterionResult]) -> Overall:
    """Return the weighted share of the points that could be had, 0 to 100, and the first band whose condition holds.

    Criteria that do not apply, cannot be judged, or are on trial leave the score alone.
    """
    counted = [r for r in results if r.criterion.status is Status.STABLE and r.criterion.weight > 0]
    applying = [r for r in counted if r.status is not CriterionStatus.NOT_APPLICABLE]
    rated = [r for r in applying if r.rating is not None]
    weight_applying = sum(r.criterion.weight for r in applying)
    weight_rated = sum(r.criterion.weight for r in rated)
    if not weight_rated or weight_rated < LEAST_RATED_SHARE * weight_applying:
        unjudged = len(applying) - len(rated)
        return Overall(None, NO_BAND, f"{unjudged} of {len(applying)} criteria that apply could not be judged.")
    score = 100 * sum(r.criterion.weight * (r.rating or 0) for r in rated) / (BEST * weight_rated)
    values = _values(results, rated, score, weight_rated / weight_applying)
    for band in template.bands:
        if band.condition is None or holds(band.condition, values) is True:
            return Overall(round(score, 1), band.name, band.say)
    return Overall(round(score, 1), "", "No band of the template fits.")


def _values(
    results: Sequence[CriterionResult], rated: Sequence[CriterionResult], score: float, share: float
) -> dict[str, MeasureValue]:
    values: dict[str, MeasureValue] = {"score": score, "share.rated": share, "count.rated": len(rated)}
    for level in range(BEST + 1):
        values[f"count.{level}"] = sum(r.rating == level for r in rated)
        values[f"count.below.{level}"] = sum((r.rating or 0) < level for r in rated)
        values[f"count.not.{level}"] = sum(r.rating != level for r in rated)
    for result in results:
        values[f"rating.{result.criterion.id}"] = result.rating
        for detection in result.detections:
            values.update({f"{result.criterion.id}.{name}": value for name, value in detection.measures.items()})
    return values
