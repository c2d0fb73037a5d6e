"""``pep-qa``: the list of commands."""

from __future__ import annotations

import os
import sys

import typer

from qa_app.cli import app as app_command
from qa_app.cli import audit, coach, demo, doctor, evaluate, judge
from qa_app.cli.console import ExitCode, stop
from qa_app.cli.forms import forms
from qa_app.cli.importing import import_workbooks
from qa_app.cli.papers import papers
from qa_app.cli.redact import redact
from qa_app.cli.templates import templates
from qa_app.core.errors import PepQaError

app = typer.Typer(
    name="pep-qa",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Audits Personal Education Plans of children looked after: evidence for every judgement, on your own computer.",
)
app.command("audit")(audit.audit)
app.command("demo")(demo.demo)
app.command("app")(app_command.app)
app.command("import")(import_workbooks)
app.command("papers")(papers)
app.command("redact")(redact)
app.command("judge")(judge.judge)
app.command("evaluate")(evaluate.evaluate)
app.command("coach")(coach.coach)
app.add_typer(templates, name="templates")
app.add_typer(forms, name="forms")
app.command("doctor")(doctor.doctor)


def run() -> None:
    """Run the command line; errors raised on purpose become one message and an exit code."""
    try:
        app()
    except PepQaError as error:
        try:
            stop(str(error))
        except typer.Exit as end:
            sys.exit(end.exit_code)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone. Python would complain again on closing standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.DONE)


if __name__ == "__main__":
    run()
