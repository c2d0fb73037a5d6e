"""Models in a safe format: found, checked against their card, loaded once.

A model is a folder ``models/NAME/VERSION/`` with ``model.skops`` (weights; nothing in it can run code) and ``card.json``
(what it is, what it was trained on, how good it is). A file that is not the one the card speaks of is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any, Final

from qa_app.core.errors import ModelMismatch, ModelUnavailable
from qa_app.core.paths import resource

WEIGHTS: Final = "model.skops"
CARD: Final = "card.json"
_CURE: Final = "Install PEP QA again: pip install --force-reinstall pep-qa."


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model that matches its card.

    Attributes:
        name: Folder name under ``models/``.
        version: Folder name under ``models/NAME/``.
        content: What was saved: scikit-learn objects, arrays and plain values.
        card: The card, as in ``card.json``.
    """

    name: str
    version: str
    content: Any
    card: Mapping[str, Any]

    @property
    def origin(self) -> str:
        """Name and version in a word, for findings and records."""
        return f"{self.name}-{self.version}"


@lru_cache(maxsize=8)
def load_model(name: str) -> LoadedModel:
    """Load the newest version of a model.

    Raises:
        ModelUnavailable: There is no such model in this installation.
        ModelMismatch: The file is not the one its card speaks of, holds types that are not plain scikit-learn, or was made
            with another version of scikit-learn.
    """
    try:
        versions = sorted((path for path in (resource("models") / name).iterdir() if path.is_dir()), key=_by_number)
    except FileNotFoundError as error:
        raise ModelUnavailable(f"The model “{name}” is missing. {_CURE}") from error
    if not versions:
        raise ModelUnavailable(f"The model “{name}” is missing. {_CURE}")
    return read_model(versions[-1])


def read_model(folder: Path) -> LoadedModel:
    """Load the model in ``folder``; see :func:`load_model` for what it raises."""
    name, version = folder.parent.name, folder.name
    try:
        weights = (folder / WEIGHTS).read_bytes()
        card = json.loads((folder / CARD).read_text("utf-8"))
    except FileNotFoundError as error:
        raise ModelUnavailable(f"The model “{name}” {version} lacks a file. {_CURE}") from error
    except ValueError as error:
        raise ModelMismatch(f"The card of the model “{name}” {version} is damaged. {_CURE}") from error
    if not isinstance(card, dict) or hashlib.sha256(weights).hexdigest() != card.get("sha256"):
        raise ModelMismatch(f"The model “{name}” {version} is not the file that its card speaks of. {_CURE}")
    _check_libraries(name, version, card)
    return LoadedModel(name, version, _unpacked(name, version, weights), card)


def _check_libraries(name: str, version: str, card: Mapping[str, Any]) -> None:
    made_with = str(card.get("libraries", {}).get("scikit-learn", ""))
    here = installed_version("scikit-learn")
    if made_with.split(".")[:2] != here.split(".")[:2]:
        raise ModelMismatch(
            f"The model “{name}” {version} was made with scikit-learn {made_with or 'of no stated version'}, but {here} is "
            f"installed. Install the version that PEP QA asks for: pip install --upgrade pep-qa."
        )


def _unpacked(name: str, version: str, weights: bytes) -> Any:  # noqa: ANN401 - the kind of model decides
    from skops.io import loads
    from skops.io.exceptions import UntrustedTypesFoundException

    try:
        return loads(weights, trusted=[])
    except UntrustedTypesFoundException as error:
        raise ModelMismatch(f"The model “{name}” {version} holds types that are not plain scikit-learn. {_CURE}") from error


def _by_number(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.name.split(".") if part.isdigit())
