"""Who is named in a text: Mrs Evans, Mr T Rees, Jo (TA), learning coach Fi, social worker: Priya Nair.

A name is only believed with a title or a role beside it; capital letters alone name towns, books and subjects too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qa_app.nlp.roles.find import VAGUE, RoleMention, find_roles, titles, words_that_are_no_names

UNKNOWN_ROLE: Final = "unknown"

_WORD: Final = r"[A-ZÂÊÎÔÛŴŶ][\w'’]*[\w](?:-[A-ZÂÊÎÔÛŴŶ]?\w+)*"
_NAME_BEFORE: Final = re.compile(
    rf"(?P<name>{_WORD}(?:[ \t]+{_WORD}){{0,2}})[ \t]*(?P<join>[,(/:–-]|[ \t])[ \t]*(?:the[ \t]+|our[ \t]+|y[ \t]+)?$"
)
_NAME_AFTER: Final = re.compile(rf"[ \t]*(?P<join>[,(/:–-]|[ \t])[ \t]*(?P<name>{_WORD}(?:[ \t]+{_WORD}){{0,2}})")
_REACH: Final = 50


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Somebody named in a text.

    Attributes:
        start, end: Offsets of the name, with its title.
        name: The words, letter for letter.
        role: Id of the role that stands beside the name, or ``unknown``.
        role_mention: Where that role stands.
    """

    start: int
    end: int
    name: str
    role: str = UNKNOWN_ROLE
    role_mention: RoleMention | None = None


def find_people(text: str) -> tuple[PersonMention, ...]:
    """Find everybody whom ``text`` names with a title or beside a role, in order."""
    mentions = tuple(mention for mention in find_roles(text) if mention.role != VAGUE)
    found = [
        _with_role(text, match.start(), match.end("name"), mentions) for match in _titled().finditer(text) if match["name"]
    ]
    for mention in mentions:
        if any(person.start < mention.end and mention.start < person.end for person in found):
            continue
        if any(person.role_mention == mention for person in found):
            continue
        span = _name_before(text, mention) or _name_after(text, mention, mentions)
        if span and all(span[1] <= person.start or person.end <= span[0] for person in found):
            found.append(PersonMention(*span, text[slice(*span)], mention.role, mention))
    return tuple(sorted(found, key=lambda person: person.start))


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    title = "|".join(sorted(map(re.escape, titles()), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?:{title})\.?[ \t]+(?:and|&|a|/)[ \t]+)?(?:{title})\.?[ \t]+"
        rf"(?P<name>(?:[A-Z]\.?[ \t]+){{0,2}}(?:{_WORD}(?:[ \t]+(?!(?:{_not_names()})\b){_WORD})?|[A-Z](?![\w'’])))"
    )


@lru_cache(maxsize=1)
def _not_names() -> str:
    return "|".join(sorted(map(re.escape, words_that_are_no_names())))


def _with_role(text: str, start: int, end: int, mentions: tuple[RoleMention, ...]) -> PersonMention:
    """Tie a titled name to the role right after it ("Mrs Evans (TA)") or right before it ("ELSA Miss Hill")."""
    for mention in mentions:
        between = (
            text[end : mention.start] if mention.start >= end else text[mention.end : start] if mention.end <= start else None
        )
        if (
            between is not None
            and len(between) <= 8
            and re.fullmatch(r"[\s,(:/–-]*(?:the|our|her|his|y)?\s*", between)
            and "\n" not in between
        ):
            return PersonMention(start, end, text[start:end], mention.role, mention)
    return PersonMention(start, end, text[start:end])


def _name_before(text: str, mention: RoleMention) -> tuple[int, int] | None:
    reach = max(0, mention.start - _REACH)
    match = _NAME_BEFORE.search(text[reach : mention.start])
    if match is None:
        return None
    words = match["name"].split()
    start, end = reach + match.start("name"), reach + match.end("name")
    while words and _is_no_name(words[0]):
        start += len(words[0]) + 1
        words = words[1:]
    if not words or any(map(_is_no_name, words)) or (match["join"] == "/" and len(words) == 1):
        return None
    return start, end


def _name_after(text: str, mention: RoleMention, mentions: tuple[RoleMention, ...]) -> tuple[int, int] | None:
    match = _NAME_AFTER.match(text, mention.end)
    if match is None or match["join"] in ",/":
        return None
    words = match["name"].split()
    while words and _is_no_name(words[-1]):
        words.pop()
    if not words or any(map(_is_no_name, words)):
        return None
    start = match.start("name")
    end = start + len(" ".join(words))
    if any(other.start < end and start < other.end for other in mentions):
        return None
    return start, end


def _is_no_name(word: str) -> bool:
    bare = re.sub(r"['’]s?$", "", word)
    return bare in words_that_are_no_names() or (bare.isupper() and len(bare) > 3) or bool(find_roles(bare))
