"""A post-16 Personal Education and Training Plan: numbered paragraphs, targets as running text, no table at all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.printed import BODY, Printout, style

from unseen.gold import Gold

HEADING: Final = style("petp heading", fontName="Times-Bold", fontSize=12, leading=15, spaceBefore=9, spaceAfter=3)
TITLE: Final = style("petp title", fontName="Times-Bold", fontSize=18, leading=22, alignment=1, spaceAfter=4)
TEXT: Final = style(
    "petp text", fontName="Times-Roman", fontSize=11, leading=14, leftIndent=26, firstLineIndent=-26, spaceAfter=3
)
PLAIN: Final = style("petp plain", fontName="Times-Roman", fontSize=11, leading=14, leftIndent=26, spaceAfter=5)
NOTE: Final = style("petp note", fontName="Times-Italic", fontSize=9.5, leading=12, spaceAfter=4)
FACTS: Final = {
    "child": "Blessing Okoro",
    "date_of_birth": "2008-12-19",
    "year_group": 12,
    "school": "Marrowby Sixth Form and Technical College",
    "in_school": True,
    "looked_after_since": "2020-01-14",
    "meeting_date": "2025-11-26",
    "next_review": "2026-03-25",
    "first_pep": False,
    "jurisdiction": "england",
}
ABOUT: Final = (
    "Name of young person: Blessing Okoro. Prefers Bee.",
    "Date of birth: 19/12/2008. Academic year: Year 12.",
    "Became looked after on 14/01/2020. Legal status: section 20, accommodated. Lives in supported lodgings with Marian Stokes since 1 August 2025.",
)
SETTING: Final = (
    "College or provider: Marrowby Sixth Form and Technical College.",
    "Course and level: Health and Social Care T Level, year 1, with GCSE Maths resit. Full time, 22 taught hours and a placement from January.",
    "Designated tutor: Gareth Simms. Course leader: Anita Rao.",
)
MEETING: Final = (
    "Date of this PETP: 26/11/2025, 4pm, tutor base. Date of last PETP: 02/07/2025 (Year 11, at school). Date of next PETP: 25/03/2026.",
    "Present: Bee, Gareth Simms, Marian Stokes, Lorna Tighe (social worker), Ade Cole (personal adviser, by phone). Apologies: Anita Rao, who sent a report.",
)
PARTS: Final = (
    ("child_views", "What I want people to know", (
        "College is a million times better than school, people talk to me like an adult. I love the anatomy unit and I got a distinction for the poster. Maths resit is doing my head in, I got a 3 twice now and there's 30 of us in there.",
        "I get the 5.50 bus back and sometimes I'm the only one at the stop. I would like the late pass or a different bus. I asked for Ade to be here and he is so thanks.",
    )),
    ("aspirations", "Where I want to be", (
        "Bee wants to be a paramedic. She has read the entry pages for two universities and knows she needs maths at grade 4 and a C1 licence in time. Second idea: ambulance care assistant at 18.",
    )),
    ("attainment", "How my course is going", (
        "Anita Rao, by email: Bee is working at merit with distinction in one unit. Assignments in on time, 3 of 3. Reflective writing is descriptive, she needs to say why. GCSE Maths: mock on 12 November 41%, about 9 marks short of a 4.",
    )),
    ("attendance", "Attendance and punctuality", ("96.1% to 21 November. Five lates, all Monday, all bus.",)),
    ("aln", "Learning support", ("No EHCP. 25% extra time agreed from school evidence, in place for maths since 10 October.",)),
    ("health_wellbeing", "Health and wellbeing", (
        "Bee has a therapist at CAMHS until she is 18 and worries about what happens after. Lorna to find out. Registered with a GP and dentist here. Gareth is the adult she goes to.",
    )),
    ("barriers_needs", "What could get in the way", (
        "Maths confidence after two fails. Money: she sends some home. Moved lodgings two weeks before enrolment, missed induction.",
    )),
    ("carer_views", "Views of carer or lodgings provider", (
        "Marian: shes no trouble, studies at the kitchen table most nights, id like to know dates for placement so I can sort a packed tea.",
    )),
    ("social_worker_views", "Views of social worker", (
        "Pathway plan started with Ade and due on 19 March. No plan to move from Marian's. I agree the bus is a worry and will ask about a taxi for placement days.",
    )),
)  # fmt: skip
PREVIOUS: Final = (
    {"target": "Enrol on a Level 3 course at college", "outcome": "Achieved.", "progress": "Started on 8 September, one week late because of the move."},
    {"target": "Pass GCSE Maths with grade 4", "outcome": "Not achieved.", "progress": "Grade 3 in August, 7 marks off. Carried forward as Target 1 below."},
)  # fmt: skip
TARGETS: Final = (
    {
        "target": "Bee will score at least 55% on the March maths mock paper, up from 41%.",
        "actions": "One to one maths every Tuesday at 12.30 for ten weeks from 2 December, working on ratio and algebra first. Same past paper questions at home, 20 minutes twice a week.",
        "who": "Dev Patel (maths coach), Bee.",
        "by_when": "13 March 2026.",
        "success_criteria": "Mark on the March mock paper.",
    },
    {
        "target": "Write two reflective logs that explain why as well as what happened.",
        "actions": "Anita gives a marked example and Bee redrafts one log with her on 9 December.",
        "who": "Anita Rao and Bee.",
        "by_when": "End of January, before placement.",
        "success_criteria": "Both logs marked at merit or above.",
    },
    {
        "target": "Be safe getting home.",
        "actions": "Gareth to ask the timetable team to move the Thursday class or agree an early pass, Lorna to cost a taxi.",
        "who": "Gareth Simms, Lorna Tighe.",
        "by_when": "12 December.",
        "success_criteria": "Bee is not waiting alone after 5.30.",
    },
    {
        "target": "Keep up her good attitude.",
        "actions": "Praise.",
        "who": "College.",
        "by_when": "",
        "success_criteria": "",
    },
)
LABELS: Final = (
    ("actions", "How"),
    ("who", "Who"),
    ("by_when", "When"),
    ("success_criteria", "How we will know"),
)


def build(path: Path) -> Gold:
    """Print the form and return its gold."""
    gold = Gold(FACTS)
    page = Printout("PETP", "Marrowby Council Virtual College  -  Post-16 PETP", "Restricted: personal information")
    page.add("Personal Education and Training Plan", TITLE)
    page.add(
        gold.note("For looked-after young people in Years 12 and 13. The plan sits alongside the Pathway Plan and does not replace it. Write to the young person, not about them, wherever you can."),
        NOTE,
    )  # fmt: skip
    number = 0
    for section, heading, lines in (
        ("child_details", "About the young person", ABOUT),
        ("school_details", "Study, training or work", SETTING),
        ("meeting", "This review", MEETING),
        *PARTS,
    ):
        number += 1
        page.add(f"{number}.  {heading}", HEADING)
        if section == "child_views":
            page.add(
                gold.note(
                    "Prompts: What is going well? What would you change about your course? Is there anything outside college that makes it harder?"
                ),
                NOTE,
            )
        first = lines[0].partition(": ")[2] if section in ("child_details", "school_details", "meeting") else lines[0]
        gold.section(section, f"{number}.  {heading}", first)
        for place, line in enumerate(lines, start=1):
            page.add(f"{number}.{place}  {line}", TEXT)
    number = _previous(page, gold, number + 1)
    number = _targets(page, gold, number + 1)
    for section, heading, text in (
        ("funding", "Bursary and other funding", "16-19 bursary £1,200 in three payments, first paid 3 October. Laptop from the Virtual College, no spend on maths yet. Ten maths sessions £300 agreed today."),
        ("post16", "Next steps after this course", "Back-up route: ambulance care assistant apprenticeship opens in June 2027. Careers interview with Simone Lake booked 20 January 2026. Driving: provisional licence to be paid by leaving care team in January."),
        ("interests", "Life outside college", "Gospel choir Friday nights, first aid cadets. Would like to start swimming again if there is a free pass."),
    ):  # fmt: skip
        number += 1
        page.add(f"{number}.  {heading}", HEADING)
        page.add(f"{number}.1  {gold.section(section, f'{number}.  {heading}', text)}", TEXT)
    page.add("Plan written by: Gareth Simms, 27/11/2025. Read and agreed by: Blessing Okoro, 01/12/2025.", BODY)
    page.add(
        gold.note(
            "Your information: we share this plan with your college, your carer and your leaving care team. You can ask to see it at any time."
        ),
        NOTE,
    )
    page.save(path)
    return gold


def _previous(page: Printout, gold: Gold, number: int) -> int:
    heading = f"{number}.  What we agreed last time"
    page.add(heading, HEADING)
    gold.section("previous_targets", heading, PREVIOUS[0]["target"])
    for place, row in enumerate(PREVIOUS, start=1):
        gold.previous(row)
        page.add(f"{number}.{place}  Last target: {row['target']}. Outcome: {row['outcome']} {row['progress']}", TEXT)
    return number


def _targets(page: Printout, gold: Gold, number: int) -> int:
    heading = f"{number}.  Targets until the next PETP"
    page.add(heading, HEADING)
    page.add(
        gold.note(
            "About three targets. Example: Target: Alex will pass the Level 2 food hygiene test. How: online course at the library. Who: Alex. When: May."
        ),
        NOTE,
    )
    gold.section("targets", heading, TARGETS[0]["target"])
    for place, row in enumerate(TARGETS, start=1):
        gold.target(row)
        rest = " ".join(f"{label}: {row[part]}" for part, label in LABELS if row[part])
        page.add(f"{number}.{place}  Target {place}: {row['target']} {rest}", TEXT)
    return number
