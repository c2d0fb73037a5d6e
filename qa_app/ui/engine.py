"""What the pages ask of the program. Loaded once and shared by all sessions, so only immutable things stay here.

Never cached: anything that holds words of a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from qa_app.core.errors import PepQaError
from qa_app.core.paths import resource
from qa_app.core.result import Audit
from qa_app.core.template import AuditTemplate

if TYPE_CHECKING:
    from qa_app.audit.auditor import Auditor
    from qa_app.audit.judges import Judges
    from qa_app.templates import TemplateEntry

Progress = Callable[[int, int, str], None]
MODELS: Final = "models"


@dataclass(frozen=True, slots=True)
class Card:
    """A model's card as Markdown; ``problem`` says why it cannot be shown."""

    name: str
    text: str = ""
    problem: str = ""


@st.cache_resource(show_spinner=False)
def _auditor(template: str) -> Auditor:
    from qa_app.audit.auditor import Auditor

    return Auditor.load(template)


@st.cache_resource(show_spinner=False)
def judges() -> Judges:
    """Return the judges of single items."""
    from qa_app.audit.judges import Judges

    return Judges()


def audit(template: str, files: Sequence[tuple[str, bytes]], progress: Progress) -> Audit:
    """Audit files given as name and bytes.

    Raises:
        InvalidTemplate: The template is broken.
        ModelUnavailable: A model is missing.
    """
    return _auditor(template).audit_files(files, progress=progress)


def samples() -> tuple[tuple[str, bytes], ...]:
    """Return the sample plans as name and bytes."""
    from qa_app.audit.samples import sample_files

    return tuple((path.name, path.read_bytes()) for path in sample_files())


@st.cache_resource(show_spinner=False)
def templates() -> tuple[TemplateEntry, ...]:
    """Return the templates to choose from, the default first."""
    from qa_app.templates import list_templates

    return list_templates()


@st.cache_resource(show_spinner=False)
def template(name: str) -> AuditTemplate:
    """Return one template with its criteria.

    Raises:
        InvalidTemplate: It is broken; the error carries every problem.
    """
    from qa_app.detect.base import catalogue
    from qa_app.templates import load_template

    return load_template(name, catalogue())


@st.cache_resource(show_spinner=False)
def cards() -> tuple[Card, ...]:
    """Return the card of every model, in the order of their names; only models that match their card are vouched for."""
    return tuple(_card(folder) for folder in sorted(resource(MODELS).iterdir()) if folder.is_dir())


def _card(folder: Path) -> Card:
    from qa_app.nlp.classifier import load_model

    try:
        model = load_model(folder.name)
        return Card(folder.name, (folder / model.version / "card.md").read_text("utf-8"))
    except (PepQaError, OSError) as error:
        return Card(folder.name, problem=str(error))


def workbook(shown: Audit) -> bytes:
    """Return the audit workbook."""
    from qa_app.report.workbook import workbook_bytes

    return workbook_bytes(shown)


def as_json(shown: Audit) -> bytes:
    """Return the audit as JSON."""
    import json

    from qa_app.report.as_json import audit_to_json

    return (json.dumps(audit_to_json(shown), ensure_ascii=False, indent=2) + "\n").encode()
