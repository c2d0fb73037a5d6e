"""What the classifier is given of a passage: cues with their place, the writing's form, and masked words.

Four columns, each learnt from apart: a dictionary of named measures, the masked words, the heading's words, the skeleton.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final, NamedTuple

import yaml

from qa_app.analyse.voice.cues import Cue, cue_kinds, find_cues
from qa_app.analyse.voice.masking import CHILD, HE, OTHERS, QUOTE, WORDQUOTE, Masked, mask, quotations
from qa_app.analyse.voice.names import without_name
from qa_app.analyse.voice.places import BLANK, Place, place_of
from qa_app.analyse.voice.speakers import quoted_speakers
from qa_app.core.judged import VoiceText
from qa_app.nlp.languages import language_of

_CHILD_WORDS: Final = frozenset({CHILD, HE, "HIS", "HI", "FO", "HIMSELF"})
_OTHER_CLASS: Final = {"FAMILY": "FAMILY", "CARER": "FAMILY", "PEER": "FAMILY"}
_KEPT: Final = _CHILD_WORDS | OTHERS | {QUOTE, WORDQUOTE, "NUM"}
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_OTHERS_PLACES: Final = frozenset({"carer", "family", "school", "professional", "residence", "peer"})
_MOST: Final = 0.6  # share of a passage
_FIRST_PERSON: Final = re.compile(r"\b(?:i|i'm|im|i'd|i've|i'll|my|me|dwi|fi|fy|rydw|rwy|rwyf|hoffwn)\b", re.IGNORECASE)
_CROSSED_WITH_PLACE: Final = (
    "first person only", "nobody spoken of", "child spoken of", "others spoken of", "starts with child",
    "no full stop", "starts in lower case",
)  # fmt: skip
_SENTENCE_END: Final = re.compile(r"[.!?]+\s+|\n+")


@dataclass(frozen=True)
class Reading:
    """A passage as it was read: masked, with its cues and its place."""

    item: VoiceText
    masked: Masked
    place: Place
    cues: tuple[Cue, ...]
    quoted_cues: frozenset[str]
    speakers: tuple[str, ...]  # of the quotations of three words or more


def read_passage(item: VoiceText) -> Reading:
    """Mask a passage and find its cues. Inside quotations only the names of the cues are kept."""
    masked = mask(item.text, item.child)
    speakers = quoted_speakers(masked)
    long = [quotation for quotation in masked.quotations if quotation.words > 2]
    inside = " . ".join(q.inside(item.text) for q, who in zip(long, speakers, strict=True) if who != "other")
    quoted = frozenset(cue.kind.name for cue in find_cues(mask(inside, item.child))) if inside else frozenset()
    cues = _counted(find_cues(masked), speakers)
    place = place_of(item.heading, item.child)
    if _speaks_for_itself(cues, speakers) and place.main in _OTHERS_PLACES:
        place = Place(BLANK, ())
    return Reading(item, masked, place, cues, quoted, speakers)


def _speaks_for_itself(cues: tuple[Cue, ...], speakers: tuple[str, ...]) -> bool:
    """Tell whether the child's words, quoted or passed on, decide whoever's box they stand in."""
    names = {cue.kind.name for cue in cues}
    return "childs-words-passed-on" in names or ("said-quote" in names and set(speakers) == {"child"})


def _counted(cues: tuple[Cue, ...], speakers: tuple[str, ...]) -> tuple[Cue, ...]:
    """Leave out the cues that others outweigh: a quotation that is the child's decides over who passed it on."""
    outweighed = frozenset[str]().union(*(cue.kind.outweighs for cue in cues))
    if "imagined" in speakers:
        outweighed |= {"said-quote"}
    if set(speakers) == {"child"} and any(cue.kind.name == "said-quote" for cue in cues) and "said-quote" not in outweighed:
        outweighed |= cue_kinds()["childs-words-passed-on"].outweighs
    return tuple(cue for cue in cues if cue.kind.name not in outweighed)


def measures(reading: Reading) -> dict[str, float]:
    """Return the named measures of a passage, all between 0 and 1."""
    place = reading.place
    found = {f"place={place.main}": 1.0} | {f"place has {name}": 1.0 for name in place.classes}
    counts = Counter(cue.kind.name for cue in reading.cues)
    place_kind = "child's" if place.is_childs else place.main
    for name, count in counts.items():
        found[name] = 1.0
        found[f"{name} in {place_kind}"] = 1.0
        if count > 1:
            found[f"{name} twice"] = 1.0
    for name in reading.quoted_cues:
        found[f"quoted {name}"] = 1.0
    found |= _form(reading)
    return dict(sorted(found.items()))  # sums in a fixed order, so that a model is rebuilt bit for bit


def _form(reading: Reading) -> dict[str, float]:
    text, tokens = without_name(reading.item.text, reading.item.child), reading.masked.tokens
    words = [token.word for token in tokens]
    real = _WORD.findall(text)
    kinds = set(words)
    place = reading.place
    first = bool({"own-first-person"} & {cue.kind.name for cue in reading.cues})
    third = bool(kinds & {CHILD, HE, "HIS", "FO", "HI"})
    other = bool(kinds & OTHERS)
    letters = [char for char in text if char.isalpha()]
    sentences = [part for part in _SENTENCE_END.split(text) if part.strip()]
    questions = text.count("?")
    form = {
        "words": min(1.0, len(real) / 60),
        "very short": float(len(real) <= 4),
        "short": float(len(real) <= 9),
        "starts with child": float(bool(words) and words[0] in (CHILD, HE, "HIS")),
        "starts with other": float(bool(words) and words[0] in OTHERS),
        "starts in lower case": float(bool(letters) and letters[0].islower()),
        "no capitals": float(bool(letters) and not any(char.isupper() for char in text)),
        "shouted": float(len(letters) > 8 and sum(char.isupper() for char in letters) > 0.8 * len(letters)),
        "no full stop": float(bool(text.strip()) and text.strip()[-1] not in ".!?\"'”’)"),
        "questions": min(1.0, questions / max(1, len(sentences))),
        "only questions": float(bool(questions) and questions >= len(sentences)),
        "numbers": min(1.0, 3 * words.count("NUM") / max(1, len(real))),
        "welsh": float(language_of(text).value == "cy"),
        "borrowed words only": float(WORDQUOTE in kinds and QUOTE not in kinds),
        "child spoken of": float(third),
        "others spoken of": float(other),
        "nobody spoken of": float(not third and not other and not first),
        "first person only": float(first and not third),
        "first person and child": float(first and third),
        "verbless pieces": float(len(sentences) > 1 and len(real) / len(sentences) < 4),
    }
    found = {name: value for name, value in form.items() if value}
    where = "child's" if place.is_childs else place.main
    found |= {f"{name} in {where}": 1.0 for name in _CROSSED_WITH_PLACE if found.get(name)}
    return found | _quotations(reading)


def _quotations(reading: Reading) -> dict[str, float]:
    """Measure the quotations, each for its own speaker."""
    plain = without_name(reading.item.text, reading.item.child)
    found_in_plain = quotations(plain)
    if len(found_in_plain) != len(reading.masked.quotations):  # an apostrophe of the name read as a quotation mark
        plain, found_in_plain = reading.item.text, reading.masked.quotations
    long = [here for here, masked in zip(found_in_plain, reading.masked.quotations, strict=True) if masked.words > 2]
    found: dict[str, float] = {}
    for quotation, who in zip(long, reading.speakers, strict=True):
        share = len(quotation.inside(plain)) / len(plain)
        found[f"quotation by {who}"] = 1.0
        found[f"share quoted by {who}"] = min(1.0, found.get(f"share quoted by {who}", 0.0) + share)
        if share > _MOST:
            found[f"mostly quoted by {who}"] = 1.0
        if _FIRST_PERSON.search(quotation.inside(plain)):
            found[f"first person quoted by {who}"] = 1.0
    return found


@lru_cache(maxsize=1)
def _word_classes() -> dict[str, str]:
    data = yaml.safe_load((resources.files(__package__) / "vocabulary" / "skeleton.yaml").read_text("utf-8"))
    classes: dict[str, str] = {}
    for name, words in data.items():
        for word in words.split():
            classes.setdefault(word, str(name))
    return classes


def skeleton(masked: Masked) -> str:
    """Return who and whose acts a passage speaks of, as word classes in order; everything else is left out."""
    classes = _word_classes()
    kept = []
    for token in masked.tokens:
        word = token.word
        if word in _KEPT:
            kept.append("CHILD" if word in _CHILD_WORDS else "OTHER" if word in OTHERS else word)
            if word in OTHERS:
                kept[-1] = _OTHER_CLASS.get(word, "OTHER")
        elif word in classes:
            kept.append(classes[word])
        elif word in ".!?:;\n":
            kept.append(word)
    return " ".join(kept)


class Columns(NamedTuple):
    """What the classifier reads of one passage."""

    measures: dict[str, float]
    words: str
    heading: str
    skeleton: str


def columns(reading: Reading) -> Columns:
    """Return what the classifier reads of a passage."""
    known = reading.place.main != BLANK
    heading = mask(reading.item.heading, reading.item.child, quotes=False).text.strip() if known else ""
    return Columns(measures(reading), _bounded(reading.masked.text.strip()), heading, _bounded(skeleton(reading.masked)))


def _bounded(words: str) -> str:
    """Mark where a passage begins and ends: who is named first and what is said last tell more than the same words inside."""
    return f"^ {words} $"
