"""The article a command is given: a file, or standard input for "-"."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from eventx.errors import InputError

if TYPE_CHECKING:
    import argparse

    from eventx.article import Article
    from eventx.schema import Finding

STDIN = "-"


def add_file(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names the article."""
    parser.add_argument(
        "file", metavar="FILE", help="a text file, UTF-8, or a web page; - for standard input"
    )


def named(file: str) -> str:
    """Return how the article is called in a message."""
    return "standard input" if file == STDIN else file


def article(
    file: str, *, published: str | None = None, source: str | None = None
) -> tuple[Article, tuple[Finding, ...]]:
    """Return the article in the file, or on standard input, and what there is to say of how it was read.

    Raises InputError when there is none to read.
    """
    from eventx.article import PAGES, Article, decode, read_bytes

    if file != STDIN and Path(file).suffix.lower() in PAGES:
        from eventx.corpus.inputs import pages

        return pages.read(Path(file), published=published, source=source)
    if file != STDIN:
        return Article.from_file(file, published=published, source=source), ()
    try:
        data = read_bytes(sys.stdin.buffer)
    except OSError as error:
        raise InputError(f"standard input: cannot be read ({error.strerror}); give a text file") from error
    try:
        return Article.from_text(decode(data), published=published, source=source), ()
    except InputError as error:
        raise InputError(f"standard input: {error}") from error
