"""``pep-qa papers``: letters, briefs, a care-plan table and a panel report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qa_app.cli.audit import DEFAULT_TEMPLATE, exit_code, name_unreadable
from qa_app.cli.console import MESSAGES, stop
from qa_app.cli.importing import read_edits_file
from qa_app.cli.places import folder_for
from qa_app.cli.progress import shown_progress
from qa_app.report.language import ReportLanguage
from qa_app.report.papers import KINDS, PaperKind, write_papers


def papers(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders and zip files with plans.")],
    out: Annotated[Path, typer.Option(help="Write the papers into this folder.")],
    kind: Annotated[list[PaperKind] | None, typer.Option(help="Which papers; all of them without this option.")] = None,
    language: Annotated[ReportLanguage, typer.Option(help="Language of the papers' own words.")] = "en",
    template: Annotated[str, typer.Option(help="A template's id or its YAML file.")] = DEFAULT_TEMPLATE,
    edits: Annotated[Path | None, typer.Option(help="An auditor's judgements, from `pep-qa import --json`.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that work side by side.")] = 1,
) -> None:
    """Audit plans and write the papers that people take to meetings. All of them can be edited.

    `letter` (to the school, one per plan), `brief` (one page per plan for the reviewing officer), `care-plan` (all targets
    as a table for a social-care record) and `panel` (the sample as a whole, without names). Quotes, reasons and advice
    stay in their own language.

    For example:

    `pep-qa papers peps/ --out papers/`

    `pep-qa papers peps/ --out llythyrau/ --kind letter --language cy`
    """
    from qa_app.audit.auditor import Auditor
    from qa_app.report.edits import NO_EDITS
    from qa_app.report.importing import place_edits

    for path in paths:
        if not path.exists():
            stop(f"{path} does not exist. Check the name.")
    folder_for(out)
    judgements = read_edits_file(edits) if edits is not None else NO_EDITS
    auditor = Auditor.load(template)
    with shown_progress() as progress:
        result = auditor.audit_paths(paths, workers=workers, progress=progress)
    placed, lost = place_edits(judgements, result)
    for each in lost:
        MESSAGES.print(f"Judgement without a place in this audit: {each}", style="yellow", markup=False)
    written = write_papers(result, out, kinds=kind or KINDS, language=language, edits=placed)
    MESSAGES.print(f"Papers: {len(written)} files in {out}", markup=False)
    name_unreadable(result)
    raise typer.Exit(exit_code(result, None))
