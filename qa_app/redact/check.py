"""Reads a finished copy for known names that are still in it.

What it cannot see: names nobody told it of, names written as a picture, misspelt names, initials alone, and what a reader
may guess from the story itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa_app.redact.lexicon import lexicon, starts_sentence
from qa_app.redact.text import Redactor


@dataclass(frozen=True, slots=True)
class Leftover:
    """A known name that is still in a copy.

    Attributes:
        stand_in: What should stand there. The name itself is never given.
        places: How many times it was found.
    """

    stand_in: str
    places: int


def leftovers(text: str, redactor: Redactor) -> tuple[Leftover, ...]:
    """Search the words of a copy for each known name, letter for letter and in any case.

    Names that are also words (Will, Hope, Reading) count only with a capital inside a sentence, and never as a month.
    """
    found: dict[str, int] = {}
    for name, stand_in in redactor.names:
        # A stand-in may hold a word of the name ("School 1" for "The School"), which is no leftover.
        for wording in (*name.words, *name.phrases):
            count = sum(
                not _is_the_word(text, match)
                for match in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text, re.IGNORECASE)
            )
            if count:
                found[stand_in] = found.get(stand_in, 0) + count
    return tuple(Leftover(stand_in, places) for stand_in, places in found.items())


def _is_the_word(text: str, match: re.Match[str]) -> bool:
    words = lexicon()
    if not words.is_ordinary(match.group()):
        return False
    is_capital = match.group()[:1].isupper()
    is_plain = words.is_allowed(match.group()) and not words.is_town(text, match.start(), match.end())
    is_month = words.is_month(text, match.start(), match.end())
    return not is_capital or is_plain or starts_sentence(text, match.start()) or is_month
