"""The file of results: one JSON line an article, and none of them torn, whenever the writer was killed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eventx.errors import InputError
from eventx.schema import Extraction

Status = Literal["done", "failed", "skipped"]

_HEAD = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*"),"status":"(done|failed|skipped)","extraction":')


@dataclass(frozen=True, slots=True)
class Line:
    """The line of one article as it is written, and what is counted of it; tokens and dollars are its own."""

    id: str
    status: Status
    error: str | None
    text: str
    tokens: int = 0
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article: its extraction, or in one line why there is none."""

    id: str
    status: Status
    extraction: Extraction | None
    error: str | None

    def to_line(self) -> Line:
        """Return the line of a run, as `eventx.stored` reads it."""
        made = "null" if self.extraction is None else self.extraction.model_dump_json()
        text = (
            f'{{"id":{json.dumps(self.id)},"status":"{self.status}","extraction":{made},'
            f'"error":{json.dumps(self.error)}}}\n'
        )
        if self.extraction is None:
            return Line(self.id, self.status, self.error, text)
        by = self.extraction.provenance
        tokens = (by.tokens_in or 0) + (by.tokens_out or 0)
        return Line(self.id, self.status, self.error, text, tokens, by.cost or 0.0)


class Lines:
    """A file that lines are put at the end of, each in one write."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)

    def put(self, line: Line) -> None:
        """Write a line; a disk that is full leaves no part of it behind once the run is started again."""
        rest = memoryview(line.text.encode())
        while rest:
            rest = rest[os.write(self._file, rest) :]

    def close(self) -> None:
        """Bring what was written to the disk, and close the file."""
        os.fsync(self._file)
        os.close(self._file)


def is_of_a_run(line: bytes) -> bool:
    """Return whether a line, or its beginning, is one that a run wrote."""
    return _HEAD.match(line) is not None


def mend(path: Path, *, without: Collection[Status]) -> Iterator[tuple[str, Status, str | None]]:
    """Yield id, status and error of each line that stays, and leave the file with these lines alone.

    A line that a kill tore is cut off; lines of the statuses in `without` are taken out, so that their
    articles can be written anew. The file changes when all is read. Raises InputError when it holds anything
    but lines of a run: it is somebody's file, and left as it is.
    """
    if not path.exists():
        return
    whole = 0
    dropped = False
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            head = _head(line, path, number)
            dropped = dropped or head[1] in without
            if head[1] not in without:
                yield head
    if whole < path.stat().st_size:
        os.truncate(path, whole)
    if dropped:
        _rewrite(path, without)


def _head(line: bytes, path: Path, number: int) -> tuple[str, Status, str | None]:
    found = _HEAD.match(line)
    if found is None:
        raise InputError(f"{path}: line {number} is not of a run; choose another output")
    status: Status = found[2].decode()  # type: ignore[assignment]
    error = None if status == "done" else json.loads(line)["error"]
    return json.loads(found[1]), status, error


def _rewrite(path: Path, without: Collection[Status]) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    with path.open("rb") as file, unfinished.open("wb") as kept:
        for number, line in enumerate(file, start=1):
            if _head(line, path, number)[1] not in without:
                kept.write(line)
        kept.flush()
        os.fsync(kept.fileno())
    unfinished.chmod(path.stat().st_mode)
    unfinished.replace(path)
