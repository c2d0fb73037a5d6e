"""The judge of whose view a passage carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qa_app.analyse.voice.explain import explanation
from qa_app.analyse.voice.features import columns, read_passage
from qa_app.analyse.voice.model import VoiceModel
from qa_app.analyse.voice.rules import ruling
from qa_app.core.judged import VoiceJudgement, VoiceText


@dataclass(frozen=True)
class VoiceJudge:
    """Judges passages by the judgement guide, section 2. Immutable once loaded.

    Attributes:
        model: The trained classifier.
    """

    model: VoiceModel

    @classmethod
    def load(cls) -> VoiceJudge:
        """Load the judge with its newest model.

        Raises:
            ModelUnavailable, ModelMismatch: The model is missing or is not the one its card speaks of.
        """
        return cls(VoiceModel.load())

    def judge(self, item: VoiceText) -> VoiceJudgement:
        """Say whose view ``item`` carries, with the words that decided."""
        return self.judge_many([item])[0]

    def judge_many(self, items: Iterable[VoiceText]) -> tuple[VoiceJudgement, ...]:
        """Judge several passages, in their order; quicker than one by one."""
        readings = [read_passage(item) for item in items]
        rulings = [ruling(reading) for reading in readings]
        rows = [columns(reading) for reading in readings]
        probabilities = iter(self.model.probabilities(rows)) if rows else iter(())
        judged = []
        for reading, row, ruled, chances in zip(readings, rows, rulings, probabilities, strict=True):
            if ruled is not None:
                judged.append(ruled)
                continue
            best = int(chances.argmax())
            label = self.model.labels[best]
            reason, proof = explanation(reading, row.measures, label, self.model)
            judged.append(VoiceJudgement(label, round(float(chances[best]), 4), reason, proof))
        return tuple(judged)
