"""Points in the school calendar: end of spring term 2026, Spring 2, Feb half term, diwedd y flwyddyn, Easter, summer."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from qa_app.nlp.calendar import Period
from qa_app.nlp.dates.context import in_time_phrase, stands_alone
from qa_app.nlp.dates.days import MONTH
from qa_app.nlp.dates.frame import Frame, Pinned
from qa_app.nlp.dates.mention import DateKind
from qa_app.nlp.dates.reading import FIGURES, Reading, Recogniser
from qa_app.nlp.dates.vocabulary import alternatives, date_words, normal, parts

_WORDS: Final = date_words()
_TERM: Final = rf"(?:{alternatives(_WORDS.terms)})"
_YEAR: Final = r"(?:,?\s*\(?(?P<year>20\d\d|['’]?2\d)(?:\s*[-/]\s*(?P<year2>20\d\d|\d\d))?\)?(?![\w%])(?![.:/]\d))?"
_EDGE: Final = (
    r"(?:(?P<edge>(?:the\s+)?(?:(?:last|final)\s+(?:week|day)s?|end|start|beginning|middle)(?:\s+of)?|mid|late|early"
    r"|diwedd|ddiwedd|diwadd|dechrau|ddechrau|canol|ganol)[\s-]+(?:the\s+)?)?"
)
_HALF_TERM: Final = r"(?:half[\s-]*term|hann[ea]r\s+tymor|h/t|h-t)"
_HOLIDAY: Final = r"(?:holidays?|hols?|vacation|break)"
_REPEATED_BEFORE: Final = re.compile(r"\b(?:each|every|per|once\s+a|twice\s+a|a|bob|fesul|times\s+a)\s+$", re.IGNORECASE)
_HALF_NUMBERS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "last": 2}
_TERM_BY_MONTH: Final = {10: "autumn", 11: "autumn", 2: "spring", 3: "spring", 5: "summer", 6: "summer"}
_SIX_TERMS: Final = (("autumn", 1), ("autumn", 2), ("spring", 1), ("spring", 2), ("summer", 1), ("summer", 2))
_CODES: Final = {"au": "autumn", "sp": "spring", "su": "summer"}

NAMED_TERM: Final = re.compile(
    rf"\b{_EDGE}\b(?:(?P<which>first|second|last|1st|2nd)\s+half\s+of\s+(?:the\s+)?)?(?:(?P<tymor>(?:hanner\s+)?d?tymor)\s+(?:yr?\s+)?)?\b"
    rf"(?P<term>{_TERM})\b\.?(?P<noun>[\s-]+(?:terms?|tymor)|\s+(?:GCSE\s+|exams?|examinations?|mocks?)+(?=\s*,?\s*\(?20\d\d))?(?:\s*-?\s*(?:half[\s-]*term|half|HT|hanner)?\s*(?P<half>[12])(?![\d/.:%]|\s*x\b))?{_YEAR}",
    re.IGNORECASE,
)
HALF_TERM: Final = re.compile(
    rf"\b{_EDGE}\b(?:(?P<this>this|the|next|within\s+the|within\s+this|nesaf)\s+)?(?:(?P<term>{_TERM})[\s-]+|(?P<month>{MONTH})\s+)?{_HALF_TERM}(?!ly)\b"
    rf"(?P<holiday>\s+{_HOLIDAY})?(?:\s+(?:mis\s+)?(?P<month_after>{MONTH})|\s+yr?\s+(?P<term_after>{_TERM})|\s+(?P<next_after>nesaf|hwn))?{_YEAR}",
    re.IGNORECASE,
)
TERM_CODE: Final = re.compile(
    r"\b(?:(?P<code>Au|Sp|Su)\s?(?P<half>[12])|(?:T|Term|HT|Half[\s-]?term)\s?(?P<six>[1-6]))\b(?![.:/%]\d)" + _YEAR
)
HT: Final = re.compile(
    r"\b(?P<edge>[Ee]nd\s+(?:of\s+)?)?(?:(?P<month>" + MONTH.replace("(?:", "(?i:", 1) + r")\s+)?\bHT\b(?!\s*[1-6])"
)
TERM_END: Final = re.compile(
    rf"(?:\b{_EDGE}\b(?:(?P<this>this|the|next|current|y|yr)\s+)?\b(?:(?:school\s+)?term(?:['’]s\s+end)?|d?tymor)(?P<after>\s+(?:nesaf|hwn|yma))?)\b{_YEAR}",
    re.IGNORECASE,
)
YEAR_END: Final = re.compile(
    rf"\b(?:{_EDGE}\b(?:(?P<this>this|the|next|y)\s+)?\b(?P<school>(?:school|academic)\s+)?(?:year|flwyddyn)(?P<after>\s+(?:ysgol|academaidd|nesaf|hon))*(?!\s*\d)|(?P<eoy>EOY))\b{_YEAR}",
    re.IGNORECASE,
)
SCHOOL_YEAR: Final = re.compile(r"(?<![\d/.])(?P<year>20\d\d|2\d)\s?[-–/]\s?(?P<year2>20\d\d|2\d)(?![\d/.%-])")
YEAR_ALONE: Final = re.compile(r"(?<![\d/.\-£])(?P<year>20[2-4]\d)(?![\d/.\-–%])")
HOLIDAY: Final = re.compile(
    rf"\b(?:(?P<name>summer|easter|christmas|xmas|chistmas)\s+{_HOLIDAY}|gwyli(?:au|e)['’]?r?\s+(?:yr?\s+)?(?P<welsh>haf|pasg|nadolig|dolig))\b{_YEAR}",
    re.IGNORECASE,
)
FESTIVAL: Final = re.compile(rf"\b(?P<name>{alternatives(_WORDS.festivals)})(?!\w){_YEAR}", re.IGNORECASE)
_BEFORE_WORD: Final = re.compile(r"\b(?:before|cyn)\s+(?:the\s+|y\s+|yr\s+)?$", re.IGNORECASE)


def _year(match: re.Match[str], *, autumn: bool = False) -> int | None:
    """Return the calendar year; of a school year 2025-26, the second unless the autumn is meant."""
    written = match["year"]
    if not written:
        return None
    year = int(written.lstrip("'’"))
    year = year if year > 99 else 2000 + year
    return year + 1 if match["year2"] and not autumn else year


def _reading(match: re.Match[str], pinned: Pinned | None, kind: DateKind, edge: str = "", *, holiday: bool = False) -> Reading:
    days = pinned.days if pinned else None
    edge = normal(edge).removeprefix("the ").removesuffix(" of")
    if days is not None and edge in {"start", "beginning", "early", "dechrau", "ddechrau"}:
        days = Period(days.first, min(days.last, days.first + timedelta(days=6)))
    elif days is not None and edge in {"mid", "middle", "canol", "ganol"}:
        days = Period(days.first, days.first + (days.last - days.first) // 2)
    return Reading(
        match.start(), match.end(), kind, days,
        year_given=bool(match.groupdict().get("year")), approximate=bool(pinned and pinned.approximate), is_holiday=holiday,
    )  # fmt: skip


def _repeated(match: re.Match[str]) -> bool:
    return (
        bool(_REPEATED_BEFORE.search(match.string[max(0, match.start() - 12) : match.start()]))
        or match.string[match.end() : match.end() + 2] == "ly"
    )


def _named_term(match: re.Match[str], frame: Frame) -> Reading | None:
    text, start, end = match.string, match.start(), match.end()
    if _repeated(match):
        return None
    word = normal(match["term"])
    term = _WORDS.terms[word]
    half = int(match["half"]) if match["half"] else _HALF_NUMBERS.get((match["which"] or "").lower())
    firm = bool(match["noun"] or match["tymor"] or half)
    if not firm and not match["year"]:
        named = word in {"lent", "trinity", "michaelmas", "sum", "spr", "aut"}
        if word == "hydref" or not (
            stands_alone(text, start, end) or match["edge"] or (not named and in_time_phrase(text, start, end))
        ):
            return None  # "hydref" on its own is October
    if word == "hydref" and not match["tymor"] and not half:
        return None
    pinned = frame.term(term, _year(match, autumn=term == "autumn"), half)
    if (match["tymor"] or "").lower().startswith("hanner"):
        return _reading(
            match, frame.half_term_holiday(term, _year(match, autumn=term == "autumn")), DateKind.TERM, holiday=True
        )
    return _reading(match, pinned, DateKind.TERM if firm else DateKind.SEASON, match["edge"] or "")


def _half_term(match: re.Match[str], frame: Frame) -> Reading | None:
    if _repeated(match):
        return None
    month = match["month"] or match["month_after"]
    term = match["term"] or match["term_after"]
    name = _TERM_BY_MONTH.get(_WORDS.months[normal(month)]) if month else _WORDS.terms[normal(term)] if term else None
    edge, this = normal(match["edge"] or ""), normal(match["this"] or "")
    if name is None and (edge or this or match["next_after"]) and not match["holiday"]:
        ahead = int(this == "next" or normal(match["next_after"] or "") == "nesaf")
        return _reading(match, frame.this_half_term(ahead), DateKind.TERM, edge)
    return _reading(match, frame.half_term_holiday(name, _year(match, autumn=name == "autumn")), DateKind.TERM, holiday=True)


def _ht(match: re.Match[str], frame: Frame) -> Reading | None:
    """Read HT as half term, unless it stands for the head teacher: only with a month, an end or a word of deadline."""
    if match["month"]:
        name = _TERM_BY_MONTH.get(_WORDS.months[normal(match["month"])])
        return _reading(match, frame.half_term_holiday(name, None), DateKind.TERM, holiday=True)
    if match["edge"]:
        return _reading(match, frame.this_half_term(), DateKind.TERM)
    if stands_alone(match.string, match.start(), match.end()) or in_time_phrase(
        match.string, match.start(), match.end(), strict=True
    ):
        return _reading(match, frame.half_term_holiday(None, None), DateKind.TERM, holiday=True)
    return None


def _term_code(match: re.Match[str], frame: Frame) -> Reading | None:
    text, start, end = match.string, match.start(), match.end()
    if match["code"] == "Au" and not (stands_alone(text, start, end) or in_time_phrase(text, start, end)):
        return None
    term, half = (_CODES[match["code"].lower()], int(match["half"])) if match["code"] else _SIX_TERMS[int(match["six"]) - 1]
    if match["six"] and match.group().lower().startswith("term") and int(match["six"]) <= 3:
        term, half_or_none = _SIX_TERMS[2 * int(match["six"]) - 2][0], None
        return _reading(match, frame.term(term, _year(match, autumn=term == "autumn"), half_or_none), DateKind.TERM)
    return _reading(match, frame.term(term, _year(match, autumn=term == "autumn"), half), DateKind.TERM)


def _term_end(match: re.Match[str], frame: Frame) -> Reading | None:
    text, start, end = match.string, match.start(), match.end()
    edge, this, after = (normal(match[name] or "") for name in ("edge", "this", "after"))
    if _repeated(match) or not (edge or this in {"this", "next", "current"} or after or "end" in match.group().lower()):
        return None
    if text[end : end + 1] == "-" or (this == "next" and not edge and text[end : end + 5].lower().startswith("’s")):
        return None
    pinned = frame.this_term(int("next" in (this, after) or after == "nesaf"))
    return Reading(
        start,
        end,
        DateKind.TERM,
        *(_edge_days(pinned, edge),),
        approximate=bool(pinned and pinned.approximate),
        year_given=bool(match["year"]),
    )


def _edge_days(pinned: Pinned | None, edge: str) -> Period | None:
    if pinned is None:
        return None
    if edge.removeprefix("the ").removesuffix(" of") in {"start", "beginning", "early", "dechrau", "ddechrau"}:
        return Period(pinned.days.first, pinned.days.first + timedelta(days=6))
    return pinned.days


def _year_end(match: re.Match[str], frame: Frame) -> Reading | None:
    edge, this = normal(match["edge"] or ""), normal(match["this"] or "")
    after = normal(match["after"] or "")
    if _repeated(match) or not (edge or match["eoy"] or this in {"this", "next"} or after in {"nesaf", "hon"}):
        return None
    ahead = int(this == "next" or after == "nesaf")
    year = _year(match)
    pinned = frame.school_year(year - 1 if year else None, ahead)
    ends = bool(match["eoy"]) or edge.removeprefix("the ").startswith(("end", "diwedd", "ddiwedd", "diwadd"))
    return _reading(match, pinned, DateKind.TERM if ends else DateKind.YEAR, edge)


def _school_year(match: re.Match[str], frame: Frame) -> Reading | None:
    first, second = (int(match[name]) % 100 for name in ("year", "year2"))
    if second != first + 1 or (len(match["year"]) == 2 and not stands_alone(match.string, match.start(), match.end())):
        return None
    return _reading(match, frame.school_year(2000 + first), DateKind.YEAR)


def _year_alone(match: re.Match[str], frame: Frame) -> Reading | None:
    text, start, end = match.string, match.start(), match.end()
    if not (stands_alone(text, start, end) or in_time_phrase(text, start, end)):
        return None
    year = int(match["year"])
    return Reading(start, end, DateKind.YEAR, Period(date(year, 1, 1), date(year, 12, 31)), year_given=True)


def _holiday(match: re.Match[str], frame: Frame) -> Reading | None:
    name = normal(match["name"] or match["welsh"])
    before = "summer" if name in {"summer", "haf"} else "spring" if name in {"easter", "pasg"} else "autumn"
    return _reading(match, frame.holiday_after(before, _year(match, autumn=before == "autumn")), DateKind.TERM, holiday=True)


def _festival(match: re.Match[str], frame: Frame) -> Reading | None:
    festival = _WORDS.festivals[normal(match["name"])]
    year = _year(match)
    years = (year,) if year else (frame.reference.year, frame.reference.year + 1) if frame.reference else ()
    days = [day for each in years for day in festival.days_in(each)]
    if year is None:
        days = [day for day in days if frame.reference is None or day >= frame.reference]
    pinned = Pinned(Period(days[0], days[0])) if days else None
    if not (frame.expects_dates or _names_a_time(match)):
        return None
    return _reading(match, pinned, DateKind.TERM, holiday=True)


def _names_a_time(match: re.Match[str]) -> bool:
    """Tell a deadline from a topic: "by Christmas", not "made a Christmas card"."""
    if match["year"] or stands_alone(match.string, match.start(), match.end()):
        return True
    return in_time_phrase(match.string, match.start(), match.end()) and not _THING_AFTER.match(match.string, match.end())


_THING_AFTER: Final = re.compile(
    r"\s+(?:card|cards|play|concert|fair|party|dinner|show|egg|eggs|story|tree|jumper|song)\b", re.IGNORECASE
)

_TERM_NAMES: Final = frozenset(_WORDS.terms)
_TERM_NOUNS: Final = frozenset({"term", "tymor", "dymor"})
_HALVES: Final = frozenset({"half", "hanner", "hannar", "h"})
_FIGURES: Final = frozenset({FIGURES})

RECOGNISERS: Final = (
    Recogniser("half term", _HALVES, HALF_TERM, _half_term),
    Recogniser("named term or season", _TERM_NAMES, NAMED_TERM, _named_term),
    Recogniser("term code", frozenset({"au", "sp", "su", "t", "term", "ht", "half"}), TERM_CODE, _term_code),
    Recogniser("half term, abbreviated", frozenset({"ht"}), HT, _ht),
    Recogniser("this or next term, end of term", _TERM_NOUNS, TERM_END, _term_end),
    Recogniser("school year, end of year", frozenset({"year", "flwyddyn", "eoy"}), YEAR_END, _year_end),
    Recogniser("school year in figures", _FIGURES, SCHOOL_YEAR, _school_year),
    Recogniser("year", _FIGURES, YEAR_ALONE, _year_alone),
    Recogniser("school holiday", _TERM_NAMES | parts(_WORDS.festivals), HOLIDAY, _holiday),
    Recogniser("festival", parts(_WORDS.festivals) - {"day", "new", "y", "s", "night", "st"}, FESTIVAL, _festival),
)
