"""Puts pieces of text together into a :class:`~qa_app.core.document.Document`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from qa_app.core.document import Block, BlockKind, CellPosition, Document, Omission, OmissionKind, Region, Span

TICKED: Final = "☒"
UNTICKED: Final = "☐"

# Characters that nobody sees and that would stand in the way of matching: controls, soft hyphens, zero-width marks,
# direction marks, halves of surrogate pairs and non-characters.
_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_BREAK: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return ``text`` composed (NFC), with plain line breaks and without invisible characters."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_BREAK.sub("\n", text)))


def visible_length(text: str) -> int:
    """Count the characters of ``text`` as :class:`DocumentBuilder` would store them."""
    return len(clean(text).strip())


@dataclass(frozen=True, slots=True)
class Style:
    """What a reader knows of a piece of text beside its words. The fields are those of :class:`Block`."""

    kind: BlockKind = BlockKind.PARAGRAPH
    region: Region = Region.BODY
    page: int | None = None
    cell: CellPosition | None = None
    level: int | None = None
    bold: bool = False
    size: float | None = None
    filled: bool | None = None
    prompt: bool = False
    label: str = ""
    confidence: float = 1.0


PLAIN: Final = Style()


class DocumentBuilder:
    """Collects blocks and omissions in reading order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._omissions: list[Omission] = []
        self._tables = 0

    @property
    def is_empty(self) -> bool:
        """Whether no block was added."""
        return not self._blocks

    def add(self, text: str, style: Style = PLAIN, *, same_line: bool = False) -> None:
        """Add a block, cleaned and without outer white space; nothing when no words are left.

        Args:
            text: The block's words.
            style: Everything else that is known of it.
            same_line: It continues the line of the block before (a form control after its label).
        """
        words = clean(text).strip()
        if not words:
            return
        if self._length:
            gap = " " if same_line else "\n"
            self._parts.append(gap)
            self._length += 1
        span = Span(self._length, self._length + len(words))
        self._parts.append(words)
        self._length = span.end
        self._blocks.append(
            Block(
                span, style.kind, style.region, style.page, style.cell, style.level, style.bold, style.size,
                style.filled, style.prompt, style.label, style.confidence,
            )
        )  # fmt: skip

    def omit(self, kind: OmissionKind, place: str, characters: int | None, explanation: str) -> None:
        """Record something that was left out."""
        self._omissions.append(Omission(kind, place, characters, explanation))

    def omit_counted(self, kind: OmissionKind, place: str, characters: int, explanation: str) -> None:
        """Record left-out characters; those of one kind and place are added up."""
        if not characters:
            return
        for index, omission in enumerate(self._omissions):
            if omission.kind is kind and omission.place == place and omission.characters is not None:
                self._omissions[index] = replace(omission, characters=omission.characters + characters)
                return
        self.omit(kind, place, characters, explanation)

    def new_table(self) -> int:
        """Return the number of the next table in reading order."""
        self._tables += 1
        return self._tables - 1

    def build(self, name: str, data: bytes, media: str, *, plan_no: int = 1) -> Document:
        """Return the finished document."""
        return Document(
            name,
            hashlib.sha256(data).hexdigest(),
            media,
            "".join(self._parts),
            tuple(self._blocks),
            tuple(self._omissions),
            plan_no,
        )
