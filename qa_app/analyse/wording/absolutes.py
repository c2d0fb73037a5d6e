"""*Always*, *never*, *every lesson* of a child and something bad.

The words themselves are harmless; what follows decides. *Never listens*, *always late* are flagged; *never misses*,
*always first to help* are praise; *we always ring* is about the adults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qa_app.analyse.wording.candidate import Candidate
from qa_app.analyse.wording.scene import Scene, cue, word_set
from qa_app.core.judged import FlagCategory, Severity

_WHY: Final = "“Always” and “never” leave no room for the times it went well; say how often, and when."
_INSTEAD: Final = ("say how often and when, with a date or a number", "say when it does go well, and what is different then")
_NEVER: Final = re.compile(
    r"(?<!\w)(?:(?:has|have|had|will|would|does|is|can)\s+)?(?:never(?:\s+(?:once|ever))?|hardly\s+ever|not\s+once|rarely\s+if\s+ever)"
    r"\s+(?P<what>(?:(?:has|have|had|been|be|even|really)\s+)*(?P<verb>[^\W\d_]+))(?P<rest>(?:\s+[^\W\d_]+(?:['’][a-z]+)?){0,3})",
    re.IGNORECASE,
)
_ALWAYS: Final = re.compile(
    r"(?<!\w)(?:always|constantly|continually|continuously|invariably|forever|perpetually|incessantly|permanently|endlessly)"
    r"\s+(?P<what>(?:(?:being|the|a|an|in|on|so|has|have|had|to|be|very|too|got)\s+){0,3}(?P<verb>[^\W\d_]+(?:-[^\W\d_]+)*))"
    r"(?P<rest>(?:\s+[^\W\d_]+(?:['’][a-z]+)?){0,3})",
    re.IGNORECASE,
)


def _other_subject(before: str) -> bool:
    """Tell whether the clause speaks of adults, services or things, not of the child."""
    words = re.findall(r"[^\W\d_]+", before.lower())
    tail = words[-4:]
    if not tail:
        return False
    if any(word in {"he", "she", "they", "who", "and"} for word in tail[-2:]):
        return False
    return any(word in word_set("services") or word in word_set("things_as_pronouns") for word in tail[-3:])


def _trim(scene: Scene, start: int, end: int, rest: str) -> int:
    """Return where the wording ends: the object is kept, a following clause is not."""
    taken = end - len(rest)
    for word in re.finditer(r"\s+([^\W\d_]+(?:['’][a-z]+)?)", rest):
        if word.group(1).lower() in word_set("clause_starts"):
            break
        taken = end - len(rest) + word.end()
    return taken if start < taken else end


def absolute_candidates(scene: Scene) -> Iterator[Candidate]:
    """Yield *never* with something good and *always* with something bad, said of the child."""
    for pattern, wanted in ((_NEVER, "good_deeds"), (_ALWAYS, "bad_deeds")):
        for match in pattern.finditer(scene.text):
            verb = match["verb"].lower()
            phrase = (match["what"] + match["rest"]).lower()
            if verb not in word_set(wanted) and not cue(f"{wanted}_phrases").match(phrase):
                continue
            if wanted == "good_deeds" and cue("never_praise").match(phrase):
                continue
            if _other_subject(scene.clause_before(match.start())):
                continue
            yield Candidate(
                match.start(),
                _trim(scene, match.start(), match.end(), match["rest"]),
                FlagCategory.ABSOLUTE,
                Severity.MEDIUM,
                _WHY,
                _INSTEAD,
                f"absolute-{'never' if wanted == 'good_deeds' else 'always'}",
                ("excused",),
            )
