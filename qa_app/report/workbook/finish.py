"""Saves the workbook and adds what openpyxl cannot write.

Known values beside formulas, so that a preview or Protected View shows figures; words that stand for a chart when it
cannot be seen; and no time of writing, so that the same audit gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_PROPERTIES: Final = "docProps/core.xml"


def finished(
    book: Workbook, known: Mapping[str, Mapping[str, str | int | float]], alternatives: Mapping[str, Sequence[str]]
) -> bytes:
    """Return ``book`` as bytes.

    Args:
        book: The finished workbook.
        known: Values of formulas by sheet name and cell.
        alternatives: Words for the charts of one sheet, by its name, in the charts' order.
    """
    plain = BytesIO()
    book.save(plain)
    values = {f"xl/worksheets/sheet{number}.xml": known.get(name) for number, name in enumerate(book.sheetnames, 1)}
    charts = [words for name in book.sheetnames if (words := alternatives.get(name))]
    drawings = {f"xl/drawings/drawing{number}.xml": words for number, words in enumerate(charts, 1)}
    stream = BytesIO()
    with ZipFile(plain) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if cells := values.get(name):
                data = _with_values(data, cells)
            elif name in drawings:
                data = _with_alternatives(data, drawings[name])
            elif name == _PROPERTIES:
                data = _without_times(data)
            target.writestr(_entry(name), data)
    return stream.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _NO_TIME)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))


def _written(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_values(data: bytes, values: Mapping[str, str | int | float]) -> bytes:
    tree = _parsed(data)
    for cell in tree.iter(f"{_MAIN}c"):
        value = values.get(cell.get("r", ""))
        if value is None or cell.find(f"{_MAIN}f") is None:
            continue
        shown = cell.find(f"{_MAIN}v")
        if shown is None:
            shown = etree.SubElement(cell, f"{_MAIN}v")
        shown.text = str(value)
        if isinstance(value, str):
            cell.set("t", "str")
        else:
            cell.attrib.pop("t", "")
    return _written(tree)


def _with_alternatives(data: bytes, alternatives: Sequence[str]) -> bytes:
    tree = _parsed(data)
    frames = tree.iter(f"{_DRAWING}cNvPr")
    for frame, words in zip(frames, alternatives, strict=False):
        frame.set("descr", words)
    return _written(tree)


def _without_times(data: bytes) -> bytes:
    tree = _parsed(data)
    for name in ("created", "modified"):
        for element in tree.findall(f"{_TERMS}{name}"):
            tree.remove(element)
    return _written(tree)
