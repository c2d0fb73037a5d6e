"""What the two switches in ``qa_app/nlp/engine.py`` are worth, as ratios within one run.

usage: python benchmarks/parsing.py

Parses the same sentences with the model as it is installed, with numpy's products, and with numpy's products on one thread
(what the program does). Each is timed three times, the best counts.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from qa_app.nlp.engine import ENGLISH_MODEL

LABELLED = Path(__file__).parents[1] / "corpus" / "labelled" / "language"


def texts(number: int = 150) -> list[str]:
    """Return the first texts of the labelled data."""
    lines = [line for path in sorted(LABELLED.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines[:number]]


def best_of_three(work: Callable[[], object]) -> float:
    """Return the shortest of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the ratios."""
    corpus = texts()
    words = sum(len(text.split()) for text in corpus)
    installed = spacy.load(ENGLISH_MODEL)
    quick = spacy.load(ENGLISH_MODEL, exclude=["ner"])
    for _, pipe in quick.pipeline:
        if (model := getattr(pipe, "model", None)) is not None:
            for node in model.walk():
                node.ops = NumpyOps(use_blis=False)
    base = best_of_three(lambda: [installed(text) for text in corpus])
    many = best_of_three(lambda: [quick(text) for text in corpus])
    with threadpool_limits(limits=1, user_api="blas"):
        one = best_of_three(lambda: [quick(text) for text in corpus])
    print(f"{len(corpus)} texts, {words} words; the installed pipeline takes 1.00")
    print(f"numpy's products, no entity recogniser             {many / base:.2f}")
    print(f"the same on one thread (what the program does)     {one / base:.2f}")


if __name__ == "__main__":
    main()
