"""Plans that come in parts: which belong to one child, and several documents made one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from qa_app.core.document import Block, CellPosition, Document, Omission
from qa_app.core.plan import Plan
from qa_app.extract.wording import plain

_PART: Final = re.compile(r"\bpep\s?-?([12])\b|\bpart\s+([a-h]|\d)\b|\brhan\s+([a-h]|\d)\b|\bcap\s?-?([12])\b", re.IGNORECASE)
_GAP: Final = "\n\n"
_SAME_ROUND: Final = 62  # days between the meetings of parts that are one plan; two terms' plans lie further apart


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Plans of one child that are parts of one whole.

    Attributes:
        plans: Indices into the plans given, in the order of their parts.
        markers: What each calls itself ("pep1", "part c"), or empty.
        reason: Why they belong together, one sentence.
    """

    plans: tuple[int, ...]
    markers: tuple[str, ...]
    reason: str


def part_marker(plan: Plan) -> str:
    """Return which part a plan calls itself in its file name or first lines; empty when it does not."""
    opening = plan.document.text[:400]
    for text in (re.sub(r"[_.-]", " ", plan.document.name), opening):
        if match := _PART.search(text):
            return plain(match.group()).replace(" ", "") if match[1] or match[4] else plain(match.group())
    return ""


def same_child_parts(plans: Sequence[Plan]) -> tuple[PartGroup, ...]:
    """Group the plans that are parts of one child's plan.

    Parts are of one child (same name, and same date of birth where both say), carry different part markers, and their
    meetings lie within two months of each other where both have a date.
    """
    groups: list[list[int]] = []
    markers = [part_marker(plan) for plan in plans]
    for index, plan in enumerate(plans):
        if not markers[index]:
            continue
        home = next(
            (
                group
                for group in groups
                if all(markers[other] != markers[index] and _one_child(plans[other], plan) for other in group)
            ),
            None,
        )
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    found = []
    for group in groups:
        if len(group) > 1:
            ordered = tuple(sorted(group, key=lambda index: (markers[index], index)))
            named = tuple(markers[index] for index in ordered)
            found.append(PartGroup(ordered, named, f"The same child's name stands in {' and '.join(named)}."))
    return tuple(found)


def _one_child(one: Plan, other: Plan) -> bool:
    names = [set(plain(str(plan.fact("child") or "")).split()) for plan in (one, other)]
    if not names[0] or not names[1] or not (names[0] <= names[1] or names[1] <= names[0]):
        return False
    births = (one.date_fact("date_of_birth"), other.date_fact("date_of_birth"))
    if births[0] and births[1] and births[0] != births[1]:
        return False
    meetings: tuple[date | None, date | None] = (one.date_fact("meeting_date"), other.date_fact("meeting_date"))
    return not (meetings[0] and meetings[1]) or abs((meetings[0] - meetings[1]).days) <= _SAME_ROUND


def join_documents(documents: Sequence[Document]) -> Document:
    """Make one document of several, in the order given: offsets, pages and table numbers go on counting.

    Raises:
        ValueError: There is nothing to join.
    """
    if not documents:
        raise ValueError("there is no document to join")
    if len(documents) == 1:
        return documents[0]
    text = ""
    blocks: list[Block] = []
    omissions: list[Omission] = []
    tables = pages = 0
    for document in documents:
        if text:
            text += _GAP
        offset = len(text)
        text += document.text
        blocks.extend(_moved(block, offset, tables, pages) for block in document.blocks)
        omissions.extend(replace(omission, place=f"{document.name}: {omission.place}") for omission in document.omissions)
        tables += max((block.cell.table + 1 for block in document.blocks if block.cell is not None), default=0)
        pages += max((block.page for block in document.blocks if block.page is not None), default=0)
    first = documents[0]
    return Document(
        name=" + ".join(document.name for document in documents),
        sha256=hashlib.sha256("".join(document.sha256 for document in documents).encode()).hexdigest(),
        media=first.media,
        text=text,
        blocks=tuple(blocks),
        omissions=tuple(omissions),
        plan_no=first.plan_no,
    )


def _moved(block: Block, offset: int, tables: int, pages: int) -> Block:
    cell: CellPosition | None = block.cell
    if cell is not None:
        parent = None if cell.parent is None else cell.parent + tables
        cell = replace(cell, table=cell.table + tables, parent=parent)
    page = None if block.page is None else block.page + pages
    return replace(block, span=block.span.shifted(offset), cell=cell, page=page)
