"""The index of the data packages: one SQLite file in the cache, written once and read from the disk."""

from __future__ import annotations

import logging
import math
import os
import sqlite3
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from eventx import _resources
from eventx.errors import EventxError
from eventx.places import packages
from eventx.places.gazetteer import NEARBY_KM, Entry, distance

# Raise it when what the index holds changes: another normalising, other points, other columns.
FORMAT = 1

_LOG = logging.getLogger(__name__)
_KM_A_DEGREE = 111.2

_COLUMNS = ("id", "name", "kind", "iso3", "admin1", "admin2", "latitude", "longitude", "population", "point")
_ENTRY = ", ".join(f"entries.{column}" for column in _COLUMNS)
_SCHEMA = f"""
CREATE TABLE entries ({", ".join(_COLUMNS)});
CREATE TABLE names (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
"""
_INDICES = """
CREATE UNIQUE INDEX by_id ON entries (id);
CREATE INDEX by_point ON entries (latitude, longitude) WHERE kind = 'town';
"""


def default() -> Index | None:
    """Return the gazetteer of the installed data packages, None without them.

    The first call on a machine builds the index, which takes seconds and says so; later ones open it.
    Raises EventxError when the cache cannot be written.
    """
    versions = packages.versions()
    return None if versions is None else _opened(versions, _resources.cache("places"))


@cache
def _opened(versions: tuple[str, ...], folder: Path) -> Index:
    return Index(versions, folder)


class Index:
    """A Gazetteer over the SQLite file; it holds no more in memory than SQLite's pages."""

    def __init__(self, versions: tuple[str, ...], folder: Path) -> None:
        self.name = f"{', '.join(versions)} (GeoNames, CC BY 4.0)"
        file = "-".join((*versions, f"format {FORMAT}")).replace(" ", "-")
        self._path = folder / f"{file}.sqlite"
        if not _is_whole(self._path):
            _build(self._path)
        self._file = _open(self._path)

    def named(self, key: str) -> Sequence[Entry]:
        """Return the places one of whose names is `key`, in the order of their ids."""
        return self._entries(
            f"SELECT {_ENTRY} FROM names JOIN entries ON entries.rowid = names.entry WHERE key = ?"
            " ORDER BY entries.id",
            key,
        )

    def get(self, id: str) -> Entry | None:
        """Return the place of a GeoNames id, "geonames:169389"."""
        found = self._entries(f"SELECT {_ENTRY} FROM entries WHERE id = ?", id)
        return found[0] if found else None

    def around(self, latitude: float, longitude: float) -> Sequence[Entry]:
        """Return the towns within `NEARBY_KM` of a point; those across 180 degrees are not looked for."""
        high = NEARBY_KM / _KM_A_DEGREE
        wide = min(180.0, high / max(math.cos(math.radians(latitude)), 0.01))
        box = self._entries(
            f"SELECT {_ENTRY} FROM entries WHERE kind = 'town' AND latitude BETWEEN ? AND ?"
            " AND longitude BETWEEN ? AND ?",
            *(latitude - high, latitude + high, longitude - wide, longitude + wide),
        )
        return [each for each in box if distance(latitude, longitude, each) <= NEARBY_KM]

    def _entries(self, query: str, *values: Any) -> list[Entry]:
        try:
            return [Entry(*row) for row in self._file.execute(query, values)]
        except sqlite3.DatabaseError:  # a page that cannot be read
            self._file.close()
            self._path.unlink(missing_ok=True)
            _build(self._path)
            self._file = _open(self._path)
            return [Entry(*row) for row in self._file.execute(query, values)]


def _open(path: Path) -> sqlite3.Connection:
    # Nobody writes to a finished file: it is replaced. So no locks, and any thread may read.
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


def _is_whole(path: Path) -> bool:
    """Return whether the file is there, is SQLite's, and as long as it says it is."""
    if not path.is_file():
        return False
    try:
        file = _open(path)
        try:
            pages, size = (
                file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
            )
            return bool(
                pages * size == path.stat().st_size and file.execute("PRAGMA user_version").fetchone()[0]
            )
        finally:
            file.close()
    except sqlite3.DatabaseError:
        return False


def _build(path: Path) -> None:
    """Write the index, whole or not at all; another process that is at it is waited for."""
    from filelock import FileLock

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock")):
            if _is_whole(path):
                return
            _LOG.warning("building the index of places in %s, once; it takes half a minute", path.parent)
            unfinished = path.with_suffix(".unfinished")
            unfinished.unlink(missing_ok=True)
            _write(unfinished)
            unfinished.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise EventxError(
            f"cannot write the index of places in {path.parent} ({error}); "
            "set EVENTX_CACHE to a folder that can be written"
        ) from error


def _write(path: Path) -> None:
    file = sqlite3.connect(path)
    try:
        file.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        names: list[tuple[str, int]] = []
        for row, (entry, keys) in enumerate(packages.read(), start=1):
            values = [getattr(entry, column) for column in _COLUMNS]
            file.execute(f"INSERT INTO entries VALUES ({', '.join('?' * len(values))})", values)
            names += [(key, row) for key in keys]
        file.executemany("INSERT INTO names VALUES (?, ?)", sorted(names))
        file.executescript(_INDICES)
        file.execute(f"PRAGMA user_version = {FORMAT}")
        file.commit()
    finally:
        file.close()
    with path.open("rb+") as written:
        os.fsync(written.fileno())
