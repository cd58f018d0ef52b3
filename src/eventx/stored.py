"""Extractions read back from a file, one at a time: JSON Lines, or what `eventx extract -o` wrote.

A line is an extraction, or a line of a run: `{"id", "status", "extraction", "error"}`. Where coders judged
it (`eventx correct`), it has a `judgement` too, and what is read is the extraction as they left it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import BaseModel, ValidationError

from eventx.corrections import Judgement
from eventx.errors import InputError
from eventx.migrations import MIGRATIONS
from eventx.schema import SCHEMA_VERSION, Extraction, Finding
from eventx.selecting import tolls_of

STDIN = "-"

READABLE = (*MIGRATIONS, SCHEMA_VERSION)
"""The versions of the schema that can be read (`eventx.migrations`)."""

# How what eventx writes begins: of other lines it is asked what they hold before they are read.
_BARE = b'{"article"'
_RUN = b'{"id"'
_BOM = b"\xef\xbb\xbf"

Item = tuple[str, Extraction | Finding]
"""What a line is called, and what it holds, or a finding of severity error that says why it holds nothing."""


class _RunLine(BaseModel):
    id: str | int | None = None
    status: str | None = None
    extraction: Extraction | None
    error: Any = None
    judgement: Judgement | None = None

    @property
    def judged(self) -> Extraction | None:
        """The extraction as coders left it, whose findings are of that; the machine's where nobody judged."""
        machine, judgement = self.extraction, self.judgement
        if machine is None or judgement is None:
            return machine
        return Extraction(
            article=machine.article,
            events=judgement.events,
            tolls=tolls_of(machine.tolls, judgement.events),
            findings=judgement.findings,
            provenance=machine.provenance,
        )


def read(path: str | Path, *, judged: bool = True) -> Iterator[Item]:
    """Yield what each line of a file holds, or of standard input for "-", without keeping any of it.

    A line is called by the id its run gave it, else "line 3". One that cannot be used is no end: in its
    place comes a finding with the code line-unreadable, line-unknown-version or line-without-extraction.
    What coders judged is read as they left it; with `judged` false, as the machine made it. Raises
    InputError when the file cannot be opened or read, or holds nothing.
    """
    for name, line in lines(path):
        yield _item(line, name, judged=judged)


def lines(path: str | Path) -> Iterator[tuple[str, bytes]]:
    """Yield each line of a file that is not blank, by its name, "line 3"; one extraction over many is one.

    Raises InputError as `read` does.
    """
    if str(path) == STDIN:
        yield from _lines(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(path).open("rb") as file:
            yield from _lines(file, str(path))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; give one JSON Lines file") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def is_numbered(name: str) -> bool:
    """Return whether a line is called by its number, "line 3", because it has no id."""
    return re.fullmatch(r"line \d+", name) is not None


def _lines(file: BinaryIO, name: str) -> Iterator[tuple[str, bytes]]:
    found = False
    for number, line in enumerate(file, start=1):
        if number == 1:
            line = line.removeprefix(_BOM)
        if not line.strip():
            continue
        if not found and line.strip() == b"{":  # one extraction over many lines, as -o events.json writes it
            line += file.read()
        found = True
        yield f"line {number}", line
    if not found:
        raise InputError(f"{name}: is empty; give extractions, one a line")


def _item(line: bytes, name: str, *, judged: bool) -> Item:
    try:
        if line.startswith(_BARE) or not (line.startswith(_RUN) or _is_of_a_run(line)):
            return name, _known(Extraction.model_validate_json(line), name)
        run = _RunLine.model_validate_json(line)
        extraction = run.judged if judged else run.extraction
    except ValidationError as error:
        return name, _unreadable(line, name, error)
    name = name if run.id is None else str(run.id)
    if extraction is None:
        why = f" ({run.error})" if run.error else ""
        message = f"the run made no extraction of it: {run.status or 'no status'}{why}"
        return name, _finding("line-without-extraction", name, message)
    return name, _known(extraction, name)


def _is_of_a_run(line: bytes) -> bool:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "extraction" in record


def _known(extraction: Extraction, name: str) -> Extraction | Finding:
    version = extraction.provenance.schema_version
    return extraction if version in READABLE else _unknown(version, name)


def _unreadable(line: bytes, name: str, error: ValidationError) -> Finding:
    """Return why a line is no extraction: its version, before what it has that this version does not know."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as wrong:
        return _finding("line-unreadable", name, f"is not JSON ({wrong})")
    if isinstance(record, dict):
        inner = record.get("extraction", record)
        made = inner.get("provenance") if isinstance(inner, dict) else None
        version = made.get("schema_version") if isinstance(made, dict) else None
        if isinstance(version, str) and version not in READABLE:
            return _unknown(version, name)
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"])) or "the line"
    return _finding("line-unreadable", name, f"is no extraction: {where}: {first['msg']}")


def _unknown(version: str, name: str) -> Finding:
    known = f"{', '.join(READABLE[:-1])} and {READABLE[-1]}"
    message = f"has the schema version {version!r}, and this eventx reads {known}; update eventx"
    return _finding("line-unknown-version", name, message)


def _finding(code: str, path: str, message: str) -> Finding:
    return Finding(code=code, severity="error", path=path, message=message)
