"""What detectors read: the plan's sections as sentences that know their place, and how to quote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from qa_app.core.analysis import Analysis
from qa_app.core.document import Span
from qa_app.core.finding import Evidence, Finding
from qa_app.core.plan import Passage, Section
from qa_app.detect.concepts import find_concept

_FILLERS: Final = Path(__file__).parent / "vocabulary" / "fillers.yaml"
_BREAK: Final = re.compile(
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[^\Wa-z_])|\s*\n+\s*"
)
_MARKS: Final = re.compile(r"[☐☑☒✓✔✗✘■□▪•\s.,;:!()\[\]/_–-]+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}|\d+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the plan, or a line of a cell.

    Attributes:
        text: Letter for letter.
        span: Where it stands.
        section: Id of its section; empty in a target row.
        unit: Number of the table row or sentence it belongs with; sentences of one table row share it.
    """

    text: str
    span: Span
    section: str
    unit: int


def childs_names(analysis: Analysis) -> tuple[str, ...]:
    """Return the names by which the plan calls the child, longest first."""
    full = [str(analysis.plan.fact(name) or "") for name in ("child", "preferred_name", "forename")]
    firsts = [name.split()[0] for name in full if name]
    return tuple(sorted({name for name in (*full, *firsts) if name}, key=lambda name: (-len(name), name)))


def sentences_of(passage: Passage, section: str = "") -> tuple[Sentence, ...]:
    """Split a passage into sentences. A line break always ends one."""
    found: list[Sentence] = []
    start = 0
    for match in (*_BREAK.finditer(passage.text), None):
        end = match.start() if match else len(passage.text)
        if match and match.group().strip():
            end += len(match.group().rstrip())
        words = passage.text[start:end]
        lead = len(words) - len(words.lstrip())
        kept = words.strip()
        if kept and (span := passage.locate(start + lead, start + lead + len(kept))):
            found.append(Sentence(kept, span, section, len(found)))
        start = match.end() if match else end
    return tuple(found)


def sentences_in(analysis: Analysis, *sections: str) -> tuple[Sentence, ...]:
    """Return the sentences of the given sections, in document order; all of the plan's when none is given."""
    chosen = analysis.plan.sections_with(*sections) if sections else analysis.plan.sections
    return tuple(sentence for section in chosen for sentence in sentences_of(section.content, section.id))


def searched_in(analysis: Analysis, *sections: str) -> tuple[Span, ...]:
    """Return the places that a search of these sections reads."""
    return tuple(span for section in analysis.plan.sections_with(*sections) for span in section.content.spans)


def word_count(text: str) -> int:
    """Count words and numbers; ticks and punctuation are none."""
    return len(_WORD.findall(text))


def says_something(text: str, *, none_counts: bool = False) -> bool:
    """Tell whether an entry says anything: not blank, and no filler such as "n/a" or "TBC".

    Args:
        text: The entry.
        none_counts: Whether "none" is an answer to the question, as for exclusions.
    """
    bare = " ".join(_MARKS.sub(" ", text).lower().replace("’", "'").split())
    if not bare or bare in _fillers()["fillers"]:
        return False
    return none_counts or bare not in _fillers()["says_none"]


@lru_cache(maxsize=1)
def _fillers() -> Mapping[str, frozenset[str]]:
    data = yaml.safe_load(_FILLERS.read_text(encoding="utf-8"))
    return {name: frozenset(data[name]) for name in ("fillers", "says_none")}


def filled(section: Section, *, none_counts: bool = False, least_words: int = 1) -> bool:
    """Tell whether somebody wrote something that says anything into a section."""
    return word_count(section.content.text) >= least_words and says_something(section.content.text, none_counts=none_counts)


def carrying(sentences: Iterable[Sentence], concept: str, child: tuple[str, ...] = ()) -> Iterator[Sentence]:
    """Yield the sentences that carry a concept."""
    for sentence in sentences:
        if find_concept(sentence.text, concept, child) is not None:
            yield sentence


def seen(analysis: Analysis, sentence: Sentence, label: str, reason: str, origin: str) -> Finding:
    """Make a finding of a sentence."""
    return Finding(label, (analysis.evidence(sentence.span),), reason, origin)


def quote_of(analysis: Analysis, passage: Passage) -> tuple[Evidence, ...]:
    """Quote every piece of a passage."""
    return tuple(analysis.evidence(span) for span in passage.spans)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Say a number with its noun.

    >>> counted(1, "target"), counted(3, "entry", "entries"), counted(0, "target")
    ('1 target', '3 entries', 'no target')
    """
    if number == 0:
        return f"no {noun}"
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def share(part: int, whole: int) -> float:
    """Return a share, 0 to 1. Of nothing it is 0: where there are no targets, none of them is measurable."""
    return part / whole if whole else 0.0
