"""Does the plan record what regulations say it must, item by item?

Looks for: each item of a list in ``audit_templates/statutory.yaml``: present, brief, empty, out of date or not found.
Matters because the law asks for them, and because every new adult starts from them. Known misses: an item that stands
under another heading in words that no idea of the list covers. Near misses: a heading over an empty box, "TBC".
Source: each list names its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import yaml

from qa_app.core.analysis import Analysis
from qa_app.core.document import Span
from qa_app.core.finding import Detection, Finding, MeasureValue
from qa_app.core.paths import resource
from qa_app.detect.base import Detector, Setting, Settings
from qa_app.detect.concepts import find_concept
from qa_app.detect.moves import move_ahead
from qa_app.detect.reading import childs_names, filled, sentences_in, share, word_count
from qa_app.nlp.dates import find_dates

ID = "statutory_items"
FULL_WORDS = 12  # words about one item; with fewer it is there, but says little of this child
MOST_QUOTED = 200  # characters of one quote


class State(StrEnum):
    """What became of one item."""

    PRESENT = "present"
    BRIEF = "brief"
    OUT_OF_DATE = "out of date"
    EMPTY = "empty"
    NOT_FOUND = "not found"
    NOT_NEEDED = "not needed"

    @property
    def there(self) -> bool:
        """Whether the item is recorded, in whatever quality."""
        return self in (State.PRESENT, State.BRIEF, State.OUT_OF_DATE)


@dataclass(frozen=True, slots=True)
class Item:
    """One item that regulations ask for; the head of ``statutory.yaml`` explains each field."""

    id: str
    asks: str
    reference: str
    sections: tuple[str, ...]
    facts: tuple[str, ...] = ()
    idea: str = ""
    least_words: int = 1
    none_counts: bool = False
    current_days: int = 0
    only_if_move: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """An item and what was found for it."""

    item: Item
    state: State
    spans: tuple[Span, ...] = ()
    dated: bool = False


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, tuple[Item, ...]]]:
    """Return source and items of every list."""
    data = yaml.safe_load((resource("audit_templates") / "statutory.yaml").read_text(encoding="utf-8"))
    return {name: (entry["source"], tuple(_item(item) for item in entry["items"])) for name, entry in data["lists"].items()}


def _item(entry: dict[str, object]) -> Item:
    return Item(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})  # type: ignore[arg-type]


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Check every item of the list that ``settings`` names."""
    source, items = _lists()[str(settings.get("list") or "wales")]
    moving = move_ahead(analysis).ahead is True
    checked = tuple(_check(analysis, item, moving=moving) for item in items)
    needed = tuple(each for each in checked if each.state is not State.NOT_NEEDED)
    states = Counter(each.state for each in needed)
    there = sum(each.state.there for each in needed)
    figures = [each for each in needed if each.item.current_days and each.state.there]
    return Detection(
        detector=ID,
        looked_for="; ".join(f"{each.item.asks} [{each.item.reference}]" for each in needed),
        searched=tuple(span for section in analysis.plan.sections for span in section.content.spans),
        findings=tuple(finding for each in needed if (finding := _finding(analysis, each, source))),
        measures=_measures(checked, states, there, figures),
        summary=_summary(needed, states, there),
        confidence=0.85,
    )


def _measures(
    checked: tuple[Checked, ...], states: Counter[State], there: int, figures: list[Checked]
) -> dict[str, MeasureValue]:
    needed = sum(states.values())
    return {
        "needed": needed,
        "there": there,
        "missing": needed - there,
        "share_there": share(there, needed),
        "share_full": share(states[State.PRESENT], needed),
        "share_told": share(2 * there - states[State.BRIEF], 2 * needed),
        "empty": states[State.EMPTY],
        "not_found": states[State.NOT_FOUND],
        "out_of_date": states[State.OUT_OF_DATE],
        "figures_dated": bool(figures) and all(each.dated for each in figures),
        "some_figures_dated": any(each.dated for each in figures),
        "complete": there == needed and not states[State.OUT_OF_DATE],
        **{f"item.{each.item.id}": each.state.value for each in checked},
    }


def _check(analysis: Analysis, item: Item, *, moving: bool) -> Checked:
    plan = analysis.plan
    if item.only_if_move and not moving:
        return Checked(item, State.NOT_NEEDED)
    sections = plan.sections_with(*item.sections)
    told = [s for s in sections if filled(s, none_counts=item.none_counts, least_words=item.least_words)]
    facts = [plan.facts[name] for name in item.facts if name in plan.facts]
    if told or facts:
        spans = tuple(span for section in told for span in section.content.spans) or facts[0].spans
        text = "\n".join(section.content.text for section in told)
        return _judge_age(analysis, item, spans, text or " ".join(str(fact.value) for fact in facts))
    if item.id in _FROM_ROWS and (spans := _FROM_ROWS[item.id](analysis)):
        return Checked(item, State.PRESENT, spans)
    if item.idea and (elsewhere := _elsewhere(analysis, item)):
        return Checked(item, State.BRIEF, elsewhere)
    if sections:
        return Checked(item, State.EMPTY, tuple(s.heading_span for s in sections if s.heading_span))
    return Checked(item, State.NOT_FOUND)


def _judge_age(analysis: Analysis, item: Item, spans: tuple[Span, ...], text: str) -> Checked:
    state = State.PRESENT if word_count(text) >= FULL_WORDS or _answers_in_full(item, text) else State.BRIEF
    if not item.current_days:
        return Checked(item, state, spans)
    newest = newest_date(text, analysis.as_of)
    if newest is not None and analysis.as_of is not None and newest < analysis.as_of - timedelta(days=item.current_days):
        state = State.OUT_OF_DATE
    return Checked(item, state, spans, dated=newest is not None)


def _answers_in_full(item: Item, text: str) -> bool:
    """Tell whether few words are all there is to say: "None" to exclusions."""
    return item.none_counts and find_concept(text, "none_stated") is not None


def newest_date(text: str, as_of: date | None) -> date | None:
    """Return the newest day in ``text`` that is not after the meeting; a month without a year is the last such month."""
    days = []
    for mention in find_dates(text, as_of):
        when = mention.when
        if when is None:
            continue
        if as_of is not None and when > as_of and not mention.year_given:
            begun = mention.earliest
            when = as_of if begun is not None and begun <= as_of else when - timedelta(days=365)
        if as_of is None or when <= as_of:
            days.append(when)
    return max(days, default=None)


def _elsewhere(analysis: Analysis, item: Item) -> tuple[Span, ...]:
    """Return where another section carries the item's idea."""
    names = childs_names(analysis)
    found = (
        s.span for s in sentences_in(analysis) if s.section not in _NOT_ELSEWHERE and find_concept(s.text, item.idea, names)
    )
    first = next(found, None)
    return (first,) if first else ()


_NOT_ELSEWHERE = frozenset({"guidance_text", "sign_off", "attendees", "people"})


def _current_rows(analysis: Analysis) -> tuple[Span, ...]:
    return tuple(span for target in analysis.targets for span in target.row.target.spans)


_FROM_ROWS = {"promoting-achievement": _current_rows}
"""Items that target rows answer, where the form has no section of text for them."""


def _finding(analysis: Analysis, each: Checked, source: str) -> Finding | None:
    if not each.spans:
        return None
    evidence = tuple(analysis.evidence(_shortened(span)) for span in each.spans[:2])
    reason = f"{each.item.asks[0].upper()}{each.item.asks[1:]}: {each.state.value}."
    return Finding(each.state.value, evidence, reason, f"{source}, {each.item.reference}")


def _shortened(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + MOST_QUOTED))


def _summary(needed: tuple[Checked, ...], states: Counter[State], there: int) -> str:
    lacking = [
        f"{state.value.capitalize()}: {'; '.join(each.item.asks for each in needed if each.state is state)}."
        for state in (State.OUT_OF_DATE, State.EMPTY, State.NOT_FOUND, State.BRIEF)
        if states[state]
    ]
    return " ".join((f"{there} of {len(needed)} required items are recorded.", *lacking))


DETECTOR = Detector(
    id=ID,
    question="Which of the items that regulations ask for are recorded, and how well?",
    measures={
        "needed": "items that apply to this plan",
        "there": "of these, recorded",
        "missing": "of these, empty or not found",
        "share_there": "share recorded",
        "share_full": "share recorded in more than a few words and not out of date",
        "share_told": "share recorded, where an item in a few words counts half",
        "empty": "headings over an empty box",
        "not_found": "items that stand nowhere",
        "out_of_date": "figures older than the list allows at the meeting",
        "figures_dated": "whether every figure that must be current has a date",
        "some_figures_dated": "whether one of them has",
        "complete": "whether all are recorded and none is out of date",
        "item.*": "state of one item: present, brief, out of date, empty, not found, not needed",
    },
    run=run,
    settings={"list": Setting("the list in statutory.yaml", default="wales", choices=("wales", "england"))},
)
