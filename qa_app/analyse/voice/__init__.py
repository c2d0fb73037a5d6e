"""Whose view a passage carries: the child's own, somebody else's, or none."""

from qa_app.analyse.voice.judge import VoiceJudge

__all__ = ["VoiceJudge"]
