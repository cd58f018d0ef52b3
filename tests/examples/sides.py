"""Who stands on which side, and whose people were harmed."""

from __future__ import annotations

from collections.abc import Callable

from building import Count, actors, counted, event
from eventx.schema import Event
from examples import Example, Examples, of

CLASH = "The Norland army fought the Third Front near Orvane. Nine soldiers died."
PEOPLE = "The clashes near Orvane killed four people."
AIR = "Norland's allies in Arland sent aircraft. Nine soldiers died."
NINE = counted("Nine soldiers", who="soldiers")
FOUR = counted("four people", group="unknown", who="people")


def between(a: str, b: str, *counts: Count) -> Callable[[str], tuple[Event, ...]]:
    """Return one event between two actors."""
    return lambda text: (event(text, *counts, side_a=actors(text, a), side_b=actors(text, b)),)


def helped_by(name: str, *counts: Count) -> Callable[[str], tuple[Event, ...]]:
    """Return one event whose side A has nobody but a supporter."""
    return lambda text: (event(text, *counts, side_a=actors(text, name, role="supporter")),)


EXAMPLES = {
    "same-actor-both-sides": Examples(
        passing=Example(
            CLASH,
            between("Norland army", "Third Front"),
            recorded="side A: Norland army; side B: Third Front",
        ),
        failing=Example(
            CLASH,
            between("Third Front", "the third front"),
            ("events[0].side_b[0].name: the third front is on side B and, as Third Front, on side A",),
            "side A: Third Front; side B: the third front",
        ),
        silent=Example(PEOPLE, lambda text: (event(text, side_a=(), side_b=()),)),
    ),
    "side-unknown": Examples(
        passing=Example(CLASH, of(NINE), recorded="9 killed of side A"),
        failing=Example(
            PEOPLE,
            of(FOUR),
            ("events[0].casualties: nothing says whose people these were: 4 killed",),
            "4 killed of no known side",
        ),
        silent=Example("The Norland army fought the Third Front near Orvane.", of()),
    ),
    "side-without-actor": Examples(
        passing=Example(CLASH, of(NINE), recorded="9 killed of side A; side A: Norland army"),
        failing=Example(
            CLASH,
            lambda text: (event(text, NINE, side_a=()),),
            ("events[0].casualties[0].group: 9 killed is given to side A, which has no actor",),
            "9 killed of side A; nobody on side A",
        ),
        silent=Example(PEOPLE, lambda text: (event(text, FOUR, side_a=()),)),
    ),
    "supporter-loss": Examples(
        passing=Example(
            "Norland's allies in Arland sent aircraft. Three Arland pilots died.",
            helped_by("Arland", counted("Three Arland pilots", who="Arland pilots")),
            recorded="3 Arland pilots killed of side A; side A: Arland, a supporter",
        ),
        failing=Example(
            AIR,
            helped_by("Arland", NINE),
            ("events[0].casualties[0].group: 9 killed is given to side A, where Arland only gives support",),
            "9 soldiers killed of side A; side A: Arland, a supporter",
        ),
        silent=Example("Norland's allies in Arland sent aircraft.", helped_by("Arland")),
    ),
    "civilian-status-unknown": Examples(
        passing=Example(
            "The clashes near Orvane killed four civilians.",
            of(counted("four civilians", group="civilians", who="civilians")),
            recorded="4 killed, civilians",
        ),
        failing=Example(
            PEOPLE,
            of(FOUR),
            ("events[0].casualties: nothing says whether these were civilians or fighters: 4 killed",),
            "4 killed of no known side",
        ),
        silent=Example("The Norland army fought the Third Front near Orvane.", of()),
    ),
}
