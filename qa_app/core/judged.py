"""Single items and their judgements: a target row, a passage of views, a text's wording.

These are the values behind ``pep-qa judge``; the formats and labels are those of the judgement guide, sections 1 to 3.
Plain strings go in, so an item can be judged without a document round it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from qa_app.core.plan import Language, Speaker


class Component(StrEnum):
    """The five components of a SMART target."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    RELEVANT = "relevant"
    TIME_BOUND = "time_bound"


class Level(StrEnum):
    """How far a component is met."""

    NOT = "not"
    PARTLY = "partly"
    MET = "met"

    @property
    def rank(self) -> int:
        """0 for not, 1 for partly, 2 for met."""
        return _LEVEL_ORDER.index(self)


_LEVEL_ORDER: Final = (Level.NOT, Level.PARTLY, Level.MET)


class VoiceLabel(StrEnum):
    """What a passage is with regard to the child's view."""

    QUOTED = "quoted"
    REPORTED = "reported"
    OBSERVED = "observed"
    ADULT_OPINION = "adult-opinion"
    SOMEONE_ELSE = "someone-else"
    ABSENT = "absent"
    NONE = "none"

    @property
    def is_childs_view(self) -> bool:
        """Whether the passage carries the child's own position."""
        return self in (VoiceLabel.QUOTED, VoiceLabel.REPORTED, VoiceLabel.OBSERVED)


class FlagCategory(StrEnum):
    """Kinds of insensitive wording."""

    LABEL = "label"
    BLAME = "blame"
    DEFICIT = "deficit"
    VICTIM_BLAME = "victim-blame"
    DEHUMANISE = "dehumanise"
    CARE_JARGON = "care-jargon"
    ACRONYM = "acronym"
    OUTDATED = "outdated"
    FAMILY = "family"
    ABSOLUTE = "absolute"
    UNSUPPORTED = "unsupported"


class Severity(StrEnum):
    """How much a wording may hurt on reading."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 1 for medium, 2 for high."""
        return (Severity.LOW, Severity.MEDIUM, Severity.HIGH).index(self)


@dataclass(frozen=True, slots=True)
class TargetText:
    """A target row as plain strings. Empty string: the cell is empty.

    Attributes:
        needs, views: What the plan says of the child's needs and views elsewhere.
        meeting_date: Of the plan's meeting, or None when the plan does not say.
    """

    target: str
    success_criteria: str = ""
    actions: str = ""
    who: str = ""
    by_when: str = ""
    needs: str = ""
    views: str = ""
    meeting_date: date | None = None

    ROW: ClassVar[tuple[str, ...]] = ("target", "success_criteria", "actions", "who", "by_when")


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of an item that decided something.

    Attributes:
        field: Name of the item's field (for a passage or text: ``text``).
        start, end: Offsets in that field.
        text: The words, ``field[start:end]``.
        kind: What the words are: ``baseline``, ``number-with-unit``, ``named-support``, ``reporting-verb`` …
    """

    field: str
    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class ComponentJudgement:
    """One component's level with its reason.

    Attributes:
        confidence: Calibrated probability that the level is right, 0 to 1.
        reason: One sentence that names the words that decided.
        improve: One sentence on how to make it better with the row's own words; empty when met.
    """

    level: Level
    confidence: float
    reason: str
    proof: tuple[Proof, ...] = ()
    improve: str = ""


@dataclass(frozen=True, slots=True)
class TargetJudgement:
    """The five components of one target row.

    ``is_adult_action``: the row asks something of the adults, not of the child.
    """

    components: Mapping[Component, ComponentJudgement]
    is_adult_action: bool = False

    @property
    def met(self) -> int:
        """How many components are met, 0 to 5."""
        return sum(judgement.level is Level.MET for judgement in self.components.values())


@dataclass(frozen=True, slots=True)
class VoiceText:
    """A passage to be judged for whose view it is."""

    text: str
    heading: str = ""
    child: str = ""


@dataclass(frozen=True, slots=True)
class VoiceJudgement:
    """A passage's label with the words that decided. ``confidence`` is a calibrated probability, 0 to 1."""

    label: VoiceLabel
    confidence: float
    reason: str
    proof: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingText:
    """A text to be judged for insensitive wording.

    ``speaker`` CHILD means these are the child's own words, which are never flagged.
    """

    text: str
    heading: str = ""
    speaker: Speaker = Speaker.UNKNOWN
    child: str = ""
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A wording that may hurt the child who reads it.

    Attributes:
        start, end, text: The shortest phrase that carries the harm, ``text == item.text[start:end]``.
        why: Why it matters, one sentence.
        instead: Kinder wordings that keep the meaning.
        origin: Lexicon entry or model that raised it.
    """

    start: int
    end: int
    text: str
    category: FlagCategory
    severity: Severity
    why: str
    instead: tuple[str, ...]
    confidence: float
    origin: str = ""
