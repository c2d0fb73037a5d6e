"""Files inside a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.container import Container

_SYSTEM_FILES: Final = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip file or e-mail.

    Attributes:
        name: ``container/name``.
        data: Its bytes; empty when ``problem`` says why there are none.
        note: Something the auditor should know that is no error.
    """

    name: str
    data: bytes
    problem: UnreadableDocument | None = None
    note: str = ""


def is_clutter(path: PurePosixPath) -> bool:
    """Tell whether a file is a lock file, hidden file or system file: nothing that anybody wrote."""
    return any(part.startswith((".", "~$")) or part.lower() in _SYSTEM_FILES for part in path.parts)


def open_zip(data: bytes, name: str) -> tuple[Member, ...]:
    """Return the files of a zip file in name order. A file that cannot be unpacked carries its problem.

    Raises:
        UnreadableDocument: The zip file itself is damaged, unsafe or empty.
    """
    container = Container(data)
    members = []
    for entry in sorted(container.entries, key=lambda entry: entry.filename):
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if is_clutter(path):
            continue
        try:
            members.append(Member(f"{name}/{path}", container.read(entry.filename)))
        except UnreadableDocument as problem:
            members.append(Member(f"{name}/{path}", b"", problem))
    if not members:
        raise UnreadableDocument("The zip file is empty.", "Check that the plans were put into it, and try again.")
    return tuple(members)
