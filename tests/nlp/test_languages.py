"""Welsh or English, in short passages too. Welsh names stand in English sentences and the reverse."""

import pytest

from qa_app.core.plan import Language
from qa_app.nlp.languages import language_of, language_of_plan


@pytest.mark.parametrize(
    "text",
    [
        "Mae Owain yn hoffi canu yn y côr.",
        "Dwi isio bod yn ffarmwr fel Taid",
        "Codi presenoldeb i 95%",
        "Gwrando'n well",
        "Dim barn eto.",
    ],
)
def test_welsh(text: str) -> None:
    assert language_of(text) is Language.WELSH


@pytest.mark.parametrize(
    "text",
    [
        "Angharad Llywelyn goes to Ysgol y Bryn with Ffion and Gruffydd.",
        "Urdd, Eisteddfod and choir",
        "Read with Mrs ap Huw",
        "Attendance 95%",
    ],
)
def test_english(text: str) -> None:
    assert language_of(text) is Language.ENGLISH


def test_nothing_to_tell_by_follows_the_default() -> None:
    assert language_of("12/3", default=Language.WELSH) is Language.WELSH


def test_a_plan_is_mixed_when_each_language_carries_a_tenth() -> None:
    welsh, english = "Mae hi yn hoffi darllen ac mae hi yn hapus iawn.", "She likes to read and she is very happy here."
    assert language_of_plan([welsh, english]) is Language.MIXED
    assert language_of_plan([english] * 20 + ["Diolch yn fawr"]) is Language.ENGLISH
