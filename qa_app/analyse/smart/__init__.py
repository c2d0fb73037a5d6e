"""SMART: judges a target row by its five components."""

from qa_app.analyse.smart.judge import SmartJudge

__all__ = ["SmartJudge"]
