"""The five components: each gathers its evidence from a row as it was read, and has a rule for the level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from qa_app.analyse.smart.components import achievable, measurable, relevant, specific, time_bound
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.reading import RowReading
from qa_app.core.judged import Component, Level


@dataclass(frozen=True, slots=True)
class Rules:
    """What a component looks for, and what its evidence comes to.

    Attributes:
        gather: Finds the evidence in a row.
        level: The level by rule alone.
        settled: The level where the judgement guide leaves no choice; None where words have to be weighed.
    """

    gather: Callable[[RowReading], Evidence]
    level: Callable[[Evidence], Level]
    settled: Callable[[Evidence], Level | None]


COMPONENTS: Final = MappingProxyType(
    {
        Component.SPECIFIC: Rules(specific.gather, specific.level, specific.settled),
        Component.MEASURABLE: Rules(measurable.gather, measurable.level, measurable.settled),
        Component.ACHIEVABLE: Rules(achievable.gather, achievable.level, achievable.settled),
        Component.RELEVANT: Rules(relevant.gather, relevant.level, relevant.settled),
        Component.TIME_BOUND: Rules(time_bound.gather, time_bound.level, time_bound.settled),
    }
)
