"""What a child's view speaks of: what goes well, what is hard, hopes, learning; and whether it is a wish."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Final

import yaml

OF_A_VIEW: Final = ("going_well", "hard_or_help", "hopes")
"""The topics of which a plan at level 2 has more than one."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One entry of ``vocabulary/topics.yaml``; ``says`` names it in a reason."""

    name: str
    says: str
    pattern: re.Pattern[str]
    match: tuple[str, ...]
    near_misses: tuple[str, ...]

    def in_text(self, text: str) -> bool:
        """Tell whether ``text`` speaks of the topic."""
        return self.pattern.search(text.replace("’", "'")) is not None


@lru_cache(maxsize=1)
def topics() -> Mapping[str, Topic]:
    """Return the vocabulary by name."""
    data = yaml.safe_load((resources.files(__package__) / "vocabulary" / "topics.yaml").read_text("utf-8"))
    return MappingProxyType({
        name: Topic(name, entry["says"], re.compile("|".join(f"(?:{p})" for p in entry["patterns"]), re.IGNORECASE),
                    tuple(entry["match"]), tuple(entry["not"]))
        for name, entry in data.items()
    })  # fmt: skip
