"""The audit workbook: sheets for reading, columns for the auditor's own judgement, formulas that follow it."""

from qa_app.report.workbook.build import workbook_bytes, write_workbook

__all__ = ["workbook_bytes", "write_workbook"]
