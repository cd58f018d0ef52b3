"""A toll over several events against the events' own figures."""

from __future__ import annotations

import pytest

from building import Count, counted, event, number
from eventx.article import Article
from eventx.checks import check
from eventx.schema import Event, Toll
from reading_replies import codes, found, read, reply, told_event, told_figure

TEXT = (
    "Raids on Tarn and Osk killed 12 people. In Tarn five soldiers died and three men were hurt, "
    "in Osk seven farmers died. At least two guards died too. Around 20 people fled. Dozens were hurt."
)
FIVE, SEVEN = counted("five soldiers"), counted("seven farmers")
THREE = counted("three men", "wounded")
TWO_OR_MORE = counted("At least two guards")


def toll(low: int | None, high: int | None, outcome: str = "killed", **changes: object) -> Count:
    value = low if low is not None else high
    return counted("12 people", outcome, count=number(value, low, high), **changes)


def said(count: Count, *events: tuple[Count, ...]) -> list[tuple[str, str]]:
    """Return the codes and messages of a toll over events with these counts."""
    made: list[Event] = [event(TEXT, *each, id=f"e{n}") for n, each in enumerate(events, start=1)]
    over = Toll(events=tuple(each.id for each in made), casualty=count(TEXT))
    findings = check(Article(text=TEXT), tuple(made), (over,))
    return [(each.code, each.message) for each in findings if each.code.startswith("toll-")]


@pytest.mark.parametrize(
    ("count", "first", "second", "expected"),
    [
        pytest.param(toll(12, 12), (FIVE,), (SEVEN,), ["toll-holds"], id="they-come-to-it"),
        pytest.param(toll(12, None), (FIVE,), (SEVEN,), ["toll-holds"], id="they-come-to-its-least"),
        pytest.param(
            counted("12 people", count=number(None, 12, 20)), (FIVE,), (SEVEN,), ["toll-holds"], id="a-range"
        ),
        pytest.param(toll(12, 12), (FIVE, SEVEN), (), ["toll-holds"], id="one-event-has-all"),
        pytest.param(toll(12, 12), (FIVE,), (), ["toll-undivided"], id="they-come-to-less"),
        pytest.param(toll(12, 12), (), (), ["toll-undivided"], id="they-have-none"),
        pytest.param(toll(10, None), (FIVE,), (SEVEN,), ["toll-undivided"], id="above-an-open-end"),
        pytest.param(toll(None, 12), (FIVE,), (TWO_OR_MORE,), ["toll-undivided"], id="below-up-to"),
        pytest.param(toll(11, 11), (FIVE,), (SEVEN,), ["toll-below-events"], id="they-come-to-more"),
        pytest.param(toll(None, 11), (FIVE,), (SEVEN,), ["toll-below-events"], id="more-than-up-to"),
        pytest.param(toll(6, 6), (FIVE,), (TWO_OR_MORE,), ["toll-below-events"], id="their-least-is-more"),
        pytest.param(toll(3, 3, "wounded"), (THREE,), (SEVEN,), ["toll-holds"], id="of-its-own-outcome"),
        pytest.param(toll(5, 5, "casualties"), (FIVE,), (), [], id="casualties-are-not-divided"),
        pytest.param(toll(12, 12, role="repeat"), (FIVE,), (), [], id="said-again"),
        pytest.param(toll(12, 12, role="account"), (FIVE,), (), [], id="an-older-one"),
        pytest.param(toll(12, 12, role="total"), (FIVE,), (), ["toll-undivided"], id="a-total"),
    ],
)
def test_a_toll_is_held_against_its_events(
    count: Count, first: tuple[Count, ...], second: tuple[Count, ...], expected: list[str]
) -> None:
    assert [code for code, _ in said(count, first, second)] == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(toll(12, 12), "12 killed in e1 and e2: so many are in their own figures", id="holds"),
        pytest.param(
            toll(20, 20),
            "20 killed in e1 and e2 are not divided among them: their own figures come to 12",
            id="undivided",
        ),
        pytest.param(toll(9, 9), "9 killed in e1 and e2, but their own figures come to 12", id="below"),
    ],
)
def test_what_is_said_of_a_toll(count: Count, expected: str) -> None:
    assert [message for _, message in said(count, (FIVE,), (SEVEN,))] == [expected]


def test_where_there_is_no_toll_nothing_is_said() -> None:
    findings = check(Article(text=TEXT), (event(TEXT, FIVE), event(TEXT, SEVEN, id="e2")))
    assert [each.code for each in findings if each.code.startswith("toll-")] == []


@pytest.mark.parametrize(
    ("code", "severity"),
    [("toll-holds", "info"), ("toll-undivided", "warning"), ("toll-below-events", "warning")],
)
def test_how_grave_it_is(code: str, severity: str) -> None:
    made = {"toll-holds": 12, "toll-undivided": 20, "toll-below-events": 9}
    over = Toll(events=("e1", "e2"), casualty=toll(made[code], made[code])(TEXT))
    findings = check(Article(text=TEXT), (event(TEXT, FIVE), event(TEXT, SEVEN, id="e2")), (over,))
    assert [each.severity for each in findings if each.code == code] == [severity]


def test_each_toll_has_its_own_path() -> None:
    text = "Raids on Tarn and Osk killed 12 people and wounded nine people."
    told = [
        told_figure(1, "12 people", 12, events=[1, 2]),
        told_figure(2, "nine people", 9, "wounded", events=[1, 2]),
    ]
    extraction = read(text, reply([told_event(1), told_event(2)], told))
    assert [path for path, _ in found(extraction, "toll-undivided")] == [
        "tolls[0].casualty.count",
        "tolls[1].casualty.count",
    ]


def test_of_a_full_reading_a_toll_that_holds_is_said_to() -> None:
    text = "Raids on Tarn and Osk killed 12 people. Five died in Tarn and seven in Osk."
    told = [
        told_figure(1, "12 people", 12, events=[1, 2]),
        told_figure(2, "Five", 5),
        told_figure(3, "seven", 7, events=[2]),
    ]
    events = [told_event(1, totals={"killed": 5}), told_event(2, totals={"killed": 7})]
    assert codes(read(text, reply(events, told)), "toll-holds", "toll-undivided") == ["toll-holds"]
