"""What was written beside a label, read as a year group, a percentage, yes or no, a name."""

from __future__ import annotations

import re
from typing import Final

from qa_app.extract.prompts import is_blank
from qa_app.extract.wording import plain, word_count
from qa_app.nlp.dates import find_dates

_YEAR_GROUP: Final = re.compile(r"\b(?:year|yr|y|blwyddyn|flwyddyn|bl)\.?\s?(1[0-4]|[1-9])\b", re.IGNORECASE)
_BARE_YEAR: Final = re.compile(r"^\W*(1[0-4]|[1-9])(?:[a-z]{1,3}\b|\b)(?!\s*%)", re.IGNORECASE)
_NURSERY: Final = re.compile(r"\b(?:nursery|n[12]|pre-?school|meithrin|feithrin|cyn-?ysgol|f1)\b", re.IGNORECASE)
_RECEPTION: Final = re.compile(r"\b(?:reception|yr|r|derbyn|f2|dosbarth derbyn)\b", re.IGNORECASE)
_PERCENT: Final = re.compile(r"(?<![\d.])(100(?:\.0+)?|\d{1,2}(?:[.,]\d+)?)\s*(?:%|per\s?cent\b|y\s?cant\b)", re.IGNORECASE)
_BARE_PERCENT: Final = re.compile(r"^\W*(100(?:\.0+)?|\d{1,2}(?:\.\d+)?)\W*$")
_CHOICE: Final = re.compile(r"(?P<box>[☐☒☑✓✔✗✘□■]|\[\s?[xX✓]?\s?\])\s*(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)?")
_TICKED: Final = frozenset("☒☑✓✔■")
_YES: Final = re.compile(r"^\W*(?:yes|y|true|oes|ydy|ydi|ydw|ie|do)\b", re.IGNORECASE)
_NO: Final = re.compile(r"^\W*(?:no|n|false|nac\s?oes|nac\s?ydy|nac\s?ydw|nage|naddo|na|not|none|dim)\b", re.IGNORECASE)
_MARKED: Final = re.compile(r"^\W*(?:x|[☒☑✓✔■]|\[[xX]\])\W*$", re.IGNORECASE)
_EMPTY_BOX: Final = re.compile(r"^\W*(?:[☐□]|\[\s?\])\W*$")
_COUNT: Final = re.compile(r"^\W*(\d{1,3})\b(?!\s*%)")
_KNOWN_AS: Final = re.compile(
    r"[(\[“\"]?\s*(?:(?:also\s+)?known as|aka|prefers|likes to be called|called|a elwir|yn cael ei (?:alw|galw)'n)\s*:?\s*"
    r"[“\"']?(?P<name>[^\W\d_][\w'’-]*)[”\"']?\s*[)\]]?",
    re.IGNORECASE,
)
_AUTHORITY: Final = re.compile(
    r"\b(?:council|county|borough|city|metropolitan|district|authority|unitary|children'?s (?:services|social care|trust)"
    r"|virtual school|cyngor|sir|bwrdeistref|dinas|awdurdod|LBC?|MBC|CBC|CC)\b|shire\b",
    re.IGNORECASE,
)
_STATUS: Final = re.compile(
    r"^(?:yes|no|none|unknown|draft|submitted|complete[d]?|approved|pending|open|closed|awaiting|returned|signed|reviewed"
    r"|current|as above|oes|nac oes|ydy|drafft|cyflwynwyd|cwblhawyd|cymeradwywyd)\b",
    re.IGNORECASE,
)
_SMALL_WORDS: Final = frozenset({"and", "of", "the", "upon", "on", "a", "y", "yr", "ac", "&"})
_LONGEST_AUTHORITY: Final = 12  # words
_LONGEST_PLACE: Final = 4  # words of a bare place name
_ASIDE: Final = re.compile(r"\s*[(\[].*?[)\]]\s*|\s+[–—-]\s+.*$|\s{3,}.*$|\s*;.*$")


def year_group(text: str) -> int | None:
    """Return a year group: -1 nursery, 0 reception, 1 to 14; None when the words name none."""
    if match := _YEAR_GROUP.search(text):
        return int(match[1])
    if _NURSERY.search(text):
        return -1
    if _RECEPTION.search(text):
        return 0
    return int(match[1]) if (match := _BARE_YEAR.match(text)) else None


def percent(text: str, *, bare: bool = False) -> float | None:
    """Return the first percentage, 0 to 100; ``bare`` takes a lone number too."""
    match = _PERCENT.search(text) or (_BARE_PERCENT.match(text) if bare else None)
    return float(match[1].replace(",", ".")) if match else None


def yes_no(text: str) -> bool | None:
    """Return what was ticked or written; None when neither, or both, boxes are ticked."""
    choices = [(match["box"], (match["word"] or "")) for match in _CHOICE.finditer(text)]
    if any(word for _, word in choices):
        ticked = [word for box, word in choices if _is_ticked(box)]
        return _word(ticked[0]) if len(ticked) == 1 else None
    if _MARKED.match(text):
        return True
    if _EMPTY_BOX.match(text):
        return False
    return _word(text)


def _is_ticked(box: str) -> bool:
    return box[0] in _TICKED or any(mark in box for mark in "xX✓")


def _word(text: str) -> bool | None:
    if _NO.match(text):
        return False
    return True if _YES.match(text) else None


def chosen(text: str) -> str:
    """Return the words beside ticked boxes when there are boxes, else the text itself."""
    pieces = re.split(r"(?=[☐☒☑✓✔□■])", text)
    if len(pieces) < 2:
        return text.strip()
    return ", ".join(piece[1:].strip(" ,;/") for piece in pieces if piece and piece[0] in _TICKED and piece[1:].strip())


def count(text: str) -> int | None:
    """Return a leading count; 0 for "none"."""
    if match := _COUNT.match(text):
        return int(match[1])
    return 0 if re.match(r"^\W*(?:none|nil|no\b|dim\b|0)", text, re.IGNORECASE) else None


def name_and_preferred(text: str) -> tuple[str, str]:
    """Return a person's name without asides, and the name in an aside such as "(known as Osh)" when there is one."""
    match = _KNOWN_AS.search(text)
    bare = _ASIDE.sub(" ", text.split("\n", maxsplit=1)[0]) if text.strip() else ""
    if match and match.start() and match["name"]:
        bare = _ASIDE.sub(" ", text[: match.start()])
    return " ".join(bare.split()).strip(" ,.:"), match["name"] if match else ""


def authority(text: str) -> str | None:
    """Return words that can name a local authority; None for a status or a sentence in its place."""
    words = " ".join(text.split()).strip(" ,;.")
    if _AUTHORITY.search(words) and word_count(words) <= _LONGEST_AUTHORITY:
        return words
    named = [word for word in words.split() if word.lower() not in _SMALL_WORDS]
    proper = bool(named) and len(named) <= _LONGEST_PLACE and all(word[0].isupper() and word.isalpha() for word in named)
    return words if proper and not _STATUS.search(words) else None


def fits(kind: str, text: str) -> bool:
    """Whether words can be the answer to a label of this kind, so that the label is not the heading of a passage."""
    words = word_count(text)
    if is_blank(text) or not plain(text):
        return True
    if kind == "date":
        return words <= 25 and bool(find_dates(text))
    if kind == "year_group":
        return words <= 15 and year_group(text) is not None
    if kind == "percent":
        return words <= 20 and percent(text, bare=True) is not None
    if kind == "yes_no":
        return words <= 25
    if kind == "name":
        return words <= 12
    return words <= 30
