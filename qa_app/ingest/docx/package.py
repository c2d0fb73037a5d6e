"""The parts of a Word file and how they refer to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property

from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.container import Container, damaged
from qa_app.ingest.xmlnames import Element, attribute, local


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from one part to another: ``kind`` is the last piece of its type (``header``, ``image`` …)."""

    id: str
    kind: str
    target: str


class Package:
    """A Word file's parts.

    Raises:
        UnreadableDocument: On opening, when it is not a safe zip file or has no main part.
    """

    def __init__(self, data: bytes) -> None:
        self.container = Container(data)
        main = next((r.target for r in self.relationships("") if r.kind == "officeDocument"), "word/document.xml")
        if main not in self.container:
            raise damaged("The document's main part is missing.")
        self.main = main

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return the internal references of ``part`` (empty name: of the package)."""
        folder, _, leaf = part.rpartition("/")
        source = posixpath.join(folder, "_rels", f"{leaf}.rels")
        if source not in self.container:
            return ()
        found = []
        for node in self.container.xml(source):
            if local(node) != "Relationship" or attribute(node, "TargetMode") == "External":
                continue
            target = attribute(node, "Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(Relationship(attribute(node, "Id") or "", (attribute(node, "Type") or "").rpartition("/")[2], path))
        return tuple(found)

    @cached_property
    def document(self) -> Element:
        """The main part."""
        return self.container.xml(self.main)

    def related(self, kind: str) -> Element | None:
        """Return the part that the main part refers to as ``kind``, or None when there is none.

        Raises:
            UnreadableDocument: The part is damaged.
        """
        for relationship in self.relationships(self.main):
            if relationship.kind == kind and relationship.target in self.container:
                return self.container.xml(relationship.target)
        return None

    def optional(self, kind: str) -> Element | None:
        """Return a related part that only helps the reading (styles, numbers), or None when missing or damaged."""
        try:
            return self.related(kind)
        except UnreadableDocument:
            return None
