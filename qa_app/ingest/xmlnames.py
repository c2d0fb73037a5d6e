"""Local names in office XML: elements and attributes are matched without their namespace.

Word writes the same form under the transitional and the strict namespace, and new features under a dozen more.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for comments and processing instructions."""
    tag: object = element.tag  # a function for comments and processing instructions
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """Return the attribute of that local name, whatever its namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child of that name, and so on down the path."""
    for name in path:
        if element is None:
            return None
        element = next((node for node in element if local(node) == name), None)
    return element


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield the descendants that have one of ``names``, in document order."""
    return (node for node in element.iter() if local(node) in names)


def value(element: Element | None, *path: str) -> str | None:
    """Return the ``val`` attribute of the child at ``path``."""
    return attribute(child(element, *path), "val")


def switch(properties: Element | None, name: str) -> bool | None:
    """Return an on/off property: True when present and not switched off, None when it is not there."""
    node = child(properties, name)
    if node is None:
        return None
    return attribute(node, "val") not in ("0", "false", "off", "none")


def number(text: str | None) -> int | None:
    """Return a whole number, or None for anything else."""
    try:
        return int(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None
