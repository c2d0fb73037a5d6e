"""The judge of wording in context: what is flagged, and the same words where they do no harm."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_app.analyse.wording import WordingJudge
from qa_app.analyse.wording.acronyms import spelled_out
from qa_app.analyse.wording.pattern import compile_pattern, inflections
from qa_app.analyse.wording.rewording import fitted
from qa_app.core.judged import Flag, FlagCategory, Severity, WordingText
from qa_app.core.plan import Speaker
from qa_app.nlp.mutation import mutated

JUDGE = WordingJudge()


def flagged(text: str, **about: object) -> list[str]:
    return [flag.text for flag in JUDGE.judge(WordingText(text, **about))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Owain is lazy in science.", "lazy"),
        ("Lazy. Bottom table.", "Lazy"),
        ('Her old school described her as "feral".', "feral"),
        ("He never brings a ruler.", "never brings a ruler"),
        ("She is always late on Mondays.", "always late"),
        ("Her EBSA plan is due.", "EBSA"),
        ("We try not to say naughty. That said, he is hard work.", "hard work"),
    ],
)
def test_flagged(text: str, wording: str):
    assert flagged(text) == [wording]


@pytest.mark.parametrize(
    "text",
    [
        "His patch for a lazy eye comes off in July.",
        'She told us, "I am lazy on Sundays and I like it."',
        "We do not describe Bryn as difficult.",
        "He is not lazy; he has slept badly since the move.",
        "She never misses choir and is always first to set out the chairs.",
        "We always ring home on the day.",
        "In her essay she argues that the duke is aggressive.",
        "The panel refused to pay for the taxi.",
        "The Individual Development Plan (IDP) is new; the IDP will be read in May.",
        "The LAC Review is in May and the LACE Coordinator will come.",
        "PE and DT are his best lessons.",
        "Staff need to be told before the trip.",
        "He is deaf and staff need to be told.",
        "Legal status: Interim care order",
        "Legal status: Full Care Order",
        "Type of order | Interim care order (made in May)",
        "Legal status\nCare order",
    ],
)
def test_clean(text: str):
    assert flagged(text) == []


def test_the_childs_own_words_are_never_flagged():
    words = "I am naughty and lazy and I hate contact. I kick off all the time."
    assert flagged(words, speaker=Speaker.CHILD) == []


def test_behaviour_told_with_its_occasion_is_softer():
    (bare,) = JUDGE.judge(WordingText("Dafydd is attention seeking."))
    (told,) = JUDGE.judge(WordingText("Dafydd is attention seeking when the supply teacher is in."))
    assert bare.severity is Severity.MEDIUM
    assert told.severity is Severity.LOW


def test_two_wordings_with_nothing_between_are_one():
    assert flagged("Puts herself at risk by meeting older men.") == ["Puts herself at risk"]


def test_parallel_wordings_are_two():
    assert len(flagged("She is stubborn and rude.")) == 2


def test_a_flag_says_why_and_what_instead():
    (flag,) = JUDGE.judge(WordingText("The placement is stable."))
    assert flag.category is FlagCategory.CARE_JARGON
    assert flag.why
    assert flag.instead


@pytest.mark.parametrize(
    ("phrase", "sentence", "opens", "wording"),
    [
        ("what they could do", "She is late.", False, "what she could do"),
        ("what they could do", "He is late.", False, "what he could do"),
        ("what they could do", "They are late.", False, "what they could do"),
        ("would work for them", "It suits her.", False, "would work for her"),
        ("would work for them", "It suits him.", False, "would work for him"),
        ("would work for them", "It suits them.", False, "would work for them"),
        ("supporting them well", "His carer rang.", False, "supporting him well"),
        ("their hopes", "She rang.", False, "her hopes"),
        ("their hopes", "He rang.", False, "his hopes"),
        ("their hopes", "They rang.", False, "their hopes"),
        ("to look after themselves", "He rang.", False, "to look after himself"),
        ("keeps them safe", "He rang her.", False, "keeps them safe"),
        ("keeps them safe", "Owain rang.", False, "keeps them safe"),
        ("home", "The flat.", True, "Home"),
    ],
)
def test_kinder_wording_fits_the_sentence(phrase: str, sentence: str, opens: bool, wording: str):
    assert fitted(phrase, sentence, opens_sentence=opens) == wording


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("puts {himself} at risk", "She puts herself at risk.", "puts herself at risk"),
        ("[refuse] to", "He was refusing to.", "refusing to"),
        ("no *2 whatsoever", "no sort of effort whatsoever", None),
        ("no *2 whatsoever", "no effort whatsoever", "no effort whatsoever"),
        ("can't cope", "He cant cope.", "cant cope"),
        ("has been < placed > with", "She has been placed with Ann.", "placed"),
        ("=LAC kid", "a lac kid", None),
        ("excuse(s)", "his excuses", "excuses"),
        ("^gwan iawn", "yn wan iawn", "wan iawn"),
        ("attention seeking", "attention-seeking", "attention-seeking"),
        ("lazy", "lazybones", None),
    ],
)
def test_pattern_language(pattern: str, text: str, found: str | None):
    matches = [text[start:end] for start, end in compile_pattern(pattern).find(text)]
    assert matches == ([found] if found else [])


def test_markers_must_pair():
    with pytest.raises(ValueError, match="do not pair"):
        compile_pattern("has < placed with")


def test_inflections_and_mutations():
    assert {"refuse", "refuses", "refused", "refusing"} <= set(inflections("refuse"))
    assert {"stop", "stopped", "stopping"} <= set(inflections("stop"))
    assert set(mutated("gwan")) == {"gwan", "wan", "ngwan"}
    assert set(mutated("plentyn")) == {"plentyn", "blentyn", "mhlentyn", "phlentyn"}


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("speech and language therapy (SALT)", True),
        ("an IDP (Individual Development Plan)", True),
        ("IDP done", False),
        ("RAD (query)", False),
    ],
)
def test_spelled_out(text: str, explained: bool):
    letters = next(word.strip("()") for word in text.split() if word.strip("()").isupper())
    assert spelled_out(letters, text) is explained


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("abcdeghilnorstuvwy ABDLNS'\"’.,;-()\n")), max_size=160))
def test_any_text_gives_ordered_spans_that_quote_it(text: str):
    flags = JUDGE.judge(WordingText(text))
    assert all(flag.text == text[flag.start : flag.end] for flag in flags)
    assert all(a.end <= b.start for a, b in pairwise(flags))
    assert flags == JUDGE.judge(WordingText(text))


def only_flag(text: str, heading: str = "") -> Flag:
    (flag,) = JUDGE.judge(WordingText(text, heading=heading))
    return flag


@pytest.mark.parametrize("denial", ["nobody", "no one"])
@pytest.mark.parametrize(
    "subject", ["{} to blame but {}.", "There is {} to blame but {}.", "Robin can see {} to blame but {}."]
)
def test_blame_of_oneself_is_flagged_alike_for_every_gender(denial: str, subject: str):
    flags = {self: only_flag(subject.format(denial, self)) for self in ("himself", "herself", "themselves")}
    assert {flag.text.replace(self, "…") for self, flag in flags.items()} == {f"{denial} to blame but …"}
    assert len({(flag.category, flag.severity, flag.origin) for flag in flags.values()}) == 1


def test_a_term_of_law_in_a_sentence_is_still_flagged():
    assert flagged("He came here on an interim care order.") == ["interim care order"]
    assert flagged("Interim care order", heading="Legal status") == []
    assert flagged("He is on a care order\nThe placement is stable.") == ["care order", "placement"]


@pytest.mark.parametrize("text", ["Mum refused to sign.", "Her dad refuses to meet us.", "His parents refused support."])
def test_the_reason_for_blame_of_a_relative_speaks_of_the_family(text: str):
    flag = only_flag(text)
    assert "their own family" in flag.why
    assert "child said" not in " ".join(flag.instead)


@pytest.mark.parametrize(
    "text", ["He refused to sign.", "Efa refuses support.", "He visits when it suits him.", "He can't be bothered."]
)
def test_the_reason_for_blame_of_the_child_does_not_speak_of_parents(text: str):
    flag = only_flag(text)
    told = " ".join((flag.why, *flag.instead))
    assert not any(word in told.lower() for word in ("parent", "family", "mum", "dad"))


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("She has contact with siblings in May.", ("seeing siblings", "family time")),
        ("Contact with his dad is monthly.", ("Seeing his dad", "Family time")),
        ("Contact with her birth mum is monthly.", ("Seeing her mum", "Family time")),
        ("Mum says she is quiet after contact.", ("family time",)),
        ("Sibling contact is monthly.", ("Family time",)),
    ],
)
def test_only_a_relative_named_in_the_wording_is_suggested(text: str, instead: tuple[str, ...]):
    assert only_flag(text).instead == instead
