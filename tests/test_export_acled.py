"""ACLED's rows: the columns, what is refused, and its rules for numbers and days."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import counted, number
from eventx.export import acled
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

# ACLED codebook, table 1.
COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country "
    "admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes "
    "fatalities tags timestamp"
)

CIVIL = {"event_type": "Violence against civilians", "sub_event_type": "Attack"}
ELEVEN, SEVEN = counted("11 soldiers"), counted("7 fighters", group="side_b")
BACKER = actor("Norland", role="supporter")


def one(**changes: Any) -> dict[str, str]:
    counts = changes.pop("counts", (ELEVEN,))
    (row,) = write("acled", extraction(clash(*counts, **changes))).rows
    return row


def test_the_columns() -> None:
    header = write("acled", extraction()).data.decode()
    assert COLUMNS.split() == header.rstrip("\n").split(",")
    assert 31 == len(acled.COLUMNS)


def test_a_row() -> None:
    given = extraction(
        clash(
            ELEVEN,
            side_a=(SOLDIERS, actor("Tessik police", "State forces"), BACKER),
            sources=("the Observatory", "a doctor"),
            summary="Armed clash in Tessik",
        ),
        source="Arland Post",
    )
    (row,) = write("acled", given).rows
    assert {
        "event_date": "2023-05-03",
        "year": "2023",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Arland army",
        "assoc_actor_1": "Tessik police; Norland",
        "inter1": "State forces",
        "actor2": "Reed Front",
        "inter2": "Rebel group",
        "interaction": "State forces-Rebel group",
        "iso": "760",
        "region": "Middle East",
        "country": "Syria",
        "admin1": "Upper Arland",
        "admin2": "Mirra",
        "location": "Tessik",
        "latitude": "35.1235",
        "longitude": "-36.5",
        "geo_precision": "1",
        "source": "Arland Post; the Observatory; a doctor",
        "notes": "Armed clash in Tessik",
        "fatalities": "11",
    } == {name: value for name, value in row.items() if value}


# Tolls


@pytest.mark.parametrize(
    ("changes", "dead"),
    [
        pytest.param({"counts": (), "killed": number(None, None, 26)}, "0", id="a toll alone"),
        pytest.param({}, "11", id="its own beside it"),
    ],
)
def test_a_toll_is_in_the_notes_and_not_in_the_deaths(changes: dict[str, Any], dead: str) -> None:
    counts = changes.pop("counts", (ELEVEN,))
    events = (clash(*counts, summary="A clash", **changes), clash(SEVEN, id="e3", where=where(text="Osk")))
    written = write("acled", extraction(*events, tolls=(toll("At least 26 people", "e1", "e2"),)))
    said = "a toll of “At least 26 people” over events e1, e2 is not divided among them"
    assert [(dead, f"A clash; {said}"), ("7", "")] == [
        (row["fatalities"], row["notes"]) for row in written.rows
    ]
    assert [f"export-toll-not-divided: events[0].killed: {said}"] == written.said


# Actors

ACTORS: dict[str, tuple[dict[str, Any], tuple[str, str, str, str]]] = {
    "civilians are called after their country": (
        {"side_b": (VILLAGERS,), **CIVIL},
        ("Arland army", "", "Civilians (Syria)", "villagers"),
    ),
    "civilians are the second": (
        {"side_a": (VILLAGERS,), "side_b": (FRONT,), **CIVIL},
        ("Reed Front", "", "Civilians (Syria)", "villagers"),
    ),
    "civilians by the type": ({"side_b": (), **CIVIL}, ("Arland army", "", "Civilians (Syria)", "")),
    "civilians who are nobody in particular": (
        {"side_b": (actor("civilians", "Civilians"),), **CIVIL},
        ("Arland army", "", "Civilians (Syria)", ""),
    ),
    "gunmen of no named group": (
        {"side_a": (actor("masked gunmen", "Political militia"),), "side_b": (VILLAGERS,), **CIVIL},
        ("Unidentified Armed Group (Syria)", "masked gunmen", "Civilians (Syria)", "villagers"),
    ),
    "one side of a protest": (
        {
            "event_type": "Protests",
            "sub_event_type": "Peaceful protest",
            "side_a": (actor("teachers", "Protesters"),),
            "side_b": (),
        },
        ("Protesters (Syria)", "teachers", "", ""),
    ),
    "who only supports": ({"side_b": (FRONT, BACKER)}, ("Arland army", "", "Reed Front", "Norland")),
}


@pytest.mark.parametrize(("changes", "expected"), ACTORS.values(), ids=ACTORS)
def test_actors(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    row = one(**changes)
    assert expected == tuple(row[name] for name in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2"))


@pytest.mark.parametrize(
    "sides",
    [((), (VILLAGERS,)), ((VILLAGERS,), ()), ((BACKER,), (VILLAGERS,))],
    ids=["nobody on side A", "nobody on side B", "only a supporter"],
)
def test_an_attacker_whom_nobody_names(sides: tuple[Any, Any]) -> None:
    written = write("acled", extraction(clash(ELEVEN, side_a=sides[0], side_b=sides[1], **CIVIL)))
    assert [
        (
            "Unidentified Armed Group (Syria)",
            "Political militia",
            "Civilians (Syria)",
            "Political militia-Civilians",
        )
    ] == [tuple(row[name] for name in ("actor1", "inter1", "actor2", "interaction")) for row in written.rows]
    assert [
        "export-unidentified: events[0]: nobody names who attacked: Unidentified Armed Group"
    ] == written.said


# Numbers

NUMBERS: dict[str, tuple[tuple[Any, ...], int, list[str]]] = {
    "none reported": ((), 0, []),
    "exact": ((ELEVEN,), 11, []),
    "at least": (
        (counted("At least 26 people", group="all", role="total"),),
        26,
        ["export-lowest: events[0].casualties[0].count: ACLED writes “At least 26 people” as 26"],
    ),
    "dozens": (
        (counted("dozens of raiders"),),
        12,
        ["export-vague-number: events[0].casualties[0].count: ACLED writes “dozens of raiders” as 12"],
    ),
    "several and a number": (
        (counted("several children"), counted("8 villagers", group="civilians")),
        11,
        ["export-vague-number: events[0].casualties[0].count: ACLED writes “several children” as 3"],
    ),
    "a range": (
        (counted("Between 20 and 30 rebels"),),
        20,
        ["export-lowest: events[0].casualties[0].count: ACLED writes “Between 20 and 30 rebels” as 20"],
    ),
    "casualties": (
        (counted("9 casualties", "casualties"),),
        0,
        [
            "export-casualties: events[0].casualties[0].count: “9 casualties” may be killed or wounded: "
            "ACLED counts none of them as dead"
        ],
    ),
    "the wounded are nothing to it": ((ELEVEN, counted("around 40 guards", "wounded")), 11, []),
}


@pytest.mark.parametrize(("counts", "dead", "said"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(counts: tuple[Any, ...], dead: int, said: list[str]) -> None:
    written = write("acled", extraction(clash(*counts)))
    assert ([str(dead)], said) == ([row["fatalities"] for row in written.rows], written.said)


def test_of_sources_that_differ_the_lowest_is_taken() -> None:
    counts = (ELEVEN, counted("7 fighters", role="account", of=0))
    disputed = number(None, 7, 11, text="11 or 7")
    written = write("acled", extraction(clash(*counts, killed=disputed)))
    assert ["7"] == [row["fatalities"] for row in written.rows]
    assert [
        "export-lowest: events[0].killed: the sources differ, and ACLED takes the lowest: 7"
    ] == written.said


def test_an_earlier_toll_is_no_dispute() -> None:
    counts = (ELEVEN, counted("7 fighters", role="account", of=0))
    assert "11" == one(counts=counts)["fatalities"]


# Days


def test_the_deaths_of_several_days_are_divided_and_the_rest_is_of_the_first() -> None:
    event = clash(ELEVEN, when=when(DAY, date(2023, 5, 6), "days"), summary="A clash")
    written = write("acled", extraction(event))
    assert [
        ("2023-05-03", "5", "1"),
        ("2023-05-04", "2", "1"),
        ("2023-05-05", "2", "1"),
        ("2023-05-06", "2", "1"),
    ] == [(row["event_date"], row["fatalities"], row["time_precision"]) for row in written.rows]
    assert ["export-days-split: events[0].killed: 11 deaths over 4 days: 5 + 2 + 2 + 2"] == written.said
    assert {"A clash; 11 deaths over 4 days were divided among them"} == {
        row["notes"] for row in written.rows
    }


def test_no_deaths_are_not_divided() -> None:
    written = write("acled", extraction(clash(when=when(DAY, date(2023, 5, 4), "days"))))
    assert (["0", "0"], []) == ([row["fatalities"] for row in written.rows], written.said)


@given(dead=st.integers(0, 10**6), days=st.integers(1, 31))
def test_check_29_the_days_come_to_the_total(dead: int, days: int) -> None:
    split = acled._split(dead, days)
    assert (days, dead) == (len(split), sum(split))
    assert split[0] - dead // days == dead % days


@pytest.mark.parametrize(
    ("end", "precision", "expected"),
    [
        pytest.param(date(2023, 5, 9), "week", ("2023-05-06", "2"), id="week"),
        pytest.param(date(2023, 5, 4), "week", ("2023-05-03", "2"), id="weekend"),
        pytest.param(date(2023, 5, 16), "days", ("2023-05-09", "3"), id="two weeks"),
        pytest.param(date(2023, 6, 2), "month", ("2023-05-18", "3"), id="month"),
    ],
)
def test_of_a_period_the_middle_is_the_day(end: date, precision: str, expected: tuple[str, str]) -> None:
    written = write("acled", extraction(clash(ELEVEN, when=when(DAY, end, precision))))
    assert [expected] == [(row["event_date"], row["time_precision"]) for row in written.rows]
    assert [
        f"export-mid-period: events[0].when: {expected[0]} is the middle of 2023-05-03 to {end}"
    ] == written.said


def test_one_row_a_day_place_type_and_pair_of_actors() -> None:
    again = clash(
        counted("7 fighters", group="side_b"), summary="Again", sub_event_type="Government regains territory"
    )
    written = write("acled", extraction(clash(ELEVEN, summary="Once", sources=("a doctor",)), again))
    assert [("18", "Government regains territory", "Once; Again", "a doctor")] == [
        (row["fatalities"], row["sub_event_type"], row["notes"], row["source"]) for row in written.rows
    ]
    assert [
        "export-merged: events[1]: ACLED has one event a day, place and pair of actors: joined on 2023-05-03"
    ] == written.said


def test_who_is_associated_stays_with_its_side() -> None:
    once = clash(ELEVEN, side_a=(SOLDIERS, BACKER))
    again = clash(ELEVEN, side_a=(FRONT, LEAGUE), side_b=(SOLDIERS, actor("Tessik police")))
    (row,) = write("acled", extraction(once, again)).rows
    assert ("Arland army", "Norland; Tessik police", "Reed Front", "Tin League") == tuple(
        row[name] for name in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")
    )


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"when": when(date(2023, 5, 4))}, id="another day"),
        pytest.param({"where": where(text="Mirra")}, id="another place"),
        pytest.param({"side_b": (LEAGUE,)}, id="another actor"),
        pytest.param(
            {"event_type": "Explosions/Remote violence", "sub_event_type": "Grenade"}, id="another type"
        ),
    ],
)
def test_what_differs_stays_apart(changes: dict[str, Any]) -> None:
    written = write("acled", extraction(clash(ELEVEN), clash(ELEVEN, **changes)))
    assert (2, []) == (len(written.rows), written.said)


# What is refused

NOWHERE = where("unresolved", latitude=None, longitude=None)
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no time": ({"when": None}, "export-no-date: events[0].when: there is no date: the text names no time"),
    "no date": (
        {"when": when(None, text="last Saturday", precision="unresolved")},
        "export-no-date: events[0].when: there is no date: “last Saturday” is no date",
    ),
    "no date, with its reason": (
        {"when": when(None, text="last Saturday", precision="unresolved", reason="no day of publication")},
        "export-no-date: events[0].when: there is no date: “last Saturday” is no date "
        "(no day of publication)",
    ),
    "more than a month": (
        {"when": when(DAY, date(2023, 6, 3), "days")},
        "export-too-wide: events[0].when: 32 days are more than the month that ACLED allows",
    ),
    "no place": (
        {"where": None},
        "export-no-country: events[0].where: the country is not known: the text names no place",
    ),
    "a place in no country": (
        {"where": where(country=None, iso3=None)},
        "export-no-country: events[0].where: the country is not known: nothing says where “Tessik” is",
    ),
    "an invented country": (
        {"where": where(country="Arland", iso3=None)},
        "export-no-country: events[0].where: the country is not known: “Arland” is no country of ISO 3166",
    ),
    "a type of another codebook": (
        {"event_type": "Raids", "sub_event_type": "Cattle raid"},
        "export-no-acled-type: events[0].event_type: unresolved: ACLED has no “Cattle raid” in “Raids”",
    ),
    "nobody": (
        {"side_a": (), "side_b": ()},
        "export-no-actor: events[0]: ACLED asks for two actors of Battles, and nobody is named",
    ),
    "one side of a battle": (
        {"side_b": ()},
        "export-no-actor: events[0]: ACLED asks for two actors of Battles, and only one is named",
    ),
    "supporters alone": (
        {"side_b": (BACKER,)},
        "export-no-actor: events[0]: ACLED asks for two actors of Battles, and only one is named",
    ),
    "an attack on nobody knows whom": (
        {"side_a": (), "side_b": (actor("teachers"),), **CIVIL},
        "export-no-actor: events[0]: ACLED asks for two actors of Violence against civilians, "
        "and it is not told who attacked whom",
    ),
    **{
        context: (
            {"context": (context,)},
            f"export-not-an-event: events[0]: it is told as {context}, so it is no event",
        )
        for context in ("negated", "hypothetical", "future")
    },
}


@pytest.mark.parametrize(("changes", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(changes: dict[str, Any], message: str) -> None:
    # Copied, for a record of another codebook has other types.
    written = write("acled", extraction(clash(ELEVEN).model_copy(update=changes)))
    assert ([], [message], ["error"]) == (
        written.rows,
        written.said,
        [each.severity for each in written.findings],
    )


def test_a_historical_event_is_one() -> None:
    assert "11" == one(context=("historical",))["fatalities"]


def test_an_unlocated_place_has_no_coordinates_and_no_precision() -> None:
    written = write("acled", extraction(clash(ELEVEN, where=NOWHERE)))
    (row,) = written.rows
    assert ("", "", "", "Tessik") == tuple(
        row[name] for name in ("latitude", "longitude", "geo_precision", "location")
    )
    assert [
        "export-not-located: events[0].where: “Tessik” was not located; "
        "its coordinates and precision are left empty"
    ] == written.said


# The seed, read by pandas


def test_the_seed() -> None:
    table = pandas.read_csv(io.BytesIO(write("acled", seed()).data))
    assert list(acled.COLUMNS) == list(table.columns)
    assert (3, 26) == (len(table), table["fatalities"].sum())
    assert ["2023-08-26", "2023-08-27", "2023-08-28"] == list(table["event_date"])
    assert {"Russia"} == set(table["assoc_actor_1"])
    assert {"Syrian government forces"} == set(table["actor1"])
    assert {3} == set(table["geo_precision"])


def test_the_seed_without_a_date_is_refused() -> None:
    undated = seed(when=when(None, text="last Saturday", precision="unresolved"))
    assert (["export-no-date"], []) == (write("acled", undated).codes, write("acled", undated).rows)
