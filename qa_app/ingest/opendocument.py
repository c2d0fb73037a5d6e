"""Reads OpenDocument texts (.odt)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from qa_app.core.document import BlockKind, CellPosition, Document, OmissionKind, Region
from qa_app.ingest.builder import TICKED, UNTICKED, DocumentBuilder, Style, visible_length
from qa_app.ingest.container import Container
from qa_app.ingest.xmlnames import attribute, child, descendants, local, number

_MAX_SPACES: Final = 200
_SKIPPED: Final = frozenset(("tracked-changes", "forms", "sequence-decls", "title", "desc", "annotation-end", "bookmark", ""))
_REGIONS: Final = {
    "header": Region.HEADER, "header-first": Region.HEADER, "header-left": Region.HEADER,
    "footer": Region.FOOTER, "footer-first": Region.FOOTER, "footer-left": Region.FOOTER,
}  # fmt: skip


def read_odt(data: bytes, name: str) -> tuple[Document, ...]:
    """Read an OpenDocument text: headers, body, footers, with notes and comments where they are anchored.

    Raises:
        UnreadableDocument: The file is damaged, unsafe or encrypted.
    """
    container = Container(data)
    content = container.xml("content.xml")
    styles = container.xml("styles.xml") if "styles.xml" in container else None
    reader = _OdtReader(content, styles)
    reader.furniture(styles, Region.HEADER)
    body = child(content, "body", "text")
    if body is not None:
        reader.walk(body, Style())
    reader.furniture(styles, Region.FOOTER)
    reader.deletions(content)
    return (reader.builder.build(name, data, "odt"),)


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    hidden: bool = False


class _OdtReader:
    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        self.builder = DocumentBuilder()
        self._looks: dict[str, _Look] = {}
        for root in (styles, content):
            if root is not None:
                self._read_looks(root)
        self._boxes = {
            attribute(node, "id") or "": attribute(node, "current-state") in ("checked", "true")
            for node in descendants(content, "checkbox", "radio")
        }
        self._fields = {
            attribute(node, "id") or "": attribute(node, "current-value") or attribute(node, "value") or ""
            for node in descendants(content, "text", "textarea", "listbox", "combobox", "date", "formatted-text")
            if "form" in str(node.tag).partition("}")[0]
        }

    def _read_looks(self, root: etree._Element) -> None:
        for style in descendants(root, "style"):
            base = self._looks.get(attribute(style, "parent-style-name") or "", _Look())
            letters = child(style, "text-properties")
            weight = attribute(letters, "font-weight")
            hidden = attribute(letters, "display")
            self._looks[attribute(style, "name") or ""] = _Look(
                base.bold if weight is None else weight in ("bold", "700", "800", "900"),
                base.hidden if hidden is None else hidden == "none",
            )

    def furniture(self, styles: etree._Element | None, region: Region) -> None:
        """Read page headers or footers."""
        for node in descendants(styles, *_REGIONS) if styles is not None else ():
            if _REGIONS[local(node)] is region:
                self.walk(node, Style(region=region))

    def deletions(self, content: etree._Element) -> None:
        """Count what tracked changes took out."""
        for node in descendants(content, "deletion"):
            words = "".join(str(part) for paragraph in descendants(node, "p", "h") for part in paragraph.itertext())
            self.builder.omit_counted(
                OmissionKind.DELETED,
                "tracked changes",
                visible_length(words),
                "Text that its author deleted while changes were tracked.",
            )

    def walk(self, container: etree._Element, style: Style) -> None:
        """Read the blocks below an element."""
        for node in container:
            name = local(node)
            if name in ("p", "h"):
                self._paragraph(node, style)
            elif name == "table":
                self._table(node, style)
            elif name == "list":
                self.walk(node, replace(style, kind=BlockKind.LIST_ITEM))
            elif name == "annotation":
                self.walk(node, Style(region=Region.COMMENT))
            elif name == "text-box":
                self.walk(node, replace(style, region=Region.TEXT_BOX))
            elif name not in _SKIPPED:
                self.walk(node, style)

    def _paragraph(self, node: etree._Element, style: Style) -> None:
        look = self._looks.get(attribute(node, "style-name") or "", _Look())
        if local(node) == "h":
            style = replace(style, kind=BlockKind.HEADING, level=number(attribute(node, "outline-level")) or 1)
        line = _Line(style)
        self._inline(node, look, line)
        self._flush(line)
        for anchored in line.anchored:
            if local(anchored) == "note":
                self.walk(anchored, Style(region=Region.NOTE, page=style.page))
            elif local(anchored) == "annotation":
                self.walk(anchored, Style(region=Region.COMMENT))
            else:
                self.walk(anchored, style)

    def _flush(self, line: _Line) -> None:
        self.builder.add(
            "".join(line.words), replace(line.style, bold=bool(line.bold) and all(line.bold)), same_line=line.continues
        )
        line.words.clear()
        line.bold.clear()

    def _inline(self, node: etree._Element, look: _Look, line: _Line) -> None:
        self._say(node.text, look, line)
        for element in node:
            name = local(element)
            if name == "s":
                line.words.append(" " * min(number(attribute(element, "c")) or 1, _MAX_SPACES))
            elif name in ("tab", "line-break"):
                line.words.append("\t" if name == "tab" else "\n")
            elif name in ("note", "annotation", "frame", "custom-shape", "rect"):
                line.anchored.append(element)
            elif name == "control":
                self._control(attribute(element, "control") or "", line)
            elif name == "placeholder":
                self._separate("".join(str(part) for part in element.itertext()), line, filled=False, prompt=True)
            elif name == "text-input":
                self._separate("".join(str(part) for part in element.itertext()), line, filled=True, prompt=False)
            elif name not in _SKIPPED:
                self._inline(
                    element, self._looks.get(attribute(element, "style-name") or "", look) if name == "span" else look, line
                )
            self._say(element.tail, look, line)

    def _say(self, words: str | None, look: _Look, line: _Line) -> None:
        if not words:
            return
        if look.hidden:
            self.builder.omit_counted(
                OmissionKind.HIDDEN,
                "hidden text",
                visible_length(words),
                "Text formatted as hidden: nobody who opens or prints the plan sees it.",
            )
            return
        line.words.append(words.replace("\n", " "))
        if words.strip():
            line.bold.append(look.bold)

    def _control(self, key: str, line: _Line) -> None:
        if key in self._boxes:
            line.words.append(TICKED if self._boxes[key] else UNTICKED)
        elif self._fields.get(key):
            self._separate(self._fields[key], line, filled=True, prompt=False)

    def _separate(self, words: str, line: _Line, *, filled: bool, prompt: bool) -> None:
        """Give the content of a form control a block of its own in the same line."""
        had_words = bool("".join(line.words).strip())
        self._flush(line)
        self.builder.add(words, replace(line.style, filled=filled, prompt=prompt), same_line=had_words or line.continues)
        line.continues = True

    def _table(self, table: etree._Element, style: Style) -> None:
        table_number = self.builder.new_table()
        parent = style.cell.table if style.cell else None
        row_number = 0
        for row in _rows(table):
            around = row.getparent()
            is_header = around is not None and local(around) == "table-header-rows"
            column = 0
            for cell in row:
                if local(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                rows = max(number(attribute(cell, "number-rows-spanned")) or 1, 1)
                columns = max(number(attribute(cell, "number-columns-spanned")) or 1, 1)
                position = CellPosition(table_number, row_number, column, rows, columns, is_header, parent)
                self.walk(cell, replace(style, kind=BlockKind.CELL, cell=position, level=None))
                column += max(number(attribute(cell, "number-columns-repeated")) or 1, 1)
            row_number += 1


class _Line:
    """A paragraph that is being read."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.words: list[str] = []
        self.bold: list[bool] = []
        self.anchored: list[etree._Element] = []
        self.continues = False


def _rows(table: etree._Element) -> list[etree._Element]:
    rows: list[etree._Element] = []
    for node in table:
        if local(node) == "table-row":
            rows.append(node)
        elif local(node) in ("table-header-rows", "table-rows", "table-row-group"):
            rows.extend(_rows(node))
    return rows
