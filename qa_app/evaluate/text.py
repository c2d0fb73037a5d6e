"""Figures as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from qa_app.core.judged import VoiceLabel
from qa_app.evaluate.figures import ComponentFigures, LanguageFigures, VoiceFigures
from qa_app.evaluate.run import FileFigures


def as_lines(figures: FileFigures) -> Iterator[str]:
    """Yield the figures of one file as lines for people. Square brackets: 95 % bootstrap intervals."""
    yield f"{figures.file} ({figures.kind.value})"
    if figures.targets:
        yield from _targets(figures.targets)
    if figures.voice:
        yield from _voice(figures.voice)
    if figures.language:
        yield from _language(figures.language)


def _targets(components: tuple[ComponentFigures, ...]) -> Iterator[str]:
    yield f"  {components[0].items} rows; F1 of met; quadratic kappa; confusion: rows labelled, columns judged, not|partly|met"
    for c in components:
        confusion = "  ".join("|".join(f"{n:3d}" for n in row) for row in c.confusion)
        rates = f"P {c.precision:.3f}  R {c.recall:.3f}"
        yield f"  {c.component.value:<11} F1 {c.f1}  {rates}  kappa {c.kappa}  confusion {confusion}"


def _voice(v: VoiceFigures) -> Iterator[str]:
    yield f"  {v.items} passages; macro-F1 {v.macro_f1}"
    yield f"  child's own view or not: F1 {v.own_view_f1}; views called absent: {v.views_called_absent} of {v.views}"
    for label, (p, r, f1, n) in v.per_label.items():
        yield f"  {label.value:<13} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  n {n}"
    yield "  confusion (rows labelled, columns judged): " + " ".join(label.value for label in VoiceLabel)
    for label, row in zip(VoiceLabel, v.confusion, strict=True):
        yield f"  {label.value:<13} " + " ".join(f"{n:4d}" for n in row)


def _language(g: LanguageFigures) -> Iterator[str]:
    yield f"  {g.items} texts, {g.spans} labelled spans"
    yield f"  precision {g.precision}  recall {g.recall}  F1 {g.f1}"
    yield (
        f"  false alarms in clean text: {g.clean_alarms} in {g.clean_words} words,"
        f" {g.clean_alarms_per_1000_words:.2f} per 1,000; in the child's own words: {g.alarms_in_childs_words}"
    )
    yield f"  same severity where found: {g.severity_agreement:.3f}"
    for category, (hit, total) in g.per_category.items():
        yield f"  {category.value:<13} found {hit:3d} of {total:3d}   false alarms {g.false_alarms[category]:3d}"
