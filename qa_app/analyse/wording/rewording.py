"""Fits a kinder wording into the writer's sentence: its pronouns and its capital letter.

The lexicon writes of *he, his, him*; a text about a girl gets *she, her*, one about *they* stays plural.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HIS: Final = re.compile(r"(?<!\w)(?:he|him|his|himself)(?!\w)", re.IGNORECASE)
_HERS: Final = re.compile(r"(?<!\w)(?:she|her|hers|herself)(?!\w)", re.IGNORECASE)
_FEMININE: Final[Mapping[str, str]] = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
_MASCULINE: Final[Mapping[str, str]] = {"she": "he", "her": "his", "hers": "his", "herself": "himself"}


def _swapped(phrase: str, words: re.Pattern[str], forms: Mapping[str, str]) -> str:
    def swap(match: re.Match[str]) -> str:
        found = match.group()
        form = forms[found.lower()]
        return form.capitalize() if found[0].isupper() else form

    return words.sub(swap, phrase)


def fitted(phrase: str, sentence: str, *, opens_sentence: bool) -> str:
    """Return ``phrase`` with the pronouns of ``sentence``, and a capital letter when it opens the sentence.

    Pronouns stay as they are when the sentence has none, or those of several people.
    """
    masculine, feminine = bool(_HIS.search(sentence)), bool(_HERS.search(sentence))
    if feminine and not masculine:
        phrase = _swapped(phrase, _HIS, _FEMININE)
    elif masculine and not feminine:
        phrase = _swapped(phrase, _HERS, _MASCULINE)
    return phrase[:1].upper() + phrase[1:] if opens_sentence else phrase
