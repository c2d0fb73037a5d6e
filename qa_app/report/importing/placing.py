"""Finds the plans of earlier judgements in a new audit: by the file's hash, whatever its number now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qa_app.core.result import Audit
from qa_app.report.edits import AuditorEdits
from qa_app.report.tables import plan_key


def place_edits(edits: AuditorEdits, audit: Audit) -> tuple[AuditorEdits, tuple[str, ...]]:
    """Return the edits under the keys of ``audit``, and the names of plans or criteria that it does not hold."""
    here = [plan_key(number, plan) for number, plan in enumerate(audit.plans, 1)]
    moved = {key: _now(key, here) for key in sorted(_plans(edits))}
    known = {criterion.id for criterion in audit.template.criteria}
    criteria, lost = {}, []
    for key, edit in edits.criteria.items():
        plan, _, criterion = key.rpartition("|")
        new = moved.get(plan)
        if new is None or criterion not in known:
            lost.append(f"{edits.files.get(plan, plan)}, {criterion}")
        else:
            criteria[f"{new}|{criterion}"] = edit
    overall = {new: edit for key, edit in edits.overall.items() if (new := moved.get(key)) is not None}
    lost.extend(edits.files.get(key, key) for key in edits.overall if moved.get(key) is None)
    return replace(edits, criteria=criteria, overall=overall, files=_files(edits.files, moved)), tuple(lost)


def _plans(edits: AuditorEdits) -> set[str]:
    return {key.rpartition("|")[0] for key in edits.criteria} | set(edits.overall) | set(edits.files)


def _now(key: str, here: list[str]) -> str | None:
    if key in here:
        return key
    same = [other for other in here if other.partition("|")[2] == key.partition("|")[2]]
    return same[0] if len(same) == 1 else None  # two copies of one file: which one was meant is not known


def _files(files: Mapping[str, str], moved: Mapping[str, str | None]) -> dict[str, str]:
    return {new: name for key, name in files.items() if (new := moved.get(key)) is not None}
