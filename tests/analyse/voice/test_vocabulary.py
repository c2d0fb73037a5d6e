"""Every cue and every place carries examples that must and must not match; here they are run."""

from importlib import resources

import pytest
import yaml

from qa_app.analyse.voice.cues import cue_kinds, find_cues
from qa_app.analyse.voice.masking import mask
from qa_app.analyse.voice.places import place_of

PLACES = yaml.safe_load((resources.files("qa_app.analyse.voice") / "vocabulary" / "places.yaml").read_text("utf-8"))["places"]


def cues_in(text: str) -> set[str]:
    return {cue.kind.name for cue in find_cues(mask(text, "Sam"))}


@pytest.mark.parametrize(("name", "text"), [(kind.name, text) for kind in cue_kinds().values() for text in kind.match])
def test_cue_is_found_in_its_examples(name: str, text: str) -> None:
    assert name in cues_in(text)


@pytest.mark.parametrize(("name", "text"), [(kind.name, text) for kind in cue_kinds().values() for text in kind.near_misses])
def test_cue_is_not_found_in_its_near_misses(name: str, text: str) -> None:
    assert name not in cues_in(text)


@pytest.mark.parametrize(("name", "heading"), [(name, h) for name, entry in PLACES.items() for h in entry["match"]])
def test_place_is_told_from_its_headings(name: str, heading: str) -> None:
    assert name in place_of(heading, "Theo").classes


@pytest.mark.parametrize(("name", "heading"), [(name, h) for name, entry in PLACES.items() for h in entry["not"]])
def test_place_is_not_told_from_other_headings(name: str, heading: str) -> None:
    assert name not in place_of(heading, "Theo").classes
