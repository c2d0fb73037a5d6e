"""Welsh or English, per passage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from qa_app.core.plan import Language

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Words that only one of the two languages has and that carry no name. They settle short passages, where counting known
# word forms is unsafe: Welsh names stand in English sentences, English subject names in Welsh ones.
_WELSH_WORDS: Final = frozenset(
    "mae yn yw ydy ydi dw dwi rwy rydw roedd oedd fydd bydd wedi i'r a'r o'r yn y yr eu ei fy dy ein eich gan gyda gyda'r am ar at"
    " hefyd ond neu nid nad ddim dim sydd sy bod fod bob pob mewn heb cael gael gwneud mynd eisiau hoffi angen gallu dysgu ysgol"
    " plentyn disgybl athro athrawes iawn nawr rwan rŵan pan beth pwy sut lle oherwydd achos drwy trwy erbyn tymor blwyddyn".split()
)
_ENGLISH_WORDS: Final = frozenset(
    "the is are was were has have had been will would can could and with for from that this his her their they he she it of to in"
    " on by at not be as an we you who when what which or but if so do does did".split()
)
_AMBIGUOUS: Final = frozenset({"i", "y", "a", "o", "am", "at", "on", "to", "of", "he", "can", "had", "dim", "pan", "by", "bob", "as", "do"})


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, with straight apostrophes."""
    return [match.group().lower().replace("’", "'") for match in _WORD.finditer(text)]


def welsh_share(text: str) -> float:
    """Return how Welsh a text is, 0 (English) to 1 (Welsh); 0.5 when nothing tells.

    Function words weigh most; simplemma's word-form lists settle the rest.
    """
    found = words(text)
    welsh = sum(word in _WELSH_WORDS and word not in _AMBIGUOUS for word in found)
    english = sum(word in _ENGLISH_WORDS and word not in _AMBIGUOUS for word in found)
    if welsh + english < 2 and found:
        known_welsh = sum(_known(word, "cy") for word in found if len(word) > 2)
        known_english = sum(_known(word, "en") for word in found if len(word) > 2)
        welsh, english = 2 * welsh + known_welsh, 2 * english + known_english
    return welsh / (welsh + english) if welsh + english else 0.5


@lru_cache(maxsize=50_000)
def _known(word: str, language: str) -> bool:
    from simplemma import is_known

    return bool(is_known(word, lang=language))


def language_of(text: str, *, default: Language = Language.ENGLISH) -> Language:
    """Return the language of one passage; ``default`` when nothing tells."""
    share = welsh_share(text)
    if share > 0.5:
        return Language.WELSH
    return Language.ENGLISH if share < 0.5 else default


def language_of_plan(passages: Iterable[str]) -> Language:
    """Return the language of a whole plan: mixed when each language carries at least a tenth of the words."""
    counts = {Language.ENGLISH: 0, Language.WELSH: 0}
    for passage in passages:
        counts[language_of(passage)] += len(words(passage))
    total = sum(counts.values())
    if total and min(counts.values()) >= 0.1 * total:
        return Language.MIXED
    return Language.WELSH if counts[Language.WELSH] > counts[Language.ENGLISH] else Language.ENGLISH
