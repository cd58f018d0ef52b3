"""An extraction with some of its events alone: what speaks of the others goes with them.

A toll stays as the text gives it while one of its events does: its ids may name one that was left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eventx.schema import Event, Extraction, Finding, Toll

__all__ = ["moved", "tolls_of", "without_passing"]

_EVENT = re.compile(r"events\[(\d+)\]")


def without_passing(extraction: Extraction) -> Extraction:
    """Return the extraction without the events told in passing, and without what is found on them."""
    kept = [index for index, event in enumerate(extraction.events) if not event.passing]
    if len(kept) == len(extraction.events):
        return extraction
    events = tuple(extraction.events[index] for index in kept)
    places = {index: place for place, index in enumerate(kept)}
    left = {
        "events": events,
        "tolls": tolls_of(extraction.tolls, events),
        "findings": moved(extraction.findings, places),
    }
    return extraction.model_copy(update=left)


def tolls_of(tolls: Sequence[Toll], events: Sequence[Event]) -> tuple[Toll, ...]:
    """Return the tolls that are over one of these events, or more."""
    ids = {event.id for event in events}
    return tuple(toll for toll in tolls if not ids.isdisjoint(toll.events))


def moved(findings: Sequence[Finding], places: Mapping[int, int]) -> tuple[Finding, ...]:
    """Return the findings with their events' new indices, without those on events that have none."""
    found = []
    for each in findings:
        event = _EVENT.match(each.path)
        if event is None:
            found.append(each)
        elif (index := places.get(int(event[1]))) is not None:
            path = f"events[{index}]{each.path[event.end() :]}"
            found.append(each.model_copy(update={"path": path}))
    return tuple(found)
