"""What the conditions of a template may compare."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from typing import Final, Protocol

import yaml

from qa_app.core.finding import MeasureValue
from qa_app.core.paths import resource
from qa_app.templates.problems import suggestion


class SettingLike(Protocol):
    """A setting of a detector."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def choices(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def default(self) -> MeasureValue | tuple[str, ...]: ...  # noqa: D102


class DetectorLike(Protocol):
    """What a template must know of a detector. Handed in, so that templates need not import detectors."""

    @property
    def measures(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def settings(self) -> Mapping[str, SettingLike]: ...  # noqa: D102


_WORKED_OUT: Final = frozenset({"jurisdiction", "age"})
"""Facts that no label of a form gives, but the extraction works out."""

_BAND_SUBJECT: Final = re.compile(r"score|share\.rated|count\.rated|count\.(?:below\.|not\.)?[0-3]")


@lru_cache(maxsize=1)
def fact_names() -> frozenset[str]:
    """Return the names of all facts that a plan may have."""
    fields = resource("audit_templates") / "forms" / "fields.yaml"
    return frozenset(yaml.safe_load(fields.read_text(encoding="utf-8"))["facts"]) | _WORKED_OUT


def criterion_subjects(uses: Mapping[str, DetectorLike]) -> Callable[[str], str | None]:
    """Return the check of a criterion's subjects: its detectors' measures and the plan's facts."""

    def cure(subject: str) -> str | None:
        owner, _, rest = subject.partition(".")
        if owner == "fact":
            return None if rest in fact_names() else suggestion(rest, fact_names())
        if owner not in uses:
            return suggestion(owner, [*uses, "fact"])
        return None if _has_measure(uses[owner].measures, rest) else suggestion(rest, uses[owner].measures)

    return cure


def band_subjects(criteria: Mapping[str, Mapping[str, DetectorLike]]) -> Callable[[str], str | None]:
    """Return the check of a band's subjects: ratings, counts, the score, and measures of single criteria."""

    def cure(subject: str) -> str | None:
        if _BAND_SUBJECT.fullmatch(subject):
            return None
        owner, _, rest = subject.partition(".")
        if owner == "rating":
            return None if rest in criteria else suggestion(rest, criteria)
        if owner in criteria:
            measures = [name for detector in criteria[owner].values() for name in detector.measures]
            return None if _has_measure(measures, rest) else suggestion(rest, measures)
        return suggestion(
            owner, ["score", "share.rated", "count.0", "count.below.2", "count.not.3", "rating.CRITERION", *criteria]
        )

    return cure


def _has_measure(measures: Collection[str], name: str) -> bool:
    """Tell whether a detector gives a measure; a name such as ``item.*`` stands for a family."""
    return name in measures or any(known.endswith(".*") and name.startswith(known[:-1]) for known in measures)
