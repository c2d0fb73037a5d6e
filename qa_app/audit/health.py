"""What an installation has and lacks."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from typing import Final

from qa_app import __version__
from qa_app.core.errors import PepQaError
from qa_app.core.paths import resource

PACKAGES: Final = (
    "spacy", "scikit-learn", "skops", "numpy", "textstat", "simplemma", "holidays", "lxml", "pypdfium2", "pypdf", "pdfplumber",
    "openpyxl", "pandas", "python-docx", "pydantic", "PyYAML", "typer", "rich", "streamlit",
)  # fmt: skip
REINSTALL: Final = "Install PEP QA again: pip install pep-qa (in a checkout: make demo)."


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """One thing that was looked for. ``needed``: PEP QA does not work without it."""

    name: str
    found: bool
    detail: str
    needed: bool = True
    cure: str = ""


def examine() -> tuple[HealthFinding, ...]:
    """Look for everything that PEP QA uses."""
    return (
        HealthFinding("PEP QA", True, f"{__version__} on Python {platform.python_version()}, {platform.system()}"),
        *map(_package, PACKAGES),
        _attempt("English language model", _english_model),
        *(_attempt(f"Model {name}", partial(_model, name)) for name in ("smart", "voice", "wording")),
        _attempt("Templates", _templates),
        _folder("corpus/sample", "Sample plans"),
        _program(
            "tesseract", ("--version",), "reads scanned pages",
            "To read scans, install Tesseract with English and Welsh (Debian: apt install tesseract-ocr tesseract-ocr-cym).",
        ),
        _tesseract_language("eng"),
        _tesseract_language("cym"),
        _program(
            "soffice", ("--version",), "reads old .doc files, makes PDF letters",
            "To read .doc files, install LibreOffice, or save them as .docx.",
        ),
    )  # fmt: skip


def _package(name: str) -> HealthFinding:
    try:
        return HealthFinding(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return HealthFinding(name, False, "not installed", cure=REINSTALL)


def _attempt(name: str, look: Callable[[], str]) -> HealthFinding:
    try:
        return HealthFinding(name, True, look())
    except (PepQaError, OSError) as error:
        return HealthFinding(name, False, str(error), cure=REINSTALL)


def _english_model() -> str:
    from qa_app.nlp.engine import model_version

    return model_version()


def _model(name: str) -> str:
    from qa_app.nlp.classifier import load_model

    return f"version {load_model(name).card['version']}"


def _templates() -> str:
    from qa_app.templates import list_templates

    return ", ".join(template.id for template in list_templates())


def _folder(path: str, name: str) -> HealthFinding:
    try:
        files = [f for f in resource(path).iterdir() if f.suffix in {".docx", ".pdf"}]
    except FileNotFoundError as error:
        return HealthFinding(name, False, str(error), cure=REINSTALL)
    return HealthFinding(name, bool(files), f"{len(files)} files", cure="" if files else REINSTALL)


def _program(name: str, arguments: tuple[str, ...], use: str, cure: str) -> HealthFinding:
    path = shutil.which(name)
    if path is None:
        return HealthFinding(name, False, f"optional: {use}", needed=False, cure=cure)
    return HealthFinding(name, True, f"{_first_line(path, *arguments)}; {use}", needed=False)


def _tesseract_language(code: str) -> HealthFinding:
    name, path = f"tesseract language {code}", shutil.which("tesseract")
    listed = _output(path, "--list-langs").split() if path else []
    if code in listed:
        return HealthFinding(name, True, "installed", needed=False)
    cure = f"Debian: apt install tesseract-ocr-{code}"
    return HealthFinding(name, False, "optional: reads scanned pages in this language", needed=False, cure=cure)


def _first_line(path: str, *arguments: str) -> str:
    lines = _output(path, *arguments).splitlines()
    return lines[0].strip() if lines else "version not told"


def _output(path: str, *arguments: str) -> str:
    try:
        done = subprocess.run([path, *arguments], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout or done.stderr
