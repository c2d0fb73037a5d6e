"""How readable the words written for or to the child are, against the child's school year.

The formula is Flesch-Kincaid, from textstat. textstat would count syllables with a dictionary that it downloads; here it
counts them by hyphenation instead, so nothing touches the network. That count runs about a twentieth lower, which makes
grades lower by up to one: the name of the formula says so, and figures of the two ways must not be compared.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final, TypeAlias

from qa_app.core.analysis import HardSentence, Readability
from qa_app.core.document import Document, Span
from qa_app.core.finding import Evidence
from qa_app.core.plan import Language, Passage, Plan
from qa_app.nlp.languages import language_of, words

GradeOf: TypeAlias = Callable[[str], float]
FORMULA: Final = "Flesch-Kincaid (syllables by hyphenation)"
WRITTEN_FOR_THE_CHILD: Final = ("one_page_profile", "targets", "actions", "strengths", "aspirations", "next_review")
"""Sections that a child is meant to read or to act on."""
WORD_FLOOR: Final = 100  # below this one long sentence moves the figure by years
_GRADE_TO_YEAR: Final = 1  # an American grade is a British school year less one
_LEAST_WORDS: Final = 12  # shorter sentences are not hard by their length, whatever the formula says of one long word
_USUAL_YEAR: Final = 6  # for a child whose year is not known: a reading age of about 11
_ROOM: Final = 2  # years by which a single sentence may lie above the child's year before it is named
_MOST_SENTENCES: Final = 5
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)")


def measure_readability(text: str, language: Language = Language.ENGLISH, year_group: int | None = None) -> Readability:
    """Measure one text. Offsets of hard sentences count from the start of ``text``.

    Args:
        text: What is written for or to the child.
        language: Welsh is not measured: no formula for Welsh has been tested on children's reading.
        year_group: The child's school year, 0 for reception; None when not known.
    """
    document = Document("", "", "text", text, ())
    spans = (Span(0, len(text)),) if text else ()
    return _measure(document, Passage(text, spans), language, year_group)


def readability_of(plan: Plan) -> Readability:
    """Measure the parts of a plan that are written for or to the child; hard sentences are quoted where they stand."""
    sections = plan.sections_with(*WRITTEN_FOR_THE_CHILD)
    spans = sorted({span for section in sections for span in section.content.spans})
    spans = [span for span in spans if language_of(plan.document.quote(span)) is not Language.WELSH]
    year = plan.fact("year_group")
    if plan.language is Language.WELSH:
        return Readability(False, _NOT_WELSH, childs_year=_year(year))
    measured = _measure(plan.document, Passage.of(plan.document, tuple(spans)), Language.ENGLISH, _year(year))
    return replace(measured, hard_sentences=tuple(_in_section(plan, hard) for hard in measured.hard_sentences))


_NOT_WELSH: Final = "Not measured: the text is in Welsh, and no reading formula for Welsh has been tested with children."


def _in_section(plan: Plan, hard: HardSentence) -> HardSentence:
    section = plan.section_at(hard.evidence.span.start)
    return replace(hard, evidence=replace(hard.evidence, section=section.id if section else ""))


def _year(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    digits = re.search(r"\d{1,2}", value) if isinstance(value, str) else None
    return int(digits.group()) if digits else None


def _measure(document: Document, passage: Passage, language: Language, year: int | None) -> Readability:
    if language is Language.WELSH:
        return Readability(False, _NOT_WELSH, childs_year=year)
    count = len(words(passage.text))
    if count < WORD_FLOOR:
        reason = f"Not measured: only {count} words are written for the child; a reading year needs at least {WORD_FLOOR}."
        return Readability(False, reason, childs_year=year, words=count)
    grade_of = _offline_textstat()
    grade = max(0.0, grade_of(passage.text) + _GRADE_TO_YEAR)
    hard = _hard_sentences(document, passage, grade_of, year)
    _forget_texts()
    return Readability(
        measured=True,
        reason=_reason(grade, year, len(hard)),
        formula=FORMULA,
        grade=round(grade, 1),
        childs_year=year,
        words=count,
        hard_sentences=hard,
    )


def _reason(grade: float, year: int | None, hard: int) -> str:
    reads = f"A reader needs about school year {grade:.0f} to follow it"
    if year is None:
        against = "; the child’s year is not known"
    elif grade > year + 0.5:
        against = f"; the child is in year {year}, so the words are too hard"
    else:
        against = f"; the child is in year {year}, so the words suit"
    named = f"; {hard} hard sentence{'s' if hard != 1 else ''} named" if hard else ""
    return f"{reads}{against}{named}."


def _hard_sentences(document: Document, passage: Passage, grade_of: GradeOf, year: int | None) -> tuple[HardSentence, ...]:
    limit = (year if year is not None else _USUAL_YEAR) + _ROOM
    found = []
    for match in _SENTENCE.finditer(passage.text):
        sentence = match.group().strip()
        count = len(words(sentence))
        if count < _LEAST_WORDS:
            continue
        grade = grade_of(sentence) + _GRADE_TO_YEAR
        start = match.start() + match.group().index(sentence)
        place = passage.locate(start, start + len(sentence))
        if grade > limit and place is not None:
            found.append(HardSentence(Evidence.at(document, place), count, round(grade, 1)))
    hardest = sorted(found, key=lambda hard: (-hard.grade, hard.evidence.span))[:_MOST_SENTENCES]
    return tuple(sorted(hardest, key=lambda hard: hard.evidence.span))


@cache
def _offline_textstat() -> GradeOf:
    """Return textstat's Flesch-Kincaid grade with its dictionary, which it would download, switched off for good.

    Switching it back after use would let another thread reach for the network in between.
    """
    from textstat import textstat
    from textstat.backend.counts import _count_syllables

    _count_syllables.get_cmudict = lambda lang: None

    def grade_of(text: str) -> float:
        return float(textstat.flesch_kincaid_grade(text))

    return grade_of


def _forget_texts() -> None:
    """Empty textstat's caches: they would keep a child's words for as long as the program runs."""
    for name in [name for name in sys.modules if name.startswith("textstat.backend")]:
        for member in vars(sys.modules[name]).values():
            clear = getattr(member, "cache_clear", None)
            if callable(clear) and getattr(member, "__module__", "").startswith("textstat"):
                clear()
