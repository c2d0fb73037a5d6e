"""PDF files, drawn by reportlab."""

from __future__ import annotations

import io
import shutil

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from qa_app.core.document import BlockKind, Document, OmissionKind, Region
from qa_app.ingest import read_file
from qa_app.ingest.pdf import reader

STYLES = getSampleStyleSheet()


def read(data: bytes) -> Document:
    (document,) = read_file(data, "plan.pdf", caged=False)
    return document


def words(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


def drawn(draw) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def flowed(*story) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream, invariant=True).build(list(story))
    return stream.getvalue()


def ruled(rows: list[list[str]], *extra, repeat: int = 0) -> Table:
    cells = [[Paragraph(text, STYLES["Normal"]) for text in row] for row in rows]
    return Table(
        cells, colWidths=[200, 120, 100], repeatRows=repeat, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), *extra]
    )


def test_wrapped_lines_become_one_paragraph_and_headings_stay_apart():
    long = "Nia has settled well and is working hard in every lesson this term. " * 4
    document = read(flowed(Paragraph("Progress", STYLES["Heading1"]), Paragraph(long, STYLES["Normal"])))
    assert words(document) == ["Progress", long.strip()]
    assert [b.bold for b in document.blocks] == [True, False]
    assert document.blocks[0].size > document.blocks[1].size


def test_table_over_two_pages_is_one_table_and_its_repeated_head_is_named():
    rows = [["Target", "Who", "When"]] + [[f"Target {n}: finish chapter {n}", "Mr Bevan", "May"] for n in range(60)]
    document = read(flowed(ruled(rows, repeat=1)))
    cells = [b.cell for b in document.blocks]
    assert {c.table for c in cells} == {0}
    assert [c.row for c in cells if c.column == 0] == list(range(61))
    assert {b.page for b in document.blocks} == {1, 2}
    assert [(o.kind, o.characters) for o in document.omissions] == [(OmissionKind.REPEATED, len("TargetWhoWhen"))]


def places(document: Document) -> dict[str, tuple[int, int, int]]:
    return {document.quote(b.span): (b.cell.table, b.cell.row, b.cell.column) for b in document.blocks if b.cell}


def test_labels_beside_ruled_answer_boxes_share_their_rows():
    def draw(canvas: Canvas) -> None:
        canvas.rect(72, 700, 400, 20)
        canvas.drawString(76, 706, "1. Details")
        for row, (label, answer) in enumerate((("Name", "Elis"), ("School", "Ysgol y Bryn"))):
            canvas.rect(200, 680 - 20 * row, 272, 20)
            canvas.drawString(76, 686 - 20 * row, label)
            canvas.drawString(204, 686 - 20 * row, answer)

    found = places(read(drawn(draw)))
    assert found == {
        "1. Details": (0, 0, 0),
        "Name": (0, 1, 0),
        "Elis": (0, 1, 1),
        "School": (0, 2, 0),
        "Ysgol y Bryn": (0, 2, 1),
    }


def test_stack_of_answer_boxes_is_read_line_by_line_with_its_labels():
    def draw(canvas: Canvas) -> None:
        for row, (label, answer) in enumerate((("Name", "Elis"), ("School", "Ysgol y Bryn"))):
            canvas.rect(200, 680 - 20 * row, 272, 20)
            canvas.drawString(76, 686 - 20 * row, label)
            canvas.drawString(204, 686 - 20 * row, answer)

    assert words(read(drawn(draw))) == ["Name\tElis", "School\tYsgol y Bryn"]


def test_head_above_the_ruled_rows_is_the_first_row():
    def draw(canvas: Canvas) -> None:
        canvas.drawString(76, 710, "Target")
        canvas.drawString(254, 710, "Who")
        canvas.grid([72, 250, 400], [700, 680, 660])
        for row, (target, who) in enumerate((("Read", "Mrs Pugh"), ("Write", "Mr Ellis"))):
            canvas.drawString(76, 686 - 20 * row, target)
            canvas.drawString(254, 686 - 20 * row, who)

    assert list(places(read(drawn(draw))).values()) == [(0, row, column) for row in range(3) for column in range(2)]


def test_tables_that_follow_each_other_on_a_page_stay_apart():
    def draw(canvas: Canvas) -> None:
        for table in range(2):
            canvas.grid([72, 250, 400], [700 - 60 * table, 680 - 60 * table])
            canvas.drawString(76, 686 - 60 * table, f"label {table}")
            canvas.drawString(254, 686 - 60 * table, f"answer {table}")

    assert [place[0] for place in places(read(drawn(draw))).values()] == [0, 0, 1, 1]


def two_pages(first: list[str], second: list[str]) -> Document:
    """Draw a one-row table at the foot of a page and another with the same columns at the head of the next."""

    def draw(canvas: Canvas) -> None:
        for top, row in ((120, first), (780, second)):
            canvas.grid([72, 250, 400], [top, top - 40])
            for x, text in zip((76, 254), row, strict=True):
                canvas.drawString(x, top - 20, text)
            canvas.showPage()

    return read(drawn(draw))


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        (["Dai will read with", "Mrs Pugh"], ["an adult each day.", ""], [0, 0, 0]),
        (["Dai will read daily.", "Mrs Pugh"], ["an adult helps.", ""], [0, 0, 1]),
        (["Dai will read with", "Mrs Pugh"], ["Write a page", ""], [0, 0, 1]),
        (["Dai will read with", "Mrs Pugh"], ["an adult", "and others"], [0, 0, 1, 1]),
    ],
)
def test_row_cut_by_the_page_end_is_one_row_when_its_sentence_goes_on(first, second, rows):
    assert [b.cell.row for b in two_pages(first, second).blocks if b.cell] == rows


def test_merged_cells_have_their_spans():
    document = read(flowed(ruled([["wide", "", "c"], ["x", "y", "z"]], ("SPAN", (0, 0), (1, 0)))))
    found = {document.quote(b.span): (b.cell.row, b.cell.column, b.cell.column_span) for b in document.blocks}
    assert found == {"wide": (0, 0, 2), "c": (0, 2, 1), "x": (1, 0, 1), "y": (1, 1, 1), "z": (1, 2, 1)}


def test_page_headers_and_footers_come_once():
    def draw(canvas: Canvas) -> None:
        for page in (1, 2, 3):
            canvas.drawString(72, 800, "Gwynant County")
            canvas.drawString(72, 500, f"Body of sheet {'abc'[page - 1]}")
            canvas.drawString(72, 30, f"Page {page} of 3")
            canvas.showPage()

    document = read(drawn(draw))
    assert [(document.quote(b.span), b.region) for b in document.blocks] == [
        ("Gwynant County", Region.HEADER), ("Body of sheet a", Region.BODY), ("Body of sheet b", Region.BODY),
        ("Body of sheet c", Region.BODY), ("Page 1 of 3", Region.FOOTER),
    ]  # fmt: skip
    assert sum(o.characters for o in document.omissions) == 2 * (len("Gwynant County") + len("Page 2 of 3"))


def test_answer_that_heads_two_pages_by_chance_is_no_page_header():
    def draw(canvas: Canvas) -> None:
        for page in range(3):
            canvas.drawString(72, 800, "Gwynant County")
            canvas.drawString(72, 770, "First words" if page == 0 else "None entered")
            canvas.drawString(72, 500, f"Body {'abc'[page]}")
            canvas.showPage()

    document = read(drawn(draw))
    assert words(document).count("None entered") == 2
    assert [document.quote(b.span) for b in document.blocks if b.region is Region.HEADER] == ["Gwynant County"]


def test_two_columns_are_read_one_after_the_other():
    def draw(canvas: Canvas) -> None:
        for column, x in (("left", 60), ("right", 320)):
            for line in range(6):
                canvas.drawString(x, 700 - 40 * line, f"{column} {line}")

    assert words(read(drawn(draw))) == [f"{column} {line}" for column in ("left", "right") for line in range(6)]


def test_form_values_stand_after_their_labels():
    def draw(canvas: Canvas) -> None:
        form = canvas.acroForm
        canvas.drawString(72, 750, "Name:")
        form.textfield(name="n", tooltip="Child's name", x=150, y=745, width=200, height=20, value="Tomos")
        canvas.drawString(72, 700, "In school?")
        form.checkbox(name="s", x=150, y=695, checked=True)
        canvas.drawString(72, 650, "Status")
        form.choice(name="c", x=150, y=645, width=100, height=20, options=["None", "IDP"], value="IDP")
        form.textfield(name="e", x=150, y=545, width=200, height=20, value="")

    document = read(drawn(draw))
    assert document.text == "Name: Tomos\nIn school? ☒\nStatus IDP"
    fields = [b for b in document.blocks if b.kind is BlockKind.FIELD]
    assert [(b.label, b.filled) for b in fields] == [("Child's name", True), ("s", True), ("c", True)]


def test_label_and_answer_far_apart_on_a_line_stay_on_it():
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Date of birth")
        canvas.drawString(300, 700, "3 May 2015")

    assert words(read(drawn(draw))) == ["Date of birth\t3 May 2015"]


def test_turned_page_reads_from_left_to_right():
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(100, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Read me across the page")

    assert words(read(drawn(draw))) == ["Read me across the page"]


def scan(*lines: str) -> bytes:
    picture = Image.new("L", (1240, 1754), 255)
    font = ImageFont.load_default(size=34)
    for number, line in enumerate(lines):
        ImageDraw.Draw(picture).text((120, 150 + 60 * number), line, fill=0, font=font)
    return drawn(lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, 595, 842))


SCANNED = ("I would like to join the chess club on Mondays", "and to see my brother more often.")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs Tesseract")
def test_scanned_page_is_recognised_with_its_confidence():
    document = read(scan(*SCANNED))
    assert "chess club on Mondays" in document.text
    assert 0.5 < document.reading_confidence < 1
    assert not document.unread


def test_scanned_page_without_text_recognition_is_unread(monkeypatch):
    monkeypatch.setattr(reader, "languages", lambda: "")
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 700, "A first page whose words are all there to be read.")
    canvas.showPage()
    picture = Image.new("L", (620, 877), 200)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    document = read(stream.getvalue())
    assert [(o.place, o.characters) for o in document.unread] == [("page 2", None)]
    assert "Tesseract" in document.unread[0].explanation
