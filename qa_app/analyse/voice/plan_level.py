"""The plan's level for the child's views, 0 to 3, as in the judgement guide, section 2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qa_app.analyse.links import TIED, evidence_of, ties
from qa_app.analyse.pieces import sentences
from qa_app.analyse.voice.passages import CHILDS_SECTIONS
from qa_app.analyse.voice.topics import OF_A_VIEW, topics
from qa_app.core.analysis import Answer, JudgedPassage, JudgedTarget, ViewsJudgement
from qa_app.core.finding import Evidence
from qa_app.core.judged import VoiceLabel
from qa_app.core.plan import Plan

STALE: Final = 0.8
"""Share of the views' sentences found word for word in the previous plan, from which on the views count as copied."""
_SHOWN: Final = 6  # passages quoted as evidence
_PARTICULAR: Final = 6  # words that not any child might say, from which on views count as this child's
_PLANNING_SECTIONS: Final = (
    "targets",
    "actions",
    "meeting",
    "school_views",
    "planned_changes",
    "transition",
    "post16",
    "funding",
)
_SURE: Final = 0.5  # least confidence of a passage that may carry the level
_SURE_ELSEWHERE: Final = 0.6  # the same outside the child's own sections, where views are rarer


@dataclass(frozen=True)
class _Views:
    """The plan's passages that carry the child's view, and what they amount to."""

    plan: Plan
    passages: tuple[JudgedPassage, ...]

    @property
    def own(self) -> tuple[JudgedPassage, ...]:
        return tuple(
            passage
            for passage in self.passages
            if passage.judgement.label.is_childs_view
            and (passage.section in CHILDS_SECTIONS or passage.judgement.confidence >= _SURE_ELSEWHERE)
        )

    @property
    def spoken(self) -> tuple[JudgedPassage, ...]:
        """Views in words or described responses: all but ticks and bare ratings."""
        return tuple(passage for passage in self.own if not topics()["ticked"].in_text(self.text(passage)))

    def text(self, passage: JudgedPassage) -> str:
        return self.plan.document.quote(passage.span)

    def speaks_of(self, topic: str) -> bool:
        """Tell whether a view speaks of ``topic`` itself or answers a question about it."""
        return any(
            topics()[topic].in_text(self.text(passage)) or topics()[topic].in_text(passage.heading) for passage in self.spoken
        )

    @property
    def about(self) -> tuple[str, ...]:
        return tuple(topic for topic in OF_A_VIEW if self.speaks_of(topic))

    @property
    def particular_words(self) -> int:
        together = " ".join(self.text(passage) for passage in self.spoken)
        return len(set(re.findall(r"[^\W\d_]{3,}", topics()["bland"].pattern.sub(" ", together.lower()))))

    @property
    def gathering_told(self) -> bool:
        """Whether it can be told how the views were gathered: in the child's own words, or said in so many words."""
        if any(passage.judgement.label in (VoiceLabel.QUOTED, VoiceLabel.OBSERVED) for passage in self.spoken):
            return True
        said = [p for p in self.passages if p in self.own or p.judgement.label is VoiceLabel.NONE]
        return any(topics()["gathered"].in_text(f"{passage.heading}\n{self.text(passage)}") for passage in said)

    def evidence(self, passages: Sequence[JudgedPassage]) -> tuple[Evidence, ...]:
        best = sorted(passages, key=lambda p: (-p.judgement.confidence, p.span))[:_SHOWN]
        return tuple(Evidence.at(self.plan.document, passage.span, passage.section) for passage in best)


def judge_views(
    plan: Plan, passages: Sequence[JudgedPassage], targets: Sequence[JudgedTarget], previous: Plan | None = None
) -> ViewsJudgement:
    """Judge how far the child's views are there and shape the plan.

    Args:
        plan: The plan.
        passages: Its judged passages.
        targets: Its judged targets, in which answers to wishes are looked for.
        previous: The child's plan before this one, to tell copied views.

    Returns:
        Level and reason. The level is None when nothing was found but part of the document could not be read.
    """
    views = _Views(plan, tuple(passages))
    if not views.own:
        return _without_views(views)
    answers = answers_of(plan, views.spoken, targets)
    level, reason = _level(views, answers)
    if level > 1 and previous is not None and copied_share(plan, views.spoken, previous) >= STALE:
        level, reason = 1, "The views are copied word for word from the previous plan, so they are out of date."
    sure = [p.judgement.confidence for p in views.own if p.judgement.confidence >= _SURE] or [_SURE]
    return ViewsJudgement(level, reason, views.evidence(views.spoken or views.own), answers, round(max(sure), 3))


def _without_views(views: _Views) -> ViewsJudgement:
    absent = [p for p in views.passages if p.judgement.label is VoiceLabel.ABSENT]
    respected = [p for p in absent if topics()["respected_choice"].in_text(views.text(p))]
    if respected:
        reason = "The child chose not to take part; the choice is respected and it is recorded how a say was offered."
        return ViewsJudgement(1, reason, views.evidence(respected), confidence=respected[0].judgement.confidence)
    if views.plan.document.unread:
        return ViewsJudgement(
            None, "No views of the child were found, but part of the document could not be read.", confidence=0.0
        )
    if absent:
        return ViewsJudgement(0, "The plan says that the child's views were not given or not sought.", views.evidence(absent))
    opinions = [p for p in views.passages if p.judgement.label in (VoiceLabel.ADULT_OPINION, VoiceLabel.SOMEONE_ELSE)]
    if opinions:
        return ViewsJudgement(0, "Only the views of adults are there, none of the child's own.", views.evidence(opinions))
    return ViewsJudgement(0, "No views of the child were found.")


def _level(views: _Views, answers: Sequence[Answer]) -> tuple[int, str]:
    if not views.spoken:
        return 1, "The child's views are ticked or rated only, without words."
    about = [topics()[name].says for name in views.about]
    if not views.speaks_of("education"):
        return 1, "The child's views are there, but say nothing about school or learning."
    if views.particular_words < _PARTICULAR:
        return 1, "A view is there, but it is so general that any child might have given it."
    if len(about) < 2:
        return 1, f"The child's views speak of {about[0] if about else 'no more than one thing'} only."
    spoken_of = f"The child's views on school speak of {', '.join(about[:-1])} and {about[-1]}"
    if not views.gathering_told:
        return 1, f"{spoken_of}, but the plan does not say how they were gathered."
    answered = [answer for answer in answers if answer.answer is not None]
    if answered:
        return 3, f"{spoken_of}, and the plan acts on {len(answered)} of {len(answers)} wishes."
    if _explains_why_not(views.plan, [answer.wish.quote for answer in answers]):
        return 3, f"{spoken_of}, and the plan explains why a wish cannot be met."
    return 2, f"{spoken_of}, but no target or action can be traced to them."


def answers_of(plan: Plan, views: Sequence[JudgedPassage], targets: Sequence[JudgedTarget]) -> tuple[Answer, ...]:
    """Pair each wish of the child with the target or action that answers it best, or with None."""
    wishes = [
        Evidence.at(plan.document, span, passage.section)
        for passage in views
        for span in sentences(plan.document, [passage.span])
        if topics()["wish"].in_text(plan.document.quote(span)) or topics()["wish"].in_text(passage.heading)
    ]
    offers: list[tuple[Evidence, str]] = []
    for target in targets:
        evidence = evidence_of(plan, target.row.target or target.row.actions, "targets")
        if evidence is not None:
            offers.append((evidence, " ".join(part.text for part in target.row.parts().values())))
    for section in plan.sections_with("actions"):
        for span in sentences(plan.document, section.content.spans):
            if not any(span.overlaps(evidence.span) for evidence, _ in offers):
                offers.append((Evidence.at(plan.document, span, section.id), plan.document.quote(span)))
    answers = []
    for wish, row in zip(wishes, ties([w.quote for w in wishes], [text for _, text in offers]), strict=True):
        best = max(range(len(row)), key=lambda index: (row[index].telling, row[index].strength, -index), default=None)
        if best is None or row[best].strength < TIED or not row[best].telling:
            answers.append(Answer(wish, None, row[best].strength if best is not None else 0.0))
        else:
            answers.append(Answer(wish, offers[best][0], row[best].strength, row[best].shared))
    return tuple(answers)


def copied_share(plan: Plan, views: Sequence[JudgedPassage], previous: Plan) -> float:
    """Return the share of the views' sentences that stand word for word in the previous plan."""
    before = _plain(previous.document.text)
    now = [_plain(plan.document.quote(span)) for view in views for span in sentences(plan.document, [view.span])]
    long = [words for words in now if len(words.split()) >= 3]
    return sum(f" {words} " in f" {before} " for words in long) / len(long) if long else 0.0


def _explains_why_not(plan: Plan, wishes: Sequence[str]) -> bool:
    """Tell whether the adults who plan say why one of the wishes cannot be met."""
    said = [
        plan.document.quote(span)
        for section in plan.sections_with(*_PLANNING_SECTIONS)
        for span in sentences(plan.document, section.content.spans)
    ]
    reasons = [words for words in said if topics()["why_not"].in_text(words)]
    return any(tie.telling and tie.strength >= TIED for row in ties(wishes, reasons) for tie in row)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
