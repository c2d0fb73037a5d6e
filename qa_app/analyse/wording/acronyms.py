"""Acronyms that a child would not know and the text does not explain.

The rule is general: any run of capitals is one, save those that children know (``vocabulary/acronyms.yaml``), names of
exams, places and things, and those that the text spells out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

import yaml

from qa_app.analyse.wording.candidate import Candidate
from qa_app.analyse.wording.scene import Scene
from qa_app.core.judged import FlagCategory, Severity
from qa_app.nlp.acronyms import ChildKnows, acronyms

_CAPITALS: Final = re.compile(
    r"""
    (?<![\w@#.&-])
    (?: [A-Z]&[A-Z]                                             # S&L
      | [A-Z]{2,6}s?                                            # SDQ, CATs
      | (?:S\.?|[Ss]ec(?:tion)?\ ?)(?:17|20|31|47|76)(?:\ [A-Z]{2,4})?   # S76, S.31 ICO
      | [A-Z]{1,3}[a-z]?[A-Z]{1,3}                              # PhD-like mixtures
      | [A-Z]{1,2}[a-z]{1,2}[A-Z]{1,2}
      | [PA]8
    )
    (?: \+ | [- ][A-Z](?![\w'’.]) | [0-9](?![\w]) )?           # PP+, SEN K, BAS3
    (?![\w'’]*[a-z]{2}|\w)
    """,
    re.VERBOSE,
)
_GRADES: Final = re.compile(r"(?=.{3}$)(?:A{1,3}B{0,2}|B{1,3}C{0,2}|C{1,3}D{0,2})")  # A-level grades: AAB, BBC
_WHY: Final = "The child who reads this may not know what the letters stand for."


@cache
def _known() -> Mapping[str, Any]:
    data = resources.files("qa_app.analyse.wording") / "vocabulary" / "acronyms.yaml"
    loaded: Mapping[str, Any] = yaml.safe_load(data.read_text("utf-8"))
    return loaded


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_known()[name].split())


def spelled_out(acronym: str, text: str) -> bool:
    """Tell whether ``text`` explains ``acronym`` once: in brackets beside it, or by words that begin with its letters."""
    letters = re.sub(r"[^A-Za-z]", "", acronym).removesuffix("s").upper()
    mark = re.escape(acronym)
    bracketed = re.search(rf"(?<!\w){mark}\s*\(([^()]+)\)", text)
    if bracketed and len(bracketed[1].split()) > 1 and re.search(rf"\b{letters[:1]}", bracketed[1], re.IGNORECASE):
        return True
    if re.search(rf"[^\W\d_]\w+\s*\((?:the |an? )?(?<!\w){mark}\)", text):
        return True
    if re.search(rf"(?<!\w){mark},? (?:which |that )?(?:stands for|means|is short for|is (?:the|an?|what)|that is)", text):
        return True
    if len(letters) < 2:
        return False
    spaced = r"[^\W\d_]*[\s-]+(?:(?:and|of|for|the|in|to|with|or|a|ar|y|yr|o)\s+)*".join(letters)
    return bool(re.search(rf"(?<!\w){spaced}[a-z]", text, re.IGNORECASE))


def _is_everyday(letters: str, scene: Scene, start: int, end: int) -> bool:
    plain = letters.rstrip("s+").strip()
    if letters in _words("everyday") or plain in _words("everyday"):
        return True
    if _GRADES.fullmatch(letters):
        return True
    known = acronyms().get(letters)
    if known is not None and known.child_knows is ChildKnows.YES:
        return True
    after = scene.text[end : end + 40]
    following = [word.lower() for word in re.findall(r"[^\W\d_]+", re.split(r"[.;:,\n]", after)[0])[:3]]
    preceding = re.findall(r"[^\W\d_]+", scene.text[:start])[-1:]
    if plain in _words("titled") and any(word.lower() in _words("title_nouns") for word in (*following, *preceding)):
        return True
    topics = _known()["by_topic"].get(plain)
    around = scene.text[max(0, start - 120) : end + 120].lower() + " " + scene.item.heading.lower()
    return bool(topics and any(word in around for word in topics.split()))


def _shouted(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the capitals are a heading or emphasis: words in capitals stand on both sides or a word of the language."""
    near = re.findall(r"[^\W\d_]{2,}", scene.text[max(0, start - 25) : end + 25])
    capitals = sum(word.isupper() for word in near)
    letters = scene.text[start:end].lower()
    return letters in _words("words_in_capitals") or (capitals >= 4 and sum(len(w) > 4 for w in near if w.isupper()) >= 2)


def acronym_candidates(scene: Scene) -> Iterator[Candidate]:
    """Yield each acronym that the text leaves unexplained."""
    for match in _CAPITALS.finditer(scene.text):
        letters = match.group()
        start, end = match.span()
        if scene.quotation_at(start, end) or _is_everyday(letters, scene, start, end) or _shouted(scene, start, end):
            continue
        if spelled_out(letters, scene.text):
            continue
        known = acronyms().get(letters) or acronyms().get(letters.rstrip("s+").strip())
        person = letters in _words("persons")
        yield Candidate(
            start,
            end,
            FlagCategory.ACRONYM,
            Severity.MEDIUM if person else Severity.LOW,
            _WHY,
            (known.expansion,) if known else (f"write out what {letters} stands for",),
            "acronym",
        )
