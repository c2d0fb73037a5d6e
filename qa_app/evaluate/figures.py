"""Agreement figures: F1, quadratic kappa, spans; each with a bootstrap interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from qa_app.core.judged import Component, Flag, FlagCategory, Level, VoiceLabel
from qa_app.evaluate.items import GoldSpan

RESAMPLES: Final = 500
SEED: Final = 296

# Guide, section 6: which families a category may be matched in.
FAMILIES: Final[dict[FlagCategory, frozenset[str]]] = {
    FlagCategory.LABEL: frozenset({"person"}),
    FlagCategory.DEFICIT: frozenset({"person"}),
    FlagCategory.OUTDATED: frozenset({"person"}),
    FlagCategory.BLAME: frozenset({"blame"}),
    FlagCategory.UNSUPPORTED: frozenset({"blame"}),
    FlagCategory.VICTIM_BLAME: frozenset({"blame"}),
    FlagCategory.ABSOLUTE: frozenset({"blame", "person"}),
    FlagCategory.CARE_JARGON: frozenset({"system"}),
    FlagCategory.ACRONYM: frozenset({"system"}),
    FlagCategory.DEHUMANISE: frozenset({"system"}),
    FlagCategory.FAMILY: frozenset({"family", "blame", "person"}),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95 % bootstrap interval over items."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}-{self.high:.3f}]"


def bootstrapped(statistic: Callable[[np.ndarray], float], items: int) -> Figure:
    """Compute ``statistic`` on all items and on resamples of their indices."""
    everything = np.arange(items)
    generator = np.random.default_rng(SEED)
    resampled = [statistic(generator.integers(0, items, items)) for _ in range(RESAMPLES)]
    low, high = np.nanpercentile(resampled, [2.5, 97.5])
    return Figure(statistic(everything), float(low), float(high))


def _from_confusion(statistic: Callable[[np.ndarray], np.ndarray], confusion: np.ndarray) -> Figure:
    """Compute ``statistic`` of a confusion matrix and of its resamples.

    Drawing items again and counting them is the same as drawing the matrix's cells: one draw gives all resamples.
    """
    items = int(confusion.sum())
    drawn = np.random.default_rng(SEED).multinomial(items, confusion.ravel() / items, RESAMPLES)
    values = statistic(drawn.reshape(RESAMPLES, *confusion.shape))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return Figure(float(statistic(confusion[None])[0]), float(low), float(high))


def _f1(matrices: np.ndarray) -> np.ndarray:
    """Return F1 per class of confusion matrices (…, class, class), rows labelled; 0 where a class never occurs."""
    hits = np.diagonal(matrices, axis1=-2, axis2=-1)
    total = matrices.sum(-1) + matrices.sum(-2)
    return np.asarray(np.divide(2 * hits, total, out=np.zeros(hits.shape), where=total > 0))


def _quadratic_kappa(matrices: np.ndarray) -> np.ndarray:
    """Return quadratic-weighted kappa of confusion matrices (…, level, level); nan where there is nothing to disagree about."""
    levels = np.arange(matrices.shape[-1])
    weights = (levels[:, None] - levels[None, :]) ** 2
    by_chance = matrices.sum(-1)[..., :, None] * matrices.sum(-2)[..., None, :] / matrices.sum((-1, -2))[..., None, None]
    expected = (weights * by_chance).sum((-1, -2))
    disagreed = (weights * matrices).sum((-1, -2))
    share = np.divide(disagreed, expected, out=np.full(expected.shape, np.nan), where=expected > 0)
    return np.asarray(1 - share)


def _merged(confusion: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Return a confusion matrix of two classes: in the group, and not."""
    inside = np.stack([~groups, groups]).astype(int)
    return np.asarray(inside @ confusion @ inside.T)


@dataclass(frozen=True, slots=True)
class ComponentFigures:
    """One SMART component: F1 of ``met`` against the rest, quadratic kappa, confusion (rows gold; not, partly, met)."""

    component: Component
    items: int
    precision: float
    recall: float
    f1: Figure
    kappa: Figure
    confusion: tuple[tuple[int, ...], ...]


def component_figures(component: Component, gold: Sequence[Level], judged: Sequence[Level]) -> ComponentFigures:
    """Compare judged levels with labelled ones."""
    g, j = np.array([level.rank for level in gold]), np.array([level.rank for level in judged])
    confusion = confusion_matrix(g, j, labels=[0, 1, 2])
    precision, recall, _, _ = precision_recall_fscore_support(g == 2, j == 2, average="binary", zero_division=0.0)
    met = _merged(confusion, np.array([False, False, True]))
    return ComponentFigures(
        component,
        len(g),
        float(precision),
        float(recall),
        _from_confusion(lambda m: _f1(m)[..., 1], met),
        _from_confusion(_quadratic_kappa, confusion),
        tuple(tuple(int(n) for n in row) for row in confusion),
    )


@dataclass(frozen=True, slots=True)
class VoiceFigures:
    """Passage labels: macro-F1, F1 per label, the child's own view or not, views called absent."""

    items: int
    macro_f1: Figure
    per_label: dict[VoiceLabel, tuple[float, float, float, int]]
    own_view_f1: Figure
    views_called_absent: int
    views: int
    confusion: tuple[tuple[int, ...], ...]


def voice_figures(gold: Sequence[VoiceLabel], judged: Sequence[VoiceLabel]) -> VoiceFigures:
    """Compare judged labels with the given ones. ``per_label``: precision, recall, F1, count."""
    labels = list(VoiceLabel)
    g, j = np.array([labels.index(x) for x in gold]), np.array([labels.index(x) for x in judged])
    confusion = confusion_matrix(g, j, labels=range(len(labels)))
    own = np.array([x.is_childs_view for x in labels])
    present = confusion.sum(1) > 0
    absent = labels.index(VoiceLabel.ABSENT)
    p, r, f, n = precision_recall_fscore_support(g, j, labels=range(len(labels)), zero_division=0.0)
    return VoiceFigures(
        len(g),
        _from_confusion(lambda m: _f1(m)[..., present].mean(-1), confusion),
        {label: (float(p[k]), float(r[k]), float(f[k]), int(n[k])) for k, label in enumerate(labels)},
        _from_confusion(lambda m: _f1(m)[..., 1], _merged(confusion, own)),
        int(confusion[own, absent].sum()),
        int(confusion[own].sum()),
        tuple(tuple(int(n) for n in row) for row in confusion),
    )


def same_family(a: FlagCategory, b: FlagCategory) -> bool:
    """Tell whether two categories count as the same find."""
    return bool(FAMILIES[a] & FAMILIES[b])


def matched(gold: Sequence[GoldSpan], flags: Sequence[Flag]) -> list[tuple[GoldSpan, Flag]]:
    """Pair labelled spans with flags that overlap them in the same family; each is used once, in text order."""
    pairs = []
    free = list(flags)
    for span in sorted(gold, key=lambda s: (s.start, s.end)):
        for flag in free:
            if flag.start < span.end and span.start < flag.end and same_family(span.category, flag.category):
                pairs.append((span, flag))
                free.remove(flag)
                break
    return pairs


@dataclass(frozen=True, slots=True)
class LanguageFigures:
    """Flags: precision, recall and F1 of spans; alarms in clean texts and in the child's own words."""

    items: int
    spans: int
    precision: Figure
    recall: Figure
    f1: Figure
    per_category: dict[FlagCategory, tuple[int, int]]
    false_alarms: dict[FlagCategory, int]
    severity_agreement: float
    clean_words: int
    clean_alarms: int
    alarms_in_childs_words: int

    @property
    def clean_alarms_per_1000_words(self) -> float:
        """Return flags per 1,000 words of texts that carry none."""
        return 1000 * self.clean_alarms / self.clean_words if self.clean_words else 0.0


@dataclass(frozen=True, slots=True)
class JudgedWording:
    """A labelled text with the flags that the program raised."""

    words: int
    by_child: bool
    gold: tuple[GoldSpan, ...]
    flags: tuple[Flag, ...]


def language_figures(texts: Sequence[JudgedWording]) -> LanguageFigures:
    """Compare flags with labelled spans."""
    pairs = [matched(text.gold, text.flags) for text in texts]
    hits = np.array([len(p) for p in pairs])
    raised, wanted = np.array([len(t.flags) for t in texts]), np.array([len(t.gold) for t in texts])

    def ratio(top: np.ndarray, bottom: np.ndarray) -> Callable[[np.ndarray], float]:
        return lambda i: float(top[i].sum() / bottom[i].sum()) if bottom[i].sum() else 0.0

    per_category = dict.fromkeys(FlagCategory, (0, 0))
    alarms = dict.fromkeys(FlagCategory, 0)
    for text, found in zip(texts, pairs, strict=True):
        found_gold, found_flags = [id(g) for g, _ in found], [id(f) for _, f in found]
        for span in text.gold:
            hit, total = per_category[span.category]
            per_category[span.category] = (hit + (id(span) in found_gold), total + 1)
        for flag in text.flags:
            alarms[flag.category] += id(flag) not in found_flags
    same_severity = sum(g.severity is f.severity for p in pairs for g, f in p)
    clean = [t for t in texts if not t.gold]
    return LanguageFigures(
        items=len(texts),
        spans=int(wanted.sum()),
        precision=bootstrapped(ratio(hits, raised), len(texts)),
        recall=bootstrapped(ratio(hits, wanted), len(texts)),
        f1=bootstrapped(ratio(2 * hits, raised + wanted), len(texts)),
        per_category=per_category,
        false_alarms=alarms,
        severity_agreement=float(same_severity / hits.sum()) if hits.sum() else 0.0,
        clean_words=sum(t.words for t in clean),
        clean_alarms=sum(len(t.flags) for t in clean),
        alarms_in_childs_words=sum(len(t.flags) for t in texts if t.by_child),
    )
