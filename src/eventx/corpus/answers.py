"""What models answered, kept in SQLite: no model is asked the same question twice."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pydantic import BaseModel

from eventx.corpus.database import Database, Kind, telling
from eventx.model import Answer, Question
from eventx.model.secrets import scrub

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (
    key TEXT PRIMARY KEY, text TEXT NOT NULL, tokens_in INTEGER, tokens_out INTEGER, seconds REAL NOT NULL
) WITHOUT ROWID
"""

KEPT = Kind(
    "file of kept answers", frozenset({"answer"}), "what it knows is asked, and paid, again when it is needed"
)
# The names of what an address has in its query to let somebody in.
_SECRET = re.compile(r"key|token|secret|sig|pass|pwd|auth|cred|code|user", re.IGNORECASE)


def default_path() -> Path:
    """Return where the answers of all runs are kept: in the user's cache, or in EVENTX_CACHE."""
    from eventx.local import store

    return store.folder().parent / "answers.sqlite3"


class Answers:
    """The answers in a database, by what was asked of whom."""

    def __init__(self, file: Database) -> None:
        """Raises Unusable when the file takes none, as the others do when it cannot be read or written."""
        self._file = file
        with telling(file):
            file.execute(_SCHEMA)

    def get(self, key: str) -> Answer | None:
        """Return the answer kept, without its reply, None where there is none."""
        with telling(self._file):
            row = self._file.execute(
                "SELECT text, tokens_in, tokens_out, seconds FROM answer WHERE key = ?", (key,)
            ).fetchone()
        return None if row is None else Answer(None, row[0], (), *row[1:])

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer that has a reply; where it has none another try may bring one."""
        kept = (key, answer.text, answer.tokens_in, answer.tokens_out, answer.seconds)
        with telling(self._file):
            self._file.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)", kept)


def whom(model: str, at: str | None) -> str:
    """Return a model as settings and kept answers know it: its name, and its address without user or keys."""
    if not at:
        return model
    parts = urlsplit(at)
    given = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([(name, value) for name, value in given if not _SECRET.search(name)])
    host = parts.netloc.rpartition("@")[2]
    return f"{model} at {urlunsplit((parts.scheme, host, scrub(parts.path), scrub(query), ''))}"


def key(model: str, question: Question) -> str:
    """Return the SHA-256 over everything that an answer depends on: whom, what, and in which shape."""
    asked = [model, question.max_tokens, _shape(question.reply_type), question.messages]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


@cache
def _shape(reply_type: type[BaseModel]) -> str:
    return hashlib.sha256(json.dumps(reply_type.model_json_schema()).encode()).hexdigest()
