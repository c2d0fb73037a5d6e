# ruff: noqa: E501 - markup and tables of cases read best in one line
"""Files that cannot be read: each gets its own plain message, and harms no other file."""

from __future__ import annotations

import io
import os
import pickle
import signal
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from qa_app.core.errors import UnreadableDocument
from qa_app.ingest import read_file, read_inputs
from qa_app.ingest.cage import Cage, _AnswerUnpickler
from qa_app.ingest.container import Container

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64


def make_pdf(text: str = "Words on a page") -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    canvas.drawString(72, 700, text)
    canvas.save()
    return stream.getvalue()


def with_password(user: str) -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(make_pdf())))
    writer.encrypt(user, owner_password="owner")
    writer.write(stream)
    return stream.getvalue()


def without_pages() -> bytes:
    stream = io.BytesIO()
    PdfWriter().write(stream)
    return stream.getvalue()


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


CASES = {
    "empty": (b"", "plan.docx", "empty"),
    "blanks": (b" \n\x00", "plan.txt", "empty"),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 50, "plan.docx", "JPEG picture"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "plan.pdf", "PNG picture"),
    "encrypted office": (OLE + "EncryptedPackage".encode("utf-16-le"), "plan.docx", "password"),
    "outlook": (OLE + "__properties_version1.0".encode("utf-16-le"), "a.msg", "Outlook"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "a.xls", "old Excel"),
    "damaged zip": (b"PK\x03\x04" + b"\x01\x02" * 200, "plan.docx", "damaged"),
    "damaged pdf": (b"%PDF-1.4\nnothing more", "plan.pdf", "damaged"),
    "binary": (bytes(range(32)) * 20, "plan.docx", "damaged"),
    "unknown binary": (bytes(range(32)) * 20, "plan.xyz", "not a kind"),
    "password pdf": (with_password("secret"), "plan.pdf", "password"),
    "no pages": (without_pages(), "plan.pdf", "no pages"),
    "other office": (zipped(**{"[Content_Types].xml": b"<a/>", "ppt/a.xml": b"<a/>"}), "a.pptx", "neither a Word document"),
    "no main part": (zipped(**{"[Content_Types].xml": b"<a/>", "word/x.xml": b"<a/>"}), "a.docx", "main part is missing"),
    "broken xml": (zipped(**{"[Content_Types].xml": b"<a/>", "word/document.xml": b"<w:p"}), "a.docx", "damaged"),
    "path outside": (zipped(**{"../../plan.txt": b"words"}), "a.zip", "points outside"),
    "bomb": (zipped(**{"plan.txt": b" " * 5_000_000}), "a.zip", "unpacks to far more"),
    "empty zip": (zipped(), "a.zip", "empty"),
    "data": (b'{"a": 1}', "plan.json", "data or program file"),
    "list of names": (b"when,what\n1,2\n", "list.csv", "no column for a child's name"),
}  # fmt: skip


@pytest.fixture(scope="module")
def cage():
    with Cage() as shared:
        yield shared


@pytest.mark.parametrize(("data", "name", "reason"), CASES.values(), ids=CASES)
def test_message_says_what_is_wrong_and_what_to_do(data, name, reason):
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read_file(data, name, caged=False)
    assert caught.value.cure.endswith((".", "!"))


def test_docx_with_a_doctype_is_refused(make_docx):
    entities = '<!DOCTYPE d [<!ENTITY e "hidden">]>'
    with pytest.raises(UnreadableDocument, match="entities"):
        read_file(make_docx("<w:p/>", raw=entities), "plan.docx", caged=False)


def test_docx_without_a_word_is_no_silent_pass(make_docx):
    with pytest.raises(UnreadableDocument, match="not a word"):
        read_file(make_docx("<w:p/>"), "plan.docx", caged=False)


def test_size_in_a_zip_directory_that_lies_is_counted_while_unpacking():
    container = Container(zipped(a=b"words " * 100))
    with pytest.raises(UnreadableDocument, match="unpacks to far more"):
        container.read("a", limit=10)


def test_pdf_with_an_owner_password_only_opens():
    (document,) = read_file(with_password(""), "plan.pdf", caged=False)
    assert document.text == "Words on a page"


def test_damaged_pdf_after_an_encrypted_one_is_still_called_damaged(cage):
    for data, reason in ((with_password("x"), "password"), (b"%PDF-1.4\nnothing more", "damaged")):
        with pytest.raises(UnreadableDocument, match=reason):
            cage.read(data, "plan.pdf")


def test_batch_names_each_bad_file_and_reads_the_good_ones(tmp_path: Path, make_docx):
    good = make_docx("<w:p><w:r><w:t>Good plan</w:t></w:r></w:p>")
    for name, data in {
        "a.docx": good, "b.docx": b"", "c.docx": CASES["jpeg"][0], "d.pdf": with_password("x"), "~$a.docx": b"lock", ".hidden": b"x",
        "e.zip": zipped(**{"in/good.docx": good, "bad.docx": b"PK\x03\x04broken", "__MACOSX/x": b"x", "list.csv": b"a,b\n1,2\n"}), "manifest.csv": b"file,kind\na,b\n", "notes.json": b"{}",
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    outcomes = list(read_inputs([tmp_path, tmp_path / "missing.docx"]))
    assert [(o.file, len(o.documents), o.unreadable is not None, bool(o.notes)) for o in outcomes] == [
        ("a.docx", 1, False, False),
        ("b.docx", 0, True, False),
        ("c.docx", 0, True, False),
        ("d.pdf", 0, True, False),
        ("e.zip/bad.docx", 0, True, False),
        ("e.zip/in/good.docx", 1, False, False),
        ("e.zip/list.csv", 0, False, True),
        ("manifest.csv", 0, False, True),
        ("notes.json", 0, False, True),
        ("missing.docx", 0, True, False),
    ]
    assert outcomes[5].documents[0].name == "e.zip/in/good.docx"


def test_zip_with_a_bad_file_does_not_pass_as_read(make_docx):
    data = zipped(**{"a.docx": make_docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>"), "b.docx": b"PK\x03\x04"})
    with pytest.raises(UnreadableDocument, match=r"all\.zip/b\.docx: .*damaged"):
        read_file(data, "all.zip", caged=False)


def test_caged_reading_gives_the_same_document(cage):
    assert cage.read(make_pdf(), "plan.pdf") == read_file(make_pdf(), "plan.pdf", caged=False)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_child_that_dies_gives_a_message_and_is_replaced(cage):
    cage.read(make_pdf(), "plan.pdf")
    os.kill(cage._process.pid, signal.SIGKILL)
    cage._process.poll = lambda: None  # the parent has not noticed yet
    with pytest.raises(UnreadableDocument, match="broke off"):
        cage.read(make_pdf(), "plan.pdf")
    assert cage.read(make_pdf("again"), "plan.pdf")[0].text == "again"


def test_file_that_takes_too_long_gives_a_message():
    with Cage(timeout=0.01) as hasty, pytest.raises(UnreadableDocument, match="took longer"):
        hasty.read(make_pdf(), "plan.pdf")


def test_answers_may_only_hold_known_classes():
    with pytest.raises(pickle.UnpicklingError):
        _AnswerUnpickler(io.BytesIO(pickle.dumps(os.system))).load()
