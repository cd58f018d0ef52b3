"""Which of several places of one name is meant: by country and province, then by population, or a tie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventx.places.gazetteer import Entry, Gazetteer, distance
from eventx.places.names import Kind, normalise

TIMES = 10
"""How many times as large as the next a place is to be meant when nothing else decides: Paris is a hundred
times Paris in Texas; Tripoli in Libya is six times the one in Lebanon, and either may be meant."""

KNOWN_ALONE = 15_000
"""How many people a place has for its name to say where it is when the text gives no country."""

WELL_KNOWN = 100_000
"""How many people a place has for a text to mean it though the one country it names is another."""

_UNKNOWN_PEOPLE = 500  # a gazetteer lists a place whose people nobody counted for being a seat, a small one
_ONE_PLACE_KM = 10.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that was chosen and by what; `entry` is null where `tied` fit equally well."""

    entry: Entry | None = None
    tied: tuple[Entry, ...] = ()
    by: str = ""


def choose(found: Sequence[Entry], *, called: Kind | None = None, alone: bool = False) -> Choice:
    """Return which of the places of one name is meant; with none found, nothing is chosen and nothing tied.

    `called` is what the text calls it; `alone` says that no country is known. A province or district with a
    town of its name in it stands back behind the town, unless it is what the text speaks of.
    """
    found = [each for each in found if each.kind == called] or _without_areas_of(found)
    ranked = _without_neighbours(sorted(found, key=lambda each: (-people(each), each.id)))
    if not ranked:
        return Choice()
    first, *others = ranked
    if alone and people(first) < KNOWN_ALONE and not first.vouched:
        return Choice(tied=tuple(ranked), by="without a country the name alone does not say where it is")
    if not others:
        return Choice(first)
    if people(first) >= TIMES * people(others[0]):
        return Choice(first, by=f"at least {TIMES} times as large as the next place of that name")
    return Choice(tied=tuple(ranked), by=f"the largest is not {TIMES} times as large as the next")


def people(entry: Entry) -> int:
    """Return the population that a place is ranked by."""
    return entry.population or _UNKNOWN_PEOPLE


def areas(name: str, iso3: str | None, gazetteers: Sequence[Gazetteer]) -> list[Entry]:
    """Return the provinces, else the districts, that go by a name in a country (None: in any)."""
    key = normalise(name)
    found = [
        each
        for gazetteer in gazetteers
        for each in gazetteer.named(key)
        if iso3 in (None, each.iso3) and each.kind in ("admin1", "admin2")
    ]
    return [each for each in found if each.kind == "admin1"] or found


def is_within(each: Entry, name: str, gazetteers: Sequence[Gazetteer]) -> bool:
    """Return whether a place lies in the province or district called `name`, is it, or is in none known."""
    if each.admin1 is None and each.admin2 is None:
        return True
    wanted = _spellings(name, each.iso3, gazetteers)
    return any(
        within is not None and not wanted.isdisjoint(_spellings(within, each.iso3, gazetteers))
        for within in (each.admin1, each.admin2)
    )


def _spellings(area: str, iso3: str, gazetteers: Sequence[Gazetteer]) -> set[str]:
    """Return the name of a province or district with the gazetteers' own names for it."""
    return {normalise(area), *(normalise(each.name) for each in areas(area, iso3, gazetteers))}


def _without_areas_of(found: Sequence[Entry]) -> list[Entry]:
    """Return the places without the areas that hold a smaller place of the same name: it stands for both."""
    towns = [each for each in found if each.kind == "town"]
    smaller = [each for each in found if each.kind in ("town", "admin2")]
    return [
        each
        for each in found
        if each.kind == "town"
        or not any(_holds(each, other) for other in (smaller if each.kind == "admin1" else towns))
    ]


def _holds(area: Entry, other: Entry) -> bool:
    if area.iso3 != other.iso3:
        return False
    return None in (area.admin1, other.admin1) or area.admin1 == other.admin1


def _is_beside(each: Entry, other: Entry) -> bool:
    # The first comparison spares the sines: a degree north is 111 km anywhere.
    is_level = abs(each.latitude - other.latitude) * 100 <= _ONE_PLACE_KM
    return is_level and distance(each.latitude, each.longitude, other) <= _ONE_PLACE_KM


def _without_neighbours(ranked: Sequence[Entry]) -> list[Entry]:
    """Return the places without those beside a larger one: a part of it, or the same listed twice."""
    kept: list[Entry] = []
    for each in ranked:
        if not any(_is_beside(each, other) for other in kept):
            kept.append(each)
    return kept
