"""A plan with every target, passage and wording judged: what the detectors read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qa_app.core.document import Span
from qa_app.core.finding import Evidence
from qa_app.core.judged import Flag, TargetJudgement, TargetText, VoiceJudgement
from qa_app.core.plan import Language, Plan, TargetRow


@dataclass(frozen=True, slots=True)
class JudgedTarget:
    """A target row of the plan, the strings it was judged by, and the judgement."""

    row: TargetRow
    text: TargetText
    judgement: TargetJudgement


@dataclass(frozen=True, slots=True)
class JudgedPassage:
    """A passage of the plan that may carry somebody's view.

    Attributes:
        span: Where it stands.
        section: Id of its section.
        heading: The heading it stands under.
    """

    span: Span
    section: str
    heading: str
    judgement: VoiceJudgement


@dataclass(frozen=True, slots=True)
class PlanFlag:
    """An insensitive wording at its place in the plan."""

    span: Span
    section: str
    flag: Flag


@dataclass(frozen=True, slots=True)
class Answer:
    """A wish of the child and the target or action that answers it.

    Attributes:
        wish: The child's words.
        answer: The words of the target or action; None when nothing in the plan answers the wish.
        strength: 0 to 1.
        shared: The words or ideas that both have in common.
    """

    wish: Evidence
    answer: Evidence | None
    strength: float
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A need and a target or action that meets it. ``need`` None: an action tied to no need. ``action`` None: an unmet need."""

    need: Evidence | None
    action: Evidence | None
    strength: float
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewsJudgement:
    """The plan's level for the child's views, 0 to 3 as in the judgement guide, section 2.

    Attributes:
        level: None when it cannot be told (part of the plan could not be read).
        evidence: The passages that decided, best first.
        answers: "You said, we did".
    """

    level: int | None
    reason: str
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[Answer, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence that the child would find hard to read."""

    evidence: Evidence
    words: int
    grade: float


@dataclass(frozen=True, slots=True)
class Readability:
    """How readable the words written for or to the child are.

    Attributes:
        measured: False when there were too few words, or the text is Welsh; ``reason`` then says which.
        formula: Name of the formula.
        grade: School year a reader needs, by that formula; None when not measured.
        childs_year: The child's year group, when known.
        words: Words measured.
    """

    measured: bool
    reason: str
    formula: str = ""
    grade: float | None = None
    childs_year: int | None = None
    words: int = 0
    hard_sentences: tuple[HardSentence, ...] = ()


@dataclass(frozen=True)
class Analysis:
    """A plan with its single items judged.

    ``as_of`` is the date the plan speaks from (its meeting date), against which "current", "ahead" and "late" are told;
    None when the plan has no date. The clock is never read, so the same plan gives the same audit next year.
    """

    plan: Plan
    as_of: date | None = None
    targets: tuple[JudgedTarget, ...] = ()
    previous_targets: tuple[TargetRow, ...] = ()
    passages: tuple[JudgedPassage, ...] = ()
    views: ViewsJudgement = ViewsJudgement(0, "")
    flags: tuple[PlanFlag, ...] = ()
    links: tuple[Link, ...] = ()
    readability: Readability = Readability(False, "not measured")
    language: Language = Language.ENGLISH

    def evidence(self, span: Span) -> Evidence:
        """Quote the plan at ``span``, with the section it stands in."""
        section = self.plan.section_at(span.start)
        return Evidence.at(self.plan.document, span, section.id if section else "")
