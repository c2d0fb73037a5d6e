"""A bilingual Word form: both languages of a heading on one line, answers in either."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.word import Look, WordForm

from fresh.gold import FreshForm

LOOK: Final = Look("Arial", 11, "8A1538", "8A1538", "F6E6EA")
COLUMNS: Final = (
    ("Targed / Target", "target"),
    ("Sut byddwn ni'n gwybod? / How will we know?", "success_criteria"),
    ("Beth fyddwn ni'n ei wneud? / What will we do?", "actions"),
    ("Pwy? / Who?", "who"),
    ("Erbyn pryd? / By when?", "by_when"),
)


def build(path: Path) -> FreshForm:
    """Print the form to ``path``."""
    form = FreshForm.load("dwyieithog_un_llinell")
    word = WordForm(LOOK, form.title, "E. Tegid")
    word.running_heads(form.authority, form.title)
    word.paragraph(form.title, bold=True, size=18, colour=LOOK.accent)
    for part in form.plan["parts"]:
        word.heading(part["heading"], 2)
        if part.get("note"):
            word.paragraph(part["note"], italic=True, size=9)
        if part.get("table"):
            table = word.table((1, 1.6))
            for _, label, value in part["rows"]:
                word.label(word.row(table, ("", value))[0], label)
        else:
            for _, _, text in part["rows"]:
                word.paragraph(text)
        form.note(part["heading"], part["rows"])
    word.heading(form.plan["targets_heading"], 2)
    word.paragraph(form.plan["targets_note"], italic=True, size=9)
    table = word.table((2, 2, 2.2, 1.1, 1))
    word.head_row(table, [head for head, _ in COLUMNS])
    for target in form.targets():
        word.row(table, [target[part] for _, part in COLUMNS])
    form.section("targets", form.plan["targets_heading"], form.targets()[0]["target"])
    word.heading(form.plan["closing_heading"], 2)
    word.paragraph(form.rows("closing")[0][2])
    form.note(form.plan["closing_heading"], form.rows("closing"))
    word.save(path)
    return form
