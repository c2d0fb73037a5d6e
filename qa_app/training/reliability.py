"""How far a model's confidence can be believed."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

_BINS: Final = 10


def reliability(probabilities: np.ndarray, gold: np.ndarray) -> dict[str, Any]:
    """Compare confidence with the share that is right.

    Args:
        probabilities: One row per item, one column per class.
        gold: Index of the right class of each item.

    Returns:
        ``expected calibration error`` (mean distance between confidence and share right, weighted by items) and ``curve``:
        for each of ten equal bands with items, mean confidence, share right, and number of items.
    """
    confidence, right = probabilities.max(1), probabilities.argmax(1) == gold
    bands = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    curve = [
        (float(confidence[bands == band].mean()), float(right[bands == band].mean()), int((bands == band).sum()))
        for band in range(_BINS)
        if (bands == band).any()
    ]
    error = sum(abs(said - was) * items for said, was, items in curve) / len(gold)
    return {
        "expected calibration error": round(error, 3),
        "curve": [[round(said, 3), round(was, 3), items] for said, was, items in curve],
    }
