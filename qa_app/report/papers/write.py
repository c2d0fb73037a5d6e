"""Writes the papers of an audit into a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from qa_app.core.result import Audit
from qa_app.core.words import Words
from qa_app.report.edits import NO_EDITS, AuditorEdits
from qa_app.report.language import ReportLanguage
from qa_app.report.papers.content import PlanPaper
from qa_app.report.tables import plan_name

_WORDS: Final = Path(__file__).parent / "words"
_UNSAFE: Final = re.compile(r"[^\w.-]+")
_LONGEST_NAME: Final = 60


class PaperKind(StrEnum):
    """What can be written."""

    LETTER = "letter"  # to the school, one per plan
    BRIEF = "brief"  # for the reviewing officer, one page per plan
    CARE_PLAN = "care-plan"  # all targets as a table
    PANEL = "panel"  # the sample as a whole, without names


KINDS: Final = tuple(PaperKind)


@lru_cache(maxsize=2)
def paper_words(language: ReportLanguage) -> Words:
    """Return the catalogue of the papers in a language."""
    return Words.read(_WORDS, language)


def write_papers(
    audit: Audit,
    folder: Path,
    *,
    kinds: Sequence[PaperKind] = KINDS,
    language: ReportLanguage = "en",
    edits: AuditorEdits = NO_EDITS,
) -> tuple[Path, ...]:
    """Write the papers into ``folder``, which exists. Return what was written, in order.

    Args:
        audit: What the papers are about.
        folder: Where to write; files of the same name are replaced.
        kinds: Which papers.
        language: Of the papers' own words; quotes, reasons and advice stay as they are.
        edits: An auditor's judgements; they come before the program's.
    """
    written = []
    for kind in kinds:
        for name, data in _papers(kind, audit, language, edits):
            (folder / name).write_bytes(data)
            written.append(folder / name)
    return tuple(written)


def _papers(kind: PaperKind, audit: Audit, language: ReportLanguage, edits: AuditorEdits) -> Iterator[tuple[str, bytes]]:
    # python-docx and openpyxl take time to load, so each paper's module is loaded when it is asked for
    words = paper_words(language)
    match kind:
        case PaperKind.LETTER:
            from qa_app.report.papers.letter import letter

            for plan in _plans(audit, edits, words):
                yield f"letter-{_name(plan)}.docx", letter(plan)
        case PaperKind.BRIEF:
            from qa_app.report.papers.brief import brief

            for plan in _plans(audit, edits, words):
                yield f"brief-{_name(plan)}.docx", brief(plan)
        case PaperKind.CARE_PLAN:
            from qa_app.report.papers.care_plan import care_plan_workbook

            yield "care-plan.xlsx", care_plan_workbook(audit, words, language)
        case PaperKind.PANEL:
            from qa_app.report.papers.panel import panel_report

            yield "panel.docx", panel_report(audit, edits, words)


def _plans(audit: Audit, edits: AuditorEdits, words: Words) -> Iterator[PlanPaper]:
    return (PlanPaper(audit, number, edits, words) for number in range(1, len(audit.plans) + 1))


def _name(plan: PlanPaper) -> str:
    """Return a file name that sorts like the audit and is legal everywhere."""
    name = _UNSAFE.sub("-", Path(plan_name(plan.audited)).name.replace(".", "-")).strip("-")[:_LONGEST_NAME]
    return f"{plan.number:03}-{name}"
