"""``pep-qa app``: open the app on this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from qa_app.cli.console import MESSAGES, stop
from qa_app.core.settings import APP_OPTIONS


def app(
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Port on this computer.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the app in the browser, on this computer only. Nothing leaves it. Stop with Ctrl+C.

    Example: `pep-qa app`
    """
    package = find_spec("qa_app")
    if find_spec("streamlit") is None or package is None or package.origin is None:
        stop("The app needs Streamlit, which is not installed. Install PEP QA again: pip install pep-qa.")
    script = Path(package.origin).parent / "ui" / "app.py"
    options = {**APP_OPTIONS, "server.port": str(port), "server.headless": "false" if browser else "true"}
    MESSAGES.print(f"PEP QA: http://127.0.0.1:{port} (only on this computer; stop with Ctrl+C)", markup=False)
    command = [sys.executable, "-m", "streamlit", "run", str(script), *(f"--{key}={value}" for key, value in options.items())]
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 - our own script; one process, so that stopping it stops the app
    try:
        raise typer.Exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own script and options
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
