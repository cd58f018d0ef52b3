"""What ACLED and UCDP ask of every row: one event a day, and estimates in order."""

from __future__ import annotations

from collections.abc import Iterator

from eventx import places
from eventx.article import Article
from eventx.checks.rule import Rule
from eventx.codes import ucdp
from eventx.codes.deaths import combatants
from eventx.quotes import fold
from eventx.schema import Event, Finding

ONE_A_DAY = Rule(
    "one-event-a-day",
    29,
    "warning",
    "No two events are of one day, place, type and pair of actors.",
    "ACLED: one event a day, place and pair of actors",
)
ESTIMATES = Rule(
    "estimates-out-of-order",
    39,
    "warning",
    "The deaths of the sides lie between the least and the most that the event's figure allows.",
    "UCDP GED: best is the sum of the sides' deaths, and low <= best <= high",
)
RULES = (ONE_A_DAY, ESTIMATES)


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield which events ACLED would count as one, and which deaths UCDP could not take."""
    seen: dict[object, int] = {}
    for index, event in enumerate(events):
        key = _key(event)
        if key is not None and key in seen:
            yield ONE_A_DAY.at(
                f"events[{index}]",
                f"it has the day, place, type and actors of events[{seen[key]}]; ACLED counts them as one",
            )
        elif key is not None:
            seen[key] = index
        told = ucdp.estimates(event)
        if not told.are_in_order:
            yield ESTIMATES.at(
                f"events[{index}].killed",
                f"low {told.low} <= best {told.best} <= high {told.high} does not hold",
            )


def _key(event: Event) -> object | None:
    """Return what no two events of ACLED share, None where the day, the place or the actors are not known."""
    when, where = event.when, event.where
    actors = frozenset(
        fold(actor.name) for side in (event.side_a, event.side_b) for actor in combatants(side)
    )
    if when is None or when.start is None or where is None or not actors:
        return None
    return (when.start, when.end or when.start, places.normalise(where.text), event.event_type, actors)
