"""Word files: layout stays, names go from wherever Word keeps them."""

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import pytest

from qa_app.redact import Name, NameKind, Redactor, rewrite_docx, texts_of

REDACTOR = Redactor(
    (
        (Name(NameKind.CHILD, words=("Nel", "Prysor")), "Child A"),
        (Name(NameKind.PERSON, words=("Paula", "Tibbott")), "Teacher 1"),
    )
)


@pytest.fixture
def file_with() -> Callable[..., bytes]:
    def make(body: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
        document = docx.Document()
        document.add_paragraph("Plan")
        document.sections[0].header.paragraphs[0].text = "Nel Prysor, confidential"
        document.core_properties.author = "Paula Tibbott"
        document.core_properties.title = "PEP of Nel Prysor"
        out = io.BytesIO()
        document.save(out)
        with zipfile.ZipFile(out) as package:
            files = {name: package.read(name) for name in package.namelist()}
        files["word/document.xml"] = files["word/document.xml"].replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)
        files.update(parts or {})
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w") as package:
            for name, data in files.items():
                package.writestr(name, data)
        return copy.getvalue()

    return make


def whole(data: bytes) -> str:
    """Return every part of a package as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(name + package.read(name).decode("utf-8", "replace") for name in package.namelist())


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (paragraph("Today N", "el Pry", "sor sang."), "Today Child A sang."),
        (paragraph("Mrs ", "Tib", "bott and Nel", " met."), "Teacher 1 and Child A met."),
        (f"<w:ins w:author='Paula Tibbott' w:id='9'>{paragraph('New: Nel ate.')[5:-6]}</w:ins>", None),
        (f"<w:p><w:ins w:author='P Tibbott' w:id='9'>{paragraph('New: Nel ate.')[5:-6]}</w:ins></w:p>", "New: Child A ate."),
        (f"<w:tbl><w:tr><w:tc>{paragraph('Nel')}</w:tc></w:tr></w:tbl>", "Child A"),
        (f"<w:sdt><w:sdtPr><w:alias w:val='Nel'/></w:sdtPr><w:sdtContent>{paragraph('Nel')}</w:sdtContent></w:sdt>", "Child A"),
        (f"<w:p><w:r><w:pict><txbxContent>{paragraph('Nel boxed')}</txbxContent></w:pict></w:r></w:p>", "Child A boxed"),
        ("<w:p><w:r><w:instrText>HYPERLINK mailto:nel@home.example</w:instrText></w:r></w:p>", None),
    ],
)  # fmt: skip
def test_names_go_wherever_they_stand(file_with: Callable[..., bytes], body: str, kept: str | None) -> None:
    data = rewrite_docx(file_with(body), REDACTOR)
    assert not any(name in whole(data) for name in ("Nel", "Prysor", "Tibbott", "Paula", "nel@"))
    assert kept is None or kept in texts_of(data)
    assert "Child A, confidential" in texts_of(data)
    docx.Document(io.BytesIO(data))  # opens


def test_deleted_words_are_taken_out(file_with: Callable[..., bytes]) -> None:
    body = (
        "<w:p><w:r><w:t>Kept.</w:t></w:r><w:del w:author='x' w:id='1'><w:r><w:delText>Secret.</w:delText></w:r></w:del></w:p>"
    )
    data = rewrite_docx(file_with(body), REDACTOR)
    assert "Secret" not in whole(data)
    assert "Kept." in texts_of(data)


def test_hidden_parts_are_taken_out(file_with: Callable[..., bytes]) -> None:
    parts = {
        "customXml/item1.xml": b"<a>Nel Prysor</a>",
        "docProps/thumbnail.jpeg": b"Nel",
        "word/embeddings/book.xlsx": b"Nel",
        "word/media/image1.png": b"Nel",
        "word/people.xml": b"<p a='Paula Tibbott'/>",
    }
    data = rewrite_docx(file_with(parts=parts), REDACTOR)
    assert "Nel" not in whole(data)
    assert "Tibbott" not in whole(data)


def test_the_same_file_gives_the_same_bytes(file_with: Callable[..., bytes]) -> None:
    original = file_with(paragraph("Nel"))
    assert rewrite_docx(original, REDACTOR) == rewrite_docx(original, REDACTOR)


def test_alternative_texts_and_bookmarks_are_read_and_changed(file_with: Callable[..., bytes]) -> None:
    picture = "<w:r><w:drawing><docPr descr='Nel Prysor at sea'/></w:drawing></w:r>"
    body = f"<w:p><w:bookmarkStart w:id='3' w:name='Nel'/>{picture}</w:p>"
    original = file_with(body)
    assert "Nel Prysor at sea" in texts_of(original)
    assert "Child A at sea" in texts_of(rewrite_docx(original, REDACTOR))


@pytest.mark.parametrize("data", [b"", b"PK not a zip", b"%PDF-1.7"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a Word file"):
        rewrite_docx(data, REDACTOR)
