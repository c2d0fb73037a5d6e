"""Reads what stands inside one paragraph: runs, fields, inline controls, symbols, and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from qa_app.ingest.builder import TICKED, UNTICKED
from qa_app.ingest.docx.controls import NO_CONTROL, Control, LegacyField, content_control
from qa_app.ingest.docx.styles import RunLook, Styles, run_look
from qa_app.ingest.symbols import drawn_text, symbol
from qa_app.ingest.xmlnames import Element, attribute, child, descendants, local, value

DELETED: Final = frozenset(("del", "moveFrom"))
_WITHOUT_TEXT: Final = frozenset(
    ("pPr", "rPr", "sdtPr", "sdtEndPr", "Fallback", "instrText", "delInstrText", "rt", "tblPr", "annotationRef", "fldData", "")
)
_DRAWN: Final = frozenset(("drawing", "pict", "object"))
_FIXED_TEXT: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of visible text with one look, in one control."""

    text: str
    look: RunLook
    control: Control


@dataclass(slots=True)
class Line:
    """What was found in a paragraph.

    Attributes:
        pieces: Its visible text, in order.
        boxes: Contents of the text boxes that are anchored in it.
        drawings: Pictures, shapes and embedded objects.
        deleted, hidden: Characters taken out by a tracked change, and characters formatted as hidden.
        breaks_before, breaks_inside: Page breaks that Word saw before its first letter, and later.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    deleted: int = 0
    hidden: int = 0
    breaks_before: int = 0
    breaks_inside: int = 0


def text_length(element: Element) -> int:
    """Count the letters under an element, deleted ones included."""
    return sum(len(node.text or "") for node in descendants(element, "t", "delText"))


class InlineReader:
    """Reads paragraphs of one story (body, header …) in order: fields may run from one paragraph into the next."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[LegacyField] = []

    def read(self, paragraph: Element, base: RunLook, control: Control = NO_CONTROL) -> Line:
        """Read a paragraph whose letters look like ``base`` unless their run says otherwise."""
        line = Line()
        self._children(paragraph, line, base, control)
        return line

    def _children(self, node: Element, line: Line, base: RunLook, control: Control) -> None:
        for element in node:
            name = local(element)
            if name in _WITHOUT_TEXT:
                continue
            if name == "r":
                self._run(element, line, base, control)
            elif name in DELETED:
                line.deleted += text_length(element)
            elif name == "sdt":
                self._control(element, line, base, content_control(element, control))
            elif name == "AlternateContent":
                self._children(_chosen(element), line, base, control)
            elif name == "fldSimple" and child(element, "ffData") is not None:
                self._simple_field(element, line, base, control)
            elif name in ("oMath", "oMathPara"):
                self._emit("".join(part.text or "" for part in descendants(element, "t")), line, base, control)
            else:
                self._children(element, line, base, control)

    def _control(self, element: Element, line: Line, base: RunLook, control: Control) -> None:
        if control.ticked is not None:
            self._emit(TICKED if control.ticked else UNTICKED, line, base, NO_CONTROL)
            return
        content = child(element, "sdtContent")
        if content is not None:
            self._children(content, line, base, control)

    def _simple_field(self, element: Element, line: Line, base: RunLook, control: Control) -> None:
        legacy = LegacyField(child(element, "ffData"))
        if legacy.rendered:
            self._emit(legacy.rendered, line, base, legacy.control(control))
        else:
            self._children(element, line, base, legacy.control(control))

    def _run(self, run: Element, line: Line, base: RunLook, control: Control) -> None:
        properties = child(run, "rPr")
        look = run_look(properties).over(self._styles.character(value(properties, "rStyle"))).over(base)
        self._run_content(run, line, look, control)

    def _run_content(self, node: Element, line: Line, look: RunLook, control: Control) -> None:
        for element in node:
            name = local(element)
            if name == "t":
                self._emit(drawn_text(element.text or "", look.font), line, look, control)
            elif name in _FIXED_TEXT:
                is_page = name == "br" and attribute(element, "type") in ("page", "column")
                self._emit("\n" if is_page else _FIXED_TEXT[name], line, look, control)
            elif name == "sym":
                self._emit(_symbol_of(element), line, look, control)
            elif name == "fldChar":
                self._field_mark(element, line, look, control)
            elif name == "AlternateContent":
                self._run_content(_chosen(element), line, look, control)
            elif name == "ruby":
                self._children(element, line, look, control)
            else:
                _note(element, name, line)

    def _field_mark(self, mark: Element, line: Line, look: RunLook, control: Control) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(LegacyField(child(mark, "ffData")))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            legacy = self._fields.pop()
            if legacy.rendered:
                self._emit(legacy.rendered, line, look, legacy.control(control))

    def _emit(self, text: str, line: Line, look: RunLook, control: Control) -> None:
        if not text:
            return
        for legacy in self._fields:
            if legacy.in_result and legacy.rendered:
                return  # the drawn value stands in place of whatever result text the file carries
            if legacy.in_result and legacy.data is not None:
                control = legacy.control(control)
                if legacy.default_text and text.strip() == legacy.default_text.strip():
                    control = replace(control, filled=False, prompt=True)
        if look.hidden:
            line.hidden += len(text.strip())
        else:
            line.pieces.append(Piece(text, look, control))


def _note(element: Element, name: str, line: Line) -> None:
    """Note what a run holds beside text."""
    if name == "lastRenderedPageBreak":
        if any(piece.text.strip() for piece in line.pieces):
            line.breaks_inside += 1
        else:
            line.breaks_before += 1
    elif name == "delText":
        line.deleted += len(element.text or "")
    elif name in _DRAWN:
        line.drawings.append(element)
        line.boxes.extend(_text_boxes(element))


def _chosen(alternatives: Element) -> Element:
    """Return the branch of ``mc:AlternateContent`` that Word shows; the other branch repeats it for old readers."""
    choice = child(alternatives, "Choice")
    if choice is None:
        choice = child(alternatives, "Fallback")
    return alternatives if choice is None else choice


def _text_boxes(drawing: Element) -> list[Element]:
    """Return the outermost text box contents, without those of fallback branches."""
    found: list[Element] = []

    def collect(node: Element) -> None:
        for element in node:
            name = local(element)
            if name == "txbxContent":
                found.append(element)
            elif name == "AlternateContent":
                collect(_chosen(element))
            else:
                collect(element)

    collect(drawing)
    return found


def _symbol_of(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return symbol(attribute(element, "font"), code) if code < 0x110000 else ""
