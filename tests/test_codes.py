"""The codes of an event in the terms of ACLED, UCDP and PLOVER, and the reason of each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from building import counted, number
from eventx import codes
from eventx.codes import acled, plover, ucdp
from eventx.codes.deaths import has_own_figure
from eventx.schema import Toll
from exporting import DAY, FRONT, LEAGUE, SOLDIERS, VILLAGERS, actor, clash, toll, when, where

RIOTERS, PROTESTERS = actor("a crowd", "Rioters"), actor("marchers", "Protesters")
PEACEKEEPERS = actor("UN peacekeepers", "External/Other forces")
RUSSIANS = actor("Russian air force", "External/Other forces")
GUNMEN = actor("gunmen")
RUSSIA = actor("Russia")
BACKER = actor("Russia", role="supporter")

VALUES = {
    "ACLED": {
        "time_precision": 1,
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "inter1": "State forces",
        "inter2": "Rebel group",
        "interaction": "State forces-Rebel group",
        "civilian_targeting": "",
        "geo_precision": 1,
        "fatalities": 0,
    },
    "UCDP": {"type_of_violence": 1, "where_prec": 1, "event_clarity": 1, "date_prec": 1},
    "PLOVER": {"event": "ASSAULT", "mode": None, "context": ""},
}


def test_every_event_has_every_code() -> None:
    found: dict[str, dict[str, Any]] = {}
    for code in codes.of(clash()):
        found.setdefault(code.scheme, {})[code.field] = code.value
    assert VALUES == found


@pytest.mark.parametrize("sub_type", acled.TYPES)
def test_every_code_has_one_short_sentence_and_unknown_is_called_so(sub_type: str) -> None:
    event = clash(event_type=acled.TYPES[sub_type], sub_event_type=sub_type, side_b=(GUNMEN,), when=None)
    for code in codes.of(event):
        assert (0 < len(code.reason) < 110, False) == (True, ". " in code.reason), code
        assert (code.value is None) == code.reason.startswith("unresolved: "), code


def test_the_reasons_of_the_record_are_told() -> None:
    event = clash(
        when=when(DAY, reason="3 May, the year of publication"),
        where=where(reason="Tessik in Upper Arland"),
        side_b=(actor("Reed Front", "Rebel group", reason="the text calls it rebels"),),
        type_reason="both sides fought",
    )
    reasons = {f"{code.scheme} {code.field}": code.reason for code in codes.of(event)}
    assert {
        "ACLED time_precision": "3 May, the year of publication",
        "UCDP date_prec": "3 May, the year of publication",
        "ACLED geo_precision": "Tessik in Upper Arland",
        "UCDP where_prec": "Tessik in Upper Arland",
        "ACLED inter2": "the text calls it rebels",
        "ACLED event_type": "both sides fought",
        "ACLED sub_event_type": "both sides fought",
    }.items() <= reasons.items()


# Dates and places

SPANS: dict[str, tuple[int, str, int | None, int | None, int]] = {
    # days, precision of the record, time_precision, date_prec, event_clarity
    "a day": (1, "day", 1, 1, 1),
    "two days": (2, "days", 1, 2, 1),
    "six days": (6, "days", 1, 2, 1),
    "seven days": (7, "days", 1, 3, 1),
    "a week": (7, "week", 2, 3, 1),
    "a weekend": (2, "week", 2, 2, 1),
    "eight days": (8, "days", 3, 4, 2),
    "a month": (31, "month", 3, 4, 2),
    "more than a month": (32, "days", None, 5, 2),
    "a year": (365, "year", None, 5, 2),
    "a leap year": (366, "year", None, 5, 2),
    "more than a year": (367, "days", None, None, 2),
}


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS)
def test_precisions_of_dates(span: tuple[int, str, int | None, int | None, int]) -> None:
    days, precision, *expected = span
    of = when(DAY, DAY + timedelta(days=days - 1), precision)
    found = (acled.time_precision(of), ucdp.date_prec(of), ucdp.event_clarity(of))
    assert expected == [code.value for code in found]


@pytest.mark.parametrize("of", [None, when(None, precision="unresolved")], ids=["no time", "no date"])
def test_no_date_has_no_precision(of: Any) -> None:
    found = (acled.time_precision(of), ucdp.date_prec(of), ucdp.event_clarity(of))
    assert [None] * 3 == [code.value for code in found]


@pytest.mark.parametrize(
    ("precision", "geo", "prec"),
    [
        ("town", 1, 1),
        ("near", 2, 2),
        ("admin2", 2, 3),
        ("admin1", 3, 4),
        ("country", 3, 6),
        ("unresolved", None, None),
    ],
)
def test_precisions_of_places(precision: str, geo: int | None, prec: int | None) -> None:
    of = where(precision)
    assert (geo, prec) == (acled.geo_precision(of).value, ucdp.where_prec(of).value)


def test_no_place_has_no_precision() -> None:
    assert (None, None) == (acled.geo_precision(None).value, ucdp.where_prec(None).value)


# ACLED

DISORDER = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Peaceful protest": "Demonstrations",
    "Protest with intervention": "Demonstrations",
    "Violent demonstration": "Demonstrations",
    "Mob violence": "Political violence",
    "Armed clash": "Political violence",
    "Grenade": "Political violence",
    "Attack": "Political violence",
    "Agreement": "Strategic developments",
}


@pytest.mark.parametrize(("sub_type", "expected"), DISORDER.items())
def test_disorder(sub_type: str, expected: str) -> None:
    event = clash(event_type=acled.TYPES[sub_type], sub_event_type=sub_type)
    assert expected == acled.disorder(event).value


def test_types_of_another_codebook_that_names_acleds_and_plovers_are_those() -> None:
    event = clash(event_type="Raids", sub_event_type="Killing", acled="Attack", plover="ASSAULT targeted")
    values = {(each.scheme, each.field): each.value for each in codes.of(event)}
    assert {
        ("ACLED", "event_type"): "Violence against civilians",
        ("ACLED", "sub_event_type"): "Attack",
        ("PLOVER", "event"): "ASSAULT",
        ("PLOVER", "mode"): "targeted",
    }.items() <= values.items()


def test_types_of_another_codebook_are_unresolved() -> None:
    event = clash().model_copy(update={"event_type": "Raids", "sub_event_type": "Cattle raid"})
    unknown = {f"{code.scheme} {code.field}" for code in codes.of(event) if code.value is None}
    assert {
        "ACLED disorder_type",
        "ACLED event_type",
        "ACLED sub_event_type",
        "PLOVER event",
        "PLOVER mode",
    } == unknown


CIVIL = {"event_type": "Violence against civilians", "sub_event_type": "Attack"}

INTERACTIONS: dict[str, tuple[dict[str, Any], str | None]] = {
    "two kinds": ({}, "State forces-Rebel group"),
    "the lower number first": ({"side_a": (FRONT,), "side_b": (SOLDIERS,)}, "State forces-Rebel group"),
    "civilians last": ({"side_a": (VILLAGERS,), "side_b": (FRONT,)}, "Rebel group-Civilians"),
    "civilians after others": (
        {"side_a": (PEACEKEEPERS,), "side_b": (VILLAGERS,)},
        "External/Other forces-Civilians",
    ),
    "one side": ({"side_b": ()}, "State forces only"),
    "the second side": ({"side_a": ()}, "Rebel group only"),
    "civilians by the type": ({"side_b": (), **CIVIL}, "State forces-Civilians"),
    "an unknown kind": ({"side_b": (GUNMEN,)}, None),
    "nobody": ({"side_a": (), "side_b": ()}, None),
    "a supporter is no side": ({"side_a": (BACKER,)}, "Rebel group only"),
}


@pytest.mark.parametrize(("changes", "expected"), INTERACTIONS.values(), ids=INTERACTIONS)
def test_interaction(changes: dict[str, Any], expected: str | None) -> None:
    assert expected == acled.interaction(clash(**changes)).value


def test_attacked_civilians_are_actor_2() -> None:
    event = clash(side_a=(VILLAGERS,), side_b=(FRONT,), **CIVIL)
    assert ("Rebel group", "Civilians") == tuple(code.value for code in acled.kinds(event))


TARGETED: dict[str, tuple[dict[str, Any], str]] = {
    "violence against civilians": (CIVIL, "Civilians targeted"),
    "excessive force": (
        {"event_type": "Protests", "sub_event_type": "Excessive force against protesters"},
        "Civilians targeted",
    ),
    "shelled villagers": (
        {
            "event_type": "Explosions/Remote violence",
            "sub_event_type": "Shelling/artillery/missile attack",
            "side_b": (VILLAGERS,),
        },
        "Civilians targeted",
    ),
    "shelled soldiers": (
        {
            "event_type": "Explosions/Remote violence",
            "sub_event_type": "Shelling/artillery/missile attack",
            "side_b": (SOLDIERS, VILLAGERS),
        },
        "",
    ),
    "a battle never": ({"side_b": (VILLAGERS,)}, ""),
}


@pytest.mark.parametrize(("changes", "expected"), TARGETED.values(), ids=TARGETED)
def test_civilian_targeting(changes: dict[str, Any], expected: str) -> None:
    assert expected == acled.civilian_targeting(clash(**changes)).value


DEAD: dict[str, tuple[tuple[Any, ...], int | None]] = {
    "none reported": ((), 0),
    "a number": ((counted("11 soldiers"),), 11),
    "a bound": ((counted("At least 26 people", group="all", role="total"),), 26),
    "a vague word": ((counted("dozens of raiders"),), None),
    "a range": ((counted("Between 20 and 30 rebels"),), 20),
    "wounded are not dead": ((counted("5 wounded", "wounded"),), 0),
    "casualties are not dead": ((counted("9 casualties", "casualties"),), 0),
}


@pytest.mark.parametrize(("counts", "expected"), DEAD.values(), ids=DEAD)
def test_fatalities(counts: tuple[Any, ...], expected: int | None) -> None:
    found = {code.field: code.value for code in acled.codes(clash(*counts))}
    assert expected == found["fatalities"]


# UCDP

PARTIES: dict[str, tuple[dict[str, Any], int | None, bool]] = {
    "a government first": ({}, 1, False),
    "a government second": ({"side_a": (FRONT,), "side_b": (SOLDIERS,)}, 1, True),
    "two governments": ({"side_b": (RUSSIANS,)}, 1, False),
    "a government against an unknown kind": ({"side_b": (GUNMEN,)}, 1, False),
    "a country is a government": ({"side_a": (FRONT,), "side_b": (RUSSIA,)}, 1, True),
    "two groups": ({"side_a": (LEAGUE,)}, 2, False),
    "a group attacks civilians": ({"side_a": (LEAGUE,), "side_b": (VILLAGERS,)}, 3, False),
    "a government attacks civilians": ({"side_b": (VILLAGERS,)}, 3, False),
    "civilians come second": ({"side_a": (VILLAGERS,)}, 3, True),
    "protesters are civilians": ({"side_b": (PROTESTERS,)}, 3, False),
    "civilians by the type": ({"side_b": (), **CIVIL}, 3, False),
    "an attacker not known": ({"side_a": (), "side_b": (VILLAGERS,), **CIVIL}, None, False),
    "one side": ({"side_b": ()}, None, False),
    "a group against an unknown kind": ({"side_a": (GUNMEN,)}, None, False),
    "peacekeepers are no state": ({"side_a": (PEACEKEEPERS,)}, None, False),
    "rioters are no party": ({"side_b": (RIOTERS,)}, None, False),
    "civilians against civilians": ({"side_a": (VILLAGERS,), "side_b": (PROTESTERS,)}, None, False),
}


@pytest.mark.parametrize(("changes", "expected", "swapped"), PARTIES.values(), ids=PARTIES)
def test_type_of_violence(changes: dict[str, Any], expected: int | None, swapped: bool) -> None:
    code, is_swapped = ucdp.violence(clash(**changes))
    assert (expected, swapped) == (code.value, is_swapped)


ESTIMATES: dict[str, tuple[tuple[Any, ...], dict[str, Any], tuple[int, int, int]]] = {
    "exact": ((counted("11 soldiers"),), {}, (11, 11, 11)),
    "at least": ((counted("At least 26 people", group="all", role="total"),), {}, (26, 26, 26)),
    "up to": ((counted("up to 50 recruits"),), {}, (0, 50, 50)),
    "around": ((counted("around 40 guards"),), {}, (40, 40, 40)),
    "a range": ((counted("Between 20 and 30 rebels"),), {}, (20, 20, 30)),
    "dozens": ((counted("dozens of raiders"),), {}, (24, 24, 24)),
    "casualties may be dead": ((counted("9 casualties", "casualties"),), {}, (0, 0, 9)),
    "killed and casualties": (
        (counted("11 soldiers"), counted("9 casualties", "casualties")),
        {"killed": number(11, 11, None)},
        (11, 11, 20),
    ),
    "nobody": ((), {}, (0, 0, 0)),
    "a figure below the sum": ((counted("11 soldiers"),), {"killed": number(5, 5, 5)}, (5, 11, 5)),
}


@pytest.mark.parametrize(("counts", "changes", "expected"), ESTIMATES.values(), ids=ESTIMATES)
def test_estimates(counts: tuple[Any, ...], changes: dict[str, Any], expected: tuple[int, int, int]) -> None:
    found = ucdp.estimates(clash(*counts, **changes))
    assert expected == (found.low, found.best, found.high)
    assert found.are_in_order == (expected[0] <= expected[1] <= expected[2])


TOLL = toll("At least 26 people", "e1", "e2")
TOLLS: dict[str, tuple[tuple[Any, ...], tuple[Toll, ...], tuple[int, int, int]]] = {
    "a toll alone": ((), (TOLL,), (0, 0, 26)),
    "a range": ((), (toll("Between 20 and 30 rebels", "e1", "e2"),), (0, 0, 30)),
    "two of other people": ((), (TOLL, toll("11 soldiers", "e1", "e3")), (0, 0, 37)),
    "a total of the others": (
        (),
        (toll("11 soldiers", "e1", "e2"), toll("At least 26 people", "e1", "e2", role="total")),
        (0, 0, 26),
    ),
    "its own beside it": ((counted("11 soldiers"),), (TOLL,), (11, 11, 11)),
    "of other events": ((), (toll("11 soldiers", "e2", "e3"),), (0, 0, 0)),
    "an earlier one": ((), (toll("11 soldiers", "e1", "e2", role="account"),), (0, 0, 0)),
    "of the wounded": ((), (toll("5 wounded", "e1", "e2", outcome="wounded"),), (0, 0, 0)),
}


@pytest.mark.parametrize(("counts", "tolls", "expected"), TOLLS.values(), ids=TOLLS)
def test_an_event_has_at_most_its_toll(
    counts: tuple[Any, ...], tolls: tuple[Toll, ...], expected: tuple[int, int, int]
) -> None:
    found = ucdp.estimates(clash(*counts), tolls=tolls)
    assert expected == (found.low, found.best, found.high)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"killed": number(None, None, 26)}, False, id="at most a toll"),
        pytest.param({"killed": number(None, None, None)}, False, id="a toll without an end"),
        pytest.param({"killed": number(0)}, True, id="nobody"),
        pytest.param({"killed": number(None, 24, None)}, True, id="at least"),
    ],
)
def test_what_is_a_figure_of_an_event_s_own(changes: dict[str, Any], expected: bool) -> None:
    assert expected == has_own_figure(clash(**changes))


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        pytest.param((), "no death is reported", id="a toll alone"),
        pytest.param(
            (counted("11 soldiers"),),
            "the deaths reported, the lowest number where they differ",
            id="its own beside it",
        ),
    ],
)
def test_the_reason_of_the_deaths_says_what_a_toll_leaves_open(counts: tuple[Any, ...], reason: str) -> None:
    told = next(each for each in codes.of(clash(*counts), tolls=(TOLL,)) if each.field == "fatalities")
    assert f"{reason}; a toll of “At least 26 people” over events e1, e2 is not divided among them" == (
        told.reason
    )


# PLOVER

MODES: dict[str, tuple[dict[str, Any], tuple[str | None, str | None]]] = {
    "no weapon": ({}, ("ASSAULT", None)),
    "shells": ({"weapons": ("rifles", "mortar shells")}, ("ASSAULT", "heavy-weapons")),
    "guns": ({"weapons": ("guns",)}, ("ASSAULT", "firearms")),
    "a drone before a bomb": ({"weapons": ("bombs", "a drone")}, ("ASSAULT", "drone")),
    "an air strike": (
        {"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"},
        ("ASSAULT", "aerial"),
    ),
    "an abduction": (
        {"event_type": "Violence against civilians", "sub_event_type": "Abduction/forced disappearance"},
        ("ASSAULT", "abduct"),
    ),
    "a march": ({"event_type": "Protests", "sub_event_type": "Peaceful protest"}, ("PROTEST", "demo")),
    "a pact": ({"event_type": "Strategic developments", "sub_event_type": "Agreement"}, ("AGREE", "")),
    "none": ({"event_type": "Strategic developments", "sub_event_type": "Other"}, (None, None)),
}


@pytest.mark.parametrize(("changes", "expected"), MODES.values(), ids=MODES)
def test_plover(changes: dict[str, Any], expected: tuple[str | None, str | None]) -> None:
    verb, mode, _ = plover.codes(clash(**changes))
    assert expected == (verb.value, mode.value)


@pytest.mark.parametrize(
    ("context", "expected"),
    [((), ""), (("negated",), "negated"), (("historical", "future"), "historical; future")],
)
def test_context(context: tuple[str, ...], expected: str) -> None:
    assert expected == plover.codes(clash(context=context))[2].value
