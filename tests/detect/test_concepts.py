"""Every concept matches its own examples, and leaves its near misses alone."""

import pytest

from qa_app.detect.concepts import concepts, find_concept

FIRES = [(name, sentence) for name, concept in concepts().items() for sentence in concept.fires]
QUIET = [(name, sentence) for name, concept in concepts().items() for sentence in concept.quiet]


@pytest.mark.parametrize(("name", "sentence"), FIRES)
def test_concept_is_found(name, sentence):
    assert find_concept(sentence, name) is not None


@pytest.mark.parametrize(("name", "sentence"), QUIET)
def test_near_miss_is_left_alone(name, sentence):
    assert find_concept(sentence, name) is None


def test_childs_name_stands_for_the_child():
    assert find_concept("Tomos asked for a desk by the door.", "childs_wish") is None
    assert find_concept("Tomos asked for a desk by the door.", "childs_wish", ("Tomos",)) is not None


def test_found_words_are_quoted_letter_for_letter():
    sentence = "On Fridays Mali  would like to be a nurse."
    start, end = find_concept(sentence, "ambition", ("Mali",))
    assert sentence[start:end] == "Mali  would like to be"
