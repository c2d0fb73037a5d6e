"""An English secondary form: bold headings and plain text, then a landscape sheet with one target a column."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from docx.enum.section import WD_ORIENT, WD_SECTION
from kit.word import Look, WordForm

from unseen.gold import Gold

LOOK: Final = Look("Liberation Sans", 10, "1B4F72", "1B4F72", "EAF2F8")
FACTS: Final = {
    "child": "Kian Dooley",
    "date_of_birth": "2010-10-30",
    "year_group": 10,
    "school": "Thornbridge Park School",
    "in_school": True,
    "looked_after_since": "2022-04-11",
    "meeting_date": "2026-02-11",
    "next_review": "2026-06-10",
    "first_pep": False,
    "jurisdiction": "england",
}
HEAD_LINES: Final = (
    "Young person: Kian Dooley",
    "Date of birth: 30 October 2010",
    "Year: 10",
    "Care status and date into care: Section 31, 11 April 2022. Third foster home, with Pauline and Mick Greer since August 2024.",
)
SCHOOL_LINES: Final = (
    "School: Thornbridge Park School (11 to 16)",
    "Designated Teacher: Mrs S. Vance",
    "On roll since: September 2022. Full timetable, 5 GCSEs and a construction course one day a week at Redcar Road Skills Centre.",
)
MEETING_LINES: Final = (
    "Date of this PEP: 11 February 2026",
    "Previous PEP: 8 October 2025",
    "Next PEP: 10 June 2026",
    "There: Kian (all of it), Pauline Greer, Mrs Vance, Tariq Mahmood (social worker), Jo Leary (Virtual School). Kian's dad was invited and sent a text.",
)
PARTS: Final = (
    ("child_views", "In my own words", "Going well: construction, Mr Kahn says I could get on the level 2. Maths is alright since I moved set.\nNot so good: English. We have done the same play for 9 weeks and I cant write for that long, my hand kills and then I get told to carry on. I want to use a laptop in the exam like Jayden does.\nAlso can people stop pulling me out of PE for meetings. Today was ok because it was last lesson."),
    ("aspirations", "Aspirations", "Bricklayer or plasterer, own van by 25. His uncle Des is a plasterer and has said he can come on jobs in the summer. Wants to know what grades the apprenticeship asks for."),
    ("strengths", "What others admire about Kian", "Grafter. Never late for Redcar Road. Looks out for new lads in Year 7. Mick says he has rebuilt half the shed."),
    ("attainment", "Attainment and predicted grades", "Maths working at 4, predicted 5. English Language working at 2, predicted 3 (target 4). English Lit 2. Combined Science 3-3. Construction Level 1 Pass, on course for Merit. Reading age 11y 4m (Jan 2026)."),
    ("attendance", "Attendance, lateness and suspensions", "93.6% up to 6 February, 4 lates. One suspension of 1 day in November (swore at cover teacher in English). None since."),
    ("aln", "SEND", "SEN Support, K. Joint hypermobility seen by OT in 2023, recommendations never put in place. Exam access arrangements test not done."),
    ("health_wellbeing", "Social, emotional and mental health", "SDQ 15 (was 19). Sees youth worker Dele on Mondays. Sleep is better. Pauline says he gets low around his mum's birthday in March and asked staff to know."),
    ("barriers_needs", "Barriers to learning", "a) Pain and slow handwriting, 9 words a minute. b) Cover lessons in English: 14 since September. c) Gaps from Year 7 when he had three moves."),
    ("carer_views", "Carer", "Pauline: He reads the van magazine cover to cover so dont tell me he cant read. I have asked three times about the laptop. He is a pleasure to have and we want him here till he is grown."),
    ("parent_views", "Family", "Dad texted to say well done on the wall and he will be at the next one."),
    ("social_worker_views", "Social worker", "Kian's care plan is permanence with the Greers. I will chase the OT report and send it to Mrs Vance by 20 February. Contact with dad is monthly and positive."),
    ("funding", "Pupil Premium Plus", "£520 this term: English tutor 12 x £35, PPE boots and gloves £60, transport to Redcar Road £40. Boots and transport mean 100% attendance at the centre."),
)  # fmt: skip
PREVIOUS: Final = (
    {"target": "Move up to Maths set 3", "progress": "Moved 1 December after scoring 61% in the test.", "outcome": "Achieved"},
    {"target": "Write for 20 minutes in English", "progress": "Nine minutes at best. We did not know about the OT advice.", "outcome": "Not achieved"},
    {"target": "Attend Redcar Road every week", "progress": "18 out of 18.", "outcome": "Achieved"},
)  # fmt: skip
TARGETS: Final = (
    {
        "target": "Type a 300 word answer to an English Language paper 1 question in 45 minutes and score at least 12 out of 24.",
        "need": "Scored 6 on paper in December. Hand hurts, ideas are there.",
        "actions": "Laptop in every English lesson from 23 February. Touch typing 15 minutes, Monday and Thursday form time. Tutor Ms Farrow, 12 sessions.",
        "who": "Mrs Vance (laptop), Ms Farrow, Kian",
        "by_when": "22 May 2026",
        "success_criteria": "Marked answer, 12/24 or more. Typing speed 25 wpm, from 14.",
    },
    {
        "target": "Access arrangements tested and applied for",
        "need": "Kian asked. Deadline is next February.",
        "actions": "Assessor booked for 4 March, OT report sent on by Tariq",
        "who": "Mr Odell SENCO, Tariq Mahmood",
        "by_when": "31 March 2026",
        "success_criteria": "Form 8 on file and Kian told the result",
    },
    {
        "target": "Kian to know the entry grades for three construction routes",
        "need": "His question at this PEP",
        "actions": "Careers interview, open evening at Tees Vale College 18 March",
        "who": "Mrs Doyle careers; Mick takes him",
        "by_when": "Easter",
        "success_criteria": "One side of A4 in his own words brought to the June PEP",
    },
    {
        "target": "Improve behaviour in English",
        "need": "Suspension",
        "actions": "Report card",
        "who": "School",
        "by_when": "Ongoing",
        "success_criteria": "Fewer incidents",
    },
)
ROWS: Final = (
    ("target", "What do I want to achieve?"),
    ("need", "Why does it matter?"),
    ("actions", "How will it happen?"),
    ("who", "Who will be responsible?"),
    ("by_when", "When?"),
    ("success_criteria", "What will we see, measure or count?"),
)


def build(path: Path) -> Gold:
    """Print the form and return its gold."""
    gold = Gold(FACTS)
    form = WordForm(LOOK, "PEP KS4", "Eskvale Virtual School", margin_cm=2)
    form.running_heads("Eskvale Borough Council", "Eskvale Virtual School, KS4 PEP, March 2024 edition")
    form.paragraph("Personal Education Plan: Key Stage 4", bold=True, size=18, colour=LOOK.accent)
    form.paragraph(
        gold.note("Keep it short and keep it about the young person. Delete the grey notes when you have finished."),
        italic=True,
        colour="808080",
    )
    for section, heading, lines in (
        ("child_details", "Essential information", HEAD_LINES),
        ("school_details", "Education", SCHOOL_LINES),
        ("meeting", "The meeting", MEETING_LINES),
    ):
        form.paragraph(heading, bold=True)
        gold.section(section, heading, lines[0].partition(": ")[2])
        for line in lines:
            form.paragraph(line)
    for section, heading, text in PARTS:
        form.paragraph(heading, bold=True)
        if section == "child_views":
            form.paragraph(
                gold.note("Ask what is going well, what is not so good and what would help. Record who helped and when."),
                italic=True,
                colour="808080",
            )
        for line in gold.section(section, heading, text).splitlines():
            form.paragraph(line)
    form.paragraph("How did we get on?", bold=True)
    gold.section("previous_targets", "How did we get on?", PREVIOUS[0]["target"])
    for row in PREVIOUS:
        gold.previous(row)
        form.paragraph(f"Target set in October: {row['target']}. {row['outcome']}. {row['progress']}")
    _sheet(form, gold)
    form.save(path)
    return gold


def _sheet(form: WordForm, gold: Gold) -> None:
    page = form.document.add_section(WD_SECTION.NEW_PAGE)
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    form.width = float(page.page_width.cm) - 4
    heading = "Target sheet: February to June 2026"
    form.paragraph(heading, bold=True, size=14, colour=LOOK.accent)
    form.paragraph(
        gold.note("Three or four targets are enough. At least one should be the young person's own idea."),
        italic=True,
        colour="808080",
    )
    gold.section("targets", heading, TARGETS[0]["target"])
    table = form.table([1.2, *[2] * len(TARGETS)])
    form.head_row(table, ["", *(f"Target {number}" for number in range(1, len(TARGETS) + 1))])
    for part, label in ROWS:
        cells = form.row(table)
        form.label(cells[0], label)
        for cell, row in zip(cells[1:], TARGETS, strict=True):
            form.fill(cell, row[part])
    for row in TARGETS:
        gold.target(row)
    form.gap()
    form.paragraph("Agreed by", bold=True)
    form.paragraph(gold.section("sign_off", "Agreed by", "S Vance 12/02/26, Kian D (signed on paper), P Greer 12/02/26"))
