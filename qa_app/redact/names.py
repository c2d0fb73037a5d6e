"""Everything in a plan that names a person or a place: facts, lists of people, titles, roles, and running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from qa_app.core.plan import Plan
from qa_app.nlp.roles import UNKNOWN_ROLE, find_people, find_roles
from qa_app.nlp.roles.find import titles
from qa_app.redact.capitals import CapitalRun, find_capital_runs
from qa_app.redact.lexicon import NAME_WORD, lexicon
from qa_app.redact.organisations import NameKind, find_organisations

__all__ = ["Name", "NameKind", "find_names"]

CHILD_FACTS: Final = ("child", "preferred_name")
_PERSON_FACTS: Final = {
    "designated_person": "designated-person",
    "social_worker": "social-worker",
    "carer": "foster-carer",
    "trusted_adult": UNKNOWN_ROLE,
    "placement_type": "foster-carer",
}
_SCHOOL_FACTS: Final = ("school", "school_name")
_END_OF_NAME: Final = re.compile(r"[.…_]{2,}|[(,;\n\t\d]| {3,}|\s[-–—]\s|\b[A-Z.]+:")
_END_OF_SCHOOL: Final = re.compile(r"[.…_]{2,}|[(,;\n\t:]| {3,}|\s[-–—]\s")
_AND: Final = re.compile(r"\s+(?:and|a|ac|&)\s+|\s*/\s*")
_FORM_NAME: Final = re.compile(r"\s+(?:or|neu|/)\s+|\s*/\s*")


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody, or some place, that a plan names.

    Attributes:
        words: For people: each word by which they are called. Empty for places.
        phrases: For places: each wording that stands for them, the longest first. Empty for people.
        role: Role id of ``nlp/vocabulary/roles.yaml``, or ``unknown``.
        sure: It is a name for certain: a fact, a list of people, a title, or a word that no dictionary knows. Otherwise it
            is an ordinary word that was capitalised inside a sentence.
    """

    kind: NameKind
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    role: str = UNKNOWN_ROLE
    sure: bool = True

    @property
    def full(self) -> str:
        """The name in full, for the key file and for telling whether two plans mean the same."""
        return " ".join(self.words) if self.words else self.phrases[0]


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place where somebody is named."""

    words: tuple[str, ...]
    role: str = UNKNOWN_ROLE
    sure: bool = True
    titled: bool = False
    initials: tuple[str, ...] = ()


def find_names(plan: Plan, more_text: Iterable[str] = ()) -> tuple[Name, ...]:
    """Find everything that names a person or a place.

    Args:
        plan: The plan with its parts found.
        more_text: Words of the file that are not in the plan's text: alternative texts of pictures, deleted passages.

    Returns:
        The child first, when known; then people, then places, each in the order in which they come.
    """
    child = _child(plan)
    mentions = list(_listed(plan))
    places: dict[str, Name] = {}
    printed = _printed(plan)
    for text, trusted in [(plan.document.text, True), *((text, False) for text in more_text)]:
        found, runs = _in_text(text, printed if trusted else ((0, len(text)),), places)
        mentions.extend(found)
        for run in runs:
            _keep_place(places, Name(NameKind.TOWN, phrases=(" ".join(run.words),)))
    for name in _SCHOOL_FACTS:
        for phrase in _school_phrases(str(plan.fact(name) or "")):
            _keep_place(places, Name(NameKind.SCHOOL, phrases=(phrase,)))
    of_places = {phrase.casefold() for place in places.values() for phrase in place.phrases}
    people = _people([own for each in mentions if (own := _without_places(each, of_places))], child)
    called = {word for person in (*([child] if child else []), *people) for word in person.words}
    kept = [place for place in places.values() if not (place.kind is NameKind.TOWN and place.full in called)]
    return (*([child] if child else []), *people, *kept)


def _without_places(mention: _Mention, of_places: set[str]) -> _Mention | None:
    """Take the name of a place out of what seemed to be a person ("Larkfield Tigers"); None when nothing is left."""
    if mention.titled:
        return mention
    if " ".join(mention.words).casefold() in of_places:
        return None
    own = tuple(word for word in mention.words if word.casefold() not in of_places)
    return replace(mention, words=own, sure=mention.sure and own == mention.words) if own else None


def _child(plan: Plan) -> Name | None:
    words: list[str] = []
    for name in CHILD_FACTS:
        value = plan.fact(name)
        if isinstance(value, str):
            for form in _FORM_NAME.split(_cut(value, _END_OF_NAME)):
                words.extend(word for word in _words_of_child(form) if word not in words)
    return Name(NameKind.CHILD, words=tuple(words), role="child") if words else None


def _words_of_child(text: str) -> Iterator[str]:
    """Yield the words of the child's name; any word may be one, except a role that a form prints there ("Learner")."""
    for match in NAME_WORD.finditer(text):
        if len(match.group()) > 1 and not find_roles(match.group()):
            yield match.group()


def _cut(text: str, end: re.Pattern[str]) -> str:
    match = end.search(text)
    return text[: match.start()] if match else text


def _name_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that is a name, without titles, initials and words that forms add."""
    return tuple(
        match.group()
        for match in NAME_WORD.finditer(text)
        if len(match.group()) > 1 and match.group() not in titles() and not lexicon().is_form_word(match.group())
    )


def _listed(plan: Plan) -> Iterator[_Mention]:
    """Yield the people of the plan's lists and facts."""
    for person in plan.people:
        pieces = [words for piece in _AND.split(_cut(person.name, _END_OF_NAME)) if (words := _name_words(piece))]
        for words in pieces:
            # "Yvonne and Curtis Bell": the first has the surname of the second.
            whole = (*words, pieces[-1][-1]) if len(words) == 1 and len(pieces[-1]) > 1 and words is not pieces[-1] else words
            initials = tuple(re.findall(r"\b([A-Z])\b", person.name)) if len(pieces) == 1 else ()
            yield _Mention(whole, person.role, titled=_is_titled(person.name), initials=initials)
    for name, role in _PERSON_FACTS.items():
        value = plan.fact(name)
        if isinstance(value, str):
            for run in find_capital_runs(value, [(each.start, each.end) for each in find_organisations(value)]):
                if run.kind is NameKind.PERSON:
                    yield _Mention(run.words, role, titled=run.titled, initials=run.initials)


def _is_titled(name: str) -> bool:
    first = name.split(" ", 1)[0].rstrip(".")
    return first in titles()


def _printed(plan: Plan) -> tuple[tuple[int, int], ...]:
    """Return the places of headings and printed words, where capitals tell nothing."""
    spans = [span for section in plan.sections for span in section.prompts]
    spans.extend(section.heading_span for section in plan.sections if section.heading_span)
    return tuple(sorted((span.start, span.end) for span in spans))


def _in_text(text: str, printed: Sequence[tuple[int, int]], places: dict[str, Name]) -> tuple[list[_Mention], list[CapitalRun]]:
    """Find people in running text, and towns; add schools, authorities and addresses to ``places``."""
    organisations = find_organisations(text)
    for each in organisations:
        _keep_place(places, Name(each.kind, phrases=tuple(dict.fromkeys((each.name, each.core)))))
    taken = [(each.start, each.end) for each in organisations]
    mentions = []
    for person in find_people(text):
        if not any(start < person.end and person.start < end for start, end in taken):
            titled = _is_titled(person.name)
            words = _name_words(person.name)
            beside = text[person.end : person.end + 2].lstrip()[:1]
            is_apposition = person.role_mention is not None and person.role_mention.start > person.end and beside in {",", "("}
            if words and (titled or is_apposition or all(not lexicon().is_ordinary(word) for word in words)):
                initials = tuple(re.findall(r"\b([A-Z])\b", person.name))
                mentions.append(_Mention(words, person.role, titled=titled, initials=initials))
    towns = []
    free = [*find_capital_runs(text, [*taken, *printed])]
    outside = _complement(printed, len(text))
    free.extend(find_capital_runs(text, [*taken, *outside], trust_capitals=False))
    for run in free:
        if run.kind is NameKind.TOWN:
            towns.append(run)
        else:
            mentions.append(_Mention(run.words, sure=run.sure, titled=run.titled, initials=run.initials))
    return mentions, towns


def _complement(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for span in spans for edge in span), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _keep_place(places: dict[str, Name], name: Name) -> None:
    """Add a place, or another wording of one that is known."""
    key = name.phrases[0].casefold()
    if key in places:
        return
    for known_key, known in places.items():
        if known.kind is name.kind and key in {phrase.casefold() for phrase in known.phrases}:
            if len(name.phrases) > 1:
                places[known_key] = replace(known, phrases=tuple(dict.fromkeys((*known.phrases, *name.phrases))))
            return
    places[key] = name


def _school_phrases(value: str) -> Iterator[str]:
    """Yield the school of a fact that no pattern knows for one ("Larchfield", "Puddle Lane Nursery")."""
    cut = _cut(value, _END_OF_SCHOOL).strip(" .")
    if cut and not find_organisations(cut) and any(not lexicon().is_allowed(w) for w in _name_words(cut)):
        yield cut


def _people(mentions: Sequence[_Mention], child: Name | None) -> list[Name]:
    """Make one person of all mentions that may mean the same: "Mrs Evans", "B. Evans" and "Bethan Evans"."""
    people: list[Name] = [child] if child else []
    often = {word for word, times in Counter(word for each in mentions for word in each.words).items() if times > 1}
    order: list[int] = []
    for index, mention in sorted(enumerate(mentions), key=lambda pair: (-len(pair[1].words), not pair[1].sure, pair[0])):
        at = owner_of(mention.words, people, titled=mention.titled, initials=mention.initials)
        if at is None:
            people.append(
                Name(NameKind.PERSON, words=mention.words, role=mention.role, sure=mention.sure or mention.words[0] in often)
            )
            order.append(index)
        elif people[at].kind is not NameKind.CHILD:
            role = mention.role if people[at].role == UNKNOWN_ROLE else people[at].role
            people[at] = replace(people[at], role=role, sure=people[at].sure or mention.sure)
    others = people[1:] if child else people
    return [person for _, person in sorted(zip(order, others, strict=True), key=lambda pair: pair[0])]


def owner_of(words: Sequence[str], people: Sequence[Name], *, titled: bool = False, initials: Sequence[str] = ()) -> int | None:
    """Return which of ``people`` the words name; None when nobody is called so.

    A title or an initial speaks against the child; an initial for whoever's first name begins with it.
    """
    wanted = {word.casefold() for word in words}
    fitting = [
        index
        for index, person in enumerate(people)
        if wanted <= {word.casefold() for word in person.words} and not (titled and person.kind is NameKind.CHILD)
    ]
    if initials:
        named = [index for index in fitting if people[index].words[0][:1] in initials]
        return named[0] if named else next((i for i in fitting if people[i].kind is not NameKind.CHILD), None)
    return fitting[0] if fitting else None
