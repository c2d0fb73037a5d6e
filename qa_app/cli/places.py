"""Where commands put several files."""

from __future__ import annotations

from pathlib import Path

from qa_app.cli.console import stop


def folder_for(path: Path) -> Path:
    """Return ``path`` as a folder that exists, made when it is missing; else stop with what to do, before any work."""
    if path.exists() and not path.is_dir():
        stop(f"{path} is a file. Name a folder.")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"The folder {path} cannot be made ({error.strerror}). Choose another place.")
    return path
