"""Whether an event is of a type of the codebook, and whether the article bears the type out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from building import found
from eventx import Article
from eventx.checks import check
from eventx.schema import Event, Place, When
from examples.types import (
    FAILED,
    FOUGHT,
    FRONT,
    SHELLED,
    SHOT,
    TAKEN,
    VILLAGERS,
    actor,
    attack,
    clash,
    shelling,
    told,
)
from recorder import RECORDER


def on(start: int, end: int | None = None) -> When:
    days = date(2024, 5, start), date(2024, 5, end or start)
    return When(text="", start=days[0], end=days[1], precision="day", evidence=())


APART: dict[str, Callable[[str], Event]] = {
    "another place": lambda text: shelling(text, where=Place(text="Kelm", evidence=())),
    "no place": lambda text: shelling(text, where=None),
    "the day before": lambda text: shelling(text, when=on(16)),
    "the day after": lambda text: shelling(text, when=on(18)),
    "no day": lambda text: shelling(text, when=None),
    "another side": lambda text: shelling(text, side_b=actor(text, VILLAGERS)),
    "no sides": lambda text: shelling(text, side_a=(), side_b=()),
    "an arrest": lambda text: told(text, "Arrests", "Strategic developments"),
    "an abduction": lambda text: told(text, "Abduction/forced disappearance", "Violence against civilians"),
}
WITHIN: dict[str, Callable[[str], Event]] = {
    "the same day": shelling,
    "from the day before on": lambda text: shelling(text, when=on(16, 17)),
    "to the day after": lambda text: shelling(text, when=on(17, 18)),
    "the sides the other way round": lambda text: shelling(
        text, side_a=actor(text, FRONT), side_b=actor(text, ("Norland Army", "State forces"))
    ),
}


@pytest.mark.parametrize("strike", APART.values(), ids=APART)
def test_a_strike_of_its_own_is_no_part_of_a_battle(strike: Callable[[str], Event]) -> None:
    assert [] == found("strike-in-a-fight", SHELLED, *clash(SHELLED), strike(SHELLED))


@pytest.mark.parametrize("strike", WITHIN.values(), ids=WITHIN)
def test_a_strike_on_the_sides_place_and_days_of_a_battle_is_part_of_it(
    strike: Callable[[str], Event],
) -> None:
    assert len(found("strike-in-a-fight", SHELLED, *clash(SHELLED), strike(SHELLED))) == 1


@pytest.mark.parametrize("name", ["Government regains territory", "Non-state actor overtakes territory"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [(TAKEN, 0), (FAILED, 1), (FOUGHT, 1), ("Attempts to regain control of Orvane went on.", 1)],
    ids=["taken", "failed", "fought", "attempts"],
)
def test_territory_needs_words_that_say_it_was_taken(text: str, expected: int, name: str) -> None:
    assert expected == len(found("territory-without-capture", text, told(text, name)))


def test_a_type_that_the_codebook_does_not_have_is_named() -> None:
    said = ["events[0].sub_event_type: the codebook acled has no type Skirmish"]
    assert said == found("type-pair", FOUGHT, told(FOUGHT, "Skirmish"))


def test_civilians_on_side_a_are_in_no_fight_either() -> None:
    event = told(SHOT, "Armed clash", side_a=actor(SHOT, VILLAGERS))
    said = ["events[0].event_type: Battles have armed sides, but villagers are civilians"]
    assert said == found("civilians-in-a-fight", SHOT, event)


def test_a_side_of_civilians_and_fighters_is_a_target_of_violence_against_civilians() -> None:
    event = attack(SHOT, VILLAGERS)
    mixed = event.model_copy(update={"side_b": (*event.side_b, *actor(SHOT, FRONT))})
    assert [] == found("no-civilian-target", SHOT, mixed)


def test_events_are_held_to_the_codebook_they_are_coded_by() -> None:
    event = told(SHOT, "Killing", "Violence")
    findings = {
        name: [each.code for each in check(Article(text=SHOT), (event,), codebook=book)]
        for name, book in {"acled": None, "recorder": RECORDER}.items()
    }
    assert ("type-pair" in findings["acled"], "type-pair" in findings["recorder"]) == (True, False)
