"""People of the plan: tables with a row for each, lists, and labels that are roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from qa_app.core.document import Document, Span
from qa_app.core.plan import Person
from qa_app.extract.columns import people_parts
from qa_app.extract.draft import Draft
from qa_app.extract.layout import Cell, Table
from qa_app.extract.prompts import divide, is_blank
from qa_app.extract.values import yes_no
from qa_app.extract.wording import plain, word_count
from qa_app.nlp.roles import UNKNOWN_ROLE, VAGUE, find_people, find_roles

_SEPARATOR: Final = re.compile(r"\n|;|,\s+(?=[A-ZÂÊÎÔÛŴŶ])|\s+(?:and|a)\s+(?=(?:Mr|Mrs|Ms|Miss|Dr)\b)")
_NAME_WORD: Final = re.compile(r"(?:[A-ZÂÊÎÔÛŴŶ][\w'’-]*|ap|ab|van|de|al-?\w*)\.?$")
_MARKS: Final = ("invited", "attended", "gave_views", "received_copy")
_ABSENT: Final = re.compile(r"apolog|ymddiheur|did not attend|absent|unable to attend", re.IGNORECASE)


def role_label(text: str) -> str:
    """Return the role that a whole label names; empty when it says more, or is no role."""
    words = plain(text)
    if not words or word_count(text) > 8:
        return ""
    mentions = [mention for mention in find_roles(text) if mention.kind != VAGUE]
    covered = sum(len(plain(mention.text)) for mention in mentions)
    return mentions[0].role if mentions and covered >= 0.6 * len(words) else ""


def role_in(text: str) -> str:
    """Return the first role that a text names, or ``unknown``."""
    return next((mention.role for mention in find_roles(text) if mention.kind != VAGUE), UNKNOWN_ROLE)


def name_in(text: str) -> str:
    """Return the name in a short text, roles and brackets left out; empty when it holds none."""
    for person in find_people(text):
        if person.name:
            return person.name
    bare = re.split(r"[(,–—:\n]| - ", text.strip())[0].strip()
    words = bare.split()
    if 0 < len(words) <= 5 and all(_NAME_WORD.match(word) for word in words) and not role_label(bare):
        return bare
    return ""


def people_in_line(document: Document, spans: Iterable[Span], section: str, label: str = "") -> list[Person]:
    """Find the people that a line lists ("Mrs Evans (DT), Jo Price – foster carer"; "Head of year: Mr Ellis")."""
    attended = True if section == "attendees" else None
    if label and _ABSENT.search(label):
        attended = False
    role = role_label(label)
    found = []
    for span in spans:
        words = document.quote(span)
        start = 0
        for cut in [*(match for match in _SEPARATOR.finditer(words)), None]:
            piece = words[start : cut.start() if cut else len(words)]
            name, piece_role = name_in(piece), role_in(piece)
            if name or role_label(piece):
                lead = len(piece) - len(piece.lstrip())
                place = Span(span.start + start + lead, span.start + start + len(piece.rstrip()))
                here = False if _ABSENT.search(piece) else attended
                found.append(Person(name, role or piece_role, place, attended=here))
            start = cut.end() if cut else len(words)
    return found


class PeopleTableReader:
    """Reads tables with a row for each person."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._document = draft.document

    def read(self, table: Table) -> bool:
        """Read the table when it is one of people; tell whether it was."""
        index = next((at for at, row in enumerate(table.rows[:3]) if not table.is_full_width(row)), None)
        heads = self._heads(table.rows[index]) if index is not None else None
        if index is None or heads is None:
            return False
        marks = {name for name in heads.values() if name in _MARKS}
        named = {"role", "name"} <= set(heads.values())
        if not marks and not named and self._draft.section_id not in {"people", "attendees"}:
            return False
        if self._draft.section_id not in {"people", "attendees", "sign_off"}:
            self._draft.open_implicit("attendees" if marks else "people")
        for row in table.rows[: index + 1]:
            self._draft.prompt(*(line.span for cell in row for line in cell.lines))
        for row in table.rows[index + 1 :]:
            self._read_row(row, heads)
        return True

    def _heads(self, row: Sequence[Cell]) -> dict[int, str] | None:
        """Return the columns by what they hold, or None when the row is no head of a table of people."""
        heads: dict[int, str] = {}
        for cell in row:
            parts = people_parts(cell.text)
            if not parts:
                continue
            for column in cell.columns:
                heads[column] = parts[0]
        named = set(heads.values())
        unnamed = row[0].position.column > 0  # the column of roles or names has no head of its own
        if len(row) < 2 or not (named & {"name", "role"} or (unnamed and "attended" in named)):
            return None
        known = sum(bool(people_parts(cell.text)) for cell in row)
        return heads if len(named) >= 2 and known >= max(2, len(row) - 1) else None

    def _read_row(self, row: Sequence[Cell], heads: dict[int, str]) -> None:
        if self._heads(row) is not None and all(people_parts(cell.text) for cell in row):  # head repeated on a new page
            self._draft.prompt(*(line.span for cell in row for line in cell.lines))
            return
        texts: dict[str, str] = {}
        spans: list[Span] = []
        for cell in row:
            kept: list[Span] = []
            for line in cell.lines:
                content, printed = divide(self._document, line)
                self._draft.prompt(*printed)
                self._draft.content(*content)
                kept.extend(content)
            spans.extend(kept)
            # The first column without a head of its own holds the roles or names of such a grid.
            part = heads.get(cell.position.column, "role" if cell.position.column == 0 else "")
            if part and kept:
                texts[part] = "\n".join(self._document.quote(span) for span in kept)
        if spans and (person := self._person(texts, min(spans))):
            self._draft.people.append(person)

    def _person(self, texts: dict[str, str], place: Span) -> Person | None:
        named, roled = texts.get("name", ""), texts.get("role", "")
        if is_blank(named) and is_blank(roled):
            return None
        name = name_in(named) or (
            named.split("\n")[0].strip() if named and not role_label(named) and not is_blank(named) else ""
        )
        role = role_in(roled) if roled else UNKNOWN_ROLE
        if role == UNKNOWN_ROLE:
            role = role_in(named)
        if not name and roled:
            name = name_in(roled)
        marks = {mark: _mark(texts[mark]) for mark in _MARKS if mark in texts}
        return Person(name, role, place, **marks)


def _mark(text: str) -> bool | None:
    if _ABSENT.search(text):
        return False
    return yes_no(text)
