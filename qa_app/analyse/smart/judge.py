"""Judges a target row: five components with level, confidence, reason, proof and improvement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum
from typing import TYPE_CHECKING, Final

from qa_app.analyse.smart.agents import adult_task
from qa_app.analyse.smart.components import COMPONENTS
from qa_app.analyse.smart.components.time_bound import deciding_kind
from qa_app.analyse.smart.cues import cues_of
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.explain import explain
from qa_app.analyse.smart.reading import read_row
from qa_app.core.judged import Component, ComponentJudgement, Level, TargetJudgement, TargetText
from qa_app.nlp.classifier import LoadedModel, load_model

if TYPE_CHECKING:
    import numpy as np
    from sklearn.pipeline import Pipeline

MODEL: Final = "smart"
"""Folder of the weights under ``models/``."""
WEIGHED: Final = (Component.SPECIFIC, Component.MEASURABLE, Component.ACHIEVABLE, Component.RELEVANT)
"""Components whose level a model tells where no rule settles it; Time-bound is told by rule."""
THRESHOLDS: Final = {"above not": Level.PARTLY, "met": Level.MET}
"""The two questions that are weighed, each with the lowest level that answers it with yes."""
_FLOOR: Final = 1e-6
"""No level is ever impossible, so that confidence can be tempered."""
_LEVELS: Final = tuple(Level)
_EVEN: Final = 0.5


class SmartJudge:
    """Judges target rows by the judgement guide, section 1. Load once, then judge any number of rows.

    Args:
        model: Weights of the cues; None loads the ones that came with the program.

    Raises:
        ModelUnavailable: The weights are missing.
        ModelMismatch: The weights are not those of their card.
    """

    def __init__(self, model: LoadedModel | None = None) -> None:
        self.model = model or load_model(MODEL)
        content = self.model.content
        self._weights = {
            component: tuple(_Weights.of(content["pipelines"][component.value][name]) for name in THRESHOLDS)
            for component in WEIGHED
        }
        self._temperatures = {component: float(content["temperatures"][component.value]) for component in WEIGHED}
        self._rules_right: Mapping[str, float] = content["rules_right"]

    def judge(self, row: TargetText) -> TargetJudgement:
        """Judge one row. The same row always gives the same judgement."""
        reading = read_row(row)
        evidence = {component: rules.gather(reading) for component, rules in COMPONENTS.items()}
        cues = cues_of(reading, evidence)
        judged = {}
        for component, found in evidence.items():
            level, confidence = self._level(component, found, cues)
            opposed = abs(level.rank - COMPONENTS[component].level(found).rank) == Level.MET.rank
            said = explain(component, level, found, row, overruled=opposed and component in WEIGHED)
            judged[component] = ComponentJudgement(level, confidence, said.reason, said.proof, said.improve)
        return TargetJudgement(judged, bool(adult_task(reading)))

    def _level(self, component: Component, evidence: Evidence, cues: Mapping[str, float]) -> tuple[Level, float]:
        level = COMPONENTS[component].settled(evidence)
        if level is not None:
            return level, float(self._rules_right.get(rule_name(component, evidence, level), _EVEN))
        above_not, met = (weights.share(cues) for weights in self._weights[component])
        met = min(met, above_not)
        power = 1 / self._temperatures[component]
        probabilities = [(share + _FLOOR) ** power for share in (1 - above_not, above_not - met, met)]
        best = max(range(len(_LEVELS)), key=probabilities.__getitem__)
        return _LEVELS[best], round(probabilities[best] / sum(probabilities), 3)


@dataclass(frozen=True, slots=True)
class _Weights:
    """A fitted question as plain numbers: for one row some hundred times quicker than the pipeline they come from."""

    by_cue: Mapping[str, float]
    intercept: float

    @classmethod
    def of(cls, pipeline: Pipeline) -> _Weights:
        names = pipeline["cues"].feature_names_
        weights = pipeline["weigh"].coef_[0] / pipeline["scale"].scale_
        return cls(
            {name: float(weight) for name, weight in zip(names, weights, strict=True)}, float(pipeline["weigh"].intercept_[0])
        )

    def share(self, cues: Mapping[str, float]) -> float:
        """Return the probability of yes."""
        total = self.intercept + fsum(value * self.by_cue.get(name, 0.0) for name, value in cues.items())
        return 1 / (1 + exp(-total))


def level_probabilities(pipelines: Mapping[str, Pipeline], cues: Sequence[Mapping[str, float]]) -> np.ndarray:
    """Return the probability of each level, one row per row of cues.

    Levels have an order, so two questions are weighed: is it more than not met, and is it met?
    """
    import numpy as np

    above_not, met = (pipelines[name].predict_proba(cues)[:, 1] for name in THRESHOLDS)
    met = np.minimum(met, above_not)
    levels: np.ndarray = np.stack([1 - above_not, above_not - met, met], axis=1)
    return levels + _FLOOR


def rule_name(component: Component, evidence: Evidence, told: Level) -> str:
    """Name the rule that settled a component, for the record of how often each is right."""
    deciding = deciding_kind(evidence) if component is Component.TIME_BOUND else "settled"
    return f"{component} {told} {deciding}"
