"""How to read an audit, and what happens to the plans."""

import streamlit as st

from qa_app.ui.language import help_text, say

_READABLE = 760  # pixels: some 90 characters a line

st.title(say("pages.help"))
with st.container(width=_READABLE):
    st.markdown(help_text())
