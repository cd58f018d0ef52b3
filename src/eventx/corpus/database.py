"""The SQLite files of a run: they survive a kill, and only their owner reads them."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventx.errors import EventxError

# Seconds to wait for another program that is writing the file.
PATIENCE = 30.0

_FULL = "make room, then start the same again"
_CLOSED = "see that it and its folder can be read and written, then start the same again"
# By SQLite's primary code; what has none of these is not the file it should be.
_SAID = {
    sqlite3.SQLITE_FULL: _FULL,
    **dict.fromkeys(
        (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM),
        "see whether the disk is full or fails, then start the same again",
    ),
    **dict.fromkeys(
        (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL),
        "another program has it open; end that one, then start the same again",
    ),
    **dict.fromkeys((sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN), _CLOSED),
}


class Unusable(EventxError):
    """A file of the run cannot be read or written: no article can go on without it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is for: its name, the tables it has unless it is new, and what is lost without it."""

    name: str
    tables: frozenset[str]
    loss: str
    version: int = 0


class Database(sqlite3.Connection):
    """A connection that knows what file it is of."""

    path: Path
    kind: Kind

    def execute(self, *given: Any) -> sqlite3.Cursor:
        """Do as sqlite3 does, which cannot say what is wrong with a file where its words hold other bytes."""
        try:
            return super().execute(*given)
        except UnicodeDecodeError as error:
            raise sqlite3.DatabaseError("it is malformed") from error

    def executescript(self, script: str, /) -> sqlite3.Cursor:
        """Do as sqlite3 does, as `execute` says."""
        try:
            return super().executescript(script)
        except UnicodeDecodeError as error:
            raise sqlite3.DatabaseError("it is malformed") from error


def opened(path: Path, kind: Kind) -> Database:
    """Return a file of that kind, made where there is none; nobody but its owner can read it.

    Raises Unusable when it cannot be opened, is broken, of another program or of a newer eventx.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make_private(path)
    except OSError as error:
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Unusable(f"{path}: {error.strerror}; {_FULL if is_full else _CLOSED}") from error
    try:
        file = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE, factory=Database)
    except sqlite3.Error as error:
        raise unusable(path, kind, error) from error
    file.path, file.kind = path, kind
    file.text_factory = as_text
    try:
        with telling(file):
            _check(file)
            file.execute("PRAGMA journal_mode = WAL")
            # A commit outlives a kill; only a power cut can lose the last ones, and they are asked again.
            file.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        file.close()
        raise
    return file


def as_text(data: bytes) -> str:
    """Return a text of a database; raises sqlite3.DatabaseError for bytes that are none: it is broken."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise sqlite3.DatabaseError(f"it holds bytes that are no text: {error.reason}") from error


@contextmanager
def telling(file: Database) -> Iterator[None]:
    """Raise Unusable for what SQLite raises of the file meanwhile."""
    try:
        yield
    except sqlite3.Error as error:
        raise unusable(file.path, file.kind, error) from error


def unusable(path: Path, kind: Kind, error: sqlite3.Error) -> Unusable:
    """Return the error to raise for one of SQLite's."""
    said = _SAID.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if said is not None:
        return Unusable(f"{path}: {error}; {said}")
    return Unusable(f"{path}: is no {kind.name} ({error}); {_without(kind)}")


def _without(kind: Kind) -> str:
    return f"move it away and start the same again: {kind.loss}"


def _check(file: Database) -> None:
    kind = file.kind
    tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if tables and not kind.tables <= tables:
        raise sqlite3.DatabaseError(f"it has the tables {', '.join(sorted(tables)[:3])}")
    (version,) = file.execute("PRAGMA user_version").fetchone()
    if version > kind.version:
        raise Unusable(f"{file.path}: was written by a newer eventx; update eventx, or {_without(kind)}")


def _make_private(path: Path) -> None:
    """Make the file where there is none; SQLite gives the two it puts beside it the same permissions."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        # Gone meanwhile, or somebody else's file, which is theirs to open to others.
        with suppress(FileNotFoundError, PermissionError):
            if each.stat().st_mode & 0o077:
                each.chmod(0o600)
