"""The ledger of a run: SQLite beside its output, with each article, each question, and what it cost.

The output is the truth of what is done: at every start the ledger is set by it, so that a kill between
writing a line and noting it loses nothing and repeats nothing.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from eventx.corpus.answers import whom
from eventx.corpus.budget import Charged
from eventx.corpus.database import PATIENCE, Database, Kind, as_text, opened, unusable
from eventx.corpus.holding import itself
from eventx.corpus.inputs import Given
from eventx.corpus.lines import Line, Status
from eventx.errors import InputError
from eventx.model import Answer

_VERSION = 1
# In one transaction, so that a kill leaves all of it or nothing.
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, content TEXT NOT NULL, status TEXT, error TEXT,
    attempts INTEGER NOT NULL DEFAULT 0, start INTEGER NOT NULL, seal TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS article_content ON article (content);
CREATE TABLE IF NOT EXISTS question (
    number INTEGER PRIMARY KEY, article TEXT NOT NULL, purpose TEXT NOT NULL, at REAL NOT NULL,
    seconds REAL NOT NULL, tokens_in INTEGER, tokens_out INTEGER, cost REAL, error TEXT,
    counted INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS start (number INTEGER PRIMARY KEY, at REAL NOT NULL, settings TEXT NOT NULL);
PRAGMA user_version = {_VERSION};
COMMIT;
"""
LEDGER = Kind(
    "ledger of this eventx",
    frozenset({"article", "question", "start"}),
    "the output says what is done, and only what was spent so far is forgotten",
    _VERSION,
)

Ended = tuple[str, Status, str | None]
"""An article that the output holds: its id, what became of it, and why it failed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a run stands: articles by what became of them, and what the questions cost.

    `pending` were read and are not ended. Where a server did not count the tokens of a question, the sums
    have the most it could take; costs without a price are not in them. `uncounted` and `unpriced` say of how
    many questions. `asked` counts the articles that the questions were about.
    """

    done: int
    failed: int
    skipped: int
    pending: int
    questions: int
    tokens_in: int
    tokens_out: int
    cost: float
    uncounted: int
    unpriced: int
    seconds: float
    asked: int

    @property
    def articles(self) -> int:
        """How many articles the run has been given so far."""
        return self.done + self.failed + self.skipped + self.pending

    @property
    def tokens(self) -> int:
        """How many tokens were read and written."""
        return self.tokens_in + self.tokens_out


def path_of(out: Path) -> Path:
    """Return where the ledger of an output is: beside the file itself, whatever name it goes by."""
    file = itself(out)
    return file.with_name(f"{file.name}.ledger")


class Ledger:
    """The ledger of one output, open for reading and writing; only one process has it at a time."""

    def __init__(self, out: Path) -> None:
        """Raises Unusable when there can be none; what SQLite raises later is the caller's to tell."""
        self.file: Database = opened(path_of(out), LEDGER)
        try:
            self.file.executescript(_SCHEMA)
            _renew(self.file)
        except sqlite3.Error as error:
            self.file.close()
            raise unusable(self.file.path, LEDGER, error) from error
        self._start = 0
        self.changed: list[str] = []

    def begin(self, settings: dict[str, str | None], ended: Iterable[Ended]) -> None:
        """Note a start, and which articles the output says are ended.

        Raises InputError when an earlier start had other settings: one output is coded in one way.
        """
        earlier = _without_keys(self.file)
        # Before there was a choice every start read lean; what is not compared today is left out.
        before = {"reading": "lean", **earlier} if earlier is not None else {}
        if earlier is not None and {key: before.get(key) for key in settings} != settings:
            name = next(key for key in settings if before.get(key) != settings[key])
            raise InputError(
                f"this output was begun with the {name} {before.get(name) or 'unset'}, and is now to have "
                f"{settings[name] or 'none'}; choose another output, or give the same again"
            )
        with self.file:
            self.file.execute("BEGIN IMMEDIATE")
            at = self.file.execute(
                "INSERT INTO start (at, settings) VALUES (?, ?)", (time.time(), json.dumps(settings))
            )
            self._start = at.lastrowid or 0
            self._set_by(ended)

    def set_by(self, ended: Iterable[Ended]) -> None:
        """Note that these articles are ended, and no others: what the output says is the truth."""
        with self.file:
            self.file.execute("BEGIN IMMEDIATE")
            self._set_by(ended)

    def _set_by(self, ended: Iterable[Ended]) -> None:
        self.file.execute("UPDATE article SET status = NULL, error = NULL")
        # An output without its ledger: what is in it counts as done, whatever its text was.
        self.file.executemany(
            "INSERT INTO article (id, status, error, content, start) VALUES (?, ?, ?, '', 0) "
            "ON CONFLICT (id) DO UPDATE SET status = excluded.status, error = excluded.error",
            ended,
        )
        # Their lines are to come: a kill between line and ledger must not leave the seal of another line.
        self.file.execute("UPDATE article SET seal = NULL WHERE status IS NULL")

    def take(self, given: Given) -> tuple[str, bool]:
        """Return the id an input goes by in this run, and whether it is still to be done.

        An id given before in the same start gets "~2", "~3" and so on, in the order of the input. An input
        that nobody named goes by the id that its content had in an earlier start.
        """
        content = given.content
        name, number = given.id if given.is_named else self._known(given.id, content), 1
        while True:
            row = self.file.execute(
                "SELECT content, status, start FROM article WHERE id = ?", (name,)
            ).fetchone()
            if row is None or row[2] != self._start:
                break
            number += 1
            name = f"{given.id}~{number}"
        if row is not None and row[1] is not None and row[0] not in ("", content):
            self.changed.append(name)
            content = row[0]
        self.file.execute(
            "INSERT INTO article (id, content, start) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET content = excluded.content, start = excluded.start",
            (name, content, self._start),
        )
        return name, row is None or row[1] is None

    def _known(self, id: str, content: str) -> str:
        row = self.file.execute(
            "SELECT id FROM article WHERE content = ? AND start != ? ORDER BY id", (content, self._start)
        ).fetchone()
        return id if row is None else str(row[0])

    def asked(self, article: str, purpose: str, answer: Answer, charged: Charged) -> None:
        """Note a question that was answered, and what it is charged."""
        error = answer.problems[0] if answer.problems else None
        took = (charged.tokens_in, charged.tokens_out, charged.cost)
        self._question(article, purpose, answer.seconds, *took, error, charged.counted)

    def refused(self, article: str, purpose: str, seconds: float, error: str) -> None:
        """Note a question that no answer came to."""
        self._question(article, purpose, seconds, 0, 0, 0.0, error, True)

    def lately(self, seconds: float) -> list[tuple[float, int]]:
        """Return of each question put in the last seconds how many seconds ago it was put, and its tokens."""
        now = time.time()
        return self.file.execute(
            "SELECT ? - (at - seconds) AS ago, coalesce(tokens_in + tokens_out, 0) FROM question "
            "WHERE ago BETWEEN 0 AND ? ORDER BY ago DESC",
            (now, seconds),
        ).fetchall()

    def end(self, line: Line) -> None:
        """Note what became of an article, and the seal of its line."""
        self.file.execute(
            "UPDATE article SET status = ?, error = ?, attempts = attempts + ?, seal = ? WHERE id = ?",
            (line.status, line.error, line.status != "skipped", sealed(line.text.encode()), line.id),
        )

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def _question(self, *noted: object) -> None:
        article, purpose, *rest = noted
        self.file.execute(
            "INSERT INTO question "
            "(article, purpose, at, seconds, tokens_in, tokens_out, cost, error, counted) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article, purpose, time.time(), *rest),
        )


def sealed(line: bytes) -> str:
    """Return the SHA-256 of a line as it was written: a line edited since has another (`eventx verify`)."""
    return hashlib.sha256(line).hexdigest()


def _renew(file: sqlite3.Connection) -> None:
    """Give a ledger of before its newer columns: lines written before have no seal.

    What no server counted was not summed before there was `counted`.
    """
    if "seal" not in {name for _, name, *_ in file.execute("PRAGMA table_info (article)")}:
        file.execute("ALTER TABLE article ADD COLUMN seal TEXT")
    if "counted" not in {name for _, name, *_ in file.execute("PRAGMA table_info (question)")}:
        file.executescript(
            "BEGIN IMMEDIATE; ALTER TABLE question ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;"
            "UPDATE question SET counted = tokens_in IS NOT NULL AND tokens_out IS NOT NULL; COMMIT;"
        )


def _without_keys(file: sqlite3.Connection) -> dict[str, str | None] | None:
    """Return the settings of the last start, None before the first; leave no address with a key in any.

    Starts of before kept the address as it was given.
    """
    last: dict[str, str | None] | None = None
    changed = False
    file.execute("PRAGMA secure_delete = ON")
    for number, written in file.execute("SELECT number, settings FROM start ORDER BY number").fetchall():
        try:
            last = dict(json.loads(written))
            name, _, at = (last.get("model") or "").partition(" at ")
            known = whom(name, at)
        except (TypeError, ValueError, AttributeError) as error:
            raise sqlite3.DatabaseError(f"start {number} has no settings") from error
        if at and known != last["model"]:
            last["model"], changed = known, True
            file.execute("UPDATE start SET settings = ? WHERE number = ?", (json.dumps(last), number))
    if changed:
        file.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    return last


def standing(file: sqlite3.Connection) -> Standing:
    """Return where a run stands."""
    counts = dict(file.execute("SELECT status, count(*) FROM article GROUP BY status"))
    sums = file.execute(
        "SELECT count(*), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_out), 0), coalesce(sum(cost), 0), "
        "coalesce(sum(NOT counted), 0), coalesce(sum(cost IS NULL), 0), coalesce(sum(seconds), 0), "
        "count(DISTINCT article) FROM question"
    ).fetchone()
    ended = (counts.get(status, 0) for status in ("done", "failed", "skipped", None))
    return Standing(*ended, *sums)


@dataclass(frozen=True, slots=True)
class Noted:
    """What the ledger has of an article: what became of it, and the seal of its line, null without one."""

    status: Status | None
    seal: str | None


def noted(file: sqlite3.Connection) -> dict[str, Noted]:
    """Return what the ledger has of each article, by id; one of before there were seals has none."""
    columns = {name for _, name, *_ in file.execute("PRAGMA table_info (article)")}
    seal = "seal" if "seal" in columns else "NULL"
    rows = file.execute(f"SELECT id, status, {seal} FROM article ORDER BY id")
    return {id: Noted(*rest) for id, *rest in rows}


def failures(
    file: sqlite3.Connection, statuses: Collection[str] = ("failed", "skipped")
) -> Iterator[tuple[str, str, str]]:
    """Yield id, status and reason of the articles that are not done, by id."""
    marks = ", ".join("?" * len(statuses))
    query = f"SELECT id, status, coalesce(error, '') FROM article WHERE status IN ({marks}) ORDER BY id"
    yield from file.execute(query, tuple(statuses))


@contextmanager
def watched(out: Path) -> Iterator[sqlite3.Connection]:
    """Yield the ledger of an output for reading alone, while a run may go on writing it.

    Raises InputError when the output has none, and Unusable when it cannot be read.
    """
    path = path_of(out)
    if not path.is_file():
        raise InputError(f"{out}: has no ledger {path.name}; name the output of `eventx run`")
    try:
        address = f"{path.as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE, factory=Database)) as file:
            file.text_factory = as_text
            yield file
    except sqlite3.Error as error:
        raise unusable(path, LEDGER, error) from error
