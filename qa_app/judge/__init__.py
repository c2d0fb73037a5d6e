"""Ratings from measures: three-valued conditions, criteria, the overall band. Pure functions, standard library only."""

from qa_app.judge.criterion import rate
from qa_app.judge.overall import overall

__all__ = ["overall", "rate"]
