"""Reads a finished copy for known names that are still in it.

What it cannot see: names nobody told it of, names written as a picture, misspelt names, initials alone, and what a reader
may guess from the story itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from qa_app.nlp.dates import DateKind, find_dates
from qa_app.redact.lexicon import lexicon, starts_sentence
from qa_app.redact.text import Redactor

DATE_OF_BIRTH: Final = "a date of birth"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A known name, or a date of birth, that is still in a copy.

    Attributes:
        stand_in: What should stand there, or :data:`DATE_OF_BIRTH`. The name itself is never given.
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
        for wording in (*name.words, *name.phrases):
            count = sum(
                not _is_the_word(text, match)
                for match in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text, re.IGNORECASE)
            )
            if count:
                found[stand_in] = found.get(stand_in, 0) + count
    births = sum(mention.when in redactor.births for mention in find_dates(text) if mention.kind is DateKind.EXACT)
    if births:
        found[DATE_OF_BIRTH] = births
    return tuple(Leftover(stand_in, places) for stand_in, places in found.items())


def _is_the_word(text: str, match: re.Match[str]) -> bool:
    words = lexicon()
    if not words.is_ordinary(match.group()):
        return False
    word, start, end = match.group(), match.start(), match.end()
    is_subject = word.lower() in words.towns and words.is_allowed(word) and not words.is_town(text, start, end)
    is_small = not word[:1].isupper()
    return (
        is_small or is_subject or words.is_form_word(word) or starts_sentence(text, start) or words.is_month(text, start, end)
    )
