"""The files that a run is given, each with the id that an article in it has."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from pathlib import Path

from eventx.article import PAGES
from eventx.errors import InputError

STDIN = "-"

TEXTS = (".txt", ".md")
LINES = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
_KNOWN = (*TEXTS, *PAGES, *LINES, *TABLES, ".parquet")


def expand(inputs: Sequence[str], *, out: Path | None = None) -> list[tuple[str, Path | None]]:
    """Return the files meant, each with the id an article in it has; None is standard input.

    A file goes by its name without its ending, in a folder by its path there: "2023/idlib". Files in a folder
    whose ending is not known are left out, and so is `out`, the output. Raises InputError when there is no
    such file, when one that is named is the output, and when there is nothing to read.
    """
    files: list[tuple[str, Path | None]] = []
    for given in inputs:
        path = Path(given)
        if given == STDIN:
            files.append(("stdin", None))
        elif path.is_dir():
            inside = sorted(
                each for each in path.rglob("*") if each.is_file() and each.suffix.lower() in _KNOWN
            )
            files += [(each.relative_to(path).with_suffix("").as_posix(), each) for each in inside]
        elif path.exists():
            if out is not None and _is_same(path, out):
                raise InputError(f"{given}: is the output, and an input too; choose another output")
            files.append((path.stem, path))
        else:
            found = sorted(map(Path, glob.glob(given, recursive=True)))  # noqa: PTH207 - takes "/a/*" too
            if not found:
                raise InputError(f"{given}: no such file, folder or pattern; check the path")
            files += [(each.stem, each) for each in found if each.is_file()]
    files = [(name, path) for name, path in files if out is None or path is None or not _is_same(path, out)]
    if not files:
        raise InputError(f"{', '.join(inputs)}: nothing to read; files end in {', '.join(_KNOWN)}")
    return files


def _is_same(one: Path, other: Path) -> bool:
    """Return whether two paths are one file, through links too."""
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return False


def count(files: Iterable[tuple[str, Path | None]]) -> int | None:
    """Return how many articles the files hold, near enough for a bar; None where only reading them tells."""
    total = 0
    for _, path in files:
        ending = "" if path is None else path.suffix.lower()
        if path is None or ending in (*TABLES, ".parquet"):
            return None
        total += _line_ends(path) if ending in LINES else 1
    return total


def _line_ends(path: Path) -> int:
    if not path.is_file():  # a pipe is read once
        return 1
    try:
        with path.open("rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 1  # `read` tells of it, in one line
