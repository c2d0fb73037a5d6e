"""Which need is met by which target or action, and which stand alone.

Two texts are tied by the concepts that both speak of (``vocabulary/concepts.yaml``) and by content words in common, weighed
by how rare they are in this plan. Each link carries its shared words, so that a reader can check it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa_app.analyse.concepts import concepts_of, content_words
from qa_app.analyse.pieces import entries, sentences
from qa_app.core.analysis import JudgedTarget, Link
from qa_app.core.document import Span
from qa_app.core.finding import Evidence
from qa_app.core.plan import Passage, Plan

if TYPE_CHECKING:
    import numpy as np

TIED: Final = 0.3
"""The least strength at which two texts count as belonging together."""
NEED_SECTIONS: Final = ("barriers_needs", "aln", "health_wellbeing")
ACTION_SECTIONS: Final = ("actions",)
_CONCEPT: Final = 0.55  # strength that one shared concept gives
_BROAD_CONCEPT: Final = 0.25
_MORE_CONCEPTS: Final = 0.15  # each further one
_NOTHING: Final = re.compile(r"\W*(?:no|none|nil|n/?a|tbc|not|dim|heb)\b", re.IGNORECASE)
_LEAST_CONTENT: Final = 1  # content words below which a sentence says no need


@dataclass(frozen=True, slots=True)
class Tie:
    """How strongly two texts belong together.

    Attributes:
        strength: 0 to 1.
        shared: The ideas and words that both have.
        telling: They share more than a matter that nearly every plan has a target on.
    """

    strength: float
    shared: tuple[str, ...]
    telling: bool = False


def ties(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[Tie, ...], ...]:
    """Tie each text of ``left`` to each of ``right``: one row per left text."""
    if not left or not right:
        return tuple(() for _ in left)
    likeness = _likeness(left, right)
    concepts_left, concepts_right = [concepts_of(text) for text in left], [concepts_of(text) for text in right]
    words_left, words_right = [content_words(text) for text in left], [set(content_words(text)) for text in right]
    rows = []
    for i in range(len(left)):
        row = []
        for j in range(len(right)):
            shared = [concept for concept in concepts_left[i] if concept in concepts_right[j]]
            common = [word for word in dict.fromkeys(words_left[i]) if word in words_right[j]]
            by_concept = max((_BROAD_CONCEPT if concept.broad else _CONCEPT for concept in shared), default=0.0)
            by_concept += _MORE_CONCEPTS * max(0, len(shared) - 1)
            strength = min(1.0, by_concept + (1 - by_concept) * float(likeness[i, j])) if by_concept < 1 else 1.0
            beyond = [word for word in common if not any(concept.pattern.search(word) for concept in shared)]
            telling = any(not concept.common for concept in shared) or len(shared) + len(beyond) > 1
            row.append(Tie(round(strength, 3), (*(concept.name for concept in shared), *beyond), telling))
        rows.append(tuple(row))
    return tuple(rows)


def links_of(plan: Plan, targets: Sequence[JudgedTarget]) -> tuple[Link, ...]:
    """Link the plan's needs to its targets and actions.

    Returns:
        The links in the order of the needs, then ``need=None`` for actions tied to no need. A need that nothing answers
        has ``action=None``.
    """
    needs = _needs(plan)
    answers = _answers(plan, targets)
    found: list[Link] = []
    tied: set[int] = set()
    table = ties([words for _, words in needs], [answer.text for answer in answers])
    for (need, _), row in zip(needs, table, strict=True):
        strong = [(index, tie) for index, tie in enumerate(row) if tie.strength >= TIED]
        tied.update(index for index, _ in strong)
        found += [Link(need, answers[index].evidence, tie.strength, tie.shared) for index, tie in strong]
        if not strong:
            found.append(Link(need, None, 0.0))
    for index, answer in enumerate(answers):
        if answer.need is not None:
            found.append(Link(answer.need, answer.evidence, 1.0, ("named in the same row",)))
        elif index not in tied:
            found.append(Link(None, answer.evidence, 0.0))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _PlanAnswer:
    evidence: Evidence
    text: str  # the words that are compared: of a target row, its wording and its actions
    need: Evidence | None = None


def _answers(plan: Plan, targets: Sequence[JudgedTarget]) -> list[_PlanAnswer]:
    found = []
    for target in targets:
        row = target.row
        main = row.target or row.actions
        evidence = evidence_of(plan, main, "targets")
        if evidence is not None:
            together = " ".join(part.text for part in (row.target, row.success_criteria, row.actions) if part)
            found.append(_PlanAnswer(evidence, together, evidence_of(plan, row.need, "targets")))
    for section in plan.sections_with(*ACTION_SECTIONS):
        for span in sentences(plan.document, section.content.spans):
            if not any(span.overlaps(answer.evidence.span) for answer in found) and content_words(plan.document.quote(span)):
                found.append(_PlanAnswer(Evidence.at(plan.document, span, section.id), plan.document.quote(span)))
    return found


def _needs(plan: Plan) -> list[tuple[Evidence, str]]:
    """Return each need with the words that say it: a table row is one need, running text is read by sentences."""
    found = []
    for section in plan.sections_with(*NEED_SECTIONS):
        for spans in entries(plan.document, section.content.spans):
            words = " ".join(plan.document.quote(span) for span in spans)
            said = len(content_words(words)) > _LEAST_CONTENT or concepts_of(words)
            if said and not _NOTHING.match(words):
                found.append((Evidence.at(plan.document, spans[0], section.id), words))
    return found


def evidence_of(plan: Plan, passage: Passage, section: str) -> Evidence | None:
    """Quote the first place of a passage; None for an empty one."""
    for span in passage.spans:
        if plan.document.quote(span).strip():
            return Evidence.at(plan.document, Span(span.start, span.end), section)
    return None


def _likeness(left: Sequence[str], right: Sequence[str]) -> np.ndarray:
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectoriser = TfidfVectorizer(analyzer=content_words, sublinear_tf=True)
    try:
        matrix = vectoriser.fit_transform([*left, *right])
    except ValueError:  # no text holds a content word
        return np.zeros((len(left), len(right)))
    return np.asarray((matrix[: len(left)] @ matrix[len(left) :].T).todense())
