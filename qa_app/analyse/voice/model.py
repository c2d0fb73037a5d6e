"""The trained classifier of passages: probabilities of the seven labels, and which measures spoke for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from qa_app.analyse.voice.features import Columns
from qa_app.core.judged import VoiceLabel
from qa_app.nlp.classifier import LoadedModel, load_model

if TYPE_CHECKING:
    import numpy as np

MEASURES: Final = "measures"
"""Name of the transformer that holds the named measures."""


@dataclass(frozen=True)
class VoiceModel:
    """A pipeline of :func:`qa_app.training.voice.pipeline` with its calibration.

    Attributes:
        loaded: The model file and its card.
    """

    loaded: LoadedModel

    @classmethod
    def load(cls) -> VoiceModel:
        """Load the newest voice model.

        Raises:
            ModelUnavailable, ModelMismatch: See :func:`qa_app.nlp.classifier.load_model`.
        """
        return cls(load_model("voice"))

    @cached_property
    def labels(self) -> tuple[VoiceLabel, ...]:
        """The labels, in the order of the probabilities."""
        return tuple(VoiceLabel(str(name)) for name in self.loaded.content["pipeline"].classes_)

    def probabilities(self, rows: Sequence[Columns]) -> np.ndarray:
        """Return one calibrated probability per row and label."""
        import numpy as np

        scores = self.loaded.content["pipeline"].decision_function(as_array(rows)) / self.loaded.content["temperature"]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))

    def weight(self, measure: str, label: VoiceLabel) -> float:
        """Return how strongly a named measure speaks for a label; 0 for one that was not seen in training."""
        column = self._columns.get(measure)
        if column is None:
            return 0.0
        return float(self._coefficients[self.labels.index(label), column])

    @cached_property
    def _columns(self) -> dict[str, int]:
        measures = self.loaded.content["pipeline"].named_steps["columns"].named_transformers_[MEASURES]
        return dict(measures.vocabulary_)

    @cached_property
    def _coefficients(self) -> Any:  # noqa: ANN401 - an array of the classifier
        return self.loaded.content["pipeline"].named_steps["classifier"].coef_


def as_array(rows: Sequence[Columns]) -> np.ndarray:
    """Return the rows as the two-dimensional array that a column transformer reads."""
    import numpy as np

    array = np.empty((len(rows), len(Columns._fields)), dtype=object)
    for index, row in enumerate(rows):
        array[index, :] = [*row]
    return array
