"""What a mention of a date is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DateKind(StrEnum):
    """How a date is written."""

    EXACT = "exact"  # a day: 14/10/25, 14 Hydref, w/c 3 March
    MONTH = "month"  # July, diwedd Mawrth 2026
    TERM = "term"  # a point in the school calendar: end of term, Spring 2, half term, Easter
    SEASON = "season"  # summer, yr haf
    RELATIVE = "relative"  # within six weeks, next week
    YEAR = "year"  # 2026, this year
    PROBLEM = "problem"  # written as a day that does not exist


class DateRole(StrEnum):
    """What the words round a date make of it."""

    BY = "by"  # a deadline: by, before, due
    START = "start"  # something begins, or only happens afterwards: from, starting, after
    REVIEW = "review"  # a date to look again
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as somebody wrote it, and the days it stands for.

    Attributes:
        start, end: Offsets in the text that was searched.
        text: The words, letter for letter.
        when: The day, or the last day of the period meant; None when it cannot be pinned ("after Easter" has no last day,
            "July" without a reference date has no year).
        earliest: First day of the period meant, where it is known.
        problem: For an impossible date, what is wrong: "31 February does not exist".
        year_given: The year is written, not worked out from the reference date.
        approximate: Rests on usual rather than published term dates.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    when: date | None
    earliest: date | None
    problem: str = ""
    role: DateRole = DateRole.PLAIN
    year_given: bool = False
    approximate: bool = False

    @property
    def pinned(self) -> bool:
        """Whether the mention can be pinned to a day."""
        return self.when is not None
