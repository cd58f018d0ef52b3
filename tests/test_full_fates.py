"""Fates in a full reading: who died of wounds, who was found dead, whom a sum shows to be dead."""

from __future__ import annotations

import pytest

from eventx.schema import Event
from reading_replies import Bounds, codes, numbers, only, read, reply, roles, told_event, told_figure

Numbers = tuple[int | None, int | None, int | None]


def fates(
    text: str, first: tuple[str, Bounds, str], then: tuple[str, Bounds, str], **totals: Bounds
) -> Event:
    """Return the event of a text that tells of one fate, and of another after it."""
    told = [told_figure(1, *first), told_figure(2, *then)]
    return only(read(text, reply([told_event(totals=totals)], told, ("fate_of", [2], 1))))


@pytest.mark.parametrize(
    ("quote", "number", "left"),
    [
        pytest.param("Two of the wounded", 2, (10, 10, 10), id="some"),
        pytest.param("All the wounded", 12, None, id="all"),
        pytest.param("Several of the wounded", None, (None, None, 12), id="nobody-knows-how-many"),
    ],
)
def test_the_wounded_who_died_are_no_more_wounded(quote: str, number: Bounds, left: Numbers | None) -> None:
    text = f"Twelve people were wounded in Tarn. {quote} died."
    wounded: dict[str, Bounds] = {} if left is None else {"wounded": left[1:]}
    first = ("Twelve people", 12, "wounded")
    event = fates(text, first, (quote, number, "killed"), killed=number, **wounded)
    assert numbers(event.wounded) == left
    assert [each.was for each in event.casualties] == [None, 0]


def test_the_missing_who_were_found_dead_are_no_more_missing() -> None:
    text = "Four men went missing in Tarn. Two of the missing were found dead."
    first, then = ("Four men", 4, "missing"), ("Two of the missing", 2, "killed")
    event = fates(text, first, then, killed=2, missing=2)
    assert (numbers(event.missing), numbers(event.killed)) == ((2, 2, 2), (2, 2, 2))


def test_hostages_who_were_killed_stay_captured() -> None:
    text = "Rebels took five hostages in Tarn. Two hostages were killed."
    first, then = ("five hostages", 5, "captured"), ("Two hostages", 2, "killed")
    event = fates(text, first, then, killed=2, captured=5)
    assert (numbers(event.captured), numbers(event.killed)) == ((5, 5, 5), (2, 2, 2))
    assert event.casualties[1].was == 0


def test_wounded_without_a_later_fate_stay_wounded() -> None:
    text = "Twelve people were wounded in Tarn. Two soldiers died."
    told = [told_figure(1, "Twelve people", 12, "wounded"), told_figure(2, "Two soldiers", 2)]
    event = only(read(text, reply([told_event(totals={"killed": 2, "wounded": 12})], told)))
    assert numbers(event.wounded) == (12, 12, 12)


def test_who_died_of_wounds_may_be_a_part_of_the_toll_too() -> None:
    text = "Twelve people were wounded in Tarn. A wounded man died, which brought the toll to ten dead."
    told = [
        told_figure(1, "Twelve people", 12, "wounded"),
        told_figure(2, "A wounded man", 1),
        told_figure(3, "ten dead", 10),
    ]
    totals = {"killed": 10, "wounded": 11}
    event = only(
        read(text, reply([told_event(totals=totals)], told, ("fate_of", [2], 1), ("part_of", [2], 3)))
    )
    assert (numbers(event.killed), numbers(event.wounded)) == ((10, 10, 10), (11, 11, 11))


TWENTY_SIX = (
    "At least 26 people died in Tarn. The attack killed eleven soldiers. "
    "The army suffered a further eight casualties. The rebels lost seven fighters."
)


@pytest.mark.parametrize("fate", ["casualties", "killed"])
def test_casualties_are_killed_where_only_so_the_sum_holds(fate: str) -> None:
    told = [
        told_figure(1, "At least 26 people", (26, None)),
        told_figure(2, "eleven soldiers", 11),
        told_figure(3, "eight casualties", 8, fate),
        told_figure(4, "seven fighters", 7),
    ]
    extraction = read(
        TWENTY_SIX, reply([told_event(totals={"killed": (26, None)})], told, ("part_of", [2, 3, 4], 1))
    )
    event = only(extraction)
    inferred = [(each.outcome, each.inferred) for each in event.casualties]
    assert inferred == [
        ("killed", None),
        ("killed", None),
        ("killed", "killed, since 11 + 8 + 7 = 26, the total given"),
        ("killed", None),
    ]
    assert [role for _, role, _ in roles(event)] == ["total", "part", "part", "part"]
    assert codes(extraction, "figure-disputed", "sum-disputed", "casualties-unresolved") == []


def test_casualties_stay_so_where_no_sum_shows_them_dead() -> None:
    text = TWENTY_SIX.replace("eight", "nine")
    told = [
        told_figure(1, "At least 26 people", (26, None)),
        told_figure(2, "eleven soldiers", 11),
        told_figure(3, "nine casualties", 9, "casualties"),
        told_figure(4, "seven fighters", 7),
    ]
    event = only(
        read(text, reply([told_event(totals={"killed": (26, None)})], told, ("part_of", [2, 3, 4], 1)))
    )
    assert [(each.outcome, each.inferred) for each in event.casualties][2] == ("casualties", None)
    assert numbers(event.killed) == (26, 26, None)
