"""Needs, wishes, targets and actions belong together when they share a concept or rare words."""

import pytest

from qa_app.analyse.concepts import concepts, concepts_of
from qa_app.analyse.links import TIED, links_of, ties
from tests.analyse.voice.plans import judged_targets, plan_of


@pytest.mark.parametrize(("name", "text"), [(c.name, text) for c in concepts().values() for text in c.match])
def test_concept_is_found_in_its_examples(name: str, text: str) -> None:
    assert name in [concept.name for concept in concepts_of(text)]


@pytest.mark.parametrize(
    ("left", "right", "tied"),
    [
        ("Blending sounds is hard for her", "Ten minutes of phonics each day", True),
        ("Mae'n poeni am fathemateg a lluosi", "Know the 6 times table", True),
        ("He loses his temper at break", "Uses his exit card before he shouts", True),
        ("He loses his temper at break", "Know the 6 times table", False),
        ("Her kiln-fired owl won a prize", "Owl kiln firing with Ms Baptiste", True),
        ("She finds school work hard", "Good progress in school work", False),
    ],
)
def test_texts_are_tied_by_what_they_are_about(left: str, right: str, tied: bool) -> None:
    tie = ties([left], [right])[0][0]
    assert (tie.strength >= TIED) is tied
    assert bool(tie.shared) or not tied


def test_texts_without_content_words_are_not_tied() -> None:
    assert ties(["-", ""], ["the"])[0][0].strength == 0.0
    assert ties(["Reads well"], []) == ((),)


def test_unmet_needs_and_orphan_actions_are_listed() -> None:
    plan = plan_of(
        ("barriers_needs", "Needs", "Blending sounds is hard for her. She sleeps badly."),
        targets=("Blend three-letter words in daily phonics", "Join the swimming squad"),
    )
    links = links_of(plan, judged_targets(plan))
    assert [(link.need and link.need.quote, link.action and link.action.quote) for link in links] == [
        ("Blending sounds is hard for her.", "Blend three-letter words in daily phonics"),
        ("She sleeps badly.", None),
        (None, "Join the swimming squad"),
    ]
    assert links[0].shared[0] == "reading"
