"""The data dictionary: every column of every table with its meaning, written from the tables themselves.

``python -m qa_app.report.dictionary`` prints it; ``docs/data-dictionary.md`` holds it, and a test keeps the two equal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

from qa_app.core.result import Audit
from qa_app.core.template import AuditTemplate
from qa_app.report.tables import Kind, all_tables

_HEAD: Final = """# Data dictionary

Written from the program by `python -m qa_app.report.dictionary`; do not edit by hand.

`pep-qa audit … --csv FOLDER` writes each table below as `TABLE.csv` (UTF-8 with a byte order mark, one observation a row).
The workbook shows the same tables. Text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return has an apostrophe in
front in CSV, so that no spreadsheet runs it. Empty means not known or not applicable, never zero.

`ratings.csv` holds the ratings once more with one row per plan (`plan`, `file`) and one column `rating.CRITERION` per
criterion; empty where a criterion was not rated.
"""
_TYPES: Final = {
    Kind.KEY: "key",
    Kind.NAME: "text",
    Kind.TEXT: "text",
    Kind.QUOTE: "words of the plan",
    Kind.CODE: "code",
    Kind.NUMBER: "number",
    Kind.SCORE: "number, 0 to 100",
    Kind.PERCENT: "number, 0 to 1",
    Kind.DATE: "date, ISO 8601",
    Kind.RATING: "0, 1, 2, 3, `n/a` or `?`",
    Kind.LEVEL: "`met`, `partly` or `not`",
    Kind.SEVERITY: "`low`, `medium` or `high`",
}


def data_dictionary() -> str:
    """Return the data dictionary as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    for table in all_tables(Audit("", AuditTemplate("", "", "", "", "", (), ()), ())):
        yield f"## {table.key}"
        yield ""
        yield f"Sheet “{table.title}”." + (f" {table.note}" if table.note else "")
        yield ""
        yield "| column | title in the workbook | type | meaning |"
        yield "|---|---|---|---|"
        for column in table.columns:
            yield f"| `{column.key}` | {column.title} | {_TYPES[column.kind]} | {column.meaning} |"
        yield ""


if __name__ == "__main__":
    sys.stdout.write(data_dictionary())
