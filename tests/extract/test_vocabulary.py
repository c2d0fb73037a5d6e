"""Each wording in the data says what it means; these tests hold the data to it."""

import pytest

from qa_app.core.plan import SECTION_IDS
from qa_app.extract import vocabulary
from qa_app.extract.cues import cues
from qa_app.extract.headings import exact
from qa_app.extract.prompts import is_printed_sentence
from qa_app.extract.wording import normal


@pytest.mark.parametrize("pattern", vocabulary.prompts().patterns, ids=lambda pattern: pattern.id)
def test_prompt_patterns_match_their_examples(pattern):
    for text in pattern.matches:
        assert pattern.regex.search(text.replace("’", "'")), text
    for text in pattern.misses:
        assert not is_printed_sentence(text), text


@pytest.mark.parametrize("pattern", vocabulary.headings().patterns, ids=lambda pattern: pattern.section)
def test_heading_patterns_match_their_examples(pattern):
    for text in pattern.matches:
        first = next(one.section for one in vocabulary.headings().patterns if one.found(normal(text)))
        assert first == pattern.section, text
    for text in pattern.misses:
        assert not pattern.found(normal(text)), text


def test_cues_match_their_examples():
    listed = cues()
    single = (listed.out_of_school, listed.in_school, listed.does_not_apply, listed.transition, listed.none_planned)
    for cue in (*single, *listed.speakers.values()):
        assert all(cue.found(text) for text in cue.matches)
        assert not any(cue.found(text) for text in cue.misses)


def test_every_section_has_headings_in_both_languages():
    assert set(vocabulary.headings().sections.values()) == set(SECTION_IDS)
    for welsh, section in (
        ("Fy marn i", "child_views"),
        ("Targedau blaenorol", "previous_targets"),
        ("Presenoldeb", "attendance"),
    ):
        match = exact(welsh)
        assert match is not None
        assert match.section == section


def test_no_heading_of_earlier_targets_reads_as_current():
    for wording, section in vocabulary.headings().sections.items():
        told = next((one.section for one in vocabulary.headings().patterns if one.found(wording)), section)
        if section == "previous_targets":
            assert told != "targets", wording
