"""How to read an audit, and what happens to the plans."""

import streamlit as st

from qa_app.ui.language import help_text, say

st.title(say("pages.help"))
st.markdown(help_text())
