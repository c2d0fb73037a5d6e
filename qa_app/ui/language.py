"""The app's words. Every text that a person reads comes from ``words/LANGUAGE.toml`` and ``words/help.LANGUAGE.md``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from qa_app.core.words import Words

LANGUAGE: Final = "en"
_FOLDER: Final = Path(__file__).parent / "words"


@lru_cache(maxsize=1)
def _words() -> Words:
    return Words.read(_FOLDER, LANGUAGE)


def say(key: str, **values: object) -> str:
    """Return the text for ``key``."""
    return _words()(key, **values)


def count(key: str, number: int, **values: object) -> str:
    """Return the form of ``key`` that goes with ``number``."""
    return _words().count(key, number, **values)


def name_of(group: str, name: str) -> str:
    """Return what people call ``name``, of the vocabulary ``group``."""
    return _words().of(group, name)


def help_text() -> str:
    """Return the help page as Markdown."""
    return (_FOLDER / f"help.{LANGUAGE}.md").read_text("utf-8")
