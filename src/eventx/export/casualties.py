"""CSV, a row a figure: every number of people, with the words that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx.export.cells import Row, joined, written
from eventx.schema import Casualty, Extraction, Finding

COLUMNS = (
    "article",
    "event",
    "casualty",
    "outcome",
    "group",
    "who",
    "role",
    "of",
    "was",
    "value",
    "low",
    "high",
    "approximate",
    "words",
    "quote",
    "start",
    "end",
    "vouched_by",
    "attributed_to",
    "inferred",
)


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row]:
    """Yield a row a casualty. `casualty` is its number in the event, from 0, which `of` and `was` point at.

    Add up those of role part. `start` and `end` are of its first quote; `quote` holds them all, " … "
    between them. Last come the tolls: `event` names all that one is over, and `casualty` is empty.
    """
    for event in extraction.events:
        for number, each in enumerate(event.casualties):
            yield {"article": article, "event": event.id, "casualty": number, **_told(each)}
    for toll in extraction.tolls:
        yield {"article": article, "event": joined(toll.events), "casualty": None, **_told(toll.casualty)}


def _told(each: Casualty) -> Row:
    return {
        "outcome": each.outcome,
        "group": each.group,
        "who": each.who,
        "role": each.role,
        "of": each.of,
        "was": each.was,
        "value": each.count.value,
        "low": each.count.low,
        "high": each.count.high,
        "approximate": each.count.approximate,
        "words": each.count.text,
        "quote": " … ".join(evidence.quote for evidence in each.evidence),
        "start": each.evidence[0].start,
        "end": each.evidence[0].end,
        "vouched_by": joined(each.vouched_by),
        "attributed_to": each.attributed_to,
        "inferred": each.inferred,
    }


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield the CSV file line by line."""
    return written(rows, COLUMNS)
