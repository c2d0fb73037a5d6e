"""The three judges of single items, loaded when first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa_app.analyse.smart import SmartJudge
    from qa_app.analyse.voice import VoiceJudge
    from qa_app.analyse.wording import WordingJudge


class Judges:
    """SMART targets, the child's views and wording: each judge is loaded once, on first use, and is then immutable."""

    @cached_property
    def smart(self) -> SmartJudge:
        """The judge of target rows."""
        from qa_app.analyse.smart import SmartJudge

        return SmartJudge()

    @cached_property
    def voice(self) -> VoiceJudge:
        """The judge of whose view a passage carries."""
        from qa_app.analyse.voice import VoiceJudge

        return VoiceJudge.load()

    @cached_property
    def wording(self) -> WordingJudge:
        """The judge of insensitive wording."""
        from qa_app.analyse.wording import WordingJudge

        return WordingJudge.load()
