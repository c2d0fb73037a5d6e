"""Formulas that follow the auditor's judgement: final rating, score and band.

They say in a spreadsheet's language what ``qa_app.judge`` says in Python; tests hold the two together. A condition has
three values there (true, false, not known), so each is written twice here: when it is true, and when it is false.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from qa_app.core.finding import MeasureValue
from qa_app.core.result import LEAST_RATED_SHARE, NO_BAND
from qa_app.core.template import AllOf, AnyOf, Band, Comparison, Condition, Not
from qa_app.report.tables import NOT_APPLICABLE

_COUNTS: Final[Mapping[str, str]] = {"": "=", "below": "<", "not": "<>", "at_least": ">="}


@dataclass(frozen=True, slots=True)
class PlanCells:
    """Where one plan's final ratings stand.

    Attributes:
        ratings: Cell reference of each criterion's final rating.
        row: Range of all its final ratings.
        weights: Range of the criteria's weights, as long as ``row``; 0 for criteria that do not count.
        measures: Values that no auditor changes, by subject; they go into the formula as they are.
    """

    ratings: Mapping[str, str]
    row: str
    weights: str
    measures: Mapping[str, MeasureValue]


def final_rating_formula(own: str, program: str) -> str:
    """Return the auditor's rating where there is one, else the program's. A number typed as text counts as a number."""
    return f'=IF({own}="",{program},IFERROR(VALUE({own}),{own}))'


def score_formula(cells: PlanCells) -> str:
    """Return the weighted share of the points that could be had, 0 to 100; empty when too little is rated."""
    rated = _rated_weight(cells)
    too_little = f"OR({rated}=0,{rated}<{LEAST_RATED_SHARE}*{_applying_weight(cells)})"
    return f'=IF({too_little},"",100*SUMPRODUCT({cells.weights},{cells.row})/(3*{rated}))'


def band_formula(bands: tuple[Band, ...], cells: PlanCells, score: str) -> str:
    """Return the first band whose condition holds, as nested IFs over the final ratings.

    Args:
        bands: The template's, in order.
        cells: The plan's cells.
        score: Reference of the plan's score.
    """
    formula = '""'
    for band in reversed(bands):
        name = _text(band.name)
        formula = name if band.condition is None else f"IF({_when(band.condition, cells, score, True)},{name},{formula})"
    return f'=IF({score}="",{_text(NO_BAND)},{formula})'


def _when(condition: Condition, cells: PlanCells, score: str, truth: bool) -> str:
    """Return a formula for "the condition is true" or, without ``truth``, for "the condition is false"."""
    match condition:
        case AllOf(parts):
            return _join("AND" if truth else "OR", parts, cells, score, truth)
        case AnyOf(parts):
            return _join("OR" if truth else "AND", parts, cells, score, truth)
        case Not(inner):
            return _when(inner, cells, score, not truth)
        case Comparison():
            return _comparison(condition, cells, score, truth)


def _join(how: str, parts: tuple[Condition, ...], cells: PlanCells, score: str, truth: bool) -> str:
    return f"{how}({','.join(_when(part, cells, score, truth) for part in parts)})"


def _comparison(comparison: Comparison, cells: PlanCells, score: str, truth: bool) -> str:
    subject = _subject(comparison.subject, cells, score)
    if comparison.op == "known":
        is_known = subject.is_known if subject else "FALSE"
        return is_known if comparison.value is truth else f"NOT({is_known})"
    if subject is None:
        return "FALSE"  # not known: neither true nor false
    holds = _holds(comparison, subject.text)
    return f"AND({subject.is_known},{holds if truth else f'NOT({holds})'})"


def _holds(comparison: Comparison, subject: str) -> str:
    match comparison.op, comparison.value:
        case "at_least", int() | float() as limit:
            return f"{subject}>={limit}"
        case "at_most", int() | float() as limit:
            return f"{subject}<={limit}"
        case "is", limit:
            return f"{subject}={_literal(limit)}"
        case "is_not", limit:
            return f"{subject}<>{_literal(limit)}"
        case "within", (low, high):
            return f"AND({subject}>={low},{subject}<={high})"
        case "one_of", tuple() as limits:
            return f"OR({','.join(f'{subject}={_literal(value)}' for value in limits)})"
    raise ValueError(f"no formula for the comparison “{comparison.op}”")


@dataclass(frozen=True, slots=True)
class _Operand:
    """What a comparison compares, and a formula that tells whether it is known."""

    text: str
    is_known: str = "TRUE"


def _subject(subject: str, cells: PlanCells, score: str) -> _Operand | None:
    kind, _, rest = subject.partition(".")
    if subject == "score":
        return _Operand(score, f"ISNUMBER({score})")
    if kind == "rating":
        cell = cells.ratings.get(rest)
        return _Operand(cell, f"ISNUMBER({cell})") if cell else None
    if subject == "count.rated":
        return _Operand(f"SUMPRODUCT(--({cells.weights}>0),--ISNUMBER({cells.row}))")
    if subject == "share.rated":
        return _Operand(f"({_rated_weight(cells)}/{_applying_weight(cells)})")
    if kind == "count":
        how, _, level = rest.rpartition(".")
        counted = f"--({cells.weights}>0),--ISNUMBER({cells.row}),--({cells.row}{_COUNTS[how]}{level})"
        return _Operand(f"SUMPRODUCT({counted})")
    value = cells.measures.get(subject)
    return None if value is None else _Operand(_literal(value))


def _applying_weight(cells: PlanCells) -> str:
    return f'SUMPRODUCT({cells.weights},--({cells.row}<>"{NOT_APPLICABLE}"))'


def _rated_weight(cells: PlanCells) -> str:
    return f"SUMPRODUCT({cells.weights},--ISNUMBER({cells.row}))"


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value) if isinstance(value, int | float) else _text(str(value))


def _text(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
