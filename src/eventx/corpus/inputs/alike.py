"""Whether a line looks like a row of its table, or like a piece of a cell that holds the ends of lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

# Columns that show what a row is: what stands in them is short, and of one kind.
_KEYS = ("id", "published", "url")
_DAY = re.compile(r"(\d{4}-?\d\d-?\d\d\b.*)?", re.DOTALL)
_ADDRESS = re.compile(r"(\S*[.:/]\S+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# Beyond so many kinds of ids none of them says anything.
_MOST = 1000


class Alike:
    """What the rows of a table have in common, learned from those that fit its header."""

    def __init__(self, names: Sequence[str], separator: str) -> None:
        self.header = [name.strip().lower() for name in names]
        self.separator = separator
        self._place = self.header.index("text")
        self._ids: set[str] = set()
        # "id, text": a blank behind a comma says nothing.
        self._is_spaced = any(name[:1].isspace() for name in names[1:])

    @property
    def ends_with_text(self) -> bool:
        """Whether the first line of a text in two lines may fit the header."""
        return self._place == len(self.header) - 1

    @property
    def starts_with_text(self) -> bool:
        """Whether the last line of a text in two lines may fit the header."""
        return self._place == 0

    def learn(self, lines: Sequence[str]) -> None:
        """Note the lines of a row that fits, or the first line of one that is broken from its text on."""
        cells = self._split(lines)
        is_whole = len(cells) == len(self.header)
        self._is_spaced = self._is_spaced or (is_whole and self.goes_on(lines))
        if "id" in self.header and len(self._ids) < _MOST:
            place = self.header.index("id")
            if place < len(cells) and (is_whole or place < self._place):
                self._ids.add(_shape(cells[place].strip()))

    def goes_on(self, lines: Sequence[str]) -> bool:
        """Return whether lines have a comma as prose has it: "On Monday, nine more died"."""
        if self._is_spaced:
            return False
        said = "".join(lines)
        spaced = [cell[:2] for cell in self._split(lines)[1:] if cell[:1].isspace()]
        return any(f'{self.separator}"{start}' not in said for start in spaced)

    def is_row(self, lines: Sequence[str]) -> bool:
        """Return whether these lines are surely a row, and no piece of a text."""
        cells = self._split(lines)
        return (
            len(cells) == len(self.header)
            and not self.goes_on(lines)
            and "".join(lines).count('"') % 2 == 0
            and all(self._fits(name, cell) for name, cell in zip(self.header, cells, strict=True))
        )

    def begins(self, line: str) -> bool:
        """Return whether a line begins as rows do; where the text comes first, any line may."""
        before = zip(self.header[: self._place], self._split([line]), strict=False)
        keys = [(name, cell) for name, cell in before if name in _KEYS]
        return self._place == 0 or (bool(keys) and all(self._fits(name, cell) for name, cell in keys))

    def holds_another(self, lines: Sequence[str]) -> bool:
        """Return whether the lines of one row hold another: it has an open quote that a later row closed."""
        self.learn(lines[:1])  # its id is one, whatever its text is
        if any(name in _KEYS for name in self.header[: self._place]):
            return any(self._is_other(line) for line in lines[1:])
        return any(self._is_other(line.replace('"', "")) for line in lines[:-1])

    def _split(self, lines: Sequence[str]) -> list[str]:
        # Without the commas of numbers: "1,200 people fled" is no row with the id 1.
        whole = [_THOUSANDS.sub("", line) for line in lines] if self.separator == "," else lines
        return next(csv.reader(whole, delimiter=self.separator), [])

    def _is_other(self, line: str) -> bool:
        cells = self._split([line])
        if len(cells) != len(self.header) or self.goes_on([line]):
            return False
        keys = [(name, cell) for name, cell in zip(self.header, cells, strict=True) if name in _KEYS]
        return any(cell.strip() for _, cell in keys) and all(self._fits(*key) for key in keys)

    def _fits(self, name: str, cell: str) -> bool:
        cell = cell.strip()
        if name == "id":
            return not self._ids or len(self._ids) >= _MOST or _shape(cell) in self._ids
        if name == "published":
            return _DAY.fullmatch(cell) is not None
        return name != "url" or _ADDRESS.fullmatch(cell) is not None


def _shape(id: str) -> str:
    """Return what ids of one kind have in common: "a-0" for "tarn-17", "x" for letters among digits."""

    def part(found: re.Match[str]) -> str:
        return "0" if found[0].isdecimal() else "a" if found[0].isalpha() else "x"

    return re.sub(r"[^\W_]+", part, id)
