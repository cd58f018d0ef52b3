"""What a gazetteer is: places by name, by id and around a point. Data packages, a user's file, a fake."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from eventx.places.names import Kind

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a gazetteer.

    `admin1` and `admin2` are the names of the province and district it lies in, or is; null where unknown.
    Coordinates are degrees, WGS 84; `point` says what they are of, where that is not the place itself. A
    population that is not known is null. `vouched` places are the user's own: meant without a country, too.
    """

    id: str
    name: str
    kind: Kind
    iso3: str
    admin1: str | None
    admin2: str | None
    latitude: float
    longitude: float
    population: int | None = None
    point: str | None = None
    vouched: bool = False


class Gazetteer(Protocol):
    """Where names are looked up. `name` says which it is and in what version, for the provenance."""

    @property
    def name(self) -> str:
        """The gazetteer and its version: "my.csv (sha256 0a1b2c3d4e5f)"."""
        ...

    def named(self, key: str) -> Sequence[Entry]:
        """Return the places one of whose names is `key` after `eventx.places.normalise`."""
        ...

    def get(self, id: str) -> Entry | None:
        """Return the place of an id, None when there is none."""
        ...

    def around(self, latitude: float, longitude: float) -> Sequence[Entry]:
        """Return the towns within `NEARBY_KM` of a point."""
        ...


NEARBY_KM = 50.0
"""How far a point may be from a town and still be expected in its country or the next: a day's walk."""


def distance(latitude: float, longitude: float, entry: Entry) -> float:
    """Return the kilometres from a point to an entry along the surface."""
    one, other = math.radians(latitude), math.radians(entry.latitude)
    across = math.radians(entry.longitude - longitude)
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(across / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(half, 1.0)))
