"""One normal form for headings, labels and column heads, so that data can list each wording once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from qa_app.core.document import Span

_NUMBERING: Final = re.compile(
    r"""^\s*(?:
        (?:part|section|box|page|step|question|rhan|adran|blwch|tudalen)\s+(?:[a-z]|\d+|[ivx]+)(?:\.\d+)*\b\s*[.:)\-–—]*
      | (?:\d+(?:\.\d+)*|[a-h]\d*)\s*[.:)]\s*(?=\S)
      | \d{1,2}(?:\.\d+)*\s+(?=[^\W\d_])
      | [a-h]\s*[\-–—]\s+
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_OTHER: Final = re.compile(r"[^\w']+")
_POSSESSIVE_LOSS: Final = re.compile(r"\b(\w+)s'(?=\s|$)")
_LANGUAGE_BREAK: Final = re.compile(r"\s*(?:[/|‖•·]|\s[–—-]\s|\n)\s*")
_MOST_LINES: Final = 2  # a heading in two languages may take a line for each; more lines are text
_TAIL_BREAK: Final = re.compile(r"\s+[–—-]\s+|[:;]\s+|\?\s+|,\s+")
NUMBERED: Final = re.compile(
    r"^\s*(?:(?:part|section|rhan|adran)\s+(?:[a-z]|\d+|[ivx]+)\b|\d+(?:\.\d+)*\s*[.)]\s+\S|[a-h]\s*[.)]\s+\S)", re.IGNORECASE
)
"""A heading's number or letter: "Part C", "4.", "Adran 2"."""


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """Return ``text`` in lower case, without numbering, punctuation and doubled spaces; ``&`` and ``+`` become words."""
    lowered = text.replace("’", "'").replace("‘", "'").replace("`", "'").strip().lower()
    stripped = _NUMBERING.sub("", lowered, count=1)
    return plain(stripped or lowered)


def plain(text: str) -> str:
    """Return ``text`` in lower case without punctuation, its numbering kept."""
    lowered = text.replace("’", "'").replace("‘", "'").lower().replace("&", " and ").replace("+", " plus ")
    spaced = _OTHER.sub(" ", lowered.replace("_", " "))
    words = (word.strip("'") for word in _POSSESSIVE_LOSS.sub(r"\1s", spaced).split())
    return " ".join(word for word in words if word)


@lru_cache(maxsize=20_000)
def keys(text: str) -> tuple[str, ...]:
    """Return the normal forms under which a heading may be listed, most faithful first.

    The whole; the whole without what stands in brackets; each half of a bilingual heading ("Fy marn i / My views").
    """
    found = [normal(text)]
    if text.count("\n") >= _MOST_LINES:
        return tuple(key for key in found if key)
    bare = _BRACKETS.sub(" ", text)
    found.append(normal(bare))
    found.extend(normal(half) for half in halves(bare))
    found.extend(normal(inside[1:-1]) for inside in re.findall(r"\([^()]*\)", text))
    found.append(plain(text))  # "D.O.B." is no letter with a heading behind it
    return tuple(dict.fromkeys(key for key in found if key))


def halves(text: str) -> tuple[str, ...]:
    """Return the pieces of a heading in two languages ("Fy marn i / My views"); the whole when it is one piece."""
    return tuple(half for half in _LANGUAGE_BREAK.split(text) if half.strip())


@lru_cache(maxsize=20_000)
def lead(text: str) -> str:
    """Return the normal form of what stands before a heading's dash or colon ("My views – what I think"), or nothing."""
    if text.rstrip().endswith((".", "!")):
        return ""
    pieces = _TAIL_BREAK.split(_NUMBERING.sub("", text.strip(), count=1), maxsplit=1)
    # A figure after the colon makes it a label with its answer: "Next PEP: 12/06/2026".
    return normal(pieces[0]) if len(pieces) > 1 and not any(map(str.isdigit, pieces[1])) else ""


def trimmed(text: str, span: Span) -> Span | None:
    """Return ``span`` without the white space at its ends; None when nothing else is there."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if end > start else None


def word_count(text: str) -> int:
    """Count the words of a piece of text."""
    return len(re.findall(r"\w+(?:['’]\w+)*", text))
