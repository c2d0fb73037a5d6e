"""Glan Tywi's secondary form: landscape, parts A to G under real headings, one row per target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from docx.shared import Cm
from docx.table import _Cell as Cell
from kit import controls
from kit.plan import PlanData
from kit.record import Record
from kit.word import Look, WordForm

LOOK: Final = Look(font="Arial", size=10, accent="7B1E3A", head_fill="7B1E3A", label_fill="F3E5E9")
LOGO: Final = Path(__file__).parent / "glan-tywi.png"
ENTER: Final = "Click or tap here to enter text."
CHOOSE: Final = "Choose an item."
LEGAL: Final = ("Care order (s.31)", "Interim care order", "Accommodated (s.76)", "Remand")
ALN: Final = ("No ALN identified", "Under consideration", "School IDP", "LA IDP")
TARGET_COLUMNS: Final = (
    ("need", "Need or barrier (from Part D)", 1.5), ("target", "SMART target", 2.1), ("actions", "Actions and support", 2.3),
    ("who", "Who is responsible", 1.2), ("by_when", "By when", 1.0), ("success_criteria", "Success criteria", 1.6), ("funding", "PDG / cost", 0.9),
)  # fmt: skip
EXAMPLE: Final = (
    "Sam finds it hard to settle after break", "e.g. Sam will be in his seat with his book open within five minutes in 8 lessons out of 10.",
    "Meet and greet at the door; seat by the window", "Form tutor; Sam", "31 March", "Lesson log shows 8 out of 10", "None",
)  # fmt: skip
PREVIOUS_COLUMNS: Final = (
    ("target", "Target from last PEP", 2.2),
    ("progress", "Progress and evidence", 3.4),
    ("outcome", "Met / partly / not met", 1.1),
)


class _Form:
    """The form being filled for one plan."""

    def __init__(self, plan: PlanData, record: Record) -> None:
        self.plan = plan
        self.record = record
        self.word = WordForm(LOOK, "Personal Education Plan (Secondary)", "L. Corbett", landscape=True)

    def written(self, section: str, heading: str, slot: str, prompt: str = "") -> None:
        """A heading, a printed prompt and running text."""
        text = self.plan.text(slot)
        self.record.section(section, heading, text)
        self.word.heading(heading, 2)
        if prompt:
            self.word.paragraph(prompt, italic=True, size=8.5, colour="595959")
        if text:
            for line in text.splitlines():
                if line.strip():
                    self.word.paragraph(line.strip())
        else:
            self.word.document.add_paragraph()._p.append(controls.text_control(heading, "", ENTER))

    def boxed(self, section: str, heading: str, slot: str, prompt: str = "") -> None:
        """A two-column row: the heading with its prompt on the left, the box on the right."""
        text = self.plan.text(slot)
        self.record.section(section, heading, text)
        table = self.word.table((1, 3.2))
        label, box = self.word.row(table)
        self.word.label(label, heading, prompt)
        self.word.entry(box, heading, text, ENTER)

    def details(self, section: str, heading: str, entries: tuple[tuple[str, str], ...]) -> None:
        """Label and value twice a row, under a merged head."""
        plan, word = self.plan, self.word
        self.record.section(section, heading, "\n".join(plan.text(slot) for slot, _ in entries))
        table = word.table((1.1, 1.9, 1.1, 1.9))
        cells = word.row(table)
        head = cells[0].merge(cells[-1])
        word.fill(head, heading, bold=True, colour=LOOK.head_text)
        word.shade(head, LOOK.head_fill)
        for left in range(0, len(entries), 2):
            cells = word.row(table)
            pair = entries[left : left + 2]
            for position, (slot, label) in enumerate(pair):
                word.label(cells[2 * position], label)
                self._value(cells[2 * position + 1], slot, label)
            if len(pair) == 1:
                cells[1].merge(cells[3])
        word.gap()

    def _value(self, cell: Cell, slot: str, label: str) -> None:
        text = self.plan.text(slot)
        match slot:
            case "legal_status":
                self.word.control(cell, controls.drop_down(label, LEGAL, text, CHOOSE))
            case "aln_status":
                self.word.control(cell, controls.drop_down(label, ALN, text, CHOOSE))
            case "meeting_date" | "last_pep" | "next_pep" | "cla_review":
                self.word.control(cell, controls.date_control(label, text, "Click to enter a date."))
            case _:
                self.word.entry(cell, label, text, ENTER)

    def grid(self, section: str, heading: str, table_name: str, columns: tuple[tuple[str, float], ...]) -> None:
        """A heading and a table with repeated heads."""
        rows = self.plan.rows(table_name)
        self.record.section(section, heading, "\n".join("\n".join(row) for row in rows))
        self.word.heading(heading, 2)
        table = self.word.table([share for _, share in columns])
        self.word.head_row(table, [head for head, _ in columns])
        for row in rows or [[""] * len(columns)]:
            self.word.row(table, row)
        self.word.gap()


def build(plan: PlanData, record: Record, path: Path) -> None:
    """Print ``plan`` on the secondary form."""
    form = _Form(plan, record)
    word = form.word
    word.running_heads(
        "GLAN TYWI COUNTY COUNCIL   |   Education and Children's Services   |   OFFICIAL – SENSITIVE",
        "PEP Secondary (Y7–Y11) issue 4, September 2025",
    )
    word.header_picture(LOGO, "Glan Tywi County Council")
    word.document.add_heading("Personal Education Plan – Secondary", 0)
    word.text_box(
        ["Notes for the designated person", "Parts A and B are completed before the meeting, Parts C to E by the school, Part F and G at the meeting.",
         "The greyed row in Part F is an example only. Delete it before you send the plan.",
         "A plan with blank boxes will be returned by the LACE team."], height=76, fill="F5F5F5",
    )  # fmt: skip
    _part_a(form)
    _part_b(form)
    _part_c(form)
    _part_d(form)
    word.heading("Part E – Review of the last PEP")
    _rows(form, "previous_targets", "Previous targets", PREVIOUS_COLUMNS, plan.previous)
    word.heading("Part F – Targets and actions")
    _rows(form, "targets", "Targets", TARGET_COLUMNS, plan.targets)
    form.boxed("carer_role", "How carers will support learning and leisure", "carer_role")
    form.boxed("funding", "PDG: use and impact", "funding")
    _part_g(form)
    word.save(path)


def _part_a(form: _Form) -> None:
    form.word.heading("Part A – Essential information")
    form.details("child_details", "Learner details", (
        ("name", "Full name"), ("called", "Known as"), ("born", "Date of birth"), ("year", "Year group"), ("legal_status", "Legal status"),
        ("since", "Date became looked after"), ("lives_with", "Living with"), ("home_language", "Language(s)"),
    ))  # fmt: skip
    form.details("school_details", "School details", (
        ("school", "School / provision"), ("school_start", "On roll since"), ("designated", "Designated person"), ("teacher", "Form tutor"), ("trusted", "Trusted adult in school"), ("hours", "Timetable (hours per week)"),
    ))  # fmt: skip
    form.details("meeting", "PEP dates", (
        ("meeting_date", "Date of this PEP meeting"), ("last_pep", "Date of last PEP"), ("next_pep", "Date of next PEP"), ("cla_review", "Next statutory review"), ("first_pep", "Initial PEP?"),
    ))  # fmt: skip
    form.grid(
        "attendees",
        "People invited",
        "people",
        (("Role", 2), ("Name", 2), ("Invited", 0.8), ("Attended", 0.8), ("Copy sent", 0.8)),
    )


def _part_b(form: _Form) -> None:
    form.word.heading("Part B – The young person's voice")
    form.written(
        "child_views",
        "My views",
        "child_views",
        "In the young person's own words where possible: what goes well, what does not, what would make a difference. State how, when and with whom the views were gathered.",
    )
    form.written("aspirations", "My aspirations", "aspirations", "What would you like to be doing in a year? In five years?")
    form.boxed("interests", "Interests and activities", "interests", "In and out of school")
    form.boxed("carer_views", "Views of carer", "carer_views")
    form.boxed("parent_views", "Views of parent(s)", "parent_views")
    form.boxed("social_worker_views", "Views of social worker", "sw_views")
    form.word.gap()


def _part_c(form: _Form) -> None:
    form.word.heading("Part C – Education and progress")
    form.grid(
        "education_history",
        "Education history",
        "history",
        (("School or provision", 2.4), ("From", 1), ("To", 1), ("Reason for leaving", 3)),
    )
    _attainment(form)
    form.boxed("progress", "Teachers' summary of progress", "school_views", "Summarise. Do not paste reports.")
    form.boxed("attendance", "Attendance", "attendance", "Percentage, date, authorised / unauthorised, lates")
    form.boxed("exclusions", "Exclusions and conduct", "exclusions", "Number, length, reason")
    form.word.gap()


def _attainment(form: _Form) -> None:
    """Print the attainment table nested in a cell, as the real form has it."""
    word, rows = form.word, form.plan.rows("attainment")
    form.record.section("attainment", "Attainment", "\n".join("\n".join(row) for row in rows))
    outer = word.table((1, 5.2))
    label, box = word.row(outer)
    word.label(label, "Attainment", "Latest data drop. Add rows as needed.")
    shares = (1.6, 1.1, 1.1, 1.1, 3)
    inner = box.add_table(rows=0, cols=len(shares))
    inner.style = word.document.styles["Table Grid"]
    inner.autofit = False
    for column, share in zip(inner.columns, shares, strict=True):
        column.width = Cm(word.width * 5.0 / 6.2 * share / sum(shares))
    word.head_row(inner, ["Subject", "Last PEP", "Now", "Target", "Comment"])
    for row in rows or [[""] * len(shares)]:
        word.row(inner, row)
    box.add_paragraph()


def _part_d(form: _Form) -> None:
    form.word.heading("Part D – Strengths, needs and barriers")
    form.written("strengths", "Strengths", "strengths", "Begin with what the young person does well and what has helped.")
    form.details("aln", "Additional learning needs", (("aln_status", "ALN status"), ("aln_text", "Provision in place")))
    form.written("health_wellbeing", "Health and emotional wellbeing", "wellbeing")
    form.written(
        "barriers_needs", "Barriers to learning", "barriers", "What stands in the way, what lies behind it and how you know."
    )


def _rows(
    form: _Form, section: str, heading: str, columns: tuple[tuple[str, str, float], ...], rows: Sequence[Mapping[str, str]]
) -> None:
    word = form.word
    form.record.section(section, heading, "\n".join(row["target"] for row in rows))
    word.heading(heading, 2)
    table = word.table([share for *_, share in columns])
    word.head_row(table, [head for _, head, _ in columns])
    if section == "targets":
        for cell, text in zip(word.row(table), EXAMPLE, strict=True):
            word.fill(cell, text, italic=True, colour="7F7F7F")
            word.shade(cell, "EDEDED")
    parts = [part for part, *_ in columns]
    note = form.record.target if section == "targets" else form.record.previous
    for row in rows:
        word.row(table, [row.get(part, "") for part in parts])
        note(row, parts)
    if not rows:
        word.row(table)
    word.gap()


def _part_g(form: _Form) -> None:
    form.word.heading("Part G – Moving on and agreement")
    form.written(
        "transition", "Transition", "transition", "Next key stage, next school, change of home: who does what, by when."
    )
    if form.plan.about["year_group"] >= 9:
        form.written("post16", "Options and post-16 planning (Years 9 to 11)", "post16")
    form.written(
        "not_in_school",
        "Pathway back to school (only if not in full-time education)",
        "not_in_school",
        "Hours, place, who teaches, steps and dates of return, support for the carer.",
    )
    form.details(
        "sign_off",
        "Agreement",
        (
            ("signed_school", "Designated person"),
            ("signed_sw", "Social worker"),
            ("signed_child", "Young person"),
            ("signed_lace", "LACE coordinator"),
        ),
    )
