"""Small matters of wording that all papers share."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from qa_app.core.words import Words

_THE_CHILD: Final = re.compile(r"“[^”]*”|\b[Tt]he child\b")  # quotes are matched to be left alone


def day(when: date, words: Words) -> str:
    """Return a date as people write it: ``5 February 2026``."""
    return f"{when.day} {words(f'month.{when.month}')} {when.year}"


def first_lower(sentence: str) -> str:
    """Return a sentence to stand after a colon: its first letter small, unless the first word is all capitals."""
    head = sentence.split(" ", 1)[0]
    return sentence if head.isupper() and len(head) > 1 else sentence[:1].lower() + sentence[1:]


def naming(child: str, sentence: str) -> str:
    """Return a sentence with the child's name for "the child", except within quotes; unchanged without a name."""
    if not child:
        return sentence
    return _THE_CHILD.sub(lambda found: found[0] if found[0].startswith("“") else child, sentence)
