"""The file of timing rules: complete, checked, and in the shape that the detector takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa_app.core.errors import InvalidTemplate
from qa_app.detect.date_rule import DETECTOR
from qa_app.templates.date_rules import date_rule_settings, load_date_rules

GOOD = """rules:
  - id: TRY-ONE
    framework: wales
    trigger: looked_after_since
    trigger_words: became looked after
    actual: meeting_date
    actual_words: met
    limit: 10
    unit: working
    severity: high
    source: a form
"""


@pytest.mark.parametrize("rule", list(load_date_rules()))
def test_every_rule_gives_settings_that_the_detector_knows(rule: str) -> None:
    settings = date_rule_settings(rule)
    assert set(settings) <= set(DETECTOR.settings)
    for name, setting in DETECTOR.settings.items():
        assert not setting.choices or settings[name] in setting.choices


def test_frameworks_are_all_there() -> None:
    assert {entry.framework for entry in load_date_rules().values()} == {"wales", "england", "walsall", "essex", "camden"}
    assert len(load_date_rules()) >= 35


def test_unknown_rule_lists_what_there_is() -> None:
    with pytest.raises(InvalidTemplate, match="WAL-INIT-EMERG"):
        date_rule_settings("WAL-INIT-EMERGE")


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (GOOD.replace("unit: working", "unit: fortnights"), "rule TRY-ONE, unit"),
        (GOOD.replace("limit: 10", "limit: ten"), "rule TRY-ONE, limit"),
        (GOOD.replace("limit: 10", "limit: -1"), "below 0"),
        (GOOD.replace("severity: high", "sevrity: high"), "sevrity"),
        (GOOD.replace("meeting_date", "looked_after_since"), "same fact"),
        (GOOD + GOOD.removeprefix("rules:\n"), "there twice"),
        ("rules: [", "cannot be read as YAML"),
        ("- a list", "the file"),
        ("", "the file"),
    ],
)
def test_broken_files_are_refused_with_the_place(tmp_path: Path, broken: str, message: str) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(InvalidTemplate, match=message):
        load_date_rules(file)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(GOOD.replace("unit: working", "unit: moons").replace("limit: 10", "limit: ten"), encoding="utf-8")
    with pytest.raises(InvalidTemplate) as caught:
        load_date_rules(file)
    assert len(caught.value.problems) == 2


def test_a_good_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert list(load_date_rules(file)) == ["TRY-ONE"]
