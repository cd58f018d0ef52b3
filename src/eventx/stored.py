"""Extractions read back from a file, one at a time: JSON Lines, or what `eventx extract -o` wrote.

A line is an extraction, or a line of a run: `{"id", "status", "extraction", "error"}`. Where coders judged
it (`eventx correct`), it has a `judgement` too, and what is read is the extraction as they left it. Of a line
whose numbers are wrong, where its findings do not say so (`eventx.soundness`), and of one whose id another
line had, nothing is passed on: it was edited by hand.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import BaseModel, ValidationError

from eventx.corrections import Judgement
from eventx.errors import InputError
from eventx.migrations import MIGRATIONS
from eventx.schema import SCHEMA_VERSION, Extraction, Finding
from eventx.selecting import tolls_of
from eventx.soundness import untold

STDIN = "-"

READABLE = (*MIGRATIONS, SCHEMA_VERSION)
"""The versions of the schema that can be read (`eventx.migrations`)."""

# How what eventx writes begins: of other lines it is asked what they hold before they are read.
_BARE = b'{"article"'
_RUN = b'{"id"'
_BOM = b"\xef\xbb\xbf"

Item = tuple[str, Extraction | Finding]
"""What a line is called, and what it holds, or a finding of severity error that says why it holds nothing."""

Usable = Callable[[Extraction, str, str], Extraction | Finding]
"""From an extraction, what its line is called and where it stands: what is passed on of it."""


class RunLine(BaseModel):
    """A line of a run, as it is written."""

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
    """Yield what each line of a file holds, or of standard input for "-", for those who pass its numbers on.

    A line is called by the id its run gave it, else "line 3". One that cannot be used is no end: in its
    place comes a finding with the code line-unreadable, line-unknown-version, line-without-extraction,
    line-wrong-number or line-id-twice. What coders judged is read as they left it; with `judged` false, as
    the machine made it. Raises InputError when the file cannot be opened or read, or holds nothing.
    """
    ids = set[str]()
    for place, line in lines(path):
        name, item = _item(line, place, judged=judged, usable=_sound)
        if name in ids:
            message = "an earlier line has this id; keep one of the two, or give it an id of its own"
            item = _finding("line-id-twice", name, f"{place}: {message}")
        elif name != place:
            ids.add(name)
        yield name, item


def parsed(path: str | Path) -> Iterator[Item]:
    """Yield what each line holds as `read` does, whatever its numbers and its id: to compare it with another.

    There is no line-wrong-number here and no line-id-twice.
    """
    for place, line in lines(path):
        yield _item(line, place, judged=True, usable=_known)


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


def _item(line: bytes, place: str, *, judged: bool, usable: Usable) -> Item:
    try:
        if line.startswith(_BARE) or not (line.startswith(_RUN) or _is_of_a_run(line)):
            return place, usable(Extraction.model_validate_json(line), place, place)
        run = RunLine.model_validate_json(line)
        extraction = run.judged if judged else run.extraction
    except ValidationError as error:
        return place, _unreadable(line, place, error)
    name = place if run.id is None else str(run.id)
    if run.extraction is None or extraction is None:
        why = f" ({run.error})" if run.error else ""
        message = f"the run made no extraction of it: {run.status or 'no status'}{why}"
        return name, _finding("line-without-extraction", name, message)
    if extraction is not run.extraction:  # coders started from the machine's: that is to be right, too
        started = usable(run.extraction, name, place)
        if isinstance(started, Finding):
            return name, started
    return name, usable(extraction, name, place)


def _is_of_a_run(line: bytes) -> bool:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "extraction" in record


def _known(extraction: Extraction, name: str, place: str) -> Extraction | Finding:
    version = extraction.provenance.schema_version
    return extraction if version in READABLE else _unknown(version, name)


def _sound(extraction: Extraction, name: str, place: str) -> Extraction | Finding:
    known = _known(extraction, name, place)
    wrong = next(untold(extraction), None)
    if known is not extraction or wrong is None:
        return known
    where = wrong.path if name == place else f"{place}: {wrong.path}"
    what = "was the line edited? put it back as it was, or code the article again"
    return _finding("line-wrong-number", name, f"{where}: {wrong.message}; {what}")


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
    return _finding("line-unreadable", name, f"is no extraction: {first_wrong(error)}")


def first_wrong(error: ValidationError) -> str:
    """Return the first thing that is wrong with a line, and where in it: "events.0.id: Field required"."""
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}"


def _unknown(version: str, name: str) -> Finding:
    known = f"{', '.join(READABLE[:-1])} and {READABLE[-1]}"
    message = f"has the schema version {version!r}, and this eventx reads {known}; update eventx"
    return _finding("line-unknown-version", name, message)


def _finding(code: str, path: str, message: str) -> Finding:
    return Finding(code=code, severity="error", path=path, message=message)
