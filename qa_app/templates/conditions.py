"""Read the conditions of a template: a small closed language that an auditor can read aloud.

``{views.level: at least 3, say: "the child's views shaping a target"}``. The whole language is in ``docs/templates.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from qa_app.core.finding import MeasureValue
from qa_app.core.template import AllOf, AnyOf, Comparison, Condition, Not
from qa_app.templates.problems import Problems
from qa_app.templates.source import Path, Source

GROUPS: Final = ("all", "any", "none")
_NUMBER: Final = r"(-?\d+(?:\.\d+)?)\s*(%?)"
_AT_LEAST: Final = re.compile(rf"^at least {_NUMBER}$")
_AT_MOST: Final = re.compile(rf"^at most {_NUMBER}$")
_BETWEEN: Final = re.compile(rf"^between {_NUMBER} and {_NUMBER}$")
_NOT: Final = re.compile(r"^not (\S.*)$")
_LOOKS_LIKE_OPERATOR: Final = re.compile(r"^(?:at|more|less|over|under|between|greater|fewer|than|>|<|=)", re.IGNORECASE)
DEEPEST: Final = 6  # nested groups; nobody can read more


_Operator: TypeAlias = tuple[str, MeasureValue | tuple[MeasureValue, ...]]
_ALLOWED: Final = (
    "Write: at least 2 · at most 2 · between 1 and 3 · at least 80% · yes · no · a word · not a word · [one, of, these] "
    "· known · unknown."
)


class _Unreadable(Exception):
    """A condition is wrong; caught where the next whole condition begins, so that all of them are looked at."""

    def __init__(self, path: Path, what: str, cure: str) -> None:
        super().__init__(what)
        self.path, self.what, self.cure = path, what, cure


@dataclass(frozen=True)
class ConditionReader:
    """Reads conditions of one file.

    Attributes:
        unknown_subject: Given a subject, returns None when it is known, else the cure.
        needs_words: Whether each comparison must carry ``say``.
    """

    source: Source
    problems: Problems
    unknown_subject: Callable[[str], str | None]
    needs_words: bool
    place: str

    def read(self, value: object, path: Path, depth: int = 0) -> Condition | None:
        """Read a condition; None when it is wrong, which is then noted in ``problems``."""
        try:
            return self._read(value, path, depth)
        except _Unreadable as wrong:
            self.problems.add(self.source.line(wrong.path), wrong.what, wrong.cure, self.place)
            return None

    def _read(self, value: object, path: Path, depth: int) -> Condition | None:
        if depth > DEEPEST:
            raise _Unreadable(path, f"Conditions are nested more than {DEEPEST} deep.", "Split the criterion in two.")
        if isinstance(value, list):
            return self._group("all", value, path, depth)
        if not isinstance(value, dict) or not value:
            raise _Unreadable(path, "This is not a condition.", "Write “measure: at least 1”, or a list of such lines.")
        groups = [key for key in value if key in GROUPS]
        if groups:
            if len(value) > 1:
                raise _Unreadable(
                    path,
                    f"“{groups[0]}” must stand alone in its entry.",
                    "Begin a new line with a dash for what stands beside it.",
                )
            inner = value[groups[0]]
            if not isinstance(inner, list) or not inner:
                raise _Unreadable(path, f"“{groups[0]}” needs a list of conditions.", "Put each one on a line with a dash.")
            return self._group(groups[0], inner, (*path, groups[0]), depth)
        return self._comparison(value, path)

    def _group(self, kind: str, values: list[object], path: Path, depth: int) -> Condition | None:
        if not values:
            raise _Unreadable(path, "The list of conditions is empty.", "Put in one condition at least.")
        read = [self.read(value, (*path, index), depth + 1) for index, value in enumerate(values)]
        parts = tuple(condition for condition in read if condition is not None)
        if len(parts) < len(values):
            return None
        if kind == "none":
            return Not(AnyOf(parts))
        if len(parts) == 1:
            return parts[0]
        return AllOf(parts) if kind == "all" else AnyOf(parts)

    def _comparison(self, value: dict[object, object], path: Path) -> Condition:
        subjects = [key for key in value if key != "say"]
        if len(subjects) != 1:
            raise _Unreadable(path, "A condition compares one measure.", "Put each measure on a line of its own, with a dash.")
        subject = str(subjects[0])
        say = value.get("say", "")
        if (cure := self.unknown_subject(subject)) is not None:
            raise _Unreadable((*path, subject), f"“{subject}” is not a measure or fact that can be compared here.", cure)
        if not isinstance(say, str) or (self.needs_words and not say.strip()):
            raise _Unreadable(
                path, f"“{subject}” has no words for its reason.", "Add “say:” with words that complete “It needs …”."
            )
        op, limit = self._operator(value[subjects[0]], (*path, subject))
        return Comparison(subject, op, limit, say.strip())

    def _operator(self, value: object, path: Path) -> _Operator:
        if isinstance(value, list):
            if value and all(isinstance(item, str | int | float) for item in value):
                return "one_of", tuple(value)
            raise _Unreadable(
                path, "The list of allowed values is empty or holds more than plain values.", "Write it as [a, b, c]."
            )
        if isinstance(value, str):
            return self._words(value.strip(), path)
        if isinstance(value, bool | int | float):
            return "is", value
        raise _Unreadable(path, "The value to compare with is missing.", _ALLOWED)

    def _words(self, text: str, path: Path) -> _Operator:
        if text in ("known", "unknown"):
            return "known", text == "known"
        for pattern, op in ((_AT_LEAST, "at_least"), (_AT_MOST, "at_most")):
            if match := pattern.match(text):
                return op, _number(match[1], match[2])
        if match := _BETWEEN.match(text):
            low, high = _number(match[1], match[2]), _number(match[3], match[4])
            if low > high:
                raise _Unreadable(path, f"“{text}” can never hold.", "Put the smaller number first.")
            return "within", (low, high)
        if _LOOKS_LIKE_OPERATOR.match(text):
            raise _Unreadable(path, f"“{text}” is not a comparison that is known.", _ALLOWED)
        if match := _NOT.match(text):
            return "is_not", match[1]
        return "is", text


def _number(digits: str, percent: str) -> float:
    return float(digits) / 100 if percent else float(digits)
