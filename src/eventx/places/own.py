"""A user's own places, from a CSV file: what the data packages lack, and what the user knows better."""

from __future__ import annotations

import csv
import hashlib
import io
import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from eventx.article import decode
from eventx.errors import InputError
from eventx.places.countries import country
from eventx.places.gazetteer import NEARBY_KM, Entry, distance
from eventx.places.names import bare, kind, normalise

COLUMNS = ("name", "admin1", "country", "lat", "lon", "id")
_OPTIONAL = "admin2"


class OwnPlaces:
    """A Gazetteer of the rows of one file."""

    def __init__(self, name: str, rows: Sequence[tuple[Entry, frozenset[str]]]) -> None:
        self.name = name
        self._by_id = {entry.id: entry for entry, _ in rows}
        self._by_key: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry, keys in rows:
            for key in keys:
                self._by_key[key].append(entry)

    def named(self, key: str) -> Sequence[Entry]:
        """Return the rows one of whose names is `key` after `eventx.places.normalise`."""
        return self._by_key.get(key, ())

    def get(self, id: str) -> Entry | None:
        """Return the row of an id."""
        return self._by_id.get(id)

    def around(self, latitude: float, longitude: float) -> Sequence[Entry]:
        """Return the towns within `NEARBY_KM` of a point."""
        towns = (each for each in self._by_id.values() if each.kind == "town")
        return [each for each in towns if distance(latitude, longitude, each) <= NEARBY_KM]


def read_csv(path: str | Path) -> OwnPlaces:
    """Return the places of a UTF-8 CSV file with the header `name,admin1,country,lat,lon,id`.

    A column `admin2` may be there, too. `name` may have other spellings after a bar ("Kelm|Qelm") and says
    what it is of: "Osk province" and "Sabari district" stand for the area, any other name for a town.
    `country` is its name in English; `admin1` and `admin2` may be empty; `lat` and `lon` are degrees, WGS 84;
    each `id` stands once. Raises InputError with the number of the line that is wrong.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
        text = decode(data)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); give a CSV file of places") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[Entry, frozenset[str]]] = []
    lines: dict[str, int] = {}
    try:
        _check_header(table.fieldnames)
        for row in table:
            entry, keys = _row(row)
            if entry.id in lines:
                raise InputError(
                    f"the id {entry.id!r} is that of line {lines[entry.id]}, too; give it another"
                )
            lines[entry.id] = table.line_num
            rows.append((entry, keys))
    except (InputError, csv.Error) as error:
        raise InputError(f"{path}, line {table.line_num or 1}: {error}") from error
    return OwnPlaces(f"{path.name} (sha256 {hashlib.sha256(data).hexdigest()[:12]})", rows)


def _check_header(header: Sequence[str] | None) -> None:
    given = list(header or ())
    if sorted(given) not in (sorted(COLUMNS), sorted((*COLUMNS, _OPTIONAL))):
        raise InputError(f"the header is {','.join(given)!r}; write {','.join(COLUMNS)}")


def _row(row: dict[str, str]) -> tuple[Entry, frozenset[str]]:
    if None in row or None in row.values():
        raise InputError("this line has not as many fields as the header has columns")
    given = {column: value.strip() for column, value in row.items()}
    names = [name.strip() for name in given["name"].split("|") if name.strip()]
    if not names or not given["id"]:
        raise InputError("a place needs a name and an id")
    known = country(given["country"])
    if known is None:
        raise InputError(f"no country is called {given['country']!r}; write its name in English")
    of = kind(names[0]) or "town"
    entry = Entry(
        id=given["id"],
        name=names[0] if of == "town" else bare(names[0]),
        kind=of,
        iso3=known[1],
        admin1=given["admin1"] or (bare(names[0]) if of == "admin1" else None),
        admin2=given.get("admin2") or (bare(names[0]) if of == "admin2" else None),
        latitude=_degrees(given["lat"], "lat", 90),
        longitude=_degrees(given["lon"], "lon", 180),
        vouched=True,
    )
    return entry, frozenset(map(normalise, names))


def _degrees(written: str, column: str, most: int) -> float:
    try:
        degrees = float(written)
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most:
        raise InputError(f"{column} is {written!r}; write degrees from -{most} to {most}")
    return degrees
