"""Who dies, who attacks, and what two sources tell: the examples hold, and the edges beside them."""

from __future__ import annotations

import pytest

from building import Count, actors, counted, event, found

BOMBING = "A suicide bomber struck a post in Orvane. Two guards and three fighters died."


@pytest.mark.parametrize(
    ("text", "count", "is_found"),
    [
        pytest.param(BOMBING, counted("Two guards", group="side_b"), True, id="guards"),
        pytest.param(BOMBING, counted("three fighters", group="side_a"), False, id="of the attackers"),
        pytest.param(
            "Police arrested a suicide bomber before he could hit a post. Two guards died.",
            counted("Two guards", group="side_b"),
            False,
            id="it failed",
        ),
    ],
)
def test_a_suicide_attack_has_a_dead_attacker(text: str, count: Count, is_found: bool) -> None:
    sides = {"side_a": actors(text, "Karo"), "side_b": ()}
    assert is_found == bool(found("attacker-not-counted", text, event(text, count, **sides)))


def test_another_event_in_the_bombed_town_has_no_attacker_to_count() -> None:
    sides = {"side_a": actors(BOMBING, "Karo"), "side_b": ()}
    guards = counted("Two guards", group="side_b")
    bombing = event(BOMBING, guards, id="e1", sub_event_type="Suicide bomb", **sides)
    grenade = event(BOMBING, guards, id="e2", sub_event_type="Grenade", **sides)
    said = found("attacker-not-counted", BOMBING, bombing, grenade)
    assert ["events[0].killed"] == [each.partition(":")[0] for each in said]


CASUALTIES = "There were 20 casualties. 25 people died, and a further 20 casualties were told of."


@pytest.mark.parametrize(
    ("words", "group", "is_found"),
    [
        pytest.param("20 casualties", "unknown", True, id="the only count of no side"),
        pytest.param("20 casualties", "side_b", False, id="of one side"),
    ],
)
def test_killed_are_among_all_the_casualties(words: str, group: str, is_found: bool) -> None:
    text = CASUALTIES
    made = event(text, counted(words, "casualties", group), counted("25 people", group="unknown"))
    assert is_found == bool(found("killed-exceed-casualties", text, made))


def test_an_actor_is_on_both_sides_under_another_name() -> None:
    text = "The Front fought in Orvane."
    (front,) = actors(text, "Third Front")
    (army,) = actors(text, "Norland army")
    both = event(
        text,
        side_a=(front.model_copy(update={"aliases": ("Front",)}),),
        side_b=(army.model_copy(update={"aliases": ("the front",)}),),
    )
    assert found("same-actor-both-sides", text, both) == [
        "events[0].side_b[0].name: the front is on side B and, as Front, on side A"
    ]
