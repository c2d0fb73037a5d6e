"""All that is wrong with a file, gathered so that its author sees everything at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

MOST_LISTED: Final = 12  # allowed values named in one message; a longer list is cut with "…"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        line: In the file, from 1.
        what: What is wrong, one sentence.
        cure: What to do about it, one sentence.
        place: The criterion or band it is in, for people.
    """

    line: int
    what: str
    cure: str
    place: str = ""

    def __str__(self) -> str:
        place = f", {self.place}" if self.place else ""
        return f"line {self.line}{place}: {self.what} {self.cure}".rstrip()


class Problems:
    """Collects problems; the same one is kept once."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, line: int, what: str, cure: str, place: str = "") -> None:
        """Note a problem."""
        self._found.setdefault(Problem(line, what, cure, place))

    def __bool__(self) -> bool:
        return bool(self._found)

    def sentences(self) -> tuple[str, ...]:
        """Return all problems in the order of the file."""
        return tuple(str(problem) for problem in sorted(self._found))


def suggestion(word: str, allowed: Iterable[str]) -> str:
    """Return the cure for a word that is not allowed: the nearest allowed one, or the list of them.

    >>> suggestion("titel", ["title", "weight"])
    'Did you mean “title”?'
    """
    choices = sorted(set(allowed))
    if near := get_close_matches(str(word), choices, n=1, cutoff=0.7):
        return f"Did you mean “{near[0]}”?"
    listed = ", ".join(choices[:MOST_LISTED]) + (", …" if len(choices) > MOST_LISTED else "")
    return f"Use one of: {listed}." if choices else ""
