"""Is the row a target for the child, or a task for the adults?"""

from __future__ import annotations

from typing import Final

from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Proof

_ACTS: Final = frozenset({"to", "will", "should", "must", "shall", "i"})
_HAVING: Final = frozenset({"have", "has", "receive", "receives", "access", "be", "get", "given", "offered", "increase"})
_CHILD: Final = frozenset({"he", "she", "they", "child", "pupil", "student", "i", "yp", "learner", "disgybl", "plentyn"})
_BECOMING: Final = frozenset({"be", "been", "being"})
_DONE_TO: Final = frozenset(
    {"met", "given", "found", "bought", "made", "put", "sent", "sought", "held", "kept", "set", "spent", "written", "paid"}
)
_FEELINGS: Final = ("skills/virtue", "skills/habit-verb")
_REACH: Final = 4
"""So many words may stand between the adult named first and what he or she is to do (*social worker and school to …*)."""


def adult_task(reading: RowReading) -> tuple[Proof, ...]:
    """Return the words that ask something of the adults; empty when the row is for the child.

    Four shapes: an adult who acts (*School to provide …*), a task as such (*Referral to …*, *Chase the records*), something
    that is to be done for the child (*Laptop to be provided*), and provision counted as if it were the target (*3 x 20 minutes
    intervention a week*).
    """
    target = reading["target"]
    if target.empty:
        return ()
    return _agent(target) or _task(target) or _done_for_the_child(target) or _provision(target)


def _proof(field: FieldReading, first: int, last: int, kind: str) -> tuple[Proof, ...]:
    start, end = field.words[first].start, field.words[last].end
    return (Proof(field.name, start, end, field.text[start:end], kind),)


def _first_word(field: FieldReading) -> int:
    """Return the index of the first real word, past list marks and an article."""
    return next(
        (i for i, word in enumerate(field.words) if word.form[0].isalpha() and word.form not in ("the", "all", "y", "yr")), 0
    )


def _agent(field: FieldReading) -> tuple[Proof, ...]:
    first = _first_word(field)
    for agent in field.phrases.get("agents/adult", ()):
        if agent.first > first:
            break
        for index in range(agent.last, min(agent.last + _REACH, len(field.words) - 1)):
            if field.words[index].form in _ACTS:
                return _proof(field, agent.first, index + 1, "adult-agent")
    return ()


def _task(field: FieldReading) -> tuple[Proof, ...]:
    first = _first_word(field)
    for task in field.phrases.get("agents/task", ()):
        if task.first <= first or (task.first <= first + 2 and not field.words[first].name_like):
            return _proof(field, first, task.last - 1, "adult-task")
    return ()


def _done_for_the_child(field: FieldReading) -> tuple[Proof, ...]:
    first = _first_word(field)
    if field.words[first].name_like or field.words[first].form in _CHILD | {"to", "for", "i"}:
        return ()
    feelings = {
        index for kind in _FEELINGS for match in field.phrases.get(kind, ()) for index in range(match.first, match.last)
    }
    skills = field.phrases.get("skills/skill-verb", ())
    for index in range(first + 1, len(field.words) - 1):
        done = field.words[index + 1].form
        if field.words[index].form in _BECOMING and (done in _DONE_TO or done.endswith("ed")) and index + 1 not in feelings:
            return (
                () if any(skill.first <= first for skill in skills) else _proof(field, first, index + 1, "done-for-the-child")
            )
    return ()


def _provision(field: FieldReading) -> tuple[Proof, ...]:
    provision = field.phrases.get("support/provision", ())
    skills = field.phrases.get("skills/skill-verb", ())
    if provision and all(field.words[skill.first].form in _HAVING for skill in skills):
        return _proof(field, provision[0].first, provision[0].last - 1, "provision")
    return ()
