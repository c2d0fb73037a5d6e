"""Settled cases of the judgement guide, section 2, put to the trained judge, and what every judgement must be like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_app.analyse.voice import VoiceJudge
from qa_app.core.judged import VoiceLabel, VoiceText

V = VoiceLabel
VIEWS = "Child's views"


@pytest.fixture(scope="module")
def judge() -> VoiceJudge:
    return VoiceJudge.load()


@pytest.mark.parametrize(
    ("heading", "text", "label"),
    [
        ("My views", "I like the loom because you can hear the rows.", V.QUOTED),
        ("What would help?", "a seat near the heater and no more surprise tests", V.QUOTED),
        ("Meeting notes", 'Sam said, "I would give up lunch for another hour of pottery."', V.QUOTED),
        ("Carer's views", 'Nan told us that Sam came home and said, "I finally beat the clock in maths."', V.QUOTED),
        ("Fy marn i", "Dwi'n hoffi'r wers goginio achos mae pawb yn siarad.", V.QUOTED),
        (VIEWS, "Sam told Mr Okell that he would rather sit at the front for science.", V.REPORTED),
        (VIEWS, "She has asked to move her guitar lesson so that she does not miss art.", V.REPORTED),
        ("Carer's update", "Mum says Sam keeps telling her that he wants to try the climbing club.", V.REPORTED),
        (VIEWS, "Did not come to the meeting but asked Miss Rowe to say that she wants to keep her locker.", V.REPORTED),
        (VIEWS, "Thumb up for swimming, thumb down for assembly.", V.REPORTED),
        ("Barn y plentyn", "Dywedodd Sam wrth ei athrawes ei fod am ymuno â'r clwb celf.", V.REPORTED),
        (
            VIEWS,
            "Sam has no words. Each time the lid came off the piano he reached for the keys and laughed; when it was shut he "
            "cried. We take this as his choice.",
            V.OBSERVED,
        ),
        (VIEWS, "Sam seems happy and settled with us.", V.ADULT_OPINION),
        (VIEWS, "We feel that Sam enjoys school.", V.ADULT_OPINION),
        (VIEWS, "Sam presents as a confident young man who is clearly thriving.", V.ADULT_OPINION),
        ("Barriers to learning", "Sam does not like loud rooms.", V.ADULT_OPINION),
        ("Carer's views", "I am so proud of how she has settled. She sleeps through now.", V.SOMEONE_ELSE),
        (VIEWS, "His nan said that she wants him moved to the top set.", V.SOMEONE_ELSE),
        ("Social worker's views", "I support the request for a tutor and would like it to start soon.", V.SOMEONE_ELSE),
        ("Barn y gofalwr", "Rwy'n falch iawn ohono. Hoffwn i'r ysgol ffonio bob wythnos.", V.SOMEONE_ELSE),
        (VIEWS, "N/A", V.ABSENT),
        (VIEWS, "", V.ABSENT),
        (VIEWS, "Sam did not attend and no views were collected.", V.ABSENT),
        (VIEWS, "Sam was offered the form and a chat, chose not to take part, and we respect that.", V.ABSENT),
        ("Pupil voice", "See attached.", V.ABSENT),
        ("How views were gathered", "Views were gathered by Mrs Iqbal over two sessions with picture cards.", V.NONE),
        ("Targets", "I will spell 20 new words correctly by Easter.", V.NONE),
        ("Attendance", "Attendance is 94%, with two late marks since October.", V.NONE),
    ],
)
def test_settled_cases(judge: VoiceJudge, heading: str, text: str, label: VoiceLabel) -> None:
    assert judge.judge(VoiceText(text, heading, "Sam")).label is label


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Pupil voice", "Sam told Mr Okell that he would rather sit at the front for science."),
        ("Child's views", "Sam's aunt believes that he wants to change school."),
        ("Views", "Sam seems happy."),
        ("My views", "I like art."),
    ],
)
def test_the_childs_name_and_gender_do_not_matter(judge: VoiceJudge, heading: str, text: str) -> None:
    she = text.replace(" he ", " she ").replace("Sam", "Oluwaseun")
    plain, swapped = judge.judge(VoiceText(text, heading, "Sam")), judge.judge(VoiceText(she, heading, "Oluwaseun"))
    assert (plain.label, plain.confidence) == (swapped.label, swapped.confidence)


def test_reason_names_the_words_that_decided(judge: VoiceJudge) -> None:
    text = "We feel that Sam enjoys school."
    judged = judge.judge(VoiceText(text, VIEWS, "Sam"))
    assert "We feel" in judged.reason
    assert all(text[proof.start : proof.end] == proof.text for proof in judged.proof)
    assert judged.proof


def test_a_reason_without_words_or_heading_says_that_it_weighed_the_wording(judge: VoiceJudge) -> None:
    judged = judge.judge(VoiceText("Lunch is at noon.", "", "Sam"))
    assert judged.reason.endswith(": on balance of its wording.")


def test_many_are_judged_as_one_by_one(judge: VoiceJudge) -> None:
    items = [VoiceText("I like art.", "My views"), VoiceText("", "Views"), VoiceText("Refused.", "Views")]
    assert judge.judge_many(items) == tuple(judge.judge(item) for item in items)
    assert judge.judge_many([]) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=12))
def test_any_text_gets_a_label_with_true_quotes(text: str, heading: str, child: str) -> None:
    judged = VoiceJudge.load().judge(VoiceText(text, heading, child))
    assert 0.0 <= judged.confidence <= 1.0
    assert judged.reason.endswith(".")
    assert all(text[proof.start : proof.end] == proof.text for proof in judged.proof)
