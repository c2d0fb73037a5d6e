# ruff: noqa: E501 - markup reads best in one line
"""Word documents: every construct that holds text, and what is left out."""

from __future__ import annotations

import pytest

from qa_app.core.document import BlockKind, Document, OmissionKind, Region
from qa_app.ingest import read_file


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr>{content}</w:p>"


def cell(content: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>"


def sdt(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def legacy(data: str, result: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/>{data}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


TEXT_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def read(data: bytes) -> Document:
    (document,) = read_file(data, "plan.docx", caged=False)
    return document


def words(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(run("Mae Non yn") + run(" hapus.")), ["Mae Non yn hapus."]),
        (p(run("a") + "<w:r><w:tab/></w:r>" + run("b") + "<w:r><w:br/></w:r>" + run("c")), ["a\tb\nc"]),
        (p(f'<w:ins w:id="1">{run("kept")}</w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>'), ["kept"]),
        (p(f"<w:moveFrom>{run('old place')}</w:moveFrom><w:moveTo>{run('new place')}</w:moveTo>"), ["new place"]),
        (p(f"<w:hyperlink>{run('link')}</w:hyperlink><w:smartTag>{run(' tag')}</w:smartTag>"), ["link tag"]),
        (p(TEXT_BOX.format(p(run("in the box")))), ["in the box"]),
        (sdt("<w:richText/>", p(run("block control"))), ["block control"]),
        (p(sdt('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run("☒")) + run(" Yes")), ["☒ Yes"]),
        (p(sdt('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', run("o")) + run(" No")), ["☐ No"]),
        (p(legacy('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + run(" LSA")), ["☒ LSA"]),
        (p(legacy("<w:checkBox><w:default w:val='0'/></w:checkBox>")), ["☐"]),
        (
            p(run("Status: ") + legacy('<w:ddList><w:result w:val="1"/><w:listEntry w:val="EAL"/><w:listEntry w:val="IDP"/></w:ddList>')),
            ["Status:", "IDP"],
        ),
        (p(legacy("<w:textInput/>", run("typed in"))), ["typed in"]),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" Attended")), ["☑ Attended"]),
        (p(run("þ", '<w:rFonts w:ascii="Wingdings"/>') + run(" Came")), ["☑ Came"]),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
           f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'), ["3"]),
        (p(run("we\u0302n o\u00adna\u200bd")), ["wên onad"]),
    ],
)  # fmt: skip
def test_text_is_kept(make_docx, body, expected):
    assert words(read(make_docx(body))) == expected


def test_tracked_deletions_and_hidden_text_are_counted_not_quoted(make_docx):
    body = p(
        '<w:del w:id="2"><w:r><w:delText>twelve chars</w:delText></w:r></w:del>' + run("seen") + run("unseen", "<w:vanish/>")
    )
    document = read(make_docx(body))
    assert document.text == "seen"
    assert [(o.kind, o.characters) for o in document.omissions] == [(OmissionKind.DELETED, 12), (OmissionKind.HIDDEN, 6)]
    assert not document.unread


@pytest.mark.parametrize(
    ("properties", "filled", "prompt"),
    [
        ("<w:text/>", True, False),
        ('<w:alias w:val="Views"/>', True, False),
        ("<w:showingPlcHdr/><w:text/>", False, True),
        ('<w:showingPlcHdr w:val="0"/><w:text/>', True, False),
        ("<w:group/>", None, False),
    ],
)
def test_control_tells_answers_from_prompts(make_docx, properties, filled, prompt):
    (block,) = read(make_docx(sdt(properties, p(run("some words"))))).blocks
    assert (block.filled, block.prompt) == (filled, prompt)


def test_rich_text_control_round_a_whole_table_fills_nothing(make_docx):
    table = f"<w:tbl><w:tr>{cell(p(run('Label')))}{cell(sdt('<w:text/>', p(run('Answer'))))}</w:tr></w:tbl>"
    label, answer = read(make_docx(sdt("", table))).blocks
    assert (label.filled, answer.filled) == (None, True)


def test_answer_after_a_label_stands_alone_and_one_inside_a_sentence_does_not(make_docx):
    control = sdt("<w:text/>", run("maths"))
    document = read(make_docx(p(run("Best subject: ") + control) + p(run("I like ") + control + run(" on Fridays."))))
    assert words(document) == ["Best subject:", "maths", "I like maths on Fridays."]
    assert document.text == "Best subject: maths\nI like maths on Fridays."
    assert [block.filled for block in document.blocks] == [None, True, None]


def test_merged_cells_come_once_with_their_spans(make_docx):
    wide = cell(p(run("wide")), '<w:gridSpan w:val="2"/>')
    tall = cell(p(run("tall")), '<w:vMerge w:val="restart"/>')
    table = (
        f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{wide}{cell(p(run('c')))}</w:tr>"
        f"<w:tr>{tall}{cell(p(run('x')))}{cell(p(run('y')))}</w:tr>"
        f"<w:tr>{cell(p(''), '<w:vMerge/>')}{sdt('', cell(p(run('z'))))}</w:tr></w:tbl>"
    )
    document = read(make_docx(table))
    places = {
        document.quote(b.span): (b.cell.row, b.cell.column, b.cell.row_span, b.cell.column_span)
        for b in document.blocks
        if b.cell
    }
    assert places == {
        "wide": (0, 0, 1, 2),
        "c": (0, 2, 1, 1),
        "tall": (1, 0, 2, 1),
        "x": (1, 1, 1, 1),
        "y": (1, 2, 1, 1),
        "z": (2, 1, 1, 1),
    }
    assert [b.cell.is_header for b in document.blocks if b.cell][:3] == [True, True, False]


def test_nested_table_has_its_own_number_and_knows_its_parent(make_docx):
    inner = f"<w:tbl><w:tr>{cell(p(run('inner')))}</w:tr></w:tbl>"
    document = read(make_docx(f"<w:tbl><w:tr>{cell(p(run('before')) + inner + p(run('after')))}</w:tr></w:tbl>"))
    assert [(document.quote(b.span), b.cell.table, b.cell.parent) for b in document.blocks if b.cell] == [
        ("before", 0, None),
        ("inner", 1, 0),
        ("after", 0, None),
    ]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Pennawd2"><w:name w:val="heading 2"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="LA"><w:name w:val="LA box title"/><w:basedOn w:val="Pennawd2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("look", "kind", "level"),
    [
        ('<w:pStyle w:val="Pennawd2"/>', BlockKind.HEADING, 2),
        ('<w:pStyle w:val="LA"/>', BlockKind.HEADING, 2),
        ('<w:pStyle w:val="Loop"/>', BlockKind.PARAGRAPH, None),
        ('<w:outlineLvl w:val="0"/>', BlockKind.HEADING, 1),
        ('<w:pStyle w:val="LA"/><w:outlineLvl w:val="9"/>', BlockKind.PARAGRAPH, None),
    ],
)
def test_heading_levels(make_docx, look, kind, level):
    (block,) = read(make_docx(p(run("About me"), look), styles=STYLES)).blocks
    assert (block.kind, block.level) == (kind, level)


def test_bold_and_size_come_from_style_and_run(make_docx):
    body = p(run("all"), '<w:pStyle w:val="LA"/>') + p(run("some", "<w:b/>") + run(" not")) + p(run("no", '<w:b w:val="0"/>'))
    assert [(b.bold, b.size) for b in read(make_docx(body, styles=STYLES)).blocks] == [
        (True, 14.0),
        (False, None),
        (False, None),
    ]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_list_numbers_are_counted(make_docx):
    def item(number: int, level: int, text: str) -> str:
        return p(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    body = (
        item(5, 0, "read")
        + item(5, 1, "daily")
        + item(5, 1, "aloud")
        + item(5, 0, "write")
        + item(6, 0, "dot")
        + item(7, 0, "anew")
    )
    document = read(make_docx(body + item(0, 0, "off"), numbering=NUMBERING))
    assert words(document) == ["1. read", "1a) daily", "1b) aloud", "2. write", "dot", "1. anew", "off"]
    assert [b.kind for b in document.blocks][-2:] == [BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]


def test_stories_have_their_regions_and_a_repeated_header_is_named(make_docx):
    body = (
        p(run("body"))
        + '<w:sectPr><w:headerReference r:id="header1"/><w:headerReference r:id="header2"/><w:footerReference r:id="footer1"/></w:sectPr>'
    )
    document = read(
        make_docx(
            body,
            header1=p(run("Gwynant")),
            header2=p(run("Gwynant")),
            footer1=p(run("Page")),
            footnotes=f'<w:footnote w:type="separator">{p(run("---"))}</w:footnote><w:footnote>{p(run("note"))}</w:footnote>',
            endnotes=f"<w:endnote>{p(run('end'))}</w:endnote>",
            comments=f"<w:comment>{p(run('says who?'))}</w:comment>",
        )
    )
    assert [(document.quote(b.span), b.region) for b in document.blocks] == [
        ("Gwynant", Region.HEADER), ("body", Region.BODY), ("Page", Region.FOOTER),
        ("note", Region.NOTE), ("end", Region.NOTE), ("says who?", Region.COMMENT),
    ]  # fmt: skip
    assert [(o.kind, o.characters) for o in document.omissions] == [(OmissionKind.REPEATED, 7)]


def test_pages_are_those_word_noted(make_docx):
    broken = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p(run("one")) + p(broken + run("two")) + p(run("still two") + broken + run(" and three")) + p(run("three"))
    assert [b.page for b in read(make_docx(body)).blocks] == [1, 2, 2, 3]
    assert [b.page for b in read(make_docx(p(run("one")))).blocks] == [None]


@pytest.mark.parametrize(("width_cm", "height_cm", "unread"), [(15, 9, 1), (3, 3, 0), (16, 2, 0)])
def test_only_large_pictures_may_hide_content(make_docx, width_cm, height_cm, unread):
    extent = f'<wp:extent cx="{width_cm * 360000}" cy="{height_cm * 360000}"/>'
    picture = f'<w:r><w:drawing><wp:inline>{extent}<a:blip r:embed="none"/></wp:inline></w:drawing></w:r>'
    assert len(read(make_docx(p(run("text")) + p(picture))).unread) == unread


def test_same_bytes_give_an_equal_document(make_docx):
    data = make_docx(p(run("same")) + f"<w:tbl><w:tr>{cell(p(run('cell')))}</w:tr></w:tbl>")
    assert read(data) == read(data)
