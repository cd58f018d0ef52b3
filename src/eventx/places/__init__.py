"""Places: how their names are compared, which country one means, and where on the map a place is.

`named` says what follows from the names alone; `look_up` and `locate` ask gazetteers, too: the user's own
file (`read_csv`) before the data packages of the extra `geo` (`default`). No coordinates
come from anywhere else.
"""

from __future__ import annotations

from eventx.places.countries import Country, countries_in, country
from eventx.places.gazetteer import Entry, Gazetteer
from eventx.places.locating import Called, locate, look_up, named
from eventx.places.names import Kind, bare, kind, normalise
from eventx.places.opening import default, gazetteers, given, read_csv

__all__ = [
    "Called",
    "Country",
    "Entry",
    "Gazetteer",
    "Kind",
    "bare",
    "countries_in",
    "country",
    "default",
    "gazetteers",
    "given",
    "kind",
    "locate",
    "look_up",
    "named",
    "normalise",
    "read_csv",
]
