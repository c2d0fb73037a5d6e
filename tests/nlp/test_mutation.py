"""Welsh initial mutations, as vocabularies use them."""

import pytest

from qa_app.nlp.mutation import mutated


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("pen", ("pen", "ben", "mhen", "phen")),
        ("tîm", ("tîm", "dîm", "nhîm", "thîm")),
        ("gwan", ("gwan", "wan", "ngwan")),
        ("darllen", ("darllen", "ddarllen", "narllen")),
        ("llyfr", ("llyfr", "lyfr")),
        ("rhif", ("rhif", "rif")),
        ("mathemateg", ("mathemateg", "fathemateg")),
        ("ysgol", ("ysgol", "hysgol")),
    ],
)
def test_first_letter_changes(word: str, forms: tuple[str, ...]) -> None:
    assert mutated(word) == forms


@pytest.mark.parametrize("word", ["chwarae", "ddoe", "ffrind", "theatr", "swydd", "hapus", ""])
def test_words_that_do_not_change_stay(word: str) -> None:
    assert mutated(word) == (word,)


def test_h_before_a_vowel_can_be_left_out() -> None:
    assert mutated("ysgol", h_before_vowel=False) == ("ysgol",)
    assert mutated("pen", h_before_vowel=False) == mutated("pen")
