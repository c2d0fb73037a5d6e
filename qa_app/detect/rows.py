"""Target rows as the detectors of actions and owners read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from qa_app.core.analysis import Analysis, JudgedTarget
from qa_app.core.judged import Component, Level
from qa_app.core.plan import Passage
from qa_app.detect.needs import Need, answers, references_in
from qa_app.detect.owners import Owners, owners_in
from qa_app.detect.reading import says_something, word_count
from qa_app.nlp.roles import RoleKind

SAYS_WHY = 5  # words in the column for the need; with fewer it is a label


class Tie(Enum):
    """How a row hangs together with this child.

    ``REASON``: with a need or wish and why it is there. ``SUBJECT``: with what a need or wish is about, and no more.
    """

    NONE = 0
    SUBJECT = 1
    REASON = 2


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


def tie_of(analysis: Analysis, target: JudgedTarget, needs: Sequence[Need]) -> Tie:
    """Tell how a row is tied to this child.

    It has a reason when it points at a need by number, says the need beside the target, shares its subject with a need that
    the plan explains, or answers a wish. With a bare label ("Reading: behind") it shares only the subject; so it does when
    its Relevant component is met. Rows judged irrelevant to the child are never tied.

    Args:
        analysis: The plan's.
        target: The row.
        needs: The plan's, from ``needs_of``.
    """
    relevant = target.judgement.components[Component.RELEVANT].level
    if relevant is Level.NOT:
        return Tie.NONE
    if references_in(target.row.need.text) or word_count(target.row.need.text) >= SAYS_WHY:
        return Tie.REASON
    spans = [span for part in target.row.parts().values() for span in part.spans]
    wishes = [answer.answer.span for answer in analysis.views.answers if answer.answer]
    if any(span.overlaps(wish) for span in spans for wish in wishes):
        return Tie.REASON
    answered = [need for need in needs if answers(analysis, target, need)]
    if any(need.explained for need in answered):
        return Tie.REASON
    return Tie.SUBJECT if answered or relevant is Level.MET else Tie.NONE
