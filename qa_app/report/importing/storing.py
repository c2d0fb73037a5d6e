"""An auditor's judgements as JSON, to be kept and to be given to a later audit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final, cast

from qa_app.core.errors import InvalidInput
from qa_app.report.edits import Action, AuditorEdits, Cover, CriterionEdit, OverallEdit

SCHEMA: Final = 1


def edits_to_json(edits: AuditorEdits) -> dict[str, Any]:
    """Return the judgements as plain data."""
    return {
        "schema": SCHEMA,
        "kind": "auditor-edits",
        "criteria": {key: asdict(edit) for key, edit in edits.criteria.items()},
        "overall": {key: asdict(edit) for key, edit in edits.overall.items()},
        "actions": [asdict(action) for action in edits.actions],
        "cover": asdict(edits.cover),
        "files": dict(edits.files),
    }


def edits_from_json(data: object) -> AuditorEdits:
    """Return the judgements that :func:`edits_to_json` gave.

    Raises:
        InvalidInput: This is something else.
    """
    if not isinstance(data, dict) or data.get("kind") != "auditor-edits" or data.get("schema") != SCHEMA:
        raise InvalidInput("This is no file of auditor's judgements. Make one with pep-qa import AUDIT.xlsx --json FILE.json.")
    try:
        content = cast("Mapping[str, Any]", data)
        return AuditorEdits(
            criteria={key: CriterionEdit(**edit) for key, edit in content["criteria"].items()},
            overall={key: OverallEdit(**edit) for key, edit in content["overall"].items()},
            actions=tuple(Action(**action) for action in content["actions"]),
            cover=Cover(**content["cover"]),
            files=dict(content["files"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InvalidInput("This file of auditor's judgements is damaged. Import the workbook again.") from error
