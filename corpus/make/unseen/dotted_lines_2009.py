"""An old Welsh form, printed 2009 and still in use: numbered sections, dotted lines, all targets in one row of cells."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.word import Look, WordForm

from unseen.gold import Gold

LOOK: Final = Look("Liberation Serif", 11, "000000", "FFFFFF", "FFFFFF", "000000")
LINE: Final = 112
"""Characters to a dotted line."""
FACTS: Final = {
    "child": "Iestyn Rees",
    "date_of_birth": "2013-06-04",
    "year_group": 7,
    "school": "Ysgol Gyfun Cwm Hesg",
    "in_school": True,
    "looked_after_since": "2021-11-15",
    "meeting_date": "2025-10-09",
    "next_review": "2026-04-16",
    "first_pep": False,
    "jurisdiction": "wales",
}
VIEWS: Final = "I like rugby and DT and Mr Bevan who does the workshop. The corridors is mad at change over I just stand there till they gone. Sometimes I goes in the toilet. French is boring. I want to keep going to rugby on Thursday and not miss it for contact. I said about a pass to leave 5 mins early and they said they would see."
CARER: Final = "Mr and Mrs Pask say Iestyn comes home tired but has not refused a day. They help with spellings and would like a paper copy of the timetable, the app does not work on their phone."
SCHOOL: Final = "Has settled better than we feared after the move up from primary. Polite, works hard when he knows what is wanted. Writing is slow and he avoids it. CATs: verbal 84, non-verbal 108."
LAST: Final = (
    {
        "target": "Visit the comp four times before July",
        "outcome": "Achieved",
        "progress": "went five times, last one on his own with Mr Bevan",
    },
    {"target": "Learn 50 high frequency spellings", "outcome": "Partly achieved", "progress": "31 right in July"},
)
TARGETS: Final = (
    {
        "target": "Iestyn to spell 80 of the 100 words on the Year 7 list (31 now)",
        "actions": "15 mins with Mrs Orrell (LSA) Mon, Wed, Fri in registration, look-cover-write. Mrs Pask tests ten on Sunday.",
        "who": "Mrs Orrell, Mrs Pask",
        "by_when": "27 February 2026",
    },
    {
        "target": "To get to lessons on time in four lessons out of five",
        "actions": "Early pass from Monday 13 October, Mr Bevan to check the late book each Friday",
        "who": "Mr Bevan (DP)",
        "by_when": "Christmas",
    },
    {
        "target": "To improve his confidence in French",
        "actions": "Support in class",
        "who": "French dept",
        "by_when": "Next review",
    },
)


def build(path: Path) -> Gold:
    """Print the form and return its gold."""
    gold = Gold(FACTS)
    form = WordForm(LOOK, "Personal Education Plan", "Cwm Hesg LEA", margin_cm=2.2)
    form.running_heads("LAC/PEP/2 (Rev. Sept 2009)", "White copy: school   Yellow copy: social services   Pink copy: carer")
    form.paragraph("CYNGOR BWRDEISTREF CWM HESG COUNTY BOROUGH", bold=True, size=12)
    form.paragraph("PERSONAL EDUCATION PLAN FOR A LOOKED AFTER CHILD", bold=True, size=14)
    form.paragraph(
        gold.note(
            "To be completed in BLACK INK within 20 school days of the child becoming looked after or changing school. See guidance notes overleaf."
        ),
        size=9,
    )
    _numbered(form, "1.  PERSONAL DETAILS")
    gold.section("child_details", "1.  PERSONAL DETAILS", "Iestyn Rees")
    _dotted(form, ("Surname and forename", "Iestyn Rees"), ("D.O.B.", "4.6.13"))
    _dotted(form, ("M/F", "M"), ("Ethnic group", "White Welsh"), ("First language", "English"))
    _dotted(form, ("Legal status", "Care Order"), ("Date looked after", "15.11.21"))
    _dotted(form, ("Carers", "Mr and Mrs Pask, Tan-y-bryn (foster)"), ("since", "3.3.22"))
    _dotted(form, ("Social worker", "D. Kinsey"), ("Tel.", "01632 960114"))
    _numbered(form, "2.  SCHOOL DETAILS")
    gold.section("school_details", "2.  SCHOOL DETAILS", "Ysgol Gyfun Cwm Hesg")
    _dotted(form, ("School", "Ysgol Gyfun Cwm Hesg"), ("Year", "7"), ("Form", "7B"))
    _dotted(form, ("Designated teacher", "Mr A. Bevan"), ("Date admitted", "3.9.25"))
    form.paragraph("NOT in education (tick):  [ ]        Full time (tick):  [x]")
    _numbered(form, "3.  DATE AND PRESENT AT MEETING")
    gold.section("meeting", "3.  DATE AND PRESENT AT MEETING", "9.10.25")
    _dotted(form, ("Date of this PEP", "9.10.25"), ("Date of last PEP", "19.6.25"))
    _lines(
        form,
        "Present:",
        "Iestyn, Mrs Pask, Mr Bevan, Mrs Orrell, D. Kinsey. Apologies from the LAC nurse and from Iestyn's father.",
    )
    _text(
        form,
        gold,
        "education_history",
        "4.  PREVIOUS SCHOOLS (with dates and reason for leaving)",
        "Nant Fach Primary 2017 to Nov 2021 (came into care), Ysgol Gynradd y Ddôl Nov 2021 to July 2025 (moved up).",
    )
    _text(
        form,
        gold,
        "aln",
        "5.  SPECIAL EDUCATIONAL NEEDS",
        "School IDP since 2023 for literacy, last looked at 2.7.25. Reader in tests and 3 x 15 mins spelling.",
        "School Action / School Action Plus / Statement  (delete as applicable)",
    )
    _text(form, gold, "attendance", "6.  ATTENDANCE", "97.4% since September, 1 day (dentist).")
    _text(form, gold, "exclusions", "7.  EXCLUSIONS (number of days)", "none")
    _text(form, gold, "school_views", "8.  SCHOOL'S COMMENTS ON PROGRESS AND ACHIEVEMENT", SCHOOL)
    _text(
        form,
        gold,
        "child_views",
        "9.  THE YOUNG PERSON'S VIEWS",
        VIEWS,
        "What do you like about school? What would you change? (to be filled in by or with the young person)",
    )
    _text(form, gold, "carer_views", "10.  THE CARER'S VIEWS", CARER)
    _text(
        form,
        gold,
        "health_wellbeing",
        "11.  HEALTH",
        "Asthma, blue inhaler in the office and in his bag. Glasses for reading, forgets them. Talks to Mr Bevan when worried.",
    )
    _last(form, gold)
    _targets(form, gold)
    _text(
        form,
        gold,
        "interests",
        "14.  OUT OF SCHOOL ACTIVITIES",
        "Under 12s rugby Thursday and Sunday, fishing with Mr Pask. Wants to try air cadets when 12.",
    )
    _text(
        form,
        gold,
        "funding",
        "15.  GRANT (RAISE / other)",
        "PDG £150 for Mrs Orrell's time, £62 boots. Boots mean he plays every week.",
    )
    _numbered(form, "16.  NEXT REVIEW AND SIGNATURES")
    gold.section("sign_off", "16.  NEXT REVIEW AND SIGNATURES", "A. Bevan")
    _dotted(form, ("Date of next PEP", "16.4.26"), ("Date of next LAC review", "2.12.25"))
    _dotted(form, ("Signed (school)", "A. Bevan"), ("Date", "10.10.25"))
    _dotted(form, ("Signed (social worker)", "D Kinsey"), ("Date", "14/10"))
    form.save(path)
    return gold


def _numbered(form: WordForm, heading: str) -> None:
    form.paragraph(heading, bold=True)


def _dotted(form: WordForm, *entries: tuple[str, str]) -> None:
    """Print labels with what was typed over the dots, filled up to the width of the line."""
    room = LINE // len(entries)
    form.paragraph("  ".join(f"{label}: {value} ".ljust(room, ".") for label, value in entries))


def _lines(form: WordForm, label: str, text: str) -> None:
    """Print text typed on dotted lines; the lines that were left over stay."""
    form.paragraph(f"{label} {text} ......".strip())
    form.paragraph("." * LINE)


def _text(form: WordForm, gold: Gold, section: str, heading: str, text: str, prompt: str = "") -> None:
    _numbered(form, heading)
    if prompt:
        form.paragraph(gold.note(prompt), italic=True, size=9)
    _lines(form, "", gold.section(section, heading, text))


def _last(form: WordForm, gold: Gold) -> None:
    heading = "12.  PROGRESS ON TARGETS SET AT LAST PEP"
    _numbered(form, heading)
    gold.section("previous_targets", heading, LAST[0]["target"])
    form.paragraph(gold.note("State achieved, partly achieved or not achieved for each."), italic=True, size=9)
    for letter, row in zip("abc", LAST, strict=False):
        gold.previous(row)
        form.paragraph(f"({letter})  {row['target']} ........ {row['outcome']}, {row['progress']}")


def _targets(form: WordForm, gold: Gold) -> None:
    heading = "13.  TARGETS AGREED AT THIS MEETING"
    _numbered(form, heading)
    gold.section("targets", heading, TARGETS[0]["target"])
    table = form.table([3, 3.6, 1.6, 1.5])
    form.head_row(table, ["Targets (no more than 4)", "Action to be taken", "By whom", "By when"])
    cells = form.row(table)
    for cell, part in zip(cells, ("target", "actions", "who", "by_when"), strict=True):
        form.fill(cell, "\n".join(f"{number}. {row[part]}" for number, row in enumerate(TARGETS, start=1)))
    for row in TARGETS:
        gold.target(row)
    form.gap()
