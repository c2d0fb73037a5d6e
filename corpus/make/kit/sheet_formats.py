"""An export of several plans, one a row, as a case-management system writes it: workbook and CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from kit.packaging import members_of, write_stable_zip
from kit.plan import PlanData
from kit.word import WRITTEN

COLUMNS: Final = (
    ("Name", "name"), ("DOB", "born"), ("NC year", "year"), ("School", "school"), ("PEP date", "meeting_date"), ("Next PEP", "next_pep"),
    ("Young person's views", "child_views"), ("Aspirations", "aspirations"), ("Carer's views", "carer_views"), ("Attendance", "attendance"), ("Barriers to learning", "barriers"),
)  # fmt: skip
TARGETS: Final = 3
TARGET_COLUMNS: Final = (
    ("", "target"),
    (" actions", "actions"),
    (" who", "who"),
    (" by when", "by_when"),
    (" success", "success_criteria"),
)
TITLE: Final = "PEP export"


def table(plans: Sequence[PlanData]) -> list[list[str]]:
    """Return the head row and one row per plan."""
    heads = [head for head, _ in COLUMNS] + [
        f"Target {n}{suffix}" for n in range(1, TARGETS + 1) for suffix, _ in TARGET_COLUMNS
    ]
    rows = []
    for plan in plans:
        targets = [*plan.targets, *[{}] * TARGETS][:TARGETS]
        rows.append(
            [plan.text(slot) for _, slot in COLUMNS]
            + [str(row.get(part, "")).strip() for row in targets for _, part in TARGET_COLUMNS]
        )
    return [heads, *rows]


def write_csv(plans: Sequence[PlanData], path: Path) -> None:
    """Write the export as CSV with the byte order mark that Excel puts there."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, lineterminator="\r\n").writerows(table(plans))


def write_xlsx(plans: Sequence[PlanData], path: Path) -> None:
    """Write the export as a workbook: a title line, a head row and one row per plan."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = TITLE
    sheet.append([TITLE])
    for row in table(plans):
        sheet.append(row)
    for cell in sheet[2]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="D9E2F3")
    for line in sheet.iter_rows(min_row=3):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    book.properties.created = book.properties.modified = WRITTEN.replace(tzinfo=None)
    buffer = io.BytesIO()
    book.save(buffer)
    members = members_of(buffer.getvalue())
    write_stable_zip(path, {name: _dated(name, content) for name, content in members.items()})


def _dated(name: str, content: bytes) -> bytes:
    """Put the fixed date back that the writer overwrites with the clock's on saving."""
    if name != "docProps/core.xml":
        return content
    fixed = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + fixed, content)
