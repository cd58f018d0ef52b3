"""Formats an extraction can be written in, one small file each.

    json          one extraction, to read
    jsonl         one extraction, one line
    csv           `events`: a row an event
    csv-figures   `casualties`: a row a number of people
    csv-codes     `coded`: a row a code, with its reason
    acled, ucdp   the columns of ACLED's and of UCDP GED's files
    plover        PLOVER's records, one a line
    geojson       a feature an event
    hxl           a row an event, with a row of HXL tags
    parquet       the rows of csv, typed
    html          a page: each figure beside the words that state it

Each module has `rows(extraction, article=…)`, which yields rows and findings, and `write(rows)`, which
yields text and lets findings through. `stream` joins the two over many extractions. A finding of severity
error is an event that the format has no room for: it is refused, and no row stands for it. One of severity
info is a rule of a codebook that was applied. `table` draws one extraction for a person, `rules` lists the
findings, `said`, `figures`, `visible` and `cells` say how numbers, unsafe characters and cells of a
spreadsheet are written.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol, cast

from eventx.export.json import to_json
from eventx.export.jsonl import to_jsonl

if TYPE_CHECKING:
    from eventx.export.cells import Row
    from eventx.schema import Extraction, Finding

__all__ = ["FORMATS", "Format", "format_of", "stream", "to_json", "to_jsonl"]

FORMATS: Mapping[str, str] = {
    "jsonl": "jsonl",
    "csv": "events",
    "csv-figures": "casualties",
    "csv-codes": "coded",
    "acled": "acled",
    "ucdp": "ucdp",
    "plover": "plover",
    "geojson": "geojson",
    "hxl": "hxl",
    "parquet": "parquet",
    "html": "html",
}
"""The names of the formats that hold many extractions, each with the module that knows it."""


class Format(Protocol):
    """What the module of a format offers."""

    def rows(self, extraction: Extraction, *, article: str = "") -> Iterator[Row | Finding]:
        """Yield the rows of an extraction, and findings; `article` is what its rows call it."""

    def write(self, rows: Iterable[Row | Finding]) -> Iterator[str | bytes | Finding]:
        """Yield the file in pieces, and the findings as they come."""


def format_of(name: str) -> Format:
    """Return the module of a format in `FORMATS`."""
    return cast(Format, importlib.import_module(f"eventx.export.{FORMATS[name]}"))


def stream(items: Iterable[tuple[str, Extraction | Finding]], name: str) -> Iterator[str | bytes | Finding]:
    """Yield a file of many extractions in pieces, with the findings among them, keeping none of it.

    An item is what an article is called and its extraction, as `eventx.stored.read` yields them; findings
    among the items go through. The path of a finding begins with the article's name: "line 3: events[0]".
    """
    format = format_of(name)
    yield from format.write(_rows(items, format))


def _rows(items: Iterable[tuple[str, Extraction | Finding]], format: Format) -> Iterator[Row | Finding]:
    from eventx.corrections import JUDGED
    from eventx.export.rules import applied
    from eventx.schema import Finding

    for article, item in items:
        if isinstance(item, Finding):
            yield item
            continue
        for judged in (each for each in item.findings if each.code == JUDGED):
            path = f"{article}: {judged.path}" if article else judged.path
            yield applied("export-judged", path, judged.message)
        for row in format.rows(item, article=article):
            if isinstance(row, Finding) and article:
                row = row.model_copy(update={"path": f"{article}: {row.path}"})
            yield row
