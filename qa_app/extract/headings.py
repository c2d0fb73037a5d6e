"""Which section a heading opens: by a listed wording, else by likeness to the listed ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from qa_app.core.plan import Speaker
from qa_app.extract import vocabulary
from qa_app.extract.wording import halves, keys, lead, normal, plain, word_count

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_HEADING: Final = 16
"""In words. Headings that are questions run to a dozen; longer lines are text."""
_LEAD_CONFIDENCE: Final = 0.95
_PATTERN_CONFIDENCE: Final = 0.9
_ONE_WORD: Final = 0.9
_MARGIN: Final = 0.04  # a heading that is as much like another section's wordings tells nothing


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """A section that a heading opens.

    Attributes:
        section: Section id, or empty for a document title and for a heading that only gathers others.
        speaker: Whose words stand below, when the form says so.
        confidence: 1 for a listed wording, else the likeness, 0 to 1.
        gathers: The heading stands over several people's views.
    """

    section: str
    speaker: Speaker = Speaker.UNKNOWN
    confidence: float = 1.0
    gathers: bool = False


def exact(text: str, known: Mapping[str, str] | None = None) -> HeadingMatch | None:
    """Return what a heading opens when its wording is listed; None otherwise.

    Args:
        text: The heading as printed.
        known: Further wordings (of a described form): normal form → section id. They win.
    """
    if not text or word_count(text) > LONGEST_HEADING:
        return None
    listed = vocabulary.headings()
    for key in keys(text):
        if known and key in known:
            return _match(known[key], 1.0)
        if key in listed.sections:
            return _match(listed.sections[key], 1.0)
        if key in listed.gathers:
            return HeadingMatch("", gathers=True)
    if is_title(text):
        return HeadingMatch("")
    first = lead(text)
    if first and " " in first and first in listed.sections:
        return _match(listed.sections[first], _LEAD_CONFIDENCE)
    return None


def is_noted_word(text: str, match: HeadingMatch, known: Mapping[str, str] | None = None) -> bool:
    """Whether only one half of a line with a dash or stroke has the listed wording, and the other is a note to it.

    "Reading – RA 8.2" in a list of needs is somebody's text. "Presenoldeb / Attendance" is a heading in both halves, and
    "My views – what I think" is one by wording that hardly stands in a list; neither has a figure in its other half.

    Args:
        text: The line, which :func:`exact` matched.
        match: What it matched.
        known: As for :func:`exact`.
    """
    pieces = halves(text)
    whole = normal(text)
    if len(pieces) < 2 or not match.section or whole in vocabulary.headings().sections or (known and whole in known):
        return False
    matches = [exact(piece, known) for piece in pieces]
    told = [piece for piece, found in zip(pieces, matches, strict=True) if found and found.section == match.section]
    notes = [piece for piece, found in zip(pieces, matches, strict=True) if found is None]
    if not told or not notes:
        return False
    return any(map(str.isdigit, " ".join(notes))) or all(word_count(piece) == 1 for piece in told)


def is_title(text: str) -> bool:
    """Whether the text is a document's title ("Personal Education Plan (PEP) – Primary")."""
    titles = vocabulary.headings().titles
    return plain(text) in titles or any(key in titles for key in keys(text))


def giver(text: str) -> HeadingMatch | None:
    """Return the section of the person a label names, for labels below a heading that gathers views."""
    givers = vocabulary.headings().givers
    for key in (*keys(text), lead(text)):
        if key in givers:
            return _match(givers[key], 1.0)
    return None


def likely(text: str, threshold: float) -> HeadingMatch | None:
    """Return what a heading opens that is not listed: by a telling wording, else by likeness to the listed ones.

    Args:
        text: The heading as printed.
        threshold: Least likeness (cosine, 0 to 1). One word alone must be more alike: it has too few letters to tell.

    Returns:
        None when nothing tells, or two sections are equally like.
    """
    count = word_count(text)
    if not count or count > LONGEST_HEADING:
        return None
    candidates = keys(text)
    for key in candidates:
        for pattern in vocabulary.headings().patterns:
            if pattern.found(key):
                return _match(pattern.section, _PATTERN_CONFIDENCE)
    section, likeness = max((_most_like(key) for key in candidates), key=lambda found: found[1])
    least = max(threshold, _ONE_WORD) if " " not in normal(text) else threshold
    return _match(section, round(likeness, 3)) if likeness >= least else None


def _match(section: str, confidence: float) -> HeadingMatch:
    return HeadingMatch(section, vocabulary.headings().speakers.get(section, Speaker.UNKNOWN), confidence)


@lru_cache(maxsize=1)
def _index() -> tuple[Any, Any, tuple[str, ...]]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    listed = vocabulary.headings().sections
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return vectoriser, vectoriser.fit_transform(listed), tuple(listed.values())


@lru_cache(maxsize=5_000)
def _most_like(key: str) -> tuple[str, float]:
    """Return the section with the most similar wording and the likeness, 0 when another section's is as similar."""
    vectoriser, matrix, sections = _index()
    scores = (matrix @ vectoriser.transform([key]).T).toarray().ravel()
    best = int(scores.argmax())
    rival = max(
        (float(score) for score, section in zip(scores, sections, strict=True) if section != sections[best]), default=0.0
    )
    likeness = float(scores[best])
    return sections[best], likeness if likeness - rival >= _MARGIN else 0.0
