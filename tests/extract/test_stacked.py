"""Web pages printed: a small label above its answer, a card for each target."""

from __future__ import annotations

from qa_app.extract import extract_plan

from .builders import b, doc, p, table

LABEL, BODY = 7.5, 9.5


def pairs(*answered: tuple[str, str]):
    return [piece for label, answer in answered for piece in (p(label, size=LABEL), p(answer, size=BODY)) if piece.text]


FACTS = pairs(
    ("Name *", "Idris Vaughan-Pell"),
    ("Date of birth *", "02/03/2015"),
    ("Year group", "5"),
    ("School *", "Ysgol Maes Llwyd"),
    ("Date of PEP meeting", "04/11/2025"),
    ("Next PEP due", "06/05/2026"),
    ("Barriers to learning", "Noise from the road makes him lose his place when he reads."),
)


def card(number: int, target: str, who: str, when: str):
    return [
        p(f"Target {number} of 2", bold=True, size=BODY),
        *pairs(("Target", target), ("What will be done", "Ten minutes a day"), ("Lead person", who), ("Complete by", when)),
    ]


def test_small_labels_above_their_answers_give_facts_and_sections():
    plan = extract_plan(doc(p("Young person", bold=True, size=11), *FACTS, name="plan.pdf"))
    assert plan.fact("child") == "Idris Vaughan-Pell"
    assert str(plan.fact("date_of_birth")) == "2015-03-02"
    assert plan.fact("year_group") == 5
    assert plan.fact("school") == "Ysgol Maes Llwyd"
    assert str(plan.fact("meeting_date")) == "2025-11-04"
    assert str(plan.fact("next_review")) == "2026-05-06"
    (barriers,) = plan.sections_with("barriers_needs")
    assert barriers.content.text.startswith("Noise from the road")


def test_an_answer_of_several_lines_stays_together_and_an_empty_one_takes_no_label():
    views = (p("Carer's comments", size=LABEL), p("He reads to the cat.", size=BODY), p("He asks about the trip.", size=BODY))
    plan = extract_plan(doc(*FACTS, p("Suspensions", size=LABEL), *views))
    (carer,) = plan.sections_with("carer_views")
    assert carer.content.text == "He reads to the cat.\nHe asks about the trip."
    assert plan.fact("exclusions") is None


def test_each_card_is_one_target_also_where_a_frame_makes_it_a_table():
    swim, read = card(1, "Swim one length", "Mr Pask", "3 April 2026"), card(2, "Read aloud", "Mrs Oakes", "1 May 2026")
    for cards in ((*swim, *read), (table([list(swim)]), *read)):
        plan = extract_plan(doc(*FACTS, p("Targets for this term", bold=True, size=11), *cards))
        assert [(row.target.text, row.actions.text, row.who.text, row.by_when.text) for row in plan.targets] == [
            ("Swim one length", "Ten minutes a day", "Mr Pask", "3 April 2026"),
            ("Read aloud", "Ten minutes a day", "Mrs Oakes", "1 May 2026"),
        ]


def test_small_hints_above_text_are_no_labels():
    hints = [
        piece
        for number in range(7)
        for piece in (
            b(f"Heading {number}"),
            p("Two or three lines are enough here", size=LABEL),
            p(f"He told {number} people about the boat.", size=BODY),
        )
    ]
    plan = extract_plan(doc(*hints))
    assert not plan.targets
    assert "He told 3 people" in " ".join(section.content.text for section in plan.sections)


def test_an_answer_worded_like_a_label_is_an_answer():
    earlier = [
        piece
        for number, target in enumerate(("Swim half a length", "Read to the cat"), start=1)
        for piece in (
            p(f"Outcome {number} of 2", bold=True, size=BODY),
            *pairs(("Outcome we wanted", target), ("What happened", "He did so in June."), ("Status", "Achieved")),
        )
    ]
    plan = extract_plan(doc(*FACTS, p("Last term's outcomes", bold=True, size=11), *earlier))
    assert [row.target.text for row in plan.previous_targets] == ["Swim half a length", "Read to the cat"]
    assert all("Achieved" in row.progress.text for row in plan.previous_targets)
    assert not plan.targets
