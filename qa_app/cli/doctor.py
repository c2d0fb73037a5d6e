"""``pep-qa doctor``: what is installed, and what is missing, each with its cure."""

from __future__ import annotations

import typer

from qa_app.cli.console import ExitCode


def doctor() -> None:
    """Say what is installed, which models and versions, and what is missing, each with its cure.

    Example: `pep-qa doctor`
    """
    from qa_app.audit.health import examine

    findings = examine()
    for finding in findings:
        mark = "ok     " if finding.found else "missing" if finding.needed else "absent "
        typer.echo(f"{mark}  {finding.name}: {finding.detail}")
        if finding.cure:
            typer.echo(f"         {finding.cure}")
    broken = any(finding.needed and not finding.found for finding in findings)
    raise typer.Exit(ExitCode.USAGE if broken else ExitCode.DONE)
