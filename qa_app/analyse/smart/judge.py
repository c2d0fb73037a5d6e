"""Judges a target row: five components with level, confidence, reason, proof and improvement."""

from __future__ import annotations

from qa_app.analyse.smart.agents import adult_task
from qa_app.analyse.smart.components import COMPONENTS
from qa_app.analyse.smart.explain import explain
from qa_app.analyse.smart.reading import read_row
from qa_app.core.judged import Component, ComponentJudgement, TargetJudgement, TargetText

_RULES_RIGHT = {
    Component.SPECIFIC: 0.69,
    Component.MEASURABLE: 0.78,
    Component.ACHIEVABLE: 0.72,
    Component.RELEVANT: 0.83,
    Component.TIME_BOUND: 0.92,
}
"""Share of our labelled rows in which the rules reach the label."""


class SmartJudge:
    """Judges target rows by the judgement guide, section 1. Load once, then judge any number of rows."""

    def judge(self, row: TargetText) -> TargetJudgement:
        """Judge one row. The same row always gives the same judgement."""
        reading = read_row(row)
        judged = {}
        for component, rules in COMPONENTS.items():
            evidence = rules.gather(reading)
            level = rules.level(evidence)
            said = explain(component, level, evidence)
            judged[component] = ComponentJudgement(level, _RULES_RIGHT[component], said.reason, said.proof, said.improve)
        return TargetJudgement(judged, bool(adult_task(reading)))
