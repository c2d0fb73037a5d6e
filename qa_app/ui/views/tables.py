"""Tables of the report, drawn as accessible HTML."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from qa_app.core.judged import Level, Severity
from qa_app.core.result import Audit, PlanAudit
from qa_app.report.tables import Column, Kind, Table, Value
from qa_app.ui.language import count, name_of
from qa_app.ui.views.markup import Html, element, escape, lines, quote, show, table
from qa_app.ui.views.rating import level_chip, severity_chip

OF_THE_PLAN: Final = frozenset({"plan", "file"})
"""Columns that say which plan a row is of: left out where only one plan is shown."""


def of_one(audit: Audit, audited: PlanAudit) -> Audit:
    """Return an audit of one plan alone, for tables about it."""
    return Audit(audit.engine, audit.template, (audited,))


def show_table(rows: Table, *, without: Collection[str] = OF_THE_PLAN) -> None:
    """Draw a table of the report, or what it says when it is empty."""
    if not rows.rows:
        show(element("p", escape(rows.when_empty), class_="pq-faint"))
        return
    kept = [index for index, column in enumerate(rows.columns) if column.key not in without and column.kind is not Kind.KEY]
    columns = [rows.columns[index] for index in kept]
    show(
        table(
            [column.title for column in columns],
            ([cell(row[index], rows.columns[index]) for index in kept] for row in rows.rows),
            caption=rows.title,
            kinds=[f"pq-{column.kind}" for column in columns],
        )
    )


def cell(value: Value, column: Column) -> Html:
    """Return one value as its column wants it shown."""
    if value is None or value == "":
        return Html("")
    if column.kind is Kind.QUOTE:
        return quote(str(value))
    if column.kind is Kind.SEVERITY:
        return severity_chip(Severity(str(value)))
    if column.kind is Kind.LEVEL:
        return level_chip(Level(str(value)))
    if column.kind is Kind.CODE:
        return escape(name_of(column.key, str(value)))
    return lines(as_text(value, column.kind))


def as_text(value: Value, kind: Kind = Kind.TEXT) -> str:
    """Return a value in words: dates as people write them, shares as per cent."""
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if kind is Kind.PERCENT and isinstance(value, int | float):
        return f"{value:.0%}"
    if isinstance(value, float):
        return f"{value:.0f}"
    return "" if value is None else str(value)


def about_plan(audited: PlanAudit, *facts: str) -> list[str]:
    """Return facts that were found in a plan, in words."""
    plan = audited.analysis.plan
    found = ((name, plan.fact(name)) for name in facts)
    return [
        count("year", value) if name == "year_group" and isinstance(value, int) else as_text(value)
        for name, value in found
        if value is not None
    ]
