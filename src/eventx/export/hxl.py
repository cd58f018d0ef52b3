"""HXL: CSV with a row of hashtags below the header, as humanitarian tools read it (HXL 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx.export import events
from eventx.export.cells import Row, written
from eventx.export.rules import no_event, undivided
from eventx.schema import Extraction, Finding

TAGS = {
    "event": "#event+code",
    "date_start": "#date+occurred+start",
    "date_end": "#date+occurred+end",
    "event_type": "#event+type",
    "sub_event_type": "#event+type+sub",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "iso3": "#country+code",
    "country": "#country+name",
    "admin1": "#adm1+name",
    "admin2": "#adm2+name",
    "location": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "place_precision": "#geo+precision",
    "sources": "#meta+source",
    "url": "#meta+url",
    "summary": "#description",
    "killed": "#affected+killed",
    "killed_low": "#affected+killed+min",
    "killed_high": "#affected+killed+max",
    "wounded": "#affected+injured",
}
"""The columns in their order, each with its hashtag and attributes."""


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row | Finding]:
    """Yield a row an event; what did not happen is refused, for the rows are added up."""
    for index, event in enumerate(extraction.events):
        refusal = no_event(f"events[{index}]", event)
        if refusal is not None:
            yield refusal
            continue
        # Each of its events has at most the toll: who adds up the most adds it up as often.
        yield from undivided(f"events[{index}]", event, extraction.tolls)
        row = events.row(event, extraction, article)
        yield {**row, "event": f"{article} {event.id}".strip()}


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield the CSV file line by line, the tags directly below the header."""
    return written(rows, tuple(TAGS), tags=tuple(TAGS.values()))
