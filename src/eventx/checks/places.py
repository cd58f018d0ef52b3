"""Where it happened: points come from a gazetteer, lie where the record says, and are of what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx.article import Article
from eventx.checks.rule import Rule
from eventx.places import Entry, Gazetteer
from eventx.places.choosing import areas, is_within
from eventx.places.countries import country_of
from eventx.places.gazetteer import distance
from eventx.schema import Event, Finding, Place

OUTSIDE = Rule(
    "point-outside-area",
    33,
    "error",
    "The country holds the province, and both hold the point.",
    "ACLED and UCDP GED: a location lies in the admin1 and country of its row",
)
UNSOURCED = Rule(
    "coordinates-without-source",
    34,
    "error",
    "Coordinates come in pairs and from a gazetteer, which is named by its id and has them.",
    "a model writes coordinates that look right",
)
TIED = Rule(
    "place-tied",
    34,
    "warning",
    "The name of a place fits one place of the gazetteer.",
    "a guess among places of one name looks like knowledge",
)
PRECISION = Rule(
    "precision-of-point",
    35,
    "error",
    "A point that stands for a district, province or country has the precision that says so.",
    "UCDP GED: where_prec 3, 4 and 6; ACLED: geo_precision 2 and 3",
)
Point = tuple[float, float]

RULES = (OUTSIDE, UNSOURCED, TIED, PRECISION)

_SAME_POINT_KM = 1.0
# So few towns around a point may all lie on the other side of a border.
_FEWEST_TOWNS = 3


def check(
    article: Article, events: tuple[Event, ...], gazetteers: Sequence[Gazetteer] = ()
) -> Iterator[Finding]:
    """Yield what is wrong with the place of each event; in the gazetteers, if any, its point is looked up."""
    for index, event in enumerate(events):
        if event.where is None:
            continue
        path = f"events[{index}].where"
        if event.where.candidates:
            yield TIED.at(
                f"{path}.candidates", f"“{event.where.text}” may be {'; '.join(event.where.candidates)}"
            )
        if event.where.latitude is not None or event.where.longitude is not None:
            yield from _point(path, event.where, gazetteers)


def _point(path: str, place: Place, gazetteers: Sequence[Gazetteer]) -> Iterator[Finding]:
    if place.latitude is None or place.longitude is None:
        half = "longitude" if place.longitude is None else "latitude"
        yield UNSOURCED.at(path, f"“{place.text}” has no {half}, only the other coordinate")
        return
    if place.gazetteer_id is None:
        yield UNSOURCED.at(
            f"{path}.gazetteer_id", f"the coordinates of “{place.text}” come with no id of a gazetteer"
        )
    if place.precision == "unresolved":
        yield PRECISION.at(
            f"{path}.precision", f"“{place.text}” has coordinates, and its precision is unresolved"
        )
    id, point = place.gazetteer_id or "", (place.latitude, place.longitude)
    found = {gazetteer.name: gazetteer.get(id) for gazetteer in gazetteers}
    entry = next((each for each in found.values() if each is not None), None)
    if entry is not None:
        yield from _as_listed(path, place, point, entry, gazetteers)
    elsewhere = [each for each in gazetteers if found[each.name] is None]
    yield from _among_towns(path, place, point, elsewhere)


def _as_listed(
    path: str, place: Place, point: Point, entry: Entry, gazetteers: Sequence[Gazetteer]
) -> Iterator[Finding]:
    """Yield how the record departs from what the gazetteer has under its id."""
    if distance(*point, entry) > _SAME_POINT_KM:
        yield UNSOURCED.at(
            path, f"{entry.id} is at {entry.latitude}, {entry.longitude}, not where the record has it"
        )
    if place.iso3 is not None and place.iso3 != entry.iso3:
        yield OUTSIDE.at(
            f"{path}.country", f"{entry.name} lies in {country_of(entry.iso3)}, not in {place.country}"
        )
    elif (
        place.admin1 is not None
        and entry.kind != "country"
        and areas(place.admin1, entry.iso3, gazetteers)
        and not is_within(entry, place.admin1, gazetteers)
    ):
        yield OUTSIDE.at(f"{path}.admin1", f"{entry.name} lies in {entry.admin1}, not in {place.admin1}")
    said = "town" if place.precision == "near" else place.precision
    if said not in (entry.kind, "unresolved"):
        yield PRECISION.at(
            f"{path}.precision",
            f"the point is that of {entry.name}, {_OF[entry.kind]}; {place.precision} is recorded",
        )


def _among_towns(path: str, place: Place, point: Point, gazetteers: Sequence[Gazetteer]) -> Iterator[Finding]:
    """Yield that all the towns around a point lie in other countries than the record's."""
    towns = [town for gazetteer in gazetteers for town in gazetteer.around(*point)]
    countries = {town.iso3 for town in towns}
    if place.iso3 is not None and len(towns) >= _FEWEST_TOWNS and place.iso3 not in countries:
        others = " or ".join(sorted(country_of(iso3) for iso3 in countries))
        yield OUTSIDE.at(
            path, f"the {len(towns)} towns around the point lie in {others}, not in {place.country}"
        )


_OF = {"town": "a town", "admin2": "a district", "admin1": "a province", "country": "a country"}
