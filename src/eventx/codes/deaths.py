"""How many died on each side, from the counts of an event; what a toll over several events leaves open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from eventx.schema import Actor, Event, Group, Outcome, Quantity, Toll

_GROUPS: tuple[Group, ...] = ("side_a", "side_b", "civilians", "unknown", "all")


class Deaths(NamedTuple):
    """The dead of an event by whose they are; `unknown` are those that no words give to a side."""

    side_a: int
    side_b: int
    civilians: int
    unknown: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)


def written(count: Quantity) -> int:
    """Return the one number a count comes down to: the number written, else the least it can be, else 0.

    "At least 26" is 26, "more than 26" 27, "up to 50" 50, "20 to 30" 20.
    """
    return max(count.value or 0, count.low or 0)


def deaths(event: Event, number: Callable[[Quantity], int] = written) -> Deaths:
    """Return who died. `number` says what one count comes down to.

    A side's total stands in place of its parts where it is more; what a total over all holds beyond them
    is of no known side. Inferred parts count; subsets, repeats and other accounts do not.
    """
    parts, totals = dict.fromkeys(_GROUPS, 0), dict.fromkeys(_GROUPS, 0)
    for each in event.casualties:
        if each.outcome == "killed" and each.role == "part":
            parts[each.group] += number(each.count)
        elif each.outcome == "killed" and each.role == "total":
            totals[each.group] = max(totals[each.group], number(each.count))
    side_a, side_b, civilians = (max(parts[group], totals[group]) for group in _GROUPS[:3])
    unknown = parts["unknown"] + parts["all"]
    stated = max(totals["unknown"], totals["all"])
    if event.killed is not None and event.killed.value is not None:
        stated = max(stated, number(event.killed))
    unknown += max(0, stated - (side_a + side_b + civilians + unknown))
    # People of a side that is civilians are civilians, whichever group their count names.
    if are_civilians(event.side_a):
        side_a, civilians = 0, civilians + side_a
    if are_civilians(event.side_b):
        side_b, civilians = 0, civilians + side_b
    return Deaths(side_a, side_b, civilians, unknown)


def tolls_over(event: Event, tolls: Sequence[Toll], outcome: Outcome = "killed") -> list[Toll]:
    """Return the tolls that count people of one outcome in the event and in others together."""
    return [
        toll
        for toll in tolls
        if event.id in toll.events
        and toll.casualty.outcome == outcome
        and toll.casualty.role in ("part", "total")
    ]


def has_own_figure(event: Event, outcome: Outcome = "killed") -> bool:
    """Return whether the text gives the event a figure of its own, and no toll alone bounds it."""
    figure = None if outcome == "casualties" else getattr(event, outcome)
    if figure is not None and (figure.value is not None or figure.low is not None):
        return True
    return any(each.outcome == outcome and each.role in ("part", "total") for each in event.casualties)


def not_divided(toll: Toll) -> str:
    """Return what the text leaves open, in one sentence, the toll in its own words."""
    over = ", ".join(toll.events)
    return f"a toll of “{toll.casualty.count.text}” over events {over} is not divided among them"


def are_civilians(side: Sequence[Actor]) -> bool:
    """Return whether everybody on a side is civilian; peaceful protesters are."""
    return bool(side) and all(actor.kind in ("Civilians", "Protesters") for actor in side)


def combatants(side: Sequence[Actor]) -> list[Actor]:
    """Return who fights or is attacked on a side: all but its supporters."""
    return [actor for actor in side if actor.role == "combatant"]


def is_disputed(event: Event) -> bool:
    """Return whether sources differ on the dead: other accounts stand beside a figure that has no value."""
    return (
        event.killed is not None
        and event.killed.value is None
        and any(each.outcome == "killed" and each.role == "account" for each in event.casualties)
    )
