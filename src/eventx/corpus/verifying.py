"""A run held against itself: each line against its article and the checks, all of them against the ledger.

Where an edit leaves a line consistent in itself, a side exchanged for another, only the seal shows it: the
SHA-256 of each line as it was written, which the ledger keeps.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from eventx import stored
from eventx.article import Article
from eventx.corpus import ledger as ledgers
from eventx.corpus.lines import Status
from eventx.corpus.standard import against_checks
from eventx.corrections import Judgement
from eventx.judging import judge
from eventx.schema import SCHEMA_VERSION, Extraction
from eventx.soundness import untold

__all__ = ["Problem", "Verified", "verify"]

_KEYS = {"id", "status", "extraction", "error"}
_JUDGEMENT = b',"judgement":'
_AGAIN = "put the line back, or delete it and start the run again"
_COPY = "use the output that the run wrote, with its ledger"
_ONE = "keep one of them"
_GO_ON = "start the run again, and it goes on"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a run: in which line, of which article, what, and what to do about it.

    `found_by` is a word for what showed it: form, schema, words, sums, checks, judgement, settings, seal or
    ledger. `line` is None, and `id` empty, where it is of no line.
    """

    line: int | None
    id: str
    found_by: str
    what: str
    advice: str


@dataclass(slots=True)
class Verified:
    """What `verify` comes to: lines by status, how many are sealed, problems, and what was not checked."""

    statuses: Counter[str] = field(default_factory=Counter)
    sealed: int = 0
    problems: list[Problem] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)


def verify(out: str | Path) -> Verified:
    """Return what is wrong with the output of a run, line by line, and beside its ledger where it has one.

    Raises InputError when the output, or a ledger that is there, cannot be read.
    """
    path = Path(out)
    with ExitStack() as stack:
        file = None
        if str(out) != stored.STDIN and ledgers.path_of(path).is_file():
            file = stack.enter_context(ledgers.watched(path))
        return _Verifying(out, file).done()


class _Verifying:
    """One output as it is gone through."""

    def __init__(self, out: str | Path, file: sqlite3.Connection | None) -> None:
        self._out = out
        self._ledger = None if file is None else _Noted(file)
        self._result = Verified()
        self._first: dict[str, int] = {}
        self._made_by: tuple[str, str | None] | None = None
        self._of_others = 0

    def done(self) -> Verified:
        result = self._result
        for place, line in stored.lines(self._out):
            number = int(place.removeprefix("line "))
            result.problems += (
                Problem(number, id, by, what, advice) for id, by, what, advice in self._line(number, line)
            )
        if self._ledger is None:
            result.unchecked.append(
                "there is no ledger beside it: whether a line was changed, added or taken out since it was "
                "written shows only where the line itself contradicts its article"
            )
        else:
            ended = sum(result.statuses.values())
            if result.sealed < ended:
                result.unchecked.append(
                    f"{ended - result.sealed:,} of {ended:,} lines have no seal in the ledger: written by an "
                    "earlier eventx, or as the run was killed"
                )
            for id, status in self._ledger.others(self._first):
                result.problems.append(_absent(id, status))
        if self._of_others:
            result.unchecked.append(
                f"{_lines(self._of_others)} of another version of eventx: "
                "whether its findings are all there is not known"
            )
        return result

    def _line(self, number: int, line: bytes) -> Iterator[tuple[str, str, str, str]]:
        """Yield id, what found it, what is wrong and what to do."""
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield "", "form", f"is not JSON ({error})", "start the run again: it mends a torn line"
            return
        why = _form(record)
        if why is not None:
            id = record.get("id") if isinstance(record, dict) else None
            yield id if isinstance(id, str) else "", "form", f"is no line of a run: {why}", _AGAIN
            return
        id, status = record["id"], record["status"]
        self._result.statuses[status] += 1
        if not line.endswith(b"\n"):
            yield id, "form", "has no line end: it was torn", "start the run again: it mends a torn line"
        if id in self._first:
            yield id, "form", f"has the id of line {self._first[id]}", _ONE
        self._first.setdefault(id, number)
        if status == "skipped":
            yield id, "form", f"was skipped ({record['error']})", _GO_ON
        extraction = None
        if record["extraction"] is not None:
            extraction, problems = self._extraction(record)
            yield from ((id, by, what, _AGAIN) for by, what in problems)
        if self._ledger is not None:
            yield from ((id, by, what, advice) for by, what, advice in self._noted(line, record, extraction))

    def _extraction(self, record: dict[str, Any]) -> tuple[Extraction | None, list[tuple[str, str]]]:
        try:
            extraction = Extraction.model_validate(record["extraction"])
        except ValidationError as error:
            return None, [("schema", _first(error))]
        found = [("words", f"{each.path}: {each.message}") for each in untold(extraction)]
        is_of_today = record["extraction"]["provenance"]["schema_version"] == SCHEMA_VERSION
        compared = against_checks(extraction) if is_of_today else None
        if compared is None:
            self._of_others += 1
        else:
            found += compared
        made_by = (extraction.provenance.model, extraction.provenance.codebook_sha256)
        self._made_by = self._made_by or made_by
        for name, first, mine in zip(("model", "codebook"), self._made_by, made_by, strict=True):
            if first != mine:
                found.append(("settings", f"the {name} is {mine}, in the lines before {first}"))
        return extraction, found + list(_judged(extraction, record.get("judgement")))

    def _noted(
        self, line: bytes, record: dict[str, Any], extraction: Extraction | None
    ) -> Iterator[tuple[str, str, str]]:
        """Yield how a line departs from what the ledger has of its article."""
        assert self._ledger is not None
        row = self._ledger.row(record["id"])
        if row is None:
            yield "ledger", "the ledger has no such article: the line was added", "delete the line"
            return
        if row.status is not None and (row.status, row.error) != (record["status"], record["error"]):
            why = f" ({row.error})" if row.error else ""
            yield "ledger", f"the ledger has it as {row.status}{why}", _AGAIN
        if row.seal is not None:
            self._result.sealed += 1
            if row.seal != ledgers.sealed(_as_written(line)):
                yield "seal", "is not as it was written", _AGAIN
        if extraction is None:
            return
        is_of_today = record["extraction"]["provenance"]["schema_version"] == SCHEMA_VERSION
        if row.content and is_of_today and row.content not in _contents(extraction.article):
            yield "ledger", "the article is not the one that was given", _AGAIN
        by = extraction.provenance
        for name, noted, said in (
            ("model", self._ledger.model, by.model),
            ("codebook", self._ledger.codebook, by.codebook_sha256),
        ):
            if None not in (noted, said) and noted != said:
                yield "settings", f"the {name} is {said}, and the run was begun with {noted}", _AGAIN
        counted = self._ledger.tokens(record["id"])
        if counted is not None and counted[0] == by.attempts and counted[1:] != (by.tokens_in, by.tokens_out):
            yield (
                "ledger",
                f"its questions took {counted[1]:,} tokens in and {counted[2]:,} out, and it says "
                f"{by.tokens_in} and {by.tokens_out}",
                _AGAIN,
            )


@dataclass(frozen=True, slots=True)
class _Row:
    content: str
    status: str | None
    error: str | None
    seal: str | None


class _Noted:
    """The ledger, as it is asked for one article after the other."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        columns = {name for _, name, *_ in file.execute("PRAGMA table_info (article)")}
        self._columns = f"content, status, error, {'seal' if 'seal' in columns else 'NULL'}"
        found = file.execute("SELECT settings FROM start ORDER BY number DESC LIMIT 1").fetchone()
        settings = json.loads(found[0]) if found else {}
        self.model = (settings.get("model") or "").partition(" at ")[0] or None
        self.codebook: str | None = settings.get("codebook's contents")

    def row(self, id: str) -> _Row | None:
        query = f"SELECT {self._columns} FROM article WHERE id = ?"
        found = self._file.execute(query, (id,)).fetchone()
        return None if found is None else _Row(*found)

    def tokens(self, id: str) -> tuple[int, int, int] | None:
        """Return how many questions were answered, and their tokens; None where some were not counted."""
        number, counted, *sums = self._file.execute(
            "SELECT count(*), coalesce(min(counted), 0), coalesce(sum(tokens_in), 0), "
            "coalesce(sum(tokens_out), 0) FROM question WHERE article = ? AND tokens_out > 0",
            (id,),
        ).fetchone()
        return (number, *sums) if counted else None

    def others(self, seen: dict[str, int]) -> Iterator[tuple[str, str | None]]:
        """Yield id and status of the articles that have no line."""
        for id, status in self._file.execute("SELECT id, status FROM article ORDER BY id"):
            if id not in seen:
                yield id, status


def _absent(id: str, status: str | None) -> Problem:
    if status is None:
        return Problem(None, id, "ledger", "was given to the run and has no line yet", _GO_ON)
    what = f"the ledger has it as {status}, and its line is gone"
    return Problem(None, id, "ledger", what, f"{_COPY}; or start the run again")


def _lines(number: int) -> str:
    return "1 line is" if number == 1 else f"{number:,} lines are"


def _form(record: object) -> str | None:
    """Return why a record is no line of a run, None for one that is."""
    if not isinstance(record, dict):
        return "it is no object"
    if record.keys() - {"judgement"} != _KEYS:
        return f"its keys are not {', '.join(sorted(_KEYS))}"
    status, made, error = record["status"], record["extraction"], record["error"]
    if not isinstance(record["id"], str) or status not in get_args(Status):
        return "its id or its status is none"
    if status == "done" and (not isinstance(made, dict) or error is not None):
        return "it is done, and has no extraction, or an error"
    if status != "done" and (made is not None or not isinstance(error, str) or not error):
        return f"it is {status}, and has an extraction, or no reason"
    return None


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"]))
    said = first["msg"].removeprefix("Value error, ")
    return f"{where}: {said}" if where else said


def _judged(extraction: Extraction, judgement: object) -> Iterator[tuple[str, str]]:
    """Yield whether what coders are said to have made of a record follows from their corrections."""
    if judgement is None:
        return
    try:
        kept = Judgement.model_validate(judgement)
    except ValidationError as error:
        yield "judgement", f"the judgement: {_first(error)}"
        return
    if judge(extraction, kept.corrections).events != kept.events:
        yield "judgement", "the judgement is not what its corrections make of the extraction"


def _as_written(line: bytes) -> bytes:
    """Return the line without what coders put at its end."""
    at = line.rfind(_JUDGEMENT)
    return line if at < 0 or b'"judgement"' not in line[at:] else line[:at] + b"}\n"


def _contents(article: Article) -> set[str]:
    """Return what the ledger may have of an article: the hash of it as it was given, before it was read."""
    undated = {"published": None, "published_from": None, "dateline": None}
    given = [article, article.model_copy(update=undated)] if article.dateline else [article]
    given += [each.model_copy(update={"language": None}) for each in given]
    return {hashlib.sha256(each.model_dump_json().encode()).hexdigest() for each in given}
