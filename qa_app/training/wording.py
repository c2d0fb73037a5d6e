"""Trains the model that weighs the finds of the wording judge, and measures it by writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline

from qa_app.analyse.wording.cues import Cues, cues_of
from qa_app.analyse.wording.finder import Find, Finder
from qa_app.analyse.wording.judge import choose, flag_of
from qa_app.analyse.wording.scene import Scene
from qa_app.analyse.wording.weighing import MODEL
from qa_app.core.judged import FlagCategory
from qa_app.core.plan import Speaker
from qa_app.evaluate.figures import JudgedWording, LanguageFigures, language_figures, matched, same_family
from qa_app.evaluate.items import LanguageItem, read_language
from qa_app.training.card import ModelCard, data_record, write_model
from qa_app.training.reliability import reliability

VERSION: Final = "1"
SEED: Final = 296
FOLDS: Final = 5
_STRENGTH: Final = 0.2
"""Inverse strength of regularisation; 0.1 and 0.3 gave the same figures by writer-grouped cross-validation."""
_RARE: Final = 2
"""A cue of fewer finds than this is left out."""
_THRESHOLDS: Final = tuple(round(0.4 + 0.01 * step, 2) for step in range(46))


@dataclass(frozen=True, slots=True)
class _Text:
    """A labelled text with its finds, their cues, and whether each find is right."""

    item: LanguageItem
    scene: Scene
    finds: tuple[Find, ...]
    cues: tuple[Cues, ...]
    right: tuple[bool, ...]


def build(corpus: Path, models: Path) -> Path:
    """Train on ``corpus/language/*.jsonl``, measure, and write ``models/wording/VERSION``; return that folder."""
    files = sorted((corpus / "language").glob("*.jsonl"))
    finder = Finder()
    texts = [_read(item, finder) for path in files for item in read_language(path)]
    held_out = _held_out(texts)
    right = np.array([r for text in texts for r in text.right])
    slope, shift = _calibration(np.concatenate(held_out), right)
    believed = [_probability(log_odds, slope, shift) for log_odds in held_out]
    alone = _figures(texts, [np.ones(len(text.finds)) for text in texts], 0.0)
    threshold = _threshold(texts, believed, alone.f1.value)
    weighed = _figures(texts, believed, threshold)
    together = np.concatenate(believed)
    curve = reliability(np.column_stack([1 - together, together]), right.astype(int))
    figures = {"lexicon alone": _as_record(alone), "lexicon and model": _as_record(weighed), "reliability": curve}
    content = {"pipeline": _trained(texts), "slope": slope, "shift": shift, "threshold": threshold}
    card = ModelCard(
        title="Wording: weights of the finds",
        task="Tells for a wording that the lexicon or a rule found how likely a careful reader would flag it. Unlikely finds "
        "are dropped; of finds that overlap, the likeliest becomes the flag.",
        method="Named cues (entry, pattern and their words, other finds, person, denial and warmth of the sentence) weighed by "
        "one logistic regression. Its log-odds are calibrated on writers it has not seen. The threshold is the highest at "
        "which F1 by cross-validation is no lower than without the model.",
        labels=("right", "wrong"),
        data=data_record(files, corpus),
        figures={
            "held-out writers": figures,
            "writers": len({text.item.writer for text in texts}),
            "finds": len(right),
            "threshold": threshold,
            "folds": FOLDS,
        },
        intended_use="Confidence of a flag, for a person who audits plans. What the lexicon misses, the model never sees.",
        limits=(
            "The lexicon was widened with these texts in view, so the figures flatter it; docs/accuracy.md has the test side.",
            "Trained and measured on invented texts, labelled by guide; no practitioner has checked the labels.",
            "Hard cases are far more frequent in the data than in ordinary plans.",
            "Welsh finds are fewer than a tenth of the data.",
        ),
        seed=SEED,
        tables=_tables(figures),
    )
    return write_model(models / MODEL / VERSION, content, card)


def _read(item: LanguageItem, finder: Finder) -> _Text:
    scene = Scene(item.wording)
    by_child = item.wording.speaker is Speaker.CHILD  # never flagged, so never weighed
    finds = () if by_child else finder.find(scene)
    return _Text(item, scene, finds, tuple(cues_of(finds, scene)), tuple(_is_right(find, item) for find in finds))


def _is_right(find: Find, item: LanguageItem) -> bool:
    own = find.candidate
    return any(
        own.start < span.end and span.start < own.end and same_family(own.category, span.category) for span in item.spans or ()
    )


def _trained(texts: Sequence[_Text]) -> Pipeline:
    cues = [cue for text in texts for cue in text.cues]
    counts = Counter(name for found in cues for name, value in found.items() if value)
    kept = [{name: value for name, value in found.items() if counts[name] >= _RARE} for found in cues]
    steps = [
        ("cues", DictVectorizer()),
        ("weigh", LogisticRegression(C=_STRENGTH, max_iter=2000, random_state=SEED)),
    ]
    return Pipeline(steps).fit(kept, [r for text in texts for r in text.right])


def _held_out(texts: Sequence[_Text]) -> list[np.ndarray]:
    """Return for each text the log-odds of its finds from weights that never saw its writer."""
    result = [np.zeros(0) for _ in texts]
    for seen, unseen in GroupKFold(FOLDS).split(texts, groups=[text.item.writer for text in texts]):
        pipeline = _trained([texts[i] for i in seen])
        for i in unseen:
            if texts[i].finds:
                result[i] = pipeline.decision_function(list(texts[i].cues))
    return result


def _calibration(log_odds: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return slope and shift that make log-odds of unseen writers true (Platt scaling)."""
    fitted = LogisticRegression(C=1e6, random_state=SEED).fit(log_odds.reshape(-1, 1), right)
    return round(float(fitted.coef_[0, 0]), 4), round(float(fitted.intercept_[0]), 4)


def _probability(log_odds: np.ndarray, slope: float, shift: float) -> np.ndarray:
    probability: np.ndarray = 1 / (1 + np.exp(-(slope * log_odds + shift)))
    return probability


def _threshold(texts: Sequence[_Text], believed: Sequence[np.ndarray], floor: float) -> float:
    """Return the highest threshold whose F1 is at least ``floor``: a false alarm costs more trust than a miss."""
    for threshold in reversed(_THRESHOLDS):
        if _f1(texts, believed, threshold) >= floor:
            return threshold
    return 0.0


def _judged(texts: Sequence[_Text], believed: Sequence[np.ndarray], threshold: float) -> list[JudgedWording]:
    judged = []
    for text, beliefs in zip(texts, believed, strict=True):
        wording = text.item.wording
        chosen = choose(text.finds, beliefs.tolist(), wording.text, threshold)
        flags = tuple(flag_of(find, belief, text.scene) for find, belief in chosen)
        judged.append(JudgedWording(len(wording.text.split()), wording.speaker is Speaker.CHILD, text.item.spans or (), flags))
    return judged


def _f1(texts: Sequence[_Text], believed: Sequence[np.ndarray], threshold: float) -> float:
    judged = _judged(texts, believed, threshold)
    hits = sum(len(matched(text.gold, text.flags)) for text in judged)
    return 2 * hits / max(1, sum(len(text.gold) + len(text.flags) for text in judged))


def _figures(texts: Sequence[_Text], believed: Sequence[np.ndarray], threshold: float) -> LanguageFigures:
    return language_figures(_judged(texts, believed, threshold))


def _as_record(found: LanguageFigures) -> dict[str, Any]:
    return {
        name: [round(x, 3) for x in (figure.value, figure.low, figure.high)]
        for name, figure in (("precision", found.precision), ("recall", found.recall), ("f1", found.f1))
    } | {
        "alarms per 1,000 clean words": round(found.clean_alarms_per_1000_words, 2),
        "severity agreement": round(found.severity_agreement, 3),
        "false alarms": {category.value: found.false_alarms[category] for category in FlagCategory},
    }


def _tables(figures: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [
        "Five folds, no writer on both sides; 95 % bootstrap interval in brackets.\n",
        "| what | precision | recall | F1 | alarms per 1,000 clean words |",
        "|---|---|---|---|---|",
    ]
    for what in ("lexicon alone", "lexicon and model"):
        found = figures[what]
        cells = [f"{value} [{low}–{high}]" for value, low, high in (found[name] for name in ("precision", "recall", "f1"))]
        lines.append(f"| {what} | {' | '.join(cells)} | {found['alarms per 1,000 clean words']} |")
    error = figures["reliability"]["expected calibration error"]
    return "\n".join(lines) + f"\n\nExpected calibration error of the confidence: {error}.\n\n"
