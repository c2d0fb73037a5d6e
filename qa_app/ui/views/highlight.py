"""Marks in a text: the words that decided, shown where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa_app.core.document import Span
from qa_app.ui.views.markup import Html, element, escape, lines


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked.

    Attributes:
        span: Where they stand, in the text's own offsets.
        title: What the mark means; shown on hover, read by screen readers.
        label: Short sign in front of the words: a number or a word. Marks are never told by colour alone.
        style: CSS class.
        anchor: Id to jump to, or empty.
        quiet: Not a highlight: the form's own printed words, shown fainter.
    """

    span: Span
    title: str
    label: str = ""
    style: str = "pq-evidence"
    anchor: str = ""
    quiet: bool = False


def marked(text: str, marks: Sequence[Mark], offset: int = 0) -> Html:
    """Return ``text``, which begins at ``offset`` of a longer text that the marks' spans count in; marks may overlap."""
    end = offset + len(text)
    near = [mark for mark in marks if mark.span.start < end and offset < mark.span.end]
    edges = sorted({offset, end, *(e for m in near for e in (m.span.start, m.span.end) if offset < e < end)})
    return Html(
        "".join(
            _piece(text[start - offset : stop - offset], [m for m in near if m.span.start < stop and start < m.span.end], start)
            for start, stop in pairwise(edges)
        )
    )


def _piece(words: str, active: Sequence[Mark], start: int) -> Html:
    shown = lines(words)
    loud = [mark for mark in active if not mark.quiet]
    if not loud:
        return element("span", shown, class_="pq-prompt", title=active[0].title) if active else shown
    opening = dict.fromkeys((mark.label, mark.anchor) for mark in loud if mark.span.start == start)
    signs = [element("span", escape(label), class_="pq-no", id=anchor) for label, anchor in opening if label or anchor]
    titles = "; ".join(dict.fromkeys(mark.title for mark in loud))
    return element("mark", *signs, shown, class_=loud[0].style, title=titles)
