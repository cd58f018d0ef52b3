"""Figures over several events against what the events' own figures come to."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.checks.quantities import said
from eventx.checks.rule import Rule
from eventx.schema import Event, Finding, Quantity, Toll

TOLL_HOLDS = Rule(
    "toll-holds", 1, "info", "The figures of the events come to the toll that the text gives.", "arithmetic"
)
TOLL_UNDIVIDED = Rule(
    "toll-undivided",
    2,
    "warning",
    "The figures of the events come to the toll; else some of its people are in no event's figure.",
    "ACLED divides such a toll among its events: a coder must know that the text does not",
)
TOLL_BELOW_EVENTS = Rule(
    "toll-below-events",
    1,
    "warning",
    "The figures of the events do not come to more than their toll.",
    "arithmetic",
)
RULES = (TOLL_HOLDS, TOLL_UNDIVIDED, TOLL_BELOW_EVENTS)


def check(events: tuple[Event, ...], tolls: tuple[Toll, ...]) -> Iterator[Finding]:
    """Yield what the events of each toll come to beside it; of a toll said again nothing."""
    own = {event.id: event for event in events}
    for index, toll in enumerate(tolls):
        outcome, count = toll.casualty.outcome, toll.casualty.count
        if outcome == "casualties" or toll.casualty.role not in ("part", "total"):
            continue  # a subset is in the toll that it is of
        figures: list[Quantity | None] = [getattr(own[id], outcome) for id in toll.events]
        least = sum((each.low or each.value or 0) for each in figures if each)
        # Those of it who are told apart, but of no one event either: "seven fighters in both".
        held = [each.casualty for each in tolls if each.casualty.role == "subset"]
        least += sum(each.count.low or 0 for each in held if each.of == index)
        path = f"tolls[{index}].casualty.count"
        whole = f"{said(count)} {outcome} in {' and '.join(toll.events)}"
        number = count.value if count.value is not None else count.low
        if count.high is not None and least > count.high:
            yield TOLL_BELOW_EVENTS.at(path, f"{whole}, but their own figures come to {least}")
        elif number is not None and least == number:
            yield TOLL_HOLDS.at(path, f"{whole}: so many are in their own figures")
        else:
            yield TOLL_UNDIVIDED.at(
                path, f"{whole} are not divided among them: their own figures come to {least}"
            )
