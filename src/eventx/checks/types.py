"""Whether an event is of a type of the codebook, and whether the article's words bear the type out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eventx.article import Article
from eventx.checks.rule import Rule
from eventx.codebook import Codebook, said
from eventx.places import normalise
from eventx.resolve.people import is_armed_side, is_civilian_side
from eventx.schema import Actor, Event, Finding, When

STRIKE_IN_A_FIGHT = Rule(
    "strike-in-a-fight",
    30,
    "warning",
    "Shelling and strikes within a battle are part of the battle, no event of their own.",
    "ACLED codebook: an event is coded once, by the fighting it is part of",
)
TERRITORY_WITHOUT_CAPTURE = Rule(
    "territory-without-capture",
    31,
    "error",
    "Territory changes hands only where the article's words say that it was taken.",
    "ACLED codebook: without a change of control it is an armed clash",
)
TYPE_PAIR = Rule(
    "type-pair",
    32,
    "error",
    "An event's sub-event type is of the codebook, and of its event type.",
    "each sub-event type belongs to one event type",
)
CIVILIANS_IN_A_FIGHT = Rule(
    "civilians-in-a-fight",
    32,
    "error",
    "A battle is between armed sides; what befalls civilians alone is violence against civilians.",
    "ACLED codebook: battles are never civilian-targeted",
)
NO_CIVILIAN_TARGET = Rule(
    "no-civilian-target",
    32,
    "error",
    "In violence against civilians, side B are civilians.",
    "ACLED codebook: civilians are the second actor",
)
RULES = (STRIKE_IN_A_FIGHT, TERRITORY_WITHOUT_CAPTURE, TYPE_PAIR, CIVILIANS_IN_A_FIGHT, NO_CIVILIAN_TARGET)


def check(article: Article, events: tuple[Event, ...], codebook: Codebook) -> Iterator[Finding]:
    """Yield the events whose type is not the codebook's, or not borne out by their sides and their words."""
    for index, event in enumerate(events):
        path = f"events[{index}]"
        yield from _pair(path, event, codebook)
        yield from _territory(article.text, path, event, codebook)
        if event.event_type in codebook.fights and (which := _civilian_side(event)):
            yield CIVILIANS_IN_A_FIGHT.at(
                f"{path}.event_type", f"{event.event_type} have armed sides, but {which} are civilians"
            )
        if event.event_type in codebook.civilian_targeted and is_armed_side(event.side_b):
            yield NO_CIVILIAN_TARGET.at(
                f"{path}.side_b",
                f"{event.event_type} has civilians on side B, not {_and(event.side_b)}",
            )
        yield from _strike(path, event, events, codebook)


def _pair(path: str, event: Event, codebook: Codebook) -> Iterator[Finding]:
    kind = codebook.of(event.sub_event_type)
    if kind is None:
        yield TYPE_PAIR.at(
            f"{path}.sub_event_type", f"the codebook {codebook.name} has no type {event.sub_event_type}"
        )
    elif kind.event_type != event.event_type:
        yield TYPE_PAIR.at(
            f"{path}.event_type",
            f"{event.sub_event_type} is of {kind.event_type}, not of {event.event_type}",
        )


def _territory(text: str, path: str, event: Event, codebook: Codebook) -> Iterator[Finding]:
    kind = codebook.of(event.sub_event_type)
    if kind is not None and kind.taker is not None and next(said(text, kind.shown_by), None) is None:
        yield TERRITORY_WITHOUT_CAPTURE.at(
            f"{path}.sub_event_type",
            f"{event.sub_event_type}, but no words of the article say that ground was taken",
        )


def _strike(path: str, event: Event, events: tuple[Event, ...], codebook: Codebook) -> Iterator[Finding]:
    """Yield the strike that is told of the sides, place and days of a fight."""
    if codebook.of(event.sub_event_type) not in codebook.strikes:
        return
    for number, other in enumerate(events):
        if other.event_type in codebook.fights and _is_within(event, other):
            yield STRIKE_IN_A_FIGHT.at(
                f"{path}.sub_event_type",
                f"{event.sub_event_type} is of the same sides, place and days as events[{number}], "
                f"{other.sub_event_type}: it is part of that event",
            )


def _is_within(strike: Event, fight: Event) -> bool:
    if strike.where is None or fight.where is None or _sides(strike) != _sides(fight):
        return False
    days, others = _days(strike.when), _days(fight.when)
    if days is None or others is None or frozenset() in _sides(strike):
        return False
    is_there = normalise(strike.where.text) == normalise(fight.where.text)
    return is_there and days[0] <= others[1] and others[0] <= days[1]


def _days(when: When | None) -> tuple[date, date] | None:
    return (when.start, when.end or when.start) if when and when.start else None


def _sides(event: Event) -> frozenset[frozenset[str]]:
    return frozenset(map(_side, (event.side_a, event.side_b)))


def _side(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(normalise(actor.name) for actor in actors if actor.role == "combatant")


def _civilian_side(event: Event) -> str | None:
    """Return the names of a side that is nothing but civilians."""
    return next((_and(side) for side in (event.side_a, event.side_b) if is_civilian_side(side)), None)


def _and(side: tuple[Actor, ...]) -> str:
    return " and ".join(actor.name for actor in side)
