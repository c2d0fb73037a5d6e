"""Write files that cannot be read as plans, for tests: ``python corpus/bad/bad_files.py --out FOLDER``.

They are made when wanted and never stored: a repository with a zip bomb in it trips scanners.
"""

from __future__ import annotations

import argparse
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

BOMB_BYTES: Final = 300 * 1024 * 1024
"""Size of the bomb when unpacked."""
_CHUNK: Final = bytes(1024 * 1024)


def damaged_docx(path: Path) -> None:
    """A Word file cut off in the middle, as a broken download leaves it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document>" + "words of a plan " * 400 + "</document>")
    path.write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])


def docx_without_document(path: Path) -> None:
    """A zip package with a Word name and no text part."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")


def docx_with_broken_xml(path: Path) -> None:
    """A Word package whose text part is not well formed."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document><w:body><w:p>")


def empty_file(path: Path) -> None:
    """No bytes at all."""
    path.write_bytes(b"")


def encrypted_pdf(path: Path) -> None:
    """A PDF that asks for a password."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("not-to-be-guessed", algorithm="AES-256")
    writer.write(path)


def encrypted_docx(path: Path) -> None:
    """A Word file with a password: Word wraps it in an OLE container."""
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512))


def jpeg_named_docx(path: Path) -> None:
    """A photograph with the wrong name."""
    from PIL import Image

    Image.new("RGB", (64, 48), (90, 120, 150)).save(path, "JPEG")


def pdf_without_pages(path: Path) -> None:
    """A PDF whose page tree is empty."""
    bodies = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 3\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    path.write_bytes(content + b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)


def truncated_pdf(path: Path) -> None:
    """A PDF of which only the first bytes arrived."""
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Cat")


def zip_bomb(path: Path) -> None:
    """A small archive that swells a thousandfold."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open("plan.txt", "w") as member:
        for _ in range(BOMB_BYTES // len(_CHUNK)):
            member.write(_CHUNK)


def zip_climbing_out(path: Path) -> None:
    """An archive whose member wants to be written outside its folder."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../outside.txt", "should stay inside")


def program_named_pdf(path: Path) -> None:
    """A Windows program with the wrong name."""
    path.write_bytes(b"MZ\x90\x00" + bytes(300))


BUILDERS: Final[Mapping[str, Callable[[Path], None]]] = {
    "damaged.docx": damaged_docx,
    "no-document.docx": docx_without_document,
    "broken-xml.docx": docx_with_broken_xml,
    "empty.docx": empty_file,
    "empty.pdf": empty_file,
    "password.pdf": encrypted_pdf,
    "password.docx": encrypted_docx,
    "photo.docx": jpeg_named_docx,
    "no-pages.pdf": pdf_without_pages,
    "truncated.pdf": truncated_pdf,
    "bomb.zip": zip_bomb,
    "climbing.zip": zip_climbing_out,
    "program.pdf": program_named_pdf,
}
"""File name and what writes it."""


def build(folder: Path) -> list[Path]:
    """Write every bad file into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, write in BUILDERS.items():
        write(folder / name)
        paths.append(folder / name)
    return paths


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    build(parser.parse_args().out)


if __name__ == "__main__":
    main()
