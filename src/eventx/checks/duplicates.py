"""Events of one article that may be one event, told by another source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from eventx import places
from eventx.article import Article
from eventx.checks.rule import Rule
from eventx.quotes import fold
from eventx.schema import Actor, Event, Finding, When

DUPLICATE_CANDIDATE = Rule(
    "duplicate-candidate",
    40,
    "warning",
    "Two events between the same sides, in one place and within a day, are told by the same source.",
    "another source's account of an event, coded again, counts its dead again",
)
RULES = (DUPLICATE_CANDIDATE,)

_A_DAY = timedelta(days=1)


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield the events that share place, day and sides with an earlier one and have other sources."""
    for index, number in _near(events):
        one, other = events[index], events[number]
        if _same_place(one, other) and _within_a_day(one.when, other.when) and _same_sides(one, other):
            sources = {fold(each) for each in one.sources}, {fold(each) for each in other.sources}
            if all(sources) and not sources[0] & sources[1]:
                yield DUPLICATE_CANDIDATE.at(
                    f"events[{number}]",
                    f"it may be events[{index}] as {' and '.join(other.sources)} tells it: "
                    f"the same sides in {other.where.text if other.where else ''}, within a day",
                )


def _near(events: Sequence[Event]) -> list[tuple[int, int]]:
    """Return the indices of each two events that have a name or an id of their places in common, in order."""
    at: dict[str | None, list[int]] = defaultdict(list)
    pairs = set[tuple[int, int]]()
    for number, event in enumerate(events):
        if event.where is None:
            continue
        for key in {event.where.gazetteer_id, places.normalise(event.where.text)} - {None}:
            pairs.update((index, number) for index in at[key])
            at[key].append(number)
    return sorted(pairs)


def _same_place(one: Event, other: Event) -> bool:
    if one.where is None or other.where is None:
        return False
    if one.where.gazetteer_id is not None and other.where.gazetteer_id is not None:
        return one.where.gazetteer_id == other.where.gazetteer_id
    return places.normalise(one.where.text) == places.normalise(other.where.text)


def _within_a_day(one: When | None, other: When | None) -> bool:
    """Return whether both days are known and are the same or next to each other."""
    if one is None or other is None or one.start is None or other.start is None:
        return False
    return other.start - _A_DAY <= (one.end or one.start) and one.start - _A_DAY <= (other.end or other.start)


def _same_sides(one: Event, other: Event) -> bool:
    """Return whether two events have the same combatants, on whichever side, by any of their names."""
    mine, theirs = ((_names(each.side_a), _names(each.side_b)) for each in (one, other))
    orders = (theirs, theirs[::-1])
    return any(mine) and any(all(map(_are_one, mine, order)) for order in orders)


def _are_one(one: set[str], other: set[str]) -> bool:
    return bool(one & other) or not (one or other)


def _names(side: tuple[Actor, ...]) -> set[str]:
    return {
        places.normalise(name)
        for actor in side
        if actor.role == "combatant"
        for name in (actor.name, *actor.aliases)
    }
