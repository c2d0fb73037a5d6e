"""Tables about what the law asks: items that must be recorded, and dates that must be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

import yaml

from qa_app.core.finding import Detection
from qa_app.core.paths import resource
from qa_app.core.result import Audit, PlanAudit
from qa_app.core.words import Words
from qa_app.report.language import words_in
from qa_app.report.tables.model import PLAN, Kind, Row, Shape, Table, make_table, numbered, plan_name

ITEM: Final = "item."
"""Measures that tell the state of one item the law asks for begin with this."""
_NOT_NEEDED: Final = "not needed"
_IN_TIME: Final[Mapping[object, str]] = {True: "yes", False: "no"}


@lru_cache(maxsize=1)
def _items() -> Mapping[str, tuple[str, str]]:
    """Return what each item asks for and the paragraph that asks for it, by the item's id."""
    data = yaml.safe_load((resource("audit_templates") / "statutory.yaml").read_text("utf-8"))
    return {item["id"]: (item["asks"], item["reference"]) for entry in data["lists"].values() for item in entry["items"]}


def statutory_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per plan and item that regulations ask for."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("item", Kind.NAME, 40),
        Shape("reference", Kind.NAME, 10),
        Shape("state", Kind.CODE, 14),
        Shape("quote", Kind.QUOTE, 60),
        Shape("place", Kind.TEXT, 20),
    )
    return make_table(words, "statutory", shapes, _statutory_rows(audit))


def _statutory_rows(audit: Audit) -> Iterator[Row]:
    for number, audited in numbered(audit):
        for detection in _once(audited):
            for name, state in detection.measures.items():
                if name.startswith(ITEM) and state != _NOT_NEEDED:
                    item = name.removeprefix(ITEM)
                    asks, reference = _items().get(item, (item, ""))
                    yield number, plan_name(audited), asks, reference, str(state), *_proof(detection, asks)


def _proof(detection: Detection, asks: str) -> tuple[str, str]:
    for finding in detection.findings:
        if finding.reason.casefold().startswith(asks.casefold()):
            return finding.evidence[0].quote, finding.evidence[0].place
    return "", ""


def _once(audited: PlanAudit) -> Iterator[Detection]:
    """Return each detection that tells the state of items, once, however many criteria use it."""
    seen: set[tuple[str, str]] = set()
    for result in audited.results:
        for detection in result.detections:
            identity = (detection.detector, detection.looked_for)
            if identity not in seen and any(name.startswith(ITEM) for name in detection.measures):
                seen.add(identity)
                yield detection


def dates_table(audit: Audit, words: Words | None = None) -> Table:
    """One row per plan and date rule."""
    words = words or words_in("en")
    shapes = (
        *PLAN,
        Shape("criterion", Kind.NAME, 30),
        Shape("in_time", Kind.CODE, 12),
        Shape("days_late", Kind.NUMBER, 9),
        Shape("deadline", Kind.TEXT, 12),
        Shape("sum", Kind.TEXT, 70),
    )
    return make_table(words, "dates", shapes, _date_rows(audit))


def _date_rows(audit: Audit) -> Iterator[Row]:
    for number, audited in numbered(audit):
        for result in audited.results:
            for detection in result.detections:
                if "days_late" in detection.measures:
                    late, deadline = detection.measures["days_late"], detection.measures.get("deadline")
                    yield (
                        number,
                        plan_name(audited),
                        result.criterion.title,
                        _IN_TIME.get(detection.measures.get("in_time"), "cannot tell"),
                        late if isinstance(late, int | float) else None,
                        str(deadline) if deadline else "",
                        detection.summary,
                    )
