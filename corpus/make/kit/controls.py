"""Word form controls, tracked changes and text boxes that python-docx has no call for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
EMU_PER_POINT: Final = 12700


def element(xml: str) -> BaseOxmlElement:
    """Parse ``xml``, whose outermost tag may use the usual prefixes undeclared."""
    head, separator, rest = xml.partition(">" if "/>" not in xml.split(">", 1)[0] + ">" else "/>")
    return parse_xml(f"{head} {_NAMESPACES}{separator}{rest}")


def run(text: str, *, italic: bool = False, bold: bool = False, colour: str = "", style: str = "", font: str = "") -> str:
    """Return the XML of a run of text."""
    properties = "".join(
        (
            f"<w:rStyle w:val={quoteattr(style)}/>" if style else "",
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>' if font else "",
            "<w:b/>" if bold else "",
            "<w:i/>" if italic else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
        )
    )
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tick_box(ticked: bool) -> BaseOxmlElement:
    """Return a Word check box content control."""
    sign = "☒" if ticked else "☐"
    return element(
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{run(sign, font='MS Gothic')}</w:sdtContent></w:sdt>"
    )


def text_control(title: str, text: str, placeholder: str) -> BaseOxmlElement:
    """Return a plain-text content control; without ``text`` its placeholder shows."""
    if text:
        shown, state = run(text), ""
    else:
        shown, state = run(placeholder, style="PlaceholderText", colour="808080"), "<w:showingPlcHdr/>"
    return element(
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/>{state}<w:text/></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def drop_down(title: str, choices: Sequence[str], chosen: str, placeholder: str) -> BaseOxmlElement:
    """Return a drop-down content control; without ``chosen`` its placeholder shows."""
    items = "".join(f"<w:listItem w:displayText={quoteattr(c)} w:value={quoteattr(c)}/>" for c in choices)
    shown = run(chosen) if chosen else run(placeholder, style="PlaceholderText", colour="808080")
    state = "" if chosen else "<w:showingPlcHdr/>"
    return element(
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/>{state}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def date_control(title: str, text: str, placeholder: str) -> BaseOxmlElement:
    """Return a date picker content control."""
    shown = run(text) if text else run(placeholder, style="PlaceholderText", colour="808080")
    state = "" if text else "<w:showingPlcHdr/>"
    return element(
        f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/>{state}<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/></w:date></w:sdtPr>'
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def inserted(text: str, author: str, when: str, number: int) -> BaseOxmlElement:
    """Return a tracked insertion."""
    return element(f'<w:ins w:id="{number}" w:author={quoteattr(author)} w:date="{when}">{run(text)}</w:ins>')


def deleted(text: str, author: str, when: str, number: int) -> BaseOxmlElement:
    """Return a tracked deletion."""
    return element(
        f'<w:del w:id="{number}" w:author={quoteattr(author)} w:date="{when}">'
        f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'
    )


def text_box(lines: Sequence[str], *, width: float, height: float, fill: str, number: int) -> BaseOxmlElement:
    """Return a run with a text box as Word writes it: a drawing, and a VML copy for old programs.

    Args:
        lines: Paragraphs; the first is bold.
        width: In points.
        height: In points.
        fill: Colour as six hexadecimal digits.
        number: Drawing id, unique in the document.
    """
    body = "".join(f"<w:p>{run(line, bold=not index)}</w:p>" for index, line in enumerate(lines))
    x, y = int(width * EMU_PER_POINT), int(height * EMU_PER_POINT)
    return element(
        "<w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{x}" cy="{y}"/><wp:docPr id="{number}" name="Text Box {number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm><a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{body}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr rot="0" wrap="square" lIns="91440" tIns="45720" rIns="91440" bIns="45720" anchor="t"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:shape style="width:{width}pt;height:{height}pt"><v:textbox><w:txbxContent>{body}</w:txbxContent>'
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
