"""Which reader reads which format, and the one place where a reader's failure becomes a message."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar, cast

from qa_app.core.document import Document
from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.members import Member
from qa_app.ingest.sniff import Media, sniff

Reader: TypeAlias = Callable[[bytes, str], tuple[Document, ...]]
Opener: TypeAlias = Callable[[bytes, str], tuple[Member, ...]]
_Result = TypeVar("_Result")

MAX_FILE_BYTES: Final = 100 * 2**20
# Module and function per format. Named, not imported: each reader pulls in heavy libraries of its own.
READERS: Final = MappingProxyType(
    {
        Media.DOCX: ("qa_app.ingest.docx.reader", "read_docx"),
        Media.DOC: ("qa_app.ingest.legacy_word", "read_doc"),
        Media.ODT: ("qa_app.ingest.opendocument", "read_odt"),
        Media.ODS: ("qa_app.ingest.sheets", "read_ods"),
        Media.RTF: ("qa_app.ingest.rtf", "read_rtf"),
        Media.PDF: ("qa_app.ingest.pdf.reader", "read_pdf"),
        Media.HTML: ("qa_app.ingest.webpage", "read_html"),
        Media.TEXT: ("qa_app.ingest.plain", "read_text"),
        Media.MARKDOWN: ("qa_app.ingest.plain", "read_markdown"),
        Media.XLSX: ("qa_app.ingest.sheets", "read_xlsx"),
        Media.CSV: ("qa_app.ingest.sheets", "read_csv"),
    }
)
OPENERS: Final = MappingProxyType(
    {
        Media.ZIP: ("qa_app.ingest.members", "open_zip"),
        Media.EML: ("qa_app.ingest.mail", "open_mail"),
    }
)
_BROKEN: Final = "The file is broken in a way that stops it from being read."
_BROKEN_CURE: Final = "Open it in the program it was made with, save a copy (or print it to PDF), and use the copy."


def read(data: bytes, name: str) -> tuple[Document, ...]:
    """Read the plan or plans of one file in this process.

    Raises:
        UnreadableDocument: It cannot be read, or no words were found in it.
    """
    module, function = READERS[_media(data, name)]
    reader = cast(Reader, getattr(importlib.import_module(module), function))
    documents = _guarded(reader, data, name)
    if not documents or all(not document.blocks and not document.unread for document in documents):
        raise UnreadableDocument(
            "The file opens, but there is not a word in it.", "Check that this is the filled-in plan, and ask for it again."
        )
    if all(not document.blocks for document in documents):
        raise UnreadableDocument(
            "No words could be read: the file holds only pictures or embedded parts.",
            next(document.unread[0].explanation for document in documents),
        )
    return documents


def open_members(data: bytes, name: str) -> tuple[Member, ...]:
    """Take the files out of a zip file or e-mail, in this process.

    Raises:
        UnreadableDocument: The container is damaged or unsafe.
    """
    module, function = OPENERS[_media(data, name)]
    opener = cast(Opener, getattr(importlib.import_module(module), function))
    return _guarded(opener, data, name)


def _media(data: bytes, name: str) -> Media:
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableDocument(
            f"The file is larger than {MAX_FILE_BYTES // 2**20} MB.",
            "Save it with smaller pictures, or split it, and try again.",
        )
    return sniff(data, name)


def _guarded(function: Callable[[bytes, str], _Result], data: bytes, name: str) -> _Result:
    try:
        return function(data, name)
    except UnreadableDocument:
        raise
    except MemoryError:
        raise UnreadableDocument("The file needs more memory than a plan should.", _BROKEN_CURE) from None
    except Exception as error:  # libraries over hostile bytes: a message, never a traceback
        raise UnreadableDocument(_BROKEN, _BROKEN_CURE) from error
