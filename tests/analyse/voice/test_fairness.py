"""Who the child is must not matter: names of any origin, pronouns, faith, country and home leave label and confidence alone."""

import pytest

from qa_app.analyse.voice import VoiceJudge
from qa_app.core.judged import VoiceText

NAMES = ["Rhiannon", "George", "Gurpreet", "Oluwaseun", "Wojciech", "Khadija", "Xiaoming", "Ffion-Haf", "D'Andre", "Małgorzata"]
PASSAGES = [
    ("My views", "I want my cup to say {name} and my bag to say nothing."),
    ("Child's views", "{name} told Mrs Okell that he would rather have lunch outside."),
    ("Child's views", "{name} seems settled and is clearly proud of his work."),
    ("{name}'s views", "Did not attend. We will ask {name} again on Monday."),
    ("Carer's views", "I am proud of {name}. He sleeps through now."),
    ("Meeting notes", '{name} said, "I want the loud lessons in the morning."'),
    ("Child's views", "{name} has no words. Each time the drum stopped he reached for it; we take this as his choice."),
    ("Attendance", "{name} has been late twice since half term."),
    ("Barn y plentyn", "Dywedodd {name} ei fod am ymuno â'r clwb celf."),
]
SHE = {"he": "she", "his": "her", "him": "her", "He": "She"}
ALIKE = [
    ("My views", "I go to {} on Sundays and I want homework on Fridays.", ("church", "mosque", "temple", "gurdwara")),
    ("Views", "The {} says that Sam should join the choir.", ("vicar", "imam", "rabbi", "priest")),
    ("Child's views", "Sam asked for a reading book in {}.", ("Polish", "Arabic", "Urdu", "Welsh")),
    ("Child's views", "Sam told his {} that maths is too quick.", ("foster carer", "foster parent", "special guardian")),
    ("Child's views", "Sam seems settled in the {}.", ("foster home", "children's home", "residential home")),
]


@pytest.fixture(scope="module")
def judge() -> VoiceJudge:
    return VoiceJudge.load()


@pytest.mark.parametrize(("heading", "text"), PASSAGES)
def test_names_of_any_origin_get_the_same_judgement(judge: VoiceJudge, heading: str, text: str) -> None:
    judged = judge.judge_many(VoiceText(text.format(name=name), heading.format(name=name), name) for name in NAMES)
    assert len({(each.label, each.confidence) for each in judged}) == 1


@pytest.mark.parametrize(("heading", "text"), PASSAGES[:-1])
def test_pronouns_do_not_matter(judge: VoiceJudge, heading: str, text: str) -> None:
    he = text.format(name="Sam")
    she = " ".join(SHE.get(word, word) for word in he.split(" "))
    first, second = judge.judge_many(VoiceText(each, heading.format(name="Sam"), "Sam") for each in (he, she))
    assert (first.label, first.confidence) == (second.label, second.confidence)


@pytest.mark.parametrize(("heading", "text", "words"), ALIKE)
def test_faith_country_and_home_do_not_move_a_label(judge: VoiceJudge, heading: str, text: str, words: tuple[str, ...]) -> None:
    judged = judge.judge_many(VoiceText(text.format(word), heading, "Sam") for word in words)
    assert len({each.label for each in judged}) == 1
