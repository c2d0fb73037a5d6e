"""Insensitive wording about a child or family: what to flag, why it matters, what to write instead."""

from qa_app.analyse.wording.judge import WordingJudge

__all__ = ["WordingJudge"]
