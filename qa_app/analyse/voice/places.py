"""Whose place a heading is: the child's, a carer's, the school's, the form's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

import yaml

from qa_app.analyse.voice.masking import mask

NOWHERE: Final = "nowhere"
BLANK: Final = "blank"
_CHILDS: Final = ("own", "child", "aspirations")
_BRACKETED: Final = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Place:
    """What a heading says of whose words stand under it.

    Attributes:
        main: The first class that matches; ``blank`` without a heading, ``nowhere`` when no class matches.
        classes: Every class that matches, in the vocabulary's order.
    """

    main: str
    classes: tuple[str, ...]

    @property
    def is_childs(self) -> bool:
        """Whether the heading gives the place to the child."""
        return self.main in _CHILDS


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = yaml.safe_load((resources.files(__package__) / "vocabulary" / "places.yaml").read_text("utf-8"))
    return tuple((name, re.compile("|".join(f"(?:{p})" for p in data["places"][name]["patterns"]))) for name in data["order"])


@lru_cache(maxsize=4096)
def place_of(heading: str, child: str = "") -> Place:
    """Tell whose place ``heading`` is.

    Brackets say who held the pen or interpreted ("My views (with an interpreter)"); they do not take the place from the child.
    """
    if not heading.strip():
        return Place(BLANK, ())
    found = _classes(heading, child)
    unbracketed = _classes(_BRACKETED.sub(" ", heading), child)
    if unbracketed and unbracketed[0] in _CHILDS:
        return Place(unbracketed[0], found)
    return Place(found[0] if found else NOWHERE, found)


def _classes(heading: str, child: str) -> tuple[str, ...]:
    # Colons and brackets cut names from roles; the raw words keep "child's" apart from "this child".
    masked = mask(heading, child, quotes=False).text
    plain = " " + " ".join(re.findall(r"[\w'’?]+", heading.lower().replace("’", "'"))) + " "
    return tuple(name for name, pattern in _patterns() if pattern.search(masked) or pattern.search(plain))
