"""Builds the model that tells whose view a passage carries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline
from sklearn.svm import LinearSVC

from qa_app.analyse.voice.features import columns, read_passage
from qa_app.analyse.voice.model import MEASURES, as_array
from qa_app.core.judged import VoiceLabel
from qa_app.core.plan import Language
from qa_app.evaluate.figures import VoiceFigures, voice_figures
from qa_app.evaluate.items import VoiceItem, read_voice
from qa_app.nlp.languages import language_of
from qa_app.training.card import ModelCard, data_record, write_model

VERSION: Final = "1"
SEED: Final = 296
FOLDS: Final = 5
STRENGTH: Final = 0.4
"""Inverse of the regularisation, chosen by cross-validation."""
_WEIGHTS: Final = {MEASURES: 0.5, "words": 1.0, "letters": 1.0, "heading": 0.7, "skeleton": 1.0}
_WHOLE_TOKENS: Final = r"\S+"


def pipeline() -> Pipeline:
    """Return the untrained classifier: one vectoriser per column, then linear separators, one per label."""
    words: dict[str, Any] = {"token_pattern": _WHOLE_TOKENS, "lowercase": False, "sublinear_tf": True, "min_df": 2}
    letters: dict[str, Any] = {"analyzer": "char_wb", "lowercase": False, "sublinear_tf": True, "min_df": 4}
    columns_ = ColumnTransformer(
        [
            (MEASURES, DictVectorizer(), 0),
            ("words", TfidfVectorizer(ngram_range=(1, 3), **words), 1),
            ("letters", TfidfVectorizer(ngram_range=(2, 5), **letters), 1),
            ("heading", TfidfVectorizer(ngram_range=(1, 2), **words), 2),
            ("skeleton", TfidfVectorizer(ngram_range=(1, 4), **words), 3),
        ],
        transformer_weights=_WEIGHTS,
    )
    return Pipeline([("columns", columns_), ("classifier", LinearSVC(C=STRENGTH, random_state=SEED))])


def build(corpus: Path, models: Path) -> Path:
    """Train on every labelled passage, measure by writer-grouped cross-validation, write model and card."""
    files = sorted((corpus / "voice").glob("*.jsonl"))
    items = [item for path in files for item in read_voice(path) if item.label is not None]
    rows = as_array([columns(read_passage(item.passage)) for item in items])
    gold = np.array([item.label.value for item in items if item.label is not None])
    writers = np.array([item.writer for item in items])
    scores = cross_val_predict(pipeline(), rows, gold, groups=writers, cv=GroupKFold(FOLDS), method="decision_function")
    trained = pipeline().fit(rows, gold)
    _forget_addresses(trained)
    heat = temperature(scores, gold, trained.classes_)
    figures, tables = _figures(items, scores / heat, trained.classes_)
    card = ModelCard(
        title="Whose view a passage carries",
        task="Gives one of seven labels of the judgement guide, section 2, with a calibrated probability.",
        method="Named cues over words in which people are replaced by classes, the heading's owner, and word and letter "
        "n-grams, weighed by one linear support-vector separator per label (2 points better than logistic regression, 6 better "
        "than trees); one temperature, fitted on held-out writers, calibrates it. "
        "A parse of the sentences was tried and left out: it cost 25 ms a passage and gained nothing.",
        labels=tuple(label.value for label in VoiceLabel),
        data=data_record(files, corpus),
        figures=figures,
        intended_use="Finding the child's own views in a Personal Education Plan, for an auditor who reads the words shown.",
        limits=(
            "All training passages are invented; real plans may word things in ways not seen here.",
            "Welsh passages are about one in ten; see the figures by language.",
            "A passage with several voices gets one label, that of its main point.",
            "Whether a child has words is told from the passage alone.",
        ),
        seed=SEED,
        tables=tables,
    )
    return write_model(models / "voice" / VERSION, {"pipeline": trained, "temperature": heat}, card)


def _forget_addresses(trained: Pipeline) -> None:
    """Take out the memory address that a fitted text vectoriser keeps: it differs from run to run and is of no use."""
    for vectoriser in trained.named_steps["columns"].named_transformers_.values():
        vars(vectoriser).pop("_stop_words_id", None)


def temperature(scores: np.ndarray, gold: np.ndarray, classes: np.ndarray) -> float:
    """Return the divisor of held-out scores that makes their probabilities most likely."""
    truth = np.searchsorted(classes, gold)

    def loss(log_heat: float) -> float:
        scaled = scores / np.exp(log_heat)
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        return float(np.mean(np.log(np.exp(scaled).sum(axis=1)) - scaled[np.arange(len(truth)), truth]))

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded").x))


def calibration_error(scores: np.ndarray, gold: np.ndarray, classes: np.ndarray, bins: int = 10) -> float:
    """Return the expected calibration error of scaled scores: mean gap between confidence and share of right answers."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances = powers / powers.sum(axis=1, keepdims=True)
    confidence, right = chances.max(axis=1), classes[chances.argmax(axis=1)] == gold
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[which == b].mean() - right[which == b].mean()) * (which == b).mean() for b in np.unique(which)]
    return float(sum(gaps))


def _figures(items: Sequence[VoiceItem], scores: np.ndarray, classes: np.ndarray) -> tuple[dict[str, Any], str]:
    judged = [VoiceLabel(str(classes[best])) for best in scores.argmax(axis=1)]
    gold = [item.label for item in items if item.label is not None]
    overall = voice_figures(gold, judged)
    by_language = {}
    for language in (Language.ENGLISH, Language.WELSH):
        chosen = [k for k, item in enumerate(items) if language_of(item.passage.text) is language]
        if chosen:
            by_language[language.value] = voice_figures([gold[k] for k in chosen], [judged[k] for k in chosen])
    error = calibration_error(scores, np.array([label.value for label in gold]), classes)
    figures = {
        "how": f"{FOLDS}-fold cross-validation, no writer on both sides",
        "calibration_error": round(error, 4),
        "all": _record(overall),
        **{language: _record(found) for language, found in by_language.items()},
    }
    return figures, _table(overall, by_language, error)


def _record(figures: VoiceFigures) -> dict[str, Any]:
    macro, own = figures.macro_f1, figures.own_view_f1
    return {
        "items": figures.items,
        "macro_f1": [round(value, 4) for value in (macro.value, macro.low, macro.high)],
        "own_view_f1": [round(value, 4) for value in (own.value, own.low, own.high)],
        "views_called_absent": [figures.views_called_absent, figures.views],
        "f1": {label.value: round(numbers[2], 4) for label, numbers in figures.per_label.items()},
        "confusion": [list(row) for row in figures.confusion],
    }


def _table(overall: VoiceFigures, by_language: dict[str, VoiceFigures], error: float) -> str:
    lines = [
        f"{FOLDS}-fold cross-validation; no writer is on both sides. Intervals: 95 %, bootstrap over passages.",
        "",
        "| passages | number | macro-F1 | child's own view or not, F1 | views called absent |",
        "|---|---|---|---|---|",
    ]
    for name, found in {"all": overall, **by_language}.items():
        absent = f"{found.views_called_absent} of {found.views}"
        lines.append(f"| {name} | {found.items} | {found.macro_f1} | {found.own_view_f1} | {absent} |")
    lines += [
        "",
        f"Expected calibration error: {error:.3f}",
        "",
        "| label | precision | recall | F1 | number |",
        "|---|---|---|---|---|",
    ]
    lines += [f"| {label.value} | {p:.3f} | {r:.3f} | {f:.3f} | {n} |" for label, (p, r, f, n) in overall.per_label.items()]
    return "\n".join(lines) + "\n"
