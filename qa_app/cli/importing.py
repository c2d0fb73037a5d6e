"""``pep-qa import``: take auditors' judgements back out of workbooks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_app.cli.console import MESSAGES, ExitCode, writable
from qa_app.core.errors import InvalidInput

if TYPE_CHECKING:
    from qa_app.report.edits import AuditorEdits
    from qa_app.report.importing import Imported, Joined


def import_workbooks(
    workbooks: Annotated[list[Path], typer.Argument(help="Audit workbooks, and JSON files of earlier imports.")],
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the judgements here.")] = None,
) -> None:
    """Read auditors' ratings, reasons, comments and actions back out of audit workbooks.

    The program's own results are never changed. Rows may be sorted, filtered and added, sheets renamed. What cannot be
    placed is named; where two files disagree, both are shown and neither is taken. A file that cannot be read gives exit
    code 3; the others are still read.

    For example:

    `pep-qa import audit.xlsx --json judgements.json`

    `pep-qa import ann.xlsx bob.xlsx` shows where two auditors disagree

    `pep-qa audit peps/ --edits judgements.json --out audit.xlsx` puts them into a new workbook
    """
    from qa_app.report.importing import edits_to_json, join_edits

    made_here = json_file is not None and not json_file.exists()
    if json_file is not None:
        writable(json_file)
    read, refused = [], 0
    for path in workbooks:
        try:
            read.append((path.name, _read(path)))
        except InvalidInput as error:
            MESSAGES.print(str(error), style="red", markup=False)
            refused += 1
    joined = join_edits([(name, imported.edits) for name, imported in read])
    for name, imported in read:
        _tell(name, imported)
    _tell_conflicts(joined)
    if json_file is not None and read:
        json_file.write_text(json.dumps(edits_to_json(joined.edits), ensure_ascii=False, indent=2) + "\n", "utf-8")
        MESSAGES.print(f"Judgements: {json_file}", markup=False)
    elif json_file is not None and made_here:
        json_file.unlink()  # trying whether it can be written has made it; an empty file would look like a result
    raise typer.Exit(ExitCode.UNREADABLE if refused else ExitCode.DONE)


def _read(path: Path) -> Imported:
    from qa_app.report.importing import Imported, read_auditor_edits

    if not path.is_file():
        raise InvalidInput(f"{path} does not exist. Check the name.")
    if path.suffix.lower() != ".json":
        return read_auditor_edits(path)
    return Imported(read_edits_file(path), (), {})


def _tell(name: str, imported: Imported) -> None:
    edits = imported.edits
    own = {key: edit.rating for key, edit in edits.criteria.items() if edit.rating is not None}
    compared = [key for key in own if key in imported.program]
    agreed = sum(own[key] == imported.program[key] for key in compared)
    words = f"{name}: {len(own)} ratings, {len(edits.overall)} overall judgements, {len(edits.actions)} actions."
    if compared:
        words += f" {agreed} of {len(compared)} ratings are the program's too."
    MESSAGES.print(words, markup=False)
    for each in imported.unplaced:
        MESSAGES.print(f"Not placed: {name}, sheet {each.sheet}, cell {each.cell}. {each.why}", style="yellow", markup=False)


def _tell_conflicts(joined: Joined) -> None:
    for conflict in joined.conflicts:
        plan, _, criterion = conflict.key.rpartition("|")
        where = f"{joined.edits.files.get(plan, conflict.key)}, {criterion}" if plan else conflict.key
        said = "; ".join(f"{name}: {value}" for name, value in conflict.values.items()) if conflict.field == "rating" else ""
        named = said or " and ".join(conflict.values)
        MESSAGES.print(f"Conflict, not taken: {where}, {conflict.field} ({named})", style="yellow", markup=False)


def read_edits_file(path: Path) -> AuditorEdits:
    """Read auditors' judgements from a JSON file of ``pep-qa import``.

    Raises:
        InvalidInput: The file cannot be read, or holds something else.
    """
    from qa_app.report.importing import edits_from_json

    try:
        return edits_from_json(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise InvalidInput(f"{path} is no JSON file that can be read.") from error
    except InvalidInput as error:
        raise InvalidInput(f"{path}: {error}") from error
