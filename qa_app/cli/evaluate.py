"""``pep-qa evaluate``: how well the program judges labelled data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    folder: Annotated[Path, typer.Argument(help="A folder with labelled JSON Lines files, or one such file.", exists=True)],
    json_file: Annotated[Path | None, typer.Option("--json", help="Also write the figures as JSON.")] = None,
) -> None:
    """Judge labelled items and print how far the program agrees with the labels, per file.

    Targets: F1 of *met* and quadratic kappa per component. Voice: macro-F1. Language: precision, recall and F1 of
    spans, and alarms per 1,000 words of clean text. Each figure carries its 95 % bootstrap interval.

    Example: `pep-qa evaluate my-labels/`
    """
    import json

    from qa_app.audit.judges import Judges
    from qa_app.evaluate.run import as_record, evaluate_folder
    from qa_app.evaluate.text import as_lines

    judges = Judges()
    all_figures = []
    for figures in evaluate_folder(folder, judges):
        all_figures.append(figures)
        for line in as_lines(figures):
            typer.echo(line)
        typer.echo()
    if json_file:
        json_file.write_text(json.dumps([as_record(f) for f in all_figures], indent=2) + "\n", "utf-8")
