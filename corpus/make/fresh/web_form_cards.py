# mypy: disable-error-code="import-untyped,misc"
"""A web form printed to PDF: coloured bars, each label above its value, a bordered card per target."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from kit.printed import style
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from fresh.gold import FreshForm, Row

WIDTH: Final = A4[0] - 36 * mm - 12
"""Between the margins, less the frame's own six points on each side."""
BAR: Final = colors.HexColor("#5B2A86")
CARD: Final = colors.HexColor("#B9A6CC")
TITLE: Final = style("web-title", fontName="Helvetica-Bold", fontSize=16, leading=20)
SECTION: Final = style("bar", fontName="Helvetica-Bold", fontSize=11, leading=14, textColor=colors.white)
LABEL: Final = style("web-label", fontSize=7.5, leading=10, textColor=colors.HexColor("#6A6A6A"), spaceBefore=4)
VALUE: Final = style("web-value", fontSize=9.5, leading=12.5)
HINT: Final = style("hint", fontName="Helvetica-Oblique", fontSize=8, leading=10, textColor=colors.HexColor("#6A6A6A"))
CHIP: Final = style("chip", fontName="Helvetica-Bold", fontSize=9.5, leading=12, textColor=BAR)
CURRENT: Final = (
    ("Outcome we want", "target"),
    ("Starting point", "baseline"),
    ("How we will know", "success_criteria"),
    ("What will be done", "actions"),
    ("Lead person", "who"),
    ("Complete by", "by_when"),
    ("PP+ requested", "funding"),
)
EARLIER: Final = (("Outcome we wanted", "target"), ("What happened", "progress"), ("Status", "outcome"))
SHORT: Final = 40
"""Answers up to this many characters stand two across, as on the screen."""


def build(path: Path) -> FreshForm:
    """Print the form to ``path``."""
    form = FreshForm.load("web_form_cards")
    story: list[Any] = [Paragraph(escape(form.title), TITLE), Paragraph(escape(form.authority), VALUE)]
    for part in form.plan["parts"]:
        story += _bar(part["heading"], part.get("note", ""))
        story += _fields(part["rows"])
        form.note(part["heading"], part["rows"])
    for name, parts in (("previous", EARLIER), ("targets", CURRENT)):
        heading = form.plan[f"{name}_heading"]
        story += _bar(heading, form.plan.get(f"{name}_note", ""))
        rows = form.targets(name)
        for number, row in enumerate(rows, start=1):
            story += _card(f"Outcome {number} of {len(rows)}", [(label, row[part]) for label, part in parts])
        form.section("previous_targets" if name == "previous" else name, heading, rows[0]["target"])
    story += _bar(form.plan["closing_heading"], "")
    story += _fields(form.rows("closing"))
    form.note(form.plan["closing_heading"], form.rows("closing"))
    rl_config.invariant = 1
    template = SimpleDocTemplate(
        str(path), pagesize=A4, leftMargin=18 * mm, rightMargin=18 * mm, topMargin=16 * mm, bottomMargin=16 * mm,
        title=form.title, author=form.authority, pageCompression=0, invariant=1,
    )  # fmt: skip
    template.build(story, onFirstPage=_browser_lines, onLaterPages=_browser_lines)
    return form


def _browser_lines(canvas: Canvas, _: object) -> None:
    """Print what a browser adds: time, title, address, page."""
    canvas.setFont("Helvetica", 7)
    canvas.drawString(10 * mm, A4[1] - 8 * mm, "26/01/2026, 15:52")
    canvas.drawCentredString(A4[0] / 2, A4[1] - 8 * mm, "PEP | Fenmoor Virtual School")
    canvas.drawString(10 * mm, 7 * mm, "https://pep.fenmoor.example/plan/20931/print")
    canvas.drawRightString(A4[0] - 10 * mm, 7 * mm, str(canvas.getPageNumber()))


def _bar(heading: str, note: str) -> list[Any]:
    bar = Table([[Paragraph(escape(heading), SECTION)]], colWidths=[WIDTH])
    bar.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), BAR)]))
    hint = [Paragraph(escape(note), HINT)] if note else []
    return [Spacer(1, 8), bar, Spacer(1, 3), *hint]


def _above(label: str, value: str) -> list[Any]:
    return [Paragraph(escape(label), LABEL), Paragraph(escape(value), VALUE)]


def _fields(rows: Sequence[Row]) -> list[Any]:
    """Print short answers two across and long ones over the whole width."""
    story: list[Any] = []
    pair: list[list[Any]] = []
    for _, label, value in rows:
        field = _above(label, value)
        if len(value) > SHORT:
            story += [*_across(pair), KeepTogether(field)]
            pair = []
            continue
        pair.append(field)
        if len(pair) == 2:
            story += _across(pair)
            pair = []
    return story + _across(pair)


def _across(pair: Sequence[list[Any]]) -> list[Any]:
    if not pair:
        return []
    table = Table([[*pair, *([""] * (2 - len(pair)))]], colWidths=[WIDTH / 2] * 2)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return [table]


def _card(name: str, fields: Sequence[tuple[str, str]]) -> list[Any]:
    content: list[Any] = [Paragraph(escape(name), CHIP)]
    for label, value in fields:
        content += _above(label, value)
    card = Table([[content]], colWidths=[WIDTH])
    card.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.8, CARD), ("BOTTOMPADDING", (0, 0), (-1, -1), 6)]))
    return [KeepTogether([card, Spacer(1, 6)])]
