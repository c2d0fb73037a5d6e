"""Reads a whole Word file: headers, body, footers, notes, comments, and names what could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from qa_app.core.document import BlockKind, Document, OmissionKind, Region
from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.builder import DocumentBuilder, Style, visible_length
from qa_app.ingest.docx.numbering import Numbering
from qa_app.ingest.docx.package import Package
from qa_app.ingest.docx.styles import Styles
from qa_app.ingest.docx.walk import Pages, Place, StoryWalker
from qa_app.ingest.ocr import add_recognised, recognise
from qa_app.ingest.xmlnames import Element, attribute, child, descendants, local, number

_EMU_PER_CM: Final = 360_000
_LARGE_SIDE_CM: Final = 4.0
_LARGE_AREA_CM2: Final = 60.0  # a crest or photograph on a cover is smaller, a pasted page or scanned box larger
_VML_SIZE: Final = re.compile(r"(width|height):\s*([\d.]+)(pt|in|cm|mm|px)?")
_CM_PER_UNIT: Final = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96, None: 2.54 / 96}
_SEPARATORS: Final = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(data: bytes, name: str) -> tuple[Document, ...]:
    """Read a Word document.

    Raises:
        UnreadableDocument: The file is damaged or unsafe.
    """
    return (DocxReader(Package(data)).read().build(name, data, "docx"),)


@dataclass(slots=True)
class _Story:
    part: str
    root: Element


class DocxReader:
    """Reads one Word file into a builder."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._builder = DocumentBuilder()
        self._styles = Styles(package.optional("styles"))
        self._numbering = Numbering(package.optional("numbering"))

    def read(self) -> DocumentBuilder:
        """Read every story of the file, in the order in which a reader meets them."""
        main = self._package.document
        body = child(main, "body")
        if body is None:
            raise UnreadableDocument("The document has no body.", "Open it in Word, save a copy, and use the copy.")
        furniture = self._headers_and_footers(main)
        for story in furniture[Region.HEADER]:
            self._walk(story, Region.HEADER)
        noted = next(descendants(body, "lastRenderedPageBreak"), None) is not None
        self._walk(_Story(self._package.main, body), Region.BODY, Pages(1 if noted else None))
        for story in furniture[Region.FOOTER]:
            self._walk(story, Region.FOOTER)
        for kind, member in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
            self._notes(kind, member)
        return self._builder

    def _walk(self, story: _Story, region: Region, pages: Pages | None = None) -> None:
        relationships = {r.id: r for r in self._package.relationships(story.part)}

        def on_drawing(drawing: Element, style: Style) -> None:
            if region in (Region.BODY, Region.NOTE):
                self._drawing(drawing, style, {key: r.target for key, r in relationships.items()})

        def on_chunk(chunk: Element) -> None:
            found = relationships.get(attribute(chunk, "id") or "")
            self._builder.omit(
                OmissionKind.UNREADABLE,
                found.target if found else story.part,
                None,
                "Another document is embedded here in a way that cannot be read. Open the plan in Word, save it, and use that.",
            )

        walker = StoryWalker(self._builder, self._styles, self._numbering, pages or Pages(None), on_drawing, on_chunk)
        walker.walk(story.root, Place(region))

    def _headers_and_footers(self, main: Element) -> dict[Region, list[_Story]]:
        """Return each header and footer in use once; one that repeats another's words is only counted."""
        targets = {r.id: r.target for r in self._package.relationships(self._package.main)}
        found: dict[Region, list[_Story]] = {Region.HEADER: [], Region.FOOTER: []}
        seen: set[str] = set()
        read: set[str] = set()
        for reference in descendants(main, "headerReference", "footerReference"):
            part = targets.get(attribute(reference, "id") or "")
            if part is None or part in read or part not in self._package.container:
                continue
            read.add(part)
            root = self._package.container.xml(part)
            words = " ".join("".join(node.text or "" for node in descendants(root, "t")).split())
            region = Region.HEADER if local(reference) == "headerReference" else Region.FOOTER
            if words and words in seen:
                self._builder.omit(
                    OmissionKind.REPEATED, part, visible_length(words), "A page header or footer that repeats another one."
                )
                continue
            seen.add(words)
            found[region].append(_Story(part, root))
        return found

    def _notes(self, kind: str, member: str) -> None:
        part = next((r.target for r in self._package.relationships(self._package.main) if r.kind == kind), None)
        if part is None or part not in self._package.container:
            return
        region = Region.COMMENT if kind == "comments" else Region.NOTE
        for note in descendants(self._package.container.xml(part), member):
            if attribute(note, "type") not in _SEPARATORS:
                self._walk(_Story(part, note), region)

    def _drawing(self, drawing: Element, style: Style, targets: dict[str, str]) -> None:
        if next(descendants(drawing, "OLEObject", "control"), None) is not None:
            self._builder.omit(
                OmissionKind.UNREADABLE, "an embedded object", None,
                "An object of another program, or an old form control, stands here; its content could not be read."
                " Copy what it says into the plan, or print the plan to PDF.",
            )  # fmt: skip
            return
        for reference in descendants(drawing, "relIds", "chart"):
            target = targets.get(attribute(reference, "dm") or attribute(reference, "id") or "", "")
            if target in self._package.container:
                self._drawn_words(self._package.container.xml(target), style)
        if _is_large(drawing):
            self._picture(drawing, style, targets)

    def _drawn_words(self, root: Element, style: Style) -> None:
        """Read the words of a diagram or chart."""
        for paragraph in descendants(root, "p"):
            words = "".join(node.text or "" for node in descendants(paragraph, "t"))
            self._builder.add(words, replace(style, kind=BlockKind.PARAGRAPH, region=Region.TEXT_BOX, level=None))

    def _picture(self, drawing: Element, style: Style, targets: dict[str, str]) -> None:
        for image in descendants(drawing, "blip", "imagedata"):
            target = targets.get(attribute(image, "embed") or attribute(image, "id") or attribute(image, "link") or "", "")
            place = target or "a linked picture"
            lines = recognise(self._package.container.read(target)) if target in self._package.container else None
            if lines and add_recognised(self._builder, lines, replace(style, kind=BlockKind.PARAGRAPH, level=None)):
                continue
            self._builder.omit(
                OmissionKind.UNREADABLE, place, None,
                "A large picture: it may show writing that could not be read. Look at it, and type what it says into the plan.",
            )  # fmt: skip


def _is_large(drawing: Element) -> bool:
    return any(
        min(width, height) >= _LARGE_SIDE_CM and width * height >= _LARGE_AREA_CM2 for width, height in _sizes_in_cm(drawing)
    )


def _sizes_in_cm(drawing: Element) -> list[tuple[float, float]]:
    sizes = [
        ((number(attribute(extent, "cx")) or 0) / _EMU_PER_CM, (number(attribute(extent, "cy")) or 0) / _EMU_PER_CM)
        for extent in descendants(drawing, "extent")
    ]
    for shape in descendants(drawing, "shape"):
        found = {
            side: float(size) * _CM_PER_UNIT[unit or None]
            for side, size, unit in _VML_SIZE.findall(attribute(shape, "style") or "")
        }
        if len(found) == 2:
            sizes.append((found["width"], found["height"]))
    return sizes
