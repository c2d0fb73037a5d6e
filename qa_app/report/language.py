"""The words of reports: titles, labels, letters. Every text that a person reads comes from ``words/LANGUAGE.toml``.

What the judges wrote (reasons, advice) and what the plan says stay as they are, in either language.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

from qa_app.core.words import Words

ReportLanguage: TypeAlias = Literal["en", "cy"]
LANGUAGES: Final[tuple[ReportLanguage, ...]] = ("en", "cy")
_FOLDER: Final = Path(__file__).parent / "words"


@lru_cache(maxsize=len(LANGUAGES))
def words_in(language: ReportLanguage) -> Words:
    """Return the catalogue of a language."""
    return Words.read(_FOLDER, language)
