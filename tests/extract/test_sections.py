import pytest

from qa_app.core.document import Region
from qa_app.core.plan import Language, Speaker
from qa_app.extract import extract_plan
from qa_app.extract.headings import exact, likely

from .builders import b, doc, h, item, p, table


def content(plan, section):
    return [one.content.text for one in plan.sections_with(section)]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Part C: Child’s Views", "child_views"),
        ("4. Attendance and punctuality", "attendance"),
        ("Section D – Targets", "targets"),
        ("Fy marn i / My views", "child_views"),
        ("Barn y gofalwr", "carer_views"),
        ("MY VIEWS (to be completed with the child)", "child_views"),
        ("Review of previous targets", "previous_targets"),
        ("Rhan B. Rhwystrau rhag dysgu", "barriers_needs"),
    ],
)
def test_listed_headings(heading, section):
    match = exact(heading)
    assert match is not None
    assert (match.section, match.confidence) == (section, 1.0)


@pytest.mark.parametrize("text", ["We talked about the trip and the bus.", "Maths", "Grandad's allotment", "Thursday"])
def test_other_lines_are_no_headings(text):
    assert exact(text) is None
    assert likely(text, 0.6) is None


def test_unlisted_heading_has_less_confidence():
    match = likely("What Tariq told us about his school life", 0.5)
    assert match is None or match.confidence < 1


@pytest.mark.parametrize(
    "items",
    [
        (h("My views"), "I like the greenhouse."),
        (b("My views:"), "I like the greenhouse."),
        ("My views: I like the greenhouse.",),
        (table(["My views", "I like the greenhouse."]),),
        (table([b("My views")], ["I like the greenhouse."]),),
        (table([[b("My views"), "I like the greenhouse."]]),),
        (
            table(
                [b("My views"), b("Attendance")],
                ["I like the greenhouse.", "She has been in every single day since the start of May."],
            ),
        ),
        (b("Part B – Child's views"), "I like the greenhouse."),
    ],
    ids=["styled", "bold", "inline", "cell-left", "cell-above", "same-cell", "two-above", "numbered"],
)
def test_heading_forms(items):
    plan = extract_plan(doc(h("Basic details"), "Name: Tariq Bowen", *items))
    assert content(plan, "child_views") == ["I like the greenhouse."]
    assert plan.sections_with("child_views")[0].speaker is Speaker.CHILD


def test_bold_line_in_a_childs_text_splits_nothing():
    plan = extract_plan(
        doc(h("My views"), "School is loud.", b("PLEASE LISTEN TO ME"), "I want a quiet room.", h("Attendance"), "In daily.")
    )
    assert content(plan, "child_views") == ["School is loud.\nPLEASE LISTEN TO ME\nI want a quiet room."]


def test_bold_word_in_an_answer_splits_nothing():
    plan = extract_plan(doc(table(["My views", ["I like art.", b("Attendance"), "is boring to talk about."]])))
    assert content(plan, "child_views") == ["I like art.\nAttendance\nis boring to talk about."]


def test_prompts_are_not_content():
    plan = extract_plan(
        doc(
            h("My views"),
            "Please complete this with the child before the meeting.",
            "What do you like about school?",
            "Seeing Mr Doyle. Why can't I do drama?",
            p("Click or tap here to enter text.", prompt=True),
            "(including clubs and faith groups)",
        )
    )
    assert content(plan, "child_views") == ["Seeing Mr Doyle. Why can't I do drama?"]
    assert len(plan.sections_with("child_views")[0].prompts) == 4


def test_empty_box_is_an_empty_section():
    plan = extract_plan(doc(h("My views"), p("Click here to enter text", prompt=True), h("Attendance"), "96%"))
    assert plan.sections_with("child_views")[0].empty


def test_guidance_is_not_content():
    plan = extract_plan(doc(h("Guidance notes"), "Schools send the form to the team.", h("My views"), "I like art."))
    assert all(section.empty for section in plan.sections_with("guidance_text"))
    assert content(plan, "child_views") == ["I like art."]


def test_views_gathered_in_one_table():
    plan = extract_plan(
        doc(
            h("Views"),
            table(
                ["Child", "I want to stay with Miss Pugh's group."],
                ["Foster carer", "He has been brighter at home since half term."],
                ["Social worker", "I saw him at school and he showed me his model."],
            ),
        )
    )
    assert content(plan, "child_views") == ["I want to stay with Miss Pugh's group."]
    assert content(plan, "carer_views") == ["He has been brighter at home since half term."]
    assert content(plan, "social_worker_views") == ["I saw him at school and he showed me his model."]


def test_carer_under_the_childs_heading_is_told():
    plan = extract_plan(doc(h("My views"), "I like the pond.", "Our foster son has settled in so well at the new school."))
    speakers = [(one.content.text, one.speaker) for one in plan.sections_with("child_views")]
    assert speakers == [
        ("I like the pond.", Speaker.CHILD),
        ("Our foster son has settled in so well at the new school.", Speaker.CARER),
    ]
    assert any("carer" in warning for warning in plan.warnings)


def test_child_speaking_of_the_carer_stays_the_child():
    plan = extract_plan(doc(h("My views"), "My foster carer helps me with reading. We go to the library."))
    assert {one.speaker for one in plan.sections_with("child_views")} == {Speaker.CHILD}


def test_languages():
    plan = extract_plan(
        doc(
            h("Fy marn i"),
            "Dw i'n hoffi mynd i'r clwb garddio gyda fy ffrindiau ar ôl yr ysgol.",
            h("Attendance"),
            "She was in every day this half term and on time.",
        )
    )
    assert plan.sections_with("child_views")[0].language is Language.WELSH
    assert plan.sections_with("attendance")[0].language is Language.ENGLISH
    assert plan.language is Language.MIXED


def test_comments_and_headers_are_no_content():
    plan = extract_plan(
        doc(p("Child: Tariq Bowen", region=Region.HEADER), h("My views"), "I like art.", p("Check this", region=Region.COMMENT))
    )
    assert content(plan, "child_views") == ["I like art."]
    assert plan.fact("child") == "Tariq Bowen"
    assert plan.coverage.left_out["reviewers' comments in the margin"] == len("Check this")


def test_plain_text_headings():
    plan = extract_plan(
        doc("My views", "I like art.", "Attendance", "She is in daily.", "Carer's views", "She loves her bike.")
    )
    assert content(plan, "child_views") == ["I like art."]
    assert content(plan, "carer_views") == ["She loves her bike."]


def test_list_items_are_no_headings():
    plan = extract_plan(doc(h("Strengths"), item("Attendance"), item("Kindness")))
    assert content(plan, "strengths") == ["Attendance\nKindness"]


def headed(*items):
    """A document whose headings are set bold, so that a line that is not bold stands beside them."""
    return extract_plan(doc(b("My views"), "I like art.", b("Barriers to learning"), *items, b("Attendance"), "In daily."))


@pytest.mark.parametrize("line", ["Reading – RA 7.4 in May", "Attendance – late on Mondays", "Reading / not fluent"])
def test_need_that_begins_with_a_listed_word_opens_nothing(line):
    plan = headed("Worry", line, "Sleep / tiredness", "Organisation, loses kit")
    assert content(plan, "barriers_needs") == [f"Worry\n{line}\nSleep / tiredness\nOrganisation, loses kit"]
    assert content(plan, "attendance") == ["In daily."]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Presenoldeb / Attendance", "attendance"),
        ("Carer's views – what they say", "carer_views"),
        (b("Attainment – 2025"), "attainment"),
    ],
    ids=["both-halves", "several-words", "bold"],
)
def test_heading_with_two_halves_opens_its_section(heading, section):
    plan = headed("Worry", heading, "She has had a good term.")
    assert "She has had a good term." in content(plan, section)
