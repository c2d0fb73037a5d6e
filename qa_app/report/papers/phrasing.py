"""Small matters of wording that all papers share."""

from __future__ import annotations

from datetime import date

from qa_app.core.words import Words


def day(when: date, words: Words) -> str:
    """Return a date as people write it: ``5 February 2026``."""
    return f"{when.day} {words(f'month.{when.month}')} {when.year}"


def first_lower(sentence: str) -> str:
    """Return a sentence to stand after a colon: its first letter small, unless the first word is all capitals."""
    head = sentence.split(" ", 1)[0]
    return sentence if head.isupper() and len(head) > 1 else sentence[:1].lower() + sentence[1:]
