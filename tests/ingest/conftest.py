from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {"header": "hdr", "footer": "ftr"}


def _docx(body: str, *, raw: str = "", **parts: str) -> bytes:
    """Build a Word file from the XML inside ``w:body`` and inside the roots of further parts.

    Parts named ``header*`` and ``footer*`` are referred to by their names as relationship ids. ``raw`` goes before the root.
    """
    stream = io.BytesIO()
    relationships = ""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="a" Type="{_TYPE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        for name, content in parts.items():
            kind = name.rstrip("0123456789")
            root = _ROOTS.get(kind, kind)
            archive.writestr(f"word/{name}.xml", f"<w:{root} {_NAMESPACES}>{content}</w:{root}>")
            relationships += f'<Relationship Id="{name}" Type="{_TYPE}/{kind}" Target="{name}.xml"/>'
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relationships}</Relationships>")
        archive.writestr("word/document.xml", f"{raw}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
    return stream.getvalue()


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    return _docx
