"""Judges a target row: five components with level, confidence, reason, proof and improvement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qa_app.analyse.smart.agents import adult_task
from qa_app.analyse.smart.components import COMPONENTS
from qa_app.analyse.smart.components.time_bound import deciding_kind
from qa_app.analyse.smart.cues import cues_of
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.explain import explain
from qa_app.analyse.smart.reading import read_row
from qa_app.core.judged import Component, ComponentJudgement, Level, TargetJudgement, TargetText
from qa_app.nlp.classifier import LoadedModel, load_model

MODEL: Final = "smart"
"""Folder of the weights under ``models/``."""
WEIGHED: Final = (Component.SPECIFIC, Component.MEASURABLE, Component.ACHIEVABLE, Component.RELEVANT)
"""Components whose level a model tells where no rule settles it; Time-bound is told by rule."""
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
        self._pipelines = {component: content["pipelines"][component.value] for component in WEIGHED}
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
            said = explain(component, level, found)
            judged[component] = ComponentJudgement(level, confidence, said.reason, said.proof, said.improve)
        return TargetJudgement(judged, bool(adult_task(reading)))

    def _level(self, component: Component, evidence: Evidence, cues: Mapping[str, float]) -> tuple[Level, float]:
        level = COMPONENTS[component].settled(evidence)
        if level is not None:
            return level, float(self._rules_right.get(rule_name(component, evidence, level), _EVEN))
        probabilities = self._pipelines[component].predict_proba([cues])[0] ** (1 / self._temperatures[component])
        best = int(probabilities.argmax())
        return _LEVELS[best], round(float(probabilities[best] / probabilities.sum()), 3)


def rule_name(component: Component, evidence: Evidence, told: Level) -> str:
    """Name the rule that settled a component, for the record of how often each is right."""
    deciding = deciding_kind(evidence) if component is Component.TIME_BOUND else "settled"
    return f"{component} {told} {deciding}"
