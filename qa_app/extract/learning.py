"""An authority's empty form, read into a description that a person can correct."""

from __future__ import annotations

from qa_app.core.document import Block, BlockKind, Document, Region
from qa_app.extract import headings
from qa_app.extract.fields import field_for
from qa_app.extract.forms import FormDescription
from qa_app.extract.layout import line_of
from qa_app.extract.lines import BOLD_LIKENESS, STYLED_LIKENESS, Style
from qa_app.extract.wording import normal, word_count


def learn_form(document: Document, form_id: str, *, title: str = "") -> FormDescription:
    """Describe an empty form: its headings, its labels of facts, and all its other print.

    Args:
        document: The empty form as read.
        form_id: Short name for the description.
        title: For people; the form's first heading when left out.

    Returns:
        A description. Headings that resemble no listed one are put under ``other`` for a person to correct.
    """
    style = Style.of(document)
    sections: dict[str, str] = {}
    fields: dict[str, str] = {}
    printed: dict[str, None] = {}
    first = ""
    section = ""
    for block in document.blocks:
        line = line_of(document, block)
        if line is None or block.region is Region.COMMENT or block.kind is BlockKind.FIELD:
            if block.label and (kind := field_for(block.label, section)):
                fields.setdefault(block.label, kind.name)
            continue
        text = line.text.rstrip(" :")
        first = first or text
        opened = _section_of(block, text, style)
        kind = field_for(text, section) if word_count(text) <= 12 else None
        if kind is not None and not (opened and _is_stressed(block, style) and block.cell is None):
            fields.setdefault(text, kind.name)
        elif opened:
            sections.setdefault(text, opened)
            section = opened
        else:
            _split_labels(line.text, section, fields, printed)
    return FormDescription(form_id, "1", title or first, sections, fields, tuple(printed))


def _is_stressed(block: Block, style: Style) -> bool:
    large = bool(style.body_size and block.size and block.size >= style.body_size + 1)
    return block.kind is BlockKind.HEADING or block.bold or large


def _section_of(block: Block, text: str, style: Style) -> str:
    if block.prompt or not normal(text):
        return ""
    if match := headings.exact(text):
        return match.section
    if block.kind is BlockKind.HEADING:
        match = headings.likely(text, STYLED_LIKENESS)
        return match.section if match else "other"
    if _is_stressed(block, style) and (match := headings.likely(text, BOLD_LIKENESS)):
        return match.section
    return ""


def _split_labels(text: str, section: str, fields: dict[str, str], printed: dict[str, None]) -> None:
    """Keep a printed line; where it is made of labels ("Name:   DOB:"), keep the labels."""
    pieces = [piece.strip() for piece in text.split(":")]
    labels = [(piece, kind) for piece in pieces if piece and (kind := field_for(piece, section))]
    if labels and len(labels) == len([piece for piece in pieces if piece]):
        for label, kind in labels:
            fields.setdefault(label, kind.name)
        return
    printed.setdefault(text)
