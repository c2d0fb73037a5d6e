# ruff: noqa: E501 - markup and tables of cases read best in one line
"""The other formats: what each keeps, and what it names as left out."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import openpyxl
import pytest

from qa_app.core.document import BlockKind, Document, OmissionKind, Region
from qa_app.ingest import read_bytes, read_file


def read(data: bytes, name: str) -> Document:
    (document,) = read_file(data, name, caged=False)
    return document


def words(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_encoding(encoding):
    assert words(read("Mae’r plentyn\r\n- yn hoffi canu\r\n".encode(encoding), "a.txt")) == ["Mae’r plentyn", "- yn hoffi canu"]


def test_markdown():
    text = "# My views\n\nI like\n**art** a lot.\n\n- read daily\n\n| Target | Who |\n|---|---|\n| Read | Miss Rees |\n\nEnd\n===\n"
    document = read(text.encode(), "a.md")
    assert words(document) == ["My views", "I like art a lot.", "read daily", "Target", "Who", "Read", "Miss Rees", "End"]
    assert [b.level for b in document.blocks if b.kind is BlockKind.HEADING] == [1, 1]
    assert [(b.cell.row, b.cell.column) for b in document.blocks if b.cell] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_web_page_keeps_form_values_and_names_hidden_parts():
    page = """<html><head><title>x</title><script>no()</script></head><body><h2>About me</h2>
      <p>Name: <input name="n" value="Elin"> <input type="hidden" value="key"></p><div style="display:none">secret</div>
      <label><input type="checkbox" checked> Yes</label> <label><input type="checkbox"> No</label>
      <textarea name="v">I like art</textarea><select><option>A</option><option selected>B</option></select>
      <table><thead><tr><th colspan="2">Wide</th></tr></thead><tr><td rowspan="2">tall<table><tr><td>in</td></tr></table></td>
      <td>x</td></tr><tr><td>y</td></tr></table></body></html>"""
    document = read(page.encode(), "a.html")
    assert words(document) == ["About me", "Name:", "Elin", "☒ Yes ☐ No", "I like art", "B", "Wide", "tall", "in", "x", "y"]
    cells = [(b.cell.table, b.cell.row, b.cell.column, b.cell.row_span, b.cell.column_span) for b in document.blocks if b.cell]
    assert cells == [(0, 0, 0, 1, 2), (0, 1, 0, 2, 1), (1, 0, 0, 1, 1), (0, 1, 1, 1, 1), (0, 2, 1, 1, 1)]
    assert [(o.kind, o.characters) for o in document.omissions] == [(OmissionKind.HIDDEN, 6)]


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\header Gwynant\par}{\footer Page\par}\pard {\b About me}\par "
    rb"\u373?n caf\'e9{\v unseen}{\deleted gone}{\footnote a note}\par \trowd\intbl Target\cell\intbl Who\cell\row"
    rb"\trowd\intbl Read\line daily\cell\intbl Mr A\cell\row\pard After\par}"
)


def test_rtf_keeps_words_tables_and_stories():
    document = read(RTF, "a.rtf")
    assert words(document) == [
        "Gwynant",
        "About me",
        "ŵn café",
        "Target",
        "Who",
        "Read\ndaily",
        "Mr A",
        "After",
        "Page",
        "a note",
    ]
    assert [(b.cell.row, b.cell.column) for b in document.blocks if b.cell] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [b.region for b in document.blocks if b.region is not Region.BODY] == [Region.HEADER, Region.FOOTER, Region.NOTE]
    assert {(o.kind, o.characters) for o in document.omissions} == {(OmissionKind.HIDDEN, 6), (OmissionKind.DELETED, 4)}
    assert document.blocks[1].bold


ODF = " ".join(
    f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "text", "table", "draw", "form")
)


def test_odt_keeps_words_tables_notes_and_comments():
    body = (
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>'
        '<text:h text:outline-level="2">About me</text:h>'
        '<text:p>I<text:s text:c="2"/>like<text:tab/>art<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note></text:p>'
        "<text:p>Say: <text:placeholder>Click</text:placeholder><office:annotation><text:p>why?</text:p></office:annotation></text:p>"
        "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>wide</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
    )  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        archive.writestr("content.xml", content)
    document = read(stream.getvalue(), "a.odt")
    assert words(document) == ["About me", "I  like\tart", "a note", "Say:", "Click", "why?", "wide", "c", "boxed"]
    assert [(b.cell.column, b.cell.column_span) for b in document.blocks if b.cell] == [(0, 2), (2, 1)]
    assert [document.quote(b.span) for b in document.blocks if b.prompt] == ["Click"]
    assert [(o.kind, o.characters) for o in document.omissions] == [(OmissionKind.DELETED, 4)]


HEADS = ["Child's name", "School", "Child's views", "Target 1", "By when"]


def test_csv_export_has_a_plan_per_row():
    rows = [HEADS, ["Aled", "Ysgol A", "I like art", "", "May"], [], ["Bethan", "Ysgol B", '"Fine", she said', "Read", "June"]]
    text = "\n".join(";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    documents = read_file(text.encode(), "export.csv", caged=False)
    assert [(d.plan_no, d.quote(d.blocks[1].span)) for d in documents] == [(1, "Aled"), (2, "Bethan")]
    assert words(documents[1])[4:6] == ["Child's views", '"Fine", she said']
    assert [b.filled for b in documents[0].blocks[:2]] == [None, True]


def workbook(rows: list[list[object]], hidden: list[object] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if hidden:
        sheet = book.create_sheet("lists")
        sheet.append(hidden)
        sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_workbook_export_has_a_plan_per_row():
    documents = read_file(
        workbook([HEADS, ["Aled", "Ysgol A", True, 3.0, None], ["Bethan", "B", "x", "y", "z"]]), "e.xlsx", caged=False
    )
    assert words(documents[0]) == [
        "Child's name",
        "Aled",
        "School",
        "Ysgol A",
        "Child's views",
        "Yes",
        "Target 1",
        "3",
        "By when",
    ]
    assert len(documents) == 2


def test_workbook_form_is_one_plan_and_hidden_sheets_are_named():
    document = read(workbook([["Name", "Aled"], [], ["Views", "I like art"]], hidden=["choices"]), "form.xlsx")
    assert [(document.quote(b.span), b.cell.row, b.cell.column) for b in document.blocks if b.cell] == [
        ("Name", 0, 0), ("Aled", 0, 1), ("Views", 2, 0), ("I like art", 2, 1),
    ]  # fmt: skip
    assert [(o.kind, o.characters) for o in document.omissions] == [(OmissionKind.HIDDEN, 7)]


def mail(text: str, **attachments: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "PEP"
    message.set_content(text)
    for name, data in attachments.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=f"{name}.txt")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mail("Please find it attached.", plan=b"My views"), [("m.eml/plan.txt", 1), ("m.eml/message.txt", 0)]),
        (mail("My views: I like art."), [("m.eml/message.txt", 1)]),
        (mail("word " * 300, plan=b"My views"), [("m.eml/plan.txt", 1), ("m.eml/message.txt", 1)]),
    ],
)
def test_mail_gives_its_attachments_and_its_text_when_that_may_be_the_plan(data, expected):
    outcomes = list(read_bytes(data, "m.eml", caged=False))
    assert [(o.file, len(o.documents)) for o in outcomes] == expected
    assert all(o.documents or o.notes for o in outcomes)
