"""An audit template: criteria as data. Loaded and checked by ``qa_app.templates``, applied by ``qa_app.judge``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from qa_app.core.finding import MeasureValue


class Status(StrEnum):
    """Life of a criterion or template."""

    DRAFT = "draft"
    TRIAL = "trial"  # shown, but not counted
    STABLE = "stable"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison of one measure or fact with a limit.

    Attributes:
        subject: ``name.measure`` of a detector used by the criterion, or ``fact.NAME``.
        op: One of ``at_least at_most is is_not one_of within known``.
        value: The limit; a pair for ``within``, a tuple for ``one_of``, a boolean for ``known``.
        say: What the comparison asks for, in words that complete "It needs …".
    """

    subject: str
    op: str
    value: MeasureValue | tuple[MeasureValue, ...]
    say: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every condition is true."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one condition is true."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the condition is false."""

    condition: Condition


Condition: TypeAlias = Comparison | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Use:
    """A detector that a criterion uses, with its settings.

    ``name`` is what the criterion's conditions call it; the detector's id unless the same detector is used twice.
    """

    detector: str
    name: str
    settings: Mapping[str, MeasureValue | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Applicability:
    """When a criterion applies.

    Attributes:
        condition: On facts and measures; None: always.
        otherwise: The reason shown when it does not apply.
        when_unknown: Whether the criterion applies when the condition cannot be told.
    """

    condition: Condition | None = None
    otherwise: str = ""
    when_unknown: bool = True


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is asked of a plan.

    Attributes:
        id: Stable, never reused.
        title, statement: What is asked, in our own words. Positive: met is good news.
        source: Document and section that ask for it.
        looks_for, weak: What an auditor looks for, and what weak looks like.
        uses: The detectors that give the measures.
        levels: Conditions for 3, 2 and 1, tried from the highest; when none holds the rating is 0.
        descriptors: What each rating means, in words, by rating.
        sections: Section ids that carry the text needed; if one may be unread, nothing here is called absent.
        good_example: An invented example of good wording.
        advice: What to do next, one sentence.
        weight: Share in the overall score, 0 or more.
    """

    id: str
    title: str
    statement: str
    source: str
    looks_for: str
    weak: str
    uses: tuple[Use, ...]
    levels: Mapping[int, Condition]
    descriptors: Mapping[int, str]
    applies: Applicability = Applicability()
    sections: tuple[str, ...] = ()
    good_example: str = ""
    advice: str = ""
    weight: float = 1.0
    status: Status = Status.STABLE
    since: str = "1"


@dataclass(frozen=True, slots=True)
class Band:
    """An overall band. Bands are tried in order; the first whose condition holds is given.

    Subjects of its conditions: ``rating.CRITERION``, ``count.0`` … ``count.3`` (rated criteria with that rating),
    ``count.at_least.N``, ``share.rated``, ``score``.
    """

    name: str
    condition: Condition | None
    say: str


@dataclass(frozen=True, slots=True)
class AuditTemplate:
    """A named, versioned list of criteria with the rule for the overall band.

    ``sha256`` is of the template file, so that an audit can name the exact text it used.
    """

    id: str
    version: str
    title: str
    source: str
    jurisdiction: str
    criteria: tuple[Criterion, ...]
    bands: tuple[Band, ...]
    status: Status = Status.STABLE
    note: str = ""
    sha256: str = ""
