"""Text for Streamlit's own elements, which read Markdown."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>$~:&]")
_HEADING: Final = re.compile(r"^(#{1,4}) ", re.MULTILINE)


def plain(text: str) -> str:
    """Return text that shows as it is: signs that would format it are escaped."""
    return _SIGNS.sub(lambda sign: f"\\{sign.group()}", text)


def demoted(markdown: str) -> str:
    """Return Markdown with its headings two levels lower, to stand inside a page that has a title."""
    return _HEADING.sub(r"##\1 ", markdown)
