"""Agreement figures against sums done by hand."""

import pytest
from sklearn.metrics import cohen_kappa_score, f1_score

from qa_app.core.judged import Component, Flag, FlagCategory, Level, Severity, VoiceLabel
from qa_app.evaluate.figures import (
    JudgedWording,
    component_figures,
    language_figures,
    matched,
    same_family,
    voice_figures,
)
from qa_app.evaluate.items import GoldSpan

MET, PARTLY, NOT = Level.MET, Level.PARTLY, Level.NOT


def flag(start: int, end: int, category: FlagCategory) -> Flag:
    return Flag(start, end, "x" * (end - start), category, Severity.LOW, "", (), 1.0)


def gold(start: int, end: int, category: FlagCategory) -> GoldSpan:
    return GoldSpan(start, end, category, Severity.LOW)


def test_f1_is_of_met_against_the_rest() -> None:
    figures = component_figures(Component.SPECIFIC, [MET, MET, NOT, PARTLY], [MET, NOT, NOT, MET])
    assert figures.f1.value == pytest.approx(0.5)
    assert (figures.precision, figures.recall) == (0.5, 0.5)
    assert figures.confusion == ((1, 0, 0), (0, 0, 1), (1, 0, 1))


def test_quadratic_kappa_punishes_two_steps_more_than_one() -> None:
    labels = [MET, MET, PARTLY, NOT, NOT, PARTLY]
    near = component_figures(Component.SPECIFIC, labels, [PARTLY, MET, PARTLY, NOT, NOT, PARTLY]).kappa.value
    far = component_figures(Component.SPECIFIC, labels, [NOT, MET, PARTLY, NOT, NOT, PARTLY]).kappa.value
    assert 1 > near > far


def test_figures_equal_those_of_the_library() -> None:
    gold = [MET, MET, PARTLY, NOT, NOT, PARTLY, MET, NOT]
    judged = [MET, PARTLY, PARTLY, NOT, MET, NOT, MET, NOT]
    figures = component_figures(Component.SPECIFIC, gold, judged)
    ranks = [x.rank for x in gold], [x.rank for x in judged]
    assert figures.kappa.value == pytest.approx(cohen_kappa_score(*ranks, weights="quadratic"))
    assert figures.f1.value == pytest.approx(f1_score([r == 2 for r in ranks[0]], [r == 2 for r in ranks[1]]))
    assert figures.f1.low <= figures.f1.value <= figures.f1.high


def test_macro_f1_is_over_the_labels_that_occur() -> None:
    gold = [VoiceLabel.QUOTED, VoiceLabel.NONE, VoiceLabel.QUOTED]
    judged = [VoiceLabel.QUOTED, VoiceLabel.ABSENT, VoiceLabel.NONE]
    expected = f1_score([x.value for x in gold], [x.value for x in judged], average="macro", labels=["none", "quoted"])
    assert voice_figures(gold, judged).macro_f1.value == pytest.approx(expected)


def test_a_view_called_absent_is_counted() -> None:
    figures = voice_figures(
        [VoiceLabel.QUOTED, VoiceLabel.ABSENT, VoiceLabel.NONE], [VoiceLabel.ABSENT, VoiceLabel.ABSENT, VoiceLabel.NONE]
    )
    assert (figures.views_called_absent, figures.views) == (1, 1)
    assert figures.own_view_f1.value == 0.0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (FlagCategory.LABEL, FlagCategory.DEFICIT, True),
        (FlagCategory.ABSOLUTE, FlagCategory.LABEL, True),
        (FlagCategory.FAMILY, FlagCategory.BLAME, True),
        (FlagCategory.FAMILY, FlagCategory.ACRONYM, False),
        (FlagCategory.BLAME, FlagCategory.LABEL, False),
        (FlagCategory.ACRONYM, FlagCategory.DEHUMANISE, True),
    ],
)
def test_families(a: FlagCategory, b: FlagCategory, same: bool) -> None:
    assert same_family(a, b) is same
    assert same_family(b, a) is same


def test_each_flag_is_used_once() -> None:
    pairs = matched([gold(0, 5, FlagCategory.LABEL), gold(6, 9, FlagCategory.LABEL)], [flag(0, 9, FlagCategory.LABEL)])
    assert len(pairs) == 1


def test_touching_spans_do_not_overlap() -> None:
    assert matched([gold(0, 5, FlagCategory.LABEL)], [flag(5, 9, FlagCategory.LABEL)]) == []


def test_alarms_in_clean_text_are_per_thousand_words() -> None:
    texts = [
        JudgedWording(500, False, (), (flag(0, 3, FlagCategory.LABEL),)),
        JudgedWording(40, False, (gold(0, 3, FlagCategory.LABEL),), (flag(0, 3, FlagCategory.LABEL),)),
        JudgedWording(10, True, (), ()),
    ]
    figures = language_figures(texts)
    assert figures.clean_alarms_per_1000_words == pytest.approx(1000 / 510)
    assert figures.alarms_in_childs_words == 0
    assert figures.precision.value == 0.5
    assert figures.recall.value == 1.0
