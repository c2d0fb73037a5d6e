"""Target rows as the detectors of actions and owners read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qa_app.core.analysis import Analysis, JudgedTarget
from qa_app.core.judged import Component, Level
from qa_app.core.plan import Passage
from qa_app.detect.needs import TIED, needs_of, references_in
from qa_app.detect.owners import Owners, owners_in
from qa_app.detect.reading import says_something
from qa_app.nlp.roles import RoleKind


@dataclass(frozen=True, slots=True)
class OwnedRow:
    """A row and who is to act in it.

    Attributes:
        passage: Where the owner stands: the "who" cell, else the actions, else the target.
        state: ``named``, ``vague`` or ``blank``.
    """

    target: JudgedTarget
    passage: Passage
    owners: Owners
    state: str


def owned_rows(analysis: Analysis, people: Mapping[str, RoleKind | None]) -> tuple[OwnedRow, ...]:
    """Read the owner of every target row; a name in the actions helps where the "who" cell names nobody."""
    return tuple(_owned(target, people) for target in analysis.targets)


def _owned(target: JudgedTarget, people: Mapping[str, RoleKind | None]) -> OwnedRow:
    row = target.row
    in_cell = owners_in(row.who, people, who_cell=True)
    if says_something(row.who.text):
        return OwnedRow(target, row.who, in_cell, "named" if in_cell.named else "vague")
    adults = {name: kind for name, kind in people.items() if kind is not RoleKind.CHILD}
    in_actions = owners_in(row.actions, adults)
    if in_actions.named:
        return OwnedRow(target, row.actions, in_actions, "named")
    if in_cell.vague:  # "TBC"
        return OwnedRow(target, row.who, in_cell, "vague")
    state = "vague" if in_actions.vague else "blank"
    return OwnedRow(target, row.actions if in_actions.vague else row.target, in_actions, state)


def is_linked(analysis: Analysis, target: JudgedTarget) -> bool:
    """Tell whether a row is tied to this child: it is judged relevant, points at a need, or answers a need or a wish."""
    if target.judgement.components[Component.RELEVANT].level is Level.MET or references_in(target.row.need.text):
        return True
    spans = [span for part in target.row.parts().values() for span in part.spans]
    explained = [span for need in needs_of(analysis) if need.explained for span in need.spans]
    tied = [
        link.action.span
        for link in analysis.links
        if link.need and link.action and link.strength >= TIED and any(link.need.span.overlaps(span) for span in explained)
    ]
    tied += [answer.answer.span for answer in analysis.views.answers if answer.answer]
    return any(span.overlaps(other) for span in spans for other in tied)
