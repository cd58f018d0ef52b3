"""Rows of a table and how their cells are written, so that a spreadsheet runs none of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from eventx.export.visible import escaped
from eventx.schema import Finding

Cell = str | int | float | bool | date | None
Row = Mapping[str, Cell]
"""A row by its columns; None is an empty cell."""

# What a spreadsheet takes for the start of a formula; the wide signs are what some of the East take them for.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: Cell) -> Cell:
    """Return the value as it stands in a file: a text that looks like a formula behind an apostrophe.

    Numbers are no text, and stay as they are. Characters that a terminal would obey are written out.
    """
    if isinstance(value, str):
        text = f"'{value}" if value.startswith(_FORMULA) else value
        return text if text.isprintable() else escaped(text)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def written(
    rows: Iterable[Row | Finding], columns: Sequence[str], *, tags: Sequence[str] = ()
) -> Iterator[str | Finding]:
    """Yield a CSV file line by line: the columns, the tags if any, the rows; findings go through."""
    line = csv.writer(_Line(), lineterminator="\n")
    yield line.writerow(columns)
    if tags:
        yield line.writerow(tags)
    for row in rows:
        if isinstance(row, Finding):
            yield row
        else:
            values = map(row.__getitem__, columns)
            # Most cells are empty or numbers, and nothing is to be done about those.
            yield line.writerow([cell(each) if isinstance(each, str | bool) else each for each in values])


def joined(words: Iterable[str | None]) -> str | None:
    """Return the words in one cell, "; " between them and none twice; None for none."""
    return "; ".join(dict.fromkeys(word for word in words if word)) or None


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text
