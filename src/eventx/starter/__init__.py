"""A folder to start from: one case, recorded with the embedded model, and what CI needs to check it.

`files/` is that folder, as it is written. `make starter` records its case again.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from eventx.errors import InputError

__all__ = ["write"]


def write(folder: str | Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write the starter's files into a folder, made where there is none.

    Returns the files written, and those left as they were because they were there. Raises InputError when
    the folder is a file.
    """
    written, kept = [], []
    for parts, source in _files(files("eventx.starter") / "files"):
        target = Path(folder, *parts)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(source.read_bytes())
            written.append(target)
        except (NotADirectoryError, FileExistsError) as error:
            if not target.exists():
                raise InputError(f"{folder}: {error.filename} is no folder; name another") from error
            kept.append(target)
    return tuple(written), tuple(kept)


def _files(folder: Traversable, *parts: str) -> Iterator[tuple[tuple[str, ...], Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, *parts, entry.name)
        else:
            yield (*parts, entry.name), entry
