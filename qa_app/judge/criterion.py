"""Rate one criterion from its detections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from qa_app.core.document import Omission
from qa_app.core.finding import Detection, Evidence, MeasureValue
from qa_app.core.result import CriterionResult, CriterionStatus
from qa_app.core.template import Condition, Criterion
from qa_app.judge.conditions import holds, unmet

BEST: Final = 3
MOST_EVIDENCE: Final = 12  # quotes kept per criterion: enough to check, few enough to read


def rate(
    criterion: Criterion,
    detections: Mapping[str, Detection],
    facts: Mapping[str, MeasureValue],
    *,
    unread: Sequence[Omission] = (),
) -> CriterionResult:
    """Rate one criterion.

    Args:
        criterion: With its conditions for 3, 2 and 1.
        detections: What the criterion's detectors saw, by the name that the criterion gives each use.
        facts: The plan's facts by name; one that was not found is missing.
        unread: Parts of the document that could not be read and may hold content. While there are any, a rating below
            the best that rests on something not being there is "cannot judge".

    Returns:
        The result with its reason: what was seen, and what stands between this and the next rating.
    """
    values: dict[str, MeasureValue] = {f"fact.{name}": value for name, value in facts.items()}
    for name, detection in detections.items():
        values.update({f"{name}.{measure}": value for measure, value in detection.measures.items()})
    seen = tuple(detections[use.name] for use in criterion.uses if use.name in detections)

    applies = True if criterion.applies.condition is None else holds(criterion.applies.condition, values)
    if applies is False:
        return _result(criterion, CriterionStatus.NOT_APPLICABLE, None, criterion.applies.otherwise, seen)
    if problems := [detection.problem for detection in seen if detection.problem]:
        return _result(criterion, CriterionStatus.CANNOT_JUDGE, None, " ".join(problems), seen)
    if applies is None and unread:
        reason = f"{_unread_reason(unread)} It may tell whether this applies."
        return _result(criterion, CriterionStatus.CANNOT_JUDGE, None, reason, seen)
    if applies is None and not criterion.applies.when_unknown:
        return _result(criterion, CriterionStatus.NOT_APPLICABLE, None, criterion.applies.otherwise, seen)

    rating, open_question = _best_level(criterion, values)
    if open_question is not None and rating == 0:
        return _result(
            criterion, CriterionStatus.CANNOT_JUDGE, None, f"It cannot be told whether there is {open_question}.", seen
        )
    if unread and rating < BEST and _rests_on_absence(seen):
        reason = f"{_unread_reason(unread)} What was not found may stand there. Look at it by eye."
        return _result(criterion, CriterionStatus.CANNOT_JUDGE, None, reason, seen)
    reason = _reason(criterion, rating, values, seen)
    if open_question is not None:
        reason += f" It cannot be told whether there is {open_question}; that could raise the rating."
    return _result(criterion, CriterionStatus.RATED, rating, reason, seen)


def _unread_reason(unread: Sequence[Omission]) -> str:
    places = ", ".join(dict.fromkeys(omission.place for omission in unread if omission.place))
    return f"Part of the document could not be read ({places})." if places else "Part of the document could not be read."


def _best_level(criterion: Criterion, values: Mapping[str, MeasureValue]) -> tuple[int, str | None]:
    """Return the highest rating whose condition holds, and what was unknown about a higher one."""
    unknown: str | None = None
    for rating in sorted(criterion.levels, reverse=True):
        verdict = holds(criterion.levels[rating], values)
        if verdict is True:
            return rating, unknown
        if verdict is None:
            open_comparisons = [c for c in unmet(criterion.levels[rating], values) if values.get(c.subject) is None]
            unknown = unknown or (open_comparisons[0].say if open_comparisons else None)
    return 0, unknown


def _rests_on_absence(detections: Sequence[Detection]) -> bool:
    """Tell whether any detector found less than it looked for: only then can unread parts change the rating."""
    return any(not detection.findings or detection.measures.get("complete") is not True for detection in detections)


def _reason(criterion: Criterion, rating: int, values: Mapping[str, MeasureValue], detections: Sequence[Detection]) -> str:
    parts = [detection.summary.strip() for detection in detections if detection.summary.strip()]
    following = next((level for level in sorted(criterion.levels) if level > rating), None)
    if following is not None and (missing := _missing(criterion.levels[following], values)):
        parts.append(f"For {following} it needs: {'; '.join(missing)}.")
    return " ".join(parts) or criterion.descriptors.get(rating, criterion.statement)


def _missing(condition: Condition, values: Mapping[str, MeasureValue]) -> list[str]:
    return list(dict.fromkeys(comparison.say for comparison in unmet(condition, values) if comparison.say))


def _result(
    criterion: Criterion, status: CriterionStatus, rating: int | None, reason: str, detections: tuple[Detection, ...]
) -> CriterionResult:
    weakest = min((detection.confidence for detection in detections), default=1.0)
    return CriterionResult(
        criterion=criterion,
        status=status,
        rating=rating,
        reason=reason,
        confidence=weakest if status is CriterionStatus.RATED else 1.0,
        evidence=_evidence(detections),
        looked_for="; ".join(dict.fromkeys(d.looked_for for d in detections if d.looked_for)),
        advice=criterion.advice if rating is None or rating < BEST else "",
        detections=detections,
    )


def _evidence(detections: Sequence[Detection]) -> tuple[Evidence, ...]:
    """Return the detections' quotes, each once, taking turns so that no detector crowds the others out."""
    queues = [[e for finding in detection.findings for e in finding.evidence] for detection in detections]
    chosen: dict[tuple[int, int], Evidence] = {}
    for turn in range(max(map(len, queues), default=0)):
        for queue in queues:
            if turn < len(queue):
                chosen.setdefault((queue[turn].span.start, queue[turn].span.end), queue[turn])
    return tuple(list(chosen.values())[:MOST_EVIDENCE])
