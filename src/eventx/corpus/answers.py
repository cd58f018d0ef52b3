"""What models answered, kept in SQLite: no model is asked the same question twice."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from eventx.errors import EventxError
from eventx.model import Answer, Question

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (
    key TEXT PRIMARY KEY, text TEXT NOT NULL, tokens_in INTEGER, tokens_out INTEGER, seconds REAL NOT NULL
) WITHOUT ROWID
"""


def default_path() -> Path:
    """Return where the answers of all runs are kept: in the user's cache, or in EVENTX_CACHE."""
    from eventx.local import store

    return store.folder().parent / "answers.sqlite3"


def opened(path: Path) -> sqlite3.Connection:
    """Return a database that survives a kill at any moment and is written by one at a time.

    Raises EventxError when it cannot be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(path, isolation_level=None, timeout=30)
        file.execute("PRAGMA journal_mode = WAL")
        # A commit outlives a kill; only a power cut can lose the last ones, and they are asked again.
        file.execute("PRAGMA synchronous = NORMAL")
    except (OSError, sqlite3.Error) as error:
        raise EventxError(
            f"{path}: cannot be opened ({error}); make room, or choose another folder"
        ) from error
    return file


class Answers:
    """The answers in a database, by what was asked of whom."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        file.execute(_SCHEMA)

    def get(self, key: str) -> Answer | None:
        """Return the answer kept, without its reply, None where there is none."""
        row = self._file.execute(
            "SELECT text, tokens_in, tokens_out, seconds FROM answer WHERE key = ?", (key,)
        ).fetchone()
        return None if row is None else Answer(None, row[0], (), *row[1:])

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer that has a reply; where it has none another try may bring one."""
        kept = (key, answer.text, answer.tokens_in, answer.tokens_out, answer.seconds)
        self._file.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)", kept)


def key(model: str, question: Question) -> str:
    """Return the SHA-256 over everything that an answer depends on: whom, what, and in which shape."""
    asked = [model, question.max_tokens, _shape(question.reply_type), question.messages]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


@cache
def _shape(reply_type: type[BaseModel]) -> str:
    return hashlib.sha256(json.dumps(reply_type.model_json_schema()).encode()).hexdigest()
