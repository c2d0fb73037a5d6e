"""A Word form of one page per part, each a table of questions and answers, with a row per letter of SMART."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.word import Look, WordForm

from fresh.gold import FreshForm, Row

LOOK: Final = Look("Verdana", 10, "2E5E4E", "2E5E4E", "E3EFEA")
LETTERS: Final = (
    ("S", "Specific – what exactly will the learner do?", "target"),
    ("M", "Measurable – how will we know it has been done?", "success_criteria"),
    ("A", "Achievable – what help will there be?", "actions"),
    ("R", "Relevant – why this, for this learner?", "need"),
    ("T", "Time-bound – by when?", "by_when"),
    ("", "Who leads on this?", "who"),
)


def build(path: Path) -> FreshForm:
    """Print the form to ``path``."""
    form = FreshForm.load("question_answer_pages")
    word = WordForm(LOOK, form.title, "C. Ferrier")
    word.running_heads(form.authority, "Confidential when completed")
    word.heading(form.title, 0)
    for part in form.plan["parts"]:
        _part(word, form, part["heading"], part.get("note", ""), part["rows"])
        word.page_break()
    _targets(word, form)
    table = word.table((1, 2))
    for _, question, answer in form.rows("closing"):
        word.label(word.row(table, ("", answer))[0], question)
    form.note("Who has signed this plan?", form.rows("closing"))
    word.save(path)
    return form


def _part(word: WordForm, form: FreshForm, heading: str, note: str, rows: list[Row]) -> None:
    word.heading(heading, 1)
    if note:
        word.paragraph(note, italic=True, size=8.5, colour="595959")
    table = word.table((1, 2))
    word.head_row(table, ("Question", "Answer"))
    for _, question, answer in rows:
        word.label(word.row(table, ("", answer))[0], question)
    form.note(heading, rows)


def _targets(word: WordForm, form: FreshForm) -> None:
    word.heading(form.plan["targets_heading"], 1)
    word.paragraph(form.plan["targets_note"], italic=True, size=8.5, colour="595959")
    for number, target in enumerate(form.targets(), start=1):
        table = word.table((0.4, 2, 4))
        head = word.row(table)
        merged = head[0].merge(head[2])
        word.fill(merged, f"Target {number}", bold=True, colour=LOOK.head_text)
        word.shade(merged, LOOK.head_fill)
        for letter, question, name in LETTERS:
            cells = word.row(table, (letter, "", target[name]))
            word.label(cells[1], question)
        word.gap()
    form.section("targets", form.plan["targets_heading"], form.targets()[0]["target"])
