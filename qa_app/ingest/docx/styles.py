"""What the named styles of a Word file say of a paragraph or run: heading level, bold, size, hidden, list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from qa_app.ingest.xmlnames import Element, attribute, child, local, number, switch, value

# Word stores built-in names in English whatever language it shows; only the style's id is translated.
_HEADING_NAME: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
_MAX_CHAIN: Final = 20  # styles based on styles; a longer chain is a loop


@dataclass(frozen=True, slots=True)
class RunLook:
    """How letters look. None: not said here."""

    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, base: RunLook) -> RunLook:
        """Return this look with its gaps filled from ``base``."""
        return RunLook(
            base.bold if self.bold is None else self.bold,
            base.size if self.size is None else self.size,
            base.hidden if self.hidden is None else self.hidden,
            base.font if self.font is None else self.font,
        )


def run_look(properties: Element | None) -> RunLook:
    """Read run properties (``w:rPr``)."""
    if properties is None:
        return RunLook()
    half_points = number(value(properties, "sz"))
    fonts = child(properties, "rFonts")
    return RunLook(
        switch(properties, "b"),
        half_points / 2 if half_points else None,
        switch(properties, "vanish"),
        attribute(fonts, "ascii") or attribute(fonts, "hAnsi"),
    )


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph style, resolved through the styles it is based on.

    Attributes:
        level: Heading level from 1, or None.
        numbering: Its own ``w:numPr``, or None.
    """

    level: int | None = None
    numbering: Element | None = None
    run: RunLook = RunLook()


class Styles:
    """Named styles by id, with inheritance."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults = RunLook()
        self._default_paragraph = ""
        self._resolved: dict[str, ParagraphLook] = {}
        if root is None:
            return
        self._defaults = run_look(child(root, "docDefaults", "rPrDefault", "rPr"))
        for node in root:
            style_id = attribute(node, "styleId")
            if local(node) != "style" or not style_id:
                continue
            self._styles[style_id] = node
            if attribute(node, "type") == "paragraph" and attribute(node, "default") in ("1", "true"):
                self._default_paragraph = style_id

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        current: str | None = style_id
        while current in self._styles and len(chain) < _MAX_CHAIN:
            chain.append(self._styles[current])
            current = value(chain[-1], "basedOn")
        return chain

    def paragraph(self, style_id: str | None) -> ParagraphLook:
        """Return the look of a paragraph style; of the default style for None or an unknown id."""
        key = style_id if style_id in self._styles else self._default_paragraph
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, style_id: str) -> ParagraphLook:
        chain = self._chain(style_id)
        look = RunLook()
        level: int | None = None
        numbering: Element | None = None
        for node in chain:
            look = look.over(run_look(child(node, "rPr")))
            if level is None:
                level = _level_of_style(node)
            if numbering is None:
                numbering = child(node, "pPr", "numPr")
        return ParagraphLook(level or None, numbering, look.over(self._defaults))

    def character(self, style_id: str | None) -> RunLook:
        """Return the look of a character style."""
        look = RunLook()
        for node in self._chain(style_id or ""):
            look = look.over(run_look(child(node, "rPr")))
        return look


def _level_of_style(node: Element) -> int | None:
    """Return the heading level a style sets, 0 for "body text", None when it says nothing."""
    outline = outline_level(child(node, "pPr"))
    if outline is not None:
        return outline
    name = (value(node, "name") or "").strip()
    match = _HEADING_NAME.fullmatch(name)
    if match:
        return int(match[1])
    return 1 if name.lower() == "title" else None


def outline_level(properties: Element | None) -> int | None:
    """Return the outline level of paragraph properties, from 1; 0 for "body text", None when not set."""
    level = number(value(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if 0 <= level < 9 else 0
