"""``pep-qa demo``: audit the sample plans that ship with the package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qa_app.cli.audit import DEFAULT_TEMPLATE, name_unreadable, show, write
from qa_app.cli.console import MESSAGES, writable
from qa_app.cli.progress import shown_progress


def demo(
    out: Annotated[Path, typer.Option(help="Where to write the workbook.")] = Path("pep-qa-demo.xlsx"),
) -> None:
    """Audit the invented sample plans and write a workbook.

    Example: `pep-qa demo`
    """
    from qa_app.audit.auditor import Auditor
    from qa_app.audit.samples import sample_files

    writable(out)
    auditor = Auditor.load(DEFAULT_TEMPLATE)
    with shown_progress() as progress:
        result = auditor.audit_paths(sample_files(), progress=progress)
    show(result)
    write(result, out=out.absolute(), json_file=None)
    name_unreadable(result)
    MESSAGES.print("Open it in Excel or LibreOffice. For the app: pep-qa app (or make app in a checkout).", markup=False)
