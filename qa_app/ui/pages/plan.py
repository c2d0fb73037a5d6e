"""One plan: where it stands, which words say so, and what would make it better."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from qa_app.core.result import Audit, CriterionResult, PlanAudit
from qa_app.report.tables import dates_table, facts_table, links_table, previous_targets_table, statutory_table
from qa_app.ui.language import say
from qa_app.ui.state import AppState, current
from qa_app.ui.views.child_views import show_child_views
from qa_app.ui.views.criteria import evidence_marks, show_criterion
from qa_app.ui.views.headline import show_headline
from qa_app.ui.views.marks import Highlight, marks_for
from qa_app.ui.views.markup import show
from qa_app.ui.views.plan_text import plan_text
from qa_app.ui.views.rating import rating_badge
from qa_app.ui.views.reading import show_reading
from qa_app.ui.views.results import plan_label
from qa_app.ui.views.tables import of_one, show_table
from qa_app.ui.views.targets import show_targets
from qa_app.ui.views.wording import show_wording


def _page(state: AppState) -> None:
    audit = state.audit
    if audit is None or state.shown is None:
        st.title(say("pages.plan"))
        st.info(say("plan.none"), icon=":material/info:")
        st.page_link("pages/audit.py", label=say("plan.to_audit"), icon=":material/arrow_back:")
        return
    whole = _choose(state, audit)
    audited = state.shown
    show_headline(audited)
    if whole:
        _on_one_page(audit, audited)
    else:
        _in_tabs(state, audit, audited)


def _choose(state: AppState, audit: Audit) -> bool:
    """Draw the choice of plan; return whether the whole report is wanted on one page."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="choose-plan"):
        chosen = st.selectbox(
            say("plan.choose"),
            range(len(audit.plans)),
            format_func=lambda index: plan_label(audit.plans[index]),
            index=min(state.plan, len(audit.plans) - 1),
            key=f"plan-{state.audit_no}",
            width=420,
        )
        state.plan = chosen or 0
        return st.toggle(say("plan.print"), help=say("plan.print_help"), key="print")


def _sections(audit: Audit, audited: PlanAudit) -> Mapping[str, Callable[[], None]]:
    """Return the parts of the page after the criteria, by their titles."""
    one = of_one(audit, audited)

    def facts() -> None:
        for title, rows in (
            ("plan.facts", facts_table(one)),
            ("plan.statutory", statutory_table(one)),
            ("plan.dates", dates_table(one)),
        ):
            st.subheader(say(title))
            show_table(rows)

    def targets() -> None:
        show_targets(audited.analysis)
        st.subheader(say("plan.links"))
        show_table(links_table(one))
        st.subheader(say("plan.previous"))
        show_table(previous_targets_table(one))

    return {
        say("plan.targets"): targets,
        say("plan.views"): lambda: show_child_views(audited.analysis),
        say("plan.wording"): lambda: show_wording(audited.analysis),
        say("plan.facts"): facts,
        say("plan.reading"): lambda: show_reading(audited.analysis.plan),
    }


def _in_tabs(state: AppState, audit: Audit, audited: PlanAudit) -> None:
    parts = _sections(audit, audited)
    criteria, *tabs, text = st.tabs([say("plan.criteria"), *parts, say("plan.text")])
    with criteria:
        _criteria(state, audited)
    for tab, draw in zip(tabs, parts.values(), strict=True):
        with tab:
            draw()
    with text:
        wanted = st.segmented_control(
            say("text.highlight"),
            list(Highlight),
            default=Highlight.FLAGS,
            format_func=lambda choice: say(f"text.{choice}"),
            required=True,
            key="highlight",
        )
        show(plan_text(audited.analysis.plan, marks_for(audited, wanted or Highlight.NOTHING)))


def _criteria(state: AppState, audited: PlanAudit) -> None:
    """Draw the list of criteria; the chosen one's evidence is marked in the plan's text beside it."""
    judged, text = st.columns(2, gap="medium")
    with judged:
        chosen: CriterionResult = st.radio(
            say("criteria.choose"),
            audited.results,
            format_func=lambda each: f"{rating_badge(each)} {each.criterion.title}",
            key=f"criterion-{state.audit_no}-{state.plan}",
            persist_state="session",
        )
        show_criterion(chosen, linked=True)
    with text, st.container(key="evidence-text"):
        st.subheader(say("criteria.in_text"))
        show(plan_text(audited.analysis.plan, evidence_marks(chosen)))


def _on_one_page(audit: Audit, audited: PlanAudit) -> None:
    st.header(say("plan.criteria"))
    for result in audited.results:
        show_criterion(result, linked=False)
    for title, draw in _sections(audit, audited).items():
        st.header(title)
        draw()


_page(current())
