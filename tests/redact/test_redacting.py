"""Names go, ordinary words stay, the same person is the same everywhere."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.core.plan import Language, Plan
from qa_app.redact import Name, NameKind, Redactor, StandIns, copy_of, find_names, leftovers

PlanOf = Callable[..., Plan]


def redacted(plan: Plan, stand_ins: StandIns | None = None) -> str:
    return (stand_ins or StandIns()).redactor(find_names(plan), plan.language).redact(plan.document.text).text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("She went with Mrs Tibbott to the shop.", ["Tibbott", "Mrs"]),
        ("Tibbott's room was calm. I saw Miss Tibbott.", ["Tibbott"]),
        ("He plays with Zebedee at break. Zebedee lives next door.", ["Zebedee"]),
        ("She sat with Rose at lunch, and Rose said she was kind.", ["Rose"]),
        ("Ask Miss Church about Church choir.", ["Miss Church"]),
        ("He went to stay with Auntie Jo for tea.", ["Jo"]),
        ("Signed: P. Tibbott 12/01/2026, and Paula Tibbott agreed.", ["Tibbott", "P."]),
        ("Who: Dev Tibbott (maths coach)", ["Dev", "Tibbott"]),
        ("Moved from Oak Vale Primary to Ysgol Maes-y-Drain in June.", ["Oak Vale", "Maes-y-Drain"]),
        ("St Wilf's Primary is near.", ["Wilf"]),
        ("Kestrelshire County Council sent it. The Kestrelshire form is long.", ["Kestrelshire"]),
        ("They live at 12 Gorse Road, XY9 9ZZ.", ["Gorse", "XY9"]),
        ("She moved to Reading and her mum lives near Bath.", ["Bath", "moved to Reading"]),
        ("Aeth hi i Gaerdydd ac mae'n byw yng Nghaerdydd, nid yn Nhregwylan.", ["Gaerdydd", "Nghaerdydd", "Nhregwylan"]),
        ("Printed by p.tibbott. Seen by Paula Tibbott.", ["tibbott"]),
    ],
)  # fmt: skip
def test_names_in_running_text_go(plan_of: PlanOf, text: str, gone: list[str]) -> None:
    assert [name for name in gone if name in redacted(plan_of(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Reading is hard. In Reading and Writing she does well.",
        "Bath time is at six. Grace before meals.",
        "Will she come in May? We may know by 4 May 2026, or in April.",
        "Hope for the best. Young people said so.",
        "Erbyn 22 Mai bydd hi'n barod. Mai 2026 yw'r dyddiad.",
        "On Monday the Year 7 class had English, Welsh and PE with the Head.",
        "Personal Education Plan\nViews of Social Worker\nPupil Premium Plus",
        "The ALNCo and the SENCO met CAMHS. The IDP was agreed with the TA.",
        "He got 54 words a minute on 11/12/2025, up from 38, at a cost of £300.",
        "Mae hi'n mwynhau Cymraeg a Saesneg ym Mlwyddyn 6.",
    ],
)
def test_ordinary_capitals_stay(plan_of: PlanOf, text: str) -> None:
    assert redacted(plan_of(text)) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Will likes art. Will he come? He saw Will.", "Child A likes art. Will he come? He saw Child A."),
        ("In May we saw May. May is ready.", "In May we saw Child A. Child A is ready."),
        ("Grace to read daily. Ask Grace's carer.", "Child A to read daily. Ask Child A's carer."),
        ("Gwelais Mai ym mis Mai. Mai: hapus.", "Gwelais Child A ym mis Mai. Child A: hapus."),
    ],
)
def test_a_child_whose_name_is_a_word(plan_of: PlanOf, text: str, wanted: str) -> None:
    child = next(name for name in ("Will", "May", "Grace", "Mai") if f"{name}" in wanted or name in text)
    assert redacted(plan_of(text, child=f"{child} Tibbott")) == wanted


def test_one_person_is_one_stand_in_under_every_name(plan_of: PlanOf) -> None:
    text = "Mrs Tibbott (class teacher) came. Paula rang, then P Tibbott signed. Nel Tibbott was happy, so was Nel."
    plan = plan_of(text, child="Nel Tibbott", people=(("Paula Tibbott", "class-teacher"),))
    assert (
        redacted(plan)
        == "Teacher 1 (class teacher) came. Teacher 1 rang, then Teacher 1 signed. Child A was happy, so was Child A."
    )


def test_couples_share_a_surname(plan_of: PlanOf) -> None:
    plan = plan_of("Dot and Alf Tibbott came. Mr and Mrs Orpin did not.", people=(("Dot and Alf Tibbott", "foster-carer"),))
    assert redacted(plan).startswith("Carer 1 and Carer 2 came.")
    assert "Orpin" not in redacted(plan)


def test_the_same_over_plans_and_languages(plan_of: PlanOf) -> None:
    stand_ins = StandIns()
    people = (("Sioned Tibbott", "social-worker"),)
    first = redacted(plan_of("Sioned Tibbott came with Zebedee.", child="Nel Prysor", people=people), stand_ins)
    second = redacted(
        plan_of("Daeth Sioned Tibbott gyda Zebedee.", child="Cai Orpin", people=people, language=Language.WELSH), stand_ins
    )
    assert first == "Social worker 1 came with Person 1."
    assert second == "Daeth Gweithiwr cymdeithasol 1 gyda Person 2."  # another child's friend may be another Zebedee


def test_names_of_two_children_have_two_letters(plan_of: PlanOf) -> None:
    stand_ins = StandIns()
    assert redacted(plan_of("Nel sings.", child="Nel Prysor"), stand_ins) == "Child A sings."
    assert redacted(plan_of("Cai sings.", child="Cai Orpin"), stand_ins) == "Child B sings."
    assert redacted(plan_of("Nel sings.", child="Nel Prysor"), stand_ins) == "Child A sings."
    assert stand_ins.key() == (("Nel Prysor", "Child A"), ("Cai Orpin", "Child B"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ring 01632 960114 or +44 7700 900123.", "Ring [phone] or [phone]."),
        ("Mail a.tibbott@school.example today", "Mail [e-mail] today"),
        ("See https://school.example/plans?id=4 now", "See [web address] now"),
        ("UPN H801200001001, NHS 999 123 4567", "UPN [number], NHS [number]"),
        ("Date of birth: 14/03/2017, meeting 02/10/2025", "Date of birth: 2017, meeting 02/10/2025"),
        ("Score 104, RA 8.2, £1,200, 12/12/2025", "Score 104, RA 8.2, £1,200, 12/12/2025"),
    ],
)
def test_numbers_and_addresses(plan_of: PlanOf, text: str, wanted: str) -> None:
    assert redacted(plan_of(text)) == wanted


def test_a_date_of_birth_is_known_however_it_is_written(plan_of: PlanOf) -> None:
    plan = plan_of("14 March 2017\nShe was 8 on 14/03/25.\n14.03.2017", child="Nel Prysor", born=date(2017, 3, 14))
    assert copy_of(plan, None, StandIns()).data.decode() == "2017\nShe was 8 on 14/03/25.\n2017\n"


def test_the_check_finds_what_is_left_and_never_says_the_name() -> None:
    redactor = Redactor(((Name(NameKind.CHILD, words=("Nel", "Prysor")), "Child A"),), births=frozenset({date(2017, 3, 14)}))
    left = leftovers("We saw PRYSOR. Child A, born 14/03/2017.", redactor)
    assert [(each.stand_in, each.places) for each in left] == [("Child A", 1), ("a date of birth", 1)]
    assert leftovers("Child A came in 2017.", redactor) == ()


def test_the_check_knows_words_from_names() -> None:
    redactor = Redactor(((Name(NameKind.CHILD, words=("Will",)), "Child A"),))
    assert leftovers("Will it rain? It will.", redactor) == ()
    assert leftovers("We asked Will.", redactor)[0].places == 1


@given(st.text(alphabet="Nel Prysor.\n’s,", max_size=60), st.data())
def test_offsets_move_with_the_text(text: str, data: st.DataObject) -> None:
    redactor = Redactor(((Name(NameKind.CHILD, words=("Nel", "Prysor")), "Child A"),))
    result = redactor.redact(text)
    assert redactor.redact(text) == result
    starts = {edit.start for edit in result.edits}
    for edit in result.edits:
        assert result.text[result.moved(edit.start) :].startswith(edit.replacement)
    offset = data.draw(st.integers(0, len(text)))
    if not any(edit.start < offset < edit.end for edit in result.edits) and offset < len(text) and offset not in starts:
        assert result.text[result.moved(offset)] == text[offset]
