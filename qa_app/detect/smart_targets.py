"""How SMART are the targets, taken together?

Looks for: each target's five components as judged. Matters because a target that cannot be checked is never missed.
Known misses: those of the judgement of single targets. Source: judgement guide, sections 1 and 4.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis, JudgedTarget
from qa_app.core.finding import Detection, Finding
from qa_app.core.judged import Component, Level
from qa_app.detect.base import Detector, Settings
from qa_app.detect.reading import counted, quote_of, share

ID = "smart_targets"
COMPONENTS = len(Component)


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Count the met components of every target."""
    targets = analysis.targets
    met = [target.judgement.met for target in targets]
    at_least = {number: sum(count >= number for count in met) for number in range(1, COMPONENTS + 1)}
    by_component = {component: _met(targets, component) for component in Component}
    confidences = [judged.confidence for target in targets for judged in target.judgement.components.values()]
    return Detection(
        detector=ID,
        looked_for="rows or blocks that set the child a target, and what stands beside them",
        searched=tuple(span for target in targets for part in target.row.parts().values() for span in part.spans),
        findings=tuple(_finding(analysis, target) for target in targets if target.row.target.spans),
        measures={
            "targets": len(targets),
            **{f"with_{number}": count for number, count in at_least.items()},
            **{f"share_{number}": share(count, len(targets)) for number, count in at_least.items()},
            **{f"share_{component.value}": share(count, len(targets)) for component, count in by_component.items()},
            "adult_actions": sum(target.judgement.is_adult_action for target in targets),
            "complete": bool(targets) and at_least[4] == len(targets),
        },
        summary=_summary(targets, at_least, by_component),
        confidence=sum(confidences) / len(confidences) if confidences else 0.9,
    )


def _met(targets: tuple[JudgedTarget, ...], component: Component) -> int:
    return sum(target.judgement.components[component].level is Level.MET for target in targets)


def _finding(analysis: Analysis, target: JudgedTarget) -> Finding:
    lacking = [c.value.replace("_", "-") for c, judged in target.judgement.components.items() if judged.level is not Level.MET]
    said = "all five components are met" if not lacking else f"not fully {', '.join(lacking)}"
    reason = f"{target.judgement.met} of {COMPONENTS}: {said}."
    return Finding(f"met-{target.judgement.met}", quote_of(analysis, target.row.target), reason, "smart")


def _summary(targets: tuple[JudgedTarget, ...], at_least: dict[int, int], by_component: dict[Component, int]) -> str:
    if not targets:
        return "No targets were found."
    total = len(targets)
    weakest = min(Component, key=lambda component: by_component[component])
    parts = [f"{counted(total, 'target')}; {at_least[4]} with four or five components met, {at_least[2]} with two or more."]
    if by_component[weakest] < total:
        parts.append(f"Weakest: {weakest.value.replace('_', '-')}, met in {by_component[weakest]} of {total}.")
    return " ".join(parts)


DETECTOR = Detector(
    id=ID,
    question="How many of the targets are SMART, and in what are they weak?",
    measures={
        "targets": "number of current targets",
        **{f"with_{n}": f"targets with at least {n} of the five components met" for n in range(1, 6)},
        **{f"share_{n}": f"share of targets with at least {n} components met; 0 without targets" for n in range(1, 6)},
        **{f"share_{c.value}": f"share of targets that are {c.value.replace('_', '-')}" for c in Component},
        "adult_actions": "rows that ask something of the adults, not of the child",
        "complete": "whether every target has at least four components met",
    },
    run=run,
)
