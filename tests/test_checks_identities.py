"""What ACLED and UCDP ask of every row, beyond the three examples of each rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from building import counted, found, number
from exporting import DAY, FRONT, LEAGUE, SOLDIERS, TEXT, actor, clash, when, where

SAME = ["events[1]: it has the day, place, type and actors of events[0]; ACLED counts them as one"]


PAIRS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "alike": ({}, SAME),
    "the sides the other way round": ({"side_a": (FRONT,), "side_b": (SOLDIERS,)}, SAME),
    "the place in another spelling": ({"where": where(text="the town of Tessik")}, SAME),
    "a supporter more": ({"side_a": (SOLDIERS, actor("Norland", role="supporter"))}, SAME),
    "another day": ({"when": when(date(2023, 5, 4))}, []),
    "a day longer": ({"when": when(DAY, date(2023, 5, 4), "days")}, []),
    "another place": ({"where": where(text="Mirra")}, []),
    "another actor": ({"side_b": (LEAGUE,)}, []),
    "another type": ({"event_type": "Riots", "sub_event_type": "Mob violence"}, []),
    "no place": ({"where": None}, []),
    "no actors": ({"side_a": (), "side_b": ()}, []),
}


@pytest.mark.parametrize(("changes", "expected"), PAIRS.values(), ids=PAIRS)
def test_one_event_a_day(changes: dict[str, Any], expected: list[str]) -> None:
    assert expected == found("one-event-a-day", TEXT, clash(), clash(**changes))


def test_nobody_known_twice_is_no_pair() -> None:
    nobody = clash(side_a=(), side_b=())
    assert [] == found("one-event-a-day", TEXT, nobody, nobody)


def test_each_later_event_is_told_of_the_first() -> None:
    assert [*SAME, SAME[0].replace("events[1]", "events[2]")] == found(
        "one-event-a-day", TEXT, clash(), clash(), clash()
    )


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(number(11), [], id="equal"),
        pytest.param(number(None, 11, 20), [], id="within"),
        pytest.param(
            number(None, 12, 20), ["events[0].killed: low 12 <= best 11 <= high 20 does not hold"], id="below"
        ),
        pytest.param(
            number(None, 1, 10), ["events[0].killed: low 1 <= best 11 <= high 10 does not hold"], id="above"
        ),
    ],
)
def test_estimates_in_order(figure: Any, expected: list[str]) -> None:
    event = clash(counted("11 soldiers"), killed=figure)
    assert expected == found("estimates-out-of-order", TEXT, event)
