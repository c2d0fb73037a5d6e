"""What a detector is, and how detectors are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, MeasureValue

Settings: TypeAlias = Mapping[str, MeasureValue | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that a template may give a detector.

    ``kind`` is one of ``text``, ``number``, ``flag``, ``texts``; ``choices`` lists the allowed texts, empty for any.
    """

    meaning: str
    kind: str = "text"
    default: MeasureValue | tuple[str, ...] = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detector:
    """A question put to an analysed plan.

    Attributes:
        id: Same as the module's name.
        question: What it finds out, one sentence for template authors.
        measures: Name and meaning of every measure it gives.
        run: Pure function of the analysis and the settings.
        settings: Name and meaning of every setting.
    """

    id: str
    question: str
    measures: Mapping[str, str]
    run: Callable[[Analysis, Settings], Detection]
    settings: Mapping[str, Setting] = field(default_factory=dict)


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Detector]:
    """Return all detectors by id, in name order: every module of this package that holds a ``DETECTOR``."""
    import qa_app.detect as package

    found: dict[str, Detector] = {}
    for module_info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{module_info.name}")
        detector = getattr(module, "DETECTOR", None)
        if isinstance(detector, Detector):
            found[detector.id] = detector
    return MappingProxyType(found)
