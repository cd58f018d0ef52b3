"""CSV, a row an event: what the record holds, with nothing decided for it and nothing refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx.codes.deaths import combatants
from eventx.export.cells import Row, joined, written
from eventx.schema import Actor, Event, Extraction, Finding, Outcome, Quantity

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing")

COLUMNS = (
    "article",
    "event",
    "event_type",
    "sub_event_type",
    "context",
    "passing",
    "date_start",
    "date_end",
    "date_precision",
    "date_words",
    "location",
    "admin2",
    "admin1",
    "country",
    "iso3",
    "latitude",
    "longitude",
    "place_precision",
    "side_a",
    "side_a_supporters",
    "side_b",
    "side_b_supporters",
    "weapons",
    *(f"{outcome}{bound}" for outcome in OUTCOMES for bound in ("", "_low", "_high", "_words")),
    "sources",
    "published",
    "publisher",
    "url",
    "summary",
)


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row]:
    """Yield a row an event; a number that the text does not give is empty, never 0."""
    for event in extraction.events:
        yield row(event, extraction, article)


def row(event: Event, extraction: Extraction, article: str) -> Row:
    """Return the row of one event."""
    when, where, about = event.when, event.where, extraction.article
    return {
        "article": article,
        "event": event.id,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "context": joined(event.context),
        "passing": event.passing,
        "date_start": when.start if when else None,
        "date_end": (when.end or when.start) if when else None,
        "date_precision": when.precision if when else None,
        "date_words": when.text if when else None,
        "location": where.text if where else None,
        "admin2": where.admin2 if where else None,
        "admin1": where.admin1 if where else None,
        "country": where.country if where else None,
        "iso3": where.iso3 if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "place_precision": where.precision if where else None,
        "side_a": joined(actor.name for actor in combatants(event.side_a)),
        "side_a_supporters": _supporters(event.side_a),
        "side_b": joined(actor.name for actor in combatants(event.side_b)),
        "side_b_supporters": _supporters(event.side_b),
        "weapons": joined(event.weapons),
        **_figures("killed", event.killed),
        **_figures("wounded", event.wounded),
        **_figures("captured", event.captured),
        **_figures("missing", event.missing),
        "sources": joined(event.sources),
        "published": about.published,
        "publisher": about.source,
        "url": about.url,
        "summary": event.summary,
    }


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield the CSV file line by line."""
    return written(rows, COLUMNS)


def _supporters(side: tuple[Actor, ...]) -> str | None:
    return joined(actor.name for actor in side if actor.role == "supporter")


def _figures(outcome: Outcome, figure: Quantity | None) -> Row:
    return {
        outcome: figure.value if figure else None,
        f"{outcome}_low": figure.low if figure else None,
        f"{outcome}_high": figure.high if figure else None,
        f"{outcome}_words": figure.text if figure else None,
    }
