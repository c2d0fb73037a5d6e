"""A Word document in the plain style of all papers: editable, with real headings, lists and table heads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from qa_app.report.workbook.cells import UNPRINTABLE, safe_text
from qa_app.report.workbook.styles import HEAD

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_FONT: Final = "Calibri"
_TAGS: Final = {"en": "en-GB", "cy": "cy-GB"}
_NO_TIME: Final = datetime(2000, 1, 1)
_FORM_FEED: Final = "\f"


class Paper:
    """A document that is being written, from top to bottom."""

    def __init__(self, title: str, language: str, footer: str, *, points: float = 11, margin: float = 2.2) -> None:
        self._document = docx.Document()
        self._set_style(language, points)
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(margin)
        section.top_margin = section.bottom_margin = Cm(margin * 0.8)
        section.footer.paragraphs[0].text = footer
        section.footer.paragraphs[0].runs[0].font.size = Pt(8)
        properties = self._document.core_properties
        properties.author, properties.title, properties.language = "PEP QA", title, _TAGS[language]
        properties.created = properties.modified = _NO_TIME
        properties.comments = ""

    def _set_style(self, language: str, points: float) -> None:
        styles = self._document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(points)
        normal.paragraph_format.space_after = Pt(points * 0.5)
        tag = OxmlElement("w:lang")
        tag.set(qn("w:val"), _TAGS[language])
        normal.element.get_or_add_rPr().append(tag)
        for name, size in (("Title", points + 9), ("Heading 1", points + 3), ("Heading 2", points + 1)):
            style = styles[name]
            style.font.name, style.font.size = _FONT, Pt(size)
            style.font.color.rgb = RGBColor.from_string(HEAD)
            style.font.bold = True
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("w:asciiTheme", "w:hAnsiTheme"):
                fonts.attrib.pop(qn(kind), None)
            style.paragraph_format.space_before = Pt(points * 0.8)
            style.paragraph_format.space_after = Pt(points * 0.3)

    def title(self, words: str) -> None:
        """Add the paper's title."""
        self._document.add_heading(_clean(words), 0)

    def heading(self, words: str, level: int = 1) -> None:
        """Add a heading."""
        self._document.add_heading(_clean(words), level)

    def say(self, words: str) -> None:
        """Add a paragraph."""
        self._document.add_paragraph(_clean(words))

    def item(self, lead: str, words: str = "", quote: str = "", *, number: bool = False) -> None:
        """Add a list item: a lead in bold, words, and a quote of the plan in italics."""
        paragraph = self._document.add_paragraph(style="List Number" if number else "List Bullet")
        paragraph.paragraph_format.space_after = Pt(4)
        self._add(paragraph, lead, bold=True)
        self._add(paragraph, f" {words}" if words and lead else words)
        self._add(paragraph, f" “{quote}”" if quote else "", italic=True)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """Add a table with a head that comes back on every page; ``widths`` in centimetres."""
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            self._fill(cell, head, bold=True)
        mark = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
        for row in rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                self._fill(cell, value)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
        self._document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _fill(self, cell: _Cell, words: str, *, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        self._add(paragraph, words, bold=bold)

    @staticmethod
    def _add(paragraph: Paragraph, words: str, *, bold: bool = False, italic: bool = False) -> None:
        if words:
            run = paragraph.add_run(_clean(words))
            run.bold, run.italic = bold or None, italic or None

    def to_bytes(self) -> bytes:
        """Return the finished document."""
        stream = BytesIO()
        self._document.save(stream)
        return stream.getvalue()


def _clean(words: str) -> str:
    return safe_text(words).replace(_FORM_FEED, UNPRINTABLE)
