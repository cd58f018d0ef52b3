"""A place on the map: the gazetteers' place of that name, else the province, district or country around it.

A name is matched exactly after `normalise`, never by likeness, in the country and province that the text
gives, and then by population (`eventx.places.choosing`). The first gazetteer with such a place is believed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Literal

from eventx.places import opening
from eventx.places.choosing import KNOWN_ALONE, WELL_KNOWN, Choice, areas, choose, is_within, people
from eventx.places.countries import country as country_named
from eventx.places.countries import country_of
from eventx.places.gazetteer import Entry, Gazetteer
from eventx.places.names import Kind, kind, normalise
from eventx.schema import Evidence, Place

Called = Kind | Literal["near"]
"""What the text says the name is of; "near": the event is near the place named."""

MOST_CANDIDATES = 10
NOT_INSTALLED = "no gazetteer is installed; `pip install 'eventx[geo]'` gets one"


def look_up(
    name: str,
    *,
    country: str | None = None,
    admin1: str | None = None,
    evidence: tuple[Evidence, ...] = (),
    gazetteers: Sequence[Gazetteer] | None = None,
) -> Place:
    """Return the place called `name`, with the coordinates and the id that a gazetteer has for it.

    `gazetteers` are asked in their order; None is the installed one (`eventx.places.default`), if any. A name
    they do not have, and one that several places share, stays with the province or country given:
    `precision` says what the coordinates are of, `reason` how they were found, or why there are none.
    """
    asked = opening.gazetteers() if gazetteers is None else gazetteers
    return locate(named(name, country=country, admin1=admin1, evidence=evidence), asked)


def named(
    name: str,
    *,
    country: str | None = None,
    admin1: str | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Place:
    """Return the place called `name`, as precise as its names alone allow, without coordinates.

    "country" when the name is a country's, "admin1" when it is that of `admin1`, else "unresolved": the
    words are kept, and the country's code where the country is known.
    """
    within = country_named(country) if country else None
    meant = country_named(name)
    is_admin1 = admin1 is not None and normalise(name) == normalise(admin1)
    if meant is not None and (within == meant or (country is None and not is_admin1)) and kind(name) is None:
        return Place(text=name, country=meant[0], iso3=meant[1], precision="country", evidence=evidence)
    return Place(
        text=name,
        admin1=admin1,
        country=within[0] if within else country,
        iso3=within[1] if within else None,
        precision="admin1" if is_admin1 else "unresolved",
        evidence=evidence,
    )


def locate(
    place: Place,
    gazetteers: Sequence[Gazetteer],
    *,
    called: Called | None = None,
    countries: Collection[str] = (),
) -> Place:
    """Return the place with what the gazetteers know of it; it is unchanged but for `reason` without any.

    `called` is what the text calls it, where the name does not say so. `countries` are those the text names
    (ISO 3166-1 alpha-3): a place in one of them is meant before any other when its own is not known.
    """
    if not gazetteers:
        return _with(place, reason=NOT_INSTALLED)
    if place.country is not None and place.iso3 is None:
        return _with(place, reason=f"no country is called {place.country}")
    if place.precision == "country":
        return _country(place, gazetteers) or _with(place, reason="no gazetteer has a point for it")
    wanted = _wanted(place, called)
    choice, lacking = _chosen(place, gazetteers, wanted, countries)
    if choice.entry is not None:
        precision = "near" if called == "near" and choice.entry.kind == "town" else choice.entry.kind
        return _at(place, choice.entry, precision, choice.by)
    if choice.tied:
        place = _with(place, candidates=tuple(map(_shown, choice.tied[:MOST_CANDIDATES])))
        lacking = f"{len(choice.tied)} places are called {place.text}, and {choice.by}"
        if len(choice.tied) == 1:
            lacking = f"one place is called {place.text}, but {choice.by}"
        if place.iso3 or people(choice.tied[0]) >= KNOWN_ALONE:
            place = _with_what_is_common(place, choice.tied)
    elif (elsewhere := _elsewhere(place, gazetteers)) is not None:
        return _with(place, reason=f"{lacking}, but in {country_of(elsewhere.iso3)}")
    return _around(place, gazetteers, lacking) or _with(place, precision="unresolved", reason=lacking)


def _wanted(place: Place, called: Called | None) -> Kind | None:
    if called is not None and called != "near":
        return called
    return kind(place.text) or ("admin1" if place.precision == "admin1" else None)


def _chosen(
    place: Place, gazetteers: Sequence[Gazetteer], wanted: Kind | None, countries: Collection[str]
) -> tuple[Choice, str]:
    """Return the choice of the first gazetteer that has the name there, and what to say when none has."""
    key = normalise(place.text)
    lacking = f"no gazetteer has {place.text}"
    is_area = wanted == "admin1" and place.admin1 is not None and normalise(place.admin1) == key
    ignored = ""
    is_inside = place.admin1 is not None and not is_area
    for gazetteer in gazetteers:
        found = [each for each in gazetteer.named(key) if each.kind != "country"]
        within = [each for each in found if each.iso3 in ({place.iso3} if place.iso3 else countries)]
        if place.iso3 or within:
            found = within
        if place.admin1 is not None and is_inside:
            inside = [each for each in found if is_within(each, place.admin1, gazetteers)]
            if inside or place.iso3 is None or areas(place.admin1, place.iso3, gazetteers):
                found = inside
            elif found:
                ignored = f"no gazetteer has the province {place.admin1}"
        choice = choose(found, called=wanted, alone=not (place.iso3 or within or is_inside))
        if choice.entry is not None or choice.tied:
            by = "; ".join(filter(None, (choice.by, ignored)))
            return Choice(choice.entry, choice.tied, by), ""
    return Choice(), f"{lacking} in {place.country}" if place.country else lacking


def _around(place: Place, gazetteers: Sequence[Gazetteer], lacking: str) -> Place | None:
    """Return the place with the point of the province, district or country around it, None without one."""
    for gazetteer in gazetteers if place.admin1 else ():
        choice = choose(areas(place.admin1 or "", place.iso3, [gazetteer]), alone=place.iso3 is None)
        if choice.entry is not None:
            return _at(place, choice.entry, choice.entry.kind, lacking)
    return _country(place, gazetteers, lacking)


def _country(place: Place, gazetteers: Sequence[Gazetteer], lacking: str = "") -> Place | None:
    """Return the place with the point of its country, None where it has none or the gazetteers know none."""
    for gazetteer in gazetteers if place.iso3 and place.country else ():
        for each in gazetteer.named(normalise(place.country or "")):
            if each.kind == "country" and each.iso3 == place.iso3:
                return _at(place, each, "country", lacking)
    return None


def _elsewhere(place: Place, gazetteers: Sequence[Gazetteer]) -> Entry | None:
    """Return the well-known place of that name in another country than the one given, None with a province.

    The only country that an article about Kharkiv names may be Russia, and one about Gaza Israel.
    """
    if place.iso3 is None or place.admin1 is not None:
        return None
    key = normalise(place.text)
    found = [each for gazetteer in gazetteers for each in gazetteer.named(key) if each.kind != "country"]
    largest = max(found, key=people, default=None)
    return largest if largest and people(largest) >= WELL_KNOWN else None


def _at(place: Place, entry: Entry, precision: str, why: str) -> Place:
    """Return the place at an entry; what the text says of province and country stays as it says it."""
    is_own_name = normalise(entry.name) == normalise(place.text)
    point = "" if is_own_name else f"the point is that of {entry.name}"
    if entry.point is not None:
        point = f"{point}, which is that of {entry.point}" if point else f"the point is that of {entry.point}"
    return _with(
        place,
        admin1=place.admin1 or entry.admin1,
        admin2=entry.admin2 if precision != "admin1" else place.admin2,
        country=place.country or country_of(entry.iso3),
        iso3=entry.iso3,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=precision,
        gazetteer_id=entry.id,
        reason="; ".join(filter(None, (why, point))) or None,
    )


def _with_what_is_common(place: Place, tied: Sequence[Entry]) -> Place:
    """Return the place with the country and province that all those it may be lie in."""
    countries, provinces = {each.iso3 for each in tied}, {each.admin1 for each in tied}
    if len(countries) > 1:
        return place
    (iso3,) = countries
    province = provinces.pop() if len(provinces) == 1 else None
    return _with(place, iso3=iso3, country=country_of(iso3), admin1=place.admin1 or province)


def _shown(entry: Entry) -> str:
    within = [each for each in (entry.admin1, country_of(entry.iso3)) if each and each != entry.name]
    return ", ".join([f"{entry.id} {entry.name}", *within])


def _with(place: Place, **changes: Any) -> Place:
    return Place.model_validate({**dict(place), **changes})
