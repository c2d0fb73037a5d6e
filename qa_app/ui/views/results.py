"""All plans of an audit: where each stands, what could not be read, and the files to take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from qa_app.core.result import Audit, PlanAudit, Unreadable
from qa_app.report.tables import plan_name, summary_table
from qa_app.ui import engine
from qa_app.ui.language import count, say
from qa_app.ui.views.markup import Html, element, escape, join, lines, show, table, unseen
from qa_app.ui.views.rating import plain_chip, rating_mark, rating_word
from qa_app.ui.views.tables import about_plan, show_table


def show_results(audit: Audit) -> None:
    """Draw one row per plan with a rating for each criterion."""
    titles = [criterion.title for criterion in audit.template.criteria]
    heads = [say("batch.plan"), say("batch.band"), say("batch.score"), *titles]
    rows = (
        [
            _name(plan, about_plan(plan, "child", "year_group", "meeting_date")),
            plain_chip(plan.overall.band),
            escape("–" if plan.overall.score is None else f"{plan.overall.score:.0f}"),
            *(rating_mark(result) for result in plan.results),
        ]
        for plan in audit.plans
    )
    kinds = ["pq-name", "pq-band", "pq-number", *("pq-rating" for _ in titles)]
    show(join((table(heads, rows, caption=say("batch.caption"), kinds=kinds, stacked=False), _key())))


def _name(plan: PlanAudit, about: Sequence[str]) -> Html:
    details = " · ".join(part for part in about if part)
    return join((element("strong", escape(plan_name(plan))), element("span", escape(details), class_="pq-faint pq-block")))


def _key() -> Html:
    """Return the key to the signs."""
    signs = ("0", "1", "2", "3", "n/a", "?")
    colours = {"n/a": "na", "?": "unknown"}
    chips = (
        element("span", element("b", escape(s)), escape(f" {rating_word(s)}"), class_=f"pq-chip pq-r{colours.get(s, s)}")
        for s in signs
    )
    return element("p", unseen(say("batch.key")), *chips, class_="pq-key")


def show_unreadable(problems: tuple[Unreadable, ...]) -> None:
    """Name each file that could not be read, with what to do about it."""
    if not problems:
        return
    rows = [
        element(
            "li",
            element("strong", escape(problem.file)),
            Html("<br>"),
            lines(problem.error),
            Html(" "),
            element("em", lines(problem.cure)),
        )
        for problem in problems
    ]
    st.warning(count("batch.unreadable", len(problems)), icon=":material/warning:")
    show(element("ul", *rows, class_="pq-problems"))


def show_downloads(audit: Audit) -> None:
    """Offer the workbook and the JSON. Both are made when asked for."""
    with st.container(horizontal=True):
        st.download_button(
            say("batch.workbook"),
            lambda: engine.workbook(audit),
            file_name="pep-qa-audit.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            on_click="ignore",
            icon=":material/table_view:",
            key="workbook",
        )
        st.download_button(
            say("batch.json"),
            lambda: engine.as_json(audit),
            file_name="pep-qa-audit.json",
            mime="application/json",
            on_click="ignore",
            icon=":material/data_object:",
            key="json",
        )


def show_attention(audit: Audit) -> None:
    """Draw what a person should check in each plan: doubts, conflicts, parts that were not read."""
    summary = summary_table(audit)
    with_doubts = tuple(row for row in summary.rows if row[summary.index("attention")])
    if with_doubts:
        with st.expander(count("batch.attention", len(with_doubts)), icon=":material/visibility:"):
            kept = replace(summary, title=say("batch.attention_title"), rows=with_doubts)
            show_table(kept, without={column.key for column in summary.columns} - {"file", "attention"})


def plan_label(plan: PlanAudit) -> str:
    """Return what a plan is called in a list to choose from."""
    child = plan.analysis.plan.fact("child")
    return f"{plan_name(plan)} – {child}" if child else plan_name(plan)
