"""Labels of single facts, and "label: value" inside a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qa_app.core.document import Span
from qa_app.extract import vocabulary
from qa_app.extract.vocabulary import FieldKind
from qa_app.extract.wording import keys, word_count

LONGEST_LABEL: Final = 12  # words
_SENTENCE_INSIDE: Final = re.compile(r"(?<=\w\w)[.;!]\s+\w")
"""A sentence ends inside: somebody's words that a label's wording stands in, not a label."""
_KINDS_OF_PEP: Final = re.compile(
    r"\b(?:petp|e ?pep|eypep|ey pep|sendpep|send pep|ipep|personal education (?:and training )?plan(?: petp| pep)?)\b"
)
"""Names of forms that are read as "PEP" inside a label."""


@dataclass(frozen=True, slots=True)
class RawField:
    """A label of the form and what was written beside it.

    Attributes:
        kind: The fact that the label asks for.
        label: As printed.
        values: Where the answer stands, in order; empty when nothing was written.
        section: Id of the section it stands in.
        fallback: Found in a page header or a file's title: counts only where the body does not say.
        stated: What the answer stands for where it is a mere tick ("Yes").
    """

    kind: FieldKind
    label: str
    values: tuple[Span, ...]
    section: str
    fallback: bool = False
    stated: str = ""


def field_for(label: str, section: str = "") -> FieldKind | None:
    """Return the fact that a label asks for in a section; None for other labels."""
    if not label or word_count(label) > LONGEST_LABEL or _SENTENCE_INSIDE.search(label):
        return None
    for key in keys(label):
        if found := _field_for(_KINDS_OF_PEP.sub("pep", key), section):
            return found
    return None


@lru_cache(maxsize=20_000)
def _field_for(key: str, section: str) -> FieldKind | None:
    kinds = [
        kind
        for kind in vocabulary.field_kinds()
        if (not kind.within or section in kind.within) and section not in kind.not_within
    ]
    # A label that means something special in this section goes before its general meaning.
    kinds.sort(key=lambda kind: not kind.within)
    for kind in kinds:
        if key in kind.exact:
            return kind
    return next((kind for kind in kinds if kind.pattern and kind.pattern.search(key)), None)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label inside a line and the words after it, up to the next label. Offsets are the line's."""

    label: str
    label_start: int
    label_end: int
    value_start: int
    value_end: int


def labels_in(text: str, is_label: Callable[[str], bool]) -> tuple[Labelled, ...]:
    """Find the known labels that are followed by a colon.

    Args:
        text: One line. It may hold several: "Name: Cai Evans   DOB: 14/10/2015".
        is_label: Says which wordings are labels here.
    """
    found: list[tuple[str, int, int, int]] = []
    for colon in re.finditer(":", text):
        end = colon.start()
        before = found[-1][3] if found else 0
        start = _label_start(text, before, end, is_label)
        if start is not None:
            found.append((text[start:end].strip(), start, end, colon.end()))
    pieces = []
    for index, (label, start, end, value) in enumerate(found):
        stop = found[index + 1][1] if index + 1 < len(found) else len(text)
        pieces.append(Labelled(label, start, end, value, stop))
    return tuple(pieces)


_WORD_START: Final = re.compile(r"(?<![\w'’])\w")
_BREAK_BEFORE: Final = re.compile(r"(?:^|[.;,|\t)?!]\s*|\s{2,}|\s[–—-]\s|\s)$")


def _label_start(text: str, after: int, end: int, is_label: Callable[[str], bool]) -> int | None:
    """Return where the longest label that ends at ``end`` starts."""
    start_of_line = len(text) - len(text.lstrip())
    window = text[after:end]
    starts = [after + match.start() for match in _WORD_START.finditer(window)][-LONGEST_LABEL:]
    for start in starts:
        # In the middle of a line a label begins with a capital: "her mum: she said" holds none.
        if start != start_of_line and not text[start].isupper():
            continue
        if not _BREAK_BEFORE.search(text[:start]):
            continue
        if is_label(text[start:end]):
            return start
    return None
