"""Finds wordings that may hurt: lexicon and rules raise candidates, gates look at each in its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa_app.analyse.wording.absolutes import absolute_candidates
from qa_app.analyse.wording.acronyms import acronym_candidates
from qa_app.analyse.wording.candidate import Candidate
from qa_app.analyse.wording.gates import Outcome, weigh
from qa_app.analyse.wording.lexicon import Entry, lexicon
from qa_app.analyse.wording.pattern import STEM, Pattern
from qa_app.analyse.wording.scene import Scene
from qa_app.core.plan import Language


@dataclass(frozen=True, slots=True)
class Find:
    """A candidate that no gate dropped. ``softened``: its context makes the harm less."""

    candidate: Candidate
    softened: bool


class Finder:
    """Raises candidates and sends them through the gates.

    Args:
        entries: The lexicon; by default the one that ships.
    """

    def __init__(self, entries: Iterable[Entry] | None = None) -> None:
        self._by_anchor: dict[str, list[tuple[Entry, Pattern]]] = defaultdict(list)
        for entry in lexicon() if entries is None else entries:
            for pattern in entry.patterns:
                for anchor in pattern.anchors:
                    self._by_anchor[anchor[:STEM]].append((entry, pattern))

    def find(self, scene: Scene) -> tuple[Find, ...]:
        """Return what the gates let through, in text order; finds may overlap."""
        finds = []
        for candidate in self._candidates(scene):
            outcome = weigh(candidate, scene)
            if outcome is not Outcome.DROP:
                finds.append(Find(candidate, outcome is Outcome.SOFTEN))
        return tuple(sorted(finds, key=lambda f: (f.candidate.start, f.candidate.end, f.candidate.origin, f.candidate.pattern)))

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
                if pattern.may_match(starts):
                    yield from _raised(entry, pattern, scene)


def _raised(entry: Entry, pattern: Pattern, scene: Scene) -> Iterator[Candidate]:
    for start, end in pattern.find(scene.text):
        if entry.language is Language.ENGLISH and scene.is_welsh_at(start):
            continue
        if _harmless(entry, scene.text, start, end):
            continue
        yield Candidate(
            start, end, entry.category, entry.severity, entry.why, entry.instead, entry.id, entry.gates, pattern.source
        )


def _harmless(entry: Entry, text: str, start: int, end: int) -> bool:
    """Tell whether one of the entry's harmless senses covers part of ``start..end``."""
    return any(match.start() < end and start < match.end() for sense in entry.unless for match in sense.regex.finditer(text))
