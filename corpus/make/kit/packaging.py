"""Zip packages with the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def write_stable_zip(path: Path, members: dict[str, bytes]) -> None:
    """Write ``members`` in the order given, with a fixed time and no trace of the machine."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)


def members_of(content: bytes) -> dict[str, bytes]:
    """Return the members of a zip package, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}
