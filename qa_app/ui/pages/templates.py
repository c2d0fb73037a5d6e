"""What the templates ask for, and what good looks like."""

from __future__ import annotations

import streamlit as st

from qa_app.core.errors import InvalidTemplate
from qa_app.ui import engine
from qa_app.ui.language import say
from qa_app.ui.views.markdown import plain
from qa_app.ui.views.template import show_criterion_entry, show_template


def _page() -> None:
    st.title(say("templates.title"))
    st.write(say("templates.lead"))
    entries = {entry.id: entry for entry in engine.templates()}
    if not entries:
        st.error(say("templates.none"), icon=":material/error:")
        return
    chosen = st.selectbox(
        say("audit.template"),
        list(entries),
        format_func=lambda name: f"{entries[name].title or name} ({name})",
        key="browse",
        persist_state="session",
    )
    try:
        with st.spinner(say("templates.loading")):
            template = engine.template(chosen)
    except InvalidTemplate as error:
        for problem in (say("audit.broken_template", source=error.source), *error.problems):
            st.error(plain(problem), icon=":material/error:")
        return
    show_template(template)
    st.header(say("templates.criteria"))
    for criterion in template.criteria:
        with st.expander(criterion.title):
            show_criterion_entry(criterion)


_page()
