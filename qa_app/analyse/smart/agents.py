"""Is the row a target for the child, or a task for the adults?"""

from __future__ import annotations

from typing import Final

from qa_app.analyse.smart.reading import RowReading
from qa_app.core.judged import Proof

_ACTS: Final = frozenset({"to", "will", "should", "must", "shall", "i", "yn", "are", "is", "needs"})
_HAVING: Final = frozenset({"have", "has", "receive", "receives", "access", "be", "get", "given", "offered", "attend"})


def adult_task(reading: RowReading) -> tuple[Proof, ...]:
    """Return the words that ask something of the adults; empty when the row is for the child.

    Three shapes: an adult who acts (*School to provide …*), something that is to be done to or for the child (*Laptop to be
    provided*, *EP referral*), and provision that is counted as if it were the target (*3 x 20 minutes intervention a week*).
    """
    target = reading["target"]
    words = target.words
    if not words:
        return ()
    skills = target.phrases.get("skills/skill-verb", ())
    tasks = target.phrases.get("agents/adult-task", ())
    for agent in target.phrases.get("agents/adult", ()):
        follows = words[agent.last].form if agent.last < len(words) else ""
        if agent.first <= 1 and (follows in _ACTS or any(task.first <= agent.last + 1 for task in tasks)):
            end = max([agent.end, *(task.end for task in tasks[:1])])
            return (Proof("target", agent.start, end, target.text[agent.start : end], "adult-agent"),)
    passive = [
        task for task in tasks if words[task.first].form == "be" or (task.first == 0 and not _is_childs_verb(words[0].form))
    ]
    if passive and not any(skill.first < passive[0].first for skill in skills):
        end = passive[0].end
        return (Proof("target", words[0].start, end, target.text[words[0].start : end], "adult-task"),)
    provision = target.phrases.get("support/provision", ())
    if provision and all(words[skill.first].form in _HAVING for skill in skills):
        return (
            Proof(
                "target", provision[0].start, provision[0].end, target.text[provision[0].start : provision[0].end], "provision"
            ),
        )
    return ()


def _is_childs_verb(form: str) -> bool:
    return form in {"complete", "book", "order", "apply", "send", "attend", "follow", "share", "buy"}
