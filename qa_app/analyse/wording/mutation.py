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


def mutated(word: str) -> tuple[str, ...]:
    """Return a word in its radical form with its soft, nasal and aspirate mutations, and with *h* before a vowel."""
    if word[:1] in _VOWELS:
        return word, "h" + word
    for beginning, changes in _MUTATIONS:
        if word.startswith(beginning):
            return word, *(change + word[len(beginning) :] for change in changes)
    return (word,)
