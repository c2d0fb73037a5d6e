# mypy: disable-error-code="import-untyped"
"""Northmere's PEP1 as a fillable PDF: the page holds the printed form, every answer is a form field's value."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.plan import PlanData
from kit.record import Record
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

BAR: Final = colors.HexColor("#1F3864")
LEFT: Final = 15 * mm
WIDTH: Final = A4[0] - 30 * mm
TOP: Final = A4[1] - 18 * mm
DETAILS: Final = (
    ("child_details", "Pupil details", (("name", "Pupil's name"), ("called", "Likes to be known as"), ("born", "Date of birth"), ("year", "Year group"), ("since", "Date into care"), ("legal_status", "Legal status"), ("lives_with", "Living with"))),
    ("school_details", "School", (("school", "Name of school"), ("school_start", "Date of admission"), ("designated", "Designated teacher"), ("teacher", "Class teacher / tutor"))),
    ("meeting", "Dates", (("meeting_date", "Date of this PEP"), ("last_pep", "Date of last PEP"), ("next_pep", "Date of next PEP"), ("cla_review", "Date of statutory review"))),
)  # fmt: skip
QUESTIONS: Final = (
    (
        "child_views",
        "Pupil's voice",
        "child_views",
        "What do I enjoy? What is tricky? What should change? Who did I talk to and when?",
    ),
    ("aspirations", "Hopes for the future", "aspirations", "This year and later on."),
    ("strengths", "Strengths and successes", "strengths", "Start from what is going well."),
    ("attendance", "Attendance and punctuality", "attendance", "To date this year."),
    ("exclusions", "Suspensions", "exclusions", "Number of days and reason."),
    ("aln", "SEND provision", "aln_text", "Stage and provision."),
    ("barriers_needs", "Barriers to learning", "barriers", "What are the gaps, what causes them, how do you know?"),
)
ATTAINMENT: Final = ("Subject", "Autumn", "Spring", "Summer", "Age-related?", "Comment")
TARGETS: Final = (
    ("target", "Outcome / Target", 2.0), ("need", "Why?", 1.4), ("actions", "How?", 1.8), ("who", "Who?", 1.1), ("by_when", "When?", 1.0), ("success_criteria", "Evidence", 1.2), ("funding", "PP+ cost", 0.7),
)  # fmt: skip
PREVIOUS: Final = (("target", "Last target", 2.0), ("progress", "Impact and evidence", 3.0), ("outcome", "RAG", 0.8))
EXAMPLE: Final = (
    "Sam will use his red card to ask for help.",
    "Shouts out",
    "Practise in group",
    "Teacher",
    "19/12/2025",
    "Three times a day",
    "£0",
)
SINGLE_LINE: Final = 8 * mm
BLANK_ROWS: Final = 3


class _Sheet:
    """Places printed words and form fields from the top of the page down."""

    def __init__(self, plan: PlanData, record: Record, path: Path) -> None:
        self.plan = plan
        self.record = record
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=0)
        self.canvas.setTitle("PEP1 – Education Plan")
        self.canvas.setAuthor("Northmere Virtual School")
        self.top = TOP
        self.number = 0
        self._foot()

    def _foot(self) -> None:
        self.words(
            LEFT,
            9 * mm,
            "Northmere County Council – PEP1 fillable form, version 3. Page " + str(self.canvas.getPageNumber()),
            7,
        )

    def words(
        self, x: float, y: float, text: str, size: float = 9, *, bold: bool = False, colour: colors.Color = colors.black
    ) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.setFillColor(colour)
        self.canvas.drawString(x, y, text)

    def room(self, height: float) -> None:
        """Start a new page when ``height`` does not fit."""
        if self.top - height < 16 * mm:
            self.canvas.showPage()
            self.top = TOP
            self._foot()

    def bar(self, heading: str) -> str:
        self.number += 1
        printed = f"{self.number}. {heading}"
        self.room(22 * mm)
        self.canvas.setFillColor(BAR)
        self.canvas.rect(LEFT, self.top - 6 * mm, WIDTH, 6 * mm, stroke=0, fill=1)
        self.words(LEFT + 2 * mm, self.top - 4.3 * mm, printed, 10, bold=True, colour=colors.white)
        self.top -= 7 * mm
        return printed

    def field(self, name: str, label: str, value: str, x: float, width: float, height: float) -> None:
        """Place a text field whose upper edge is at the current height."""
        several = height > SINGLE_LINE
        size = 7.5 if several else 8
        lines = simpleSplit(value, "Helvetica", size, width - 6) if several else value.splitlines()
        self.canvas.acroForm.textfield(
            name=name, tooltip=label, value="\n".join(lines), x=x, y=self.top - height, width=width, height=height,
            fontName="Helvetica", fontSize=size, borderWidth=0.5, borderColor=colors.grey, fillColor=colors.HexColor("#F4F8FF"),
            forceBorder=True, fieldFlags="multiline" if several else "", maxlen=4000,
        )  # fmt: skip

    def rows(
        self,
        name: str,
        columns: tuple[tuple[str, str, float], ...],
        rows: list[list[str]],
        height: float,
        example: tuple[str, ...] = (),
    ) -> None:
        """Print column heads, a printed example, and rows of fields."""
        total = sum(share for *_, share in columns)
        widths = [WIDTH * share / total for *_, share in columns]
        lefts = [LEFT + sum(widths[:index]) for index in range(len(widths))]
        self.room(10 * mm + height)
        for left, (_, head, _) in zip(lefts, columns, strict=True):
            self.words(left + 1, self.top - 4 * mm, head, 7.5, bold=True)
        self.top -= 5.5 * mm
        if example:
            for left, text in zip(lefts, example, strict=True):
                self.words(left + 1, self.top - 3 * mm, text[:19], 5.5, colour=colors.grey)
            self.top -= 4.5 * mm
        for number, row in enumerate(rows, start=1):
            self.room(height)
            for left, width, (part, head, _), value in zip(lefts, widths, columns, row, strict=True):
                self.field(f"{name}.{number}.{part}", f"{head} {number}", value, left, width, height)
            self.top -= height
        self.top -= 3 * mm


def build(plan: PlanData, record: Record, path: Path) -> None:
    """Fill the form with ``plan``."""
    sheet = _Sheet(plan, record, path)
    sheet.words(LEFT, sheet.top, "PEP1 – Education Plan", 17, bold=True, colour=BAR)
    sheet.words(
        LEFT, sheet.top - 6 * mm, "Northmere Virtual School. Completed by the school each term. Click in a box and type.", 8.5
    )
    sheet.top -= 11 * mm
    for section, heading, entries in DETAILS:
        record.section(section, sheet.bar(heading), "\n".join(plan.text(slot) for slot, _ in entries))
        for slot, label in entries:
            sheet.words(LEFT, sheet.top - 4 * mm, label, 8.5, bold=True)
            sheet.field(slot, label, plan.text(slot), LEFT + 45 * mm, WIDTH - 45 * mm, 5.6 * mm)
            sheet.top -= 6 * mm
        if section == "meeting":
            _boxes(sheet, "Full-time timetable?", "full_time", plan.text("hours") == "Yes")
            _boxes(sheet, "First PEP?", "first_pep", plan.text("first_pep") == "Yes")
        sheet.top -= 2 * mm
    for section, heading, slot, prompt in QUESTIONS:
        record.section(section, sheet.bar(heading), plan.text(slot))
        sheet.words(LEFT, sheet.top - 3 * mm, prompt, 7.5, colour=colors.grey)
        sheet.top -= 4.5 * mm
        height = 18 * mm if slot in ("child_views", "barriers") else 10 * mm
        sheet.field(slot, heading, plan.text(slot), LEFT, WIDTH, height)
        sheet.top -= height + 3 * mm
    _tables(sheet)
    for section, heading, slot in (
        ("funding", "Pupil Premium Plus: spend and impact so far", "funding"),
        ("transition", "Planned changes and transition", "transition"),
    ):
        record.section(section, sheet.bar(heading), plan.text(slot))
        sheet.field(slot, heading, plan.text(slot), LEFT, WIDTH, 10 * mm)
        sheet.top -= 13 * mm
    record.section("sign_off", sheet.bar("Completed by"), f"{plan.text('signed_school')}\n{plan.text('signed_vs')}")
    for slot, label in (("signed_school", "School"), ("signed_vs", "Approved by Virtual School")):
        sheet.words(LEFT, sheet.top - 4 * mm, label, 8.5, bold=True)
        sheet.field(slot, label, plan.text(slot), LEFT + 45 * mm, WIDTH - 45 * mm, 5.6 * mm)
        sheet.top -= 6 * mm
    sheet.canvas.save()


def _boxes(sheet: _Sheet, label: str, name: str, yes: bool) -> None:
    """Print a yes and a no box, one of them ticked."""
    sheet.words(LEFT, sheet.top - 4 * mm, label, 8.5, bold=True)
    for offset, word, checked in ((45, "Yes", yes), (65, "No", not yes)):
        x = LEFT + offset * mm
        sheet.canvas.acroForm.checkbox(
            name=f"{name}.{word.lower()}",
            tooltip=f"{label} {word}",
            checked=checked,
            x=x,
            y=sheet.top - 5 * mm,
            size=4 * mm,
            buttonStyle="cross",
            borderWidth=0.5,
        )
        sheet.words(x + 6 * mm, sheet.top - 4 * mm, word, 8.5)
    sheet.top -= 6 * mm


def _tables(sheet: _Sheet) -> None:
    plan, record = sheet.plan, sheet.record
    attainment = plan.rows("attainment")
    record.section("attainment", sheet.bar("Attainment and progress"), "\n".join("\n".join(row) for row in attainment))
    heads = tuple((head.lower().strip("?"), head, 2.0 if head == "Comment" else 1.0) for head in ATTAINMENT)
    sheet.rows("attainment", heads, _padded(attainment, len(heads)), 6 * mm)
    record.section(
        "previous_targets", sheet.bar("Review of last PEP's targets"), "\n".join(row["target"] for row in plan.previous)
    )
    sheet.rows(
        "previous",
        PREVIOUS,
        _padded([[row.get(part, "") for part, *_ in PREVIOUS] for row in plan.previous], len(PREVIOUS)),
        9 * mm,
    )
    for row in plan.previous:
        record.previous(row, [part for part, *_ in PREVIOUS])
    record.section("targets", sheet.bar("SMART targets for this term"), "\n".join(row["target"] for row in plan.targets))
    sheet.rows(
        "target",
        TARGETS,
        _padded([[row.get(part, "") for part, *_ in TARGETS] for row in plan.targets], len(TARGETS)),
        16 * mm,
        EXAMPLE,
    )
    for row in plan.targets:
        record.target(row, [part for part, *_ in TARGETS])


def _padded(rows: list[list[str]], columns: int) -> list[list[str]]:
    """Add empty rows up to the number that the form prints."""
    return rows + [[""] * columns for _ in range(BLANK_ROWS - len(rows))]
