"""The rows of a CSV file, strictly: one that does not fit is told with its lines, and costs no other row."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from eventx.article import encoding_of
from eventx.corpus.inputs.alike import Alike
from eventx.corpus.inputs.lines import LONGEST, bounded
from eventx.corpus.inputs.rows import COLUMNS, TOO_LONG, Given, given
from eventx.errors import InputError

_SEPARATORS = (",", ";", "\t")


# Why a row is none, where its neighbours have a part in it.
_OPEN = "seems to take in the rows after it; close the quote that is open"
_PIECE = "seems to be a piece of the text before it; put quotes around a cell that holds the end of a line"
_CUT = "seems to go on in another line; put quotes around a cell that holds the end of a line"


class _Record(NamedTuple):
    """The cells of a row, or why it is none, and the lines it stands in."""

    cells: list[str]
    error: str
    lines: Sequence[str]
    first: int
    last: int


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


def is_header(line: bytes) -> bool:
    """Return whether a line names the columns of a table: `text`, and another of ours."""
    names = re.split("[,;\t]", line.decode("utf-8-sig", "replace").lower().replace('"', ""))
    known = {name.strip() for name in names} & set(COLUMNS)
    return "text" in known and len(known) > 1


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
    alike = _header(lines, table)
    for found in _told(lines, alike):
        if found.error:
            span = f"lines {found.first} to {found.last}: " if found.last > found.first else ""
            yield Given(f"{table}:{found.first}", None, span + found.error)
        else:
            row = {name: cell for name, cell in zip(alike.header, found.cells, strict=True) if cell}
            yield given(row, table, found.first)


def _told(lines: _Lines, alike: Alike) -> Iterator[_Record]:
    """Yield the rows, each when the next is read: a text that is not in quotes may go on there.

    Those that do not fit have the reason, and the lines after them that are no rows. Behind one, a row must
    be surely one: no piece of an article is coded as another.
    """
    before: _Record | None = None
    in_doubt = False
    for record in _records(lines, alike.separator):
        if not record.error and not any(map(str.strip, record.cells)):
            continue
        error = _misfit(record, before, alike)
        if not error and in_doubt and not alike.is_row(record.lines):
            error = _PIECE
        if not error:
            if before:
                yield before
            before, in_doubt = record, False
            alike.learn(record.lines)
            continue
        if error != _OPEN:
            # Which rows a quote has taken in that is open, or not closed where it should be, is not known:
            # they are read again, each for itself.
            lines.give_back(record.lines[1:])
            in_doubt = in_doubt or bool(record.error) or len(record.lines) > 1 or _is_short(record, alike)
            record = record._replace(last=record.first)
        is_own = error != _PIECE and bool(record.lines) and alike.begins(record.lines[0])
        is_cut = alike.ends_with_text and (error == _PIECE or _is_short(record, alike))
        if before and not is_own and (before.error or is_cut):
            before = record._replace(error=before.error or _CUT, first=before.first)
            continue
        if before:
            yield before
        if is_own:
            alike.learn(record.lines[:1])
        before = record._replace(error=error)
    if before:
        yield before


def _header(lines: _Lines, table: str) -> Alike:
    """Return what rows are like: the columns, between them the comma or what makes one of them `text`."""
    found: list[str] = []
    try:
        first = next(lines, "")
    except csv.Error as error:
        raise InputError(f"{table}: line 1 {error}") from error
    for separator in _SEPARATORS:
        cells = next(csv.reader([first], delimiter=separator), [])
        names = [name.strip().lower() for name in cells]
        if "text" in names:
            if twice := next((name for name in COLUMNS if names.count(name) > 1), None):
                raise InputError(f"{table}: has two columns `{twice}`; leave one")
            return Alike(cells, separator)
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
                yield _Record([], str(error), (), first, first)
                continue
            yield _Record(
                [],
                f"is no row of a table ({error}); put quotes around a cell, and double those in it",
                taken,
                first,
                lines.number,
            )
        else:
            yield _Record(cells, "", taken, first, lines.number)


def _misfit(record: _Record, before: _Record | None, alike: Alike) -> str:
    """Return why a row is none, nothing where it is one."""
    if record.error:
        return record.error
    if len(record.cells) != len(alike.header):
        return (
            f"has {len(record.cells)} cells, and the header {len(alike.header)}; put quotes around a cell "
            f"that holds {alike.separator!r} or the end of a line"
        )
    if before and alike.ends_with_text and alike.goes_on(record.lines):
        return _PIECE
    if before and alike.starts_with_text and before.error and _is_short(before, alike):
        return _PIECE
    return _OPEN if len(record.lines) > 1 and alike.holds_another(record.lines) else ""


def _is_short(record: _Record, alike: Alike) -> bool:
    return 0 < len(record.cells) < len(alike.header)
