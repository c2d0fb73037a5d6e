"""Writes a model with its card: the same data and code always give the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any, Final

from qa_app import __version__
from qa_app.nlp.classifier import CARD, WEIGHTS

_LIBRARIES: Final = ("scikit-learn", "skops", "numpy")
_OLD: Final = (1980, 1, 1, 0, 0, 0)
_MEMORY_ADDRESS: Final = re.compile(rb'"__id__": (\d+)|"(\d{6,})\.npy"')


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What people should know of a model before they trust it.

    Attributes:
        title: The model in a few words.
        task: What it judges, and what comes out.
        method: How, in plain words.
        labels: What it may answer.
        data: Files it was trained on with the number of items, and one hash over all of them.
        figures: How good it is, with intervals; JSON values.
        intended_use, limits: In plain words.
        seed: Of everything that is drawn at random during training.
    """

    title: str
    task: str
    method: str
    labels: tuple[str, ...]
    data: Mapping[str, Any]
    figures: Mapping[str, Any]
    intended_use: str
    limits: tuple[str, ...]
    seed: int
    tables: str = field(default="", metadata={"note": "the figures as Markdown, for card.md"})


def data_record(files: Iterable[Path], root: Path) -> dict[str, Any]:
    """Name the training files, count their lines and hash them together, in name order."""
    together = hashlib.sha256()
    lines = {}
    for path in sorted(files):
        content = path.read_bytes()
        together.update(content)
        lines[path.relative_to(root).as_posix()] = sum(bool(line.strip()) for line in content.splitlines())
    return {"files": lines, "items": sum(lines.values()), "sha256": together.hexdigest()}


def write_model(folder: Path, content: object, card: ModelCard) -> Path:
    """Write ``model.skops``, ``card.json`` and ``card.md`` into ``folder``, and return it.

    Args:
        folder: ``models/NAME/VERSION``.
        content: Plain scikit-learn objects, arrays and plain values.
        card: What people should know.
    """
    from skops.io import dumps

    weights = same_bytes(dumps(content))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(weights)
    record = asdict(card)
    tables = record.pop("tables")
    record |= {
        "name": folder.parent.name,
        "version": folder.name,
        "sha256": hashlib.sha256(weights).hexdigest(),
        "code": __version__,
        "libraries": {name: installed_version(name) for name in _LIBRARIES},
    }
    (folder / CARD).write_text(json.dumps(record, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    (folder / "card.md").write_text(_as_markdown(card, folder, tables), "utf-8")
    return folder


def same_bytes(archive: bytes) -> bytes:
    """Take out of a skops archive what differs from run to run: memory addresses in its schema, and the time of day."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        parts = {info.filename: source.read(info) for info in source.infolist()}
    schema = parts.pop("schema.json")
    numbers: dict[bytes, bytes] = {}

    def renumbered(match: re.Match[bytes]) -> bytes:
        address = match[1] or match[2]
        number = numbers.setdefault(address, b"%d" % (len(numbers) + 1))
        return b'"__id__": ' + number if match[1] else b'"' + number + b'.npy"'

    schema = _MEMORY_ADDRESS.sub(renumbered, schema)
    renamed = {_renamed(name, numbers): data for name, data in parts.items()}
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in sorted({**renamed, "schema.json": schema}.items()):
            entry = zipfile.ZipInfo(name, _OLD)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return result.getvalue()


def _renamed(name: str, numbers: Mapping[bytes, bytes]) -> str:
    stem, dot, ending = name.partition(".")
    return numbers[stem.encode()].decode() + dot + ending if stem.encode() in numbers else name


def _as_markdown(card: ModelCard, folder: Path, tables: str) -> str:
    limits = "\n".join(f"- {limit}" for limit in card.limits)
    files = "\n".join(f"- `{name}`: {lines} items" for name, lines in card.data["files"].items())
    return (
        f"# {card.title}\n\nModel `{folder.parent.name}`, version {folder.name}, code {__version__}. Written by "
        f"`python -m qa_app.training {folder.parent.name}`; do not edit.\n\n"
        f"**Task.** {card.task}\n\n**Method.** {card.method}\n\n**Answers.** {', '.join(card.labels)}\n\n"
        f"**Use.** {card.intended_use}\n\n## Figures\n\n{tables}\n## Limits\n\n{limits}\n\n"
        f"## Data\n\n{card.data['items']} items, sha256 `{card.data['sha256']}`\n\n{files}\n"
    )
