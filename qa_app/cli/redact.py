"""``pep-qa redact``: copies of the plans without names."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_app.cli.console import MESSAGES, ExitCode, stop, writable
from qa_app.cli.places import folder_for
from qa_app.core.errors import UnreadableDocument

if TYPE_CHECKING:
    from qa_app.audit.stages import Stages
    from qa_app.core.document import Document
    from qa_app.core.plan import Plan
    from qa_app.redact import AnonymisedCopy, StandIns

LIMITS = (
    "The check finds only names that the program knows of: it cannot see misspelt names, initials alone, pictures, or what a "
    "reader can guess from the story. Read each copy before you pass it on."
)


def redact(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders and zip files with plans.")],
    out: Annotated[Path, typer.Option(help="Write the copies into this folder.")],
    key: Annotated[
        Path | None, typer.Option(help="Write which stand-in is whom into this CSV file. Keep it apart from the copies.")
    ] = None,
) -> None:
    """Write copies of plans with the people and places replaced by consistent stand-ins.

    The same person is the same stand-in ("Child A", "Teacher 2") in all plans of one run. Word files keep their layout;
    pictures, tracked deletions, comments' authors and file properties go. Every other format, PDF and scans among them,
    becomes a text file with its places marked. Dates of birth keep their year.

    For example:

    `pep-qa redact peps/ --out anonymous/`
    """
    from qa_app.audit.auditor import Auditor
    from qa_app.audit.originals import Originals
    from qa_app.ingest import read_inputs
    from qa_app.redact import StandIns, copy_of

    for path in paths:
        if not path.exists():
            stop(f"{path} does not exist. Check the name.")
    folder = folder_for(out)
    if key is not None:
        if key.resolve().parent == folder.resolve():
            stop(f"{key.name}: keep the key apart from the copies, in another folder than {out}.")
        writable(key)
    stages = Auditor.load().stages
    originals = Originals.of(paths)
    stand_ins, used = StandIns(), Counter[str]()
    has_failed = False
    for outcome in read_inputs(paths):
        if outcome.unreadable is not None:
            has_failed = True
            problem = outcome.unreadable
            MESSAGES.print(f"Not read: {problem.file}. {problem.error} {problem.cure}", style="red", markup=False)
        for document in outcome.documents:
            plan = _plan_of(stages, document)
            has_failed = has_failed or plan is None
            if plan is not None:
                copy = copy_of(plan, originals.bytes_of(document.sha256), stand_ins)
                used[copy.stem] += 1
                name = f"{copy.stem}-{used[copy.stem]}{copy.suffix}"
                (folder / name).write_bytes(copy.data)
                _report(name, copy, len(document.unread))
    if key is not None:
        _write_key(key, stand_ins)
    MESSAGES.print(LIMITS, markup=False)
    raise typer.Exit(ExitCode.UNREADABLE if has_failed else ExitCode.DONE)


def _plan_of(stages: Stages, document: Document) -> Plan | None:
    """Find the plan's parts; say what is wrong and return None when it cannot be done."""
    try:
        return stages.extract(document)
    except UnreadableDocument as problem:
        MESSAGES.print(f"Not read: {document.name}. {problem}", style="red", markup=False)
        return None


def _report(name: str, copy: AnonymisedCopy, unread: int) -> None:
    MESSAGES.print(f"{name}: {copy.replaced} places replaced.", markup=False)
    for left in copy.left:
        MESSAGES.print(
            f"  May still stand there unchanged: {left.stand_in}, at {left.places} places. Look before you pass the copy on.",
            style="yellow",
            markup=False,
        )
    if unread:
        MESSAGES.print(f"  {unread} parts of this plan could not be read and were not copied.", style="yellow", markup=False)


def _write_key(key: Path, stand_ins: StandIns) -> None:
    with key.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("name", "stand-in"))
        rows.writerows(stand_ins.key())
    MESSAGES.print(f"Key: {key}. It names people: keep it as safe as the plans.", markup=False)
