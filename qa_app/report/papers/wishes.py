"""Which of the words under a child's views are a wish to take up, and how to bring them in: said, or told by an adult."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Final

from qa_app.core.analysis import Analysis
from qa_app.core.document import Span
from qa_app.core.judged import VoiceLabel

_VOCABULARY: Final = Path(__file__).with_name("not_wishes.toml")
_EDGES: Final = " .,;:!?\"'“”‘’–-"
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_THIRD_PERSON: Final = re.compile(r"(?:he|she|they|his|her|their|mae|roedd|doedd|hoffai)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _no_wish() -> re.Pattern[str]:
    vocabulary = tomllib.loads(_VOCABULARY.read_text(encoding="utf-8"))
    alternatives = (pattern.format(**vocabulary["parts"]) for group in vocabulary["patterns"].values() for pattern in group)
    return re.compile("|".join(f"(?:{each})" for each in alternatives))


def is_no_wish(remark: str) -> bool:
    """Tell whether a remark only says that the child would not speak or does not know."""
    plain = " ".join(remark.replace("’", "'").lower().split()).strip(_EDGES)
    return _no_wish().fullmatch(plain) is not None


def without_refusals_first(quote: str) -> str:
    """Return a quote from its first sentence on that is more than a refusal; empty when there is none."""
    sentences = _SENTENCE_END.split(quote)
    while sentences and is_no_wish(sentences[0]):
        sentences.pop(0)
    return " ".join(sentences)


def is_said(analysis: Analysis, span: Span, child: str) -> bool:
    """Tell whether words are the child's own speech, so that "said" is true of them, and not an adult's report."""
    quote = analysis.plan.document.quote(span).strip(_EDGES)
    if _THIRD_PERSON.match(quote) or quote.lower().startswith(f"{child.lower()} "):
        return False
    labels = (p.judgement.label for p in analysis.passages if p.span.start <= span.start < p.span.end)
    return next(labels, None) is VoiceLabel.QUOTED
