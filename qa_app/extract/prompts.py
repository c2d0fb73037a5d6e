"""The form's own printed words inside a paragraph: placeholders, instructions, questions, examples, notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qa_app.core.document import Document, Span
from qa_app.extract import vocabulary
from qa_app.extract.layout import Line
from qa_app.extract.wording import plain, trimmed, word_count

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÂÊÎÔÛŴŶ0-9])|\n+")
_LONGEST_QUESTION: Final = 32  # words
_EXAMPLE: Final = "example"
_EVEN_IN_ANSWERS: Final = frozenset({"placeholder", _EXAMPLE, "bracket-hint"})
_FIRST_PERSON: Final = re.compile(r"\b(?:I|I'm|I’m|my|me|mine|fi|dw|rwy|rydw|fy)\b")
_FEWEST_IN_ORDER: Final = 3  # words
_FEWEST_ABOUT_FORM: Final = 6  # words; fewer may be a title or a name
_TICK: Final = re.compile(r"[☐☒☑✓✔✗✘□■]|\[[ xX]\]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph as offsets, by punctuation."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if text[start : end.start()].strip():
            yield start, end.start()
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


def is_question(text: str) -> bool:
    """Whether one sentence is a question that the form puts to the one who fills it in."""
    stripped = text.strip()
    if not stripped.rstrip("\"'”’)").endswith("?") or word_count(stripped) > _LONGEST_QUESTION:
        return False
    words = plain(stripped).split()
    listed = vocabulary.prompts()
    if not words or words[0] not in listed.question_openers:
        return False
    return any(word in listed.addressed for word in words) or not _FIRST_PERSON.search(stripped)


def is_printed_sentence(text: str) -> bool:
    """Whether one sentence is an instruction, a placeholder or a notice."""
    listed = vocabulary.prompts()
    if plain(text) in listed.phrases:
        return True
    straight = text.replace("’", "'")
    return any(pattern.regex.search(straight) for pattern in listed.patterns)


def is_printed_paragraph(text: str) -> bool:
    """Whether a whole paragraph is printed: an example, a notice, a hint in brackets."""
    listed = vocabulary.prompts()
    if plain(text) in listed.phrases:
        return True
    straight = text.replace("’", "'")
    return any(pattern.whole and pattern.regex.search(straight) for pattern in listed.patterns)


def is_marked_example(text: str) -> bool:
    """Whether a paragraph begins with the mark of a printed example ("e.g.", "Example:", "Er enghraifft")."""
    straight = text.replace("’", "'")
    return any(pattern.id == _EXAMPLE and pattern.regex.search(straight) for pattern in vocabulary.prompts().patterns)


def is_instruction(text: str) -> bool:
    """Whether a paragraph begins as an order to the one who fills in the form. Read it so only where the form speaks.

    "Ask what is going well" is one right below a heading; in somebody's text it may be anything.
    """
    words = plain(text).split()
    if len(words) < _FEWEST_IN_ORDER or _FIRST_PERSON.search(text):
        return False
    listed = vocabulary.prompts()
    if words[0] in listed.weak_orders and set(words) & (listed.topics | listed.form_words):
        return True
    openings = [plain(text[start:end]).split()[:1] for start, end in sentences(text)]
    is_order = words[0] in listed.orders | listed.weak_orders
    return is_order and any(opening and opening[0] in listed.orders for opening in openings)


def is_about_form(text: str) -> bool:
    """Whether a paragraph above all headings speaks of the form and nobody in particular."""
    words = set(plain(text).split())
    listed = vocabulary.prompts()
    if len(words) < _FEWEST_ABOUT_FORM or words & listed.persons or _FIRST_PERSON.search(text):
        return False
    return bool(words & listed.form_words)


def is_blank(text: str) -> bool:
    """Whether an answer says that nothing is there to say ("n/a", "-")."""
    stripped = _TICK.sub("", text).strip()
    return plain(stripped) in vocabulary.prompts().blanks and not _TICK.search(text)


def _is_placeholder(text: str) -> bool:
    listed = vocabulary.prompts()
    if plain(text) in listed.phrases:
        return True
    straight = text.replace("’", "'")
    return any(pattern.regex.search(straight) for pattern in listed.patterns if pattern.id in _EVEN_IN_ANSWERS)


def divide(document: Document, line: Line, *, answer: bool = False) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Divide a line into what people wrote and what the form printed.

    Text that was typed into a form control is never the form's, unless it is one of the listed phrases.

    Args:
        document: What the line is of.
        line: The line.
        answer: It answers the label of a target's part, where "Record ideas on a talking tin" is what will be done:
            instructions are people's words there, and only placeholders and marked examples are printed.

    Returns:
        Spans of content and spans of printed words, each in order. Neighbouring sentences of one kind make one span.
    """
    if line.block.prompt:
        return (), (line.span,)
    if line.block.filled:
        return ((), (line.span,)) if plain(line.text) in vocabulary.prompts().phrases else ((line.span,), ())
    if answer:
        return ((), (line.span,)) if _is_placeholder(line.text) else ((line.span,), ())
    if is_printed_paragraph(line.text):
        return (), (line.span,)
    content: list[Span] = []
    printed: list[Span] = []
    previous: list[Span] | None = None
    at_start = True
    for start, end in sentences(line.text):
        sentence = line.text[start:end]
        asked = at_start and is_question(sentence)
        kind = printed if asked or is_printed_sentence(sentence) else content
        at_start = at_start and kind is printed
        span = trimmed(document.text, Span(line.span.start + start, line.span.start + end))
        if span is None:
            continue
        if kind is previous and kind:
            kind[-1] = Span(kind[-1].start, span.end)
        else:
            kind.append(span)
        previous = kind
    return tuple(content), tuple(printed)


def ticks_in(text: str) -> int:
    """Count tick boxes."""
    return len(_TICK.findall(text))
