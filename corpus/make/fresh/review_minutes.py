"""The record of a review meeting: minutes by speaker, a table of last targets and one of new targets."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.word import Look, WordForm

from fresh.gold import FreshForm

LOOK: Final = Look("Calibri", 11, "1F3864", "D9E2F3", "F2F2F2", head_text="1F3864")


def build(path: Path) -> FreshForm:
    """Print the form to ``path``."""
    form = FreshForm.load("review_minutes")
    word = WordForm(LOOK, form.title, "T. Bevan")
    word.running_heads(form.authority, "PEP review")
    word.paragraph(form.title, bold=True, size=16)
    about = form.rows("about")
    for _, label, value in about:
        word.write(word.paragraph(f"{label}: ", bold=True), value)
    form.note("", about)
    word.paragraph(form.plan["note"], italic=True, size=9, colour="595959")
    word.heading(form.plan["minutes_heading"], 2)
    for section_id, speaker, said in form.rows("minutes"):
        word.write(word.paragraph(f"{speaker}: ", bold=True), said)
        form.section(section_id, speaker, said)
    _last(word, form)
    _new(word, form)
    for part in form.plan["after"]:
        word.heading(part["heading"], 2)
        for _, label, text in part["rows"]:
            word.write(word.paragraph(f"{label}: " if label else "", bold=True), text)
        form.note(part["heading"], part["rows"])
    word.save(path)
    return form


def _last(word: WordForm, form: FreshForm) -> None:
    heading = form.plan["previous_heading"]
    word.heading(heading, 2)
    table = word.table((2, 3, 1))
    word.head_row(table, ("Target", "What has happened", "Met?"))
    for row in form.targets("previous"):
        word.row(table, (row["target"], row["progress"], row["outcome"]))
    form.section("previous_targets", heading, form.targets("previous")[0]["target"])


def _new(word: WordForm, form: FreshForm) -> None:
    """Print the new targets; one column holds both the person and the date."""
    heading = form.plan["targets_heading"]
    word.heading(heading, 2)
    table = word.table((2, 2.6, 2, 1.4))
    word.head_row(table, ("Target", "What we will do", "How we will know", "Who / By when"))
    for row in form.targets():
        word.row(table, (row["target"], row["actions"], row["success_criteria"], f"{row['who']} / {row['by_when']}"))
    form.section("targets", heading, form.targets()[0]["target"])
