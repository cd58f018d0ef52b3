"""Who stands on which side, and whose people were harmed."""

from typing import Any

import pytest

from building import Count, actors, counted, event, evidence, found, number

TEXT = (
    "Clashes killed four people and wounded 17 others near Orvane, the Observatory said. "
    "Nine soldiers and three Russian pilots died with six fighters. "
    "The blast also killed five civilian people. "
    "No one was captured."
)
FOUR, OTHERS = counted("four people", group="unknown"), counted("17 others", "wounded", "unknown")
NINE = counted("Nine soldiers", who="soldiers")
NOBODY = counted("No one", "captured", "unknown")
RUSSIA = {"side_a": actors(TEXT, "Russia", role="supporter")}
WHOSE = "events[0].casualties: nothing says whose people these were: 4 killed, 17 wounded"
FIGHTERS = "events[0].casualties: nothing says whether these were civilians or fighters"

# A sentence that speaks of civilians, from its first word on.
CIVIL = evidence(TEXT, "The blast also")
CASES: dict[str, tuple[str, tuple[Count, ...], dict[str, Any], list[str]]] = {
    "two actors": ("same-actor-both-sides", (), {}, []),
    "one actor twice": (
        "same-actor-both-sides",
        (),
        {"side_a": actors(TEXT, "Wakil Front"), "side_b": actors(TEXT, "Norland army", "the Wakíl front")},
        ["events[0].side_b[1].name: the Wakíl front is on side B and, as Wakil Front, on side A"],
    ),
    "no actors": ("same-actor-both-sides", (), {"side_a": (), "side_b": ()}, []),
    "a side for all": ("side-unknown", (NINE,), {}, []),
    "no side for some": ("side-unknown", (FOUR, OTHERS, NINE), {}, [WHOSE]),
    "nobody has no side": ("side-unknown", (NOBODY,), {}, []),
    "no losses": ("side-unknown", (), {}, []),
    "losses of an actor": ("side-without-actor", (NINE,), {}, []),
    "losses of nobody": (
        "side-without-actor",
        (NINE,),
        {"side_a": ()},
        ["events[0].casualties[0].group: 9 killed is given to side A, which has no actor"],
    ),
    "losses of nobody, after others": (
        "side-without-actor",
        (FOUR, counted("six fighters", group="side_b"), OTHERS),
        {"side_b": ()},
        ["events[0].casualties[1].group: 6 killed is given to side B, which has no actor"],
    ),
    "no losses and no actor": ("side-without-actor", (FOUR,), {"side_a": ()}, []),
    "losses of who fights": ("supporter-loss", (NINE,), {}, []),
    "losses of who helps": (
        "supporter-loss",
        (NINE,),
        RUSSIA,
        ["events[0].casualties[0].group: 9 killed is given to side A, where Russia only gives support"],
    ),
    "losses of two who help": (
        "supporter-loss",
        (counted("Nine soldiers"),),
        {"side_a": actors(TEXT, "Russia", "Arland", role="supporter")},
        [
            "events[0].casualties[0].group: 9 killed is given to side A, "
            "where Russia and Arland only gives support"
        ],
    ),
    "losses of who helps, by name": (
        "supporter-loss",
        (counted("three Russian pilots", who="Russian pilots"),),
        RUSSIA,
        [],
    ),
    "who helps beside who fights": (
        "supporter-loss",
        (NINE,),
        {"side_a": (*actors(TEXT, "Norland army"), *RUSSIA["side_a"])},
        [],
    ),
    "no losses of who helps": ("supporter-loss", (FOUR,), RUSSIA, []),
    "people of no known kind": (
        "civilian-status-unknown",
        (counted("four people", group="unknown", who="people"), OTHERS),
        {},
        [f"{FIGHTERS}: 4 killed, 17 wounded"],
    ),
    "people called civilians by the model alone": (
        "civilian-status-unknown",
        (counted("four people", group="civilians", who="people"),),
        {},
        [f"{FIGHTERS}: 4 killed"],
    ),
    "people the text calls civilians": (
        "civilian-status-unknown",
        (counted("five civilian people", group="civilians", who="people"),),
        {},
        [],
    ),
    "a total of people of no known kind": (
        "civilian-status-unknown",
        (counted("four people", group="unknown", role="total", who="people"),),
        {},
        [f"{FIGHTERS}: 4 killed"],
    ),
    "a subset of people of no known kind": (
        "civilian-status-unknown",
        (counted("four people", group="unknown", role="subset", who="people"),),
        {},
        [],
    ),
    "miners of no side": (
        "civilian-status-unknown",
        (counted("four people", group="unknown", who="miners"),),
        {},
        [],
    ),
    "people whose sentence opens with civilians": (
        "civilian-status-unknown",
        (counted("Nine soldiers", group="civilians", who=None, evidence=(CIVIL,), count=number(5)),),
        {},
        [],
    ),
    "soldiers": ("civilian-status-unknown", (NINE,), {}, []),
    "people of a side": ("civilian-status-unknown", (counted("four people", who="people"),), {}, []),
    "nobody": ("civilian-status-unknown", (NOBODY,), {}, []),
}


@pytest.mark.parametrize(("code", "counts", "changes", "expected"), CASES.values(), ids=CASES)
def test_losses_have_a_side(
    code: str, counts: tuple[Count, ...], changes: dict[str, Any], expected: list[str]
) -> None:
    assert expected == found(code, TEXT, event(TEXT, *counts, **changes))
