"""The numbers that Word shows before list paragraphs. They stand nowhere in the file and have to be counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from qa_app.ingest.xmlnames import Element, attribute, child, local, number, value

_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_MAX_LEVEL: Final = 9
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(count: int) -> str:
    """Return a count in small Roman numerals; in figures above 3999, which has none."""
    if not 0 < count < 4000:
        return str(count)
    numeral = ""
    for worth, letter in _ROMAN:
        while count >= worth:
            numeral += letter
            count -= worth
    return numeral


def letters(count: int) -> str:
    """Return a count as Word letters it: a … z, aa, bb … zz; in figures beyond that."""
    if not 0 < count <= 52:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "bullet"
    text: str = ""
    start: int = 1


class Numbering:
    """Counts list paragraphs. One instance reads one document, from its start."""

    def __init__(self, root: Element | None) -> None:
        self._abstract_of: dict[str, str] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()
        for node in root if root is not None else ():
            if local(node) == "abstractNum":
                self._read_levels(attribute(node, "abstractNumId") or "", node)
            elif local(node) == "num":
                self._read_instance(node)

    def _read_levels(self, key: str, node: Element) -> None:
        for level in node:
            index = number(attribute(level, "ilvl"))
            if local(level) == "lvl" and index is not None:
                start = number(value(level, "start"))
                self._levels[key, index] = _Level(
                    value(level, "numFmt") or "decimal", value(level, "lvlText") or "", 1 if start is None else start
                )

    def _read_instance(self, node: Element) -> None:
        key = attribute(node, "numId") or ""
        self._abstract_of[key] = value(node, "abstractNumId") or ""
        for override in node:
            start = number(value(override, "startOverride"))
            index = number(attribute(override, "ilvl"))
            if local(override) == "lvlOverride" and index is not None and start is not None:
                self._overrides[key, index] = start

    def mark(self, properties: Element) -> str | None:
        """Count a list paragraph and return what Word shows before it.

        Args:
            properties: Its ``w:numPr``.

        Returns:
            ``"2.1"``, ``"b)"`` …; empty for a bullet; None when it is not in a list (``numId`` 0).
        """
        key = value(properties, "numId")
        index = min(number(value(properties, "ilvl")) or 0, _MAX_LEVEL - 1)
        if key is None or key == "0":
            return None
        abstract = self._abstract_of.get(key, key)
        counts = self._counts.setdefault(abstract, {})
        if key not in self._seen:
            self._seen.add(key)
            for (owner, level), start in self._overrides.items():
                if owner == key:
                    counts[level] = start - 1
        counts[index] = counts.get(index, self._level(abstract, index).start - 1) + 1
        for deeper in [level for level in counts if level > index]:
            del counts[deeper]
        return self._render(abstract, index, counts)

    def _level(self, abstract: str, index: int) -> _Level:
        return self._levels.get((abstract, index), _Level())

    def _render(self, abstract: str, index: int, counts: dict[int, int]) -> str:
        level = self._level(abstract, index)
        if level.format in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            other_level = self._level(abstract, other)
            count = counts.get(other, other_level.start)
            return _FORMATS.get(other_level.format, str)(count)

        return _PLACEHOLDER.sub(shown, level.text).strip()


def list_properties(paragraph: Element | None, inherited: Element | None) -> Element | None:
    """Return the ``w:numPr`` that holds for a paragraph: its own, else its style's."""
    own = child(paragraph, "numPr")
    return own if own is not None else inherited
