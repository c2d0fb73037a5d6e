"""A Welsh-only secondary form: one long table whose full-width shaded rows are the headings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from docx.table import Table
from kit.word import Look, WordForm

from unseen.gold import Gold

LOOK: Final = Look("Liberation Sans", 9.5, "00563F", "00563F", "E6F0EC")
FACTS: Final = {
    "child": "Gwenno Madog",
    "date_of_birth": "2011-12-02",
    "year_group": 9,
    "school": "Ysgol Uwchradd Glan Ceirw",
    "in_school": True,
    "looked_after_since": "2023-02-27",
    "meeting_date": "2026-01-21",
    "next_review": "2026-06-24",
    "first_pep": False,
    "jurisdiction": "wales",
}
DETAILS: Final = (
    ("Enw'r dysgwr", "Gwenno Madog", "Dyddiad geni", "02/12/2011"),
    ("Enw a ffefrir", "Gwens", "Blwyddyn ysgol", "9"),
    ("Hunaniaeth ac ethnigrwydd", "Cymraes, Gwyn", "Iaith gyntaf", "Cymraeg"),
    ("Statws cyfreithiol", "Gorchymyn gofal", "Dyddiad dechrau derbyn gofal", "27/02/2023"),
    ("Lleoliad presennol", "Gofalwyr maeth, Pentre Rhedyn", "Awdurdod cyfrifol", "Cyngor Bro Meirwen"),
)
SCHOOL: Final = (
    ("Ysgol", "Ysgol Uwchradd Glan Ceirw", "Dyddiad dechrau", "05/09/2023"),
    ("Person dynodedig", "Mr Emyr Tudor", "Athrawes ddosbarth", "Miss Lowri Haf"),
    ("Ar y gofrestr yn llawn amser?", "[x] Ydy  [ ] Nac ydy", "Oriau'r wythnos", "25"),
)
DATES: Final = (
    ("Dyddiad y CAP hwn", "21/01/2026", "Dyddiad y CAP blaenorol", "25/06/2025"),
    ("Dyddiad yr adolygiad CAP nesaf", "24/06/2026", "Ai hwn yw'r CAP cyntaf?", "Nage"),
)
PEOPLE: Final = (
    ("Dysgwr", "Gwenno", "Do", "Do, am yr hanner awr gyntaf"),
    ("Gofalwr maeth", "Eirlys Bowen", "Do", "Do"),
    ("Rhiant", "Delyth Madog", "Do", "Ymddiheuriadau"),
    ("Gweithiwr cymdeithasol", "Hari Gruffudd", "Do", "Do"),
    ("Person dynodedig", "Emyr Tudor", "Do", "Do"),
    ("Cydlynydd addysg plant sy'n derbyn gofal", "Menna Lloyd", "Do", "Do"),
)
VIEWS: Final = """Ysgrifennais hwn ar y Chromebook efo Miss Haf dydd Llun. Dwi'n licio Cerdd a Chelf ac mae Drama yn briliant. Dwi ddim yn licio Maths achos mae o'n mynd yn rhy sydyn a does neb yn stopio.
Be fasa'n helpu: eistedd yn y ffrynt, a rhywun yn gofyn i fi ar ben fy hun, dim o flaen pawb. Dwi isio cadw'r gwersi telyn plis!! Hefyd dwi ddim isio dod allan o Gelf i gael cyfarfodydd."""
NARRATIVE: Final = (
    ("aspirations", "Dyheadau a gyrfaoedd", "Mae Gwenno eisiau gweithio ym myd y theatr, naill ai goleuo neu golur. Hoffai ddewis Drama, Celf a Cherdd ar gyfer TGAU. Ymweliad â Theatr y Glannau wedi ei drefnu at 12 Mawrth gan Mr Tudor."),
    ("strengths", "Cryfderau a llwyddiannau", "Llais canu hyfryd, ffrind ffyddlon. Enillodd y wobr gyntaf am y delyn yn Eisteddfod yr ysgol. Mae hi'n barod iawn i helpu'r plant iau."),
    ("carer_views", "Barn y gofalwr", "Eirlys: Mae Gwenno yn hapus yma ac yn bwyta'n dda. Gwaith cartref ydi'r frwydr, dim llawer o waith yn dod adra a wedyn ffrae nos Sul. Mi faswn i'n licio gwybod o flaen llaw be sydd i'w wneud."),
    ("parent_views", "Barn y rhieni", "Ffoniodd Hari fam Gwenno ar 14 Ionawr. Mae hi'n falch iawn o'r delyn ac yn gofyn am gopi o'r adroddiad."),
    ("social_worker_views", "Sylwadau'r gweithiwr cymdeithasol", "Mae'r lleoliad yn sefydlog ac mae Gwenno yn gweld ei brawd bob pythefnos. Dim newid i'r cynllun gofal a chymorth. Byddaf yn gofyn am ganiatâd i'r daith i Gaerdydd erbyn diwedd Ionawr."),
    ("school_views", "Sylwadau'r ysgol", "Blwyddyn dda ar y cyfan. Mae Gwenno yn cyfrannu mewn gwersi ymarferol ond yn tawelu mewn Mathemateg a Gwyddoniaeth. Mae ei hathrawon yn canmol ei chwrteisi."),
    ("attendance", "Presenoldeb ac absenoldeb", "95.2% hyd at 16/01/2026. Dau ddiwrnod sâl, un apwyntiad deintydd."),
    ("exclusions", "Gwaharddiadau", "Dim."),
    ("aln", "Anghenion dysgu ychwanegol (ADY)", "CDU ysgol ers Tachwedd 2024 am ddyscalcwlia. Adolygwyd 19/11/2025. DDdY: sesiwn rhif unwaith yr wythnos mewn grŵp o dri."),
    ("health_wellbeing", "Iechyd a lles emosiynol", "Sgôr SDQ 13 (Hydref), 17 y llynedd. Yn gweld y cwnselydd Nia Wyn bob yn ail ddydd Iau. Oedolyn y gall ymddiried ynddo: Miss Haf."),
    ("barriers_needs", "Anghenion a rhwystrau rhag dysgu", "1. Bylchau mewn rhif ar ôl colli hanner Blwyddyn 5. 2. Nid yw'n gofyn am help o flaen eraill. 3. Gwaith cartref heb gyrraedd adref."),
)  # fmt: skip
LEVELS: Final = (
    ("Cymraeg", "Cam cynnydd 4", "Ydy"),
    ("Saesneg", "Cam cynnydd 4", "Ydy"),
    ("Mathemateg", "Cam cynnydd 3, oed rhif 9:02", "Nac ydy"),
    ("Gwyddoniaeth", "Cam cynnydd 3", "Bron"),
)
PREVIOUS: Final = (
    {
        "target": "Darllen un nofel Gymraeg bob hanner tymor",
        "outcome": "Wedi'i gyflawni",
        "progress": "Tair nofel wedi eu darllen ac adolygiad byr ar bob un yn y cylchgrawn ysgol.",
    },
    {
        "target": "Gwella Mathemateg",
        "outcome": "Heb ei gyflawni",
        "progress": "Ni ddechreuodd y grŵp tan fis Tachwedd. Targed newydd isod.",
    },
)
TARGETS: Final = (
    {
        "target": "Bydd Gwenno yn gwybod ei thablau 6, 7, 8 a 9 heb gymorth, 40 allan o 48 yn gywir",
        "need": "22 allan o 48 ym mis Ionawr; yn cyfri ar ei bysedd",
        "actions": "Ap tablau 10 munud ar ddechrau pob sesiwn rhif gyda Mrs Prydderch ar ddydd Mercher, ac Eirlys yn holi deg cwestiwn ar nos Sul",
        "who": "Mrs Prydderch ac Eirlys",
        "by_when": "Erbyn 22 Mai 2026",
        "success_criteria": "Prawf papur o 48 cwestiwn, dwy wythnos yn olynol",
        "funding": "GDD £260",
    },
    {
        "target": "Gofyn am help ym mhob gwers Fathemateg drwy ddefnyddio'r cerdyn melyn",
        "need": "Ddim yn codi llaw",
        "actions": "Cerdyn ar y ddesg, Mr Rhydderch yn dod draw o fewn dwy funud. Gwers ymarfer ar 28 Ionawr.",
        "who": "Gwenno, Mr Rhydderch",
        "by_when": "Gwyliau'r Pasg",
        "success_criteria": "Cerdyn yn cael ei ddefnyddio o leiaf deirgwaith yr wythnos",
        "funding": "",
    },
    {
        "target": "Bod yn fwy trefnus gyda gwaith cartref",
        "need": "Ffrae nos Sul",
        "actions": "Cadw golwg ar bethau",
        "who": "Pawb",
        "by_when": "Parhaus",
        "success_criteria": "",
        "funding": "",
    },
)
COLUMNS: Final = (
    ("target", "Targed"),
    ("need", "Pam?"),
    ("actions", "Sut? / Camau gweithredu"),
    ("who", "Pwy?"),
    ("by_when", "Erbyn pryd?"),
    ("success_criteria", "Meini prawf llwyddiant"),
    ("funding", "Cyllid"),
)
AFTER: Final = (
    ("funding", "Grant Datblygu Disgyblion (GDD): gwariant ac effaith", "£300 ar wersi telyn: hyder yn tyfu, perfformiodd o flaen 200. £260 ar y grŵp rhif o Ionawr ymlaen."),
    ("interests", "Diddordebau hamdden a chlybiau", "Aelwyd bob nos Fercher, telyn, nofio gyda'i brawd. Hoffai ymuno â'r clwb drama yn y dref, Eirlys i ffonio."),
    ("carer_role", "Cefnogaeth gartref", "Lle tawel wrth fwrdd y gegin, gwaith cartref cyn swper dydd Mawrth a Iau, gofyn deg tabl nos Sul."),
    ("transition", "Pontio", "Dewis pynciau TGAU erbyn 13 Mawrth. Noson opsiynau 4 Chwefror, Eirlys a Hari i fynd gyda hi."),
)  # fmt: skip
WIDTHS: Final = (1.3, 1.6, 1.3, 1.6)


def build(path: Path) -> Gold:
    """Print the form and return its gold."""
    gold = Gold(FACTS, "cy")
    form = WordForm(LOOK, "Cynllun Addysg Personol", "Cyngor Bro Meirwen", margin_cm=1.5)
    form.running_heads("Cyngor Bro Meirwen – Gwasanaeth Addysg Plant sy'n Derbyn Gofal", "Cyfrinachol pan fydd wedi'i lenwi")
    form.paragraph("CYNLLUN ADDYSG PERSONOL (CAP) – UWCHRADD", bold=True, size=16, colour=LOOK.accent)
    form.paragraph(
        gold.note("Dylid llenwi'r ffurflen hon gyda'r dysgwr cyn y cyfarfod. Peidiwch â gadael blychau'n wag: nodwch pam nad oes gwybodaeth."),
        italic=True, size=8.5,
    )  # fmt: skip
    table = form.table(WIDTHS)
    for section, heading, rows in (
        ("child_details", "Manylion personol", DETAILS),
        ("school_details", "Manylion yr ysgol", SCHOOL),
        ("meeting", "Dyddiadau", DATES),
    ):
        _band(form, table, heading)
        gold.section(section, heading, rows[0][1])
        for row in rows:
            cells = form.row(table, row)
            for cell in cells[::2]:
                form.shade(cell, LOOK.label_fill)
    _people(form, table, gold)
    _views(form, table, gold)
    for section, heading, text in NARRATIVE:
        _narrative(form, table, gold.section(section, heading, text), heading)
    _levels(form, gold)
    _targets(form, gold)
    table = form.table(WIDTHS)
    for section, heading, text in AFTER:
        _narrative(form, table, gold.section(section, heading, text), heading)
    _band(form, table, "Llofnod a dosbarthu")
    _wide(
        form,
        table,
        gold.section(
            "sign_off", "Llofnod a dosbarthu", "Emyr Tudor, 23/01/2026. Copi i Gwenno, Eirlys, Hari a Menna ar 26/01/2026."
        ),
    )
    form.paragraph(
        gold.note("Hysbysiad preifatrwydd: cedwir y cynllun hwn gan y Cyngor yn unol â Deddf Diogelu Data 2018."),
        italic=True,
        size=7.5,
    )
    form.save(path)
    return gold


def _band(form: WordForm, table: Table, heading: str) -> None:
    cells = form.row(table)
    merged = cells[0].merge(cells[-1])
    form.fill(merged, heading, bold=True, colour=LOOK.head_text)
    form.shade(merged, LOOK.head_fill)
    form.keep_with_next(merged)


def _wide(form: WordForm, table: Table, text: str, *, italic: bool = False) -> None:
    cells = form.row(table)
    form.fill(cells[0].merge(cells[-1]), text, italic=italic)


def _narrative(form: WordForm, table: Table, text: str, heading: str) -> None:
    _band(form, table, heading)
    _wide(form, table, text)


def _heads(form: WordForm, table: Table, heads: Sequence[str]) -> None:
    for cell, head in zip(form.row(table), heads, strict=True):
        form.fill(cell, head, bold=True)
        form.shade(cell, LOOK.label_fill)


def _people(form: WordForm, table: Table, gold: Gold) -> None:
    _band(form, table, "Gwahoddwyd ac yn bresennol")
    gold.section("attendees", "Gwahoddwyd ac yn bresennol", "Eirlys Bowen")
    _heads(form, table, ("Rôl", "Enw", "Gwahoddwyd", "Yn bresennol"))
    for row in PEOPLE:
        form.row(table, row)


def _views(form: WordForm, table: Table, gold: Gold) -> None:
    _band(form, table, "Llais y dysgwr")
    _wide(
        form,
        table,
        gold.note("Beth sy'n mynd yn dda? Beth sy'n anodd? Beth fyddai'n helpu? Nodwch sut y casglwyd y farn."),
        italic=True,
    )
    _wide(form, table, gold.section("child_views", "Llais y dysgwr", VIEWS))


def _levels(form: WordForm, gold: Gold) -> None:
    form.gap()
    form.paragraph("Cyrhaeddiad a chynnydd", bold=True, size=12, colour=LOOK.accent)
    gold.section("attainment", "Cyrhaeddiad a chynnydd", LEVELS[0][1])
    table = form.table([2, 3, 2])
    _heads(form, table, ("Pwnc", "Lefel bresennol", "Ar y trywydd?"))
    for row in LEVELS:
        form.row(table, row)


def _targets(form: WordForm, gold: Gold) -> None:
    form.gap()
    form.paragraph("Adolygu targedau blaenorol", bold=True, size=12, colour=LOOK.accent)
    gold.section("previous_targets", "Adolygu targedau blaenorol", PREVIOUS[0]["target"])
    table = form.table([3, 1.6, 4])
    _heads(form, table, ("Targed blaenorol", "Canlyniad", "Tystiolaeth"))
    for row in PREVIOUS:
        form.row(table, list(gold.previous(row).values()))
    form.gap()
    form.paragraph("Camau nesaf: targedau CAMPUS", bold=True, size=12, colour=LOOK.accent)
    form.paragraph(
        gold.note("Enghraifft: Bydd Sam yn ysgrifennu tri pharagraff heb gymorth erbyn hanner tymor."), italic=True, size=8.5
    )
    gold.section("targets", "Camau nesaf: targedau CAMPUS", TARGETS[0]["target"])
    table = form.table([2, 1.5, 2.4, 1.2, 1.2, 1.6, 0.9])
    _heads(form, table, [label for _, label in COLUMNS])
    for target in TARGETS:
        gold.target(target)
        form.row(table, [target[part] for part, _ in COLUMNS])
    form.gap()
