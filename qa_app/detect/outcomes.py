"""How an earlier target went, as the plan says it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from qa_app.core.plan import TargetRow

_FILE: Final = Path(__file__).parent / "vocabulary" / "outcomes.yaml"
_TICKED: Final = re.compile(r"[☒☑✓✔✗✘]\s*([^\W\d_]+(?:\s+[^\W\d_]+)?)")
_TICK_BOX: Final = re.compile(r"[☐□☒☑✓✔✗✘]")


class Outcome(StrEnum):
    """What became of an earlier target."""

    MET = "met"
    PARTLY = "partly met"
    NOT_MET = "not met"


def outcome_of(row: TargetRow) -> Outcome | None:
    """Read how an earlier target went; None when the row does not say.

    In a set of tick boxes only the ticked word counts; a set with nothing ticked says nothing.
    """
    text = row.outcome.text
    if _TICK_BOX.search(text):
        ticked = _TICKED.search(text)
        return _read(ticked.group(1)) if ticked else _read_anywhere(row.progress.text)
    return _read_anywhere(text) or _read_anywhere(row.progress.text)


def _read(words: str) -> Outcome | None:
    return next((outcome for outcome, pattern in _patterns() if pattern.match(words.strip())), None)


def _read_anywhere(text: str) -> Outcome | None:
    return next((outcome for outcome, pattern in _patterns() if pattern.search(text)), None)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    """Return patterns in the order to try: "not met" and "partly met" hold the word "met"."""
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["outcomes"]
    return tuple((outcome, _either(data[outcome.name.lower()])) for outcome in (Outcome.NOT_MET, Outcome.PARTLY, Outcome.MET))


def _either(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)
