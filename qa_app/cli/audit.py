"""``pep-qa audit``: plans in, a workbook and JSON out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_app.cli.console import MESSAGES, ExitCode, stop, writable
from qa_app.cli.importing import read_edits_file
from qa_app.cli.places import folder_for
from qa_app.cli.progress import shown_progress
from qa_app.report.language import ReportLanguage

if TYPE_CHECKING:
    from qa_app.core.result import Audit
    from qa_app.report.edits import AuditorEdits

DEFAULT_TEMPLATE = "wales-2025"
STANDARD_OUTPUT = Path("-")


def audit(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders and zip files with plans.")],
    template: Annotated[
        str, typer.Option(help="A template's id or its YAML file. See `pep-qa templates list`.")
    ] = DEFAULT_TEMPLATE,
    out: Annotated[Path | None, typer.Option(help="Write the audit workbook here (.xlsx).")] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Write the audit as JSON here; `-` for standard output.")
    ] = None,
    forms: Annotated[
        Path | None, typer.Option(help="Folder with form descriptions of your own (see `pep-qa forms learn`).", exists=True)
    ] = None,
    csv: Annotated[Path | None, typer.Option(help="Write every table as CSV into this folder.")] = None,
    edits: Annotated[
        Path | None, typer.Option(help="An auditor's judgements, from `pep-qa import --json`, to stand in the workbook.")
    ] = None,
    language: Annotated[ReportLanguage, typer.Option(help="Language of the workbook's titles and labels.")] = "en",
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that work side by side.")] = 1,
    fail_under: Annotated[
        float | None, typer.Option(min=0, max=100, help="End with exit code 1 when a plan scores below this (0 to 100).")
    ] = None,
) -> None:
    """Audit plans and write a workbook, JSON, or both.

    Without `--out`, `--json` and `--csv` the results are shown as a table. A file that cannot be read never stops the
    others: it is named with what to do, and the exit code is 3.

    For example:

    `pep-qa audit peps/ --out audit.xlsx`

    `pep-qa audit one.docx two.pdf term.zip --json - | jq .plans`
    """
    from qa_app.audit.auditor import Auditor

    for path in paths:
        if not path.exists():
            stop(f"{path} does not exist. Check the name.")
    if out is not None:
        if out.suffix.lower() != ".xlsx":
            stop(f"{out.name}: the workbook's name must end in .xlsx.")
        writable(out)
    if json_file is not None and json_file != STANDARD_OUTPUT:
        writable(json_file)
    if csv is not None:
        folder_for(csv)
    judgements = read_edits_file(edits) if edits is not None else None

    auditor = Auditor.load(template, forms)
    with shown_progress() as progress:
        result = auditor.audit_paths(paths, workers=workers, progress=progress)
    write(result, out=out, json_file=json_file, csv=csv, edits=judgements, language=language)
    if out is None and json_file is None and csv is None:
        show(result)
    name_unreadable(result)
    raise typer.Exit(exit_code(result, fail_under))


def write(
    result: Audit,
    *,
    out: Path | None,
    json_file: Path | None,
    csv: Path | None = None,
    edits: AuditorEdits | None = None,
    language: ReportLanguage = "en",
) -> None:
    """Write what was asked for and say where it is."""
    if json_file is not None:
        from qa_app.report.as_json import audit_to_json

        text = json.dumps(audit_to_json(result), ensure_ascii=False, indent=2) + "\n"
        if json_file == STANDARD_OUTPUT:
            sys.stdout.write(text)
        else:
            json_file.write_text(text, "utf-8")
            MESSAGES.print(f"JSON: {json_file}", markup=False)
    if csv is not None:
        from qa_app.report.tidy import write_csv

        written = write_csv(result, csv)
        MESSAGES.print(f"CSV: {len(written)} files in {csv}", markup=False)
    if out is not None:
        from qa_app.report.edits import NO_EDITS
        from qa_app.report.importing import place_edits
        from qa_app.report.workbook import write_workbook

        placed, lost = place_edits(edits or NO_EDITS, result)
        for each in lost:
            MESSAGES.print(f"Judgement without a place in this audit: {each}", style="yellow", markup=False)
        write_workbook(result, out, edits=placed, language=language)
        MESSAGES.print(f"Workbook: {out}", markup=False)


def show(result: Audit) -> None:
    """Show one line per plan on standard output."""
    from rich.console import Console
    from rich.table import Table

    table = Table("Plan", "Band", "Score", "Criteria met", "Cannot judge")
    for plan in result.plans:
        document = plan.analysis.plan.document
        name = document.name if document.plan_no == 1 else f"{document.name} ({document.plan_no})"
        rated = [r.rating for r in plan.results if r.rating is not None]
        unjudged = sum(r.status.value == "cannot-judge" for r in plan.results)
        score = "–" if plan.overall.score is None else f"{plan.overall.score:.0f}"
        table.add_row(name, plan.overall.band, score, f"{sum(r >= 2 for r in rated)} of {len(rated)}", str(unjudged or ""))
    Console().print(table)


def name_unreadable(result: Audit) -> None:
    """Name each file that could not be read, with what to do."""
    for problem in result.unreadable:
        MESSAGES.print(f"Not read: {problem.file}. {problem.error} {problem.cure}", style="red", markup=False)


def exit_code(result: Audit, fail_under: float | None) -> ExitCode:
    """Return the exit code that other people's scripts rely on. A file that was not read outweighs a low score."""
    if result.unreadable:
        return ExitCode.UNREADABLE
    if fail_under is not None and any(p.overall.score is None or p.overall.score < fail_under for p in result.plans):
        return ExitCode.BELOW_LEVEL
    return ExitCode.DONE
