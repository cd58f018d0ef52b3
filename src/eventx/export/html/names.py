"""What things on the page are called: a figure, its words and what is said of it find each other.

Article 3 of a page is "a3"; in it the casualty 2 of event 0 is "e0c2", its place "e0p", its time "e0w", an
actor "e0a1" or "e0b0", its figure of the killed "e0-killed", and the event "e0". A toll over several events
is "t0". An element's id is both: "a3e0c2". The words that begin at character 993 have the id "a3m993".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventx.article import Evidence
from eventx.export.said import OUTCOMES, figure_of
from eventx.schema import Event, Extraction, Finding, Outcome

_TOLL = re.compile(r"tolls\[(\d+)\]")
_PATH = re.compile(
    r"events\[(?P<event>\d+)\](?:\.(?P<list>casualties|side_a|side_b)\[(?P<index>\d+)\]|\.(?P<field>\w+))?"
)
_LISTS = {"casualties": "c", "side_a": "a", "side_b": "b"}
_FIELDS = {"when": "w", "where": "p"}


def stated(number: int, event: Event) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    """Yield what the event has words for: its name, its kind ("killed", "when", "side_a"), its evidence."""
    for index, casualty in enumerate(event.casualties):
        yield f"e{number}c{index}", casualty.outcome, casualty.evidence
    if event.when:
        yield f"e{number}w", "when", event.when.evidence
    if event.where:
        yield f"e{number}p", "where", event.where.evidence
    for kind, actors in (("side_a", event.side_a), ("side_b", event.side_b)):
        for index, actor in enumerate(actors):
            yield f"e{number}{_LISTS[kind]}{index}", kind, actor.evidence


def outcomes(event: Event) -> Iterator[Outcome]:
    """Yield the outcomes that the event has a figure or a count of."""
    for outcome in OUTCOMES:
        if any(each.outcome == outcome for each in event.casualties) or figure_of(event, outcome):
            yield outcome


def spoken_of(finding: Finding, extraction: Extraction) -> str:
    """Return the name of what a finding speaks of: the nearest thing on the page; "" is the article."""
    if (toll := _TOLL.match(finding.path)) and int(toll[1]) < len(extraction.tolls):
        return f"t{toll[1]}"
    found = _PATH.match(finding.path)
    if found is None or int(found["event"]) >= len(extraction.events):
        return ""
    number = int(found["event"])
    event, name = extraction.events[number], f"e{number}"
    if found["list"] and int(found["index"]) < len(getattr(event, found["list"])):
        return f"{name}{_LISTS[found['list']]}{found['index']}"
    # The field `casualties` is the list of all counts, and no outcome.
    if found["field"] != "casualties" and found["field"] in set[str](outcomes(event)):
        return f"{name}-{found['field']}"
    field = found["field"] or ""
    return name + _FIELDS[field] if field in _FIELDS and getattr(event, field) else name
