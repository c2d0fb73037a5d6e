"""Is a move ahead: a new school, college or phase? Told by the plan's facts, its year group, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from qa_app.core.analysis import Analysis
from qa_app.core.document import Span
from qa_app.detect.reading import Sentence, carrying, childs_names, sentences_in

LAST_YEARS: Final[Mapping[int, str]] = {
    -1: "nursery leads to reception",
    6: "Year 6 leads to secondary school",
    11: "Year 11 leads to sixth form, college or training",
    13: "Year 13 leads to work or higher education",
}
"""Years at whose end every child moves. Year 9 options are a choice, not a move; they have a criterion of their own."""

MOVE_SECTIONS: Final = ("transition", "planned_changes", "post16")
TOLD_IN: Final = (
    *MOVE_SECTIONS,
    "barriers_needs",
    "school_views",
    "social_worker_views",
    "carer_views",
    "meeting",
    "not_in_school",
)


@dataclass(frozen=True, slots=True)
class Move:
    """Whether a move is ahead.

    Attributes:
        ahead: None when nothing in the plan tells, and not even the year group is known.
        why: Half a sentence for people.
        places: Where the plan says so.
        sentences: Its words about the move.
    """

    ahead: bool | None
    why: str
    places: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()


def move_ahead(analysis: Analysis) -> Move:
    """Tell whether a move is ahead; the plan's own statement counts more than its year group, and that more than its words."""
    plan = analysis.plan
    stated = plan.facts.get("transition_ahead")
    told = tuple(carrying(sentences_in(analysis, *TOLD_IN), "move_ahead", childs_names(analysis)))
    if stated is not None and stated.value is True:
        return Move(True, "the plan says that a move is ahead", stated.spans, told)
    year = plan.facts.get("year_group")
    if year is not None and isinstance(year.value, int) and year.value in LAST_YEARS:
        return Move(True, LAST_YEARS[year.value], year.spans, told)
    if told:
        return Move(True, "the plan speaks of a move", tuple(sentence.span for sentence in told), told)
    if stated is not None or year is not None:
        return Move(False, "no move is told of, and the year group is not the last of a school")
    return Move(None, "neither the year group nor a move is told")
