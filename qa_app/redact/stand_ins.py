"""Stand-ins for names: the same for the same person or place in every plan of a run, and telling nothing of the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import resources
from string import ascii_uppercase
from typing import Any, Final

import yaml

from qa_app.core.plan import Language
from qa_app.nlp.roles import roles
from qa_app.redact.names import Name, NameKind
from qa_app.redact.text import Redactor

_PERSON: Final = "person"


@dataclass(frozen=True, slots=True)
class StandIn:
    """What stands in a name's place.

    Attributes:
        label: Key of ``stand_ins.yaml``: child, teacher, school …
        number: Counted per label over the run, from 1, in the order in which the names come.
    """

    label: str
    number: int

    def text(self, language: Language) -> str:
        """Return the words in the plan's language: "Child A", "Teacher 2", "Ysgol 1"."""
        words: str = _data()["labels"][self.label]["cy" if language is Language.WELSH else "en"]
        return f"{words} {_letters(self.number) if self.label == NameKind.CHILD else self.number}"


@dataclass
class StandIns:
    """Gives out stand-ins over one run and remembers them.

    People with two names, schools, authorities and towns are the same in all plans; somebody called by one name only is
    the same within the plans of one child.
    """

    _given: dict[tuple[str, ...], StandIn] = field(default_factory=dict)
    _names: dict[tuple[str, ...], str] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    def redactor(
        self, names: Sequence[Name], language: Language = Language.ENGLISH, births: frozenset[date] = frozenset()
    ) -> Redactor:
        """Return what replaces ``names`` in the texts of their plan.

        Args:
            names: Everything that the plan names, the child first when known.
            language: Of the plan's own words.
            births: Dates of birth that the plan gives.
        """
        child = next((name.full.casefold() for name in names if name.kind is NameKind.CHILD), "")
        return Redactor(tuple((name, self._stand_in(name, child).text(language)) for name in names), language, births)

    def key(self) -> tuple[tuple[str, str], ...]:
        """Return each name with its English stand-in, in the order in which they were given out. Keep it safe."""
        return tuple((self._names[key], stand_in.text(Language.ENGLISH)) for key, stand_in in self._given.items())

    def _stand_in(self, name: Name, child: str) -> StandIn:
        group = _PERSON if name.words else "place"
        scope = child if len(name.words) == 1 and name.kind is not NameKind.CHILD else ""
        key = (group, name.full.casefold(), scope)
        if key not in self._given:
            label = _label(name)
            self._counts[label] += 1
            self._given[key] = StandIn(label, self._counts[label])
            self._names[key] = name.full
        return self._given[key]


def _label(name: Name) -> str:
    if name.kind is not NameKind.PERSON:
        return str(name.kind)
    own: Mapping[str, str] = _data()["roles"]
    kinds: Mapping[str, str] = _data()["kinds"]
    return own.get(name.role) or kinds.get(_kind_of_role().get(name.role, ""), _PERSON)


@lru_cache(maxsize=1)
def _kind_of_role() -> Mapping[str, str]:
    return {role.id: str(role.kind) for role in roles()}


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "stand_ins.yaml").read_text("utf-8"))
    return loaded


def _letters(number: int) -> str:
    """Return the number as letters: A to Z, then AA, AB and so on."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters
