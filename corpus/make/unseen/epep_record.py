# mypy: disable-error-code="import-untyped,misc"
"""An ePEP record printed from a case system: label at the left, value at the right, no ruled lines anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kit.printed import Printout, style
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table, TableStyle

from unseen.gold import Gold

PAGE_TITLE: Final = style("record title", fontName="Helvetica", fontSize=16, leading=20)
TAB: Final = style(
    "record tab",
    fontName="Helvetica",
    fontSize=13,
    leading=16,
    spaceBefore=10,
    spaceAfter=4,
    textColor=colors.HexColor("#B03A2E"),
)
NAME: Final = style("record name", textColor=colors.HexColor("#566573"), fontSize=8.5)
VALUE: Final = style("record value")
HELP: Final = style(
    "record help", fontName="Helvetica-Oblique", fontSize=7.5, leading=9.5, spaceAfter=3, textColor=colors.HexColor("#808B96")
)
FACTS: Final = {
    "child": "Teddy Marchbank",
    "date_of_birth": "2017-01-08",
    "year_group": 4,
    "school": "St Oswin's RC Primary",
    "in_school": True,
    "looked_after_since": "2025-09-29",
    "meeting_date": "2025-10-22",
    "next_review": "2026-01-28",
    "first_pep": True,
    "jurisdiction": "england",
}  # fmt: skip
CORE: Final = (
    ("child_details", "Core information", (
        ("Full name", "Teddy Marchbank"),
        ("Known as", "Ted"),
        ("D.O.B.", "08-Jan-2017"),
        ("NCY", "4"),
        ("Gender", "Male"),
        ("Ethnicity", "White British"),
        ("CLA start date", "29-Sep-2025"),
        ("Legal status", "Interim care order (C1)"),
        ("Placement type", "Kinship foster care, maternal aunt"),
        ("Responsible authority", "Wearhope City Council"),
    )),
    ("school_details", "Education provision", (
        ("Provision name", "St Oswin's RC Primary"),
        ("Provision start date", "04-Sep-2021"),
        ("Attending full time", "Yes"),
        ("Designated teacher", "Miss H. Lumley"),
        ("Class teacher", "Mr Farrell"),
    )),
    ("meeting", "PEP event", (
        ("PEP held on", "22-Oct-2025"),
        ("PEP type", "Initial PEP"),
        ("First PEP for this child", "Yes"),
        ("Next PEP due", "28-Jan-2026"),
        ("Next CLA review", "24-Oct-2025"),
    )),
    ("attendees", "Invitees", (
        ("Carer", "Joanne Pallister (aunt) - attended"),
        ("Social worker", "Imran Sheikh - attended"),
        ("Parent", "Kerry Marchbank - attended by phone for ten minutes"),
        ("Virtual school", "Lesley Dunn - attended"),
    )),
)  # fmt: skip
TEXTS: Final = (
    ("Voice of the child", "Completed with the child before the meeting. Do not summarise.", (
        ("child_views", "What do you like about school?", "Mr Farrell is funny he does the voices. I like when we did the Vikings and I was the boat. Dinners is nice on Friday."),
        ("child_views", "What is tricky?", "Writing with the lines. and when Auntie Jo goes I think about my mum is she ok. Playtime I dont know who to go with now because Liam plays football."),
        ("child_views", "What would help?", "if I could ring my mum on a Wednesday. a buddy."),
        ("aspirations", "When I am older I would like to be", "A vet for big animals like cows or a person on the boats at the ferry."),
    )),
    ("Adults' views", "One box for each adult. Parents must be offered the chance to contribute.", (
        ("carer_views", "Carer comments", "He has been an absolute star considering. He asks every night if he is still going to St Oswins, can somebody tell him properly. Reading book comes home but I dont know what the dots mean on it."),
        ("parent_views", "Parent comments", "Kerry wants Ted to stay at St Oswin's and to keep going to altar servers. She said thank you to Mr Farrell."),
        ("social_worker_views", "Social worker comments", "Ted came into care in an emergency on 29 September. The plan is for him to stay with Joanne while assessments are done. School place is secure and transport is agreed until July. I will tell Ted this myself on Friday."),
        ("school_views", "Class teacher comments", "Ted is curious and talks brilliantly about topics. Since the summer he has been tearful at 3pm on Wednesdays. He finds it hard to start writing and waits for an adult."),
    )),
    ("Progress and attainment", "Enter teacher assessment at the last data point.", (
        ("attainment", "Reading", "Expected. Lime band, 104 words a minute"),
        ("attainment", "Writing", "Working towards. Can tell a story aloud, writes two or three sentences in 20 minutes"),
        ("attainment", "Mathematics", "Expected"),
        ("attendance", "Attendance this year", "91.2% at 17-Oct-2025, four days missed in the week he moved"),
        ("exclusions", "Suspensions", "0"),
    )),
    ("SEND, health and wellbeing", "Attach any plan, report or SDQ summary.", (
        ("aln", "SEND status", "No SEN. Miss Lumley will ask the SENCO to watch his writing."),
        ("health_wellbeing", "Emotional wellbeing", "SDQ sent to Joanne, not back. ELSA Mrs Coyle has seen him twice, he drew his two houses. Initial health assessment 3 November."),
        ("barriers_needs", "Barriers", "Worry about his mum and about where he will live. Loss of playtime friends. Getting started with writing."),
    )),
)  # fmt: skip
TARGETS: Final = (
    {
        "need": "Getting started with writing",
        "baseline": "2 to 3 sentences in 20 minutes with an adult",
        "target": "Ted will write six sentences in 20 minutes on his own after talking his ideas through",
        "actions": "Record ideas on a talking tin first, then write. Mr Farrell in every English lesson, Mrs Coyle twice a week for 15 minutes from 3 November.",
        "who": "Mr Farrell, Mrs Coyle",
        "by_when": "23-Jan-2026",
        "success_criteria": "Six sentences in three pieces in his book",
        "funding": "£45 talking tins, £240 ELSA time",
    },
    {
        "need": "Playtime",
        "baseline": "Alone most playtimes",
        "target": "Ted has somebody to play with at dinner time at least four days a week",
        "actions": "Buddy rota with two Year 5s, boat club in the library on Tuesdays and Thursdays",
        "who": "Mrs Coyle, buddies Ivy and Mo",
        "by_when": "19-Dec-2025",
        "success_criteria": "Ted's own tally card, checked on Fridays",
        "funding": "Nil",
    },
    {
        "need": "Worry about mum",
        "baseline": "",
        "target": "To feel settled",
        "actions": "Emotional support as needed",
        "who": "School",
        "by_when": "Next PEP",
        "success_criteria": "",
        "funding": "",
    },
)
LABELS: Final = (
    ("need", "Linked need"),
    ("baseline", "Starting point"),
    ("target", "Outcome sought"),
    ("actions", "Provision / strategy"),
    ("who", "Lead person(s)"),
    ("by_when", "Review date"),
    ("success_criteria", "Evidence of success"),
    ("funding", "PP+ cost"),
)
ENDING: Final = (
    ("Funding, enrichment and next moves", "PP+ must be linked to a target.", (
        ("funding", "PP+ summary", "£285 requested today, nothing spent before as he was not in care."),
        ("interests", "Clubs and activities", "Altar servers on Sunday, beavers until half term. Joanne has asked about cubs, starts January."),
        ("carer_role", "Learning at home", "Joanne hears him read three nights and will come to the reading workshop on 6 November to learn the book bands."),
        ("transition", "Planned changes", "None planned. If he has to move house the school place stays, Imran to confirm in writing by 31-Oct-2025."),
        ("sign_off", "Submitted by", "H. Lumley 24-Oct-2025 16:42"),
    )),
)  # fmt: skip
NO_TARGETS: Final = "First PEP so there are no earlier targets."


class Record(Printout):
    """Pages of labels and values without lines."""

    def pairs(self, entries: Sequence[tuple[str, str]]) -> None:
        """Print one label and value a line; an empty value leaves its place empty."""
        rows = [[Paragraph(label, NAME), self._value(value, VALUE)] for label, value in entries]
        table = Table(rows, colWidths=[self.width * 0.27, self.width * 0.73])
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ]
            )
        )
        self._story.append(table)

    @staticmethod
    def _value(text: str, look: ParagraphStyle) -> Paragraph:
        return Paragraph(text.replace("&", "&amp;"), look)


def build(path: Path) -> Gold:
    """Print the form and return its gold."""
    gold = Gold(FACTS)
    page = Record("ePEP record", "ePEP record 004417  |  Wearhope Virtual School", "Printed 24-Oct-2025 16:45 by H. Lumley")
    page.add("Electronic PEP: full record", PAGE_TITLE)
    page.add(
        gold.note(
            "Printed copies are uncontrolled. Check the live record before you rely on this page. Do not email outside secure systems."
        ),
        HELP,
    )
    for section, heading, entries in CORE:
        page.add(heading, TAB)
        gold.section(section, heading, entries[0][1])
        page.pairs(entries)
    for heading, help_text, boxes in TEXTS:
        _boxes(page, gold, heading, help_text, boxes)
    page.add("Review of earlier targets", TAB)
    page.pairs([("Notes", gold.section("previous_targets", "Review of earlier targets", NO_TARGETS))])
    page.add("Outcomes and provision", TAB)
    page.add(
        gold.note(
            "Good example: Jay will read 30 of the 45 Phase 5 words by 12 December (now 11). Poor example: Jay will try harder."
        ),
        HELP,
    )
    gold.section("targets", "Outcomes and provision", TARGETS[0]["target"])
    for number, row in enumerate(TARGETS, start=1):
        gold.target(row)
        page.add(
            f"Record {number} of {len(TARGETS)}", style("record count", fontName="Helvetica-Bold", spaceBefore=5, spaceAfter=2)
        )
        page.pairs([(label, row[part]) for part, label in LABELS])
    for heading, help_text, boxes in ENDING:
        _boxes(page, gold, heading, help_text, boxes)
    page.save(path)
    return gold


def _boxes(page: Record, gold: Gold, heading: str, help_text: str, boxes: Sequence[tuple[str, str, str]]) -> None:
    page.add(heading, TAB)
    page.add(gold.note(help_text), HELP)
    seen: set[str] = set()
    for section, label, text in boxes:
        if section == "child_views":
            gold.note(label)
        if section not in seen:
            gold.section(section, label, text)
            seen.add(section)
    page.pairs([(label, text) for _, label, text in boxes])
