"""Tells what a file is by its content. The name only settles what content cannot (Markdown, CSV, plain text)."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from qa_app.core.errors import UnreadableDocument


class Media(StrEnum):
    """Formats that can be read."""

    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    ODS = "ods"
    RTF = "rtf"
    PDF = "pdf"
    HTML = "html"
    TEXT = "txt"
    MARKDOWN = "md"
    XLSX = "xlsx"
    CSV = "csv"
    ZIP = "zip"
    EML = "eml"

    @property
    def holds_files(self) -> bool:
        """Whether the file is a container of other files."""
        return self in (Media.ZIP, Media.EML)


DATA_FILE: Final = "This is a data or program file, not a document that somebody wrote."
_DATA_SUFFIXES: Final = frozenset(
    (".json", ".jsonl", ".yaml", ".yml", ".toml", ".ini", ".xml", ".log", ".py", ".js", ".css", ".sql")
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS: Final = "Open it, save it as a Word document (.docx) or PDF, and try again."
_FOREIGN: Final = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"{\\pwi", "a Pocket Word document"),
    (b"\xffWPC", "a WordPerfect document"),
)
_PICTURE_CURE: Final = "Put the picture in a PDF (print it to PDF) and try again, or ask for the original document."
_ARCHIVE_CURE: Final = "Unpack it, and give the documents or a zip file."
_HEADER_LINE: Final = re.compile(
    rb"^(?:from|to|subject|date|received|mime-version|message-id|return-path|content-type|delivered-to|x-[\w-]+):", re.I
)
_HTML: Final = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]|<table[\s>]|<head[\s>]", re.I)


def sniff(data: bytes, name: str) -> Media:
    """Return the format of a file.

    Raises:
        UnreadableDocument: It is empty, or of a kind that is not read; the message names the kind.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableDocument(
            "The file is empty.", "Ask for the document again: it may not have been saved or sent completely."
        )
    suffix = PurePath(name).suffix.lower()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(_OLE):
        return _sniff_ole(data)
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return Media.PDF
    if head.lstrip().startswith(b"{\\rtf"):
        return Media.RTF
    _refuse_foreign(data)
    return _sniff_text(data, suffix)


def _refuse_foreign(data: bytes) -> None:
    for magic, what in _FOREIGN:
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64]):
            cure = _PICTURE_CURE if "picture" in what else _ARCHIVE_CURE if "archive" in what else _SAVE_AS
            raise UnreadableDocument(f"This is {what}, whatever its name says.", cure)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        raise UnreadableDocument("This is a HEIC picture from a phone, whatever its name says.", _PICTURE_CURE)


def _sniff_zip(data: bytes) -> Media:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype")[:100].decode("ascii", "replace") if _small(archive, "mimetype") else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise UnreadableDocument(
            "The file is damaged: it starts like a Word document or zip file, but its end is missing or broken.",
            "Ask for it again, or open it in Word, let Word repair it, and save a copy.",
        ) from error
    if "[Content_Types].xml" in names:
        if any(name.startswith("word/") for name in names):
            return Media.DOCX
        if any(name.startswith("xl/") for name in names):
            return Media.XLSX
        raise UnreadableDocument("This is an Office file that is neither a Word document nor a workbook.", _SAVE_AS)
    if "opendocument.text" in mimetype:
        return Media.ODT
    if "opendocument.spreadsheet" in mimetype:
        return Media.ODS
    if mimetype.startswith("application/vnd.oasis") or "Index/Document.iwa" in names:
        raise UnreadableDocument("This is a document of a kind that PEP QA does not read.", _SAVE_AS)
    return Media.ZIP


def _small(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist() and archive.getinfo(name).file_size < 1000


def _sniff_ole(data: bytes) -> Media:
    """Tell Office's old container files apart by the names in their directory, which are stored as UTF-16."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise UnreadableDocument(
            "The document is protected with a password.", "Open it with the password, save a copy without one, and try again."
        )
    if holds("WordDocument"):
        return Media.DOC
    if holds("__properties_version1.0"):
        raise UnreadableDocument(
            "This is an Outlook message (.msg), which PEP QA does not read.",
            "Open it in Outlook and save its attachments, or save the message as .eml.",
        )
    if holds("Workbook") or holds("Book"):
        raise UnreadableDocument("This is an old Excel workbook (.xls).", "Open it, save it as .xlsx, and try again.")
    raise UnreadableDocument("This is an old Office file of a kind that PEP QA does not read.", _SAVE_AS)


def _is_mail(head: bytes, suffix: str) -> bool:
    lines = head.split(b"\n", 8)[:8]
    headers = sum(bool(_HEADER_LINE.match(line)) for line in lines)
    return headers >= 3 or (suffix == ".eml" and headers >= 1)


def _sniff_text(data: bytes, suffix: str) -> Media:
    if _is_mail(data[:4096], suffix):
        return Media.EML
    if suffix in (".html", ".htm", ".xhtml") or _HTML.search(data[:1024]):
        return Media.HTML
    sample = data[:65536]
    is_wide = sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    if not is_wide and controls > len(sample) * 0.01:
        if suffix in (".docx", ".pdf", ".doc", ".odt", ".xlsx", ".zip", ".rtf"):
            raise UnreadableDocument(
                f"The file is damaged: its name ends in {suffix}, but its content is something else.",
                "Ask for it again, or open it in the program it was made with and save a copy.",
            )
        raise UnreadableDocument("This is not a kind of document that PEP QA reads.", _SAVE_AS)
    if suffix in _DATA_SUFFIXES:
        raise UnreadableDocument(DATA_FILE, "Give the plan itself: a Word document or PDF.")
    if suffix in (".csv", ".tsv"):
        return Media.CSV
    return Media.MARKDOWN if suffix in (".md", ".markdown") else Media.TEXT
