"""What speaks for and against a find: where it comes from, its words, other finds, and the tone of its sentence and text.

Cues are names with weights for the model of :mod:`qa_app.analyse.wording.weighing`. Names of people are no cues: a word
with a capital letter inside a sentence counts only as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from qa_app.analyse.wording.finder import Find
from qa_app.analyse.wording.scene import Scene, word_set

Cues = dict[str, float]

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[?!:;,.()\"“”]")
_PREFIX: Final = 5
"""Letters of a word that stand for its inflections."""
_FIRST_PERSON: Final = frozenset({"i", "me", "my", "i'm", "i’m", "i've", "i’ve"})
_WE: Final = frozenset({"we", "us", "our", "we've", "we’ve"})
_THIRD: Final = frozenset({"he", "she", "they", "him", "her", "his", "their", "them", "himself", "herself", "themselves"})
_DENIALS: Final = frozenset(
    {"not", "no", "never", "nothing", "nobody", "nor", "without", "isn't", "isn’t", "doesn't", "doesn’t", "didn't", "didn’t"}
)
_WARM: Final = re.compile(
    r"(?<!\w)(?:proud|lovely|delight\w*|enjoy\w*|laugh\w*|pleas\w+|well|good|great|loves?|kind\w*|happ\w+|thank\w*|help\w*|"
    r"wonderful|praise\w*|brave\w*|agree[ds]?|ask(?:ed|s)|chose|choice|own)(?!\w)",
    re.IGNORECASE,
)
_STORY: Final = re.compile(
    r"(?<!\w)(?:poem|story|book|play(?:ed)?|song|film|sketch|essay|character|word|called|says?)(?!\w)", re.IGNORECASE
)


def cues_of(finds: Sequence[Find], scene: Scene) -> list[Cues]:
    """Return the cues of each find of one text."""
    return [_of_source(find) | _of_company(find, finds) | _of_words(find, scene) | _of_text(find, scene) for find in finds]


def _of_source(find: Find) -> Cues:
    candidate = find.candidate
    category = candidate.category.value
    cues = {
        f"category={category}": 1.0,
        f"severity={category}/{candidate.severity.value}": 1.0,
        f"entry={candidate.origin}": 1.0,
        f"pattern={candidate.pattern or candidate.origin}": 1.0,
        f"theme={candidate.origin.split('-')[0]}": 1.0,
        "softened": float(find.softened),
    }
    return cues | {f"gate={gate}": 1.0 for gate in candidate.gates}


def _of_company(find: Find, finds: Sequence[Find]) -> Cues:
    """Cues from other finds: entries that agree on the words, and how much else in the text hurts."""
    own = find.candidate
    over = [f.candidate for f in finds if f is not find and f.candidate.start < own.end and own.start < f.candidate.end]
    apart = [f.candidate for f in finds if f.candidate.end <= own.start or own.end <= f.candidate.start]
    others = {c.origin for c in over} - {own.origin}
    return {
        "others agree": min(len([c for c in over if c.category is own.category]), 3) / 3,
        "others differ": float(any(c.category is not own.category for c in over)),
        "several entries": float(bool(others)),
        "within a longer": float(
            any(c.start <= own.start and own.end <= c.end and c.end - c.start > own.end - own.start for c in over)
        ),
        "finds elsewhere": min(len({(c.start, c.end) for c in apart}), 3) / 3,
        "no find elsewhere": float(not apart),
    } | {f"over {own.category.value}: {c.category.value}": 1.0 for c in over if c.category is not own.category}


def _plain(word: str, *, opens: bool) -> str:
    is_name = word[0].isupper() and not opens and not word.isupper()
    return "Name" if is_name else word.lower()


def _of_words(find: Find, scene: Scene) -> Cues:
    own = find.candidate
    words = [_plain(m.group(), opens=m.start() == 0) for m in _TOKEN.finditer(scene.text[own.start : own.end])]
    cues = {f"has {word}": 1.0 for word in words}
    cues |= {f"stem {word[:_PREFIX]}": 1.0 for word in words}
    cues |= {f"pair {a} {b}": 1.0 for a, b in pairwise(words)}
    cues[f"first {words[0] if words else ''}"] = 1.0
    cues[f"length {min(len(words), 6)}"] = 1.0
    return cues


def _of_text(find: Find, scene: Scene) -> Cues:
    own = find.candidate
    sentence = scene.sentence_at(own.start)
    words = scene.text[sentence.start : sentence.end]
    lower = {m.group().lower() for m in _TOKEN.finditer(words)}
    clause = {m.group().lower() for m in _TOKEN.finditer(scene.clause_before(own.start))}
    return {
        "sentence: I": float(bool(lower & _FIRST_PERSON)),
        "sentence: we": float(bool(lower & _WE)),
        "sentence: third person": float(bool(lower & _THIRD)),
        "sentence: denial": float(bool(lower & _DENIALS)),
        "sentence: question": float("?" in words),
        "sentence: quotation": float(any(mark in words for mark in '"“”‘')),
        "sentence: story": float(bool(_STORY.search(words))),
        "sentence: warm": min(len(_WARM.findall(words)), 3) / 3,
        "text: warm": min(len(_WARM.findall(scene.text)), 4) / 4,
        "clause: third person": float(bool(clause & _THIRD)),
        "clause: service": float(bool(clause & word_set("services"))),
        "quoted": float(scene.quotation_at(own.start, own.end) is not None),
        "opens sentence": float(own.start - sentence.start <= 1),
        "opens text": float(own.start <= 1),
        "Welsh": float(scene.is_partly_welsh),
        "capital start": float(scene.text[own.start].isupper()),
        f"sentence length {min(len(lower) // 6, 5)}": 1.0,
    }
