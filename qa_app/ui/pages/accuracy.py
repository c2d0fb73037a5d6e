"""How often the program is right, as measured, from the cards of its models."""

import streamlit as st

from qa_app.ui import engine
from qa_app.ui.language import say
from qa_app.ui.views.markdown import demoted

st.title(say("accuracy.title"))
st.write(say("accuracy.lead"))
cards = engine.cards()
if not cards:
    st.info(say("accuracy.none"), icon=":material/info:")
for card in cards:
    with st.container(border=True):
        if card.problem:
            st.error(card.problem, icon=":material/error:")
        else:
            st.markdown(demoted(card.text))
