"""Relevant: is it tied to this child's own need, strength, view or ambition?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from qa_app.analyse.smart.evidence import Evidence
from qa_app.analyse.smart.numbers import NumberKind
from qa_app.analyse.smart.phrases import Token, common_words
from qa_app.analyse.smart.reading import FieldReading, RowReading
from qa_app.core.judged import Level, Proof

_ROW: Final = ("target", "success_criteria", "actions")
_STEM: Final = 5
"""Two words share their idea when their first five letters agree (*punctuate*, *punctuated*)."""


def shared_words(field: FieldReading, others: Iterable[FieldReading]) -> tuple[Proof, ...]:
    """Return the content words of ``field`` that come back, in some form, in one of ``others``.

    A word with a capital in both places may be the child's name, which ties nothing to anything.
    """
    wanted: dict[str, bool] = {}
    for other in others:
        for word in other.words:
            wanted[_stem(word)] = wanted.get(_stem(word), False) or word.written.islower()
    wanted.pop("", None)
    return tuple(
        Proof(field.name, word.start, word.end, word.written, "shared-word")
        for word in field.words
        if (stem := _stem(word)) in wanted and (word.written.islower() or wanted[stem])
    )


def shared_topics(field: FieldReading, others: Iterable[FieldReading]) -> tuple[Proof, ...]:
    """Return phrases of ``field`` whose topic one of ``others`` speaks of too."""
    topics = {kind for other in others for kind in other.phrases if kind.startswith("topics/")}
    return field.proofs(*sorted(topics & set(field.phrases)))


def _stem(word: Token) -> str:
    form = word.form.replace("'", "")
    return form[:_STEM] if len(form) > 3 and form.isalpha() and form not in common_words() else ""


def gather(reading: RowReading) -> Evidence:
    """Find the words that tie the row to the child: the same idea in needs or views, a gap, a wish, a reason."""
    needs, views = reading["needs"], reading["views"]
    row = [reading[name] for name in _ROW]
    described = len(needs.words) > 4 or needs.numbers or (len(needs.words) > 2 and needs.has("needs/gap"))
    return Evidence.of(
        need_word=shared_words(needs, row),
        need_topic=shared_topics(needs, row),
        view_word=shared_words(views, row),
        view_topic=shared_topics(views, row),
        gap=needs.proofs("needs/gap") if described else (),
        gap_number=(n for n in needs.numbers if n.kind != NumberKind.AGE_OR_PLACE),
        need=needs.whole("need") if described else (),
        view=views.whole("view"),
        label=needs.whole("label") if not described else (),
        at_odds=needs.proofs("needs/at-odds"),
        ambition=(*needs.proofs("needs/ambition"), *views.proofs("needs/ambition")),
        reason=reading.proofs(_ROW, "needs/reason"),
        change=(n for name in ("target", "success_criteria") for n in reading[name].numbers if n.kind == NumberKind.CHANGE),
        wording=reading["target"].whole("wording"),
    )


def settled(evidence: Evidence) -> Level | None:
    """Nothing is settled by rule: what ties a target to a child always has to be weighed."""
    return None


def level(evidence: Evidence) -> Level:
    """Tell the level by rule."""
    if evidence.has("at-odds") and not evidence.has("gap", "view"):
        return Level.NOT
    if evidence.has("need", "view") and evidence.has("need-word", "need-topic", "view-word", "view-topic", "gap"):
        return Level.MET
    if evidence.has("label") and evidence.has("need-topic", "need-word"):
        return Level.PARTLY
    return Level.PARTLY if evidence.has("need", "view", "reason") else Level.NOT
