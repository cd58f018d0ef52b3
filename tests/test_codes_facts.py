"""What codes rest on: who died, and the numbers and regions of countries."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any

import pycountry
import pytest

from building import counted, number
from eventx.codes import countries
from eventx.codes.deaths import Deaths, deaths, written
from eventx.schema import Quantity
from exporting import VILLAGERS, clash, seed

# Deaths

WHOSE: dict[str, tuple[tuple[Any, ...], dict[str, Any], Deaths]] = {
    "a side each": (
        (
            counted("11 soldiers"),
            counted("7 fighters", group="side_b"),
            counted("8 villagers", group="civilians"),
        ),
        {},
        Deaths(11, 7, 8, 0),
    ),
    "the rest of a total": (
        (counted("At least 26 people", group="all", role="total"), counted("11 soldiers")),
        {},
        Deaths(11, 0, 0, 15),
    ),
    "no side": ((counted("8 villagers", group="unknown"),), {}, Deaths(0, 0, 0, 8)),
    "a side's own total": (
        (counted("At least 26 people", role="total"), counted("11 soldiers")),
        {},
        Deaths(26, 0, 0, 0),
    ),
    "a total below its parts": (
        (counted("7 fighters", group="all", role="total"), counted("11 soldiers")),
        {"killed": number(11)},
        Deaths(11, 0, 0, 0),
    ),
    "a side of civilians": (
        (counted("8 villagers", group="side_b"),),
        {"side_b": (VILLAGERS,)},
        Deaths(0, 0, 8, 0),
    ),
    "attackers of civilians": (
        (counted("8 villagers", group="side_a"), counted("7 fighters", group="side_b")),
        {"side_a": (VILLAGERS,)},
        Deaths(0, 7, 8, 0),
    ),
    "subsets and repeats are not added": (
        (
            counted("11 soldiers"),
            counted("8 villagers", role="subset", of=0),
            counted("7 fighters", role="repeat", of=0),
        ),
        {},
        Deaths(11, 0, 0, 0),
    ),
}


@pytest.mark.parametrize(("counts", "changes", "expected"), WHOSE.values(), ids=WHOSE)
def test_deaths(counts: tuple[Any, ...], changes: dict[str, Any], expected: Deaths) -> None:
    assert expected == deaths(clash(*counts, **changes))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(number(26), 26, id="exact"),
        pytest.param(number(26, 26, None, text="at least 26"), 26, id="at least"),
        pytest.param(number(26, 27, None, text="more than 26"), 27, id="more than"),
        pytest.param(number(50, None, 50, text="up to 50"), 50, id="up to"),
        pytest.param(number(None, 20, 30), 20, id="range"),
        pytest.param(number(None, 24, None), 24, id="vague"),
        pytest.param(number(None, None, None, text="some"), 0, id="no number"),
    ],
)
def test_the_number_of_a_count(count: Quantity, expected: int) -> None:
    assert expected == written(count)


def test_the_dead_of_the_seed() -> None:
    (event,) = seed().events
    assert Deaths(19, 7, 0, 0) == deaths(event)


# Countries


def test_the_numbers_of_countries_are_those_of_iso_3166() -> None:
    rows = csv.DictReader((files("eventx") / "countries.csv").read_text(encoding="utf-8").splitlines())
    codes_of = {row["iso3"] for row in rows if row["iso3"]}
    assert {each.alpha_3: int(each.numeric) for each in pycountry.countries if each.alpha_3 in codes_of} == {
        iso3: countries.facts(iso3).iso for iso3 in codes_of if countries.facts(iso3).iso is not None
    }


# UCDP/PRIO codebook: the region follows from the Gleditsch-Ward number.
REGIONS = {"Americas": (2, 199), "Europe": (200, 399), "Africa": (400, 626), "Middle East": (630, 699)}


def test_ucdp_regions_follow_from_the_numbers_of_states() -> None:
    known = [each for each in countries._all().values() if each.gwno is not None]
    expected = [
        next((name for name, (low, high) in REGIONS.items() if low <= (each.gwno or 0) <= high), "Asia")
        for each in known
    ]
    assert (expected, True) == ([each.ucdp_region for each in known], len(known) > 150)


def test_the_facts_of_a_country() -> None:
    assert (760, "Middle East", 652, "Middle East") == countries.facts("SYR")
    assert (None, None, None, None) == countries.facts(None)
