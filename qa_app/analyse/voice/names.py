"""The ways a passage may call the child: name, part of it, short form, initials."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SHORTEST: Final = 3  # letters of a short form
_STAND_IN: Final = "Sam"  # as long as a short name, and no word of either language


@lru_cache(maxsize=1024)
def name_words(child: str) -> frozenset[str]:
    """Return the words of a name in lower case, and the first half of a double first name."""
    words = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", child)
    return frozenset(word.lower() for word in words) | ({words[0].split("-")[0].lower()} if words else frozenset())


@lru_cache(maxsize=1024)
def joined_initials(child: str) -> str:
    """Return the initials of a name of several parts, as minutes use them: *JL* for Jamie-Lee."""
    parts = re.findall(r"[^\W\d_]+", child)
    return "".join(part[0] for part in parts).upper() if len(parts) > 1 else ""


def is_short_for(word: str, name: frozenset[str]) -> bool:
    """Tell whether a capitalised word begins the child's name: *Reg* for Reggie."""
    return len(word) >= _SHORTEST and word[0].isupper() and any(part.startswith(word.lower()) for part in name)


def without_name(text: str, child: str) -> str:
    """Put one short word wherever the child's name stands, so that neither its length nor its language is measured."""
    words = name_words(child)
    if not words:
        return text
    one = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.sub(rf"(?<!\w)(?:{one})(?:[ ]+(?:{one}))*(?!\w)", _STAND_IN, text, flags=re.IGNORECASE)
