"""The child process of :mod:`qa_app.ingest.cage`: ``python -m qa_app.ingest.caged``."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from typing import Final

_MEMORY_BYTES: Final = 2 * 2**30
_FILE_BYTES: Final = 256 * 2**20
_OPEN_FILES: Final = 256
_CPU_SECONDS: Final = 60  # for one file; what OCR costs is counted by its own process


def set_limits() -> None:
    """Limit this process's memory, file size and open files. Windows has no such limits: there the time limit must do."""
    try:
        import resource
    except ImportError:
        return
    limits = (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, _FILE_BYTES),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),  # a core dump would hold a child's plan
    )
    for kind, limit in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some of them
            resource.setrlimit(kind, (limit, limit))


def renew_cpu_time() -> None:
    """Give the next file its share of processor time."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + _CPU_SECONDS, hard))


def serve() -> None:
    """Answer requests until the parent closes the pipe."""
    set_limits()
    from qa_app.core.errors import UnreadableDocument
    from qa_app.ingest.cage import receive, send
    from qa_app.ingest.readers import open_members, read

    operations = {"read": read, "open": open_members}
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what libraries print must not get into the answers
    while True:
        try:
            operation, data, name = pickle.loads(receive(sys.stdin.buffer))  # noqa: S301 - from our own parent process
        except EOFError:
            return
        renew_cpu_time()
        try:
            answer: object = operations[operation](data, name)
        except UnreadableDocument as problem:
            answer = UnreadableDocument(problem.reason, problem.cure)
        send(answers, answer)


if __name__ == "__main__":
    serve()
