"""Where templates and packs are found, and what there is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from qa_app.core.errors import InvalidTemplate
from qa_app.core.paths import resource
from qa_app.templates.source import LOADER

FOLDER: Final = "audit_templates"
PACKS: Final = "packs"
NOT_TEMPLATES: Final = frozenset({"statutory", "date_rules"})
"""Files of the folder that hold lists the templates refer to."""


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """What there is to choose from. Texts are empty where the file cannot be read; ``check`` then says why."""

    id: str
    title: str
    version: str
    jurisdiction: str
    status: str
    path: Path


def list_templates() -> tuple[TemplateEntry, ...]:
    """Return the templates that come with the program, in the order of their ids, the default first."""
    files = sorted(path for path in resource(FOLDER).glob("*.yaml") if path.stem not in NOT_TEMPLATES)
    entries = [_entry(path) for path in files]
    return tuple(sorted(entries, key=lambda entry: (entry.id != "wales-2025", entry.id)))


def find_template(name: str) -> Path:
    """Return the file of a template by its id, or ``name`` itself when it is a file.

    Raises:
        InvalidTemplate: There is no such template.
    """
    if name.endswith((".yaml", ".yml")):
        path = Path(name)
        if path.is_file():
            return path
        raise InvalidTemplate(name, ["There is no such file. Check the folder and the spelling."])
    if name not in NOT_TEMPLATES and (path := resource(FOLDER) / f"{name}.yaml").is_file() and path.parent == resource(FOLDER):
        return path
    known = {entry.id: entry.path for entry in list_templates()}
    if name in known:
        return known[name]
    listed = ", ".join(known)
    raise InvalidTemplate(
        name, [f"There is no template of this name. There are: {listed}. The path of a .yaml file will also do."]
    )


def find_pack(name: str, beside: Path) -> Path | None:
    """Return a pack's file: from the folder ``packs`` beside the template, else from those that come with the program."""
    for folder in (beside.parent / PACKS, resource(FOLDER) / PACKS):
        if (path := folder / f"{name}.yaml").is_file():
            return path
    return None


def _entry(path: Path) -> TemplateEntry:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader, in C where there is one
    except (yaml.YAMLError, UnicodeDecodeError):
        data = None
    head = data if isinstance(data, dict) else {}
    return TemplateEntry(
        id=str(head.get("id", path.stem)),
        title=str(head.get("title", "")),
        version=str(head.get("version", "")),
        jurisdiction=str(head.get("jurisdiction", "")),
        status=str(head.get("status", "stable")),
        path=path,
    )
