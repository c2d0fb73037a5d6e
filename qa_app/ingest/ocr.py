"""Reads the letters of pictures with Tesseract, when it is installed on this computer."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import fmean, median
from typing import Final

from qa_app.ingest.builder import DocumentBuilder, Style
from qa_app.ingest.pdf.geometry import Box, around
from qa_app.ingest.pdf.lines import Line, Segment, paragraphs_of

INSTALL_HINT: Final = (
    "Install Tesseract with English and Welsh (tesseract-ocr, tesseract-ocr-cym), or ask for the original document."
)
_WANTED: Final = ("eng", "cym")
_TIMEOUT_SECONDS: Final = 60
_WORD_LEVEL: Final = "5"
_WIDE_GAP: Final = 1.8  # heights of a word
# One block of lines: with its own layout analysis Tesseract reads a form's labels first and its answers later.
_LAYOUT: Final = "6"
# Below these a picture is taken for a photograph or drawing in which Tesseract saw letters.
_FEWEST_WORDS: Final = 4
_LEAST_CONFIDENCE: Final = 0.5


@dataclass(frozen=True, slots=True)
class RecognisedParagraph:
    """A paragraph as Tesseract read it, with its mean confidence, 0 to 1."""

    text: str
    confidence: float


@lru_cache(maxsize=1)
def languages() -> str:
    """Return Tesseract's language setting, ``eng+cym`` when both are there; empty when it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    try:
        listed = subprocess.run(  # noqa: S603 - a fixed command
            [program, "--list-langs"], capture_output=True, text=True, timeout=_TIMEOUT_SECONDS, check=False
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return ""
    return "+".join(language for language in _WANTED if language in listed)


def recognise(picture: bytes) -> tuple[RecognisedParagraph, ...] | None:
    """Read a picture file (PNG, JPEG, TIFF).

    Returns:
        Its paragraphs from top to bottom; None when Tesseract is not installed or cannot read the picture.
    """
    setting = languages()
    program = shutil.which("tesseract")
    if not setting or program is None:
        return None
    try:
        run = subprocess.run(  # noqa: S603 - a fixed command, the picture goes through standard input
            [program, "stdin", "stdout", "-l", setting, "--psm", _LAYOUT, "tsv"],
            input=picture,
            capture_output=True,
            timeout=_TIMEOUT_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # with more threads a page takes seven times as long
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return None if run.returncode else _paragraphs(run.stdout.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    confidence: float
    box: Box


def _paragraphs(tsv: str) -> tuple[RecognisedParagraph, ...]:
    lines: dict[tuple[str, str, str], list[_Word]] = {}
    for row in csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] == _WORD_LEVEL and text:
            left, top = float(row["left"]), float(row["top"])
            box = Box(left, top, left + float(row["width"]), top + float(row["height"]))
            word = _Word(text, max(float(row["conf"]), 0.0) / 100, box)
            lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(word)
    if not lines:
        return ()
    size = median(word.box.height for words in lines.values() for word in words)
    confidence = [fmean(word.confidence for word in words) for words in lines.values()]
    found: list[RecognisedParagraph] = []
    first_line = 0
    for paragraph in paragraphs_of([_line(words, size) for words in lines.values()]):
        last_line = first_line + paragraph.lines
        found.append(RecognisedParagraph(paragraph.text, round(fmean(confidence[first_line:last_line]), 3)))
        first_line = last_line
    return tuple(found)


def _line(words: Sequence[_Word], size: float) -> Line:
    """Split the words of a line where the gap is wide, as between a label and its answer."""
    groups = [[words[0]]]
    for last, word in pairwise(words):
        if word.box.x0 - last.box.x1 > _WIDE_GAP * size:
            groups.append([])
        groups[-1].append(word)
    return [
        Segment(" ".join(word.text for word in group), around([word.box for word in group]), size, False, number)
        for number, group in enumerate(groups)
    ]


def add_recognised(builder: DocumentBuilder, paragraphs: Sequence[RecognisedParagraph], style: Style) -> bool:
    """Add what was recognised, unless it is too little or too doubtful to be writing; tell whether it was added."""
    words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
    if words < _FEWEST_WORDS:
        return False
    if sum(p.confidence * len(p.text.split()) for p in paragraphs) / words < _LEAST_CONFIDENCE:
        return False
    for paragraph in paragraphs:
        builder.add(paragraph.text, replace(style, confidence=min(paragraph.confidence, 0.99)))
    return True
