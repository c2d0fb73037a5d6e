"""A passage with its people made plain: names and job titles become classes, numbers one token, quotations one token.

Cues and word features are read from the masked words, so they say *who* speaks without knowing any name. It is also
what keeps the judgement the same for children of any name or gender.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Final

import yaml

from qa_app.analyse.voice.names import is_short_for, joined_initials, name_words, without_name
from qa_app.core.plan import Language
from qa_app.nlp.languages import language_of

CHILD: Final = "CHILD"
HE: Final = "HE"  # he, she
HIS: Final = "HIS"  # his, her, him, hers
NAME: Final = "NAME"
QUOTE: Final = "QUOTE"  # three words or more
WORDQUOTE: Final = "WORDQUOTE"  # one or two borrowed words
NUMBER: Final = "NUM"
RELATED: Final = frozenset({"FAMILY", "CARER", "SCHOOL", "PROFESSIONAL", "PEER"})
OTHERS: Final = RELATED | {"STAFF", NAME}

_QUOTED: Final = re.compile(
    r'“[^”]*”|"[^"]*"|«[^»]*»|‘(?:[^’]|’(?=\w))*’(?!\w)|(?<![\w’\'])\'(?=\S)(?:[^\']|\'(?=\w))*?(?<=\S)\'(?!\w)'
)
_TOKEN: Final = re.compile(
    r"£?\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|%|am|pm)?|[^\W\d_]+(?:[-/][^\W\d_]+)*(?:\.[^\W\d_]\.)*(?:['’][^\W\d_]+)*|[^\w\s]"
)
_CLITIC: Final = re.compile(r"(?:'|’)(s|n|d|m|w|u|r|i|ll|re|ve)$", re.IGNORECASE)
_SENTENCE_MARKS: Final = frozenset({".", "!", "?", ":", "-", "•", "(", ";", QUOTE})
_WORD_SETS: Final = ("not_names", "female", "male", "before_welsh_i", "before_welsh_he")
_CLASSES: Final = ("family", "carer", "school", "professional", "staff", "peer")
_GENDERED: Final = {
    "he": HE, "she": HE, "he's": HE + " 's", "she's": HE + " 's", "hes": HE + " 's", "shes": HE + " 's",
    "he'd": HE + " 'd", "she'd": HE + " 'd", "he'll": HE + " 'll", "she'll": HE + " 'll",
    "his": HIS, "her": HIS, "him": HIS, "hers": HIS, "himself": "HIMSELF", "herself": "HIMSELF",
}  # fmt: skip
_WELSH_PRONOUNS: Final = {
    "hi": "HI", "fe": "FO", "fo": "FO", "ef": "FO", "o": "FO",
}  # fmt: skip
_WELSH_TO: Final = "i·"  # the preposition, not English I
_ALREADY_MASKED: Final = frozenset({QUOTE, WORDQUOTE, _WELSH_TO, *_WELSH_PRONOUNS.values()})


@dataclass(frozen=True, slots=True)
class Token:
    """A masked word and where the original stands in the passage."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. ``start`` and ``end`` are those of the marks."""

    start: int
    end: int
    words: int

    def inside(self, text: str) -> str:
        """Return the words without their marks."""
        return text[self.start + 1 : self.end - 1]


@dataclass(frozen=True)
class Masked:
    """A passage as masked tokens. ``text`` joins them with single spaces; ``locate`` goes back to the original."""

    original: str
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def text(self) -> str:
        """The masked words, space-separated, with a space at either end."""
        return " " + " ".join(token.word for token in self.tokens) + " "

    @cached_property
    def _offsets(self) -> list[int]:
        offsets, at = [], 1
        for token in self.tokens:
            offsets.append(at)
            at += len(token.word) + 1
        return offsets

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the original."""
        first = max(0, bisect_right(self._offsets, start) - 1)
        if start >= self._offsets[first] + len(self.tokens[first].word) and first + 1 < len(self.tokens):
            first += 1
        last = max(first, bisect_right(self._offsets, end - 1) - 1)
        return self.tokens[first].start, self.tokens[last].end


@dataclass(frozen=True, slots=True)
class _People:
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    titles: frozenset[str]
    family_titles: frozenset[str]
    not_names: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    before_welsh_i: frozenset[str]
    before_welsh_he: frozenset[str]

    @classmethod
    @cache
    def load(cls) -> _People:
        data = yaml.safe_load((resources.files(__package__) / "vocabulary" / "people.yaml").read_text("utf-8"))
        phrases = {
            tuple(phrase.strip().split()): label
            for label in (*_CLASSES, "child")
            for phrase in data[label].split(";")
            if phrase.strip()
        }
        ordered = sorted(phrases.items(), key=lambda entry: (-len(entry[0]), entry[0]))
        masked = tuple((words, CHILD if label == "child" else label.upper()) for words, label in ordered)
        titles, of_family = (frozenset(title.strip() for title in data[key].split(";")) for key in ("titles", "family_titles"))
        words = (frozenset(data[key].split()) for key in _WORD_SETS)
        return cls(masked, titles | of_family, of_family, *words)


@cache
def _phrases_by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, label in _People.load().phrases:
        found.setdefault(words[0], []).append((words, label))
    return found


def quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of a passage, in order."""
    return tuple(
        Quotation(match.start(), match.end(), len(re.findall(r"\w+(?:['’]\w+)*", match.group())))
        for match in _QUOTED.finditer(text)
        if match.end() - match.start() > 2
    )


def mask(text: str, child: str = "", *, quotes: bool = True) -> Masked:
    """Mask a passage.

    Args:
        text: The passage.
        child: The child's name as the plan gives it; its words and its initial are then known.
        quotes: Whether a quotation becomes one token (else its words stay).
    """
    found = quotations(text)
    raw: list[Token] = []
    at = 0
    for quotation in found if quotes else ():
        raw += _tokens(text, at, quotation.start)
        raw.append(Token(QUOTE if quotation.words > 2 else WORDQUOTE, quotation.start, quotation.end))
        at = quotation.end
    raw += _tokens(text, at, len(text))
    if language_of(without_name(text, child)) is Language.WELSH:
        raw = list(_with_welsh_pronouns(raw))
    people = tuple(_with_people(raw, name_words(child), joined_initials(child)))
    return Masked(text, _without_possessors(_with_referents(people, text)), found)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group().replace("’", "'")
        clitic = _CLITIC.search(word)
        if clitic and word.lower() not in _GENDERED and word[: clitic.start()].lower() not in ("i", "we", "you", "they", "it"):
            cut = match.start() + clitic.start()
            yield Token(word[: clitic.start()], match.start(), cut)
            yield Token(word[clitic.start() :].lower(), cut, match.end())
        else:
            yield Token(word, match.start(), match.end())


def _with_welsh_pronouns(raw: list[Token]) -> Iterator[Token]:
    people = _People.load()
    previous = ""
    for token in raw:
        lower = token.word.lower()
        if lower == "i" and previous not in people.before_welsh_i:
            yield Token(_WELSH_TO, token.start, token.end)
        elif lower == "o" and previous not in people.before_welsh_he:
            yield token
        else:
            yield Token(_WELSH_PRONOUNS.get(lower, token.word), token.start, token.end)
        previous = lower


def _with_people(raw: list[Token], name: frozenset[str], initials: str) -> Iterator[Token]:
    letters = {word[0] for word in name}
    initial = letters.pop() if len(letters) == 1 else ""
    index = 0
    sentence_start = True
    while index < len(raw):
        if initials and raw[index].word == initials:
            step, word = 1, CHILD
        else:
            step, word = _masked_word(raw, index, name, initial, sentence_start=sentence_start)
        first, last = raw[index], raw[index + step - 1]
        for part in word.split(" "):
            yield Token(part, first.start, last.end)
        sentence_start = first.word in _SENTENCE_MARKS
        index += step


def _masked_word(raw: list[Token], index: int, name: frozenset[str], initial: str, *, sentence_start: bool) -> tuple[int, str]:
    """Return how many tokens from ``index`` on make one person or word, and what stands for them."""
    people = _People.load()
    word = raw[index].word
    lower = word.lower()
    following = raw[index + 1].word if index + 1 < len(raw) else ""
    if word in _ALREADY_MASKED:
        return 1, word
    if lower in name:
        return 1, CHILD
    if _is_initial(raw, index, initial):
        return (2 if following == "." else 1), CHILD
    if lower[0].isdigit() or lower[0] == "£":
        return 1, NUMBER
    if lower in _GENDERED:
        return 1, _GENDERED[lower]
    if lower in people.titles and following[:1].isupper() and len(following) > 1 and following.lower() not in name:
        return 2, "FAMILY" if lower in people.family_titles else "SCHOOL"
    if phrase := _phrase(raw, index) or ((1, CHILD) if is_short_for(word, name) else None):
        return phrase
    if word[0].isupper() and not word.isupper() and not sentence_start and lower not in people.not_names:
        return 1, NAME
    return 1, lower


def _with_referents(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """Give pronouns that cannot be the child's to the other person.

    The child's gender shows when somebody of a known gender is named beside pronouns of the other one ("Mum says that he"),
    or from the child's relations ("her brother"). Only *same or other* is used, so swapping all genders changes nothing.
    """
    genders = [_gender(text[token.start : token.end]) for token in tokens]
    pronouns = {g for token, g in zip(tokens, genders, strict=True) if g and token.word in (HE, HIS)}
    owners = {
        genders[index]
        for index, token in enumerate(tokens[:-1])
        if token.word == HIS and any(t.word == "FAMILY" for t in tokens[index + 1 : index + 3])
    }
    named = {g for token, g in zip(tokens, genders, strict=True) if g and token.word in OTHERS}
    if len(owners) == 1:
        childs = owners.pop()
    elif len(named) == 1 and pronouns - named:
        childs = (pronouns - named).pop()
    else:
        return tokens
    return tuple(
        Token(NAME, token.start, token.end) if token.word in (HE, HIS) and g and g != childs else token
        for token, g in zip(tokens, genders, strict=True)
    )


def gendered_words() -> frozenset[str]:
    """Return every word that tells a person's gender."""
    people = _People.load()
    return people.female | people.male


def _gender(words: str) -> str:
    people = _People.load()
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words.lower()):
        if word in people.female:
            return "female"
        if word in people.male:
            return "male"
    return ""


def _without_possessors(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make "her brother" and "Sam's older sister" one person each, so that the child is not taken for the speaker."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        owner = 1 if tokens[index].word == HIS else 2 if [t.word for t in tokens[index : index + 2]] == [CHILD, "'s"] else 0
        step = 1
        if owner:
            for between in range(3):
                at = index + owner + between
                if at < len(tokens) and tokens[at].word in RELATED:
                    kept.append(Token(tokens[at].word, tokens[index].start, tokens[at].end))
                    step = owner + between + 1
                    break
                if at >= len(tokens) or not tokens[at].word.isalpha() or tokens[at].word.isupper():
                    break
        if step == 1:
            kept.append(tokens[index])
        index += step
    return tuple(kept)


def _is_initial(raw: list[Token], index: int, initial: str) -> bool:
    word = raw[index].word
    if not initial or len(word) != 1 or word != initial.upper():
        return False
    following = raw[index + 1].word if index + 1 < len(raw) else ""
    return following == "." or word not in ("A", "I")


def _phrase(raw: list[Token], index: int) -> tuple[int, str] | None:
    for words, label in _phrases_by_first_word().get(_singular(raw[index].word), ()):
        here = raw[index : index + len(words)]
        if len(here) == len(words) and all(_singular(t.word) == w for t, w in zip(here, words, strict=True)):
            return len(words), label
    return None


@cache
def _singular(word: str) -> str:
    lower = word.lower()
    known = _known_words()
    if lower not in known and lower.endswith("s") and lower[:-1] in known:
        return lower[:-1]
    return lower


@cache
def _known_words() -> frozenset[str]:
    return frozenset(word for words, _ in _People.load().phrases for word in words)
