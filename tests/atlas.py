"""A gazetteer of invented places in two real countries, for tests that need to know all of them."""

from __future__ import annotations

from typing import Any

from eventx.places import Entry, Kind, normalise
from eventx.places.own import OwnPlaces


def entry(
    id: str, name: str, at: tuple[float, float], *, kind: Kind = "town", iso3: str = "MLI", **changes: Any
) -> Entry:
    """Return the place of an id, in no province and with nobody counted unless that is given."""
    fields = {"admin1": None, "admin2": None, "population": None, **changes}
    return Entry(id=id, name=name, kind=kind, iso3=iso3, latitude=at[0], longitude=at[1], **fields)


def atlas(*entries: Entry, name: str = "atlas 1") -> OwnPlaces:
    """Return the gazetteer of these places, each under its own name."""
    return OwnPlaces(name, [(each, frozenset({normalise(each.name)})) for each in entries])


MALI = entry("a:1", "Mali", (17.0, -4.0), kind="country", point="the middle")
OSK = entry("a:2", "Osk", (16.0, -3.0), kind="admin1", admin1="Osk", population=52_000)
SABAR = entry("a:3", "Sabar", (16.2, -3.1), kind="admin2", admin1="Osk", admin2="Sabar", population=2_000)
BOREL = entry("a:4", "Borel", (14.0, -8.0), kind="admin1", admin1="Borel", population=41_000)
TARN = entry("a:5", "Tarn", (16.1, -3.05), admin1="Osk", admin2="Sabar", population=50_000)
TARN_AWAY = entry("a:6", "Tarn", (12.0, 1.0), iso3="BFA", admin1="Est", population=900)
KELM_IN_OSK = entry("a:7", "Kelm", (16.4, -3.2), admin1="Osk", population=8_000)
KELM_IN_BOREL = entry("a:8", "Kelm", (14.1, -8.2), admin1="Borel", population=7_000)
DUNE = entry("a:9", "Dune", (16.15, -3.0), admin1="Osk", population=3_000)
BURKINA = entry("a:10", "Burkina Faso", (12.5, -1.5), kind="country", iso3="BFA")

ATLAS = atlas(MALI, OSK, SABAR, BOREL, TARN, TARN_AWAY, KELM_IN_OSK, KELM_IN_BOREL, DUNE, BURKINA)
