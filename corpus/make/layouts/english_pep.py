"""Northmere's pair of Word forms: PEP1 is the school's plan, PEP2 the social worker's record of the meeting.

Headings are bold lines in shaded cells (no heading styles), prompts stand in the same cell as the answer.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from kit import controls
from kit.plan import PlanData
from kit.record import Record
from kit.word import Look, WordForm

from layouts import english_fillable

LOOK: Final = Look(font="Times New Roman", size=11, accent="1F3864", head_fill="1F3864", label_fill="D9E2F3")
TARGET_COLUMNS: Final = (
    ("target", "Outcome / Target", 2.0), ("need", "Why?", 1.4), ("actions", "How?", 2.0), ("who", "Who will be responsible?", 1.4),
    ("by_when", "When?", 0.9), ("success_criteria", "Evidence of success", 1.4), ("funding", "PP+ cost", 0.8),
)  # fmt: skip
EXAMPLE: Final = (
    "Sam will ask for help by using his red card.", "Sam shouts out when he is stuck.", "Cards on the desk; practise in a small group.",
    "Class teacher, Sam", "19/12/2025", "Uses the card three times a day.", "£0",
)  # fmt: skip
TITLES: Final = {
    "PEP1": "PEP1 – Education Plan (completed by the school)",
    "PEP2": "PEP2 – Record of the PEP meeting (completed by the social worker)",
}
SEND: Final = ("None", "SEN Support", "EHCP", "EHCP requested")


class _Form:
    """The form being filled for one plan."""

    def __init__(self, plan: PlanData, record: Record, title: str) -> None:
        self.plan = plan
        self.record = record
        self.word = WordForm(LOOK, title, "Northmere Virtual School", margin_cm=1.5)
        self.number = 0
        self.at_meeting = False
        """Whether PEP2 is being printed behind a PEP1, so that answers given at the meeting go in."""

    def bar(self, heading: str) -> str:
        """Print a numbered section bar and return the heading as printed."""
        self.number += 1
        printed = f"{self.number}. {heading}"
        table = self.word.table((1,))
        cell = self.word.row(table)[0]
        self.word.shade(cell, LOOK.head_fill)
        self.word.fill(cell, printed, bold=True, size=12, colour="FFFFFF")
        self.word.keep_with_next(cell)
        return printed

    def lines(self, section: str, heading: str, entries: tuple[tuple[str, str], ...], *, choices: tuple[str, ...] = ()) -> None:
        """A bar, then one label and value a row."""
        self.record.section(section, self.bar(heading), "\n".join(self.plan.text(slot) for slot, _ in entries))
        table = self.word.table((1.2, 3))
        for slot, label in entries:
            left, right = self.word.row(table)
            self.word.label(left, label)
            if slot == "aln_status":
                self.word.control(right, controls.drop_down(label, choices, self.plan.text(slot), "Choose an item."))
            else:
                self.word.fill(right, self.plan.text(slot))
        self.word.gap()

    def question(self, section: str, heading: str, slot: str, prompt: str, *, bar: bool = True) -> None:
        """A cell that holds the printed prompt and, under it, the answer."""
        text = (self.at_meeting and self.plan.text(f"{slot}_at_meeting")) or self.plan.text(slot)
        printed = self.bar(heading) if bar else heading
        self.record.section(section, printed, text)
        cell = self.word.row(self.word.table((1,)))[0]
        if not bar:
            self.word.fill(cell, heading, bold=True)
        self.word.fill(cell, prompt, italic=True, size=9, colour="44546A")
        self.word.fill(cell, text or " ")
        self.word.gap()

    def grid(self, section: str, heading: str, table_name: str, columns: tuple[tuple[str, float], ...]) -> None:
        """A bar and a table."""
        rows = self.plan.rows(table_name)
        self.record.section(section, self.bar(heading), "\n".join("\n".join(row) for row in rows))
        table = self.word.table([share for _, share in columns])
        for cell, (head, _) in zip(self.word.row(table), columns, strict=True):
            self.word.label(cell, head)
        for row in rows or [[""] * len(columns)]:
            self.word.row(table, row)
        self.word.gap()


def build(plan: PlanData, record: Record, path: Path) -> None:
    """Print ``plan`` on PEP1, PEP2 or both in one file, as its ``part`` says; a PDF is the fillable PEP1."""
    if plan.about["format"] == "pdf":
        english_fillable.build(plan, record, path)
        return
    part = plan.about["part"]
    form = _Form(plan, record, TITLES[part.split(" and ")[0]])
    form.word.running_heads(
        f"Northmere Virtual School        {part}        {plan.text('name')}",
        "Northmere County Council. Keep PEP1 and PEP2 together on the child's record.",
    )
    _title(form, part.split(" and ")[0])
    if part == "PEP2":
        _details(form)
        _pep2(form)
    else:
        _details(form)
        _pep1(form)
    if part == "PEP1 and PEP2":
        form.word.page_break()
        form.number = 0
        form.at_meeting = True
        _title(form, "PEP2")
        _pep2(form)
    form.word.save(path)


def _title(form: _Form, part: str) -> None:
    form.word.paragraph("Northmere Virtual School", bold=True, size=11, colour="44546A")
    form.word.paragraph(TITLES[part], bold=True, size=17, colour=LOOK.accent)


def _details(form: _Form) -> None:
    form.lines("child_details", "Pupil details", (
        ("name", "Pupil's name"), ("called", "Likes to be known as"), ("born", "Date of birth"), ("year", "Year group"), ("since", "Date into care"), ("legal_status", "Legal status"), ("lives_with", "Living with"),
    ))  # fmt: skip
    form.lines(
        "school_details",
        "School",
        (
            ("school", "Name of school"),
            ("school_start", "Date of admission"),
            ("designated", "Designated teacher"),
            ("teacher", "Class teacher / tutor"),
            ("hours", "Full-time timetable?"),
        ),
    )
    form.lines(
        "meeting",
        "Dates",
        (
            ("meeting_date", "Date of this PEP"),
            ("last_pep", "Date of last PEP"),
            ("next_pep", "Date of next PEP"),
            ("cla_review", "Date of statutory review"),
            ("first_pep", "First PEP?"),
        ),
    )


def _pep1(form: _Form) -> None:
    form.word.text_box(["Remember", "PEP1 is due in the first four weeks of each term. Pupil Premium Plus is released once it is approved.",
                        "Lines in grey italics are prompts and the Sam row is an example. They are not part of the plan."], height=62, fill="EEF3FA")  # fmt: skip
    form.question(
        "child_views",
        "Pupil's voice",
        "child_views",
        "Gather this before the meeting. What do I enjoy? What is tricky? What should change? Who did I talk to and when?",
    )
    form.question("aspirations", "Hopes for the future", "aspirations", "This year and later on.", bar=False)
    form.question("strengths", "Strengths and successes", "strengths", "Start from what is going well, in and out of school.")
    form.grid(
        "attainment",
        "Attainment and progress",
        "attainment",
        (("Subject", 1.3), ("Autumn", 1), ("Spring", 1), ("Summer", 1), ("Age-related?", 1), ("Comment", 2.4)),
    )
    form.question("attendance", "Attendance and punctuality", "attendance", "To date this year.")
    form.question("exclusions", "Suspensions", "exclusions", "Number of days and reason.", bar=False)
    form.lines("aln", "SEND", (("aln_status", "Stage"), ("aln_text", "Provision")), choices=SEND)
    form.question("barriers_needs", "Barriers to learning", "barriers", "What are the gaps, what causes them, how do you know?")
    _rows(form, "previous_targets", "Review of last PEP's targets")
    _rows(form, "targets", "SMART targets for this term")
    form.question("funding", "Pupil Premium Plus: spend and impact so far", "funding", "Itemise.")
    form.question(
        "transition",
        "Planned changes and transition",
        "transition",
        "Class, key stage, school or home. Who does what, by when?",
    )
    form.lines("sign_off", "Completed by", (("signed_school", "School"), ("signed_vs", "Approved by Virtual School")))


def _rows(form: _Form, section: str, heading: str) -> None:
    previous = section == "previous_targets"
    rows = form.plan.previous if previous else form.plan.targets
    columns: tuple[Any, ...] = (
        (("target", "Last target", 2), ("progress", "Impact and evidence", 3), ("outcome", "RAG", 0.8))
        if previous
        else TARGET_COLUMNS
    )
    form.record.section(section, form.bar(heading), "\n".join(row["target"] for row in rows))
    table = form.word.table([share for *_, share in columns])
    form.word.head_row(table, [head for _, head, _ in columns])
    if not previous:
        for cell, text in zip(form.word.row(table), EXAMPLE, strict=True):
            form.word.fill(cell, text, italic=True, size=9, colour="8496B0")
    parts = [part for part, *_ in columns]
    for row in rows:
        form.word.row(table, [row.get(part, "") for part in parts])
        (form.record.previous if previous else form.record.target)(row, parts)
    if not rows:
        form.word.row(table)
    form.word.gap()


def _pep2(form: _Form) -> None:
    form.grid(
        "attendees", "Who came", "people", (("Role", 2), ("Name", 2), ("Invited", 0.8), ("Present", 0.8), ("PEP sent", 0.8))
    )
    form.question(
        "child_views", "The child's involvement", "child_views", "How was the child helped to take part? What did they say?"
    )
    form.question("aspirations", "Dreams and aspirations", "aspirations", "As told at the meeting.", bar=False)
    form.question("carer_views", "Carer's views", "carer_views", "Home, homework, interests.")
    form.question("parent_views", "Parent's views", "parent_views", "If consulted. If not, why not?", bar=False)
    form.question(
        "school_views",
        "Discussion of progress",
        "school_views",
        "School to report on progress since PEP1, with the effect of support.",
    )
    form.question("interests", "Interests and out-of-school activities", "interests", "Clubs, hobbies, holidays.")
    form.question("education_history", "Education history", "history_text", "Schools, dates, reasons for moves.")
    form.question("health_wellbeing", "Health and emotional wellbeing", "wellbeing", "SDQ score and date, support in place.")
    form.question("social_worker_views", "Social worker's comments", "sw_views", "Include any challenge to the plan.")
    if form.plan.text("agreed"):
        form.question("actions", "Agreed targets and actions", "agreed", "Note changes to PEP1's targets and further actions.")
    else:
        _rows(form, "targets", "Agreed targets and actions")
    form.question("carer_role", "What the carer will do", "carer_role", "Learning and leisure.")
    form.question("transition", "Changes ahead", "transition", "School, home, key stage.")
    form.question(
        "not_in_school", "If not in full-time education", "not_in_school", "What is in place and what is the way back?"
    )
    form.lines(
        "sign_off",
        "Signed",
        (("signed_sw", "Social worker"), ("signed_school", "Designated teacher"), ("signed_iro", "Copy to reviewing officer")),
    )
