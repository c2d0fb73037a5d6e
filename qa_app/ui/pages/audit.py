"""Upload plans, audit them, see where each stands, take the workbook away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from qa_app.core.errors import InvalidTemplate, PepQaError
from qa_app.ui import engine
from qa_app.ui.language import count, say
from qa_app.ui.state import AppState, current
from qa_app.ui.views.markdown import plain
from qa_app.ui.views.results import plan_label, show_attention, show_downloads, show_results, show_unreadable

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def _page(state: AppState) -> None:
    st.title(say("audit.title"))
    st.write(say("audit.lead"))
    files, template, slot = _choose(state)
    with slot, st.container(horizontal=True, vertical_alignment="center"):
        start = st.button(
            count("audit.start", len(files)) if files else say("audit.start_none"),
            type="primary",
            disabled=not files,
            icon=":material/play_arrow:",
            key="start",
        )
        samples = st.button(say("audit.samples"), icon=":material/science:", key="samples")
    if start:
        _run(state, template, [(file.name, file.getvalue()) for file in files])
    elif samples:
        _run(state, template, engine.samples())
    for problem in state.failed:
        st.error(plain(problem), icon=":material/error:")
    if state.audit is not None:
        _results(state)


def _choose(state: AppState) -> tuple[Sequence[UploadedFile], str, st.delta_generator.DeltaGenerator]:
    """Draw the inputs. A new audit gets a new uploader, so that the uploaded bytes do not stay in memory."""
    with st.container(border=True, key="choose"):
        upload, options = st.columns([3, 2], gap="medium")
        files = upload.file_uploader(
            say("audit.upload"), accept_multiple_files=True, help=say("audit.formats"), key=f"upload-{state.audit_no}"
        )
        entries = {entry.id: entry for entry in engine.templates()}
        template = options.selectbox(
            say("audit.template"),
            list(entries),
            format_func=lambda name: f"{entries[name].title or name} ({name})",
            help=say("audit.template_help"),
            key="template",
            persist_state="session",
        )
        options.caption(say("audit.privacy"))
        return files, template or "", st.container()


def _run(state: AppState, template: str, files: Sequence[tuple[str, bytes]]) -> None:
    with st.status(count("audit.reading", len(files)), expanded=True) as box:
        try:
            audit = engine.audit(template, files, _shown_progress(box, len(files)))
        except InvalidTemplate as error:
            state.failed = (say("audit.broken_template", source=error.source), *error.problems)
            return
        except PepQaError as error:
            state.failed = (str(error),)
            return
        except Exception as error:  # noqa: BLE001 - a fault of ours must not show or log a traceback: it could hold a child's words
            state.failed = (say("audit.fault", kind=type(error).__name__),)
            return
    state.take(audit)
    st.rerun()


def _shown_progress(box: st.delta_generator.DeltaGenerator, files: int) -> Callable[[int, int, str], None]:
    """Return what the auditor tells its progress to: first each file read (total not known yet), then each plan judged."""
    bar = box.progress(0.0)

    def tell(done: int, total: int, what: str) -> None:
        share = (1 + done / total) / 2 if total else min(done / files, 1.0) / 2
        bar.progress(share, text=plain(what))
        if total:
            box.text(f"✔ {what}")

    return tell


def _results(state: AppState) -> None:
    audit = state.audit
    if audit is None:
        return
    with st.container(key="results"):
        st.header(count("batch.plans", len(audit.plans)))
        st.caption(say("batch.made_with", template=audit.template.title, version=audit.template.version, engine=audit.engine))
        show_unreadable(audit.unreadable)
        if audit.plans:
            with st.container(horizontal=True, vertical_alignment="bottom"):
                chosen = st.selectbox(
                    say("batch.open"),
                    range(len(audit.plans)),
                    format_func=lambda index: plan_label(audit.plans[index]),
                    index=min(state.plan, len(audit.plans) - 1),
                    key=f"open-{state.audit_no}",
                    width=420,
                )
                state.plan = chosen or 0
                if st.button(say("batch.go"), type="primary", icon=":material/arrow_forward:", key="go"):
                    st.switch_page("pages/plan.py")
            show_results(audit)
            show_attention(audit)
        show_downloads(audit)
        if st.button(say("batch.clear"), type="tertiary", icon=":material/delete:", help=say("batch.clear_help"), key="clear"):
            state.clear()
            st.rerun()


_page(current())
