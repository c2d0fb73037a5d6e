"""Form controls of Word: content controls and legacy form fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from qa_app.ingest.builder import TICKED, UNTICKED
from qa_app.ingest.xmlnames import Element, attribute, child, descendants, local, number, switch, value

# Content controls that hold one typed or chosen answer. Others (groups, repeating sections) wrap whole parts of a form.
_ANSWER_CONTROLS: Final = frozenset(("text", "date", "dropDownList", "comboBox"))
_WRAPPING_CONTROLS: Final = frozenset(
    ("group", "docPartObj", "docPartList", "repeatingSection", "repeatingSectionItem", "picture")
)


@dataclass(frozen=True, slots=True)
class Control:
    """What is known of the form control that some text stands in.

    Attributes:
        filled: The text is an answer. None: not known, or no control.
        prompt: The control still shows its placeholder.
        label: Its title or tag.
        ticked: State of a tick box; None for any other control.
    """

    filled: bool | None = None
    prompt: bool = False
    label: str = ""
    ticked: bool | None = None


NO_CONTROL: Final = Control()


def content_control(element: Element, outer: Control = NO_CONTROL) -> Control:
    """Read the properties of a content control (``w:sdt``) that stands inside ``outer``."""
    properties = child(element, "sdtPr")
    label = value(properties, "alias") or value(properties, "tag") or ""
    box = child(properties, "checkbox")
    if box is not None:
        return Control(True, False, label, value(box, "checked") in ("1", "true", "on"))
    if switch(properties, "showingPlcHdr"):
        return Control(False, True, label)
    kinds = {local(node) for node in properties} if properties is not None else set()
    if kinds & _WRAPPING_CONTROLS:
        return outer
    if not kinds & _ANSWER_CONTROLS and next(descendants(_content(element), "sdt", "tbl"), None) is not None:
        return outer  # rich text round a whole part of the form
    return Control(True, False, label)


def _content(element: Element) -> Element:
    content = child(element, "sdtContent")
    return element if content is None else content


@dataclass(slots=True)
class LegacyField:
    """A field that is being read: ``in_result`` once its code has passed.

    Attributes:
        data: Its form field data (``w:ffData``), None for fields that are no form fields.
    """

    data: Element | None
    in_result: bool = False

    @property
    def rendered(self) -> str:
        """What Word draws for a tick box or drop-down, which have no text in the file."""
        box = child(self.data, "checkBox")
        if box is not None:
            state = switch(box, "checked")
            return TICKED if (switch(box, "default") if state is None else state) else UNTICKED
        choices = child(self.data, "ddList")
        if choices is None:
            return ""
        entries = [attribute(node, "val") or "" for node in choices if local(node) == "listEntry"]
        chosen = number(value(choices, "result"))
        chosen = number(value(choices, "default")) if chosen is None else chosen
        return entries[chosen or 0] if 0 <= (chosen or 0) < len(entries) else ""

    def control(self, outer: Control) -> Control:
        """Return what the field says of the text in its result."""
        if self.data is None or child(self.data, "checkBox") is not None:
            return outer
        return Control(True, False, value(self.data, "name") or outer.label)

    @property
    def default_text(self) -> str:
        """The text a legacy text field shows before somebody types."""
        return value(self.data, "textInput", "default") or ""
