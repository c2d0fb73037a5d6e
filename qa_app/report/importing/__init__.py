"""Takes an auditor's judgements back out of a workbook, and joins those of several auditors."""

from qa_app.report.importing.joining import Conflict, Joined, join_edits
from qa_app.report.importing.placing import place_edits
from qa_app.report.importing.reading import Imported, Unplaced, read_auditor_edits
from qa_app.report.importing.storing import edits_from_json, edits_to_json

__all__ = [
    "Conflict",
    "Imported",
    "Joined",
    "Unplaced",
    "edits_from_json",
    "edits_to_json",
    "join_edits",
    "place_edits",
    "read_auditor_edits",
]
