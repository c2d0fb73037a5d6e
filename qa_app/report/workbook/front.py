"""Cover and About: what this is, how to read it, and exactly what made it."""

from __future__ import annotations

from dataclasses import fields

from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import Audit
from qa_app.report.edits import Cover
from qa_app.report.workbook.cells import cell_at, open_for_input, put
from qa_app.report.workbook.draft import Draft
from qa_app.report.workbook.marks import mark_field
from qa_app.report.workbook.sheet import add_sheet, lines_needed, protect

_HOW: tuple[str, ...] = ("ratings", "unknown", "yours", "evidence", "provisional", "protection", "back", "private")
_FIRST_ROW = 4
_LABEL_WIDTH = 28
_COVER_WIDTH = 74
_ABOUT_WIDTH = 96
_POINTS = 15.5  # a line at 11 points
_LETTERS = 0.98  # letters at 11 points that fit one unit of width


def add_cover(draft: Draft, audit: Audit) -> None:
    """Add the cover, with cells for what the auditor wants to note."""
    words, sheet = draft.words, add_sheet(draft, "cover", landscape=False)
    _set_widths(sheet, _COVER_WIDTH)
    sheet.column_dimensions["C"].hidden = True
    template = audit.template
    unread = str(len(audit.unreadable))
    if audit.unreadable:
        unread = words("workbook.cover.see_unreadable", number=unread, sheet=draft.title("unreadable"))
    named = words("workbook.cover.template_line", title=template.title, id=template.id, version=template.version)
    row = _FIRST_ROW
    for key, value in (
        ("template", named),
        ("source", template.source),
        ("plans", str(len(audit.plans))),
        ("unreadable", unread),
        ("engine", f"PEP QA {audit.engine}"),
    ):
        row = _line(sheet, row, words(f"workbook.cover.{key}"), value, _COVER_WIDTH)
    row += 1
    for field in fields(Cover):
        _line(sheet, row, words(f"workbook.cover.{field.name}"), "", _COVER_WIDTH)
        put(cell_at(sheet, row, 2), getattr(draft.edits.cover, field.name) or None, "pq input")
        open_for_input(cell_at(sheet, row, 2))
        mark_field(sheet, row, 3, field.name)
        sheet.row_dimensions[row].height = 60 if field.name == "notes" else 20
        row += 1
    row += 1
    for key in _HOW:
        row = _line(sheet, row, words(f"workbook.how.{key}"), words(f"workbook.how.{key}_words"), _COVER_WIDTH)
    sheet.print_area = f"A1:B{row}"
    protect(sheet)


def add_about(draft: Draft, audit: Audit) -> None:
    """Add the sheet that names every version and hash, so that the audit can be repeated."""
    words, sheet = draft.words, add_sheet(draft, "about")
    _set_widths(sheet, _ABOUT_WIDTH)
    template = audit.template
    sha256 = template.sha256 or words("workbook.about.unknown")
    named = words("workbook.about.template_line", id=template.id, version=template.version, sha256=sha256)
    row = _FIRST_ROW
    for key, value in (
        ("engine", f"PEP QA {audit.engine}"),
        ("template", named),
        ("note", template.note),
        *((key, words(f"workbook.about.{key}_words")) for key in ("method", "limits", "score")),
    ):
        row = _line(sheet, row, words(f"workbook.about.{key}"), value, _ABOUT_WIDTH)
    row += 1
    for plan in audit.plans:
        document = plan.analysis.plan.document
        share = f"{plan.analysis.plan.coverage.share:.0%}"
        line = words("workbook.about.file_line", sha256=document.sha256, media=document.media, share=share)
        row = _line(sheet, row, document.name, line, _ABOUT_WIDTH)
    sheet.print_area = f"A1:B{row}"


def _set_widths(sheet: Worksheet, width: int) -> None:
    sheet.column_dimensions["A"].width = _LABEL_WIDTH
    sheet.column_dimensions["B"].width = width


def _line(sheet: Worksheet, row: int, label: str, value: str, width: int) -> int:
    put(cell_at(sheet, row, 1), label, "pq label")
    put(cell_at(sheet, row, 2), value, "pq words")
    lines = max(lines_needed(label, _LABEL_WIDTH * _LETTERS - 3), lines_needed(value, width * _LETTERS - 3))
    sheet.row_dimensions[row].height = _POINTS * lines + 5
    return row + 1
