"""Papers that people take to meetings: letters, briefs, a care-plan table, a panel report. All of them can be edited."""

from qa_app.report.papers.write import KINDS, PaperKind, write_papers

__all__ = ["KINDS", "PaperKind", "write_papers"]
