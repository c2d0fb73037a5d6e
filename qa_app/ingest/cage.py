"""Reads files in a child process with limits, so that a hostile or broken file harms nothing but its own reading.

The child sets its limits as its first act (doing it between fork and exec is unsafe in a program with threads). What it
sends back is unpickled with a list of allowed classes: a child that was taken over cannot run code in the parent.
"""

from __future__ import annotations

import io
import os
import pickle
import struct
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Final, cast

import qa_app
from qa_app.core.document import Document
from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.members import Member

TIMEOUT_SECONDS: Final = 300.0  # a scan of forty pages takes some 100 s; everything else under 5 s
LENGTH: Final = struct.Struct(">Q")
MAX_ANSWER: Final = 2**30
_ALLOWED: Final = frozenset(
    [
        ("qa_app.core.document", name)
        for name in ("Document", "Block", "BlockKind", "CellPosition", "Omission", "OmissionKind", "Region", "Span")
    ]
    + [("qa_app.core.errors", "UnreadableDocument"), ("qa_app.ingest.members", "Member")]
)
_CURE: Final = "Open it, save a copy (or print it to PDF), and use the copy; or leave it out."


class _AnswerUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of an answer")
        return cast(type, super().find_class(module, name))


class Cage:
    """A child process that reads files one after the other; a new one is started when it dies.

    Use it as a context manager. Safe to share between threads: one file is read at a time.

    Args:
        timeout: Seconds a file may take.
    """

    def __init__(self, *, timeout: float = TIMEOUT_SECONDS) -> None:
        self._timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Cage:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child process."""
        with self._lock:
            self._stop()

    def read(self, data: bytes, name: str) -> tuple[Document, ...]:
        """Read one file's plans in the child.

        Raises:
            UnreadableDocument: It cannot be read, took too long, or broke the child.
        """
        return cast(tuple[Document, ...], self._ask("read", data, name))

    def open_members(self, data: bytes, name: str) -> tuple[Member, ...]:
        """Take the files out of a zip file or e-mail in the child.

        Raises:
            UnreadableDocument: As for :meth:`read`.
        """
        return cast(tuple[Member, ...], self._ask("open", data, name))

    def _ask(self, operation: str, data: bytes, name: str) -> object:
        with self._lock:
            process = self._running()
            late = threading.Event()

            def give_up() -> None:
                late.set()
                process.kill()

            timer = threading.Timer(self._timeout, give_up)
            timer.start()
            try:
                answer = _exchange(process, (operation, data, name))
            except (OSError, EOFError, pickle.UnpicklingError, struct.error, AttributeError, ValueError):
                self._stop()
                if late.is_set():
                    raise UnreadableDocument(f"Reading the file took longer than {self._timeout:.0f} seconds.", _CURE) from None
                raise UnreadableDocument(
                    "Reading the file broke off: it is damaged, or far larger inside than a plan.", _CURE
                ) from None
            finally:
                timer.cancel()
        if isinstance(answer, UnreadableDocument):
            raise answer
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            package_root = str(Path(qa_app.__file__).parent.parent)
            paths = [package_root, *filter(None, [os.environ.get("PYTHONPATH")])]
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "qa_app.ingest.caged"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # libraries complain there, sometimes quoting the file
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1"},
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue  # what was still to be written to a dead child
        process.wait()


def _exchange(process: subprocess.Popen[bytes], request: tuple[str, bytes, str]) -> object:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    send(process.stdin, request)
    return _AnswerUnpickler(io.BytesIO(receive(process.stdout))).load()


def send(stream: IO[bytes], value: object) -> None:
    """Write a value with its length before it."""
    packed = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read a value's bytes.

    Raises:
        EOFError: The other side ended.
    """
    head = stream.read(LENGTH.size)
    length = LENGTH.unpack(head)[0] if len(head) == LENGTH.size else 0
    if not 0 < length <= MAX_ANSWER:
        raise EOFError
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return body
