"""``pep-qa forms``: learn an authority's own form from an empty copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qa_app.cli.console import MESSAGES, stop, writable

forms = typer.Typer(no_args_is_help=True, help="Learn an authority's own form, so that its printed words never count.")


@forms.callback()
def about() -> None:
    """Learn an authority's own form, so that its printed words never count as content."""


@forms.command("learn")
def learn(
    blank: Annotated[Path, typer.Argument(help="The empty form.", exists=True, dir_okay=False)],
    form_id: Annotated[str, typer.Option("--id", help="A short name for it, such as our-primary-2026.")] = "",
    folder: Annotated[Path, typer.Option(help="Folder for the description.", exists=True, file_okay=False)] = Path(),
) -> None:
    """Read an empty form and write its description: headings, prompts, fields. A person corrects it.

    Example: `pep-qa forms learn our-blank-pep.docx --id our-primary-2026`
    """
    from qa_app.extract import learn_form, write_form
    from qa_app.ingest import read_path

    documents = read_path(blank)
    if len(documents) != 1:
        stop(f"{blank.name} holds {len(documents)} plans. Give one empty form.")
    name = form_id or blank.stem.lower().replace(" ", "-")
    writable(folder / f"{name}.yaml")
    written = write_form(learn_form(documents[0], name), folder)
    MESSAGES.print(f"Form description: {written}. Look through it and correct it.", markup=False)
    MESSAGES.print("Use it with: pep-qa audit … --forms FOLDER", markup=False)
