"""Anonymised copies of plans: people and places replaced by stand-ins that stay the same over a whole run."""

from qa_app.redact.check import Leftover, leftovers
from qa_app.redact.copies import AnonymisedCopy, copy_of
from qa_app.redact.names import Name, NameKind, find_names
from qa_app.redact.stand_ins import StandIns
from qa_app.redact.text import Edit, RedactedText, Redactor
from qa_app.redact.word import rewrite_docx, texts_of

__all__ = [
    "AnonymisedCopy",
    "Edit",
    "Leftover",
    "Name",
    "NameKind",
    "RedactedText",
    "Redactor",
    "StandIns",
    "copy_of",
    "find_names",
    "leftovers",
    "rewrite_docx",
    "texts_of",
]
