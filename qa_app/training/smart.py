"""Trains the weights of the SMART judge from the labelled target rows, and measures them by writer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score, f1_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import MaxAbsScaler

from qa_app.analyse.smart.components import COMPONENTS
from qa_app.analyse.smart.cues import cues_of
from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.judge import MODEL, THRESHOLDS, WEIGHED, level_probabilities, rule_name
from qa_app.analyse.smart.reading import FIELDS, read_row
from qa_app.core.judged import Component, Level
from qa_app.evaluate.figures import component_figures
from qa_app.evaluate.items import TargetItem, read_targets
from qa_app.training.card import ModelCard, data_record, write_model
from qa_app.training.reliability import reliability

VERSION: Final = "1"
SEED: Final = 296
FOLDS: Final = 5
LEVELS: Final = tuple(Level)
MET: Final = Level.MET.rank
_STRENGTH: Final = 0.2
"""Inverse strength of regularisation; 0.1 to 0.3 gave the same figures by writer-grouped cross-validation."""
_RARE: Final = 4
"""A cue that stands in fewer rows than this is left out: it would fit a single writer."""
_NUMBER: Final = r"\d"
"""The plain baseline for Measurable: one regular expression."""
_TEMPERATURES: Final = np.linspace(0.4, 2.0, 33)

Cues = Mapping[str, float]


def build(corpus: Path, models: Path) -> Path:
    """Train on ``corpus/targets/*.jsonl``, measure, and write ``models/smart/VERSION``; return that folder."""
    files = sorted((corpus / "targets").glob("*.jsonl"))
    items = [item for path in files for item in read_targets(path)]
    readings = [read_row(item.row) for item in items]
    gathered = [{component: rules.gather(reading) for component, rules in COMPONENTS.items()} for reading in readings]
    cues = [cues_of(reading, evidence) for reading, evidence in zip(readings, gathered, strict=True)]
    figures: dict[str, Any] = {}
    pipelines: dict[str, dict[str, Pipeline]] = {}
    temperatures: dict[str, float] = {}
    for component in WEIGHED:
        gold = np.array([item.labels[component].rank for item in items])
        held_out = _held_out(cues, gold, [item.writer for item in items])
        temperatures[component.value] = temperature = _temperature(held_out, gold)
        pipelines[component.value] = _trained(cues, gold)
        judged = _tempered(held_out, temperature)
        settled = [COMPONENTS[component].settled(evidence[component]) for evidence in gathered]
        told = [level.rank if level else int(row.argmax()) for level, row in zip(settled, judged, strict=True)]
        open_rows = np.array([level is None for level in settled])
        figures[component.value] = {
            "model": _figures(component, gold, told),
            "reliability": reliability(judged[open_rows], gold[open_rows]),
            "weights without settled rules": _plain_figures(gold, judged.argmax(1)),
            "rules alone": _plain_figures(gold, [COMPONENTS[component].level(e[component]).rank for e in gathered]),
        } | _baselines(component, items, gold)
    dated = [COMPONENTS[Component.TIME_BOUND].level(evidence[Component.TIME_BOUND]) for evidence in gathered]
    gold = np.array([item.labels[Component.TIME_BOUND].rank for item in items])
    figures["time_bound"] = {"rules alone": _figures(Component.TIME_BOUND, gold, [level.rank for level in dated])} | _baselines(
        Component.TIME_BOUND, items, gold
    )
    content = {"pipelines": pipelines, "temperatures": temperatures, "rules_right": _rules_right(items, gathered)}
    card = ModelCard(
        title="SMART targets: weights of the named cues",
        task="Tells for a target row whether Specific, Measurable, Achievable and Relevant are met, partly or not. "
        "Time-bound is judged by rule alone; the model only holds how often each of its rules is right.",
        method="Named cues (skills, numbers told apart, sources of evidence, starts, help, ties to needs and views) are "
        "counted per column and weighed by an ordinal pair of logistic regressions per component (more than not met? met?). "
        "No word of a text is a "
        "feature, so names cannot sway it. Where the guide leaves no choice, a rule settles the level. "
        "One temperature per component, fitted on held-out writers, calibrates it.",
        labels=tuple(level.value for level in LEVELS),
        data=data_record(files, corpus),
        figures={"held-out writers": figures, "writers": len({item.writer for item in items}), "folds": FOLDS},
        intended_use="Evidence and a provisional level for a person who audits plans. "
        "Achievable and Relevant always want a person's look.",
        limits=(
            "Trained and measured on invented rows, labelled by guide; no practitioner has checked the labels.",
            "Hard cases are far more frequent in the data than in ordinary plans.",
            "Welsh rows are about a tenth of the data, so their figures have wide intervals.",
            "What is written only outside the row, the needs and the views is not seen.",
        ),
        seed=SEED,
        tables=_tables(figures),
    )
    return write_model(models / MODEL / VERSION, content, card)


def _trained(cues: Sequence[Cues], gold: np.ndarray) -> dict[str, Pipeline]:
    """Fit the two questions of :func:`level_probabilities`."""
    counts: dict[str, int] = {}
    for row in cues:
        for name, value in row.items():
            counts[name] = counts.get(name, 0) + bool(value)
    kept = [{name: value for name, value in row.items() if counts[name] >= _RARE} for row in cues]
    return {name: _weights().fit(kept, gold >= level.rank) for name, level in THRESHOLDS.items()}


def _weights() -> Pipeline:
    return Pipeline([
        ("cues", DictVectorizer()),
        ("scale", MaxAbsScaler()),
        ("weigh", LogisticRegression(C=_STRENGTH, max_iter=2000, random_state=SEED)),
    ])  # fmt: skip


def _held_out(cues: Sequence[Cues], gold: np.ndarray, writers: Sequence[str]) -> np.ndarray:
    """Return probabilities of each row from weights that never saw its writer."""
    result = np.zeros((len(gold), len(LEVELS)))
    for seen, unseen in GroupKFold(FOLDS).split(gold, groups=writers):
        result[unseen] = level_probabilities(_trained([cues[i] for i in seen], gold[seen]), [cues[i] for i in unseen])
    return result


def _tempered(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    raised: np.ndarray = np.power(probabilities, 1 / temperature)
    tempered: np.ndarray = raised / raised.sum(1, keepdims=True)
    return tempered


def _temperature(probabilities: np.ndarray, gold: np.ndarray) -> float:
    rows = np.arange(len(gold))
    losses = [-np.log(_tempered(probabilities, t)[rows, gold] + 1e-12).mean() for t in _TEMPERATURES]
    return round(float(_TEMPERATURES[int(np.argmin(losses))]), 3)


def _baselines(component: Component, items: Sequence[TargetItem], gold: np.ndarray) -> dict[str, Any]:
    """Measure the plain ways that the model has to beat."""
    writers = [item.writer for item in items]
    texts = [" \n ".join(getattr(item.row, field) for field in FIELDS) for item in items]
    words = np.zeros(len(gold), dtype=int)
    majority = np.zeros(len(gold), dtype=int)
    for seen, unseen in GroupKFold(FOLDS).split(gold, groups=writers):
        plain = make_pipeline(
            TfidfVectorizer(min_df=2, max_features=3000, sublinear_tf=True),
            LogisticRegression(C=3.0, max_iter=300, random_state=SEED),
        ).fit([texts[i] for i in seen], gold[seen])
        words[unseen] = plain.predict([texts[i] for i in unseen])
        majority[unseen] = np.bincount(gold[seen]).argmax()
    found = {
        "TF-IDF and logistic regression": _plain_figures(gold, words),
        "majority class": _plain_figures(gold, majority),
    }
    if component is Component.MEASURABLE:
        hits = [2 * bool(re.search(_NUMBER, f"{item.row.target} {item.row.success_criteria}", re.IGNORECASE)) for item in items]
        found["one regular expression"] = _plain_figures(gold, hits)
    return found


def _figures(component: Component, gold: Sequence[int] | np.ndarray, judged: Sequence[int] | np.ndarray) -> dict[str, Any]:
    """Return the figures of the judge itself, with intervals."""
    found = component_figures(component, [LEVELS[i] for i in gold], [LEVELS[i] for i in judged])
    return {
        "f1 of met": [round(x, 3) for x in (found.f1.value, found.f1.low, found.f1.high)],
        "quadratic kappa": [round(x, 3) for x in (found.kappa.value, found.kappa.low, found.kappa.high)],
        "precision": round(found.precision, 3),
        "recall": round(found.recall, 3),
        "confusion": [list(row) for row in found.confusion],
    }


def _plain_figures(gold: np.ndarray, judged: Sequence[int] | np.ndarray) -> dict[str, Any]:
    """Return the two figures of a way that is only there to be beaten, without intervals."""
    told = np.asarray(judged)
    return {
        "f1 of met": [round(float(f1_score(gold == MET, told == MET, zero_division=0.0)), 3)],
        "quadratic kappa": [round(float(cohen_kappa_score(gold, told, weights="quadratic", labels=[0, 1, 2])), 3)],
    }


def _rules_right(items: Sequence[TargetItem], gathered: Sequence[Mapping[Component, Evidence]]) -> dict[str, float]:
    """Return how often each rule is right, drawn towards one half where it settles few rows."""
    right: dict[str, list[bool]] = {}
    for item, evidence in zip(items, gathered, strict=True):
        for component, rules in COMPONENTS.items():
            level = rules.settled(evidence[component])
            if level is not None:
                right.setdefault(rule_name(component, evidence[component], level), []).append(level is item.labels[component])
    return {name: round((sum(found) + 1) / (len(found) + 2), 3) for name, found in sorted(right.items())}


def _tables(figures: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [
        "Five folds, no writer on both sides; 95 % bootstrap interval in brackets.\n",
        "| component | what | F1 of met | quadratic κ | calibration error |",
        "|---|---|---|---|---|",
    ]
    for component, ways in figures.items():
        error = ways.get("reliability", {}).get("expected calibration error", "")
        for way, found in ways.items():
            if way != "reliability":  # a curve, not a figure
                f1, kappa = (_interval(found[name]) for name in ("f1 of met", "quadratic kappa"))
                lines.append(f"| {component} | {way} | {f1} | {kappa} | {error if way == 'model' else ''} |")
    return "\n".join(lines) + "\n\n"


def _interval(figure: Sequence[float]) -> str:
    return f"{figure[0]} [{figure[1]}–{figure[2]}]" if len(figure) == 3 else f"{figure[0]}"
