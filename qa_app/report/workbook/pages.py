"""One page a plan: what to take into a meeting about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import Audit, PlanAudit
from qa_app.report.tables import Table, one_line, plan_name
from qa_app.report.workbook.cells import cell_at, put
from qa_app.report.workbook.draft import Draft, Known
from qa_app.report.workbook.finals import FinalPlan
from qa_app.report.workbook.heatmap import Heatmap
from qa_app.report.workbook.sheet import add_sheet, colour_ratings, lines_needed, set_height
from qa_app.report.workbook.summary import band_cell, score_cell

_WIDTHS: Final = (24, 9, 52, 40)
_MOST_WORDINGS: Final = 5
_LONGEST: Final = 260
_BEST: Final = 3
_FIRST_ROW: Final = 4


@dataclass
class _Page:
    """The sheet and the row that comes next."""

    sheet: Worksheet
    row: int

    def add(self, values: Sequence[str | int | None], styles: Sequence[str]) -> int:
        """Write a row as tall as its words; return its number."""
        lines = 1
        for column, (value, style) in enumerate(zip(values, styles, strict=True), 1):
            put(cell_at(self.sheet, self.row, column), value, style)
            if isinstance(value, str) and style != "pq line":
                lines = max(lines, lines_needed(value, _WIDTHS[column - 1]))
        set_height(self.sheet, self.row, lines)
        self.row += 1
        return self.row - 1


def add_pages(draft: Draft, audit: Audit, summary: Table, heatmap: Heatmap, finals: Sequence[FinalPlan]) -> None:
    """Add the sheet; its ratings, scores and bands follow the auditor's."""
    sheet = add_sheet(draft, "pages", landscape=False)
    for index, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width + 1
    page = _Page(sheet, _FIRST_ROW)
    for number, (audited, final) in enumerate(zip(audit.plans, finals, strict=True), 1):
        _add_head(draft, page, audited)
        _add_standing(draft, page, summary, number, final)
        _add_criteria(draft, page, heatmap, number, audited, final)
        _add_targets(draft, page, audited)
        _add_wordings(draft, page, audited)
        if number < len(audit.plans):
            sheet.row_breaks.append(Break(id=page.row - 1))
        page.row += 1
    sheet.print_area = f"A1:D{page.row}"
    sheet.freeze_panes = "A4"


def _add_head(draft: Draft, page: _Page, audited: PlanAudit) -> None:
    words, plan = draft.words, audited.analysis.plan
    put(cell_at(page.sheet, page.row, 1), plan_name(audited), "pq plan")
    page.sheet.row_dimensions[page.row].height = 24
    page.row += 1
    year, meeting = plan.fact("year_group"), plan.date_fact("meeting_date")
    known = (
        plan.fact("child"),
        words("workbook.page.year", year=year) if year is not None else None,
        plan.fact("school"),
        words("workbook.page.meeting", date=_day(meeting)) if meeting else None,
    )
    page.add((" · ".join(str(each) for each in known if each), None, None, None), ("pq line",) * 4)
    doubts = [*plan.warnings, *(words("tables.summary.not_read", place=o.place) for o in plan.document.unread)]
    for doubt in doubts[:3]:
        page.add((words("workbook.page.look_at"), None, doubt, None), ("pq label", "pq line", "pq words", "pq line"))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _add_standing(draft: Draft, page: _Page, summary: Table, number: int, final: FinalPlan) -> None:
    label, score = cell_at(page.sheet, page.row, 1), cell_at(page.sheet, page.row, 2)
    label.style, score.style = "pq label", "pq score"
    draft.formula(label, f"={band_cell(draft, summary, number)}", final.band)
    draft.formula(score, f"={score_cell(draft, summary, number)}", final.score)
    page.row += 1


def _add_criteria(draft: Draft, page: _Page, heatmap: Heatmap, number: int, audited: PlanAudit, final: FinalPlan) -> None:
    words = draft.words
    _add_heads(page, tuple(words(f"workbook.page.{head}") for head in ("criterion", "rating", "seen", "next")))
    first = page.row
    by_id = {result.criterion.id: result for result in audited.results}
    for index, criterion in enumerate(heatmap.criteria):
        result = by_id.get(criterion.id)
        if result is None:
            continue
        better = result.rating is not None and result.rating < _BEST
        row = page.add(
            (criterion.title, None, one_line(result.reason, _LONGEST), one_line(result.advice, _LONGEST) if better else ""),
            ("pq text", "pq rating", "pq text", "pq text"),
        )
        value: Known = final.ratings[index]
        draft.formula(cell_at(page.sheet, row, 2), f"={heatmap.cell(number, index)}", value)
    if page.row > first:
        colour_ratings(page.sheet, f"B{first}:B{page.row - 1}", cell_at(page.sheet, first, 2))


def _add_targets(draft: Draft, page: _Page, audited: PlanAudit) -> None:
    words = draft.words
    _add_heads(
        page, (words("workbook.page.targets"), "", words("tables.targets.heads.target"), words("tables.targets.heads.improve"))
    )
    if not audited.analysis.targets:
        page.add((words("workbook.page.no_targets"), None, None, None), ("pq line",) * 4)
    for number, target in enumerate(audited.analysis.targets, 1):
        improve = [judged.improve for judged in target.judgement.components.values() if judged.improve]
        page.add(
            (
                f"{number}: {words('workbook.page.met', met=target.judgement.met)}",
                None,
                one_line(target.row.target.text, _LONGEST),
                one_line(" ".join(improve[:2]), _LONGEST),
            ),
            ("pq text", "pq text", "pq quote", "pq text"),
        )


def _add_wordings(draft: Draft, page: _Page, audited: PlanAudit) -> None:
    words, flags = draft.words, sorted(audited.analysis.flags, key=lambda f: (-f.flag.severity.rank, f.span))
    heads = ("workbook.page.wording", "tables.language.heads.severity", "tables.language.heads.why")
    _add_heads(page, (*(words(head) for head in heads), words("tables.language.heads.instead")))
    if not flags:
        page.add((words("workbook.page.no_wording"), None, None, None), ("pq line",) * 4)
    for found in flags[:_MOST_WORDINGS]:
        flag = found.flag
        page.add(
            (one_line(flag.text, 80), words.of("severity", flag.severity.value), flag.why, " / ".join(flag.instead[:2])),
            ("pq quote", "pq number", "pq text", "pq text"),
        )
    if len(flags) > _MOST_WORDINGS:
        more = words("workbook.page.more", number=len(flags) - _MOST_WORDINGS, sheet=draft.title("language"))
        page.add((more, None, None, None), ("pq line",) * 4)


def _add_heads(page: _Page, titles: Sequence[str]) -> None:
    page.row += 1
    page.add(titles, ("pq head",) * len(titles))
