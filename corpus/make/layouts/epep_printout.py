"""Print-out of an electronic PEP system: tabs, "added by" lines, tables that run over pages with their heads repeated."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.plan import PlanData
from kit.printed import BODY, SMALL, SUB, TAB, TITLE, Printout
from kit.record import Record

BLANK: Final = "[No information entered]"
TARGET_COLUMNS: Final = (
    ("target", "Target / outcome", 1.9), ("baseline", "Where am I now?", 1.35), ("actions", "What will we do?", 2.0),
    ("who", "Lead", 1.1), ("by_when", "Target date", 1.2), ("success_criteria", "How will we know?", 1.45),
)  # fmt: skip
PREVIOUS_COLUMNS: Final = (("target", "Target", 2), ("progress", "Evaluation", 3), ("outcome", "Status", 1))
EXAMPLE: Final = (
    "EXAMPLE: Sam can tell the time to five minutes",
    "EXAMPLE: knows o'clock and half past",
    "EXAMPLE: clock on desk, five minutes a day with TA",
    "EXAMPLE: Mrs A. Teacher",
    "EXAMPLE: 12/12/2025",
    "EXAMPLE: 9 out of 10 clock faces",
)


class _Pages:
    """The print-out of one plan."""

    def __init__(self, plan: PlanData, record: Record) -> None:
        self.plan = plan
        self.record = record
        printed = plan.text("printed")
        self.out = Printout(
            plan.about["title"],
            f"ePEP  |  {plan.text('council')}  |  {plan.text('name')}  |  PEP {plan.text('pep_number')}",
            f"Printed {printed} by {plan.text('printed_by')}. Personal data – handle as confidential.",
        )

    def tab(self, heading: str, note: str = "") -> None:
        self.out.add(heading, TAB)
        if note:
            self.out.add(note, SMALL)

    def details(self, section: str, heading: str, entries: tuple[tuple[str, str], ...]) -> None:
        self.record.section(section, heading, "\n".join(self.plan.text(slot) for slot, _ in entries))
        self.out.add(heading, SUB)
        self.out.labels([(label, self.plan.text(slot) or BLANK) for slot, label in entries])

    def answer(self, section: str, heading: str, slot: str, question: str = "") -> None:
        """A heading, the system's question and the answer with who added it."""
        text = self.plan.text(slot)
        self.record.section(section, heading, text)
        self.out.add(heading, SUB)
        if question:
            self.out.add(question, SMALL)
        self.out.add(text or BLANK, BODY)
        if added := self.plan.text(f"{slot}_by"):
            self.out.add(f"Added by {added}", SMALL)
        self.out.gap(3)

    def grid(self, section: str, heading: str, table: str, columns: tuple[tuple[str, float], ...]) -> None:
        rows = self.plan.rows(table)
        self.record.section(section, heading, "\n".join("\n".join(row) for row in rows))
        self.out.add(heading, SUB)
        self.out.grid(
            [head for head, _ in columns], rows or [[BLANK] + [""] * (len(columns) - 1)], [share for _, share in columns]
        )


def build(plan: PlanData, record: Record, path: Path) -> None:
    """Print ``plan`` as the system does."""
    pages = _Pages(plan, record)
    pages.out.add("Personal Education Plan", TITLE)
    pages.out.add(f"{plan.text('council')} – electronic PEP, status: {plan.text('status') or 'Submitted'}", SMALL)
    pages.tab("1. Basic details")
    pages.details("child_details", "Young person", (
        ("name", "Name"), ("called", "Preferred name"), ("born", "Date of birth"), ("year", "NC year"), ("legal_status", "Legal status"),
        ("since", "Looked after from"), ("lives_with", "Current home"), ("home_language", "First language"),
    ))  # fmt: skip
    pages.details("school_details", "Education setting", (
        ("school", "Setting"), ("school_start", "Start date"), ("designated", "Designated lead"), ("teacher", "Tutor"), ("hours", "Hours per week"), ("trusted", "Key adult"),
    ))  # fmt: skip
    pages.details("meeting", "PEP meeting", (
        ("meeting_date", "PEP date"), ("last_pep", "Previous PEP"), ("next_pep", "Next PEP due"), ("cla_review", "CLA review"), ("first_pep", "First PEP?"),
    ))  # fmt: skip
    pages.grid(
        "attendees", "Contributors", "people", (("Role", 2), ("Name", 2), ("Invited", 0.8), ("Attended", 0.8), ("Copy", 0.8))
    )
    pages.tab(
        "2. Young person's contribution",
        "This tab can be completed by the young person on a tablet, or by an adult with them. State which.",
    )
    pages.answer(
        "child_views", "My views, wishes and feelings", "child_views", "What is going well? What is not? What would help?"
    )
    pages.answer("aspirations", "My future", "aspirations", "What would you like to do when you are older?")
    pages.answer("interests", "Hobbies and clubs", "interests")
    pages.tab("3. Contributions from others")
    pages.answer("carer_views", "Carer", "carer_views")
    pages.answer("parent_views", "Parent", "parent_views")
    pages.answer("social_worker_views", "Social worker", "sw_views")
    pages.answer("school_views", "Setting", "school_views")
    pages.tab("4. Attendance and education record")
    pages.answer("attendance", "Attendance", "attendance")
    pages.answer("exclusions", "Suspensions and exclusions", "exclusions")
    pages.grid("education_history", "Previous settings", "history", (("Setting", 2), ("From", 1), ("To", 1), ("Reason", 2.4)))
    pages.grid(
        "attainment",
        "Attainment",
        "attainment",
        (("Area", 1.3), ("Last term", 1.2), ("This term", 1.2), ("Expected", 1.2), ("Comment", 2.4)),
    )
    pages.tab("5. Needs")
    pages.answer("strengths", "Strengths", "strengths")
    pages.details("aln", "ALN / SEND", (("aln_status", "Status"), ("aln_text", "Provision")))
    pages.answer("health_wellbeing", "Health and wellbeing", "wellbeing")
    pages.answer("barriers_needs", "Barriers to learning", "barriers", "What gets in the way and why?")
    _targets(pages)
    pages.tab("7. Funding, transition and post-16")
    pages.answer("funding", "Grant spend and impact", "funding")
    pages.answer("transition", "Transition", "transition")
    if plan.about["year_group"] >= 9:
        pages.answer("post16", "Post-16", "post16", "Offers, applications, careers interview, pathway plan")
    pages.answer("not_in_school", "Reduced timetable / not in education", "not_in_school")
    pages.answer("carer_role", "Support at home", "carer_role", "What the carer does for learning and leisure")
    pages.answer("sign_off", "Sign-off", "sign_off")
    pages.out.save(path)


def _targets(pages: _Pages) -> None:
    plan, record = pages.plan, pages.record
    pages.tab("6. Targets", "Rows marked EXAMPLE are supplied by the system and do not form part of the plan.")
    record.section("previous_targets", "Previous targets", "\n".join(row["target"] for row in plan.previous))
    pages.out.add("Previous targets", SUB)
    rows = [[row.get(part, "") for part, *_ in PREVIOUS_COLUMNS] for row in plan.previous]
    pages.out.grid(
        [head for _, head, _ in PREVIOUS_COLUMNS], rows or [[BLANK, "", ""]], [share for *_, share in PREVIOUS_COLUMNS]
    )
    for row in plan.previous:
        record.previous(row, [part for part, *_ in PREVIOUS_COLUMNS])
    record.section("targets", "Current targets", "\n".join(row["target"] for row in plan.targets))
    pages.out.add("Current targets", SUB)
    current = [list(EXAMPLE), *([row.get(part, "") for part, *_ in TARGET_COLUMNS] for row in plan.targets)]
    pages.out.grid([head for _, head, _ in TARGET_COLUMNS], current, [share for *_, share in TARGET_COLUMNS])
    for row in plan.targets:
        record.target(row, [part for part, *_ in TARGET_COLUMNS])
