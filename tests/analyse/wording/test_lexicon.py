"""Every entry of the lexicon flags its own examples and leaves its near misses alone."""

import re

import pytest

from qa_app.analyse.wording import WordingJudge
from qa_app.analyse.wording.lexicon import Entry, lexicon
from qa_app.core.judged import WordingText
from qa_app.core.plan import Language

FLAGGED = [pytest.param(entry, text, id=f"{entry.id}-{n}") for entry in lexicon() for n, text in enumerate(entry.flag)]
CLEAN = [pytest.param(entry, text, id=f"{entry.id}-{n}") for entry in lexicon() for n, text in enumerate(entry.clean)]


@pytest.fixture(scope="module")
def judge() -> WordingJudge:
    return WordingJudge()


@pytest.mark.parametrize(("entry", "text"), FLAGGED)
def test_example_is_flagged_by_its_entry(judge: WordingJudge, entry: Entry, text: str):
    alone = WordingJudge([entry])
    assert [flag.category for flag in alone.judge(WordingText(text))][:1] == [entry.category]
    assert judge.judge(WordingText(text))


@pytest.mark.parametrize(("entry", "text"), CLEAN)
def test_near_miss_is_clean(judge: WordingJudge, entry: Entry, text: str):
    assert [flag.text for flag in judge.judge(WordingText(text))] == []


def test_every_entry_tells_why_and_what_instead():
    for entry in lexicon():
        assert entry.why.strip(), entry.id
        assert entry.instead, entry.id
        assert entry.flag, entry.id
        assert entry.clean, entry.id


def test_no_pattern_is_also_its_own_harmless_sense():
    for entry in lexicon():
        assert not {p.source for p in entry.patterns} & {p.source for p in entry.unless}, entry.id


def test_both_languages_are_covered():
    assert {entry.language for entry in lexicon()} == {Language.ENGLISH, Language.WELSH}


def test_kinder_wordings_name_no_gender_and_nobodys_relative():
    gendered = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself|[Mm]um is|[Mm]um was|Dad|Nan)\b")
    ill_agreeing = re.compile(r"\bthey (?:are|were|have|do|need|want|like|feel|find|know)\b")
    for entry in lexicon():
        if entry.language is Language.ENGLISH:
            for phrase in entry.instead:
                assert not gendered.search(phrase), entry.id
                assert not ill_agreeing.search(phrase), entry.id
