"""Anonymised copies: a Word file keeps its layout, every other format becomes a text file with places marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from qa_app.core.document import Document
from qa_app.core.plan import Language, Plan
from qa_app.redact.check import Leftover, leftovers
from qa_app.redact.names import Name, NameKind, find_names
from qa_app.redact.stand_ins import StandIns
from qa_app.redact.text import Redactor
from qa_app.redact.word import rewrite_docx, texts_of

WORD: Final = "docx"


@dataclass(frozen=True)
class AnonymisedCopy:
    """A copy of one plan without its names.

    Attributes:
        stem: File name without its ending, made of the child's stand-in; several plans may have the same.
        suffix: ``.docx`` or ``.txt``.
        data: The file's bytes.
        redactor: What was replaced by what.
        replaced: How many places were changed in the plan's text.
        left: Known names that the copy still holds, empty when the check passed.
    """

    stem: str
    suffix: str
    data: bytes
    redactor: Redactor
    replaced: int
    left: tuple[Leftover, ...]


def copy_of(plan: Plan, original: bytes | None, stand_ins: StandIns) -> AnonymisedCopy:
    """Make the anonymised copy of a plan.

    Args:
        plan: The plan with its parts found.
        original: The bytes of its Word file, to keep the layout; None for a text file.
        stand_ins: Those of the run.

    Raises:
        ValueError: ``original`` is not the Word file that the plan was read from.
    """
    is_word = original is not None and plan.document.media == WORD
    names = find_names(plan, texts_of(original) if original is not None and is_word else ())
    redactor = stand_ins.redactor(names, plan.language, _births(plan))
    redacted = redactor.redact(plan.document.text)
    if original is not None and is_word:
        data = rewrite_docx(original, redactor)
        read_back = "\n".join(texts_of(data))
    else:
        read_back = marked_text(plan.document, redactor)
        data = read_back.encode()
    suffix = f".{WORD}" if is_word else ".txt"
    return AnonymisedCopy(_stem(names, redactor), suffix, data, redactor, len(redacted.edits), leftovers(read_back, redactor))


def marked_text(document: Document, redactor: Redactor) -> str:
    """Return the plan's words without names, each page, table row and form field marked before its words."""
    redacted = redactor.redact(document.text)
    lines: list[str] = []
    mark = ""
    for block in document.blocks:
        place = document.place(block.span) if block.cell or block.label else (f"page {block.page}" if block.page else "")
        if place != mark and place:
            lines.append(f"[{redactor.redact(place).text}]")
        mark = place
        lines.append(redacted.text[redacted.moved(block.span.start) : redacted.moved(block.span.end)])
    return "\n".join(lines) + "\n"


def _births(plan: Plan) -> frozenset[date]:
    fact = plan.facts.get("date_of_birth")
    values = (fact.value, *(value for value, _ in fact.conflicts)) if fact else ()
    return frozenset(value for value in values if isinstance(value, date))


def _stem(names: tuple[Name, ...], redactor: Redactor) -> str:
    child = next((stand_in for name, stand_in in redactor.names if name.kind is NameKind.CHILD), "")
    unknown = "plentyn" if redactor.language is Language.WELSH else "child-unknown"
    return re.sub(r"\W+", "-", child.lower()) or unknown
