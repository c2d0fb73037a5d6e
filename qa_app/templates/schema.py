"""The shape of template and pack files, as pydantic models. Unknown keys are refused.

Conditions are left as plain values here; :mod:`qa_app.templates.conditions` reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from qa_app.templates.source import Path

Words = Annotated[str, Field(min_length=1)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
Version = Annotated[str, Field(pattern=r"^\d+(?:\.\d+)*$")]
StatusWord = Literal["draft", "trial", "stable", "retired"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class UseEntry(_Strict):
    """A detector with settings. ``name`` is what the conditions call it."""

    detector: Words
    name: Words | None = None
    settings: dict[str, Any] = Field(default_factory=dict, alias="with")


class AppliesEntry(_Strict):
    """When a criterion applies, and the reason shown when it does not."""

    when: Any
    otherwise: Words
    when_unknown: Literal["applies", "does not apply"] = "applies"


class CriterionEntry(_Strict):
    """One criterion of a template or pack."""

    id: Name
    title: Words
    statement: Words
    source: Words
    looks_for: Words
    weak: Words
    uses: Annotated[list[Words | UseEntry], Field(min_length=1)]
    levels: Annotated[dict[Literal[1, 2, 3], Any], Field(min_length=1)]
    descriptors: dict[Literal[0, 1, 2, 3], Words]
    good_example: Words
    advice: Words
    applies: AppliesEntry | None = None
    sections: list[Words] = Field(default_factory=list)
    weight: Annotated[float, Field(ge=0, le=10)] = 1.0
    status: StatusWord = "stable"
    since: Version = "1"


class BandEntry(_Strict):
    """An overall band; the last one has no ``when`` and takes what is left."""

    name: Words
    say: Words
    when: Any = None


class PacksEntry(_Strict):
    """Packs that the template brings along, and packs that can be added to it."""

    included: list[Words] = Field(default_factory=list)
    optional: list[Words] = Field(default_factory=list)


class OutOfScopeEntry(_Strict):
    """A requirement of the source that a single plan cannot show."""

    requirement: Words
    source: Words
    reason: Words


class PackFile(_Strict):
    """Criteria that belong together and can be added to a template."""

    id: Name
    title: Words
    source: Words
    note: str = ""
    criteria: Annotated[list[CriterionEntry], Field(min_length=1)]
    out_of_scope: list[OutOfScopeEntry] = Field(default_factory=list)


class TemplateFile(_Strict):
    """An audit template."""

    id: Name
    version: Version
    title: Words
    source: Words
    jurisdiction: Literal["wales", "england", "any"]
    status: StatusWord = "stable"
    note: str = ""
    criteria: Annotated[list[CriterionEntry], Field(min_length=1)]
    bands: Annotated[list[BandEntry], Field(min_length=1)]
    packs: PacksEntry = PacksEntry()
    out_of_scope: list[OutOfScopeEntry] = Field(default_factory=list)


_INSIDE: Final[Mapping[str, type[BaseModel]]] = {
    "criteria": CriterionEntry,
    "bands": BandEntry,
    "uses": UseEntry,
    "applies": AppliesEntry,
    "packs": PacksEntry,
    "out_of_scope": OutOfScopeEntry,
}


def keys_allowed(file: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys that an entry of a file may have, by the entry's path."""
    named = [part for part in path if isinstance(part, str) and part in _INSIDE]
    model = _INSIDE[named[-1]] if named else file
    return tuple(info.alias or name for name, info in model.model_fields.items())
