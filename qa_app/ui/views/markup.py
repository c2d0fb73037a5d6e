"""HTML for the pages. Every text of a plan passes through :func:`escape`; :class:`Html` marks what has passed."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from typing import NewType

import streamlit as st

Html = NewType("Html", str)
"""Markup that is safe to show: our own tags round escaped texts."""

NOTHING = Html("")
_OPENING = ("“", "‘", '"', "'", "«")


def escape(text: str) -> Html:
    """Return any text as markup that shows it letter for letter."""
    return Html(html.escape(text, quote=True))


def element(tag: str, *content: Html, **attributes: str) -> Html:
    """Wrap content in a tag. Attributes are escaped; ``class_`` and ``aria_label`` stand for ``class`` and ``aria-label``."""
    given = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items() if value)
    written = "".join(f' {name}="{escape(value)}"' for name, value in given)
    return Html(f"<{tag}{written}>{''.join(content)}</{tag}>")


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Put parts together with plain text between them."""
    return Html(escape(between).join(parts))


def lines(text: str) -> Html:
    """Return escaped text that keeps its line breaks."""
    return Html(escape(text).replace("\n", "<br>"))


def quote(text: str) -> Html:
    """Return words of a plan, set apart as a quotation. Words that bring their own quotation marks get no second pair."""
    words = " ".join(text.split())
    return element("q", escape(words), class_="pq-own" if words.startswith(_OPENING) else "")


def unseen(text: str) -> Html:
    """Return text for screen readers alone."""
    return element("span", escape(text), class_="pq-unseen")


def table(
    heads: Sequence[str], rows: Iterable[Sequence[Html]], *, caption: str, kinds: Sequence[str] = (), stacked: bool = True
) -> Html:
    """Return an accessible table: a caption for screen readers, heads with scope, the first cell of each row as its head.

    ``kinds`` gives a CSS class for each column. ``stacked``: on a narrow screen the cells of a row stand below each other,
    each with its head; otherwise the table scrolls sideways.
    """
    classes = kinds or ("",) * len(heads)
    head = element("tr", *(element("th", escape(h), scope="col", class_=c) for h, c in zip(heads, classes, strict=True)))
    body = (element("tr", *_cells(row, heads, classes)) for row in rows)
    style = "pq-table pq-stacked" if stacked else "pq-table"
    parts = (element("caption", unseen(caption)), element("thead", head), element("tbody", *body))
    inner = element("table", *parts, class_=style)
    # A wide table scrolls in its own box; a box that scrolls must be reachable by keyboard and have a name.
    return element("div", inner, class_="pq-scroll", tabindex="0", role="region", aria_label=caption)


def _cells(row: Sequence[Html], heads: Sequence[str], classes: Sequence[str]) -> Iterator[Html]:
    first, *rest = zip(row, heads, classes, strict=True)
    yield element("th", first[0], scope="row", data_head=first[1], class_=first[2])
    for cell, head, kind in rest:
        yield element("td", cell, data_head=head, class_=kind)


def show(markup: Html) -> None:
    """Draw markup on the page."""
    st.html(element("div", markup, class_="pq"))
