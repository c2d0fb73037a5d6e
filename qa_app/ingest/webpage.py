"""Reads web pages: saved portal pages and exports, with the values of their form fields."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from qa_app.core.document import BlockKind, CellPosition, Document, OmissionKind
from qa_app.ingest.builder import TICKED, UNTICKED, DocumentBuilder, Style, clean
from qa_app.ingest.plain import decode
from qa_app.ingest.xmlnames import local

_UNSEEN: Final = frozenset(("script", "style", "head", "noscript", "template", "title", "meta", "link"))
_BLOCK_TAGS: Final = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "form",
        "fieldset",
        "legend",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "address",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "details",
        "summary",
        "body",
        "html",
        "center",
    ]
)
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_VALUELESS_INPUTS: Final = frozenset(("hidden", "submit", "button", "reset", "image", "file", "password"))


def read_html(data: bytes, name: str) -> tuple[Document, ...]:
    """Read a web page. Scripts are dropped; hidden parts are named as left out."""
    reader = _PageReader()
    root = lxml_html.fromstring(
        _text(data), parser=lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    )
    reader.walk(root, Style())
    reader.flush()
    return (reader.builder.build(name, data, "html"),)


def _text(data: bytes) -> str:
    declared = _CHARSET.search(data[:2048])
    if declared and declared[1].lower() not in (b"utf-8", b"utf-16", b"iso-8859-1"):
        try:
            return _without_declaration(data.decode(declared[1].decode("ascii"), "replace"))
        except LookupError:
            pass  # an encoding nobody knows: judged by the bytes, as below
    return _without_declaration(decode(data))


def _without_declaration(text: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)  # lxml refuses text that declares an encoding


class _PageReader:
    def __init__(self) -> None:
        self.builder = DocumentBuilder()
        self._line: list[str] = []
        self._style = Style()
        self._is_bold: list[bool] = []

    def flush(self) -> None:
        """End the block that is being collected."""
        self.builder.add("".join(self._line), replace(self._style, bold=bool(self._is_bold) and all(self._is_bold)))
        self._line.clear()
        self._is_bold.clear()

    def _say(self, words: str | None, *, bold: bool) -> None:
        if words:
            collapsed = _SPACE.sub(" ", words)
            self._line.append(collapsed)
            if collapsed.strip():
                self._is_bold.append(bold)

    def walk(self, node: etree._Element, style: Style, *, bold: bool = False) -> None:
        """Read an element; its tail belongs to the caller."""
        tag = local(node)
        if tag in _UNSEEN or not tag:
            return
        if node.get("hidden") is not None or _HIDDEN_STYLE.search(node.get("style") or ""):
            characters = len(clean("".join(str(part) for part in node.itertext())).strip())
            self.builder.omit_counted(OmissionKind.HIDDEN, "hidden text", characters, "Parts of the page that are not shown.")
            return
        if tag in ("input", "select", "textarea"):
            self._field(node, tag, style)
        elif tag == "br":
            self._line.append("\n")
        elif tag == "table":
            self._table(node, style)
        else:
            self._element(node, tag, style, bold=bold)

    def _element(self, node: etree._Element, tag: str, style: Style, *, bold: bool) -> None:
        is_block = tag in _BLOCK_TAGS
        inner = style
        if tag[0] == "h" and tag[1:] in ("1", "2", "3", "4", "5", "6"):
            inner = replace(style, kind=BlockKind.HEADING, level=int(tag[1:]))
        elif tag == "li":
            inner = replace(style, kind=BlockKind.LIST_ITEM)
        if is_block:
            self.flush()
            self._style = inner
        inner_bold = bold or tag in ("b", "strong", "th") or inner.kind is BlockKind.HEADING
        self._say(node.text, bold=inner_bold)
        for element in node:
            self.walk(element, inner, bold=inner_bold)
            if local(element) in _BLOCK_TAGS:
                self._style = inner
            self._say(element.tail, bold=inner_bold)
        if is_block:
            self.flush()
            self._style = style

    def _field(self, node: etree._Element, tag: str, style: Style) -> None:
        kind = (node.get("type") or "text").lower() if tag == "input" else tag
        if kind in _VALUELESS_INPUTS:
            return
        if kind in ("checkbox", "radio"):
            self._line.append(TICKED if node.get("checked") is not None else UNTICKED)
            self._is_bold.append(False)
            return
        if tag == "select":
            options = list(node.iter("option"))
            chosen = [option for option in options if option.get("selected") is not None] or options[:1]
            words = ", ".join(_SPACE.sub(" ", option.text or "") for option in chosen)
        else:
            words = (node.text or "") if tag == "textarea" else (node.get("value") or "")
        continues = bool("".join(self._line).strip())
        self.flush()
        label = node.get("title") or node.get("aria-label") or node.get("name") or ""
        field_style = replace(style, kind=BlockKind.CELL if style.cell else style.kind, filled=bool(words.strip()), label=label)
        self.builder.add(words, field_style, same_line=continues)

    def _table(self, table: etree._Element, style: Style) -> None:
        self.flush()
        number = self.builder.new_table()
        parent = style.cell.table if style.cell else None
        taken: set[tuple[int, int]] = set()
        own_rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        for caption in table.findall("caption"):
            self.walk(caption, style)
        for row_number, row in enumerate(own_rows):
            column = 0
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while (row_number, column) in taken:
                    column += 1
                rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
                taken.update((row_number + down, column + right) for down in range(rows) for right in range(columns))
                around = row.getparent()
                is_header = around is not None and around.tag == "thead"
                position = CellPosition(number, row_number, column, rows, columns, is_header, parent)
                self.walk(cell, replace(style, kind=BlockKind.CELL, cell=position, level=None))
                column += columns


def _span(cell: etree._Element, name: str) -> int:
    given = cell.get(name) or "1"
    return min(max(int(given), 1), 100) if given.isdecimal() else 1
