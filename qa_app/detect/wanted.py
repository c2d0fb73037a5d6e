"""Read a detector's settings with their types."""

from __future__ import annotations

from qa_app.detect.base import Settings


def texts(settings: Settings, name: str) -> tuple[str, ...]:
    """Return a setting that is a list of texts; empty when it was not given."""
    value = settings.get(name)
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def number(settings: Settings, name: str, default: float) -> float:
    """Return a setting that is a number."""
    value = settings.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else default
