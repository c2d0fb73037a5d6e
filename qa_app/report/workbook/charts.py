"""Charts, native to the spreadsheet, with the numbers that they show beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import Audit
from qa_app.report.tables import Table
from qa_app.report.workbook.cells import cell_at, put
from qa_app.report.workbook.draft import Draft
from qa_app.report.workbook.finals import FinalPlan
from qa_app.report.workbook.heatmap import Heatmap
from qa_app.report.workbook.sheet import FIRST_ROW, HEAD_ROW, add_sheet, lines_needed, set_height
from qa_app.report.workbook.styles import CHART_RATINGS, HEAD, INK, RULE
from qa_app.report.workbook.summary import band_range, bands

_RATINGS: Final = range(4)
_WIDTHS: Final = (28, 8, 3, 30, 9, 7, 7, 7, 7, 7, 3)
_BAND, _COUNT, _CRITERION, _MEAN, _RATED, _FIRST_LEVEL = 1, 2, 4, 5, 6, 7


@dataclass(frozen=True, slots=True)
class _Bars:
    """One bar chart: where its numbers stand and how it looks."""

    title: str
    names: int
    values: tuple[int, ...]
    last: int
    height: float
    maximum: float | None = None
    colours: tuple[str, ...] = (HEAD,)


def add_charts(
    draft: Draft, audit: Audit, summary: Table, heatmap: Heatmap, finals: Sequence[FinalPlan]
) -> dict[str, tuple[str, ...]]:
    """Add the charts' sheet. Return the texts that stand for its charts when they cannot be seen, by sheet name."""
    sheet, words = add_sheet(draft, "charts"), draft.words
    for index, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    last_band = _add_bands(draft, sheet, audit, summary, finals)
    last = _add_criteria(draft, sheet, audit, heatmap, finals)
    tall = max(8.0, 0.95 * len(audit.template.criteria) + 3)
    anchor = max(last, last_band) + 2
    levels = tuple(_FIRST_LEVEL + level for level in _RATINGS)
    _place(sheet, _Bars(words("workbook.charts.bands"), _BAND, (_COUNT,), last_band, 8.0), f"A{anchor}")
    _place(sheet, _Bars(words("workbook.charts.means"), _CRITERION, (_MEAN,), last, tall, 3), f"A{anchor + 18}")
    shares = _Bars(words("workbook.charts.shares"), _CRITERION, levels, last, tall, None, CHART_RATINGS)
    _place(sheet, shares, f"A{anchor + 18 + round(tall * 2) + 2}")
    sheet.print_area = f"A1:K{anchor + 20 + round(tall * 2) * 2 + 2}"
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToHeight = 1
    return {sheet.title: tuple(words(f"workbook.charts.{name}_alt") for name in ("bands", "means", "shares"))}


def _add_bands(draft: Draft, sheet: Worksheet, audit: Audit, summary: Table, finals: Sequence[FinalPlan]) -> int:
    words = draft.words
    _heads(sheet, _BAND, (words("workbook.band"), words("workbook.plans")))
    given = [final.band for final in finals]
    names = bands(audit.template)
    for row, band in enumerate(names, FIRST_ROW):
        put(cell_at(sheet, row, _BAND), band, "pq text")
        cell = cell_at(sheet, row, _COUNT)
        cell.style = "pq number"
        count = None if None in given else given.count(band)
        draft.formula(cell, f"=COUNTIF({band_range(draft, summary, len(audit.plans))},A{row})", count)
    return FIRST_ROW + len(names) - 1


def _add_criteria(draft: Draft, sheet: Worksheet, audit: Audit, heatmap: Heatmap, finals: Sequence[FinalPlan]) -> int:
    words = draft.words
    heads = ("tables.common.heads.criterion", "workbook.mean", "workbook.rated")
    _heads(sheet, _CRITERION, (*(words(head) for head in heads), *(str(level) for level in _RATINGS)))
    for index, criterion in enumerate(audit.template.criteria):
        row = FIRST_ROW + index
        put(cell_at(sheet, row, _CRITERION), criterion.title, "pq text")
        set_height(sheet, row, lines_needed(criterion.title, _WIDTHS[_CRITERION - 1]))
        cells = heatmap.column_range(index)
        rated = [rating for final in finals if isinstance(rating := final.ratings[index], int)]
        mean = round(sum(rated) / len(rated), 2) if rated else 0
        _number(draft, sheet, row, _MEAN, f"=IF(COUNT({cells})=0,0,ROUND(AVERAGE({cells}),2))", mean)
        _number(draft, sheet, row, _RATED, f"=COUNT({cells})", len(rated))
        for level in _RATINGS:
            counted = f"=SUMPRODUCT(--ISNUMBER({cells}),--({cells}={level}))"
            _number(draft, sheet, row, _FIRST_LEVEL + level, counted, rated.count(level))
    return FIRST_ROW + len(audit.template.criteria) - 1


def _number(draft: Draft, sheet: Worksheet, row: int, column: int, formula: str, value: float) -> None:
    cell = cell_at(sheet, row, column)
    cell.style = "pq number"
    draft.formula(cell, formula, value)


def _heads(sheet: Worksheet, column: int, titles: Sequence[str]) -> None:
    for index, title in enumerate(titles, column):
        put(cell_at(sheet, HEAD_ROW, index), title, "pq head")
    sheet.row_dimensions[HEAD_ROW].height = 32


def _place(sheet: Worksheet, bars: _Bars, anchor: str) -> None:
    chart = BarChart()
    chart.type = "bar"
    chart.title = bars.title
    chart.height, chart.width = bars.height, 21
    chart.gapWidth = 50
    several = len(bars.values) > 1
    for column in bars.values:
        reference = Reference(sheet, min_col=column, min_row=HEAD_ROW, max_row=bars.last)
        chart.add_data(reference, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=bars.names, min_row=FIRST_ROW, max_row=bars.last))
    for series, colour in zip(chart.series, bars.colours, strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.graphicalProperties.line = LineProperties(solidFill=INK, w=6350)
    if several:
        chart.grouping, chart.overlap = "stacked", 100
        chart.legend.position = "b"
    else:
        chart.legend = None
        chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    chart.x_axis.scaling.orientation = "maxMin"  # first row on top
    chart.y_axis.crosses = "max"  # and so the numbers stand below
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=RULE, w=6350)))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    if bars.maximum is not None:
        chart.y_axis.scaling.max = bars.maximum
    chart.y_axis.majorUnit = 1 if bars.maximum is not None else None
    chart.y_axis.number_format = "0"
    sheet.add_chart(chart, anchor)
