"""``pep-qa judge``: judge labelled-data items one by one."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from qa_app.evaluate.items import Kind


def judge(
    kind: Annotated[Kind, typer.Argument(help="What the file holds.")],
    file: Annotated[Path, typer.Argument(help="A JSON Lines file in the judgement guide's format.", dir_okay=False)],
) -> None:
    """Judge each item of FILE and write one JSON line per item to standard output.

    Labels in the file, if there are any, are ignored.

    Example: `pep-qa judge targets my-targets.jsonl > judged.jsonl`
    """
    from qa_app.audit.judges import Judges
    from qa_app.evaluate import judging
    from qa_app.evaluate.items import read_language, read_targets, read_voice

    judges = Judges()
    match kind:
        case Kind.TARGETS:
            records = judging.target_records(judges, read_targets(file))
        case Kind.VOICE:
            records = judging.voice_records(judges, read_voice(file))
        case Kind.LANGUAGE:
            records = judging.language_records(judges, read_language(file))
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
