"""What a run is given, as articles one at a time: files, folders, tables, standard input; none is kept.

files    the files that are meant, each with the id an article in it has
lines    the lines of a file, none longer than any article's
rows     a row as an article, and lines of JSON
tables   the rows of a CSV file, strictly
alike    whether a line looks like a row of its table
parquet  the rows of a Parquet file
pages    the article of a web page
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from eventx.article import PAGES, Article, decode, read_bytes
from eventx.corpus.inputs import pages, parquet, tables
from eventx.corpus.inputs.files import LINES, STDIN, TABLES, count, expand
from eventx.corpus.inputs.rows import Given, json_lines
from eventx.corpus.lines import is_of_a_run
from eventx.errors import InputError

__all__ = ["STDIN", "Given", "count", "expand", "read"]

# Bytes that tell what standard input and a table hold.
_HEAD = 4096


def read(files: Iterable[tuple[str, Path | None]]) -> Iterator[Given]:
    """Yield what the files hold, in their order. What cannot be used is yielded with the reason.

    Whatever a file or its name holds, ids and reasons can be written.
    """
    for name, path in files:
        name = _written(name)
        try:
            yield from _read(name, path)
        except InputError as error:
            yield Given(name, None, _written(str(error)))
        except OSError as error:
            why = f"{path}: cannot be read ({error.strerror}); check its permissions"
            yield Given(name, None, _written(why))


def _read(name: str, path: Path | None) -> Iterator[Given]:
    if path is None:
        yield from _stdin(name)
        return
    ending = path.suffix.lower()
    if ending in LINES:
        with path.open("rb") as file:
            if is_of_a_run(file.peek(_HEAD)):
                raise InputError(f"{path}: is what a run wrote, and no table of articles; leave it out")
            yield from json_lines(file, name)
    elif ending in TABLES:
        yield from tables.read(path, name)
    elif ending == ".parquet":
        yield from parquet.read(path, name)
    elif ending in PAGES:
        article, findings = pages.read(path)
        yield Given(name, article, findings=findings)
    else:
        yield Given(name, Article.from_file(path))


def _stdin(name: str) -> Iterator[Given]:
    """Yield articles from JSON Lines where the first character is a brace, else one article; no table."""
    file = sys.stdin.buffer
    first = file.readline(_HEAD)
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from json_lines(file, name, begun=first)
    elif tables.is_header(first):
        raise InputError("standard input is a table; give it as a file, .csv or .tsv, or as lines of JSON")
    else:
        yield Given(name, Article.from_text(decode(first + read_bytes(file))))


def _written(words: str) -> str:
    """Return words as they can be written: the name of a file may hold bytes that are no characters."""
    return words.encode("utf-8", "backslashreplace").decode()
