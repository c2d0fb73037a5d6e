"""Shares with their uncertainty, for small samples."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

_Z95: Final = 1.959964  # of the normal distribution, for 95 % two-sided


@dataclass(frozen=True, slots=True)
class Share:
    """A share of ``of`` with its 95 % Wilson interval; all from 0 to 1."""

    part: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """Return the share itself."""
        return self.part / self.of


def share(part: int, of: int) -> Share:
    """Return ``part`` of ``of`` with its Wilson score interval, which stays sensible near 0 and 1 and for few plans.

    Raises:
        ValueError: ``of`` is not positive, or ``part`` does not lie in it.
    """
    if not 0 <= part <= of or of == 0:
        raise ValueError(f"not a share: {part} of {of}")
    rate, square = part / of, _Z95**2
    centre = (rate + square / (2 * of)) / (1 + square / of)
    half = _Z95 * sqrt(rate * (1 - rate) / of + square / (4 * of**2)) / (1 + square / of)
    return Share(part, of, max(0.0, centre - half), min(1.0, centre + half))
