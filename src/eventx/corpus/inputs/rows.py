"""A row as an article: what a line of JSON, a row of a spreadsheet or of a Parquet file says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from eventx.article import Article, decode, whole
from eventx.corpus.inputs.lines import bounded
from eventx.errors import InputError
from eventx.schema import Finding

COLUMNS = ("id", "text", "published", "source", "url", "title")

TOO_LONG = "is longer than any article; give it in parts"


@dataclass(frozen=True, slots=True)
class Given:
    """One input: an article, or in one line why it is none.

    `is_named`: somebody gave it its id. `findings` are what there is to say of how it was read.
    """

    id: str
    article: Article | None
    error: str = ""
    is_named: bool = True
    findings: tuple[Finding, ...] = ()

    @property
    def content(self) -> str:
        """The SHA-256 of what is coded: the article's text and what is known of it."""
        return _sha256(self.error if self.article is None else self.article.model_dump_json())


def json_lines(file: BinaryIO, table: str, *, begun: bytes | None = None) -> Iterator[Given]:
    """Yield the articles of a file of JSON Lines, which may be read as far as `begun`."""
    for number, line in enumerate(bounded(file, begun), start=1):
        if line is None:
            yield Given(f"{table}:{number}", None, TOO_LONG)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _json_line(line, table, number)


def _json_line(line: bytes, table: str, number: int) -> Given:
    try:
        row = json.loads(decode(line))
    except InputError as error:
        return Given(f"{table}:{number}", None, str(error))
    except (ValueError, RecursionError) as error:
        return Given(f"{table}:{number}", None, f"is not JSON ({error}); write one object a line")
    if not isinstance(row, dict):
        return Given(f"{table}:{number}", None, 'is no object; write {"id": ..., "text": ...}')
    return given(row, table, number)


def given(row: Mapping[str, Any], table: str, number: int) -> Given:
    """Return what a row of a table gives; where it has no id, it goes by what it says.

    A number would be another article's when a row is put in before it. A row that is no article has nothing
    but its number to go by.
    """
    name = row.get("id")
    is_named = name is not None and name != ""
    known = str(name) if is_named else f"{table}:{number}"
    try:
        whole("id", known)
    except InputError as error:
        return Given(f"{table}:{number}", None, str(error))
    try:
        found = article(row)
    except InputError as error:
        return Given(known, None, f"{table}:{number}: {error}" if is_named else str(error))
    if is_named:
        return Given(known, found)
    return Given(f"{table}:{_sha256(found.model_dump_json())[:12]}", found, is_named=False)


def article(row: Mapping[str, Any]) -> Article:
    """Return the article of a row; raises InputError when it is none."""
    text = row.get("text")
    if not isinstance(text, str) or not text:
        raise InputError("has no `text`; give each article a text")
    title = _words(row, "title")
    # What a headline says counts; many archives keep it apart.
    if title and title.strip() and not text.lstrip().startswith(title.strip()):
        text = f"{title.strip()}\n\n{text}"
    known = {key: _words(row, key) for key in ("source", "url")}
    return Article.from_text(text, published=row.get("published") or None, **known)


def _words(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InputError(f"`{key}` is no text")
    whole(key, value)
    return value


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()
