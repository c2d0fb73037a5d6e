"""Statistics over the plans of one audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from qa_app.core.judged import Component, Level
from qa_app.core.result import Audit, CriterionStatus, PlanAudit

UNKNOWN: Final = "unknown"
_PHASES: Final = ((12, "post-16"), (7, "secondary"), (0, "primary"), (-2, "early-years"))
"""First year group of each phase, the oldest first; Reception is 0."""


def sample_statistics(audit: Audit) -> dict[str, Any]:
    """Return counts, means and distributions over the audited plans, as plain data."""
    scores = [plan.overall.score for plan in audit.plans if plan.overall.score is not None]
    return {
        "plans": len(audit.plans),
        "unreadable": len(audit.unreadable),
        "scored": len(scores),
        "mean_score": _mean(scores, 1),
        "bands": _counts(plan.overall.band for plan in audit.plans),
        "languages": _counts(_language(plan) for plan in audit.plans),
        "phases": _counts(phase_of(plan) for plan in audit.plans),
        "by_phase": _grouped(audit, phase_of),
        "by_language": _grouped(audit, _language),
        "criteria": {criterion.id: _criterion(audit, index) for index, criterion in enumerate(audit.template.criteria)},
        "views_levels": _counts(_level(plan) for plan in audit.plans),
        "targets": _targets(audit),
        "flags": _counts(flag.flag.category.value for plan in audit.plans for flag in plan.analysis.flags),
    }


def phase_of(audited: PlanAudit) -> str:
    """Return the school phase by the year group: early-years, primary, secondary, post-16 or unknown."""
    year = audited.analysis.plan.fact("year_group")
    if not isinstance(year, int):
        return UNKNOWN
    return next((phase for first, phase in _PHASES if year >= first), UNKNOWN)


def _language(audited: PlanAudit) -> str:
    return audited.analysis.plan.language.value


def _grouped(audit: Audit, group_of: Callable[[PlanAudit], str]) -> dict[str, Any]:
    groups: dict[str, list[PlanAudit]] = {}
    for plan in audit.plans:
        groups.setdefault(group_of(plan), []).append(plan)
    return {name: _group(audit, groups[name]) for name in sorted(groups)}


def _group(audit: Audit, plans: Sequence[PlanAudit]) -> dict[str, Any]:
    scores = [plan.overall.score for plan in plans if plan.overall.score is not None]
    return {
        "plans": len(plans),
        "scored": len(scores),
        "mean_score": _mean(scores, 1),
        "bands": _counts(plan.overall.band for plan in plans),
        "criteria": {
            criterion.id: _mean([r for plan in plans if (r := plan.results[index].rating) is not None], 2)
            for index, criterion in enumerate(audit.template.criteria)
        },
    }


def _mean(values: Sequence[float], digits: int) -> float | None:
    return round(sum(values) / len(values), digits) if values else None


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _level(plan: PlanAudit) -> str:
    return UNKNOWN if plan.analysis.views.level is None else str(plan.analysis.views.level)


def _criterion(audit: Audit, index: int) -> dict[str, Any]:
    results = [plan.results[index] for plan in audit.plans]
    ratings = [result.rating for result in results if result.rating is not None]
    return {
        "ratings": {str(level): ratings.count(level) for level in range(4)},
        "mean": _mean(ratings, 2),
        "not_applicable": sum(r.status is CriterionStatus.NOT_APPLICABLE for r in results),
        "cannot_judge": sum(r.status is CriterionStatus.CANNOT_JUDGE for r in results),
    }


def _targets(audit: Audit) -> dict[str, Any]:
    judged = [target.judgement for plan in audit.plans for target in plan.analysis.targets]
    return {
        "count": len(judged),
        "met": {c.value: sum(j.components[c].level is Level.MET for j in judged) for c in Component},
    }
