# mypy: disable-error-code="no-untyped-call,no-any-return"
"""A Word form under construction: tables, cells and texts in one look, saved with the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kit import controls
from kit.markup import paragraphs, pieces
from kit.packaging import members_of, write_stable_zip

WRITTEN: Final = datetime(2025, 9, 1, 9, 0, tzinfo=UTC)
"""Date that the files carry, so that a rebuild changes nothing."""


@dataclass(frozen=True, slots=True)
class Look:
    """A council's house style. Colours are six hexadecimal digits, sizes points."""

    font: str
    size: float
    accent: str
    head_fill: str
    label_fill: str
    head_text: str = "FFFFFF"


class WordForm:
    """Builds one Word document."""

    def __init__(self, look: Look, title: str, author: str, *, landscape: bool = False, margin_cm: float = 1.8) -> None:
        self.look = look
        self.author = author
        self.document = Document()
        self._numbers = iter(range(100, 10_000))
        properties = self.document.core_properties
        properties.title, properties.author, properties.last_modified_by = title, author, author
        properties.comments = ""
        properties.created = properties.modified = WRITTEN.replace(tzinfo=None)
        page = self.document.sections[0]
        page.page_width, page.page_height = (Cm(29.7), Cm(21.0)) if landscape else (Cm(21.0), Cm(29.7))
        page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(margin_cm)
        page.header_distance = page.footer_distance = Cm(0.7)
        self.width = float(page.page_width.cm - 2 * margin_cm)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = look.font, Pt(look.size)
        normal.paragraph_format.space_after = Pt(3)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), look.font)
        for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
            style = self.document.styles[name]
            style.font.name, style.font.color.rgb = look.font, RGBColor.from_string(look.accent)
            style.element.rPr.rFonts.attrib.clear()
            style.element.rPr.rFonts.set(qn("w:ascii"), look.font)
            style.element.rPr.rFonts.set(qn("w:hAnsi"), look.font)
        placeholder = self.document.styles.add_style("PlaceholderText", 2)
        placeholder.font.color.rgb = RGBColor(0x80, 0x80, 0x80)

    def running_heads(self, header: str, footer: str) -> None:
        """Print ``header`` and ``footer`` on every page; the footer gets the page number."""
        page = self.document.sections[0]
        self.write(page.header.paragraphs[0], header, size=8, colour="595959")
        paragraph = page.footer.paragraphs[0]
        self.write(paragraph, f"{footer}   ", size=8, colour="595959")
        field = controls.element('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        paragraph._p.append(field)

    def header_picture(self, picture: Path, description: str) -> None:
        """Print a small picture, such as a council's crest, in the page header with ``description`` for screen readers."""
        run = self.document.sections[0].header.add_paragraph().add_run()
        run.add_picture(str(picture), height=Cm(1.1))
        for properties in run._r.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            properties.set("descr", description)

    def heading(self, text: str, level: int = 1) -> None:
        """Print a heading in Word's own heading style."""
        self.document.add_heading(text, level)

    def paragraph(
        self, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None, colour: str = ""
    ) -> Paragraph:
        """Print a paragraph and return it."""
        paragraph = self.document.add_paragraph()
        self.write(paragraph, text, bold=bold, italic=italic, size=size, colour=colour)
        return paragraph

    def page_break(self) -> None:
        """Go on on a new page."""
        self.document.add_page_break()

    def gap(self, points: float = 4) -> None:
        """Leave a little room, as between two tables."""
        self.document.add_paragraph().paragraph_format.space_after = Pt(points)

    def write(
        self,
        paragraph: Paragraph,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
        colour: str = "",
    ) -> None:
        """Write ``text`` with its markup into ``paragraph``."""
        last: Run | None = None
        for piece in pieces(text):
            when = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ")
            match piece.kind:
                case "ticked" | "unticked":
                    paragraph._p.append(controls.tick_box(piece.kind == "ticked"))
                case "inserted":
                    paragraph._p.append(controls.inserted(piece.text, self.author, when, next(self._numbers)))
                case "deleted":
                    paragraph._p.append(controls.deleted(piece.text, self.author, when, next(self._numbers)))
                case "comment":
                    last = last or paragraph.add_run(" ")
                    comment = self.document.add_comment([last], piece.text, self.author, "LC")
                    comment._comment_elm.set(qn("w:date"), when)
                case _:
                    last = paragraph.add_run(piece.text)
                    last.bold, last.italic = bold or None, italic or None
                    if size:
                        last.font.size = Pt(size)
                    if colour:
                        last.font.color.rgb = RGBColor.from_string(colour)

    def table(self, columns: Sequence[float], *, style: str = "Table Grid") -> Table:
        """Start a table; ``columns`` are shares of the page's width."""
        table = self.document.add_table(rows=0, cols=len(columns), style=style)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        total = sum(columns)
        for column, share in zip(table.columns, columns, strict=True):
            column.width = Cm(self.width * share / total)
        return table

    def row(self, table: Table, cells: Sequence[str] = ()) -> list[Cell]:
        """Add a row, write plain ``cells`` into it and return its cells."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for column, cell in zip(table.columns, row.cells, strict=True):
            cell.width = column.width
        for cell, text in zip(row.cells, cells, strict=False):
            self.fill(cell, text)
        return list(row.cells)

    def head_row(self, table: Table, cells: Sequence[str], *, repeat: bool = True) -> list[Cell]:
        """Add a shaded row of column heads, by default repeated on each page."""
        row = self.row(table)
        for cell, text in zip(row, cells, strict=True):
            self.fill(cell, text, bold=True, colour=self.look.head_text)
            self.shade(cell, self.look.head_fill)
        if repeat:
            table.rows[-1]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return row

    def fill(
        self, cell: Cell, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None, colour: str = ""
    ) -> None:
        """Write every line of ``text`` as a paragraph of ``cell``."""
        for line in paragraphs(text):
            first = cell.paragraphs[0]
            fresh = (
                first
                if not len(first._p.xpath("./w:r|./w:sdt|./w:ins|./w:del")) and len(cell.paragraphs) == 1
                else cell.add_paragraph()
            )
            if line.startswith("- "):
                fresh.style = self.document.styles["List Bullet"]
                line = line[2:]  # noqa: PLW2901 the list style prints the bullet
            self.write(fresh, line, bold=bold, italic=italic, size=size, colour=colour)

    def label(self, cell: Cell, text: str, note: str = "") -> None:
        """Write a printed label into ``cell``, shaded, with a smaller note under it."""
        self.shade(cell, self.look.label_fill)
        self.fill(cell, text, bold=True)
        if note:
            self.fill(cell, note, italic=True, size=self.look.size - 2, colour="595959")

    def control(self, cell: Cell, node: BaseOxmlElement) -> None:
        """Put a content control into ``cell``."""
        cell.paragraphs[0]._p.append(node)

    def entry(self, cell: Cell, title: str, text: str, placeholder: str) -> None:
        """Write ``text`` into a content control; markup or several lines go in as plain text."""
        lines = paragraphs(text)
        if len(lines) > 1 or "[" in text or "{" in text:
            self.fill(cell, text)
        else:
            self.control(cell, controls.text_control(title, lines[0] if lines else "", placeholder))

    def keep_with_next(self, cell: Cell) -> None:
        """Keep the cell's row on one page with the row below it."""
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True

    def shade(self, cell: Cell, fill: str) -> None:
        """Colour a cell's background."""
        properties = cell._tc.get_or_add_tcPr()
        for old in properties.findall(qn("w:shd")):
            properties.remove(old)
        properties.append(controls.element(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'))

    def text_box(self, lines: Sequence[str], *, height: float, fill: str) -> None:
        """Print a text box as wide as the page."""
        paragraph = self.document.add_paragraph()
        width = self.width * 28.35 - 4
        paragraph._p.append(controls.text_box(lines, width=width, height=height, fill=fill, number=next(self._numbers)))

    def save(self, path: Path) -> None:
        """Write the document with fixed times."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        write_stable_zip(path, members_of(buffer.getvalue()))
