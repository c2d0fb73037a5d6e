"""The audit as tidy CSV files: one table a file, one observation a row, for people who go on in R, pandas or Power BI.

Text that a spreadsheet would take for a formula gets an apostrophe in front, because CSV cannot say that it is text.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from qa_app.core.result import Audit, CriterionStatus
from qa_app.report.tables import all_tables, plan_name

if TYPE_CHECKING:
    import pandas as pd

RUNS_IN_CSV: Final = ("=", "+", "-", "@", "\t", "\r")
APOSTROPHE: Final = "'"
ENCODING: Final = "utf-8-sig"  # with a byte order mark: without it Excel breaks Welsh letters


def data_frames(audit: Audit) -> dict[str, pd.DataFrame]:
    """Return every table as a data frame by its key, and ``ratings``: plans down, criteria across."""
    import pandas as pd

    frames = {
        table.key: pd.DataFrame(table.rows, columns=[column.key for column in table.columns], dtype=object)
        for table in all_tables(audit)
    }
    frames["ratings"] = _ratings(audit)
    return frames


def _ratings(audit: Audit) -> pd.DataFrame:
    """Return one row per plan and one column per criterion; empty where there is no rating."""
    import pandas as pd

    records = [
        (
            number,
            plan_name(audited),
            rating_column(result.criterion.id),
            result.rating if result.status is CriterionStatus.RATED else None,
        )
        for number, audited in enumerate(audit.plans, 1)
        for result in audited.results
    ]
    long = pd.DataFrame(records, columns=["plan", "file", "criterion", "rating"])
    wide = long.set_index(["plan", "file", "criterion"])["rating"].astype("Int64").unstack("criterion")
    return (
        wide.reindex(columns=[rating_column(criterion.id) for criterion in audit.template.criteria])
        .rename_axis(columns=None)
        .reset_index()
    )


def rating_column(criterion: str) -> str:
    """Return the column of a criterion: a template may call a criterion ``plan`` or ``file``."""
    return f"rating.{criterion}"


def write_csv(audit: Audit, folder: Path) -> tuple[Path, ...]:
    """Write ``TABLE.csv`` for every table into ``folder``, which is made when it is missing. Return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for key, frame in data_frames(audit).items():
        path = folder / f"{key}.csv"
        frame.map(_as_text).to_csv(path, index=False, encoding=ENCODING, lineterminator="\n")
        written.append(path)
    return tuple(written)


def _as_text(value: object) -> object:
    if isinstance(value, str):
        return APOSTROPHE + value if value.startswith(RUNS_IN_CSV) else value
    return value
