"""CSV, a row a code: ACLED's, UCDP's and PLOVER's codes of every event, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx import codes
from eventx.export.cells import Row, written
from eventx.schema import Extraction, Finding

COLUMNS = ("article", "event", "scheme", "field", "value", "reason")


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row]:
    """Yield a row a code; an empty value is a blank of the scheme, or unresolved where the reason says so."""
    for event in extraction.events:
        for code in codes.of(event, tolls=extraction.tolls):
            yield {"article": article, "event": event.id, **code._asdict()}


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield the CSV file line by line."""
    return written(rows, COLUMNS)
