"""The sample plans that ship with the package."""

from __future__ import annotations

from pathlib import Path

from qa_app.core.paths import resource


def sample_files() -> list[Path]:
    """Return the sample plans in name order."""
    return sorted(path for path in resource("corpus/sample").iterdir() if path.suffix in {".docx", ".pdf"})
