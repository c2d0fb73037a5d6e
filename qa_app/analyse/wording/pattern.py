"""The small pattern language of the lexicon: readable phrases in, regular expressions out.

A pattern is a row of elements parted by spaces::

    puts {himself} at risk        plain words and a macro (``vocabulary/macros.yaml``)
    [refuse] to/point_blank       any inflection of a verb; alternatives; ``_`` joins words of one alternative
    so? clingy                    an optional word
    excuse(s)                     with or without an s
    no *2 whatsoever              up to two words between
    manipulat~                    a word that begins so
    ^gwan                         a Welsh word with its mutations
    has been < placed > with      only ``placed`` is flagged, the rest must stand beside it
    =LAC                          capital letters count

Words are matched without regard to case; white space, hyphens and slashes part them alike; apostrophes may be curly,
straight or left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import yaml

from qa_app.nlp.mutation import mutated

_APOSTROPHE: Final = "['’‘]?"
_SEPARATOR: Final = r"(?:\s*[-‐–/]\s*|\s+)"
_ANY_WORD: Final = r"[^\W_]+(?:['’][^\W_]+)*"
_MACRO: Final = re.compile(r"\{(?P<name>\w+)\}")
_VOWELS: Final = "aeiou"
STEM: Final = 3
"""Letters by which patterns are looked up; so few that "cant" finds "can't"."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes:
        source: As written in the lexicon.
        expression: As a regular expression; its group ``flag`` is the wording to flag.
        anchors: Lower-case beginnings of words, one of which must be in a text for the pattern to match; empty: try always.
        stems: For each word that must be there, the first letters of its alternatives.
    """

    source: str
    expression: str
    anchors: frozenset[str]
    stems: tuple[frozenset[str], ...]

    def may_match(self, starts: Set[str]) -> bool:
        """Tell by the first :data:`STEM` letters of a text's words whether a search is worth its while.

        Searching compiles the expression, which costs more than judging a text.
        """
        return all(not stems.isdisjoint(starts) for stems in self.stems)

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled on first use: most patterns never meet a text that holds their anchor."""
        return _compiled(self.expression)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each wording to flag in ``text``."""
        for match in self.regex.finditer(text):
            yield match.span("flag")


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


@cache
def _vocabulary(name: str) -> Mapping[str, str]:
    data = resources.files("qa_app.analyse.wording") / "vocabulary" / f"{name}.yaml"
    loaded: Mapping[str, str] = yaml.safe_load(data.read_text("utf-8"))
    return loaded


def inflections(verb: str) -> tuple[str, ...]:
    """Return the forms of an English verb: regular ones by rule, others from ``vocabulary/irregular_verbs.yaml``."""
    if forms := _vocabulary("irregular_verbs").get(verb):
        return (verb, *forms.split())
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if verb.endswith("ee"):
        return verb, third, verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb, third, verb + "d", verb[:-1] + "ing"
    short = len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    doubled = (verb + verb[-1] + "ed", verb + verb[-1] + "ing") if short else ()
    return verb, third, verb + "ed", verb + "ing", *doubled


def _words(alternative: str) -> str:
    """Turn one alternative into a regular expression; an apostrophe may be curly, straight or missing."""
    if alternative.startswith("="):
        return f"(?-i:{_words(alternative[1:])})"
    open_ended = alternative.endswith("~")
    words = [
        re.sub(r"['’]", _APOSTROPHE, re.escape(word)).replace(r"\(s\)", "s?") for word in alternative.rstrip("~").split("_")
    ]
    return _SEPARATOR.join(words) + (r"\w*" if open_ended else "")


def _expand(element: str) -> list[str]:
    """List the alternatives of one element, with macros and inflections spelled out."""
    listed: list[str] = []
    for part in element.split("/"):
        if part.startswith("["):
            verb, _, rest = part[1:].partition("]")
            listed += [form + rest for form in inflections(verb)]
        elif part.startswith("^"):
            listed += mutated(part[1:])
        elif macro := _MACRO.search(part):
            listed += [_MACRO.sub(word, part, count=1) for word in _vocabulary("macros")[macro["name"]].split()]
        else:
            listed.append(part)
    return listed


def _anchors(alternatives: list[str]) -> frozenset[str]:
    longest = (max(re.split(r"[_'’]", alternative.strip("=~").replace("(s)", "")), key=len) for alternative in alternatives)
    return frozenset(word.lower() for word in longest)


@cache
def compile_pattern(source: str) -> Pattern:
    """Compile a pattern.

    Raises:
        KeyError: It names a macro that is not there.
        ValueError: Its ``<`` and ``>`` do not pair.
    """
    if source.count(" < ") + source.startswith("< ") != source.count(" > ") + source.endswith(" >"):
        raise ValueError(f"{source}: “<” and “>” do not pair")
    pieces: list[str] = []
    anchors: frozenset[str] = frozenset()
    stems: list[frozenset[str]] = []
    elements = source.split()
    marked = "<" in elements
    pending = ""  # what parts the next word from the one before
    for element in elements:
        if element == "<":
            pieces.append(pending + "(?P<flag>")
            pending = ""
        elif element == ">":
            pieces.append(")")
        elif element.startswith("*"):
            most = int(element[1:] or 1)
            least = 0 if element[1:] else 1
            if pending:
                lazy = "" if element is elements[-1] else "?"
                pieces.append(f"(?:{_SEPARATOR}{_ANY_WORD}){{{least},{most}}}{lazy}")
            else:
                pieces.append(f"(?:{_ANY_WORD}{_SEPARATOR}){{{least},{most}}}")
        else:
            optional = element.endswith("?")
            alternatives = _expand(element.removesuffix("?"))
            body = "|".join(sorted((_words(alternative) for alternative in alternatives), key=len, reverse=True))
            if optional:
                pieces.append(f"(?:{pending}(?:{body}))?" if pending else f"(?:(?:{body}){_SEPARATOR})?")
                continue
            pieces.append(f"{pending}(?:{body})")
            pending = _SEPARATOR
            found = _anchors(alternatives)
            if all(map(str.isalpha, found)):  # a text's words are letters only
                stems.append(frozenset(anchor[:STEM] for anchor in found))
            if not anchors or min(map(len, found)) > min(map(len, anchors)):
                anchors = found
    inside = "".join(pieces)
    regex = inside if marked else f"(?P<flag>{inside})"
    return Pattern(source, rf"(?<!\w)(?<!\w['’])(?:{regex})(?!\w)", anchors, tuple(stems))
