"""How much of what a reader sees was analysed, and what was left out and why. The sum always adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from qa_app.core.document import Document, OmissionKind, Region, Span
from qa_app.core.plan import Coverage

PRINTED: Final = "the form's own printed words"
FURNITURE: Final = "page headers and footers"
COMMENTS: Final = "reviewers' comments in the margin"
REPEATED: Final = "words that come back on each page"
UNREADABLE: Final = "could not be read"
OUTSIDE: Final = "outside every part that was recognised"
_ANALYSED: Final = "analysed"
_REASONS: Final = ("", _ANALYSED, PRINTED, FURNITURE, COMMENTS, OUTSIDE)


def coverage_of(document: Document, analysed: Iterable[Span], printed: Iterable[Span]) -> Coverage:
    """Count each visible character once, under what became of it.

    Args:
        document: The document.
        analysed: Where headings, content, facts and targets stand.
        printed: Where the form's own words stand. Content goes before print where both claim a character.
    """
    marks = bytearray(len(document.text))
    for spans, reason in ((printed, PRINTED), (analysed, _ANALYSED)):
        code = _REASONS.index(reason)
        for span in spans:
            marks[span.start : span.end] = bytes([code]) * (span.end - span.start)
    counts: Counter[str] = Counter()
    for block in document.blocks:
        _count_block(document, block.span, block.region, marks, counts)
    for omission in document.omissions:
        if omission.characters and omission.kind in (OmissionKind.REPEATED, OmissionKind.UNREADABLE):
            counts[REPEATED if omission.kind is OmissionKind.REPEATED else UNREADABLE] += omission.characters
    visible = sum(counts.values())
    done = counts.pop(_ANALYSED, 0)
    return Coverage(visible, done, {reason: counts[reason] for reason in sorted(counts) if counts[reason]})


def _count_block(document: Document, span: Span, region: Region, marks: bytearray, counts: Counter[str]) -> None:
    """Count one block. White space and punctuation between two pieces go with the piece before them."""
    if not document.quote(span).strip():
        counts[PRINTED] += span.end - span.start
        return
    rest = {Region.HEADER: FURNITURE, Region.FOOTER: FURNITURE, Region.COMMENT: COMMENTS}.get(region, OUTSIDE)
    outside = _REASONS.index(rest)
    codes = marks[span.start : span.end]
    before = next((code for code in codes if code), outside)
    for offset, code in enumerate(codes):
        if code:
            before = code
        elif document.text[span.start + offset].isalnum():
            before = outside
        counts[_REASONS[before]] += 1
