"""Summary: one row per plan with live score and band, and two charts that follow."""

from __future__ import annotations

from typing import Final

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_app.core.result import Audit
from qa_app.core.template import AuditTemplate
from qa_app.judge.overall import NO_BAND
from qa_app.report.tables import Kind, summary_table
from qa_app.report.workbook.cells import cell_at, put, put_formula
from qa_app.report.workbook.heatmap import Heatmap
from qa_app.report.workbook.rating_formulas import band_formula, score_formula
from qa_app.report.workbook.sheet import FIRST_ROW, AuditorColumn, add_sheet, add_table_sheet

CHARTS: Final = "Charts"


def add_summary(book: Workbook, audit: Audit) -> Worksheet:
    """Add the summary sheet; its formulas are filled in by :func:`link_summary` when the heatmap stands."""
    live = (
        AuditorColumn("Score now", 9, formula="=0", kind=Kind.NUMBER),
        AuditorColumn("Band now", 18, formula="=0", kind=Kind.NAME),
        AuditorColumn("Auditor's overall judgement", 18, choices=_bands(audit.template), kind=Kind.NAME),
        AuditorColumn("Comment", 40),
    )
    return add_table_sheet(book, summary_table(audit), live if audit.plans else ())


def link_summary(sheet: Worksheet, audit: Audit, heatmap: Heatmap) -> None:
    """Make score and band follow the heatmap's final ratings."""
    score_column = len(summary_table(audit).columns) + 1
    for number in range(1, len(audit.plans) + 1):
        row = FIRST_ROW + number - 1
        cells = heatmap.plan_cells(audit, number)
        score = f"{get_column_letter(score_column)}{row}"
        put_formula(cell_at(sheet, row, score_column), score_formula(cells))
        put_formula(cell_at(sheet, row, score_column + 1), band_formula(audit.template.bands, cells, score))


def add_charts(book: Workbook, audit: Audit, heatmap: Heatmap) -> Worksheet:
    """Add two native charts with the numbers they show beside them."""
    sheet = add_sheet(book, CHARTS, "Both charts follow the auditor's ratings.")
    bands = _bands(audit.template)
    plans = len(audit.plans)
    band_column = get_column_letter(len(summary_table(audit).columns) + 2)
    band_range = f"Summary!${band_column}${FIRST_ROW}:${band_column}${FIRST_ROW + plans - 1}"
    _heads(sheet, 1, ("Band", "Plans"))
    for row, band in enumerate(bands, FIRST_ROW):
        put(cell_at(sheet, row, 1), band)
        put_formula(cell_at(sheet, row, 2), f"=COUNTIF({band_range},A{row})")
    _heads(sheet, 4, ("Criterion", "Mean rating", "Rated"))
    for index, criterion in enumerate(audit.template.criteria):
        row = FIRST_ROW + index
        put(cell_at(sheet, row, 4), criterion.title)
        ratings = heatmap.column_range(index)
        put_formula(cell_at(sheet, row, 5), f"=IF(COUNT({ratings})=0,0,ROUND(AVERAGE({ratings}),2))")
        put_formula(cell_at(sheet, row, 6), f"=COUNT({ratings})")
    for column, width in ((1, 22), (2, 8), (4, 34), (5, 12), (6, 8)):
        sheet.column_dimensions[get_column_letter(column)].width = width
    last_criterion = FIRST_ROW + len(audit.template.criteria) - 1
    sheet.add_chart(_bars(sheet, "Plans by band", (1, 2), FIRST_ROW + len(bands) - 1, maximum=None), "H4")
    height = max(9.0, 0.75 * len(audit.template.criteria) + 3)
    sheet.add_chart(_bars(sheet, "Mean rating by criterion (0 to 3)", (4, 5), last_criterion, maximum=3, height=height), "H22")
    sheet.print_area = f"A1:Q{max(last_criterion, 50)}"
    return sheet


def _bands(template: AuditTemplate) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(band.name for band in template.bands), NO_BAND]))


def _heads(sheet: Worksheet, column: int, titles: tuple[str, ...]) -> None:
    for index, title in enumerate(titles, column):
        put(cell_at(sheet, FIRST_ROW - 1, index), title)
        cell_at(sheet, FIRST_ROW - 1, index).style = "pq head"


def _bars(
    sheet: Worksheet, title: str, columns: tuple[int, int], last: int, *, maximum: float | None, height: float = 9.0
) -> BarChart:
    chart = BarChart()
    chart.type = "bar"
    chart.title = title
    chart.legend = None
    chart.style = 10
    chart.height, chart.width = height, 20
    chart.gapWidth = 60
    chart.add_data(Reference(sheet, min_col=columns[1], min_row=FIRST_ROW, max_row=last), titles_from_data=False)
    chart.set_categories(Reference(sheet, min_col=columns[0], min_row=FIRST_ROW, max_row=last))
    series = chart.series[0]
    series.graphicalProperties.solidFill = "1F4E5F"
    chart.x_axis.scaling.orientation = "maxMin"  # first row on top
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    if maximum is not None:
        chart.y_axis.scaling.max = maximum
        chart.y_axis.majorUnit = 1
    chart.y_axis.number_format = "0"
    return chart
