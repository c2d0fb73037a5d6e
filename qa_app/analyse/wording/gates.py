"""Context rules: each looks at one candidate in its text and says whether it stands.

The order of :data:`ALWAYS` is cheap to dear. Entries name further gates by the keys of :data:`GATES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from qa_app.analyse.wording.candidate import Candidate
from qa_app.analyse.wording.scene import Scene, cue, word_set
from qa_app.core.judged import FlagCategory

if TYPE_CHECKING:
    from spacy.tokens import Token


class Outcome(Enum):
    """What a gate says of a candidate."""

    KEEP = "keep"
    DROP = "drop"
    SOFTEN = "soften"  # the harm is less: severity becomes low


Gate: TypeAlias = Callable[[Candidate, Scene], Outcome]

_FIRST_PERSON: Final = re.compile(r"(?<!\w)(?:i|i['’]?m|im|me|my|mine|i['’]?ve|myself|dwi|fi|fy)(?!\w)", re.IGNORECASE)
_ABOUT_PERSON: Final = frozenset(
    {FlagCategory.LABEL, FlagCategory.DEFICIT, FlagCategory.OUTDATED, FlagCategory.BLAME, FlagCategory.ABSOLUTE,
     FlagCategory.UNSUPPORTED, FlagCategory.VICTIM_BLAME, FlagCategory.FAMILY, FlagCategory.DEHUMANISE}
)  # fmt: skip
# A denial straight before the word: at most two small words may stand between.
_DENIED: Final = re.compile(
    r"(?:(?<!\w)(?:not|never|nothing|no longer|ddim yn|is no)|\w+n['’]t|(?:is|was|are|were|do|does|did|has|have)nt)\s+"
    r"(?:at all\s+)?(?:(?:a|an|the|being|be|been|any|so|very|really|just|about|simply)\s+){0,3}$",
    re.IGNORECASE,
)
_FIELD_NAME: Final = re.compile(
    r"(?:current\s+)?(?:legal|care|court)\s+(?:status|order)|(?:type|kind)\s+of\s+(?:legal\s+|care\s+)?order|order\s+type",
    re.IGNORECASE,
)
_ANSWER_BEFORE: Final = re.compile(r"\s*(?:[^\W_]+[ /]+){0,3}")  # what an answer may say before its term
# The field's name, what parts it from the answer, and at most three words of the answer before the term.
_FIELD_BEFORE: Final = re.compile(
    rf"(?:(?<!\w)(?:{_FIELD_NAME.pattern})[ ]*(?:\([^)\n]*\)[ ]*)?(?:[:|\t]|[ ][–-][ ])|^(?:{_FIELD_NAME.pattern})[ ]*\n)"
    rf"{_ANSWER_BEFORE.pattern}\Z",
    re.IGNORECASE | re.MULTILINE,
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})


def quotation(candidate: Candidate, scene: Scene) -> Outcome:
    """A quotation that a plan rightly records is clean; an adult's insult in quotation marks is not."""
    quote = scene.quotation_at(candidate.start, candidate.end)
    if quote is None:
        return Outcome.KEEP
    words = scene.text[quote.start : quote.end]
    if _FIRST_PERSON.search(words):
        return Outcome.DROP
    before = scene.before(quote.start, 120)
    if cue("childs_account").search(before) or cue("mention").search(before):
        return Outcome.DROP
    return Outcome.KEEP if cue("adult_describes").search(before) else Outcome.DROP


def rejection(candidate: Candidate, scene: Scene) -> Outcome:
    """A word that is named in order to reject it, or denied of the child, is clean."""
    if candidate.category not in _ABOUT_PERSON and candidate.category is not FlagCategory.CARE_JARGON:
        return Outcome.KEEP
    before = scene.before(candidate.start, 110)
    turn = max((m.end() for m in cue("turn").finditer(before)), default=0)
    before = before[turn:]
    if cue("rejects").search(before) or cue("mention_of_word").search(before):
        return Outcome.DROP
    if _DENIED.search(before):
        return Outcome.DROP
    if cue("rejected_after").search(scene.after(candidate.end, 70)):
        return Outcome.DROP
    return Outcome.KEEP


def official_name(candidate: Candidate, scene: Scene) -> Outcome:
    """Titles, names of teams, laws, books and awards are clean: the wording stands among capitalised words."""
    words = scene.text[candidate.start : candidate.end]
    initials = [word[0].isupper() for word in re.findall(r"[^\W\d_]+", words)]
    at_start = scene.sentence_at(candidate.start).start >= candidate.start - 1
    if initials and all(initials) and not words.isupper():
        following = re.match(r"['’s]*\s+(?:(?:of|and|for|the)\s+)?([A-Z][\w'’]+)", scene.text[candidate.end :])
        preceding = re.search(r"([A-Z][\w'’]+)\s+(?:(?:of|and|for|the)\s+)?$", scene.text[: candidate.start])
        if following or (preceding and not at_start) or (len(initials) > 1 and not at_start):
            return Outcome.DROP
    return Outcome.KEEP


def form_field(candidate: Candidate, scene: Scene) -> Outcome:
    """A term of law that fills a form's field is clean: *Legal status: Interim care order*."""
    if candidate.category is not FlagCategory.CARE_JARGON:
        return Outcome.KEEP
    if _FIELD_BEFORE.search(scene.text[: candidate.start]):
        return Outcome.DROP
    opens = _ANSWER_BEFORE.fullmatch(scene.text[: candidate.start])
    return Outcome.DROP if opens and _FIELD_NAME.fullmatch(scene.item.heading.strip(" :?")) else Outcome.KEEP


def topic(candidate: Candidate, scene: Scene) -> Outcome:
    """What is said of a story, a role, a subject or a list of words is not said of the child."""
    if candidate.category not in _ABOUT_PERSON:
        return Outcome.KEEP
    sentence = scene.sentence_at(candidate.start)
    if cue("fiction").search(scene.text[sentence.start : sentence.end]):
        return Outcome.DROP
    return Outcome.KEEP


def _governors(token: Token) -> tuple[Token, ...]:
    """Return what an adjective or noun is said of: the noun it stands before, or the subject of its verb."""
    if token.dep_ in {"amod", "compound", "nmod"} and token.head.pos_ in {"NOUN", "PROPN"}:
        return (token.head,)
    node = token
    for _ in range(4):
        subjects = tuple(child for child in node.children if child.dep_ in _SUBJECTS)
        if subjects and node is not token:
            return subjects
        if subjects:
            return subjects
        if node.head is node:
            break
        node = node.head
    return ()


def _is_person(token: Token) -> bool:
    word = token.lower_
    return (
        (token.pos_ in {"PRON", "PROPN"} and word not in word_set("things_as_pronouns"))
        or word in word_set("persons")
        or token.lemma_.lower() in word_set("persons")
    )


def of_person(candidate: Candidate, scene: Scene) -> Outcome:
    """An adjective is flagged only when it is said of a person, or of nothing in a terse note (*Weak. Set 4.*)."""
    tokens = scene.tokens(candidate.start, candidate.end)
    if not tokens or scene.is_welsh:
        return Outcome.KEEP
    content = [t for t in tokens if t.pos_ in {"ADJ", "NOUN", "VERB", "PROPN"}]
    head = content[-1] if content else tokens[-1]
    if len(content) > 1 and head.pos_ != "ADJ":
        return Outcome.KEEP  # a phrase that says by itself what it is about
    if head.lower_ in word_set("persons"):
        return Outcome.KEEP
    governors = _governors(head)
    if not governors or any(_is_person(g) or g in tokens for g in governors):
        return Outcome.KEEP
    return Outcome.DROP


def _doers(candidate: Candidate, scene: Scene) -> tuple[Token, ...]:
    """Return the subjects of the wording's verb, or of the nearest verb above it that has any."""
    tokens = scene.tokens(candidate.start, candidate.end)
    if not tokens or scene.is_welsh:
        return ()
    node = next((t for t in tokens if t.pos_ in {"VERB", "AUX"}), tokens[0])
    subjects: tuple[Token, ...] = ()
    for _ in range(4):
        subjects = tuple(child for child in node.children if child.dep_ in _SUBJECTS)
        if subjects or node.head is node or node.dep_ == "relcl":
            break
        node = node.head
    if node.dep_ == "relcl" and not any(_is_person(s) for s in subjects):
        subjects = (node.head,)
    # In *nobody to blame but himself* it is not "nobody" of whom it is said.
    return tuple(s for s in subjects if s not in tokens or s.lower_ != "nobody")


def by_child_or_family(candidate: Candidate, scene: Scene) -> Outcome:
    """What a school, council, taxi or the writer did is no fault of the child."""
    services = word_set("services")
    of_service = any(s.lower_ in services or s.lemma_.lower() in services for s in _doers(candidate, scene))
    return Outcome.DROP if of_service else Outcome.KEEP


def said_of_family(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the one who does what is blamed is the child's parent or relative: *Mum refused*."""
    relatives = word_set("relatives")
    doers = _doers(candidate, scene)
    return bool(doers) and all(d.lower_ in relatives or d.lemma_.lower() in relatives for d in doers)


def welsh_person(candidate: Candidate, scene: Scene) -> Outcome:
    """In Welsh, where there is no parse, a thing or animal named in the clause takes the wording to itself."""
    clause = f"{scene.clause_before(candidate.start)} {scene.clause_after(candidate.end)}"
    return Outcome.DROP if cue("welsh_things").search(clause) else Outcome.KEEP


def harmed_others(candidate: Candidate, scene: Scene) -> Outcome:
    """Strong words for an adult who harmed the child are right and stay."""
    sentence = scene.sentence_at(candidate.start)
    words = scene.text[sentence.start : sentence.end]
    return Outcome.DROP if cue("adult_who_harmed").search(words) else Outcome.KEEP


def excused(candidate: Candidate, scene: Scene) -> Outcome:
    """A refusal or a lack that is at once granted as fair, or told as praise, is clean."""
    after = scene.text[candidate.end : candidate.end + 90]
    return Outcome.DROP if cue("granted").search(after) else Outcome.KEEP


def described(candidate: Candidate, scene: Scene) -> Outcome:
    """Behaviour told with its occasion keeps the flag at low severity."""
    after = scene.after(candidate.end, 120)
    return Outcome.SOFTEN if cue("occasion").search(after) else Outcome.KEEP


def explained(candidate: Candidate, scene: Scene) -> Outcome:
    """Care-jargon that the text explains at once is clean."""
    after = scene.text[candidate.end : candidate.end + 40]
    return Outcome.DROP if re.match(r"\s*(?:\(|,? (?:that is|which means|meaning|this means))", after) else Outcome.KEEP


_GATES: Final[tuple[Gate, ...]] = (
    quotation,
    rejection,
    official_name,
    form_field,
    topic,
    of_person,
    by_child_or_family,
    welsh_person,
    harmed_others,
    excused,
    described,
    explained,
)
GATES: Final[Mapping[str, Gate]] = MappingProxyType({gate.__name__: gate for gate in _GATES})
ALWAYS: Final = ("quotation", "rejection", "official_name", "form_field", "topic")


def weigh(candidate: Candidate, scene: Scene) -> Outcome:
    """Send a candidate through the gates; the first DROP decides."""
    softened = False
    for name in (*ALWAYS, *candidate.gates):
        outcome = GATES[name](candidate, scene)
        if outcome is Outcome.DROP:
            return outcome
        softened = softened or outcome is Outcome.SOFTEN
    return Outcome.SOFTEN if softened else Outcome.KEEP
