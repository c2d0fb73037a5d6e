"""Conditions with three values: true, false, and None for "cannot be told".

An unknown measure never counts as a pass, and never as a fail either: ``AllOf`` is false when one part is false, else
unknown when one part is unknown; ``AnyOf`` the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from qa_app.core.finding import MeasureValue
from qa_app.core.template import AllOf, AnyOf, Comparison, Condition, Not

Values = Mapping[str, MeasureValue]
"""Measures and facts by subject, as in ``views.level`` or ``fact.year_group``. A subject that is not there is unknown."""


def holds(condition: Condition, values: Values) -> bool | None:
    """Tell whether a condition holds; None when it cannot be told."""
    match condition:
        case AllOf(conditions):
            return _all(holds(part, values) for part in conditions)
        case AnyOf(conditions):
            negated = _all(_not(holds(part, values)) for part in conditions)
            return _not(negated)
        case Not(inner):
            return _not(holds(inner, values))
        case Comparison():
            return _compare(condition, values.get(condition.subject))


def unmet(condition: Condition, values: Values) -> Iterator[Comparison]:
    """Yield the comparisons that stand between the values and the condition, in the template's order.

    Of alternatives that all fail, only the first is named: one way forward is advice, five are a wall.
    """
    if holds(condition, values) is True:
        return
    match condition:
        case AllOf(conditions):
            for part in conditions:
                yield from unmet(part, values)
        case AnyOf(conditions):
            yield from unmet(conditions[0], values)
        case Not(inner):
            yield from _comparisons(inner)
        case Comparison():
            yield condition


def subjects(condition: Condition) -> Iterator[str]:
    """Yield every subject that a condition asks about."""
    for comparison in _comparisons(condition):
        yield comparison.subject


def _comparisons(condition: Condition) -> Iterator[Comparison]:
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            for part in conditions:
                yield from _comparisons(part)
        case Not(inner):
            yield from _comparisons(inner)
        case Comparison():
            yield condition


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _all(values: Iterator[bool | None]) -> bool | None:
    unknown = False
    for value in values:
        if value is False:
            return False
        unknown = unknown or value is None
    return None if unknown else True


def _at_least(value: MeasureValue, limit: object) -> bool:
    return _number(value) >= _number(limit)


def _at_most(value: MeasureValue, limit: object) -> bool:
    return _number(value) <= _number(limit)


def _within(value: MeasureValue, limit: object) -> bool:
    low, high = _pair(limit)
    return low <= _number(value) <= high


def _one_of(value: MeasureValue, limit: object) -> bool:
    if not isinstance(limit, tuple):
        raise TypeError(f"one_of needs a list of values, not {limit!r}")
    return value in limit


OPERATORS: Final[Mapping[str, Callable[[MeasureValue, object], bool]]] = {
    "at_least": _at_least,
    "at_most": _at_most,
    "within": _within,
    "one_of": _one_of,
    "is": lambda value, limit: value == limit,
    "is_not": lambda value, limit: value != limit,
}
"""The closed set of comparisons, besides ``known``. A new one is a design decision: template authors must learn it."""


def _compare(comparison: Comparison, value: MeasureValue) -> bool | None:
    if comparison.op == "known":
        return (value is not None) == comparison.value
    if value is None:
        return None
    return OPERATORS[comparison.op](value, comparison.value)


def _number(value: object) -> float:
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"not a number: {value!r}")


def _pair(value: object) -> tuple[float, float]:
    if isinstance(value, tuple) and len(value) == 2:
        return _number(value[0]), _number(value[1])
    raise TypeError(f"within needs two numbers, not {value!r}")
