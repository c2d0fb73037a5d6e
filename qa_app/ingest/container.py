"""Opens zip-based files safely: limits before unpacking, bytes counted while unpacking, no XML with a DOCTYPE."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from qa_app.core.errors import UnreadableDocument

MAX_ENTRIES: Final = 5000
MAX_UNPACKED: Final = 200 * 2**20  # bytes; a long plan with photographs unpacks to some 30 MB
MAX_PART: Final = 40 * 2**20  # bytes of one XML part; a plan's is under 2 MB
MAX_RATIO: Final = 300  # of parts over 1 MB; form XML compresses up to about 60 times, bombs over 1000 times
_DOCTYPE: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_TOO_BIG: Final = "The file unpacks to far more than a plan would hold, so it was not opened."
_ASK_AGAIN: Final = "Ask for it again, or open it, save a copy, and use the copy."


def damaged(what: str = "The file is damaged and cannot be opened.") -> UnreadableDocument:
    """Return the error for a file that is broken inside."""
    return UnreadableDocument(
        what, "Ask for it again, or open it in the program it was made with, let it repair the file, and save a copy."
    )


class Container:
    """A zip-based file whose size, ratio, entry count and names were checked.

    Raises:
        UnreadableDocument: On opening, when a check fails.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise damaged() from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise UnreadableDocument(f"The file holds more than {MAX_ENTRIES} parts, so it was not opened.", _ASK_AGAIN)
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise UnreadableDocument(_TOO_BIG, _ASK_AGAIN)
        for entry in entries:
            path = PurePosixPath(entry.filename.replace("\\", "/"))
            if ".." in path.parts or path.is_absolute():
                raise UnreadableDocument(
                    "The file holds a part whose name points outside it, so it was not opened.", _ASK_AGAIN
                )
            if entry.file_size > 2**20 and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
                raise UnreadableDocument(_TOO_BIG, _ASK_AGAIN)
        self._unpacked = 0

    @property
    def entries(self) -> tuple[zipfile.ZipInfo, ...]:
        """Files in the container, in stored order, without folders."""
        return tuple(entry for entry in self._zip.infolist() if not entry.is_dir())

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str, limit: int = MAX_UNPACKED) -> bytes:
        """Return a part's bytes.

        Raises:
            UnreadableDocument: The part is missing, damaged, encrypted or too big.
        """
        try:
            with self._zip.open(name) as part:
                data = part.read(limit + 1)
        except RuntimeError as error:  # what zipfile raises for an encrypted entry
            raise UnreadableDocument(
                "The file is protected with a password.", "Open it with the password, save a copy without one, and try again."
            ) from error
        except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise damaged("A part of the file is missing or damaged.") from error
        self._unpacked += len(data)  # counted, because the sizes in a zip file's directory can lie
        if len(data) > limit or self._unpacked > 2 * MAX_UNPACKED:
            raise UnreadableDocument(_TOO_BIG, _ASK_AGAIN)
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root element of an XML part."""
        return parse_xml(self.read(name, MAX_PART))


def parse_xml(data: bytes) -> etree._Element:
    """Parse XML that uses no DOCTYPE: entities would let a file drop or multiply text unseen.

    Raises:
        UnreadableDocument: It is not well-formed, or has a DOCTYPE.
    """
    is_wide = b"\x00" in data[:4]
    if _DOCTYPE.search(data.replace(b"\x00", b"") if is_wide else data):
        raise UnreadableDocument(
            "The file defines XML entities, which can hide or multiply text, so it was not opened.", _ASK_AGAIN
        )
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    return root
