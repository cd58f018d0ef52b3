"""What a person is told of an event, in words: where, when, between whom, whose a number is, and the sum.

All text is on one line, with unsafe characters written out; nothing is escaped for HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from eventx.codes.deaths import has_own_figure
from eventx.export.figures import exact, in_short, in_words
from eventx.export.visible import one_line
from eventx.schema import Actor, Casualty, Event, Extraction, Outcome, Place, Quantity, Toll, When

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing", "casualties")
PASSING = "told in passing"


class Sum(NamedTuple):
    """Exact parts that are added up; it holds when the text states both them and a total that they make."""

    parts: tuple[Casualty, ...]
    value: int
    holds: bool


def figure_of(event: Event, outcome: Outcome) -> Quantity | None:
    """Return the event's figure of an outcome; None for "casualties", which are killed or wounded.

    None, too, where a toll that has no upper bound is all there is: it says nothing of the event alone.
    """
    figure: Quantity | None = None if outcome == "casualties" else getattr(event, outcome)
    if figure is None or figure.high is not None or has_own_figure(event, outcome):
        return figure
    return None


def total_of(rows: Sequence[Casualty], figure: Quantity | None) -> Casualty | None:
    """Return which of an event's counts of one outcome states its figure, None when none does."""
    return next((row for row in rows if row.role == "total" and row.count == figure), None)


def added_up(rows: Sequence[Casualty], total: Casualty | None) -> Sum | None:
    """Return the sum of an event's parts of one outcome, None when fewer than two or one is not exact."""
    parts = tuple(row for row in rows if row.role == "part")
    if len(parts) < 2 or not all(exact(part.count) for part in parts):
        return None
    value = sum(part.count.value or 0 for part in parts)
    # A part that was inferred from the sum says nothing about the sum.
    stated = not any(part.inferred for part in parts)
    return Sum(parts, value, stated and total is not None and total.count.value == value)


def spot(place: Place | None) -> str:
    """Return where: "al-Malaya, Idlib, Syria (known to the province)"."""
    if place is None:
        return "place not stated"
    names = dict.fromkeys(name for name in (place.text, place.admin1, place.country) if name)
    how = {
        "near": " (near)",
        "admin2": " (known to the district)",
        "admin1": " (known to the province)",
        "country": " (known to the country)",
        "unresolved": " (not located)",
    }
    return one_line(", ".join(names)) + how.get(place.precision, "")


def days(when: When | None) -> str:
    """Return the days, and the words for them."""
    if when is None:
        return "date not stated"
    words = one_line(when.text)
    if when.start is None:
        return f"{words} (no date{f': {one_line(when.reason)}' if when.reason else ''})"
    return f"{span(when.start, when.end)} ({words})"


def span(start: date, end: date | None) -> str:
    """Return the days from the first to the last: "2023-08-26 to 2023-08-28"."""
    return f"{start}" if end in (None, start) else f"{start} to {end}"


def sides(event: Event) -> str:
    """Return who fought whom."""
    if not event.side_b:
        return _side(event.side_a) if event.side_a else "sides not stated"
    return f"{_side(event.side_a)}  against  {_side(event.side_b)}"


def _side(actors: tuple[Actor, ...]) -> str:
    backers = [actor.name for actor in actors if actor.role == "supporter"]
    words = fighters(actors) or "a side not named"
    return f"{words} (supported by {one_line(', '.join(backers))})" if backers else words


def fighters(actors: tuple[Actor, ...]) -> str:
    """Return the names of those of a side who fight."""
    return one_line(", ".join(actor.name for actor in actors if actor.role == "combatant"))


def whose(event: Event, casualty: Casualty) -> str:
    """Return whose people a count is of: the names of the side, or "civilians"."""
    return {
        "side_a": fighters(event.side_a) or "side A",
        "side_b": fighters(event.side_b) or "side B",
        "civilians": "civilians",
        "unknown": "side not stated",
        "all": "all sides",
    }[casualty.group]


def remarks(event: Event, casualty: Casualty) -> Iterator[str]:
    """Yield what else is to be known of a count: "of the 12 wounded", "model alone"."""
    if casualty.was is not None and casualty.was < len(event.casualties):
        before = event.casualties[casualty.was]
        yield f"of the {one_line(in_short(before.count))} {before.outcome}"
    yield from doubt(casualty)


def doubt(casualty: Casualty) -> Iterator[str]:
    """Yield that no rule reads a count as the model does, where that is so."""
    if casualty.vouched_by == ("model",):
        yield "model alone"


def over(toll: Toll) -> str:
    """Return which events a toll is over: "over e1, e2"."""
    return f"over {one_line(', '.join(toll.events))}"


def counted(toll: Toll) -> str:
    """Return what a toll counts: "killed at least 5"; of some of the people of another "of whom killed 2"."""
    outcome, is_some = toll.casualty.outcome, toll.casualty.role == "subset"
    named = "killed or wounded" if outcome == "casualties" else outcome
    return f"{'of whom ' if is_some else ''}{named} {one_line(in_words(toll.casualty.count))}"


def tolls_after(extraction: Extraction) -> Mapping[int, Sequence[int]]:
    """Return the indices of the tolls by that of the last event they are over: they are told after it."""
    at = {event.id: index for index, event in enumerate(extraction.events)}
    after: dict[int, list[int]] = {}
    for number, toll in enumerate(extraction.tolls):
        # Of a toll over none of the events that are here, the last is the best there is.
        last = max((at[id] for id in toll.events if id in at), default=len(at) - 1)
        after.setdefault(last, []).append(number)
    return after
