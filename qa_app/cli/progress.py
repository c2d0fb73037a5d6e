"""Progress: a bar on a terminal, plain lines otherwise. Both on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from qa_app.cli.console import MESSAGES, on_terminal


@contextmanager
def shown_progress() -> Iterator[Callable[[int, int, str], None]]:
    """Give a function that is told ``(done, total, what)`` after each step; a total of 0 is not known yet."""
    if not on_terminal():
        yield lambda done, total, what: MESSAGES.print(f"{done}/{total or '?'} {what}", markup=False)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=MESSAGES, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, what: bar.update(task, completed=done, total=total or None, description=what)
