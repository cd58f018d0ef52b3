"""CSV, a row a figure: every number of people, with the words that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx.export.cells import Row, written
from eventx.schema import Extraction, Finding

COLUMNS = (
    "article",
    "event",
    "casualty",
    "outcome",
    "group",
    "who",
    "role",
    "of",
    "value",
    "low",
    "high",
    "approximate",
    "words",
    "quote",
    "start",
    "end",
    "attributed_to",
    "inferred",
)


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row]:
    """Yield a row a casualty. `casualty` is its number in the event, from 0, which `of` points at.

    Add up those of role part. `start` and `end` are of its first quote; `quote` holds them all, " … "
    between them.
    """
    for event in extraction.events:
        for number, each in enumerate(event.casualties):
            yield {
                "article": article,
                "event": event.id,
                "casualty": number,
                "outcome": each.outcome,
                "group": each.group,
                "who": each.who,
                "role": each.role,
                "of": each.of,
                "value": each.count.value,
                "low": each.count.low,
                "high": each.count.high,
                "approximate": each.count.approximate,
                "words": each.count.text,
                "quote": " … ".join(evidence.quote for evidence in each.evidence),
                "start": each.evidence[0].start,
                "end": each.evidence[0].end,
                "attributed_to": each.attributed_to,
                "inferred": each.inferred,
            }


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield the CSV file line by line."""
    return written(rows, COLUMNS)
