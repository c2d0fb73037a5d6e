"""A cross-phase PEP for pupils with an EHC plan, as OpenDocument: two fields to a row, tables inside cells, old targets beside new."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from kit.markup import paragraphs
from kit.packaging import write_stable_zip

from unseen.gold import Gold

FACTS: Final = {
    "child": "Maisie Thorogood",
    "date_of_birth": "2012-10-05",
    "year_group": 8,
    "school": "Larchfield School",
    "in_school": True,
    "looked_after_since": "2018-06-12",
    "meeting_date": "2026-01-29",
    "next_review": "2026-05-20",
    "first_pep": False,
    "jurisdiction": "england",
}
DETAILS: Final = (
    ("Child or young person", "Maisie Thorogood", "Date of birth", "5th October 2012"),
    ("Year group", "Year 8", "Pronouns", "she / her"),
    ("Date entered care", "12th June 2018", "Legal status", "Full Care Order"),
    ("Lives with", "Long-term foster carers, the Abbotts", "Responsible LA", "Penmoor County Council"),
)
SCHOOL: Final = (
    ("Name of setting", "Larchfield School", "Type", "Special (MLD), maintained"),
    ("Date started", "4th September 2023", "Attends full time?", "Yes"),
    ("Designated CiC lead", "Mrs Nadia Hussain", "Class", "Beech, Mr Corey Pitt"),
)
MEETING: Final = (
    ("Date of PEP meeting", "29th January 2026", "Date of next PEP", "20th May 2026"),
    ("Last PEP", "25th September 2025", "Annual review of EHCP", "11th March 2026"),
    ("Is this an initial PEP?", "No", "Held at", "Larchfield, sensory room, 10 am"),
)
PEOPLE: Final = (
    ("Maisie", "showed her film and left", "Sue Abbott, carer", "here"),
    ("Nadia Hussain", "here", "Corey Pitt, teacher", "here"),
    ("Bethan Cross, social worker", "here (online)", "Ros, speech therapist", "sent report"),
)
VIEWS: Final = """Maisie made a 2 minute film with Corey and her talking mats. Her signs and words, typed by Corey:
Cooking YES. Horse YES big thumbs. Bus noisy NO. Assembly NO hands over ears.
"I want to do the shop on my own." She chose the shop picture three times.
She put the picture of Ella next to herself and of the bus in the bin."""
LEFT_RIGHT: Final = (
    (("strengths", "What is working", "Cooks beans on toast with picture cards. Makes everyone laugh. Remembers every birthday. Counts coins to 20p."),
     ("barriers_needs", "What is not working", "Noise on the bus, arrives upset 3 days in 5. Waiting. Cannot yet be understood by people who do not know her.")),
    (("carer_views", "What the carer says", "Sue: She has come on so much, she made her own breakfast on Sunday!! The bus is our main thing, 50 mins and a new escort every week. We want her to be able to go in the shop with me and pay."),
     ("social_worker_views", "What the social worker says", "Stable, permanent home. I have written to transport about one regular escort and will ring on 5 February. Direct payments review in April.")),
    (("attendance", "Attendance", "97%, lost 6 days to a chest infection in December."),
     ("health_wellbeing", "Health, therapy and wellbeing", "Epilepsy, care plan updated Nov 2025. Salt weekly from Ros. OT says ear defenders and deep pressure before bus. SDQ not suitable, we use the school wellbeing scale: 3.6 of 5.")),
    (("interests", "Fun and friends", "Riding for the Disabled on Saturday, Ella comes for tea. Would love drama, Sue looking at the Tuesday group."),
     ("aspirations", "The future", "Working in a shop or with horses. Maisie's EHCP outcome for 18 is to shop and cook with one adult nearby.")),
)  # fmt: skip
AREAS: Final = (
    ("Communication", "Engagement: 60 signs, 25 words", "up from 41 signs"),
    ("Number", "Pre-key stage 4", "as expected"),
    ("Reading", "Pre-key stage 3, 18 social sight words", "slower than we hoped"),
)
PREVIOUS: Final = (
    {"target": "Maisie will order her drink at snack using sign and word", "outcome": "Met", "progress": "8 days out of 10 in November without a prompt"},
    {"target": "Read 25 social sight words", "outcome": "Partly met", "progress": "18, missed Dec"},
    {"target": "Be calmer on the bus", "outcome": "Not met", "progress": "7 different escorts since Sept"},
)  # fmt: skip
TARGETS: Final = (
    {
        "target": "Maisie will buy one item in the village shop, asking by sign and word and handing over the coins, with Corey two steps behind",
        "actions": "Role play shop Monday and Wednesday, real shop every Friday from 6th Feb",
        "who": "Corey Pitt; Sue does it on Saturdays",
        "by_when": "15th May 2026",
        "success_criteria": "4 Fridays out of 5 with no more than one prompt",
    },
    {
        "target": "Read 25 social sight words (18 now), including EXIT, TOILETS and PAY HERE",
        "actions": "5 minute card game daily, photo hunt on the way to the shop",
        "who": "Miss Lark TA",
        "by_when": "Easter",
        "success_criteria": "25 on the checklist two weeks running",
    },
    {
        "target": "Arrive at school ready to learn 4 days in 5",
        "actions": "Same escort, ear defenders, first seat, deep pressure at the gate",
        "who": "Bethan (transport), Nadia",
        "by_when": "Half term then review",
        "success_criteria": "Arrival chart, 2 days in 5 at present",
    },
)
HEADS: Final = ("Old target", "How did it go?", "Evidence", "New target", "What will happen", "Led by", "By", "Measured by")
LAST: Final = (
    (("aln", "EHCP: provision in section F", "15 hours TA, weekly salt, 1:1 at swimming. All in place except OT which was 2 visits not 6."),
     ("funding", "PP+ and top-up", "£400 for shop trips and a coin till, £150 ear defenders and talking mats app. Film shows she uses the app at home as well.")),
    (("transition", "Preparing for the next move", "Key Stage 4 building in September 2026, same site. Visits from June with Ella, photo book by Corey."),
     ("sign_off", "Completed and agreed", "N Hussain 30.1.26, S Abbott 2.2.26")),
)  # fmt: skip
NAMESPACES: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
STYLES: Final = (
    '<style:style style:name="T" style:family="paragraph"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top="8pt" fo:margin-bottom="3pt"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold" fo:color="#1a5276"/></style:style>'
    '<style:style style:name="L" style:family="paragraph"><style:text-properties fo:font-size="9pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="N" style:family="paragraph"><style:text-properties fo:font-size="9pt" fo:font-style="italic" fo:color="#666666"/></style:style>'
    '<style:style style:name="V" style:family="paragraph"><style:text-properties fo:font-size="9.5pt"/></style:style>'
    '<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #7f8c8d" fo:padding="2pt"/></style:style>'
)


def build(path: Path) -> Gold:
    """Print the form and return its gold."""
    gold = Gold(FACTS)
    body = [_p("Personal Education Plan (SENDPEP)", "T")]
    body.append(
        _p(
            gold.note(
                "Use this version only for pupils who have an Education, Health and Care Plan. It does not replace the annual review."
            ),
            "N",
        )
    )
    for section, heading, rows in (
        ("child_details", "Section 1 Who I am", DETAILS),
        ("school_details", "Section 2 Where I learn", SCHOOL),
        ("meeting", "Section 3 When we met", MEETING),
        ("attendees", "Section 4 Who helped with this plan", PEOPLE),
    ):
        gold.section(section, heading, rows[0][0] if section == "attendees" else rows[0][1])
        labelled = section != "attendees"
        body += [_p(heading, "H"), _fields(rows, labelled=labelled)]
    body += _views(gold)
    body.append(_table([[_box(gold, left), _box(gold, right)] for left, right in LEFT_RIGHT]))
    body += _learning(gold)
    body += _targets(gold)
    body.append(_table([[_box(gold, left), _box(gold, right)] for left, right in LAST]))
    body.append(
        _p(
            gold.note(
                "Data protection: Penmoor County Council is the data controller for this form. Retain until the young person's 75th birthday."
            ),
            "N",
        )
    )
    _save(path, "".join(body))
    return gold


def _views(gold: Gold) -> list[str]:
    heading = "Section 5 Maisie's voice"
    note = gold.note("Use photographs, symbols, talking mats or film. Say how the views were gathered and who helped.")
    text = gold.section("child_views", heading, VIEWS)
    return [_p(heading, "H"), _table([[_p(note, "N") + _lines(text)]])]


def _learning(gold: Gold) -> list[str]:
    heading = "Section 6 Learning"
    gold.section("attainment", heading, AREAS[0][1])
    inner = _table(
        [[_p(head, "L") for head in ("Area", "Level", "Progress")], *([_lines(cell) for cell in row] for row in AREAS)]
    )
    school = gold.section(
        "school_views",
        "Teacher's comment",
        "Maisie has had a super term for talking. Reading stood still in December when she was poorly. She is proud of her cooking and teaches the younger ones.",
    )
    return [_p(heading, "H"), _table([[inner, _p("Teacher's comment", "L") + _lines(school)]])]


def _targets(gold: Gold) -> list[str]:
    heading = "Section 7 Targets: looking back and looking forward"
    example = gold.note("Example: Pat will put on her own coat at home time with one reminder, 4 days out of 5, by half term.")
    gold.section("previous_targets", heading, PREVIOUS[0]["target"])
    gold.section("targets", heading, TARGETS[0]["target"])
    rows = [[_p(head, "L") for head in HEADS]]
    for old, new in zip(PREVIOUS, TARGETS, strict=True):
        gold.previous(old)
        gold.target(new)
        rows.append([_lines(cell) for cell in (*old.values(), *new.values())])
    return [_p(heading, "H"), _p(example, "N"), _table(rows)]


def _box(gold: Gold, entry: tuple[str, str, str]) -> str:
    section, label, text = entry
    return _p(label, "L") + _lines(gold.section(section, label, text))


def _fields(rows: Sequence[Sequence[str]], *, labelled: bool) -> str:
    looks = ("L", "V", "L", "V") if labelled else ("V", "V", "V", "V")
    return _table([[_p(cell, look) for cell, look in zip(row, looks, strict=True)] for row in rows])


def _p(text: str, look: str) -> str:
    return f'<text:p text:style-name="{look}">{escape(text)}</text:p>'


def _lines(text: str) -> str:
    return "".join(_p(line, "V") for line in paragraphs(text))


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table; each cell is XML already, perhaps with a table of its own."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell table:style-name="C" office:value-type="string">{_closed(cell)}</table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table><table:table-column table:number-columns-repeated="{len(rows[0])}"/>{lines}</table:table>'


def _closed(cell: str) -> str:
    """A cell that ends in a table gets the empty paragraph that word processors put there."""
    return f"{cell}<text:p/>" if cell.endswith("</table:table>") else cell


def _save(path: Path, body: str) -> None:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    write_stable_zip(
        path, {"mimetype": kind.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    )
