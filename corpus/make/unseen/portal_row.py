"""A workbook from a Welsh council's portal: title and notice, a band of group heads, one plan a row."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final

from kit.packaging import members_of, write_stable_zip
from kit.word import WRITTEN
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from unseen.gold import Gold

FACTS: Final = {
    "child": "Alys Penhale",
    "date_of_birth": "2019-05-17",
    "year_group": 2,
    "school": "Ysgol Llwyn Bedw",
    "in_school": True,
    "looked_after_since": "2024-10-07",
    "meeting_date": "2026-03-04",
    "next_review": "2026-09-23",
    "first_pep": False,
    "jurisdiction": "wales",
}
NOTICE: Final = "Exported from the Teifi Fawr learner portal. Contains personal data: delete within 30 days."
LEARNER: Final = (
    ("Learner", "child_details", "Alys Penhale"),
    ("Date of birth", "", "17/05/2019"),
    ("Year", "", "2"),
    ("Date became looked after", "", "07/10/2024"),
    ("School", "school_details", "Ysgol Llwyn Bedw"),
    ("On roll full time", "", "Yes"),
    ("Designated person", "", "Carol Yorath"),
    ("Meeting date", "meeting", "04/03/2026"),
    ("Next PEP meeting", "", "23/09/2026"),
    ("First PEP?", "", "No"),
    ("Present", "attendees", "Alys (first ten minutes), Megan Tranter (carer), Carol Yorath, Miss Dilys Hopkin, Steff Ambrose (social worker)"),
)  # fmt: skip
VOICE: Final = (
    ("What the child says", "child_views", "I like the mud kitchen and Miss Hopkin. I am good at plaits. I dont like it when it is loud in the hall and my belly hurts. I wish my sister was in my school. Written for Alys by Mrs Yorath with the feelings bears, 2 March."),
    ("Hopes and dreams", "aspirations", "A hairdresser and a mermaid."),
    ("Carer comments", "carer_views", "She's a chatterbox at home now!! Reads to the dog every night. Belly ache is most Mondays after contact, we think it is worry. Can school let her come in the side door on a Monday?"),
    ("Family comments", "parent_views", "Nan sent a letter: glad she is doing well and can she have a school photo."),
    ("Social worker comments", "social_worker_views", "Sibling contact every other Sunday. Long term plan is with Megan. I have agreed to ask for contact to move to Saturday and will tell school by 20 March."),
    ("Class teacher comments", "school_views", "Alys has made good progress in oracy and is starting to read for pleasure. Her number work is secure to 20. She avoids the hall."),
)  # fmt: skip
LEARNING: Final = (
    ("Attainment summary", "attainment", "Progression step 1 secure in oracy and number, reading age 6y 9m (5y 11m in Sept). Writing just below friends in her class."),
    ("Attendance", "attendance", "92.8% on 27/02/2026. 5 of her 8 absences were Mondays."),
    ("Exclusions", "exclusions", "None"),
    ("ALN / IDP", "aln", "No IDP, on the watch list for writing"),
    ("Health and wellbeing", "health_wellbeing", "GP has checked her belly, nothing found. ELSA with Mrs Prosser since January. Safe place is the book den."),
    ("Barriers", "barriers_needs", "Worry after contact; noise; pencil grip"),
)  # fmt: skip
PREVIOUS: Final = (
    {"target": "Read 40 high frequency words", "outcome": "Met", "progress": "43 on 12 Feb, toe by toe with Mrs Prosser and the dog at home"},
    {"target": "Come into school happy", "outcome": "Partly", "progress": "Good Tuesday to Friday. Mondays still hard."},
)  # fmt: skip
TARGETS: Final = (
    {
        "target": "Alys will write three sentences with capital letters and full stops, without help",
        "actions": "Pencil grip and sentence strips, 10 mins before register with Miss Hopkin, 4 days a week from 9 March",
        "who": "Miss Hopkin",
        "by_when": "22/05/2026",
        "success_criteria": "3 pieces in her book, at present 1 sentence with help",
    },
    {
        "target": "Alys will come in by 9 on Mondays and choose a bear to say how she feels",
        "actions": "Side door, Mrs Prosser meets her with toast, feelings bears till 9.15",
        "who": "Mrs Prosser and Megan",
        "by_when": "End of April",
        "success_criteria": "5 Mondays out of 6, was 2 out of 6",
    },
    {
        "target": "More resilient in the hall",
        "actions": "Encourage her",
        "who": "Staff",
        "by_when": "Ongoing",
        "success_criteria": "",
    },
)
AFTER: Final = (
    ("PDG use", "funding", "£210 ELSA hours, £35 books. Reading age up 10 months in 5."),
    ("Clubs", "interests", "Urdd on Tuesday, wants to do gymnastics"),
    (
        "Transition / changes",
        "transition",
        "Year 3 is upstairs, visit with Mrs Prosser in June. New teacher Mr Glyn to come to the September PEP.",
    ),
)
TARGET_HEADS: Final = (
    ("target", "{} wording"),
    ("actions", "{} steps"),
    ("who", "{} led by"),
    ("by_when", "{} deadline"),
    ("success_criteria", "{} measure"),
)
PREVIOUS_HEADS: Final = (("target", "{}"), ("outcome", "{} RAG"), ("progress", "{} evidence"))


def build(path: Path) -> Gold:
    """Write the workbook and return its gold."""
    gold = Gold(FACTS)
    columns: list[tuple[str, str, str]] = []
    for group, entries in (("Learner", LEARNER), ("Voices", VOICE), ("Learning and wellbeing", LEARNING)):
        for head, section, value in entries:
            if section:
                gold.section(section, head, value)
            columns.append((group, head, value))
    gold.section("previous_targets", "Last target 1", PREVIOUS[0]["target"])
    for number, row in enumerate(PREVIOUS, start=1):
        gold.previous(row)
        columns += [("Review", head.format(f"Last target {number}"), row[part]) for part, head in PREVIOUS_HEADS]
    gold.section("targets", "New target 1 wording", TARGETS[0]["target"])
    for number, row in enumerate(TARGETS, start=1):
        gold.target(row)
        columns += [("Plan", head.format(f"New target {number}"), row[part]) for part, head in TARGET_HEADS]
    for head, section, value in AFTER:
        columns.append(("Other", head, gold.section(section, head, value)))
    _save(path, columns, gold.note(NOTICE))
    return gold


def _save(path: Path, columns: list[tuple[str, str, str]], notice: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "PEPs spring 2026"
    sheet["A1"], sheet["A2"] = "PEP register: plans finalised this term", notice
    sheet["A1"].font = Font(bold=True, size=14)
    last = ""
    for number, (group, head, value) in enumerate(columns, start=1):
        if group != last:
            sheet.cell(4, number, group).font = Font(bold=True, color="FFFFFF")
            last = group
        sheet.cell(4, number).fill = PatternFill("solid", fgColor="2E4053")
        sheet.cell(5, number, head).font = Font(bold=True)
        cell = sheet.cell(6, number, value or None)
        for each in (cell, sheet.cell(5, number)):
            each.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(number)].width = 42 if len(value) > 60 else 18
    sheet.freeze_panes = "B6"
    book.properties.created = book.properties.modified = WRITTEN.replace(tzinfo=None)
    buffer = io.BytesIO()
    book.save(buffer)
    fixed = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    members = members_of(buffer.getvalue())
    core = "docProps/core.xml"
    members[core] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + fixed, members[core])
    write_stable_zip(path, members)
