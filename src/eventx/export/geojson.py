"""GeoJSON: a feature an event; no geometry where the place was not located (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from eventx.export.cells import Row
from eventx.export.events import row
from eventx.export.visible import escaped
from eventx.schema import Extraction, Finding


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row]:
    """Yield the row of each event, as in csv; its columns become the properties of a feature."""
    for event in extraction.events:
        yield row(event, extraction, article)


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield one FeatureCollection, a feature a line; coordinates are longitude, latitude."""
    yield '{"type": "FeatureCollection", "features": ['
    between = "\n"
    for each in rows:
        if isinstance(each, Finding):
            yield each
            continue
        yield between + escaped(json.dumps(_feature(each), ensure_ascii=False, default=str))
        between = ",\n"
    yield "\n]}\n"


def _feature(each: Row) -> dict[str, Any]:
    latitude, longitude = each["latitude"], each["longitude"]
    located = latitude is not None and longitude is not None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if located else None,
        "properties": {name: value for name, value in each.items() if name not in ("latitude", "longitude")},
    }
