"""The app's entry: the list of pages and the style, nothing else. Streamlit runs this file as a script."""

from pathlib import Path

import streamlit as st

from qa_app.ui.language import say

_HERE = Path(__file__).parent
_PAGES = (
    ("audit", ":material/fact_check:"),
    ("plan", ":material/description:"),
    ("coach", ":material/edit_note:"),
    ("templates", ":material/checklist:"),
    ("accuracy", ":material/query_stats:"),
    ("help", ":material/help:"),
)

# A file of our own: the browser would fetch a named icon from a server far away.
st.set_page_config(page_title=say("app.title"), page_icon=str(_HERE / "icon.svg"), layout="wide")
st.html(_HERE / "style.css")
st.navigation(
    [
        st.Page(_HERE / "pages" / f"{name}.py", title=say(f"pages.{name}"), icon=icon, url_path=name, default=name == "audit")
        for name, icon in _PAGES
    ],
    position="top",
).run()
