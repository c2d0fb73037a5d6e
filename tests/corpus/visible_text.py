"""What a person sees in a sample document, read the plainest way, apart from the program under test."""

import re
import zipfile
from pathlib import Path

import pypdfium2
from lxml import etree
from pypdf import PdfReader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


def squeezed(text: str) -> str:
    """Drop all white space, so that line breaks in cells do not matter."""
    return re.sub(r"\s+", "", text)


def of_docx(path: Path) -> str:
    """Every run of text in reading order, without deletions and fallback copies."""
    words: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if _PARTS.fullmatch(name):
                root = etree.fromstring(archive.read(name))
                for fallback in list(root.iter(_FALLBACK)):
                    fallback.getparent().remove(fallback)
                words += [node.text or "" if node.tag == f"{_W}t" else "\n" for node in root.iter(f"{_W}t", f"{_W}p")]
    return "".join(words)


def of_pdf(path: Path) -> str:
    """The text layer and the form values."""
    pages = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    fields = PdfReader(path).get_fields() or {}
    return text + "\n" + "\n".join(str(field.get("/V") or "") for field in fields.values())


def of(path: Path) -> str:
    """The visible text of ``path``."""
    return of_docx(path) if path.suffix == ".docx" else of_pdf(path)


def content(path: Path) -> bytes | dict[str, bytes]:
    """The bytes, for a zip package those of its members: compressors differ between machines, contents may not."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return path.read_bytes()
