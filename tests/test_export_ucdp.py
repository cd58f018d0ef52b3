"""UCDP's rows: the columns, the sides, the identities of the deaths, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import pytest

from building import counted, number
from eventx.export import ucdp
from exporting import (
    DAY,
    FRONT,
    LEAGUE,
    SOLDIERS,
    VILLAGERS,
    actor,
    clash,
    extraction,
    seed,
    toll,
    when,
    where,
    write,
)

# UCDP GED codebook, the same in versions 23.1 to 26.1.
COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
    "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 "
    "latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec "
    "date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
)
ELEVEN, SEVEN = counted("11 soldiers"), counted("7 fighters", group="side_b")
EIGHT = counted("8 villagers", group="civilians")
SYRIANS = actor("Syrian army", "State forces")
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high")


def one(*counts: Any, **changes: Any) -> dict[str, str]:
    (row,) = write("ucdp", extraction(clash(*counts, **changes))).rows
    return row


def dead(row: dict[str, str]) -> tuple[int, ...]:
    return tuple(int(row[name]) for name in DEATHS)


def test_the_columns() -> None:
    header = write("ucdp", extraction()).data.decode()
    assert COLUMNS.split() == header.rstrip("\n").split(",")
    assert 49 == len(ucdp.COLUMNS)


def test_a_row() -> None:
    given = extraction(
        clash(
            ELEVEN,
            SEVEN,
            side_a=(SYRIANS, actor("Norland", role="supporter")),
            when=when(DAY, date(2023, 5, 4), "days"),
            sources=("the Observatory", "a doctor"),
        ),
        source="Arland Post",
        published="2023-05-05",
    )
    (row,) = write("ucdp", given).rows
    assert {
        "year": "2023",
        "type_of_violence": "1",
        "conflict_name": "Syrian army - Reed Front",
        "dyad_name": "Syrian army - Reed Front",
        "side_a": "Syrian army",
        "side_b": "Reed Front",
        "number_of_sources": "1",
        "source_article": "Arland Post; 2023-05-05",
        "source_office": "Arland Post",
        "source_date": "2023-05-05",
        "source_original": "the Observatory; a doctor",
        "where_prec": "1",
        "where_coordinates": "Tessik",
        "where_description": "Tessik",
        "adm_1": "Upper Arland",
        "adm_2": "Mirra",
        "latitude": "35.123456",
        "longitude": "-36.5",
        "geom_wkt": "POINT (-36.5 35.123456)",
        "country": "Syria",
        "country_id": "652",
        "region": "Middle East",
        "event_clarity": "1",
        "date_prec": "2",
        "date_start": "2023-05-03",
        "date_end": "2023-05-04",
        "deaths_a": "11",
        "deaths_b": "7",
        "deaths_civilians": "0",
        "deaths_unknown": "0",
        "best": "18",
        "high": "18",
        "low": "18",
        "gwnoa": "652",
    } == {name: value for name, value in row.items() if value}


SIDES: dict[str, tuple[dict[str, Any], tuple[str, str, str], tuple[int, ...]]] = {
    "a government is side A": (
        {"side_a": (FRONT,), "side_b": (SOLDIERS,)},
        ("1", "Arland army", "Reed Front"),
        (7, 11, 8, 0),
    ),
    "between groups": ({"side_a": (LEAGUE,)}, ("2", "Tin League", "Reed Front"), (11, 7, 8, 0)),
}


@pytest.mark.parametrize(("changes", "names", "deaths"), SIDES.values(), ids=SIDES)
def test_sides(changes: dict[str, Any], names: tuple[str, str, str], deaths: tuple[int, ...]) -> None:
    row = one(ELEVEN, SEVEN, EIGHT, **changes)
    assert names == (row["type_of_violence"], row["side_a"], row["side_b"])
    assert deaths == dead(row)[:4]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"side_a": (FRONT,), "side_b": (VILLAGERS,)}, id="civilians second"),
        pytest.param({"side_a": (VILLAGERS,), "side_b": (FRONT,)}, id="civilians first"),
    ],
)
def test_one_sided_violence_counts_civilians_alone(changes: dict[str, Any]) -> None:
    attacker = "side_a" if changes["side_a"] == (FRONT,) else "side_b"
    written = write("ucdp", extraction(clash(EIGHT, counted("7 fighters", group=attacker), **changes)))
    (row,) = written.rows
    assert ("3", "Reed Front", "Civilians") == (row["type_of_violence"], row["side_a"], row["side_b"])
    assert (0, 0, 8, 0, 8, 8, 8) == dead(row)
    assert [
        "export-deaths-left-out: events[0].killed: 7 of the attacker's own dead are left out: "
        "one-sided violence counts civilians"
    ] == written.said


@pytest.mark.parametrize(
    ("name", "gwno"),
    [("Syrian army", "652"), ("the army", ""), ("Syrian and Iraqi troops", "")],
)
def test_the_number_of_a_state_is_that_of_the_one_it_names(name: str, gwno: str) -> None:
    assert gwno == one(ELEVEN, side_a=(actor(name, "State forces"),))["gwnoa"]


BEST: dict[str, tuple[tuple[Any, ...], dict[str, Any], tuple[int, ...]]] = {
    # a, b, civilians, unknown, best, low, high
    "parts": ((ELEVEN, SEVEN, EIGHT), {}, (11, 7, 8, 0, 26, 26, 26)),
    "the rest of a total is unknown": (
        (counted("At least 26 people", group="all", role="total"), ELEVEN),
        {},
        (11, 0, 0, 15, 26, 26, 26),
    ),
    "a range": ((counted("Between 20 and 30 rebels", group="side_b"),), {}, (0, 20, 0, 0, 20, 20, 30)),
    "up to": ((counted("up to 50 recruits"),), {}, (50, 0, 0, 0, 50, 0, 50)),
    "casualties alone": ((counted("9 casualties", "casualties"),), {}, (0, 0, 0, 0, 0, 0, 9)),
    "sources that differ": (
        (ELEVEN, counted("7 fighters", role="account", of=0)),
        {"killed": number(None, 7, 11, text="11 or 7")},
        (11, 0, 0, 0, 11, 7, 11),
    ),
    "inferred": ((counted("11 soldiers", inferred="the rest of 26"),), {}, (11, 0, 0, 0, 11, 11, 11)),
}


@pytest.mark.parametrize(("counts", "changes", "expected"), BEST.values(), ids=BEST)
def test_check_39_the_deaths_come_to_best(
    counts: tuple[Any, ...], changes: dict[str, Any], expected: tuple[int, ...]
) -> None:
    found = dead(one(*counts, **changes))
    assert expected == found
    *deaths, best, low, high = found
    assert (sum(deaths), True) == (best, low <= best <= high)


@pytest.mark.parametrize(
    ("counts", "changes", "expected", "what"),
    [
        pytest.param(
            (),
            {"killed": number(None, None, 26)},
            (0, 0, 0, 0, 0, 0, 26),
            ": low 0, best 0, high 26",
            id="a toll alone",
        ),
        pytest.param((ELEVEN,), {}, (11, 0, 0, 0, 11, 11, 11), "", id="its own beside it"),
    ],
)
def test_a_toll_is_the_most_an_event_has_and_is_not_divided(
    counts: tuple[Any, ...], changes: dict[str, Any], expected: tuple[int, ...], what: str
) -> None:
    shared = toll("At least 26 people", "e1", "e2")
    written = write("ucdp", extraction(clash(*counts, **changes), tolls=(shared,)))
    (row,) = written.rows
    assert expected == dead(row)
    assert [
        "export-toll-not-divided: events[0].killed: a toll of “At least 26 people” over events e1, e2 "
        f"is not divided among them{what}"
    ] == written.said


PROVINCE = where("admin1", latitude=35.9, longitude=36.6)
PLACES: dict[str, tuple[Any, tuple[str, str, str]]] = {
    "town": (where(), ("1", "Tessik", "Tessik")),
    "district": (where("admin2"), ("3", "Mirra", "Tessik")),
    "province": (PROVINCE, ("4", "Upper Arland", "Tessik")),
    "country": (where("country"), ("6", "Syria", "Tessik")),
    "not located": (where("unresolved", latitude=None, longitude=None), ("", "", "Tessik")),
}


@pytest.mark.parametrize(("place", "expected"), PLACES.values(), ids=PLACES)
def test_places(place: Any, expected: tuple[str, str, str]) -> None:
    row = one(ELEVEN, where=place)
    assert expected == (row["where_prec"], row["where_coordinates"], row["where_description"])


REFUSED: dict[str, tuple[tuple[Any, ...], dict[str, Any], str]] = {
    "no date": (
        (ELEVEN,),
        {"when": when(None, text="last Saturday", precision="unresolved")},
        "export-no-date: events[0].when: there is no date: “last Saturday” is no date",
    ),
    "no country": (
        (ELEVEN,),
        {"where": where(country="Arland", iso3=None)},
        "export-no-country: events[0].where: the country is not known: “Arland” is no country of ISO 3166",
    ),
    "no event": (
        (ELEVEN,),
        {"context": ("hypothetical",)},
        "export-not-an-event: events[0]: it is told as hypothetical, so it is no event",
    ),
    "a side not named": (
        (ELEVEN,),
        {"side_b": ()},
        "export-no-violence-type: events[0]: unresolved: a side is not named",
    ),
    "a side not known": (
        (ELEVEN,),
        {"side_a": (actor("gunmen"),)},
        "export-no-violence-type: events[0]: unresolved: it is not known what gunmen is",
    ),
    "two years": (
        (ELEVEN,),
        {"when": when(date(2023, 12, 31), date(2024, 1, 1), "days")},
        "export-two-years: events[0].when: 2023-12-31 to 2024-01-01 crosses the end of a year, "
        "which no UCDP event does",
    ),
    "no death": (
        (counted("around 40 guards", "wounded"),),
        {},
        "export-no-death: events[0].killed: no estimate holds a death, and UCDP asks for one",
    ),
    "estimates out of order": (
        (ELEVEN, SEVEN),
        {"killed": number(10, 10, 10)},
        "export-estimates: events[0].killed: low 10 <= best 18 <= high 10 does not hold: "
        "the sides' deaths come to 11 + 7 + 0 + 0 = 18",
    ),
}


@pytest.mark.parametrize(("counts", "changes", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(counts: tuple[Any, ...], changes: dict[str, Any], message: str) -> None:
    written = write("ucdp", extraction(clash(*counts, **changes)))
    assert ([], [message], ["error"]) == (
        written.rows,
        written.said,
        [each.severity for each in written.findings],
    )


# The seed, read by DuckDB


def test_the_seed(tmp_path: Any) -> None:
    file = tmp_path / "ged.csv"
    file.write_bytes(write("ucdp", seed()).data)
    names = (
        "type_of_violence, side_a, deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, "
        "date_start, date_end, date_prec, where_prec, country_id"
    )
    table = duckdb.sql(f"select {names} from read_csv('{file}')").fetchall()
    start, end = date(2023, 8, 26), date(2023, 8, 28)
    assert [(1, "Syrian government forces", 19, 7, 0, 0, 26, start, end, 2, 4, 652)] == table


def test_the_seed_without_a_date_is_refused() -> None:
    undated = seed(when=when(None, text="last Saturday", precision="unresolved"))
    assert (["export-no-date"], []) == (write("ucdp", undated).codes, write("ucdp", undated).rows)
