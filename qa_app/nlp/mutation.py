"""Welsh initial mutations: *gwan* also stands as *wan* and *ngwan*."""

from __future__ import annotations

from typing import Final

_MUTATIONS: Final = (  # the longest beginnings first: "ll" is one letter, not two
    ("ll", ("l",)),
    ("rh", ("r",)),
    ("ch", ()),
    ("dd", ()),
    ("ff", ()),
    ("ph", ()),
    ("th", ()),
    ("p", ("b", "mh", "ph")),
    ("t", ("d", "nh", "th")),
    ("c", ("g", "ngh", "ch")),
    ("b", ("f", "m")),
    ("d", ("dd", "n")),
    ("g", ("", "ng")),
    ("m", ("f",)),
)
_VOWELS: Final = "aeiouwyâêîôûŵŷ"


def mutated(word: str, *, h_before_vowel: bool = True) -> tuple[str, ...]:
    """Return a word in its radical form with its soft, nasal and aspirate mutations.

    Args:
        word: In lower case.
        h_before_vowel: Whether a vowel also takes *h* (*ei hysgol*). Without it short words stay apart from English ones: *e*
            from *he*.
    """
    if word[:1] and word[0] in _VOWELS:
        return (word, "h" + word) if h_before_vowel else (word,)
    for beginning, changes in _MUTATIONS:
        if word.startswith(beginning):
            return word, *(change + word[len(beginning) :] for change in changes)
    return (word,)
