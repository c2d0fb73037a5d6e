"""The level 0 to 3 of the child's views, settled case by settled case; labels are given, no model is needed."""

import pytest

from qa_app.analyse.voice.passages import passages_of
from qa_app.analyse.voice.plan_level import judge_views
from qa_app.analyse.voice.topics import topics
from qa_app.core.analysis import ViewsJudgement
from qa_app.core.document import Omission, OmissionKind
from qa_app.core.judged import VoiceLabel
from tests.analyse.voice.plans import judged_targets, labelled, plan_of

V = VoiceLabel
RICH = (
    "I like pottery because nobody hurries me. The corridor by the gym is too loud at break. "
    "I want to learn to weld at college when I leave."
)


def judge(content: str, label: VoiceLabel, *, targets: tuple[str, ...] = (), heading: str = "My views") -> ViewsJudgement:
    plan = plan_of(("child_views", heading, content), targets=targets)
    return judge_views(plan, labelled(plan, {content: label}), judged_targets(plan))


@pytest.mark.parametrize(
    ("content", "label", "level"),
    [
        ("To follow.", V.ABSENT, 0),
        ("Sam seems very settled with us.", V.ADULT_OPINION, 0),
        ("His nan wants him moved up a set.", V.SOMEONE_ELSE, 0),
        ("Was offered the form, a chat or a drawing and chose not to take part this time.", V.ABSENT, 1),
        ("Refused to engage.", V.ABSENT, 0),
        ("likes PE", V.REPORTED, 1),
        ("☒ I feel safe in school", V.REPORTED, 1),
        ("I want a bigger hutch for Biscuit, she chews the wire and Dev forgets the hay.", V.QUOTED, 1),
        (RICH, V.QUOTED, 2),
    ],
)
def test_level_of_one_passage(content: str, label: VoiceLabel, level: int) -> None:
    assert judge(content, label).level == level


def test_views_that_shape_a_target_are_influential() -> None:
    judged = judge(RICH, V.QUOTED, targets=("Visit the college welding workshop by 3 July 2026",))
    assert judged.level == 3
    answered = [answer for answer in judged.answers if answer.answer is not None]
    assert "weld" in answered[0].wish.quote
    assert "construction" in answered[0].shared


def test_an_unrelated_target_answers_no_wish() -> None:
    judged = judge(RICH, V.QUOTED, targets=("Know the 7 times table by heart by 3 July 2026",))
    assert judged.level == 2
    assert all(answer.answer is None for answer in judged.answers)


def test_an_explanation_of_why_not_counts_as_influence() -> None:
    why_not = "A place at the welding taster is not possible before June because the group is full."
    plan = plan_of(("child_views", "My views", RICH), ("meeting", "Meeting notes", why_not))
    assert judge_views(plan, labelled(plan, {RICH: V.QUOTED}), ()).level == 3


def test_a_reason_that_has_nothing_to_do_with_the_wishes_does_not() -> None:
    reason = "The swimming gala is not possible before June because the pool is shut."
    plan = plan_of(("child_views", "My views", RICH), ("meeting", "Meeting notes", reason))
    assert judge_views(plan, labelled(plan, {RICH: V.QUOTED}), ()).level == 2


def test_entries_that_are_no_passages_are_left_out_of_other_sections() -> None:
    plan = plan_of(
        ("meeting", "Meeting", "27/11/2025"), ("school_views", "Form tutor", "Mr Ives"), ("child_views", "My views", "-")
    )
    assert [passage.text for passage in passages_of(plan)] == ["-"]


def test_views_copied_from_the_last_plan_are_stale() -> None:
    plan = plan_of(("child_views", "My views", RICH))
    assert judge_views(plan, labelled(plan, {RICH: V.QUOTED}), (), previous=plan).level == 1
    other = plan_of(("child_views", "My views", "I did not like the old building."))
    assert judge_views(plan, labelled(plan, {RICH: V.QUOTED}), (), previous=other).level == 2


def test_reported_views_whose_gathering_is_not_told_stay_token() -> None:
    bare = "Likes pottery, finds the gym corridor too loud, wants to learn to weld at college."
    judged = judge(bare, V.REPORTED, heading="Child's views")
    assert judged.level == 1
    assert "gathered" in judged.reason
    assert judge(f"Told Mr Okoye: {bare}", V.REPORTED, heading="Child's views").level == 2


def test_nothing_is_called_absent_while_part_of_the_plan_is_unread() -> None:
    scan = Omission(OmissionKind.UNREADABLE, "page 2", None, "The page is a picture.")
    plan = plan_of(("child_views", "My views", ""), omissions=(scan,))
    assert judge_views(plan, (), ()).level is None


def test_evidence_is_quoted_letter_for_letter() -> None:
    judged = judge(RICH, V.QUOTED)
    assert [evidence.quote for evidence in judged.evidence] == [RICH]


def test_passages_are_read_under_the_heading_that_tells_whose_place_it_is() -> None:
    plan = plan_of(
        ("child_views", "Section 3", "Likes owls."),
        ("attendance", "Attendance", "97 %"),
        ("carer_views", "", "She sleeps well now."),
    )
    found = [(passage.text, passage.heading) for passage in passages_of(plan)]
    assert found == [("Likes owls.", "Child's views"), ("She sleeps well now.", "Carer's views")]


def test_a_long_line_is_cut_at_sentence_ends() -> None:
    line = " ".join(["Mr. Ellis let her feed the two owls again on Friday."] * 20)
    passages = passages_of(plan_of(("child_views", "Child's views", line)))
    assert len(passages) > 3
    assert all(p.text.startswith("Mr. Ellis") and p.text.endswith("Friday.") for p in passages)


@pytest.mark.parametrize(("name", "text"), [(t.name, text) for t in topics().values() for text in t.match])
def test_topic_is_found_in_its_examples(name: str, text: str) -> None:
    assert topics()[name].in_text(text)


@pytest.mark.parametrize(("name", "text"), [(t.name, text) for t in topics().values() for text in t.near_misses])
def test_topic_is_not_found_in_its_near_misses(name: str, text: str) -> None:
    assert not topics()[name].in_text(text)
