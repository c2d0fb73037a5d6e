"""The promise of reading: every visible character is in the text or named as left out."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_app.core.document import Document
from qa_app.ingest import read_file
from qa_app.ingest.builder import DocumentBuilder, Style, clean
from qa_app.ingest.cage import Cage

_LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=30,
)
_QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def without_space(text: str) -> str:
    return "".join(clean(text).split())


def check_blocks(document: Document) -> None:
    covered = "".join(document.quote(block.span) for block in document.blocks)
    assert without_space(covered) == without_space(document.text)
    for block in document.blocks:
        assert document.quote(block.span).strip() == document.quote(block.span) != ""


@_QUICK
@given(st.lists(st.tuples(_LETTERS, st.booleans()), min_size=1, max_size=8))
def test_builder_keeps_every_visible_character(pieces):
    builder = DocumentBuilder()
    for text, same_line in pieces:
        builder.add(text, Style(), same_line=same_line)
    document = builder.build("a", b"a", "txt")
    check_blocks(document)
    assert without_space(document.text) == "".join(without_space(text) for text, _ in pieces)


@_QUICK
@given(
    st.lists(
        st.tuples(_LETTERS, st.sampled_from(["p", "cell", "control", "inserted", "deleted", "hidden"])), min_size=1, max_size=10
    )
)
def test_word_file_keeps_or_names_every_character(make_docx, pieces):
    wrap = {
        "p": "<w:p>{}</w:p>",
        "cell": "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        "control": "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
        "inserted": "<w:p><w:ins>{}</w:ins></w:p>",
        "deleted": "<w:p><w:del>{}</w:del></w:p>",
        "hidden": "<w:p>{}</w:p>",
    }
    look = '<w:r><w:rPr><w:vanish w:val="{}"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    body = "".join(wrap[kind].format(look.format("1" if kind == "hidden" else "0", escape(text))) for text, kind in pieces)
    anchor = "<w:p><w:r><w:t>anchor</w:t></w:r></w:p>"
    (document,) = read_file(make_docx(anchor + body), "plan.docx", caged=False)
    check_blocks(document)
    kept = "".join(without_space(text) for text, kind in pieces if kind not in ("deleted", "hidden"))
    assert without_space(document.text) == "anchor" + kept
    left_out = {o.kind.value: o.characters for o in document.omissions}
    for kind in ("deleted", "hidden"):
        least = sum(len(without_space(text)) for text, piece in pieces if piece == kind)
        assert left_out.get(kind, 0) >= least


@_QUICK
@given(_LETTERS.filter(lambda text: without_space(text) and text.isprintable()))
def test_text_file_keeps_every_character(text):
    (document,) = read_file(f"x {text}".encode(), "plan.txt", caged=False)
    check_blocks(document)
    assert without_space(document.text) == "x" + without_space(text)


@pytest.fixture(scope="module")
def samples(make_docx) -> list[tuple[bytes, str]]:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    canvas.drawString(72, 700, "A plan of one line")
    canvas.save()
    docx = make_docx("<w:p><w:r><w:t>A plan</w:t></w:r></w:p>", comments="<w:comment><w:p/></w:comment>")
    rtf = rb"{\rtf1\ansi A plan {\b bold}\par\trowd\intbl a\cell\row}"
    return [
        (stream.getvalue(), "a.pdf"),
        (docx, "a.docx"),
        (rtf, "a.rtf"),
        (b"<html><body><p>A plan</p></body></html>", "a.html"),
    ]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_bytes_give_a_document_or_a_message(samples, data):
    """Change and cut real files: whatever comes, it is a document or :class:`UnreadableDocument`."""
    from qa_app.core.errors import UnreadableDocument

    original, name = data.draw(st.sampled_from(samples))
    damaged = bytearray(original[: data.draw(st.integers(0, len(original)))])
    for place in data.draw(st.lists(st.integers(0, max(len(damaged) - 1, 0)), max_size=6)):
        if damaged:
            damaged[place] = data.draw(st.integers(0, 255))
    try:
        documents = _CAGE.read(bytes(damaged), name)
    except UnreadableDocument:
        return
    for document in documents:
        check_blocks(document)


_CAGE = Cage()


def teardown_module() -> None:
    _CAGE.close()
