"""Swap names, pronouns, religions, countries and placements in the labelled items and count the judgements that move.

A pair is an item and its swapped twin. Whoever the child is, a judgement rests on what the plan says, so the target is none.
Left out are twins that would not mean the same: pronouns beside other gendered people, names that also stand as initials or
short forms, and items that hold no word of a swap.
Run: ``python benchmarks/fairness.py [--most N] [--show]``
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar
from zlib import crc32

import yaml

from qa_app.analyse.voice.masking import gendered_words
from qa_app.audit.judges import Judges
from qa_app.core.judged import TargetText, VoiceText, WordingText
from qa_app.evaluate.items import read_language, read_targets, read_voice

CORPUS: Final = Path(__file__).parents[1] / "corpus" / "labelled"
_OF_A_DAY: Final = re.compile(r"\b(?:St|Gŵyl|Gwyl|Sant)\b")  # St David's Day is no child's name
_WORD: Final = re.compile(r"[^\W\d_]+")
Item = TypeVar("Item", TargetText, VoiceText, WordingText)


@dataclass(frozen=True, slots=True)
class Swap:
    """Words to be put in other words' places, whole words only, with the case of the first letter kept."""

    kind: str
    words: Mapping[str, str]

    def __call__(self, text: str) -> str:
        """Return ``text`` with every word of the swap replaced, or unchanged when it holds none."""
        found = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
        return re.sub(rf"(?<![\w-])(?:{found})(?![\w-])", self._other, text, flags=re.IGNORECASE)

    def _other(self, match: re.Match[str]) -> str:
        word = match.group()
        other = self.words[word.lower()]
        return other[0].upper() + other[1:] if word[0].isupper() else other[0].lower() + other[1:]


def swaps_of(data: Mapping[str, Any]) -> list[Swap]:
    """Return every swap but those of names."""
    swaps = [Swap("pronoun", words) for words in data["pronouns"].values()]
    for kind, groups in data["groups"].items():
        for group in groups:
            for shift in range(1, len(group)):
                words = {word.lower(): group[(index + shift) % len(group)] for index, word in enumerate(group)}
                swaps.append(Swap(kind, words))
    return swaps


def name_swaps(texts: Sequence[str], child: str, known: frozenset[str], data: Mapping[str, Any]) -> Iterator[Swap]:
    """Yield one swap per origin: the child's name, or the names of the corpus that the texts hold."""
    whole = " ".join(texts)
    names = (
        {child}
        if child and " " not in child and "-" not in child
        else known & set(_WORD.findall(whole))
        if not child
        else set()
    )
    names = {name for name in names if re.search(rf"\b{re.escape(name)}\b", whole, re.IGNORECASE)}
    if not names or _OF_A_DAY.search(whole) or any(_stands_short(whole, name) for name in names):
        return
    for origin, others in data["names"].items():
        start = crc32(f"{origin}{whole}".encode()) % len(others)
        new = (others[(start + index) % len(others)] for index in range(len(names)))
        yield Swap(f"name: {origin}", {old.lower(): other for old, other in zip(sorted(names), new, strict=True)})


def _stands_short(text: str, name: str) -> bool:
    """Tell whether a text also calls the child by initial or short form, which a swap would leave behind."""
    return any(
        len(word) < len(name) and name.startswith(word) for word in _WORD.findall(text) if word[0].isupper() and word != "I"
    )


def keeps_meaning(swap: Swap, texts: Iterable[str]) -> bool:
    """Tell whether a swapped text would still speak of the same people."""
    if swap.kind != "pronoun":
        return True
    words = {word.lower() for text in texts for word in _WORD.findall(text)}
    return not words & (gendered_words() - {"he", "him", "his", "himself"})


def twins(
    item: Item, fields: Sequence[str], child: str, known: frozenset[str], data: Mapping[str, Any]
) -> Iterator[tuple[str, Item]]:
    """Yield every swapped twin of an item, with the kind of swap."""
    texts: list[str] = [getattr(item, name) for name in fields]
    for swap in [*swaps_of(data), *name_swaps(texts, child, known, data)]:
        changed: dict[str, Any] = {name: swap(text) for name, text in zip(fields, texts, strict=True)}
        if list(changed.values()) != texts and keeps_meaning(swap, texts):
            yield swap.kind, replace(item, **changed)


def compare(
    label: str, items: Iterable[tuple[Item, Item, str]], judged: Callable[[Item], object], *, show: bool
) -> tuple[int, int]:
    """Judge pairs, print how many moved by kind of swap, and return pairs and moves."""
    pairs, moved = Counter[str](), Counter[str]()
    before: dict[Item, object] = {}
    for item, twin, kind in items:
        if item not in before:
            before[item] = judged(item)
        after = judged(twin)
        pairs[kind] += 1
        if after != before[item]:
            moved[kind] += 1
            if show:
                print(f"  {kind}: {before[item]} -> {after}\n    {twin}")
    print(f"{label}: {sum(pairs.values())} pairs, {sum(moved.values())} moved")
    for kind, number in sorted(pairs.items()):
        print(f"  {kind:28} {number:6} pairs {moved[kind]:4} moved")
    return sum(pairs.values()), sum(moved.values())


def main(arguments: Sequence[str]) -> int:
    """Run the swaps over the three kinds of items; return 1 when a judgement moved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=3000, help="pairs for each kind of item")
    parser.add_argument("--show", action="store_true", help="print each pair that moved")
    options = parser.parse_args(arguments)
    data = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    voice = [item.passage for path in sorted((CORPUS / "voice").glob("*.jsonl")) for item in read_voice(path)]
    targets = [item.row for path in sorted((CORPUS / "targets").glob("*.jsonl")) for item in read_targets(path)]
    wordings = [item.wording for path in sorted((CORPUS / "language").glob("*.jsonl")) for item in read_language(path)]
    known = frozenset(item.child for item in voice if len(item.child) > 3 and item.child.isalpha())
    judges = Judges()
    row = (*TargetText.ROW, "needs", "views")

    def pairs(items: Sequence[Item], fields: Sequence[str]) -> Iterator[tuple[Item, Item, str]]:
        spread = sorted(items, key=lambda item: crc32(repr(item).encode()))
        every = (
            (item, twin, kind) for item in spread for kind, twin in twins(item, fields, getattr(item, "child", ""), known, data)
        )
        return islice(every, options.most)

    def levels(item: TargetText) -> object:
        return tuple(part.level.value for part in judges.smart.judge(item).components.values())

    def flags(item: WordingText) -> object:
        return tuple((flag.category.value, flag.severity.value) for flag in judges.wording.judge(item))

    results = (
        compare("targets", pairs(targets, row), levels, show=options.show),
        compare(
            "voice",
            pairs(voice, ("text", "heading", "child")),
            lambda it: judges.voice.judge(it).label.value,
            show=options.show,
        ),
        compare("language", pairs(wordings, ("text", "heading", "child")), flags, show=options.show),
    )
    print(f"all: {sum(pair for pair, _ in results)} pairs, {sum(move for _, move in results)} moved")
    return int(any(move for _, move in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
