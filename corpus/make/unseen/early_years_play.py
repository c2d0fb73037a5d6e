"""An English early-years form: play prompts with the answer in the prompt's own cell, an Invited/Present grid, a block a next step."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit.word import Look, WordForm

from unseen.gold import Gold

LOOK: Final = Look("DejaVu Sans", 9, "7B3F98", "7B3F98", "F3E8F7")
FACTS: Final = {
    "child": "Zayn Whitlock",
    "date_of_birth": "2022-02-19",
    "year_group": -1,
    "school": "Puddle Lane Nursery",
    "in_school": True,
    "looked_after_since": "2024-08-05",
    "meeting_date": "2025-11-13",
    "next_review": "2026-03-12",
    "first_pep": False,
    "jurisdiction": "england",
}
ABOUT: Final = (
    ("My name is", "Zayn Whitlock"),
    ("I like to be called", "Zayn or Zee"),
    ("My birthday", "19/02/2022"),
    ("I am a", "Boy"),
    ("Language(s) I hear at home", "English, some Urdu from my nan on the phone"),
    ("My family background", "White and Asian (Pakistani)"),
    ("I came into care on", "05/08/2024"),
    ("Legal status", "Full care order (s31)"),
    ("I live with", "Foster carers Denise and Col, since 05/08/2024. No moves."),
)
SETTING: Final = (
    ("My setting is", "Puddle Lane Nursery"),
    ("URN / Ofsted", "EY 000000, Good (2023)"),
    ("I started on", "09/09/2024"),
    ("My hours each week", "30 hours, five days, 9 to 3"),
    ("My key person", "Tash Oduya"),
    ("Room", "Pre-school (nursery year, school Sept 2026)"),
)
GRID: Final = (
    ("Child", "Zayn", "", "popped in at the end"),
    ("Foster carer", "Denise Harker", "✓", "✓"),
    ("Parent", "Amina Whitlock", "✓", "✗"),
    ("Key person", "Tash Oduya", "✓", "✓"),
    ("Designated person", "Fiona Beck (manager)", "✓", "✓"),
    ("Social worker", "Ruth Calloway", "✓", "✓ Teams"),
    ("Health visitor", "J. Amos", "✓", "✗ sent report"),
    ("Virtual School", "Paul Denning", "✓", "✓"),
)
PLAY: Final = (
    (
        "I like playing with…",
        "diggers in the mud, the water tray, anything that pours. I line the diggers up biggest to smallest",
    ),
    ("I am good at…", "Climbing! jumping off the log. I know all the colours (Tash watched me sort the pegs)"),
    ("My friends are…", "Oscar. I sit by Oscar at snack and say Osca come"),
    ("I am happy when…", "it is outdoor time and when Denise comes at the gate"),
    ("I am sad when…", "people go in and out the door. The hand dryer. When Oscar is poorly"),
    ("When I grow up…", "digger man"),
)
AREAS: Final = (
    ("Communication and language", "22-36 months", "Uses 3 word phrases with adults. Harder to follow in a group. Understands more than he can say."),
    ("Personal, social and emotional", "30-50 months", "Settles within 5 mins now. Takes turns with Oscar if a grown up is near."),
    ("Physical development", "On track", "Confident climber, pedals a trike. Holds a chunky crayon in his fist."),
    ("Literacy", "22-36 months", "Will sit for a digger book. Fills in the last word."),
    ("Mathematics", "On track", "Counts to 5, sorts by size"),
)  # fmt: skip
LAST: Final = (
    {
        "target": "Zayn will come into nursery without crying",
        "progress": "Yes from about half term. Tash meets him at the side gate with a digger. Took 40 mins in Sept last year, now under 5.",
        "outcome": "Met",
    },
    {
        "target": "Zayn will put two words together",
        "progress": "He does with us and with Denise, not yet with other children. SALT waiting list.",
        "outcome": "Partly",
    },
)
STEPS: Final = (
    {
        "target": "Zayn will ask another child for a turn using two or more words, without an adult starting him off",
        "actions": "Tash plays a turn taking game with Zayn and Oscar for 10 minutes every day after snack, modelling 'my turn please'.",
        "who": "Tash (Hana when Tash is off)",
        "by_when": "By 13 February 2026",
        "success_criteria": "Heard 3 times in a week on the tally sheet. At the moment 0, he grabs or waits.",
    },
    {
        "target": "Listen to a story in a group of four to the end",
        "actions": "Short digger books, carpet spot by the door, Hana to use the story sack. Denise reads the same book at bedtime.",
        "who": "Hana and Denise",
        "by_when": "Easter",
        "success_criteria": "4 mins by Christmas, 7 mins by Easter",
    },
    {
        "target": "Feel safe when people come and go",
        "actions": "Be aware of his feelings",
        "who": "All staff",
        "by_when": "Ongoing",
        "success_criteria": "He seems happier",
    },
)
STEP_LABELS: Final = (
    ("target", "I will be able to…"),
    ("actions", "What grown-ups will do, and how often"),
    ("who", "Who will help me"),
    ("by_when", "By"),
    ("success_criteria", "We will know because…"),
)


def build(path: Path) -> Gold:
    """Print the form and return its gold."""
    gold = Gold(FACTS)
    form = WordForm(LOOK, "My Early Years PEP", "Harrowmere Virtual School")
    form.running_heads("Harrowmere Council Virtual School  |  EY PEP version 7", "OFFICIAL-SENSITIVE when complete")
    form.paragraph("My Early Years PEP", bold=True, size=20, colour=LOOK.accent)
    form.paragraph(
        gold.note("This plan is for every child in care from birth until the summer before they start reception. Please write it as if the child will read it one day."),
        italic=True,
    )  # fmt: skip
    _dates(form, gold)
    _pairs(form, "All about me", gold, "child_details", ABOUT)
    _pairs(form, "Where I play and learn", gold, "school_details", SETTING)
    _grid(form, gold)
    _play(form, gold)
    _grown_ups(form, gold)
    _learning(form, gold)
    _next_steps(form, gold)
    _end(form, gold)
    form.save(path)
    return gold


def _bar(form: WordForm, text: str) -> str:
    """Print a heading the way this council does: white on a purple bar, a table of one cell."""
    form.gap(2)
    form.head_row(form.table([1]), [text], repeat=False)
    return text


def _pairs(form: WordForm, heading: str, gold: Gold, section: str, entries: tuple[tuple[str, str], ...]) -> None:
    _bar(form, heading)
    gold.section(section, heading, entries[0][1])
    table = form.table([1, 2])
    for label, value in entries:
        cells = form.row(table)
        form.label(cells[0], label)
        form.fill(cells[1], value)


def _dates(form: WordForm, gold: Gold) -> None:
    gold.section("meeting", "Date of this PEP", "13/11/2025")
    table = form.table([1, 1, 1, 1])
    form.row(table, ["Date of this PEP", "13/11/2025", "Date of last PEP", "26/06/2025"])
    form.row(table, ["Date of next PEP", "12/03/2026", "Is this the first PEP?", "No"])
    form.row(
        table, ["Time and place", "1.15pm (nap time), the family room at nursery", "Date of next CLA review", "20/01/2026"]
    )


def _grid(form: WordForm, gold: Gold) -> None:
    heading = _bar(form, "Attendance at my PEP")
    gold.section("attendees", heading, "Denise Harker")
    table = form.table([2, 3, 1, 1.6])
    form.head_row(table, ["Role", "Name", "Invited", "Present"])
    for row in GRID:
        form.row(table, row)


def _play(form: WordForm, gold: Gold) -> None:
    heading = _bar(form, "My voice")
    form.paragraph(
        gold.note("Watch, listen and play alongside. Babies and toddlers tell us with their bodies as well as words."),
        italic=True,
        size=8,
    )
    gold.section("child_views", heading, PLAY[0][1])
    table = form.table([1, 1])
    for left, right in zip(PLAY[::2], PLAY[1::2], strict=True):
        for cell, (prompt, answer) in zip(form.row(table), (left, right), strict=True):
            form.fill(cell, gold.note(prompt), bold=True, colour=LOOK.accent)
            form.fill(cell, answer)
    cells = form.row(table)
    merged = cells[0].merge(cells[1])
    form.fill(merged, "How did you find out?", bold=True)
    form.fill(
        merged,
        "Tash did a photo walk with Zayn on 6 Nov, he held the camera and she wrote what he pointed at and said. 14 photos in his learning journey.",
    )


def _grown_ups(form: WordForm, gold: Gold) -> None:
    entries = (
        ("carer_views", "What my foster carer says", "Denise: He is a different little lad. Sleeps through most nights. He has started to sing in the car. I worry about the word thing, my own two were chatting by now, and no one rings me back about speech therapy."),
        ("parent_views", "What my mum or dad says", "Amina could not come. She told Ruth she likes the photos and wants him to keep some Urdu words. Contact is Saturday fortnightly."),
        ("social_worker_views", "What my social worker says", "Zayn is settled with Denise and Col and the plan is long term fostering. No change of placement is expected. Medical done September, hearing test clear."),
        ("school_views", "What my key person says", "Zayn is a lovely busy boy. Since September he has gone from standing at the fence to running to the mud kitchen. He needs one grown up to be near, if Tash goes out he follows her."),
    )  # fmt: skip
    for section, heading, text in entries:
        _bar(form, heading)
        form.row(form.table([1]), [gold.section(section, heading, text)])


def _learning(form: WordForm, gold: Gold) -> None:
    heading = _bar(form, "How I am developing")
    form.paragraph(
        gold.note("Use the development bands your setting uses. Attach the two-year-old progress check if it has been done."),
        italic=True,
        size=8,
    )
    gold.section("attainment", heading, AREAS[0][2])
    table = form.table([2, 1.3, 4])
    form.head_row(table, ["Area of learning", "Where I am now", "Comment"])
    for row in AREAS:
        form.row(table, row)
    for section, title, text in (
        ("attendance", "How often I come", "94% since September. 6 days off with chicken pox. Never late."),
        ("health_wellbeing", "My health and feelings", "Immunisations up to date. Red book with Denise. Referred to speech and language 02/07/2025, no date yet. Does not like loud sudden noises, we turned off the hand dryer."),
        ("aln", "Any special educational needs or early help", "SEN support from October 2025 for speech. No EHC needs assessment at present."),
    ):  # fmt: skip
        _bar(form, title)
        form.row(form.table([1]), [gold.section(section, title, text)])


def _next_steps(form: WordForm, gold: Gold) -> None:
    heading = _bar(form, "Looking back: my last next steps")
    gold.section("previous_targets", heading, LAST[0]["target"])
    table = form.table([2, 3.4, 1])
    form.head_row(table, ["Last time we said", "What happened", "Met / partly / not yet"])
    for row in LAST:
        form.row(table, list(gold.previous(row).values()))
    heading = _bar(form, "Looking forward: my next steps")
    form.paragraph(
        gold.note("For example: Sam will choose between two toys by pointing, four times out of five, by the end of term."),
        italic=True,
        size=8,
    )
    gold.section("targets", heading, STEPS[0]["target"])
    for number, step in enumerate(STEPS, start=1):
        table = form.table([1, 2.6])
        cells = form.row(table)
        form.fill(cells[0].merge(cells[1]), f"Next step {number}", bold=True, colour=LOOK.accent)
        for part, label in STEP_LABELS:
            cells = form.row(table)
            form.label(cells[0], label)
            form.fill(cells[1], gold.target(step)[part] if part == "target" else step[part])
        form.gap(2)


def _end(form: WordForm, gold: Gold) -> None:
    for section, title, text in (
        ("funding", "Early Years Pupil Premium (EYPP) and PP+", "EYPP £570 a year. £180 on Tash's turn taking training (Oct), £95 on the story sacks. Impact: settles in 5 mins not 40."),
        ("transition", "My next move", "Big school September 2026. Denise and Ruth to look at Marlpit Primary and St Hilda's before the 15 January deadline. Fiona will ask the reception teacher to visit in June."),
        ("interests", "Things I do outside nursery", "Swimming on Sunday with Col. Rhyme time at the library. Denise wants to try soft play at a quiet time."),
        ("carer_role", "How my carers help me learn at home", "Same book each night for a week, naming things on the walk, photos sent to nursery on a Monday."),
    ):  # fmt: skip
        _bar(form, title)
        form.row(form.table([1]), [gold.section(section, title, text)])
    form.gap(6)
    form.paragraph("Completed by: Fiona Beck, nursery manager and designated person        Date: 14/11/2025")
    form.paragraph(
        gold.note("Privacy: the Virtual School keeps this plan under Article 6(1)(e) of the UK GDPR and shares it only with people who support the child."),
        italic=True,
        size=7,
    )  # fmt: skip
