"""The model that weighs each find: how likely it is that a careful reader would flag it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from qa_app.nlp.classifier import load_model

MODEL: Final = "wording"
"""Folder under ``models/``."""


class Weigher:
    """Gives a find the calibrated probability that it is right.

    Args:
        content: What ``qa_app.training.wording`` saved: ``pipeline`` (cues to log-odds), ``slope`` and ``shift`` (of the
            log-odds, fitted on writers that the weights had not seen) and ``threshold`` (below it nothing is flagged).
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._pipeline = content["pipeline"]
        self._slope, self._shift = float(content["slope"]), float(content["shift"])
        self.threshold = float(content["threshold"])

    @classmethod
    def load(cls) -> Weigher:
        """Load the model that ships; see :func:`qa_app.nlp.classifier.load_model` for what it raises."""
        return cls(load_model(MODEL).content)

    def confidence(self, cues: Sequence[Mapping[str, float]]) -> list[float]:
        """Return one probability, 0 to 1, for each find's cues."""
        log_odds = self._pipeline.decision_function(list(cues))
        return [round(float(p), 4) for p in 1 / (1 + np.exp(-(self._slope * log_odds + self._shift)))]
