"""Every error that PEP QA raises on purpose.

::

    PepQaError
    ├── UnreadableDocument      a file could not be read; says why and what to do
    ├── InvalidTemplate         a template or form description is wrong; carries every problem
    ├── InvalidInput            a labelled-data file or option is wrong
    ├── ModelUnavailable        a model or language resource is not installed
    └── ModelMismatch           a model file does not match its card or the library versions

Messages name the file, what is wrong and what to do next. They never quote a document.
"""

from __future__ import annotations

from collections.abc import Sequence


class PepQaError(Exception):
    """Base of all errors that PEP QA raises on purpose."""


class UnreadableDocument(PepQaError):
    """A file could not be read as a plan.

    Args:
        reason: What is wrong, in words for an auditor.
        cure: What the person can do about it.
    """

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(f"{reason} {cure}")
        self.reason = reason
        self.cure = cure

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str, str]]:
        """Keep both parts when the error crosses a process boundary."""
        return type(self), (self.reason, self.cure)


class InvalidTemplate(PepQaError):
    """A template or form description is wrong.

    Args:
        source: The file's name.
        problems: Every problem found, each one sentence with its place and cure.
    """

    def __init__(self, source: str, problems: Sequence[str]) -> None:
        self.source = source
        self.problems = tuple(problems)
        listed = "\n".join(f"  - {problem}" for problem in self.problems)
        super().__init__(f"{source} cannot be used:\n{listed}")


class InvalidInput(PepQaError):
    """A labelled-data file, an option or a path is wrong."""


class ModelUnavailable(PepQaError):
    """A model or language resource is not installed."""


class ModelMismatch(PepQaError):
    """A model file does not match its card or the installed library versions."""
