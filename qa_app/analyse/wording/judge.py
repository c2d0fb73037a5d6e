"""The judge of wording: candidates from the lexicon, the rules and the model; gates; one flag per wording."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from qa_app.analyse.wording.absolutes import absolute_candidates
from qa_app.analyse.wording.acronyms import acronym_candidates
from qa_app.analyse.wording.candidate import Candidate
from qa_app.analyse.wording.gates import Outcome, weigh
from qa_app.analyse.wording.lexicon import Entry, lexicon
from qa_app.analyse.wording.pattern import STEM, Pattern
from qa_app.analyse.wording.rewording import fitted
from qa_app.analyse.wording.scene import Scene
from qa_app.core.judged import Flag, FlagCategory, Severity, WordingText
from qa_app.core.plan import Language, Speaker

_OWN_RIGHT: Final = frozenset({FlagCategory.ACRONYM, FlagCategory.CARE_JARGON, FlagCategory.DEHUMANISE})
_NEAR: Final = 45  # characters
_PARTED: Final = re.compile(r"[,;:.!?/()\n–—-]|\b(?:and|or|but|nor|a|ac|neu|ond|&)\b|&", re.IGNORECASE)


class WordingJudge:
    """Judges texts for insensitive wording. Load once; judging changes nothing in it.

    Args:
        entries: The lexicon; by default the one that ships.
    """

    def __init__(self, entries: Iterable[Entry] | None = None) -> None:
        self._entries = tuple(lexicon() if entries is None else entries)
        self._by_anchor: dict[str, list[tuple[Entry, Pattern]]] = defaultdict(list)
        for entry in self._entries:
            for pattern in entry.patterns:
                for anchor in pattern.anchors:
                    self._by_anchor[anchor[:STEM]].append((entry, pattern))

    def judge(self, item: WordingText) -> tuple[Flag, ...]:
        """Return the wordings of ``item`` that may hurt, in text order, none overlapping another.

        The child's own words are never flagged.
        """
        if item.speaker is Speaker.CHILD or not item.text.strip():
            return ()
        scene = Scene(item)
        kept = []
        for candidate in self._candidates(scene):
            outcome = weigh(candidate, scene)
            if outcome is not Outcome.DROP:
                kept.append((candidate, outcome))
        kept.sort(key=lambda pair: (pair[0].start - pair[0].end, pair[0].start, pair[0].origin))
        taken: list[tuple[Candidate, Outcome]] = []
        for candidate, outcome in kept:
            if all(candidate.end <= other.start or other.end <= candidate.start for other, _ in taken):
                taken.append((candidate, outcome))
        taken.sort(key=lambda pair: pair[0].start)
        taken = _one_per_wording(taken, scene.text)
        return tuple(self._flag(candidate, outcome, scene) for candidate, outcome in taken)

    def _candidates(self, scene: Scene) -> Iterator[Candidate]:
        yield from self._from_lexicon(scene)
        yield from acronym_candidates(scene)
        yield from absolute_candidates(scene)

    def _from_lexicon(self, scene: Scene) -> Iterator[Candidate]:
        starts = {word[:STEM] for word in scene.words}
        tried: set[tuple[str, str]] = set()
        for start in sorted(starts):
            for entry, pattern in self._by_anchor.get(start, ()):
                if (entry.id, pattern.source) in tried or (entry.language is Language.WELSH and not scene.is_partly_welsh):
                    continue
                tried.add((entry.id, pattern.source))
                if not pattern.may_match(starts):
                    continue
                for begin, end in pattern.find(scene.text):
                    if entry.language is Language.ENGLISH and scene.is_welsh_at(begin):
                        continue
                    if _harmless(entry, scene.text, begin, end):
                        continue
                    yield Candidate(begin, end, entry.category, entry.severity, entry.why, entry.instead, entry.id, entry.gates)

    @staticmethod
    def _flag(candidate: Candidate, outcome: Outcome, scene: Scene) -> Flag:
        sentence = scene.sentence_at(candidate.start)
        words = scene.text[sentence.start : sentence.end]
        opens = not scene.text[sentence.start : candidate.start].strip() and scene.text[candidate.start].isupper()
        return Flag(
            start=candidate.start,
            end=candidate.end,
            text=scene.text[candidate.start : candidate.end],
            category=candidate.category,
            severity=Severity.LOW if outcome is Outcome.SOFTEN else candidate.severity,
            why=candidate.why,
            instead=tuple(fitted(phrase, words, opens_sentence=opens) for phrase in candidate.instead),
            confidence=candidate.confidence,
            origin=candidate.origin,
        )


def _one_per_wording(taken: Sequence[tuple[Candidate, Outcome]], text: str) -> list[tuple[Candidate, Outcome]]:
    """Keep one of two neighbours that nothing parts: *puts herself at risk by meeting older men* is one wording."""
    kept: list[tuple[Candidate, Outcome]] = []
    for candidate, outcome in taken:
        if kept and candidate.category not in _OWN_RIGHT and kept[-1][0].category not in _OWN_RIGHT:
            before = kept[-1][0]
            between = text[before.end : candidate.start]
            if len(between) <= _NEAR and not _PARTED.search(between):
                if candidate.severity.rank > before.severity.rank:
                    kept[-1] = (candidate, outcome)
                continue
        kept.append((candidate, outcome))
    return kept


def _harmless(entry: Entry, text: str, start: int, end: int) -> bool:
    """Tell whether one of the entry's harmless senses covers part of ``start..end``."""
    return any(match.start() < end and start < match.end() for sense in entry.unless for match in sense.regex.finditer(text))
