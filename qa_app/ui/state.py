"""What one person's session holds. The only module that touches ``st.session_state``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from qa_app.core.result import Audit, PlanAudit

_KEY: Final = "pep_qa"


@dataclass(slots=True)
class AppState:
    """One session, from opening the page to closing it; nothing of it is kept.

    Attributes:
        audit: The last audit, or None before the first.
        audit_no: How many audits were made; part of widget keys, so that choices made for one audit end with it.
        plan: Index of the plan that is shown.
        failed: Problems that kept the last audit from being made, in words.
    """

    audit: Audit | None = None
    audit_no: int = 0
    plan: int = 0
    failed: tuple[str, ...] = field(default=())

    def take(self, audit: Audit) -> None:
        """Put a new audit in the place of the last."""
        self.audit = audit
        self.audit_no += 1
        self.plan = 0
        self.failed = ()

    def clear(self) -> None:
        """Forget the audit and everything in it."""
        self.audit = None
        self.audit_no += 1
        self.plan = 0
        self.failed = ()

    @property
    def shown(self) -> PlanAudit | None:
        """The plan that is shown, or None when there is none."""
        if self.audit is None or not self.audit.plans:
            return None
        return self.audit.plans[min(self.plan, len(self.audit.plans) - 1)]


def current() -> AppState:
    """Return this session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = AppState()
    state: AppState = st.session_state[_KEY]
    return state
