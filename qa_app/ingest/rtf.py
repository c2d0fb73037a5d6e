"""Reads Rich Text Format: text, tables, headers, footers and notes; hidden and deleted text is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from qa_app.core.document import BlockKind, CellPosition, Document, OmissionKind, Region
from qa_app.ingest.builder import DocumentBuilder, Style, visible_length

_TOKEN: Final = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_REGIONS: Final = {
    "header": Region.HEADER, "headerl": Region.HEADER, "headerr": Region.HEADER, "headerf": Region.HEADER,
    "footer": Region.FOOTER, "footerl": Region.FOOTER, "footerr": Region.FOOTER, "footerf": Region.FOOTER,
    "footnote": Region.NOTE, "annotation": Region.COMMENT, "shptxt": Region.TEXT_BOX,
}  # fmt: skip
_WITHOUT_TEXT: Final = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "fldinst",
        "generator",
        "xmlnstbl",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "bkmkstart",
        "bkmkend",
        "filetbl",
        "revtbl",
        "atnid",
        "atnauthor",
        "atntime",
        "atndate",
        "atnref",
        "shpinst",
        "sp",
        "nonshppict",
        "blipuid",
        "ffdata",
        "datafield",
        "pgptbl",
        "template",
        "listtext",
        "pntext",
    ]
)
_CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS: Final = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}
_MAX_DEPTH: Final = 500


def read_rtf(data: bytes, name: str) -> tuple[Document, ...]:
    """Read an RTF document."""
    reader = _RtfReader()
    reader.read(data)
    return (reader.builder.build(name, data, "rtf"),)


@dataclass(frozen=True, slots=True)
class _State:
    """Formatting that a group inherits and may change for itself."""

    skipped: bool = False
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    size: float | None = None
    fallback: int = 1  # how many characters after a Unicode escape repeat it for old readers
    region: Region = Region.BODY


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that is being collected in one region."""

    words: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    size: float | None = None
    in_table: bool = False
    in_list: bool = False


class _RtfReader:
    def __init__(self) -> None:
        self.builder = DocumentBuilder()
        self._stack: list[_State] = []
        self._state = _State()
        self._paragraphs = {region: _Paragraph() for region in Region}
        self._codepage = "cp1252"
        self._bytes = bytearray()  # of a multi-byte character set, until they are decoded together
        self._to_skip = 0
        self._starred = False
        self._table: int | None = None
        self._row = 0
        self._column = 0
        self._seen: set[tuple[Region, str]] = set()
        self._later: list[tuple[str, Style]] = []  # notes and footers come after the body

    def read(self, data: bytes) -> None:
        """Read the whole file into the builder."""
        for token in _TOKEN.finditer(data):
            if token["hex"]:
                self._escaped_byte(int(token["hex"], 16))
                continue
            self._flush_bytes()
            if token["word"]:
                self._control(token["word"].decode("ascii"), int(token["number"]) if token["number"] else None)
            elif token["brace"]:
                self._group(opens=token["brace"] == b"{")
            elif token["symbol"]:
                self._symbol(token["symbol"])
            elif token["text"]:
                self._plain(token["text"].decode(self._codepage, "replace"))
        self._flush_bytes()
        for region in Region:
            self._end_paragraph(region)
        for words, style in self._later:
            self.builder.add(words, style)

    def _group(self, *, opens: bool) -> None:
        self._to_skip = 0
        self._starred = False
        if opens:
            if len(self._stack) < _MAX_DEPTH:
                self._stack.append(self._state)
        elif self._stack:
            ended = self._state
            self._state = self._stack.pop()
            if ended.region is not self._state.region:
                self._end_paragraph(ended.region)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in (b"\r", b"\n"):
            self._end_paragraph(self._state.region)
        else:
            self._say(_SYMBOLS.get(symbol, ""))

    def _control(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        is_on = number != 0
        if word in _REGIONS:
            self._state = replace(self._state, region=_REGIONS[word], skipped=False)
        elif word in _WITHOUT_TEXT or (starred and word not in ("shppict", "shptxt")):
            self._state = replace(self._state, skipped=True)
        elif word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self._to_skip = self._state.fallback
        elif word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif word in ("par", "sect", "page"):
            self._end_paragraph(self._state.region)
        elif word in ("cell", "nestcell", "row", "nestrow", "intbl", "pard"):
            self._table_word(word)
        else:
            self._format(word, number, is_on=is_on)

    def _format(self, word: str, number: int | None, *, is_on: bool) -> None:
        if word == "uc":
            self._state = replace(self._state, fallback=max(number or 0, 0))
        elif word == "v":
            self._state = replace(self._state, hidden=is_on)
        elif word == "deleted":
            self._state = replace(self._state, deleted=is_on)
        elif word == "b":
            self._state = replace(self._state, bold=is_on)
        elif word == "fs" and number:
            self._state = replace(self._state, size=number / 2)
        elif word == "plain":
            self._state = replace(self._state, bold=False, hidden=False, deleted=False, size=None)
        elif word == "ansicpg" and number:
            self._codepage = _known_codepage(number)
        elif word in ("ls", "pn"):
            self._paragraphs[self._state.region].in_list = True

    def _table_word(self, word: str) -> None:
        paragraph = self._paragraphs[self._state.region]
        if self._state.skipped or self._state.region is not Region.BODY:
            return
        if word == "pard":
            paragraph.in_table = paragraph.in_list = False
        elif word == "intbl":
            paragraph.in_table = True
        elif word in ("cell", "nestcell"):
            paragraph.in_table = True
            self._end_paragraph(Region.BODY)
            self._open_table()
            self._column += 1
            paragraph.in_table = True
        else:
            self._row += 1
            self._column = 0

    def _open_table(self) -> int:
        if self._table is None:
            self._table, self._row, self._column = self.builder.new_table(), 0, 0
        return self._table

    def _escaped_byte(self, code: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(code)

    def _flush_bytes(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._codepage, "replace")
            self._bytes.clear()
            self._say(text)

    def _plain(self, text: str) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        self._say(text[skipped:])

    def _say(self, words: str) -> None:
        state = self._state
        if state.skipped or not words:
            return
        if state.deleted or state.hidden:
            kind = OmissionKind.DELETED if state.deleted else OmissionKind.HIDDEN
            place = "tracked changes" if state.deleted else "hidden text"
            why = (
                "Text that its author deleted while changes were tracked."
                if state.deleted
                else "Text formatted as hidden: nobody who opens or prints the plan sees it."
            )
            self.builder.omit_counted(kind, place, len(words.strip()), why)
            return
        paragraph = self._paragraphs[state.region]
        if words.strip() and not any(part.strip() for part in paragraph.words):
            paragraph.size = state.size
        paragraph.words.append(words)
        if words.strip():
            paragraph.bold.append(state.bold)

    def _end_paragraph(self, region: Region) -> None:
        paragraph = self._paragraphs[region]
        words = "".join(paragraph.words).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        style = Style(
            BlockKind.LIST_ITEM if paragraph.in_list else BlockKind.PARAGRAPH,
            region,
            bold=bool(paragraph.bold) and all(paragraph.bold),
            size=paragraph.size,
        )
        paragraph.words.clear()
        paragraph.bold.clear()
        if region is not Region.BODY:
            self._aside(words, style)
            return
        if paragraph.in_table:
            kind = style.kind if style.kind is BlockKind.LIST_ITEM else BlockKind.CELL
            style = replace(style, kind=kind, cell=CellPosition(self._open_table(), self._row, self._column))
        elif words.strip():
            self._table = None
        self.builder.add(words, style)

    def _aside(self, words: str, style: Style) -> None:
        """Add what stands outside the running text; headers and footers, which a file gives per kind of page, once."""
        if style.region in (Region.HEADER, Region.FOOTER):
            key = (style.region, words.strip())
            if key in self._seen and key[1]:
                self.builder.omit_counted(
                    OmissionKind.REPEATED,
                    style.region.value,
                    visible_length(words),
                    "A page header or footer that repeats another one.",
                )
                return
            self._seen.add(key)
        if style.region in (Region.HEADER, Region.TEXT_BOX):
            self.builder.add(words, style)
        else:
            self._later.append((words, style))


def _known_codepage(number: int) -> str:
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return name
