"""Is the move ahead planned: steps, who, when, the child's wishes, the receiving setting?

Looks for: a move that is ahead (by fact, year group or words), steps that prepare it, who takes them and by when. Matters
because moves are where children looked after lose most. Known misses: a step told over three sentences. Near misses:
"No move is planned", "Settled into Year 7", "Options next year", "will transfer to secondary" with nothing behind it.
Source: Welsh guidance 296/2025, section 7, fourth point, and its part on transition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.detect.base import Detector, Settings
from qa_app.detect.concepts import find_concept
from qa_app.detect.moves import MOVE_SECTIONS, TOLD_IN, Move, move_ahead
from qa_app.detect.owners import known_people, owners_of
from qa_app.detect.reading import (
    Sentence,
    carrying,
    childs_names,
    counted,
    says_something,
    searched_in,
    seen,
    sentences_in,
    sentences_of,
    word_count,
)
from qa_app.nlp.dates import DateKind, find_dates
from qa_app.nlp.roles import RoleKind

ID = "transition"
STEPS_IN = (*MOVE_SECTIONS, "barriers_needs", "school_views", "social_worker_views", "actions")


@dataclass(frozen=True, slots=True)
class Step:
    """A step that prepares a move; ``who`` and ``when`` may stand in the sentence after it."""

    sentence: Sentence
    who: bool
    when: bool

    @property
    def whole(self) -> bool:
        """Whether it says who and when."""
        return self.who and self.when


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Find the move, its steps, and who has a part in them."""
    move = move_ahead(analysis)
    names = childs_names(analysis)
    written = [s for s in sentences_in(analysis, *MOVE_SECTIONS) if _says_anything(s)]
    aside = [] if move.ahead else [s for s in written if _is_no_move(s)]
    own = [s for s in written if s not in aside]
    steps = _steps(analysis, own, names, move)
    wishes = list(carrying(own, "childs_wish", names)) + _answered_wishes(analysis, own)
    receiving = list(carrying((*own, *(step.sentence for step in steps)), "receiving_setting"))
    planned = bool(own) or bool(steps)
    unread = bool(analysis.plan.document.unread)
    ahead = None if move.ahead is False and unread else move.ahead
    findings = [Finding("move", tuple(map(analysis.evidence, move.places[:2])), _sentence(move.why), ID)] if move.places else []
    findings += [
        seen(analysis, s, "no-move", "It looks back or is about options: no move ahead.", "concepts settled_in, options_choice")
        for s in aside
    ]
    findings += [seen(analysis, step.sentence, "step", _step_reason(step), "concept transition_step") for step in steps]
    findings += [
        seen(analysis, s, "childs-wish", "It tells what the child wants of the move.", "concept childs_wish") for s in wishes
    ]
    findings += [
        seen(analysis, s, "receiving", "The receiving side takes part.", "concept receiving_setting") for s in receiving
    ]
    whole = sum(step.whole for step in steps)
    return Detection(
        detector=ID,
        looked_for="a move ahead, and its steps: visits, meetings, information passed on, applications; by whom and when",
        searched=searched_in(analysis, *dict.fromkeys((*TOLD_IN, *STEPS_IN))),
        findings=tuple(findings),
        measures={
            "ahead": ahead,
            "mentioned": planned,
            "matters": True if ahead is True or planned else ahead,
            "steps": len(steps),
            "steps_with_who": sum(step.who for step in steps),
            "steps_with_when": sum(step.when for step in steps),
            "whole_steps": whole,
            "childs_wish": bool(wishes),
            "receiving_setting": bool(receiving),
            "complete": whole > 0 and bool(wishes) and bool(receiving),
        },
        summary=_summary(move, steps, whole, wishes=bool(wishes), receiving=bool(receiving), planned=planned),
        confidence=0.75,
    )


def _answered_wishes(analysis: Analysis, own: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences about the move that answer something the child said elsewhere."""
    answers = [answer.answer.span for answer in analysis.views.answers if answer.answer]
    return [sentence for sentence in own if any(sentence.span.overlaps(span) for span in answers)]


def _says_anything(sentence: Sentence) -> bool:
    return (
        says_something(sentence.text) and word_count(sentence.text) > 2 and not find_concept(sentence.text, "nothing_planned")
    )


def _is_no_move(sentence: Sentence) -> bool:
    """Tell whether a sentence under a heading for moves looks back at one, or is about options: neither is a move ahead."""
    if find_concept(sentence.text, "options_choice"):
        return True
    return find_concept(sentence.text, "settled_in") is not None and find_concept(sentence.text, "transition_step") is None


def _steps(analysis: Analysis, own: Sequence[Sentence], names: tuple[str, ...], move: Move) -> list[Step]:
    """Return the steps under the headings for moves, and elsewhere where the sentence itself speaks of a move."""
    people = {name: kind for name, kind in known_people(analysis).items() if kind is not RoleKind.CHILD}
    elsewhere = [s for s in sentences_in(analysis, *STEPS_IN) if s.section not in MOVE_SECTIONS and s in move.sentences]
    found = []
    for run_of in (own, elsewhere, *_rows_about_moves(analysis, names)):
        for index, sentence in enumerate(run_of):
            if find_concept(sentence.text, "transition_step", names) is None:
                continue
            following = run_of[index + 1].text if index + 1 < len(run_of) and run_of is not elsewhere else ""
            found.append(_step(analysis, sentence, following, people))
    return found


def _step(analysis: Analysis, sentence: Sentence, following: str, people: Mapping[str, RoleKind | None]) -> Step:
    def dated(text: str) -> bool:
        return any(mention.kind not in (DateKind.YEAR, DateKind.PROBLEM) for mention in find_dates(text, analysis.as_of))

    def owned(text: str) -> bool:
        owners = owners_of(text, people)
        return owners.named and owners.kinds != frozenset({RoleKind.CHILD})

    continued = following if following and not find_concept(following, "transition_step") else ""
    return Step(sentence, owned(sentence.text) or owned(continued), dated(sentence.text) or dated(continued))


def _rows_about_moves(analysis: Analysis, names: tuple[str, ...]) -> list[tuple[Sentence, ...]]:
    """Return the target rows that prepare a move, each as its parts in order."""
    rows = []
    for target in analysis.targets:
        parts = [target.row.target, target.row.actions, target.row.who, target.row.by_when]
        sentences = tuple(sentence for part in parts for sentence in sentences_of(part))
        if any(find_concept(sentence.text, "move_ahead", names) for sentence in sentences):
            rows.append(sentences)
    return rows


def _step_reason(step: Step) -> str:
    if step.whole:
        return "A step with who and when."
    lacking = " or ".join(word for word, told in (("who", step.who), ("when", step.when)) if not told)
    return f"A step that does not say {lacking}."


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _summary(move: Move, steps: list[Step], whole: int, *, wishes: bool, receiving: bool, planned: bool) -> str:
    if not planned:
        return f"{_sentence(move.why)} Nothing is written about how to prepare it." if move.ahead else _sentence(move.why)
    # What is written under a heading for moves is rated even when neither facts nor words name the move.
    parts = [_sentence(move.why) if move.ahead else "The plan tells of what comes next."]
    if steps:
        parts.append(f"{counted(len(steps), 'step').capitalize()} to prepare it, {whole} with who and when.")
    else:
        parts.append("No step to prepare it is told.")
    parts.append("The child's wishes about it are told." if wishes else "The child's wishes about it are not told.")
    if receiving:
        parts.append("The receiving side has a part.")
    return " ".join(parts)


DETECTOR = Detector(
    id=ID,
    question="Is a move ahead, and is it planned?",
    measures={
        "ahead": "whether a move of school or phase is ahead; unknown when not even the year group is told",
        "mentioned": "whether the plan says anything about a move or how to prepare it; settling in and options are none",
        "matters": "whether a move is ahead or planned for: then it can be rated",
        "steps": "steps that prepare it",
        "steps_with_who": "steps with a name or exact role",
        "steps_with_when": "steps with a time",
        "whole_steps": "steps with both",
        "childs_wish": "whether the child's wishes about it are told",
        "receiving_setting": "whether the receiving school, class or college takes part",
        "complete": "whether all of it is there",
    },
    run=run,
)
