"""Statistics over the plans of one audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from qa_app.core.judged import Component, Level
from qa_app.core.result import Audit, CriterionStatus, PlanAudit


def sample_statistics(audit: Audit) -> dict[str, Any]:
    """Return counts, means and distributions over the audited plans, as plain data."""
    scores = [plan.overall.score for plan in audit.plans if plan.overall.score is not None]
    return {
        "plans": len(audit.plans),
        "unreadable": len(audit.unreadable),
        "scored": len(scores),
        "mean_score": round(sum(scores) / len(scores), 1) if scores else None,
        "bands": _counts(plan.overall.band for plan in audit.plans),
        "languages": _counts(plan.analysis.plan.language.value for plan in audit.plans),
        "criteria": {criterion.id: _criterion(audit, index) for index, criterion in enumerate(audit.template.criteria)},
        "views_levels": _counts(_level(plan) for plan in audit.plans),
        "targets": _targets(audit),
        "flags": _counts(flag.flag.category.value for plan in audit.plans for flag in plan.analysis.flags),
    }


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _level(plan: PlanAudit) -> str:
    return "unknown" if plan.analysis.views.level is None else str(plan.analysis.views.level)


def _criterion(audit: Audit, index: int) -> dict[str, Any]:
    results = [plan.results[index] for plan in audit.plans]
    ratings = [result.rating for result in results if result.rating is not None]
    return {
        "ratings": {str(level): ratings.count(level) for level in range(4)},
        "mean": round(sum(ratings) / len(ratings), 2) if ratings else None,
        "not_applicable": sum(r.status is CriterionStatus.NOT_APPLICABLE for r in results),
        "cannot_judge": sum(r.status is CriterionStatus.CANNOT_JUDGE for r in results),
    }


def _targets(audit: Audit) -> dict[str, Any]:
    judged = [target.judgement for plan in audit.plans for target in plan.analysis.targets]
    return {
        "count": len(judged),
        "met": {c.value: sum(j.components[c].level is Level.MET for j in judged) for c in Component},
    }
