"""Are the actions practical, and does each follow from a need or strength of this child?

Looks for: what adults will do, whether it could be seen to be done, what it is tied to, and whether the plan says why.
Matters because actions that fit any child change nothing for this one. Known misses: a tie that only the author knows of.
Near misses: "Continue to support", "No actions were agreed", a need that is only named. Source: Welsh guidance 296/2025,
section 7, fifth point.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qa_app.core.analysis import Analysis, JudgedTarget
from qa_app.core.finding import Detection, Finding
from qa_app.core.judged import Component, Level
from qa_app.core.plan import Passage
from qa_app.detect.base import Detector, Settings
from qa_app.detect.concepts import find_concept
from qa_app.detect.needs import needs_of
from qa_app.detect.reading import (
    childs_names,
    counted,
    quote_of,
    says_something,
    searched_in,
    seen,
    sentences_in,
    sentences_of,
    share,
    word_count,
)
from qa_app.detect.rows import Tie, tie_of

ID = "actions_linked"
_WHY: Final[Mapping[Tie, str]] = {
    Tie.REASON: "it is tied to something of this child",
    Tie.SUBJECT: "it fits a need or wish of this child (see Relevant), but the plan does not say why that is there",
    Tie.NONE: "nothing ties it to a need or strength of this child",
}
ENOUGH_WORDS = 6  # an action in fewer words that is not a known practical one says too little


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Judge every row's action, and count what is tied to a need and what is not."""
    rows = [target for target in analysis.targets if _action_of(target) is not None]
    names = childs_names(analysis)
    practical = [target for target in rows if _is_practical(target, names)]
    loose = [s for s in sentences_in(analysis, "actions") if is_practical(s.text, names)] if not analysis.targets else []
    needs = needs_of(analysis)
    ties = [tie_of(analysis, target, needs) for target in rows]
    linked = [target for target, tie in zip(rows, ties, strict=True) if tie is not Tie.NONE]
    reasoned = [target for target, tie in zip(rows, ties, strict=True) if tie is Tie.REASON]
    met = [need for need in needs if need.answered]
    findings = [_finding(analysis, target, tie, practical=target in practical) for target, tie in zip(rows, ties, strict=True)]
    findings += [
        seen(analysis, s, "action", "Something that can be seen to be done.", "concept practical_action") for s in loose
    ]
    both = [target for target in practical if target in reasoned]
    return Detection(
        detector=ID,
        looked_for="actions that can be seen to be done, and the need, strength or wish that each answers",
        searched=(
            *searched_in(analysis, "actions"),
            *(s for t in analysis.targets for p in t.row.parts().values() for s in p.spans),
        ),
        findings=tuple(findings),
        measures={
            "actions": len(rows) + len(loose),
            "practical": len(practical) + len(loose),
            "share_practical": share(len(practical) + len(loose), max(len(analysis.targets), len(rows)) + len(loose)),
            "linked": len(linked),
            "share_linked": share(len(linked), len(analysis.targets) or len(rows) + len(loose)),
            "reasoned": len(reasoned),
            "share_reasoned": share(len(reasoned), len(analysis.targets) or len(rows) + len(loose)),
            "share_both": share(len(both), len(analysis.targets) or len(rows) + len(loose)),
            "needs": len(needs),
            "needs_answered": len(met),
            "share_needs_answered": share(len(met), len(needs)),
            "every_need_answered": len(met) == len(needs),
            "complete": bool(rows) and len(both) == len(analysis.targets) and len(met) == len(needs),
        },
        summary=_summary(len(rows) + len(loose), len(practical) + len(loose), len(linked), len(reasoned), len(needs), len(met)),
        confidence=0.75,
    )


def _action_of(target: JudgedTarget) -> Passage | None:
    """Return what is to be done for a target: its actions, or the target itself when it asks something of the adults."""
    if says_something(target.row.actions.text) and not find_concept(target.row.actions.text, "nothing_planned"):
        return target.row.actions
    return target.row.target if target.judgement.is_adult_action else None


def _is_practical(target: JudgedTarget, names: tuple[str, ...]) -> bool:
    action = _action_of(target)
    if action is None:
        return False
    if any(is_practical(sentence.text, names) for sentence in sentences_of(action)):
        return True
    named_help = target.judgement.components[Component.ACHIEVABLE].level is not Level.NOT
    general = find_concept(action.text, "generic_action") or find_concept(action.text, "childs_task", names)
    return named_help and word_count(action.text) >= ENOUGH_WORDS and not general


def is_practical(sentence: str, names: tuple[str, ...] = ()) -> bool:
    """Tell whether a sentence names something that an adult can be seen to do.

    Args:
        sentence: Of the actions.
        names: By which the plan calls the child: what is asked of the child is no adult's action.

    >>> is_practical("Spelling group with the TA 3 x 15 minutes a week."), is_practical("Continue to encourage.")
    (True, False)
    """
    if find_concept(sentence, "practical_action") is None:
        return False
    asked = find_concept(sentence, "childs_task", names)
    return asked is None or asked[0] > 0


def _finding(analysis: Analysis, target: JudgedTarget, tie: Tie, *, practical: bool) -> Finding:
    how = "It can be seen to be done" if practical else "It is too general to be seen to be done"
    passage = _action_of(target) or target.row.target
    return Finding("action", quote_of(analysis, passage), f"{how}; {_WHY[tie]}.", ID)


def _summary(actions: int, practical: int, linked: int, reasoned: int, needs: int, met: int) -> str:
    if not actions:
        return "No actions were found."
    tied = f"{linked} tied to a need, strength or wish"
    if reasoned < linked:
        tied += f", {reasoned or 'none'} of them with the reason for it"
    parts = [f"{counted(actions, 'action').capitalize()}: {practical} practical, {tied}."]
    if needs:
        parts.append(f"{met} of {counted(needs, 'need')} answered.")
    return " ".join(parts)


DETECTOR = Detector(
    id=ID,
    question="Are the actions practical, and tied to this child's needs and strengths?",
    measures={
        "actions": "rows with an action, or actions in running text where there are no rows",
        "practical": "of these, can be seen to be done",
        "share_practical": "share of the rows with such an action; 0 without rows",
        "linked": "rows tied to a need, strength or wish, if only by its name or by a Relevant component that is met",
        "share_linked": "share of the rows tied at all; 0 without rows",
        "reasoned": "of the tied rows, tied also to why the need or wish is there",
        "share_reasoned": "share of the rows so tied; 0 without rows",
        "share_both": "share of the rows that are practical and tied to a reason",
        "needs": "needs told in the plan",
        "needs_answered": "of these, answered by a target or action",
        "share_needs_answered": "share answered; 0 without needs",
        "every_need_answered": "whether no need is left without an answer",
        "complete": "whether every row is practical and tied to a reason, and every need answered",
    },
    run=run,
)
