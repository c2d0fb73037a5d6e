"""A plan's text as it stood in the file, headings and tables included, with marks in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from qa_app.core.document import Block, BlockKind, Document, Region
from qa_app.core.plan import Language, Plan
from qa_app.ui.language import name_of, say
from qa_app.ui.views.highlight import Mark, marked
from qa_app.ui.views.markup import Html, element, escape, join

_NOT_MARKED = frozenset({Region.BODY, Region.TEXT_BOX})


def plan_text(plan: Plan, marks: Sequence[Mark]) -> Html:
    """Return the whole text of a plan. The form's own printed words are fainter; they were not judged."""
    prompts = [
        Mark(span, say("text.prompt"), style="pq-prompt", quiet=True) for section in plan.sections for span in section.prompts
    ]
    drawer = _Drawer(plan, (*marks, *prompts))
    pages = groupby(plan.document.blocks, key=lambda block: block.page)
    return element(
        "div",
        *(join((_page_head(page), *drawer.blocks(tuple(blocks)))) for page, blocks in pages),
        class_="pq-document",
        tabindex="0",
        role="region",
        aria_label=say("text.title"),
    )


def _page_head(page: int | None) -> Html:
    return element("p", escape(say("text.page", page=page)), class_="pq-page") if page is not None else Html("")


@dataclass(frozen=True, slots=True)
class _Drawer:
    plan: Plan
    marks: Sequence[Mark]

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Html]:
        for table, members in groupby(blocks, key=_Tables(blocks).outermost):
            if table is None:
                yield from (self._paragraph(block) for block in members)
            else:
                yield self._table(tuple(members), table)

    def _paragraph(self, block: Block) -> Html:
        tag = f"h{min(6, 3 + (block.level or 1))}" if block.kind is BlockKind.HEADING else "p"
        style = "pq-item" if block.kind is BlockKind.LIST_ITEM else ""
        return element(tag, self._words(block), class_=style, lang=self._language(block))

    def _words(self, block: Block) -> Html:
        text = marked(self.plan.document.quote(block.span), self.marks, block.span.start)
        if block.bold and block.kind is not BlockKind.HEADING:
            text = element("strong", text)
        if block.label and block.kind is BlockKind.FIELD:
            text = join((element("span", escape(f"{block.label}: "), class_="pq-faint"), text))
        if block.region not in _NOT_MARKED:
            text = join((element("span", escape(name_of("region", block.region)), class_="pq-region"), text), " ")
        return text

    def _language(self, block: Block) -> str:
        section = self.plan.section_at(block.span.start)
        language = section.language if section else self.plan.language
        return "" if language is Language.MIXED else language.value

    def _table(self, blocks: Sequence[Block], table: int) -> Html:
        rows = _rows(blocks, table)
        width = max(cell.column + cell.columns for cells in rows.values() for cell in cells)
        busy: dict[int, int] = {}  # column: first row in which it is free again after a cell that runs over rows
        drawn = []
        for row in range(min(rows), max(rows) + 1):
            if row not in rows and all(free <= row for free in busy.values()):
                continue  # a row without words, which no cell runs over
            by_column = {cell.column: cell for cell in rows.get(row, ())}
            cells: list[Html] = []
            column = 0
            while column < width:
                cell = by_column.get(column)
                if cell is not None:
                    cells.append(self._cell(cell))
                    busy.update(dict.fromkeys(range(column, column + cell.columns), row + cell.rows))
                    column += cell.columns
                    continue
                if busy.get(column, 0) <= row:
                    cells.append(element("td"))
                column += 1
            drawn.append(element("tr", *cells))
        return element("div", element("table", element("tbody", *drawn)), class_="pq-scroll")

    def _cell(self, cell: _Cell) -> Html:
        content = [element("p", self._words(block), lang=self._language(block)) for block in cell.blocks]
        spans = {"colspan": str(cell.columns), "rowspan": str(cell.rows)}
        return element("td", *content, **{name: value for name, value in spans.items() if value != "1"})


@dataclass(slots=True)
class _Cell:
    column: int
    columns: int
    rows: int
    blocks: list[Block] = field(default_factory=list)


def _rows(blocks: Sequence[Block], table: int) -> dict[int, list[_Cell]]:
    """Return the table's cells by row. The blocks of a nested table go to the cell that came before them."""
    rows: dict[int, list[_Cell]] = defaultdict(list)
    current: _Cell | None = None
    for block in blocks:
        place = block.cell
        if place is not None and place.table == table:
            known = [cell for cell in rows[place.row] if cell.column == place.column]
            current = known[0] if known else _Cell(place.column, place.column_span, place.row_span)
            if not known:
                rows[place.row].append(current)
        elif current is None:
            current = _Cell(0, 1, 1)
            rows[0].append(current)
        current.blocks.append(block)
    return rows


class _Tables:
    """Which outermost table a block stands in."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._parents = {block.cell.table: block.cell.parent for block in blocks if block.cell is not None}

    def outermost(self, block: Block) -> int | None:
        if block.cell is None:
            return None
        table = block.cell.table
        seen = {table}
        while (parent := self._parents.get(table)) is not None and parent not in seen:
            table = parent
            seen.add(table)
        return table


def reading_note(document: Document) -> str:
    """Say in one sentence how well the letters were read, when they were read from a picture."""
    sure = document.reading_confidence
    return say("text.scanned", share=f"{sure:.0%}") if document.blocks and sure < 1 else ""
