"""Build criteria from the entries of a file that has the right shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qa_app.core.finding import MeasureValue
from qa_app.core.plan import SECTION_IDS
from qa_app.core.template import Applicability, Condition, Criterion, Status, Use
from qa_app.templates.conditions import ConditionReader
from qa_app.templates.date_rules import date_rule_settings, load_date_rules
from qa_app.templates.problems import Problems, suggestion
from qa_app.templates.schema import CriterionEntry, UseEntry
from qa_app.templates.source import Path, Source
from qa_app.templates.subjects import DetectorLike, SettingLike, criterion_subjects
from qa_app.templates.wording import place_of

RATINGS: Final = (0, 1, 2, 3)
DATE_RULE: Final = "date_rule"
"""The detector whose settings stand in a list of their own: a template only names the rule."""


class CriterionBuilder:
    """Builds criteria of one file, and notes what is wrong with them.

    Args:
        detectors: By id.
        source: The file.
        problems: Where to note what is wrong.
    """

    def __init__(self, detectors: Mapping[str, DetectorLike], source: Source, problems: Problems) -> None:
        self._detectors = detectors
        self._source = source
        self._problems = problems

    def build(self, entry: CriterionEntry, path: Path) -> Criterion | None:
        """Build one criterion; None when it cannot be used."""
        place = place_of(path, self._source)
        uses = [self._use(use, (*path, "uses", index), place) for index, use in enumerate(entry.uses)]
        known = {use.name: self._detectors[use.detector] for use in uses if use is not None}
        if len(known) < len([use for use in uses if use is not None]):
            self._note((*path, "uses"), "Two detectors have the same name.", "Give one of them a “name”.", place)
        reader = ConditionReader(self._source, self._problems, criterion_subjects(known), needs_words=True, place=place)
        levels = {rating: reader.read(value, (*path, "levels", rating)) for rating, value in entry.levels.items()}
        if missing := [str(rating) for rating in RATINGS if rating not in entry.descriptors]:
            self._note(
                (*path, "descriptors"),
                f"No descriptor for {', '.join(missing)}.",
                "Say in words what each rating means.",
                place,
            )
        for index, section in enumerate(entry.sections):
            if section not in SECTION_IDS:
                self._note(
                    (*path, "sections", index), f"There is no section “{section}”.", suggestion(section, SECTION_IDS), place
                )
        return Criterion(
            id=entry.id,
            title=entry.title,
            statement=entry.statement,
            source=entry.source,
            looks_for=entry.looks_for,
            weak=entry.weak,
            uses=tuple(use for use in uses if use is not None),
            levels={rating: condition for rating, condition in sorted(levels.items()) if condition is not None},
            descriptors=dict(sorted(entry.descriptors.items())),
            applies=self._applies(entry, path, known, place),
            sections=tuple(entry.sections),
            good_example=entry.good_example,
            advice=entry.advice,
            weight=entry.weight,
            status=Status(entry.status),
            since=entry.since,
        )

    def uses_of(self, criterion: Criterion) -> dict[str, DetectorLike]:
        """Return a criterion's detectors by the names its conditions use."""
        return {use.name: self._detectors[use.detector] for use in criterion.uses}

    def _applies(self, entry: CriterionEntry, path: Path, known: Mapping[str, DetectorLike], place: str) -> Applicability:
        if entry.applies is None:
            return Applicability()
        reader = ConditionReader(self._source, self._problems, criterion_subjects(known), needs_words=False, place=place)
        condition: Condition | None = reader.read(entry.applies.when, (*path, "applies", "when"))
        return Applicability(condition, entry.applies.otherwise, entry.applies.when_unknown == "applies")

    def _use(self, entry: str | UseEntry, path: Path, place: str) -> Use | None:
        detector_id = entry if isinstance(entry, str) else entry.detector
        if detector_id not in self._detectors:
            self._note(path, f"There is no detector “{detector_id}”.", suggestion(detector_id, self._detectors), place)
            return None
        detector = self._detectors[detector_id]
        if isinstance(entry, str):
            return Use(detector_id, detector_id)
        settings: dict[str, MeasureValue | tuple[str, ...]] = {}
        if detector_id == DATE_RULE and isinstance(rule := entry.settings.get("rule"), str):
            if rule not in load_date_rules():
                self._note(
                    (*path, "with", "rule"), f"There is no date rule “{rule}”.", suggestion(rule, load_date_rules()), place
                )
                return None
            settings |= date_rule_settings(rule)
        for name, value in entry.settings.items():
            where = (*path, "with", name)
            if name not in detector.settings:
                self._note(where, f"“{detector_id}” has no setting “{name}”.", suggestion(name, detector.settings), place)
                continue
            fits, converted = _setting(value, detector.settings[name])
            if not fits:
                self._note(
                    where, f"The setting “{name}” has a value that does not fit.", _wanted(detector.settings[name]), place
                )
                continue
            settings[name] = converted
        return Use(detector_id, entry.name or detector_id, settings)

    def _note(self, path: Path, what: str, cure: str, place: str) -> None:
        self._problems.add(self._source.line(path), what, cure, place)


def _setting(value: object, setting: SettingLike) -> tuple[bool, MeasureValue | tuple[str, ...]]:
    """Tell whether a value fits a setting, and return it as the detector wants it."""
    if setting.kind == "texts":
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
            return False, None
        return not setting.choices or set(texts) <= set(setting.choices), tuple(texts)
    if setting.kind == "flag":
        return isinstance(value, bool), value if isinstance(value, bool) else None
    if setting.kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool), value if isinstance(value, int | float) else None
    if not isinstance(value, str):
        return False, None
    return not setting.choices or value in setting.choices, value


def _wanted(setting: SettingLike) -> str:
    kinds = {"texts": "a list of texts", "flag": "yes or no", "number": "a number", "text": "a text"}
    if setting.choices:
        return f"Use one of: {', '.join(setting.choices[:40])}."
    return f"It must be {kinds[setting.kind]}."
