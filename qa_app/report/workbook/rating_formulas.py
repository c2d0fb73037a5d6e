"""Formulas that follow the auditor's judgement: final rating, score and band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qa_app.core.finding import MeasureValue
from qa_app.core.template import AllOf, AnyOf, Band, Comparison, Condition, Not


@dataclass(frozen=True, slots=True)
class PlanCells:
    """Where one plan's final ratings stand.

    Attributes:
        ratings: Cell reference of each criterion's final rating.
        row: Range of all its final ratings.
        weights: Range of the criteria's weights, as long as ``row``.
        measures: Values that no auditor changes, by subject; they go into the formula as they are.
    """

    ratings: Mapping[str, str]
    row: str
    weights: str
    measures: Mapping[str, MeasureValue]


def score_formula(cells: PlanCells) -> str:
    """Return the weighted share of the points that could be had, 0 to 100; empty when nothing is rated."""
    possible = f"SUMPRODUCT({cells.weights},--ISNUMBER({cells.row}))"
    return f'=IF({possible}=0,"",ROUND(100*SUMPRODUCT({cells.weights},{cells.row})/(3*{possible}),1))'


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
        formula = name if band.condition is None else f"IF({_condition(band.condition, cells, score)},{name},{formula})"
    return f'=IF({score}="","Cannot judge",{formula})'


def _condition(condition: Condition, cells: PlanCells, score: str) -> str:
    match condition:
        case AllOf(parts):
            return f"AND({','.join(_condition(part, cells, score) for part in parts)})"
        case AnyOf(parts):
            return f"OR({','.join(_condition(part, cells, score) for part in parts)})"
        case Not(inner):
            return f"NOT({_condition(inner, cells, score)})"
        case Comparison():
            return _comparison(condition, cells, score)


def _comparison(comparison: Comparison, cells: PlanCells, score: str) -> str:
    subject = _subject(comparison.subject, cells, score)
    if subject is None:
        return "FALSE"  # unknown: neither a pass nor a reason to fail
    is_number = f"ISNUMBER({subject})"
    limit = comparison.value
    match comparison.op, limit:
        case "known", bool():
            return is_number if limit else f"NOT({is_number})"
        case "at_least", int() | float():
            return f"AND({is_number},{subject}>={limit})"
        case "at_most", int() | float():
            return f"AND({is_number},{subject}<={limit})"
        case "is", _:
            return f"{subject}={_literal(limit)}"
        case "is_not", _:
            return f"{subject}<>{_literal(limit)}"
        case "within", (low, high):
            return f"AND({is_number},{subject}>={low},{subject}<={high})"
        case "one_of", tuple():
            return f"OR({','.join(f'{subject}={_literal(value)}' for value in limit)})"
    raise ValueError(f"no formula for the comparison “{comparison.op}”")


def _subject(subject: str, cells: PlanCells, score: str) -> str | None:
    kind, _, rest = subject.partition(".")
    if subject == "score":
        return score
    if kind == "rating":
        return cells.ratings.get(rest)
    if subject == "count.rated":
        return f"COUNT({cells.row})"
    if subject == "share.rated":
        return f'(SUMPRODUCT({cells.weights},--ISNUMBER({cells.row}))/SUMPRODUCT({cells.weights},--({cells.row}<>"n/a")))'
    if kind == "count":
        how, _, level = rest.rpartition(".")
        operator = {"": "", "below": "<", "not": "<>", "at_least": ">="}[how]
        if operator == "<>":
            return f"(COUNT({cells.row})-COUNTIF({cells.row},{level}))"
        return f'COUNTIF({cells.row},"{operator}{level}")'
    value = cells.measures.get(subject)
    return None if value is None else _literal(value)


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value) if isinstance(value, int | float) else _text(str(value))


def _text(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
