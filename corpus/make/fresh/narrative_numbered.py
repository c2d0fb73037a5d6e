"""A plan told in prose, as rich text: headings are only bold, targets are numbered sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fresh.gold import FreshForm

HEAD: Final = (
    r"{\rtf1\ansi\ansicpg1252\deff0\deflang2057{\fonttbl{\f0\fswiss Calibri;}}{\colortbl;\red90\green90\blue90;}\f0\fs22"
)


def build(path: Path) -> FreshForm:
    """Print the form to ``path``."""
    form = FreshForm.load("narrative_numbered")
    lines = [HEAD, rf"\pard\b {_escape(form.authority)}\b0\par", rf"\pard\b {_escape(form.title)}\b0\par"]
    lines += _parts(form, "parts")
    heading = form.plan["targets_heading"]
    lines.append(_heading(heading))
    for number, target in enumerate(form.targets(), start=1):
        lines.append(rf"\pard\sa120\fi-360\li360 {number}.\tab {_escape(target['target'])}\par")
    form.section("targets", heading, form.targets()[0]["target"])
    lines += [*_parts(form, "after"), "}"]
    path.write_bytes("\r\n".join(lines).encode("ascii"))
    return form


def _parts(form: FreshForm, name: str) -> list[str]:
    lines: list[str] = []
    for part in form.plan[name]:
        lines.append(_heading(part["heading"]))
        if part.get("note"):
            lines.append(rf"\pard\sa120{{\i\cf1 {_escape(part['note'])}}}\par")
        lines += [rf"\pard\sa120 {_escape(text)}\par" for _, _, text in part["rows"]]
        form.note(part["heading"], part["rows"])
    return lines


def _heading(text: str) -> str:
    """A heading is a bold line of the text's own size, as people make them without styles."""
    return rf"\pard\sb200\sa60\b {_escape(text)}\b0\par"


def _escape(text: str) -> str:
    """Escape for RTF as Word does: letters of the code page as hexadecimal bytes."""
    escaped = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(letter if letter.isascii() else rf"\'{letter.encode('cp1252').hex()}" for letter in escaped)
