"""Who speaks a quotation: the child, somebody else, the writer, or nobody that the text names."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from qa_app.analyse.voice.cues import word_list
from qa_app.analyse.voice.masking import CHILD, HE, OTHERS, QUOTE, Masked

_CHILD: Final = frozenset({CHILD, HE, "HI", "FO", "HIMSELF"})
_LEFT: Final = 14  # tokens before a quotation that may name its speaker
_RIGHT: Final = 7
_BEFORE_LISTENERS: Final = frozenset({"to", "with", "wrth", "gyda"})
_LENT: Final = frozenset({"would", "'d", "might", "could", "byddai", "fasa", "bydde"})
_SENTENCE_END: Final = frozenset({".", "!", "?"})


@lru_cache(maxsize=1)
def _speech_verbs() -> frozenset[str]:
    return frozenset(verb for name in ("say", "ask", "dweud", "gofyn") for verb in word_list(name) if " " not in verb) | {
        "put",
        "called",
    }


def quoted_speakers(masked: Masked) -> tuple[str, ...]:
    """Name the speaker of each quotation of three words or more.

    Returns:
        ``child``, ``other``, ``writer``, ``nobody`` (none is named), or ``imagined`` for words lent to the child ("he'd say").
    """
    words = [token.word for token in masked.tokens]
    return tuple(_speaker(words, index) for index, word in enumerate(words) if word == QUOTE)


def _speaker(words: list[str], index: int) -> str:
    after = _until_sentence_end(words[index + 1 : index + 1 + _RIGHT])
    if after and (after[0] in "-(–—" or any(word in _speech_verbs() for word in after[:5])):
        named = [
            who for at, word in enumerate(after) if (who := _who(word)) and (at == 0 or after[at - 1] not in _BEFORE_LISTENERS)
        ]
        if named:
            return named[0]
    before = words[max(0, index - _LEFT) : index]
    ends = [at for at, word in enumerate(before[:-1]) if word in _SENTENCE_END]
    before = before[ends[-1] + 1 :] if ends else before
    verbs = [at for at, word in enumerate(before) if word in _speech_verbs()]
    if verbs and any(word in _LENT for word in before[max(0, verbs[-1] - 2) : verbs[-1]]):
        return "imagined"
    if verbs:  # English names the speaker before the verb, Welsh straight after it
        named = [who for word in reversed(before[: verbs[-1]]) if (who := _who(word))]
        named = named or [who for word in before[verbs[-1] + 1 :] if (who := _who(word))]
    else:
        named = [who for word in reversed(before) if (who := _who(word))]
    return named[0] if named else "nobody"


def _until_sentence_end(words: list[str]) -> list[str]:
    end = next((at for at, word in enumerate(words) if word in _SENTENCE_END), len(words))
    return words[:end]


def _who(word: str) -> str:
    if word in _CHILD:
        return "child"
    if word in OTHERS:
        return "other"
    return "writer" if word in ("i", "we") else ""
