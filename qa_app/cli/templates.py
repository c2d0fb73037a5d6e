"""``pep-qa templates``: what templates there are; check one of your own."""

from __future__ import annotations

from typing import Annotated

import typer

templates = typer.Typer(no_args_is_help=True, help="What audit templates there are; check one of your own.")


@templates.command("list")
def list_all() -> None:
    """List the templates that come with the program.

    Example: `pep-qa templates list`
    """
    from qa_app.templates import list_templates

    for entry in list_templates():
        typer.echo(f"{entry.id:<22} {entry.version:<6} {entry.status:<8} {entry.title}")


@templates.command("show")
def show(
    template: Annotated[str, typer.Argument(help="A template's id or its YAML file.")],
    criterion: Annotated[str, typer.Argument(help="One criterion's id, for all that is known of it.")] = "",
) -> None:
    """Show a template's criteria, or one criterion whole.

    For example:

    `pep-qa templates show wales-2025`

    `pep-qa templates show wales-2025 responsibility`
    """
    from qa_app.cli.console import stop
    from qa_app.detect.base import catalogue
    from qa_app.templates import load_template

    loaded = load_template(template, catalogue())
    if not criterion:
        typer.echo(
            f"{loaded.title} ({loaded.id}, version {loaded.version}, {loaded.status.value})\n{loaded.source}\n{loaded.note}\n"
        )
        for item in loaded.criteria:
            typer.echo(f"{item.id:<28} weight {item.weight:g}  {item.status.value:<7} {item.statement}")
        return
    found = next((item for item in loaded.criteria if item.id == criterion), None)
    if found is None:
        stop(f"{loaded.id} has no criterion “{criterion}”. It has: {', '.join(item.id for item in loaded.criteria)}.")
    typer.echo(f"{found.title} ({found.id}, since version {found.since}, {found.status.value}, weight {found.weight:g})")
    typer.echo(f"{found.statement}\nSource: {found.source}\nLooks for: {found.looks_for}\nWeak: {found.weak}")
    if found.applies.condition is not None:
        typer.echo(f"Does not always apply: {found.applies.otherwise}")
    for rating, words in sorted(found.descriptors.items(), reverse=True):
        typer.echo(f"  {rating}  {words}")
    if found.good_example:
        typer.echo(f"What good looks like (invented): {found.good_example}")
    typer.echo(f"Advice: {found.advice}\nFound by: {', '.join(use.detector for use in found.uses)}")


@templates.command("check")
def check(template: Annotated[str, typer.Argument(help="A template's id or its YAML file.")]) -> None:
    """Check a template; every problem is named at once, with its line and its cure.

    Example: `pep-qa templates check my-council.yaml`
    """
    from qa_app.detect.base import catalogue
    from qa_app.templates import load_template

    loaded = load_template(template, catalogue())
    typer.echo(f"{loaded.id}, version {loaded.version}: {len(loaded.criteria)} criteria, nothing wrong.")
