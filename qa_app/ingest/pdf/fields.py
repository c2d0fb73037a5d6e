"""Values of form fields, and text typed onto pages: pdfium's text layer has neither."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from qa_app.ingest.builder import TICKED, UNTICKED
from qa_app.ingest.pdf.geometry import Box, PageFrame

PdfObject: TypeAlias = Any  # pypdf gives dictionaries, arrays, names, numbers: whatever stands in the file

_HIDDEN_FLAGS: Final = 0x2 | 0x20  # hidden; not shown on the screen
_RADIO: Final = 1 << 15
_PUSH_BUTTON: Final = 1 << 16
_MAX_PARENTS: Final = 20


@dataclass(frozen=True, slots=True)
class Typed:
    """Something typed or ticked on a page.

    Attributes:
        text: The value; a box glyph for tick boxes.
        label: The field's tooltip, else its name.
        box: Its place.
        is_field: A form field; otherwise text typed onto the page.
        is_note: A sticky note, which readers see only when they open it.
        is_hidden: Marked as not shown.
    """

    text: str
    label: str
    box: Box
    is_field: bool = True
    is_note: bool = False
    is_hidden: bool = False


def read_typed(data: bytes, frames: list[PageFrame]) -> list[list[Typed]]:
    """Return what was typed on each page, in the order of the file."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")  # pdfium opened the file without a password, so the user password is empty
    return [list(_on_page(page, frame)) for page, frame in zip(reader.pages, frames, strict=False)]


def needs_viewer_program(data: bytes) -> bool:
    """Tell whether the file is an XFA form: a program that draws itself, with no pages to read."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    form = _resolved(reader.root_object.get("/AcroForm")) or {}
    return "/XFA" in form and not _resolved(form.get("/Fields"))


def _resolved(value: PdfObject) -> PdfObject:
    return value.get_object() if hasattr(value, "get_object") else value


def _on_page(page: PdfObject, frame: PageFrame) -> Iterator[Typed]:
    for reference in _resolved(page.get("/Annots")) or ():
        annotation = _resolved(reference)
        rect = _resolved(annotation.get("/Rect")) if hasattr(annotation, "get") else None
        if not rect or len(rect) != 4:
            continue
        x0, y0, x1, y1 = (float(edge) for edge in rect)
        box = frame.seen(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        is_hidden = bool(int(annotation.get("/F", 0)) & _HIDDEN_FLAGS)
        kind = annotation.get("/Subtype")
        if kind == "/Widget":
            text, label = _value(annotation), _inherited(annotation, "/TU") or _inherited(annotation, "/T") or ""
            if text:
                yield Typed(text, str(label), box, is_hidden=is_hidden)
        elif kind in ("/FreeText", "/Text") and annotation.get("/Contents"):
            yield Typed(str(annotation["/Contents"]), "", box, False, kind == "/Text", is_hidden)


def _inherited(annotation: PdfObject, key: str) -> PdfObject:
    node = annotation
    for _ in range(_MAX_PARENTS):
        if node is None:
            return None
        if key in node:
            return _resolved(node[key])
        node = _resolved(node.get("/Parent"))
    return None


def _value(widget: PdfObject) -> str:
    kind = _inherited(widget, "/FT")
    flags = int(_inherited(widget, "/Ff") or 0)
    value = _inherited(widget, "/V")
    if kind == "/Btn":
        if flags & _PUSH_BUTTON:
            return ""
        state = _resolved(widget.get("/AS"))
        if state is None and not flags & _RADIO:
            state = value
        return UNTICKED if state in (None, "/Off") else TICKED
    if kind == "/Ch":
        chosen = value if isinstance(value, list) else [value] if value is not None else []
        shown = _shown_choices(widget)
        return ", ".join(shown.get(str(_resolved(choice)), str(_resolved(choice))) for choice in chosen)
    return str(value) if kind == "/Tx" and value is not None else ""


def _shown_choices(widget: PdfObject) -> dict[str, str]:
    """Return what a list shows for each value it stores."""
    shown = {}
    for option in _inherited(widget, "/Opt") or ():
        pair = _resolved(option)
        if isinstance(pair, list) and len(pair) == 2:
            shown[str(_resolved(pair[0]))] = str(_resolved(pair[1]))
    return shown
