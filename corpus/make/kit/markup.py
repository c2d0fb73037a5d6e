"""The small markup that the plan files use inside texts.

``[x]`` and ``[ ]`` are tick boxes, ``{++new++}`` and ``{--old--}`` a tracked insertion and deletion,
``{>>remark<<}`` a margin comment on the words before it. A line that starts with ``- `` is a list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

PieceKind = Literal["text", "ticked", "unticked", "inserted", "deleted", "comment"]

_PIECE: Final = re.compile(
    r"(?P<ticked>\[x\])|(?P<unticked>\[ \])"
    r"|\{\+\+(?P<inserted>.+?)\+\+\}|\{--(?P<deleted>.+?)--\}|\{>>(?P<comment>.+?)<<\}",
    re.DOTALL,
)
TICKED: Final = "☒"
UNTICKED: Final = "☐"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one kind."""

    kind: PieceKind
    text: str


def pieces(text: str) -> Iterator[Piece]:
    """Cut ``text`` at its markup."""
    position = 0
    for match in _PIECE.finditer(text):
        if match.start() > position:
            yield Piece("text", text[position : match.start()])
        kind = match.lastgroup
        match kind:
            case "ticked" | "unticked":
                yield Piece(kind, TICKED if kind == "ticked" else UNTICKED)
            case "inserted" | "deleted" | "comment":
                yield Piece(kind, match.group(kind))
        position = match.end()
    if position < len(text):
        yield Piece("text", text[position:])


def visible(text: str) -> str:
    """Return what a reader of the finished page sees: insertions kept, deletions and comments gone."""
    return "".join(piece.text for piece in pieces(text) if piece.kind not in ("deleted", "comment"))


def paragraphs(text: str) -> list[str]:
    """Split at line ends and drop empty lines: every written line is a paragraph."""
    return [line.strip() for line in text.splitlines() if line.strip()]
