"""The lines of a file, none longer than the row of any article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, AnyStr

LONGEST = 16_000_000
"""Characters or bytes: the longest article with every character of it written out as "\\u0000", and more."""

_PIECE = 1 << 20


def bounded(file: IO[AnyStr], begun: AnyStr | None = None) -> Iterator[AnyStr | None]:
    """Yield the lines of a file, which may be read as far as `begun`; None for one too long to be held."""
    line = begun if begun is not None else file.readline(LONGEST + 1)
    if line and not _ends(line):
        line += file.readline(LONGEST + 1)
    while line:
        if _ends(line) or len(line) <= LONGEST:
            yield line
        else:
            while (rest := file.readline(_PIECE)) and not _ends(rest):
                pass
            yield None
        line = file.readline(LONGEST + 1)


def _ends(line: AnyStr) -> bool:
    return line[-1:] in ("\n", "\r", b"\n", b"\r")
