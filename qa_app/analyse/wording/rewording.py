"""Fits a kinder wording into the writer's sentence: its pronouns, the relative it names and its capital letter.

The lexicon writes of *they, them, their*, since *her* alone would be both *him* and *his*; a text about a girl gets *she*
and *her*, one about a boy *he*, *him* and *his*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_RELATIVE_PLACE: Final = "{relative}"
"""Where the lexicon leaves room for the relative whom the writer names."""
_HE: Final = re.compile(r"(?<!\w)(?:he|him|his|himself)(?!\w)", re.IGNORECASE)
_SHE: Final = re.compile(r"(?<!\w)(?:she|her|hers|herself)(?!\w)", re.IGNORECASE)
_THEY: Final = re.compile(r"(?<!\w)(?:they|them|their|themselves)(?!\w)", re.IGNORECASE)
_MASCULINE: Final[Mapping[str, str]] = {"they": "he", "them": "him", "their": "his", "themselves": "himself"}
_FEMININE: Final[Mapping[str, str]] = {"they": "she", "them": "her", "their": "her", "themselves": "herself"}
_NAMED: Final = (
    r"(?:(?:his|her|their)\s+)?(?:(?:birth|half|biological)[\s-]+)?"
    r"(?:mum|mam|mom|mother|dad|father|parents|siblings|brothers?|sisters?|nan|gran|grandparents|grandmother|grandfather)"
)
_RELATIVES: Final = re.compile(rf"(?<!\w){_NAMED}(?:\s+and\s+{_NAMED})*(?!\w|['’]s)", re.IGNORECASE)
_QUALIFIED: Final = re.compile(r"(?<!\w)(?:birth|half|biological)[\s-]+", re.IGNORECASE)


def fitted(phrase: str, sentence: str, *, opens_sentence: bool) -> str:
    """Return ``phrase`` with the pronouns of ``sentence``, and a capital letter when it opens the sentence.

    *They* stays when the sentence has no pronoun of one gender, or those of several people.
    """
    masculine, feminine = bool(_HE.search(sentence)), bool(_SHE.search(sentence))
    if masculine != feminine:
        forms = _MASCULINE if masculine else _FEMININE
        phrase = _THEY.sub(lambda match: _cased(forms[match.group().lower()], match.group()), phrase)
    return phrase[:1].upper() + phrase[1:] if opens_sentence else phrase


def named_relative(sentence: str, start: int, end: int) -> str:
    """Return the relatives whom the wording ``start..end`` of ``sentence`` names or runs into; empty when there are none.

    Nobody named elsewhere in the sentence is meant: in *Mum says she is quiet after contact* it is not said who is seen.
    """
    for match in _RELATIVES.finditer(sentence):
        overlaps = match.start() < end and start < match.end()
        if overlaps or sentence[end : match.start()].strip().lower() == "with":
            return _QUALIFIED.sub("", match.group())
    return ""


def filled(phrase: str, relative: str) -> str:
    """Return ``phrase`` with ``relative`` in its place; empty when it has such a place and no relative is named."""
    if _RELATIVE_PLACE not in phrase:
        return phrase
    return phrase.replace(_RELATIVE_PLACE, relative) if relative else ""


def _cased(form: str, like: str) -> str:
    return form.capitalize() if like[0].isupper() else form
