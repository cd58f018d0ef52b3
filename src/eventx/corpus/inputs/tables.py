"""The rows of a CSV file, strictly: one that does not fit is told with its lines, and costs no other row."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from eventx.article import encoding_of
from eventx.corpus.inputs.lines import LONGEST, bounded
from eventx.corpus.inputs.rows import COLUMNS, TOO_LONG, Given, given
from eventx.errors import InputError

_SEPARATORS = (",", ";", "\t")


class _Record(NamedTuple):
    """The cells of a row, or why it is none, and the lines it stands in."""

    cells: list[str]
    error: str
    lines: Sequence[str]
    first: int


def read(path: Path, table: str) -> Iterator[Given]:
    """Yield the articles of a CSV file; raises InputError when it has no column `text`."""
    with path.open("rb") as file:
        encoding = encoding_of(file.read(4))
    with path.open(encoding=encoding, errors="surrogateescape", newline="") as file:
        lines = _Lines(file)
        try:
            yield from _rows(lines, table)
        except UnicodeDecodeError as error:  # of UTF-16 and UTF-32 no byte can be passed over
            raise InputError(f"{path}: is no {encoding.upper()} after line {lines.number}") from error


class _Lines:
    """The lines of a file, which can be given back; `number` is that of the last one taken, from 1."""

    def __init__(self, file: TextIO) -> None:
        self.number = 0
        self._file = bounded(file)
        self._back: deque[str | None] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._file)
        self.number += 1
        if line is None:
            raise csv.Error(TOO_LONG)
        return line

    def give_back(self, lines: Sequence[str]) -> None:
        """Have these lines, the last ones taken, read again."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def _rows(lines: _Lines, table: str) -> Iterator[Given]:
    csv.field_size_limit(LONGEST)
    header, separator = _header(lines, table)
    for record in _records(lines, separator):
        error = record.error or _misfit(record, header, separator)
        if error:
            # An open quote takes in rows that are none of its own: they are read again, each for itself.
            lines.give_back(record.lines[1:])
            yield Given(f"{table}:{record.first}", None, error)
        elif record.cells:
            row = {name: cell for name, cell in zip(header, record.cells, strict=True) if cell}
            yield given(row, table, record.first)


def _header(lines: _Lines, table: str) -> tuple[list[str], str]:
    """Return the names of the columns and what is between them: the comma, or what makes a column `text`."""
    found: list[str] = []
    try:
        first = next(lines, "")
    except csv.Error as error:
        raise InputError(f"{table}: line 1 {error}") from error
    for separator in _SEPARATORS:
        names = [name.strip().lower() for name in next(csv.reader([first], delimiter=separator), [])]
        if "text" in names:
            if twice := next((name for name in COLUMNS if names.count(name) > 1), None):
                raise InputError(f"{table}: has two columns `{twice}`; leave one")
            return names, separator
        found = found or names
    shown = ", ".join(found)[:100] or "none"
    raise InputError(f"{table}: has no column `text` (it has {shown}); of use are {', '.join(COLUMNS)}")


def _records(lines: _Lines, separator: str) -> Iterator[_Record]:
    """Yield the rows; of one that is broken its first line alone, and go on with the next line."""
    while True:
        taken: list[str] = []

        def feed(taken: list[str] = taken) -> Iterator[str]:
            for line in lines:
                taken.append(line)
                yield line

        first = lines.number + 1
        try:
            cells = next(csv.reader(feed(), delimiter=separator, strict=True))
        except StopIteration:
            return
        except csv.Error as error:
            if not taken:
                yield _Record([], str(error), (), first)
                continue
            yield _Record(
                [],
                f"is no row of a table ({error}); put quotes around a cell, and double those in it",
                taken,
                first,
            )
        else:
            yield _Record(cells, "", taken, first)


def _misfit(record: _Record, header: Sequence[str], separator: str) -> str:
    """Return what is wrong with a row that can be read, nothing where it fits the header."""
    count = len(record.cells)
    if count and count != len(header):
        return (
            f"has {count} cells, and the header {len(header)}; put quotes around a cell "
            f"that holds {separator!r} or the end of a line"
        )
    if count and _takes_in_others(record, header, separator):
        last = record.first + len(record.lines) - 1
        return f"seems to take in the rows after it, to line {last}; close the quote that is open"
    return ""


def _takes_in_others(record: _Record, header: Sequence[str], separator: str) -> bool:
    """Return whether a line within a cell is a row itself: of as many cells, with an id of the same shape."""
    if len(record.lines) < 2 or "id" not in header:
        return False
    place = header.index("id")
    shape = _shape(record.cells[place])
    if "0" not in shape:
        return False
    for line in record.lines[1:]:
        cells = next(csv.reader([line], delimiter=separator), [])
        if len(cells) == len(header) and _shape(cells[place]) == shape:
            return True
    return False


def _shape(id: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", id.strip()))
