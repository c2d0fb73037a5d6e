# mypy: disable-error-code="import-untyped,misc"
"""PDF pages as a case-management system prints them, with the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    LongTable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from kit.markup import paragraphs, visible

ROOM_BELOW_HEADING: Final = 24 * mm
"""A table that does not fit below its heading still breaks: only its first rows must follow."""
GRID: Final = colors.HexColor("#B8C4CE")
HEAD: Final = colors.HexColor("#1F4E79")
LABEL: Final = colors.HexColor("#EAF1F7")


def style(name: str, **settings: object) -> ParagraphStyle:
    """Return a paragraph style of the house look."""
    return ParagraphStyle(name, **{"fontName": "Helvetica", "fontSize": 9, "leading": 11.4, **settings})


BODY: Final = style("body")
BOLD: Final = style("bold", fontName="Helvetica-Bold")
WHITE: Final = style("white", fontName="Helvetica-Bold", textColor=colors.white)
SMALL: Final = style("small", fontSize=7, leading=8.6, textColor=colors.HexColor("#6B7780"))
TAB: Final = style("tab", fontName="Helvetica-Bold", fontSize=12, leading=15, textColor=HEAD, spaceBefore=8, spaceAfter=3)
SUB: Final = style("sub", fontName="Helvetica-Bold", fontSize=9.5, leading=12, spaceBefore=6, spaceAfter=2)
TITLE: Final = style("title", fontName="Helvetica-Bold", fontSize=17, leading=21, textColor=HEAD)


class _CountedCanvas(Canvas):
    """Prints "Page n of m", which needs all pages first."""

    def __init__(self, *args: object, running: tuple[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._running = running
        self._states: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 the name is reportlab's
        self._states.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self._states, start=1):
            self.__dict__.update(state)
            self._print_running_heads(number)
            super().showPage()
        super().save()

    def _print_running_heads(self, number: int) -> None:
        width, height = A4
        header, footer = self._running
        self.setFont("Helvetica", 7.5)
        self.setFillColor(colors.HexColor("#44525E"))
        self.drawString(15 * mm, height - 10 * mm, header)
        self.drawRightString(width - 15 * mm, 9 * mm, f"Page {number} of {len(self._states)}")
        self.drawString(15 * mm, 9 * mm, footer)
        self.setStrokeColor(GRID)
        self.line(15 * mm, height - 12 * mm, width - 15 * mm, height - 12 * mm)


class Printout:
    """Collects paragraphs and tables and prints them on A4."""

    width: Final = A4[0] - 30 * mm

    def __init__(self, title: str, header: str, footer: str) -> None:
        self._title = title
        self._running = (header, footer)
        self._story: list[Any] = []

    def add(self, text: str, look: ParagraphStyle = BODY) -> None:
        """Print each line of ``text`` as a paragraph; a heading moves on when little room is left below it."""
        if look in (TAB, SUB):
            self._story.append(CondPageBreak(ROOM_BELOW_HEADING * (1.5 if look is TAB else 1)))
        self._story.extend(Paragraph(escape(_signs(line)), look) for line in paragraphs(text))

    def gap(self, points: float = 4) -> None:
        """Leave room."""
        self._story.append(Spacer(1, points))

    def labels(self, entries: Sequence[tuple[str, str]], shares: Sequence[float] = (1, 1.7, 1, 1.7)) -> None:
        """Print label and value pairs, two a line when there are four shares, else one."""
        across = len(shares) // 2
        rows = []
        for left in range(0, len(entries), across):
            row: list[Any] = []
            for label, value in entries[left : left + across]:
                row += [Paragraph(escape(label), BOLD), self.cell(value)]
            rows.append(row + [""] * (2 * across - len(row)))
        table = Table(rows, colWidths=self._widths(shares))
        shading = [("BACKGROUND", (2 * column, 0), (2 * column, -1), LABEL) for column in range(across)]
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.4, GRID), ("VALIGN", (0, 0), (-1, -1), "TOP"), *shading]))
        self._story.append(table)
        self.gap()

    def grid(self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> None:
        """Print a table that may break over pages between rows, with its heads repeated."""
        body = [[Paragraph(escape(head), WHITE) for head in heads], *([self.cell(cell) for cell in row] for row in rows)]
        table = LongTable(body, colWidths=self._widths(shares), repeatRows=1)
        table.setStyle(
            TableStyle(
                [
                    ("GRID", (0, 0), (-1, -1), 0.4, GRID),
                    ("BACKGROUND", (0, 0), (-1, 0), HEAD),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ]
            )
        )
        self._story.append(table)
        self.gap(6)

    def cell(self, text: str) -> Paragraph:
        """Return a cell's content; line ends stay."""
        return Paragraph("<br/>".join(escape(_signs(line)) for line in paragraphs(text)), BODY)

    def save(self, path: Path) -> None:
        """Print everything to ``path``."""
        rl_config.invariant = 1
        template = BaseDocTemplate(
            str(path), pagesize=A4, leftMargin=15 * mm, rightMargin=15 * mm, topMargin=16 * mm, bottomMargin=16 * mm,
            title=self._title, author="ePEP", pageCompression=0, invariant=1,
        )  # fmt: skip
        frame = Frame(template.leftMargin, template.bottomMargin, template.width, template.height, 0, 0, 0, 0)
        template.addPageTemplates([PageTemplate(frames=[frame])])
        running = self._running
        template.build(self._story, canvasmaker=lambda *a, **k: _CountedCanvas(*a, running=running, **k))

    def _widths(self, shares: Sequence[float]) -> list[float]:
        return [self.width * share / sum(shares) for share in shares]


def _signs(text: str) -> str:
    """Use signs that the printer's built-in fonts have."""
    return visible(text).replace("☒", "[X]").replace("☐", "[  ]")
