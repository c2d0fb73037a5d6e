"""Dates of English and Welsh plans: found where they stand, and pinned by the meeting's date and the school calendar."""

from qa_app.nlp.dates.find import find_dates
from qa_app.nlp.dates.mention import DateKind, DateMention, DateRole

__all__ = ["DateKind", "DateMention", "DateRole", "find_dates"]
