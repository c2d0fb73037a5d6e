"""What a plan lacks for a criterion, in words for someone who has the plan before them and not the audit workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qa_app.core.finding import Detection
from qa_app.core.result import CriterionResult
from qa_app.core.words import Words

_NEEDS: Final = re.compile(r"\bFor \d it needs: (?P<needs>.+?)\.(?: |$)")  # the end of a reason, as the judge writes it
_SENTENCE_END: Final = re.compile(r"(?<=\.) (?=[A-Z0-9])")
_ALL_THERE: Final = re.compile(r"(?P<part>[1-9]\d*) of (?P=part)\b")  # "10 of 10 items": true, and nothing to do about it
_NAUGHT: Final = re.compile(r"(?P<start>^|(?<=\. ))?\b0 (?=[a-z])")
_ITEMS: Final = re.compile(r"\bitems?\b")
_STATUTORY: Final = "statutory_items"
_STATES: Final = {"Empty": "empty", "Not found": "empty", "Out of date": "out_of_date", "Brief": "brief"}
_LISTED: Final = re.compile(rf"(?P<state>{'|'.join(_STATES)}): (?P<items>.+)\.")


def seen(result: CriterionResult) -> str:
    """Return what was seen for a criterion, without the rating's own terms; the reason where no detector says it."""
    return next((detection.summary for detection in result.detections if detection.summary), result.reason)


def needs(result: CriterionResult) -> str:
    """Return what stands between the program's rating and the next one; empty when the reason does not say.

    Without what a list of lacking items says by name: "half of the required items" helps nobody.
    """
    found = _NEEDS.search(result.reason)
    told = found["needs"].split("; ") if found else []
    return "; ".join(each for each in told if not (is_about_items(result) and _ITEMS.search(each)))


def shortcomings(result: CriterionResult) -> str:
    """Return what was seen without what is complete; empty when nothing falls short."""
    kept = [sentence for sentence in _sentences(seen(result)) if not _ALL_THERE.match(sentence)]
    return _NAUGHT.sub(lambda found: "None " if found["start"] is not None else "none ", " ".join(kept))


def items_lacking(result: CriterionResult, words: Words) -> tuple[str, ...]:
    """Return one sentence for each way in which required items fall short, naming them; empty for other criteria."""
    listed: dict[str, list[str]] = {}
    for detection in result.detections:
        for state, items in _listed(detection):
            listed.setdefault(state, []).append(items)
    return tuple(words(f"lacking.{state}", items="; ".join(items)) for state, items in listed.items())


def is_about_items(result: CriterionResult) -> bool:
    """Tell whether a criterion asks for a list of items, so that no one quote can show it."""
    return any(detection.detector == _STATUTORY for detection in result.detections)


def _listed(detection: Detection) -> Iterator[tuple[str, str]]:
    if detection.detector == _STATUTORY:
        for sentence in _sentences(detection.summary):
            if found := _LISTED.fullmatch(sentence):
                yield _STATES[found["state"]], found["items"]


def _sentences(text: str) -> list[str]:
    return _SENTENCE_END.split(text) if text else []
