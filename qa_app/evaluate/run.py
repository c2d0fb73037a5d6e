"""Evaluate the program on a folder of labelled files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qa_app.audit.judges import Judges
from qa_app.core.errors import InvalidInput
from qa_app.core.judged import Component
from qa_app.core.plan import Speaker
from qa_app.evaluate.figures import (
    ComponentFigures,
    JudgedWording,
    LanguageFigures,
    VoiceFigures,
    component_figures,
    language_figures,
    voice_figures,
)
from qa_app.evaluate.items import Kind, kind_of, read_language, read_targets, read_voice
from qa_app.nlp.languages import words


@dataclass(frozen=True, slots=True)
class FileFigures:
    """The figures of one labelled file. One of the last three is filled, by ``kind``."""

    file: str
    kind: Kind
    targets: tuple[ComponentFigures, ...] = ()
    voice: VoiceFigures | None = None
    language: LanguageFigures | None = None


def evaluate_targets(path: Path, judges: Judges) -> FileFigures:
    """Compare component levels. Rows without all five labels are an error of the file."""
    items = read_targets(path)
    if any(len(item.labels) != len(Component) for item in items):
        raise InvalidInput(f"{path.name}: not every row has its five labels.")
    judged = [judges.smart.judge(item.row).components for item in items]
    figures = tuple(
        component_figures(component, [item.labels[component] for item in items], [row[component].level for row in judged])
        for component in Component
    )
    return FileFigures(path.name, Kind.TARGETS, targets=figures)


def evaluate_voice(path: Path, judges: Judges) -> FileFigures:
    """Compare passage labels."""
    items = read_voice(path)
    gold = [item.label for item in items if item.label is not None]
    if len(gold) != len(items):
        raise InvalidInput(f"{path.name}: not every passage has its label.")
    judged = judges.voice.judge_many([item.passage for item in items])
    figures = voice_figures(gold, [judgement.label for judgement in judged])
    return FileFigures(path.name, Kind.VOICE, voice=figures)


def evaluate_language(path: Path, judges: Judges) -> FileFigures:
    """Compare flagged spans."""
    texts = []
    for item in read_language(path):
        if item.spans is None:
            raise InvalidInput(f"{path.name}: not every text has its spans.")
        by_child = item.wording.speaker is Speaker.CHILD
        texts.append(JudgedWording(len(words(item.wording.text)), by_child, item.spans, judges.wording.judge(item.wording)))
    return FileFigures(path.name, Kind.LANGUAGE, language=language_figures(texts))


def evaluate_folder(folder: Path, judges: Judges) -> Iterator[FileFigures]:
    """Yield the figures of every labelled file in ``folder`` (or of the one file), in name order.

    Raises:
        InvalidInput: There is no labelled file, or one is not in the guide's format.
    """
    files = [folder] if folder.is_file() else sorted(folder.glob("*.jsonl"))
    runners = {Kind.TARGETS: evaluate_targets, Kind.VOICE: evaluate_voice, Kind.LANGUAGE: evaluate_language}
    found = False
    for path in files:
        if (kind := kind_of(path)) is not None:
            found = True
            yield runners[kind](path, judges)
    if not found:
        raise InvalidInput(f"{folder.name} holds no labelled file: JSON Lines with targets, passages or texts, named *.jsonl.")


def as_record(figures: FileFigures) -> dict[str, Any]:
    """Return the figures as plain data."""
    return {key: value for key, value in asdict(figures).items() if value}
