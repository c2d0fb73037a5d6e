"""Page headers and footers: lines that come back at the same height of most pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from qa_app.core.document import Region
from qa_app.ingest.pdf.geometry import Box
from qa_app.ingest.pdf.pages import PageContent

_DIGITS: Final = re.compile(r"\d+")
_TOP_SHARE: Final = 0.13  # of the page's height that headers stand in
_BOTTOM_SHARE: Final = 0.10
_SAME_HEIGHT: Final = 6.0  # points
_SHARE_OF_PAGES: Final = 0.6
# A document may leave its first page without; then what comes back must do so more often, for an answer such as "None"
# can stand at the head of two pages by chance.
_FEWEST_WITHOUT_FIRST: Final = 3

LineKey = tuple[int, int]  # page index, line index
Mark = tuple[Region, str, int]


def find_furniture(pages: Sequence[PageContent]) -> dict[LineKey, Region]:
    """Return the lines that are page headers or footers, by page index and line index."""
    places: dict[Mark, list[LineKey]] = defaultdict(list)
    for page_index, page in enumerate(pages):
        for line_index, line in enumerate(page.lines):
            region = _margin(line[0].box, page)
            if region is not None:
                words = _DIGITS.sub("#", " ".join(" ".join(segment.text for segment in line).split()))
                places[region, words, round(line[0].box.top / _SAME_HEIGHT)].append((page_index, line_index))
    on_pages = {mark: {page for page, _ in keys} for mark, keys in places.items()}
    usual = {mark for mark, found in on_pages.items() if len(found) >= max(2, _SHARE_OF_PAGES * (len(pages) - 1))}
    with_first_page = {region for region, words, height in usual if 0 in on_pages[region, words, height]}
    return {
        key: mark[0]
        for mark in usual
        if 0 in on_pages[mark] or (mark[0] not in with_first_page and len(on_pages[mark]) >= _FEWEST_WITHOUT_FIRST)
        for key in places[mark]
    }


def _margin(box: Box, page: PageContent) -> Region | None:
    height = page.frame.size[1]
    if box.bottom <= _TOP_SHARE * height:
        return Region.HEADER
    return Region.FOOTER if box.top >= (1 - _BOTTOM_SHARE) * height else None
