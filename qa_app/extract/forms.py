"""Descriptions of local forms: what an authority's empty form prints, and what its headings and fields mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from qa_app.core.document import Document, Region
from qa_app.core.errors import InvalidTemplate
from qa_app.core.plan import SECTION_IDS
from qa_app.extract.vocabulary import FILES, field_kinds
from qa_app.extract.wording import normal, plain

KNOWN_SHARE: Final = 0.6
"""Share of a form's printed pieces that a plan must hold to count as being on that form."""
_KEYS: Final = frozenset({"form", "version", "title", "headings", "fields", "printed"})


@dataclass(frozen=True)
class FormDescription:
    """What one form prints.

    Attributes:
        id: Short name, used as the file's name.
        version: Counts up when a person corrects the description.
        title: For people.
        headings: Printed heading → section id.
        fields: Printed label → name of the fact it asks for.
        printed: Every other printed piece: prompts, instructions, examples.
    """

    id: str
    version: str = "1"
    title: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[str, ...] = ()

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """Section ids by the headings' normal form."""
        return {normal(heading): section for heading, section in self.headings.items()}

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """Fact names by the labels' normal form."""
        return {normal(label): fact for label, fact in self.fields.items()}

    @cached_property
    def _pieces(self) -> frozenset[str]:
        return frozenset(key for piece in self.printed if (key := plain(piece)))

    @cached_property
    def _openings(self) -> tuple[str, ...]:
        return tuple(sorted((piece for piece in self.printed if len(piece.split()) > 2), key=len, reverse=True))

    def prints(self, text: str) -> bool:
        """Whether the form prints exactly this piece of text."""
        return plain(text) in self._pieces

    def printed_opening(self, text: str) -> int:
        """Return how many characters at the start of ``text`` the form prints, 0 for none."""
        return next((len(piece) for piece in self._openings if text.startswith(piece) and len(text) > len(piece)), 0)

    def share_in(self, pieces: frozenset[str]) -> float:
        """Return the share of the form's printed pieces that are among ``pieces`` (normal forms), 0 to 1."""
        own = {*self.sections, *self.facts, *(normal(piece) for piece in self.printed)} - {""}
        return len(own & pieces) / len(own) if own else 0.0


@dataclass(frozen=True, slots=True)
class FormLibrary:
    """The forms that are described."""

    forms: tuple[FormDescription, ...] = ()

    def recognise(self, document: Document) -> FormDescription | None:
        """Return the form that a plan is written on; None when it is on none of them."""
        if not self.forms:
            return None
        pieces = pieces_of(document)
        share, form = max(((form.share_in(pieces), form) for form in self.forms), key=lambda pair: pair[0])
        return form if share >= KNOWN_SHARE else None


def pieces_of(document: Document) -> frozenset[str]:
    """Return the normal forms of a document's pieces, also of what stands before a colon."""
    found: set[str] = set()
    for block in document.blocks:
        if block.region is Region.COMMENT:
            continue
        text = document.quote(block.span)
        found.add(normal(text))
        if block.label:
            found.add(normal(block.label))
        head, colon, _ = text.partition(":")
        if colon:
            found.add(normal(head))
    return frozenset(found)


def load_forms(folder: Path) -> FormLibrary:
    """Load the form descriptions of a folder; the vocabularies of all forms beside them are left out.

    Raises:
        InvalidTemplate: A description is wrong; names every problem in the first such file.
    """
    return FormLibrary(tuple(load_form(path) for path in sorted(folder.glob("*.yaml")) if path.name not in FILES))


def load_form(path: Path) -> FormDescription:
    """Load one form description.

    Raises:
        InvalidTemplate: The file is no form description; names every problem.
    """
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InvalidTemplate(path.name, ["it is not valid YAML; make it again with: pep-qa forms learn"]) from error
    problems = _problems(data)
    if problems:
        raise InvalidTemplate(path.name, problems)
    return FormDescription(
        str(data["form"]),
        str(data.get("version", "1")),
        str(data.get("title", "")),
        {str(key): str(value) for key, value in (data.get("headings") or {}).items()},
        {str(key): str(value) for key, value in (data.get("fields") or {}).items()},
        tuple(str(piece) for piece in data.get("printed") or ()),
    )


def _problems(data: Any) -> list[str]:  # noqa: ANN401 - whatever stands in a person's YAML file
    if not isinstance(data, dict) or not data.get("form"):
        return ["it needs a “form:” entry with the form's short name"]
    problems = [
        f"“{key}” is not known here; use one of {', '.join(sorted(_KEYS))}" for key in sorted(set(map(str, data)) - _KEYS)
    ]
    problems += [
        f"“{key}” must list “printed words: meaning”"
        for key in ("headings", "fields")
        if not isinstance(data.get(key) or {}, dict)
    ]
    if not isinstance(data.get("printed") or [], list):
        problems.append("“printed” must be a list of texts")
    if problems:
        return problems
    facts = {kind.name for kind in field_kinds()}
    problems += [
        f"heading “{heading}” names the section “{section}”, which does not exist; sections: {', '.join(SECTION_IDS)}"
        for heading, section in (data.get("headings") or {}).items()
        if section not in SECTION_IDS
    ]
    problems += [
        f"field “{label}” names the fact “{fact}”, which does not exist; facts: {', '.join(sorted(facts))}"
        for label, fact in (data.get("fields") or {}).items()
        if fact not in facts
    ]
    return problems


def write_form(form: FormDescription, folder: Path) -> Path:
    """Write a description as YAML that a person can correct; return where it is."""
    path = folder / f"{form.id}.yaml"
    head = (
        f"# What the form “{form.title or form.id}” prints, learnt from an empty copy. Correct right-hand sides as needed:\n"
        "# headings open sections, fields give facts, printed words never count as content.\n"
    )
    body = yaml.safe_dump(
        {
            "form": form.id,
            "version": form.version,
            "title": form.title,
            "headings": dict(form.headings),
            "fields": dict(form.fields),
            "printed": list(form.printed),
        },
        allow_unicode=True,
        sort_keys=False,
        width=120,
    )
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(head + body, "utf-8")
    return path
