"""What every command shares: exit codes, where messages go, how errors are shown."""

from __future__ import annotations

import sys
from enum import IntEnum
from pathlib import Path
from typing import Final, NoReturn

import typer
from rich.console import Console

MESSAGES: Final = Console(stderr=True, highlight=False, soft_wrap=True)
"""Messages go to standard error, so that ``--json -`` leaves standard output to the JSON alone."""


class ExitCode(IntEnum):
    """What the command came to. Scripts rely on these."""

    DONE = 0
    BELOW_LEVEL = 1
    USAGE = 2
    UNREADABLE = 3


def stop(message: str, code: ExitCode = ExitCode.USAGE) -> NoReturn:
    """Show a message and end with ``code``."""
    MESSAGES.print(message, markup=False, style="red" if code is not ExitCode.DONE else None)
    raise typer.Exit(code)


def on_terminal() -> bool:
    """Tell whether a person is watching: then a progress bar is shown instead of plain lines."""
    return sys.stderr.isatty()


def writable(path: Path) -> Path:
    """Return ``path`` when a file can be written there; else stop with what to do, before any work is done."""
    if path.is_dir():
        stop(f"{path} is a folder. Name a file in it.")
    if not path.absolute().parent.is_dir():
        stop(f"The folder {path.absolute().parent} does not exist. Create it, or choose another place.")
    try:
        with path.open("ab"):
            pass
    except OSError as error:
        stop(f"{path} cannot be written ({error.strerror}). If it is open in Excel, close it; or choose another name.")
    return path
