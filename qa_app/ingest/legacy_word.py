"""Reads Word 97-2003 documents (.doc) through LibreOffice or catdoc, whichever is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from qa_app.core.document import Document
from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.docx.package import Package
from qa_app.ingest.docx.reader import DocxReader
from qa_app.ingest.plain import decode, lines_of_text

_TIMEOUT_SECONDS: Final = 90
_CURE: Final = "Open it in Word and save it as .docx; or install LibreOffice, and PEP QA will read .doc files itself."


def read_doc(data: bytes, name: str) -> tuple[Document, ...]:
    """Read a Word 97-2003 document.

    LibreOffice comes first: it keeps the tables. catdoc keeps every word, with tabs between the cells.

    Raises:
        UnreadableDocument: Neither program is installed, or neither could read the file.
    """
    with tempfile.TemporaryDirectory(prefix="pep-qa-") as folder:
        source = Path(folder, "plan.doc")
        source.write_bytes(data)
        converted = _through_office(source)
        if converted is not None:
            return (DocxReader(Package(converted)).read().build(name, data, "doc"),)
        text = _through_catdoc(source)
    if text is None:
        raise UnreadableDocument(
            "This is an old Word document (.doc), and no program that reads it was found or worked.", _CURE
        )
    return (lines_of_text(text).build(name, data, "doc"),)


def _through_office(source: Path) -> bytes | None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    profile = Path(source.parent, "profile").as_uri()  # its own, so that an open LibreOffice does not get in the way
    command = [
        program,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(source.parent),
        str(source),
    ]
    if _run(command) is None:
        return None
    result = source.with_suffix(".docx")
    return result.read_bytes() if result.is_file() else None


def _through_catdoc(source: Path) -> str | None:
    program = shutil.which("catdoc")
    output = _run([program, "-w", "-d", "utf-8", str(source)]) if program else None
    return decode(output) if output and output.strip() else None


def _run(command: list[str]) -> bytes | None:
    """Run a converter; None when it fails or takes too long."""
    try:
        run = subprocess.run(  # noqa: S603 - fixed commands on a file in our own folder
            command, capture_output=True, timeout=_TIMEOUT_SECONDS, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"}
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return None if run.returncode else run.stdout
