"""A text with what the context rules ask of it: sentences, clauses, quotations, words, and a parse when one is needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Final

import yaml

from qa_app.core.document import Span
from qa_app.core.judged import WordingText
from qa_app.core.plan import Language
from qa_app.nlp.engine import parse
from qa_app.nlp.languages import welsh_share

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTATION: Final = re.compile(
    r"“(?P<curly>[^”\n]{1,400})”"
    r"|\"(?P<straight>[^\"\n]{1,400})\""
    r"|(?<!\w)['‘](?P<single>(?=\S)[^\n]{1,300}?(?<=\S))['’](?!\w)"
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?\S)|\n+")
_ABBREVIATION: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|etc|e\.g|i\.e|no|approx|re|incl|wk|hr|min)\.$", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(
    r"[,;:()–—]|\s-\s|\b(?:but|however|although|though|because|while|whereas|which|who|so that|that said)\b", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def word_set(name: str) -> frozenset[str]:
    """Return a named set of words of ``vocabulary/context.yaml``, in lower case."""
    return frozenset(_context()[name].split())


@cache
def cue(name: str) -> re.Pattern[str]:
    """Return a named list of phrases of ``vocabulary/context.yaml`` as one expression. ``*`` stands for one word."""
    phrases = (re.escape(p.strip()).replace(r"\*", r"\w+").replace("'", "['’]?") for p in _context()[name].split("|"))
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(phrases, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)


@cache
def _context() -> Mapping[str, str]:
    data = resources.files("qa_app.analyse.wording") / "vocabulary" / "context.yaml"
    loaded: Mapping[str, str] = yaml.safe_load(data.read_text("utf-8"))
    return loaded


class Scene:
    """One item to judge. Everything is worked out on first use and kept."""

    def __init__(self, item: WordingText) -> None:
        self.item = item
        self.text = item.text
        self._parsed: dict[Span, Doc] = {}

    @cached_property
    def is_welsh(self) -> bool:
        """Whether most of the text is Welsh."""
        if self.item.language is not None:
            return self.item.language is Language.WELSH
        return welsh_share(self.text) > 0.5

    @cached_property
    def is_partly_welsh(self) -> bool:
        """Whether a good part of the text is Welsh; then the Welsh lexicon is asked too."""
        return self.is_welsh or welsh_share(self.text) > 0.25

    def is_welsh_at(self, offset: int) -> bool:
        """Whether the sentence at ``offset`` is Welsh; English wordings are not looked for in it."""
        sentence = self.sentence_at(offset)
        return self.is_partly_welsh and welsh_share(self.text[sentence.start : sentence.end]) > 0.6

    @cached_property
    def words(self) -> frozenset[str]:
        """The text's words in lower case; what stands before and after an apostrophe are words of their own."""
        return frozenset(match.group().lower() for match in _WORD.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences, by full stops and line breaks. Terse notes count: a sentence needs no verb."""
        starts = [0]
        starts += [
            match.end()
            for match in _SENTENCE_END.finditer(self.text)
            if "\n" in match.group() or not _ABBREVIATION.search(self.text[: match.start()])
        ]
        ends = [*starts[1:], len(self.text)]
        return tuple(Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands between quotation marks, without the marks."""
        found = []
        for match in _QUOTATION.finditer(self.text):
            start, end = match.span(match.lastgroup or 0)
            if start < end:
                found.append(Span(start, end))
        return tuple(found)

    def quotation_at(self, start: int, end: int) -> Span | None:
        """Return the quotation that holds ``start..end``."""
        return next((q for q in self.quotations if q.start <= start and end <= q.end), None)

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds the character at ``offset``."""
        return next((s for s in self.sentences if s.start <= offset < s.end), Span(0, max(1, len(self.text))))

    def before(self, start: int, reach: int = 80) -> str:
        """Return what stands before ``start`` in its sentence, at most ``reach`` characters."""
        return self.text[max(self.sentence_at(start).start, start - reach) : start]

    def after(self, end: int, reach: int = 80) -> str:
        """Return what follows ``end`` in its sentence, at most ``reach`` characters."""
        return self.text[end : min(self.sentence_at(max(end - 1, 0)).end, end + reach)]

    def clause_before(self, start: int) -> str:
        """Return what stands before ``start`` in its clause."""
        return _CLAUSE_END.split(self.before(start, 200))[-1]

    def clause_after(self, end: int) -> str:
        """Return what follows ``end`` in its clause."""
        return _CLAUSE_END.split(self.after(end, 200))[0]

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the parsed tokens of ``start..end``. Parses the sentence; ask only when a candidate needs it."""
        sentence = self.sentence_at(start)
        if sentence not in self._parsed:
            self._parsed[sentence] = parse(self.text[sentence.start : sentence.end])
        shift = sentence.start
        return tuple(t for t in self._parsed[sentence] if t.idx + shift < end and start < t.idx + shift + len(t.text))
