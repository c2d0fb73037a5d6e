"""The judge of wording: finds of lexicon and rules, each weighed by the model; one flag per wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from qa_app.analyse.wording.candidate import Candidate
from qa_app.analyse.wording.cues import cues_of
from qa_app.analyse.wording.finder import Find, Finder
from qa_app.analyse.wording.gates import said_of_family
from qa_app.analyse.wording.lexicon import Entry
from qa_app.analyse.wording.rewording import filled, fitted, named_relative
from qa_app.analyse.wording.scene import Scene
from qa_app.analyse.wording.weighing import Weigher
from qa_app.core.judged import Flag, FlagCategory, Severity, WordingText
from qa_app.core.plan import Speaker

_OWN_RIGHT: Final = frozenset({FlagCategory.ACRONYM, FlagCategory.CARE_JARGON, FlagCategory.DEHUMANISE})
_OF_FAMILY: Final = "by_child_or_family"  # gate of the entries that may be said of the child or of a relative
_FAMILY_ENTRIES: Final = "blame-parent"  # begins the names of entries whose reasons are written of relatives
_FAMILY_WHY: Final = "The child will read this about their own family; it blames and does not say what stood in the way."
_FAMILY_INSTEAD: Final = (
    "say what was asked, what happened and what stood in the way",
    "say what would make it possible, and who will help",
)
_NEAR: Final = 45  # characters
_PARTED: Final = re.compile(r"[,;:.!?/()\n–—-]|\b(?:and|or|but|nor|a|ac|neu|ond|&)\b|&", re.IGNORECASE)


class WordingJudge:
    """Judges texts for insensitive wording. Load once; judging changes nothing in it.

    Args:
        entries: The lexicon; by default the one that ships.
        weigher: The model that weighs each find; None flags whatever the gates let through, the longest wording first.
    """

    def __init__(self, entries: Iterable[Entry] | None = None, weigher: Weigher | None = None) -> None:
        self._finder = Finder(entries)
        self._weigher = weigher

    @classmethod
    def load(cls) -> WordingJudge:
        """Load the judge with the lexicon and the model that ship.

        Raises:
            ModelUnavailable, ModelMismatch: See :func:`qa_app.nlp.classifier.load_model`.
        """
        return cls(weigher=Weigher.load())

    def judge(self, item: WordingText) -> tuple[Flag, ...]:
        """Return the wordings of ``item`` that may hurt, in text order, none overlapping another.

        The child's own words are never flagged.
        """
        if item.speaker is Speaker.CHILD or not item.text.strip():
            return ()
        scene = Scene(item)
        finds = self._finder.find(scene)
        if not finds:
            return ()
        return tuple(flag_of(find, confidence, scene) for find, confidence in self.chosen(finds, scene))

    def chosen(self, finds: Sequence[Find], scene: Scene) -> list[tuple[Find, float]]:
        """Return the finds that become flags, with their confidence: likely ones, and one for each wording."""
        if self._weigher is None:
            return choose(finds, [1.0] * len(finds), scene.text, 0.0)
        return choose(finds, self._weigher.confidence(cues_of(finds, scene)), scene.text, self._weigher.threshold)


def choose(finds: Sequence[Find], believed: Sequence[float], text: str, threshold: float) -> list[tuple[Find, float]]:
    """Choose among finds that overlap the one most believed, of equals the longest; then one of unparted neighbours.

    Args:
        finds: Of one text.
        believed: Probability that each is right.
        text: The text.
        threshold: Finds believed less are left out.
    """
    pairs = [(find, belief) for find, belief in zip(finds, believed, strict=True) if belief >= threshold]
    pairs.sort(
        key=lambda pair: (
            -pair[1],
            pair[0].candidate.start - pair[0].candidate.end,
            pair[0].candidate.start,
            pair[0].candidate.origin,
        )
    )
    taken: list[tuple[Find, float]] = []
    for find, belief in pairs:
        own = find.candidate
        if all(own.end <= other.candidate.start or other.candidate.end <= own.start for other, _ in taken):
            taken.append((find, belief))
    taken.sort(key=lambda pair: pair[0].candidate.start)
    return _one_per_wording(taken, text)


def flag_of(find: Find, confidence: float, scene: Scene) -> Flag:
    """Return the flag of a chosen find, its kinder wordings fitted to the sentence."""
    candidate = find.candidate
    sentence = scene.sentence_at(candidate.start)
    words = scene.text[sentence.start : sentence.end]
    relative = named_relative(words, candidate.start - sentence.start, candidate.end - sentence.start)
    why, instead = reason_of(candidate, scene)
    phrases = tuple(phrase for line in instead if (phrase := filled(line, relative)))
    opens = not scene.text[sentence.start : candidate.start].strip() and scene.text[candidate.start].isupper()
    return Flag(
        start=candidate.start,
        end=candidate.end,
        text=scene.text[candidate.start : candidate.end],
        category=candidate.category,
        severity=Severity.LOW if find.softened else candidate.severity,
        why=why,
        instead=tuple(fitted(phrase, words, opens_sentence=opens) for phrase in phrases),
        confidence=confidence,
        origin=candidate.origin,
    )


def reason_of(candidate: Candidate, scene: Scene) -> tuple[str, tuple[str, ...]]:
    """Return why the wording hurts and what to write instead, fitted to whom it blames: the child or a relative."""
    is_of_either = candidate.category is FlagCategory.BLAME and _OF_FAMILY in candidate.gates
    if is_of_either and not candidate.origin.startswith(_FAMILY_ENTRIES) and said_of_family(candidate, scene):
        return _FAMILY_WHY, _FAMILY_INSTEAD
    return candidate.why, candidate.instead


def _one_per_wording(taken: Sequence[tuple[Find, float]], text: str) -> list[tuple[Find, float]]:
    """Keep one of two neighbours that nothing parts: *puts herself at risk by meeting older men* is one wording."""
    kept: list[tuple[Find, float]] = []
    for find, belief in taken:
        candidate = find.candidate
        if kept and candidate.category not in _OWN_RIGHT and kept[-1][0].candidate.category not in _OWN_RIGHT:
            before = kept[-1][0].candidate
            between = text[before.end : candidate.start]
            if len(between) <= _NEAR and not _PARTED.search(between):
                if candidate.severity.rank > before.severity.rank:
                    kept[-1] = (find, belief)
                continue
        kept.append((find, belief))
    return kept
