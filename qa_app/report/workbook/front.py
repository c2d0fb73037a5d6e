"""Cover and About: what this is, how to read it, and exactly what made it."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import Audit
from qa_app.report.workbook.cells import cell_at, open_for_input, put
from qa_app.report.workbook.sheet import add_sheet

_HOW_TO_READ = (
    ("Ratings", "0 not met · 1 partly met · 2 met · 3 exemplary · n/a does not apply, with the reason · ? cannot judge."),
    ("“?” is not “missing”", "Where a document could not be read well, nothing is called absent. Read that part by eye."),
    ("Your judgement counts", "On the sheet Criteria, the yellow columns are yours. A rating you choose there replaces the"
     " program's in Heatmap, Summary and Charts at once. The program's own rating stays beside it."),
    ("Evidence", "Quotes are the plan's words, letter for letter, with their page, table and row."),
    ("Provisional", "Achievable and Relevant, and everything with low confidence, are there to be checked."),
    ("Private", "This file holds children's names and words. Keep it where the plans themselves may be kept."),
)  # fmt: skip


def add_cover(book: Workbook, audit: Audit) -> None:
    """Add the cover, with cells for what the auditor wants to note."""
    sheet = add_sheet(
        book, "Cover", "An audit of Personal Education Plans. The program prompts; a person decides.", landscape=False
    )
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 84
    rows: list[tuple[str, str]] = [
        ("Template", f"{audit.template.title} ({audit.template.id}, version {audit.template.version})"),
        ("Source", audit.template.source),
        ("Plans audited", str(len(audit.plans))),
        ("Files not read", str(len(audit.unreadable)) + (" (see the sheet Unreadable)" if audit.unreadable else "")),
        ("Engine", f"PEP QA {audit.engine}"),
    ]
    row = 4
    for label, words in rows:
        row = _line(sheet, row, label, words)
    row += 1
    for label in ("Auditor", "Date", "Sample: how chosen", "Notes"):
        _line(sheet, row, label, "")
        cell_at(sheet, row, 2).style = "pq input"
        open_for_input(cell_at(sheet, row, 2))
        row += 1
    row += 1
    for label, words in _HOW_TO_READ:
        row = _line(sheet, row, label, words)
    sheet.print_area = f"A1:B{row}"


def add_about(book: Workbook, audit: Audit) -> None:
    """Add the sheet that names every version and hash, so that the audit can be repeated."""
    sheet = add_sheet(book, "About", "What made this audit. The same files, template and engine give the same workbook.")
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 100
    row = 4
    for label, words in (
        ("Engine", f"PEP QA {audit.engine}"),
        ("Template", f"{audit.template.id}, version {audit.template.version}, sha256 {audit.template.sha256 or 'not known'}"),
        ("Template's note", audit.template.note),
        ("Method", "Rules, word lists and small trained models. No generative AI, no network: nothing leaves the computer."),
        ("Limits", "The program reads words, not children. Its accuracy is published with its version (pep-qa evaluate)."),
        (
            "Score",
            "Weighted share of the points that could be had: 100 × Σ weight × rating / (3 × Σ weight), over rated criteria.",
        ),
    ):
        row = _line(sheet, row, label, words)
    row += 1
    for plan in audit.plans:
        document = plan.analysis.plan.document
        words = f"sha256 {document.sha256}; {document.media}; {plan.analysis.plan.coverage.share:.0%} of its text analysed"
        row = _line(sheet, row, document.name, words)
    sheet.print_area = f"A1:B{row}"


def _line(sheet: Worksheet, row: int, label: str, words: str) -> int:
    put(cell_at(sheet, row, 1), label)
    cell_at(sheet, row, 1).style = "pq label"
    put(cell_at(sheet, row, 2), words)
    cell_at(sheet, row, 2).style = "pq words"
    return row + 1
