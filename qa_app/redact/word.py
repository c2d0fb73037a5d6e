"""Rewrites a Word file so that its layout stays and its names go, wherever Word keeps them.

Names that run over several runs are put into the first; tracked deletions, document properties, custom XML, thumbnails,
embedded files and macros are taken out; pictures are replaced by a blank one, because a picture cannot be searched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Iterator
from typing import Final

from lxml import etree

from qa_app.redact.text import Edit, Redactor

_Element = etree._Element
_DROPPED: Final = re.compile(
    r"docProps/|customXml/|word/(?:embeddings|activeX|printerSettings|vba|people\.xml|glossary/)|_xmlsignatures/|.*thumbnail",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(r"(?:word|xl|ppt)/media/", re.IGNORECASE)
_TEXT_NODES: Final = frozenset({"t", "delText", "instrText", "delInstrText", "pt"})
_BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DELETED: Final = frozenset({"del", "moveFrom"})
_REMOVED: Final = frozenset({"dataBinding", "attachedTemplate", "mailMerge", "externalData", "object", "control", "docVars"})
_WORDED_ATTRIBUTES: Final = frozenset({"descr", "title", "alt", "tooltip", "displayText", "value", "string"})
_NAMED_OBJECTS: Final = frozenset({"docPr", "cNvPr", "bookmarkStart"})
_WORDLESS: Final = re.compile(r"word/(?:theme/|styles|fontTable|settings|webSettings|numbering|stylesWithEffects)")
_WORDED_ELEMENTS: Final = frozenset({"alias", "tag", "default", "statusText", "helpText", "result", "listEntry"})
_PROPERTY_HOLDERS: Final = frozenset({"rPr", "trPr", "tcPr", "pPr", "numPr"})
_AUTHORS: Final = frozenset({"author", "userId", "providerId"})
_AUTHOR: Final = "Author"
_BLANK: Final = "about:blank"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_BLANK_PNG: Final = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=="
)


def texts_of(data: bytes) -> tuple[str, ...]:
    """Return all words of a Word file, paragraph by paragraph: also alternative texts, deletions and properties.

    Raises:
        ValueError: The bytes are no Word file.
    """
    found: list[str] = []
    with _opened(data) as package:
        for name in _xml_parts(package):
            root = _parsed(package.read(name))
            if name.endswith(".rels"):
                found.extend(_external_targets(root))
                continue
            found.extend(text for text, _ in _paragraphs(root) if text.strip())
            found.extend(text for element in root.iter() for text in _attribute_texts(element))
            if name.startswith("docProps/"):
                found.extend(element.text for element in root.iter() if element.text and element.text.strip())
    return tuple(found)


def rewrite_docx(data: bytes, redactor: Redactor) -> bytes:
    """Return the file with every name replaced.

    Raises:
        ValueError: The bytes are no Word file.
    """
    out = io.BytesIO()
    with _opened(data) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        kept = [entry.filename for entry in package.infolist() if not entry.is_dir() and not _DROPPED.match(entry.filename)]
        for name in kept:
            part = package.read(name)
            if _PICTURE.match(name):
                part = _BLANK_PNG
            elif name.endswith((".xml", ".rels")):
                root = _parsed(part)
                _rewrite_part(name, root, redactor)
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            # A fixed date, so that the same plan gives the same bytes.
            copy.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, OSError) as error:
        raise ValueError("not a Word file") from error


def _xml_parts(package: zipfile.ZipFile) -> list[str]:
    return [
        name
        for name in package.namelist()
        if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml" and not _WORDLESS.match(name)
    ]


def _parsed(part: bytes) -> _Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _local(element: _Element) -> str:
    tag: object = element.tag  # a function for comments and processing instructions
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _rewrite_part(name: str, root: _Element, redactor: Redactor) -> None:
    if name == "[Content_Types].xml":
        _drop_content_types(root)
    elif name.endswith(".rels"):
        _rewrite_relationships(name, root)
    elif _WORDLESS.match(name):
        _take_out(root)
    else:
        _take_out(root)
        for text, nodes in list(_paragraphs(root)):
            _apply(redactor.edits(text), nodes)
        for element in root.iter():
            _rewrite_attributes(element, redactor)


def _drop_content_types(root: _Element) -> None:
    for node in list(root):
        if _DROPPED.match((node.get("PartName") or "").lstrip("/")):
            root.remove(node)
        elif (node.get("ContentType") or "").startswith("image/"):
            node.set("ContentType", "image/png")


def _rewrite_relationships(name: str, root: _Element) -> None:
    folder = name.rpartition("_rels/")[0]
    for node in list(root):
        target = node.get("Target") or ""
        if node.get("TargetMode") == "External":
            node.set("Target", _BLANK)
            continue
        path = target.lstrip("/") if target.startswith("/") else folder + target
        while "../" in path:
            path = re.sub(r"(?:^|[^/]+/)\.\./", "", path, count=1)
        if _DROPPED.match(path):
            root.remove(node)


def _external_targets(root: _Element) -> Iterator[str]:
    return (node.get("Target") or "" for node in root if node.get("TargetMode") == "External")


def _take_out(root: _Element) -> None:
    """Remove what a reader does not see and what would need a dropped part."""
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is None:
            continue
        name = _local(element)
        is_deleted = name in _DELETED and _local(parent) not in _PROPERTY_HOLDERS
        if name in _REMOVED or is_deleted:
            _keep_tail(element, parent)
            parent.remove(element)


def _keep_tail(element: _Element, parent: _Element) -> None:
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail


def _paragraphs(root: _Element) -> Iterator[tuple[str, list[tuple[int, _Element]]]]:
    """Yield each paragraph's text with its text nodes and where each begins; a text box is a paragraph of its own."""
    for paragraph in root.iter():
        if _local(paragraph) != "p" and paragraph is not root:  # at the root: words that a damaged file has in no paragraph
            continue
        pieces: list[str] = []
        nodes: list[tuple[int, _Element]] = []
        length = 0
        for element in _own_content(paragraph):
            name = _local(element)
            piece = (element.text or "") if name in _TEXT_NODES else _BREAKS.get(name, "")
            if name in _TEXT_NODES:
                nodes.append((length, element))
            pieces.append(piece)
            length += len(piece)
        yield "".join(pieces), nodes


def _own_content(paragraph: _Element) -> Iterator[_Element]:
    for element in paragraph:
        if _local(element) != "p":
            yield element
            yield from _own_content(element)


def _apply(edits: tuple[Edit, ...], nodes: list[tuple[int, _Element]]) -> None:
    """Change the nodes from the last edit to the first, so that earlier offsets hold; a stand-in goes where its name began."""
    for edit in reversed(edits):
        first = True
        for start, node in nodes:
            text = node.text or ""
            begin, end = max(edit.start - start, 0), min(edit.end - start, len(text))
            if begin >= end and not (edit.start <= start < edit.end and text):
                continue
            if begin < end:
                node.text = text[:begin] + (edit.replacement if first else "") + text[end:]
                first = False


def _attribute_texts(element: _Element) -> Iterator[str]:
    return (value for _, value in _worded_attributes(element))


def _worded_attributes(element: _Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes that hold words: alternative texts, names of objects, choices and helps of form fields."""
    kind = _local(element)
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2]
        is_worded = name in _WORDED_ATTRIBUTES or (name == "val" and kind in _WORDED_ELEMENTS)
        if is_worded or (name == "name" and kind in _NAMED_OBJECTS):
            yield str(key), str(value)


def _rewrite_attributes(element: _Element, redactor: Redactor) -> None:
    for key, text in list(_worded_attributes(element)):
        element.set(key, redactor.redact(text).text)
    for key in [str(key) for key in element.attrib]:
        name = key.rpartition("}")[2]
        if name in _AUTHORS:
            element.set(key, _AUTHOR)
        elif name == "initials":
            element.set(key, _AUTHOR[0])
