"""Paste one target or passage and see how it is judged while you write."""

from __future__ import annotations

import streamlit as st

from qa_app.core.errors import PepQaError
from qa_app.core.judged import TargetText, VoiceText, WordingText
from qa_app.ui import engine
from qa_app.ui.language import say
from qa_app.ui.views.coach import show_judged_passage, show_judged_target, show_judged_wording
from qa_app.ui.views.markdown import plain


def _page() -> None:
    st.title(say("coach.title"))
    st.write(say("coach.lead"))
    target, passage = st.tabs([say("coach.target"), say("coach.passage")])
    with target:
        _target()
    with passage:
        _passage()


def _target() -> None:
    form, result = st.columns(2, gap="large")
    with form:
        wording = st.text_area(say("field.target"), placeholder=say("coach.target_example"), key="target", height=90)
        success = st.text_area(say("field.success_criteria"), key="success", height=68)
        actions = st.text_area(say("field.actions"), key="actions", height=68)
        who, when = st.columns(2)
        by_whom = who.text_input(say("field.who"), key="who")
        by_when = when.text_input(say("field.by_when"), key="by_when")
        needs = st.text_area(say("coach.needs"), key="needs", height=68)
        meeting = st.date_input(say("coach.meeting"), value=None, format="DD/MM/YYYY", key="meeting")
        st.caption(say("coach.live"))
    with result:
        if wording.strip():
            row = TargetText(wording, success, actions, by_whom, by_when, needs, meeting_date=meeting)
            with st.spinner(say("coach.judging")):
                judgement = engine.judges().smart.judge(row)
                flags = engine.judges().wording.judge(WordingText(wording))
            show_judged_target(row, judgement)
            show_judged_wording(wording, flags)
        else:
            st.info(say("coach.empty"), icon=":material/edit_note:")


def _passage() -> None:
    form, result = st.columns(2, gap="large")
    with form:
        text = st.text_area(say("coach.passage_text"), placeholder=say("coach.passage_example"), key="passage", height=150)
        heading = st.text_input(say("coach.heading"), key="heading")
        child = st.text_input(say("coach.child"), key="child")
        st.caption(say("coach.live"))
    with result:
        if text.strip():
            with st.spinner(say("coach.judging")):
                judgement = engine.judges().voice.judge(VoiceText(text, heading, child))
                flags = engine.judges().wording.judge(WordingText(text, heading, child=child))
            show_judged_passage(text, judgement)
            show_judged_wording(text, flags)
        else:
            st.info(say("coach.empty"), icon=":material/edit_note:")


try:
    _page()
except PepQaError as error:
    st.error(plain(str(error)), icon=":material/error:")
