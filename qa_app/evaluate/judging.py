"""The program's judgements of labelled items, as the output lines that other people's scripts rely on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from qa_app.audit.judges import Judges
from qa_app.evaluate.items import LanguageItem, TargetItem, VoiceItem


def target_records(judges: Judges, items: Iterable[TargetItem]) -> Iterator[dict[str, Any]]:
    """Yield one output record per target row."""
    for item in items:
        components = judges.smart.judge(item.row).components
        yield {
            "id": item.id,
            "labels": {name.value: judged.level.value for name, judged in components.items()},
            "confidence": {name.value: round(judged.confidence, 3) for name, judged in components.items()},
            "reasons": {name.value: judged.reason for name, judged in components.items()},
            "improve": [judged.improve for judged in components.values() if judged.improve],
        }


def voice_records(judges: Judges, items: Iterable[VoiceItem]) -> Iterator[dict[str, Any]]:
    """Yield one output record per passage; they are judged together, which is quicker."""
    listed = tuple(items)
    for item, judged in zip(listed, judges.voice.judge_many([item.passage for item in listed]), strict=True):
        yield {
            "id": item.id,
            "label": judged.label.value,
            "confidence": round(judged.confidence, 3),
            "reason": judged.reason,
        }


def language_records(judges: Judges, items: Iterable[LanguageItem]) -> Iterator[dict[str, Any]]:
    """Yield one output record per text."""
    for item in items:
        flags = judges.wording.judge(item.wording)
        yield {
            "id": item.id,
            "spans": [
                {
                    "start": flag.start,
                    "end": flag.end,
                    "text": flag.text,
                    "category": flag.category.value,
                    "severity": flag.severity.value,
                    "why": flag.why,
                    "instead": list(flag.instead),
                    "confidence": round(flag.confidence, 3),
                }
                for flag in flags
            ],
        }
