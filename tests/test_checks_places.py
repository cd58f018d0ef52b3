"""Whether an event's point comes from a gazetteer, lies where the record says, and is of what it says."""

from typing import Any

import pytest

from atlas import ATLAS, DUNE, KELM_IN_OSK, MALI, OSK, SABAR, TARN, TARN_AWAY, atlas, entry
from building import event, evidence, found
from eventx.places import Entry
from eventx.schema import Place

TEXT = "A bomb went off near Tarn, Osk region, in Mali."
OWN = entry("my:1", "Holm", (16.12, -3.02), admin1="Osk")
SWAPPED = entry("my:2", "Holm", (12.0, 1.0), admin1="Osk")
ABROAD = atlas(*(entry(f"b:{n}", f"Town {n}", (12.0, 1.0 + n / 20), iso3="BFA") for n in range(3)))


def at(listed: Entry | None, **changes: Any) -> Place:
    point = {} if listed is None else {"latitude": listed.latitude, "longitude": listed.longitude}
    fields = {"text": "Tarn", "country": "Mali", "iso3": "MLI", "precision": "town", **point}
    given = {**fields, "gazetteer_id": listed and listed.id, "evidence": (evidence(TEXT, "Tarn"),)}
    return Place.model_validate({**given, **changes})


CASES: dict[str, tuple[str, Place | None, tuple[Any, ...], list[str]]] = {
    "in its province": ("point-outside-area", at(TARN, admin1="Osk"), (ATLAS,), []),
    "in its district": ("point-outside-area", at(TARN, admin1="Sabar"), (ATLAS,), []),
    "in another province": (
        "point-outside-area",
        at(TARN, admin1="Borel"),
        (ATLAS,),
        ["events[0].where.admin1: Tarn lies in Osk, not in Borel"],
    ),
    "in a province that nobody knows": ("point-outside-area", at(TARN, admin1="Sahel"), (ATLAS,), []),
    "a country's point is in no province": (
        "point-outside-area",
        at(MALI, admin1="Borel", precision="country"),
        (ATLAS,),
        [],
    ),
    "in another country": (
        "point-outside-area",
        at(TARN_AWAY),
        (ATLAS,),
        ["events[0].where.country: Tarn lies in Burkina Faso, not in Mali"],
    ),
    "an id nobody knows, among towns abroad": (
        "point-outside-area",
        at(SWAPPED),
        (atlas(SWAPPED, name="own"), ABROAD),
        ["events[0].where: the 3 towns around the point lie in Burkina Faso, not in Mali"],
    ),
    "too few towns to tell": ("point-outside-area", at(SWAPPED), (atlas(SWAPPED, name="own"), ATLAS), []),
    "a town abroad and one at home": (
        "point-outside-area",
        at(SWAPPED),
        (atlas(SWAPPED, name="own"), ABROAD, atlas(entry("c:1", "Dern", (12.1, 1.0)), name="at home")),
        [],
    ),
    "towns at home": ("point-outside-area", at(OWN), (atlas(OWN, name="own"), ATLAS), []),
    "no country to compare": ("point-outside-area", at(SWAPPED, iso3=None, country=None), (ABROAD,), []),
    "no gazetteer to ask": ("point-outside-area", at(TARN_AWAY), (), []),
    "no point": ("point-outside-area", at(None), (ABROAD,), []),
    "an id": ("coordinates-without-source", at(TARN), (), []),
    "no id": (
        "coordinates-without-source",
        at(TARN, gazetteer_id=None),
        (),
        ["events[0].where.gazetteer_id: the coordinates of “Tarn” come with no id of a gazetteer"],
    ),
    "half a point": (
        "coordinates-without-source",
        at(TARN, longitude=None),
        (),
        ["events[0].where: “Tarn” has no longitude, only the other coordinate"],
    ),
    "the other half": (
        "coordinates-without-source",
        at(TARN, latitude=None),
        (),
        ["events[0].where: “Tarn” has no latitude, only the other coordinate"],
    ),
    "the point of another id": (
        "coordinates-without-source",
        at(TARN, gazetteer_id=KELM_IN_OSK.id),
        (ATLAS,),
        ["events[0].where: a:7 is at 16.4, -3.2, not where the record has it"],
    ),
    "a rounded point": ("coordinates-without-source", at(TARN, latitude=16.105), (ATLAS,), []),
    "no place": ("coordinates-without-source", None, (ATLAS,), []),
    "no point, no id": ("coordinates-without-source", at(None), (ATLAS,), []),
    "tied": (
        "place-tied",
        at(None, precision="unresolved", candidates=("a:7 Kelm, Osk, Mali", "a:8 Kelm, Borel, Mali")),
        (),
        ["events[0].where.candidates: “Tarn” may be a:7 Kelm, Osk, Mali; a:8 Kelm, Borel, Mali"],
    ),
    "the only one": ("place-tied", at(TARN), (), []),
    "no place to tie": ("place-tied", None, (), []),
    "a town": ("precision-of-point", at(TARN), (ATLAS,), []),
    "near a town": ("precision-of-point", at(TARN, precision="near"), (ATLAS,), []),
    "a district": ("precision-of-point", at(SABAR, precision="admin2"), (ATLAS,), []),
    "a province called a town": (
        "precision-of-point",
        at(OSK),
        (ATLAS,),
        ["events[0].where.precision: the point is that of Osk, a province; town is recorded"],
    ),
    "near a province": (
        "precision-of-point",
        at(OSK, precision="near"),
        (ATLAS,),
        ["events[0].where.precision: the point is that of Osk, a province; near is recorded"],
    ),
    "a town called a province": (
        "precision-of-point",
        at(DUNE, precision="admin1"),
        (ATLAS,),
        ["events[0].where.precision: the point is that of Dune, a town; admin1 is recorded"],
    ),
    "a point of unresolved precision": (
        "precision-of-point",
        at(TARN, precision="unresolved"),
        (ATLAS,),
        ["events[0].where.precision: “Tarn” has coordinates, and its precision is unresolved"],
    ),
    "no point to be precise about": ("precision-of-point", at(None, precision="admin1"), (ATLAS,), []),
}


@pytest.mark.parametrize(("code", "where", "gazetteers", "expected"), CASES.values(), ids=CASES.keys())
def test_places(code, where, gazetteers, expected):
    assert expected == found(code, TEXT, event(TEXT, where=where), gazetteers=gazetteers)
