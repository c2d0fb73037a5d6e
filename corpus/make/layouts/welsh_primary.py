"""Bro Hafren's primary form: bright boxes for a young child, one block per target. English, Welsh or bilingual."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml
from docx.table import Table
from docx.table import _Cell as Cell
from kit import controls
from kit.plan import PlanData
from kit.record import Record
from kit.word import Look, WordForm

LOOK: Final = Look(font="Arial", size=10.5, accent="00695C", head_fill="00796B", label_fill="E0F2F1")
ALN_CHOICES: Final = (
    "None identified",
    "Universal provision",
    "School IDP",
    "Local authority IDP",
    "CDU Ysgol",
    "CDU Awdurdod Lleol",
    "Dim",
)
LEGAL_CHOICES: Final = ("Interim care order", "Care order", "Section 76", "Placement order", "Gorchymyn gofal", "Adran 76")
TARGET_PARTS: Final = (
    ("target", "t_target"), ("need", "t_need"), ("actions", "t_actions"), ("who", "t_who"), ("by_when", "t_by_when"), ("success_criteria", "t_success"),
)  # fmt: skip

with (Path(__file__).parent / "welsh_primary.yaml").open(encoding="utf-8") as stream:
    LABELS: Final[dict[str, dict[str, str]]] = yaml.safe_load(stream)


class _Form:
    """The form being filled for one plan."""

    def __init__(self, plan: PlanData, record: Record) -> None:
        self.plan = plan
        self.record = record
        self.word = WordForm(LOOK, self.say("title"), "Bro Hafren LACE")

    def say(self, key: str) -> str:
        entry = LABELS[key]
        return f"{entry['cy']} / {entry['en']}" if self.plan.language == "mixed" else entry[self.plan.language]

    def band(self, section: str, heading: str, text: str, note: str = "", shares: tuple[float, ...] = (1,)) -> Table:
        """Start a table whose first row is a coloured band with the heading across."""
        self.record.section(section, self.say(heading), text)
        self.word.gap()
        table = self.word.table(shares)
        cells = self.word.row(table)
        band = cells[0].merge(cells[-1]) if len(cells) > 1 else cells[0]
        self.word.fill(band, self.say(heading), bold=True, size=13, colour="FFFFFF")
        self.word.shade(band, LOOK.head_fill)
        if note:
            self.word.fill(band, self.say(note), italic=True, size=9, colour="FFFFFF")
        self.word.keep_with_next(band)
        return table

    def box(self, section: str, heading: str, slot: str, note: str = "") -> None:
        """One heading, one box to write in."""
        table = self.band(section, heading, self.plan.text(slot), note)
        self.word.entry(self.word.row(table)[0], self.say(heading), self.plan.text(slot), self.say("enter"))

    def details(self, section: str, heading: str, slots: tuple[str, ...]) -> None:
        """Two labelled entries a row."""
        plan, word = self.plan, self.word
        table = self.band(section, heading, "\n".join(plan.text(slot) for slot in slots), shares=(1.1, 1.6, 1.1, 1.6))
        for left in range(0, len(slots), 2):
            cells = word.row(table)
            for position, slot in enumerate(slots[left : left + 2]):
                word.label(cells[2 * position], self.say(slot))
                self._value(cells[2 * position + 1], slot)

    def _value(self, cell: Cell, slot: str) -> None:
        text = self.plan.text(slot)
        if slot in ("meeting_date", "last_pep", "next_pep", "cla_review", "born"):
            self.word.control(cell, controls.date_control(self.say(slot), text, self.say("pick_date")))
        elif slot == "legal_status":
            self.word.control(cell, controls.drop_down(self.say(slot), LEGAL_CHOICES, text, self.say("choose")))
        else:
            self.word.entry(cell, self.say(slot), text, self.say("enter"))

    def grid(self, section: str, heading: str, table_name: str, heads: tuple[str, ...], shares: tuple[float, ...]) -> None:
        """A band, a row of heads, and rows."""
        rows = self.plan.rows(table_name)
        table = self.band(section, heading, "\n".join("\n".join(row) for row in rows), shares=shares)
        cells = self.word.row(table)
        for cell, head in zip(cells, heads, strict=True):
            self.word.label(cell, self.say(head))
        for row in rows or [[""] * len(heads)]:
            self.word.row(table, row)


def build(plan: PlanData, record: Record, path: Path) -> None:
    """Print ``plan`` on the primary form."""
    form = _Form(plan, record)
    word, say = form.word, form.say
    word.running_heads(say("council"), say("footer"))
    title = word.table((1,))
    cell = word.row(title)[0]
    word.shade(cell, LOOK.head_fill)
    word.fill(cell, say("title"), bold=True, size=22, colour="FFFFFF")
    word.fill(cell, say("subtitle"), size=12, colour="FFFFFF")
    word.text_box(
        [say("guide_head"), say("guide_1"), say("guide_2"), say("guide_3")],
        height=150 if plan.language == "mixed" else 92,
        fill="FFF8E1",
    )

    form.details(
        "child_details", "about_me", ("name", "called", "born", "year", "home_language", "legal_status", "since", "lives_with")
    )
    form.details("school_details", "my_school", ("school", "school_start", "designated", "teacher", "trusted", "hours"))
    form.details("meeting", "meeting", ("meeting_date", "first_pep", "last_pep", "next_pep", "cla_review"))
    form.grid("attendees", "people", "people", ("role", "who", "invited", "came", "copy"), (2.2, 2.4, 1, 1, 1))
    _views(form)
    form.box("aspirations", "aspirations", "aspirations")
    _profile(form)
    form.box("interests", "interests", "interests")
    for section, slot in (
        ("carer_views", "carer_views"),
        ("parent_views", "parent_views"),
        ("social_worker_views", "sw_views"),
        ("school_views", "school_views"),
    ):
        form.box(section, slot, slot)
    form.grid("attainment", "attainment", "attainment", ("area", "before", "now", "expected"), (1.6, 2.2, 2.8, 1.4))
    form.box("attendance", "attendance", "attendance", "attendance_note")
    form.box("exclusions", "exclusions", "exclusions")
    form.grid("education_history", "history", "history", ("school", "from", "to", "why_left"), (2.3, 1.2, 1.2, 2.3))
    _aln(form)
    form.box("health_wellbeing", "wellbeing", "wellbeing")
    form.grid("barriers_needs", "barriers", "barriers", ("need", "need_why", "need_plan"), (1.4, 2.6, 2.6))
    _previous(form)
    _targets(form)
    form.box("carer_role", "carer_role", "carer_role")
    form.box("funding", "funding", "funding")
    form.box("transition", "transition", "transition", "transition_note")
    if plan.text("not_in_school"):
        form.box("not_in_school", "not_in_school", "not_in_school")
    form.box("sign_off", "sign_off", "sign_off")
    word.save(path)


def _views(form: _Form) -> None:
    slots = ("going_well", "hard", "would_help", "gathered")
    text = "\n".join(form.plan.text(slot) for slot in slots)
    table = form.band("child_views", "child_views", text, "child_views_note", shares=(1.1, 3))
    for slot in slots:
        cells = form.word.row(table)
        form.word.label(cells[0], form.say(slot))
        form.word.entry(cells[1], form.say(slot), form.plan.text(slot), form.say("enter"))


def _profile(form: _Form) -> None:
    slots = ("admire", "important", "support_me")
    table = form.band("one_page_profile", "profile", "\n".join(form.plan.text(slot) for slot in slots), shares=(1, 1, 1))
    heads, bodies = form.word.row(table), form.word.row(table)
    for slot, head, body in zip(slots, heads, bodies, strict=True):
        form.word.label(head, form.say(slot))
        form.word.entry(body, form.say(slot), form.plan.text(slot), form.say("enter"))


def _aln(form: _Form) -> None:
    status, text = form.plan.text("aln_status"), form.plan.text("aln_text")
    table = form.band("aln", "aln", f"{status}\n{text}", shares=(1.1, 3))
    cells = form.word.row(table)
    form.word.label(cells[0], form.say("aln_status"))
    form.word.control(cells[1], controls.drop_down(form.say("aln_status"), ALN_CHOICES, status, form.say("choose")))
    cells = form.word.row(table)
    form.word.label(cells[0], form.say("aln_text"))
    form.word.entry(cells[1], form.say("aln_text"), text, form.say("enter"))


def _previous(form: _Form) -> None:
    rows = form.plan.previous
    text = "\n".join(row["target"] for row in rows)
    table = form.band("previous_targets", "previous", text, shares=(2.4, 3.2, 1.2))
    for cell, head in zip(form.word.row(table), ("target", "what_happened", "achieved"), strict=True):
        form.word.label(cell, form.say(head))
    for row in rows or [{}]:
        form.word.row(table, [row.get("target", ""), row.get("progress", ""), row.get("outcome", "")])
        if row:
            form.record.previous(row, ("target", "progress", "outcome"))


def _targets(form: _Form) -> None:
    plan, word, say = form.plan, form.word, form.say
    form.band("targets", "targets", "\n".join(row["target"] for row in plan.targets), "targets_note")
    word.gap(2)
    example = {part: say("ex_" + key.removeprefix("t_")) for part, key in TARGET_PARTS}
    _target_block(form, say("example"), example, printed=True)
    for number, row in enumerate(plan.targets or [{}], start=1):
        _target_block(form, f"{say('target')} {number}", row)
        if row:
            form.record.target(row, [part for part, _ in TARGET_PARTS])


def _target_block(form: _Form, caption: str, row: Mapping[str, str], *, printed: bool = False) -> None:
    word = form.word
    table = word.table((1.1, 3))
    cells = word.row(table)
    head = cells[0].merge(cells[1])
    word.fill(head, caption, bold=True, colour="FFFFFF")
    word.shade(head, "9E9E9E" if printed else LOOK.accent)
    word.keep_with_next(head)
    for part, key in TARGET_PARTS:
        label, value = word.row(table)
        word.label(label, form.say(key))
        if printed:
            word.fill(value, row[part], italic=True, colour="7F7F7F")
        else:
            word.entry(value, f"{caption} {form.say(key)}", row.get(part, ""), form.say("enter"))
    word.gap(2)
