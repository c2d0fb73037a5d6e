"""The bytes of the files that plans were read from, found again by their hash: also those inside zip files and e-mails."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.cage import Cage
from qa_app.ingest.inputs import files_in
from qa_app.ingest.sniff import sniff

_MAX_DEPTH: Final = 3


@dataclass
class Originals:
    """Files by the hash of their bytes. Files on disk are read again when asked for; packed ones are kept."""

    _paths: dict[str, Path] = field(default_factory=dict)
    _packed: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Originals:
        """Go through files and folders; what cannot be read is left out, the reading of the plans reports it."""
        originals = cls()
        with Cage() as cage:
            for path in (each for given in paths for each in (files_in(given) if given.is_dir() else (given,))):
                try:
                    data = path.read_bytes()
                except OSError:
                    continue
                originals._paths[_hash(data)] = path
                for member in _packed(cage, data, path.name):
                    originals._packed[_hash(member)] = member
        return originals

    def bytes_of(self, sha256: str) -> bytes | None:
        """Return the file with that hash; None when it is not there, or has changed."""
        if sha256 in self._packed:
            return self._packed[sha256]
        path = self._paths.get(sha256)
        data = path.read_bytes() if path is not None else None
        return data if data is not None and _hash(data) == sha256 else None


def _packed(cage: Cage, data: bytes, name: str, depth: int = 0) -> Iterator[bytes]:
    try:
        members = cage.open_members(data, name) if depth < _MAX_DEPTH and sniff(data, name).holds_files else ()
    except UnreadableDocument:
        return
    for member in members:
        if member.problem is None and member.data:
            yield member.data
            yield from _packed(cage, member.data, member.name, depth + 1)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
