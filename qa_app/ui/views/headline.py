"""The head of a plan's page: whose plan, where it stands, and why."""

from __future__ import annotations

import streamlit as st

from qa_app.core.result import PlanAudit
from qa_app.report.tables import plan_name
from qa_app.ui.language import name_of, say
from qa_app.ui.views.markdown import plain
from qa_app.ui.views.markup import element, escape, join, lines, show
from qa_app.ui.views.plan_text import reading_note
from qa_app.ui.views.rating import plain_chip
from qa_app.ui.views.tables import about_plan


def show_headline(audited: PlanAudit) -> None:
    """Draw the child's name, the facts that identify the plan, its band and its figures."""
    plan = audited.analysis.plan
    child = plan.fact("child")
    facts = about_plan(audited, "year_group", "school", "meeting_date")
    overall = audited.overall
    show(
        join(
            (
                element("h2", escape(str(child) if child else plan_name(audited)), class_="pq-child"),
                element("p", escape(" · ".join([*facts, plan_name(audited)])), class_="pq-faint"),
                element("p", plain_chip(overall.band), escape(" "), lines(overall.why), class_="pq-overall"),
            )
        )
    )
    _figures(audited)
    for warning in (*plan.warnings, *filter(None, (reading_note(plan.document),))):
        st.warning(plain(warning), icon=":material/warning:")
    if plan.document.unread:
        st.error(say("plan.unread_first"), icon=":material/visibility_off:")


def _figures(audited: PlanAudit) -> None:
    analysis = audited.analysis
    rated = [result.rating for result in audited.results if result.rating is not None]
    level = analysis.views.level
    figures = (
        (say("plan.score"), "–" if audited.overall.score is None else f"{audited.overall.score:.0f}"),
        (say("plan.criteria_met"), say("plan.of", part=sum(rating >= 2 for rating in rated), whole=len(rated))),
        (say("plan.targets"), str(len(analysis.targets))),
        (say("plan.views"), "?" if level is None else f"{level} · {name_of('views_level', str(level))}"),
        (say("plan.flags"), str(len(analysis.flags))),
        (say("plan.coverage"), f"{analysis.plan.coverage.share:.0%}"),
    )
    show(
        element(
            "dl",
            *(element("div", element("dt", escape(name)), element("dd", escape(value))) for name, value in figures),
            class_="pq-figures",
        )
    )
