"""From paths to documents: walks folders, opens zip files and e-mails, and gives one outcome per file, good or bad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from qa_app.core.document import Document
from qa_app.core.errors import UnreadableDocument
from qa_app.core.result import Unreadable
from qa_app.ingest import readers
from qa_app.ingest.cage import Cage
from qa_app.ingest.members import Member, is_clutter
from qa_app.ingest.sheets import NO_PLANS_IN_TABLE
from qa_app.ingest.sniff import DATA_FILE, sniff

_EMPTY: Final = UnreadableDocument(
    "The file is empty.", "Ask for the document again: it may not have been saved or sent completely."
)
_MAX_DEPTH: Final = 3  # a zip in an e-mail in a zip


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """What came of one file.

    Attributes:
        file: Its name; ``archive.zip/name`` for a file in a file.
        documents: Its plans. Empty when it could not be read, or was set aside (``notes`` say why).
        unreadable: What is wrong and what to do, when it could not be read.
        notes: Things the auditor should know that are no errors.
    """

    file: str
    documents: tuple[Document, ...] = ()
    unreadable: Unreadable | None = None
    notes: tuple[str, ...] = ()


class _Engine(Protocol):
    def read(self, data: bytes, name: str) -> tuple[Document, ...]: ...

    def open_members(self, data: bytes, name: str) -> tuple[Member, ...]: ...


class _InThisProcess:
    """Reads without a cage: for tests, and for programs that are caged already."""

    read = staticmethod(readers.read)
    open_members = staticmethod(readers.open_members)


def read_file(data: bytes, name: str, *, caged: bool = True) -> tuple[Document, ...]:
    """Read the plans of one file; of all files in it, for a zip file or e-mail.

    Args:
        data: The file's bytes.
        name: Its name; folders are dropped.
        caged: Read in a child process with limits.

    Raises:
        UnreadableDocument: It, or a file in it, cannot be read. :func:`read_bytes` gives an outcome per file instead.
    """
    documents: list[Document] = []
    for outcome in read_bytes(data, name, caged=caged):
        if outcome.unreadable is not None:
            inside = f"{outcome.file}: " if "/" in outcome.file else ""
            raise UnreadableDocument(inside + outcome.unreadable.error, outcome.unreadable.cure)
        documents.extend(outcome.documents)
    return tuple(documents)


def read_path(path: Path, *, caged: bool = True) -> tuple[Document, ...]:
    """Read the plans of the file at ``path``.

    Raises:
        UnreadableDocument: As for :func:`read_file`; also when there is no such file.
    """
    return read_file(_load(path), path.name, caged=caged)


def read_bytes(data: bytes, name: str, *, caged: bool = True) -> Iterator[ReadOutcome]:
    """Read an uploaded file and yield an outcome for it, or for each file in it."""
    leaf = PurePosixPath(name.replace("\\", "/")).name or "unnamed"
    if not caged:
        yield from _outcomes(_InThisProcess(), data, leaf)
        return
    with Cage() as cage:
        yield from _outcomes(cage, data, leaf)


def read_inputs(paths: Iterable[Path], *, caged: bool = True) -> Iterator[ReadOutcome]:
    """Read files, folders and zip files, in the order given; folders in name order.

    Never raises for a bad file: its outcome says what is wrong.
    """
    if not caged:
        yield from _read_all(_InThisProcess(), paths)
        return
    with Cage() as cage:
        yield from _read_all(cage, paths)


def _read_all(engine: _Engine, paths: Iterable[Path]) -> Iterator[ReadOutcome]:
    for given in paths:
        is_folder = given.is_dir()
        found = files_in(given) if is_folder else (given,)
        if not found:
            yield _failed(given.name, UnreadableDocument("There is no file in this folder.", "Check the path."))
        for path in found:
            try:
                data = _load(path)
            except UnreadableDocument as problem:
                yield _failed(path.name, problem)
                continue
            yield from _outcomes(engine, data, path.name, among_others=is_folder)


def files_in(folder: Path) -> tuple[Path, ...]:
    """Return the files below a folder in name order, without lock files, hidden files and system files."""
    return tuple(
        sorted(
            path
            for path in folder.rglob("*")
            if path.is_file() and not is_clutter(PurePosixPath(path.relative_to(folder).as_posix()))
        )
    )


def _load(path: Path) -> bytes:
    try:
        if path.stat().st_size > readers.MAX_FILE_BYTES:
            raise UnreadableDocument(
                f"The file is larger than {readers.MAX_FILE_BYTES // 2**20} MB.",
                "Save it with smaller pictures, or split it, and try again.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument("There is no such file.", "Check the path.") from error
    except OSError as error:
        raise UnreadableDocument(
            "The file cannot be opened.", "Close it in other programs, check that you may read it, and try again."
        ) from error


def _outcomes(engine: _Engine, data: bytes, name: str, depth: int = 0, *, among_others: bool = False) -> Iterator[ReadOutcome]:
    try:
        if not sniff(data, name).holds_files:
            yield ReadOutcome(name, engine.read(data, name))
            return
        if depth == _MAX_DEPTH:
            raise UnreadableDocument("Files are packed in files too many times over.", "Unpack it, and give the documents.")
        members = engine.open_members(data, name)
    except UnreadableDocument as problem:
        # In a folder of plans these are lists and settings that somebody keeps beside them, not plans that failed.
        is_aside = among_others and problem.reason in (NO_PLANS_IN_TABLE, DATA_FILE)
        yield ReadOutcome(name, notes=(f"{problem.reason} It was set aside.",)) if is_aside else _failed(name, problem)
        return
    for member in members:
        if member.problem is not None:
            yield _failed(member.name, member.problem)
        elif member.data:
            yield from _outcomes(engine, member.data, member.name, depth + 1, among_others=len(members) > 1)
        else:
            yield ReadOutcome(member.name, notes=(member.note,)) if member.note else _failed(member.name, _EMPTY)


def _failed(name: str, problem: UnreadableDocument) -> ReadOutcome:
    return ReadOutcome(name, unreadable=Unreadable(name, problem.reason, problem.cure))
