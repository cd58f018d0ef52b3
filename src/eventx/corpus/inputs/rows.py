"""A row as an article: what a line of JSON, a row of a spreadsheet or of a Parquet file says."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from eventx.article import Article, decode, stated
from eventx.corpus.inputs.lines import bounded
from eventx.errors import InputError
from eventx.schema import Finding

COLUMNS = ("id", "text", "published", "source", "url", "title")

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

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
        row = json.loads(decode(line), object_pairs_hook=_once)
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
    try:
        name = _id(row.get("id"))
    except InputError as error:
        return Given(f"{table}:{number}", None, str(error))
    is_named = name is not None
    known = name or f"{table}:{number}"
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


def _id(given: object) -> str | None:
    if given is None or given != given:  # the number that is none, for what a table of numbers has not
        return None
    if not isinstance(given, str | int | float) or isinstance(given, bool):
        raise InputError("`id` is no text and no number")
    name = str(given)
    stated("id", name)
    # A broken row has its neighbours in its id.
    if control := _CONTROL.search(name):
        raise InputError(f"`id` has a control character, {control[0]!a}; leave it out")
    return name if name.strip() else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if twice := next((name for name in COLUMNS if names.count(name) > 1), None):
        raise InputError(f"has `{twice}` twice; leave one")
    return dict(pairs)


def _words(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InputError(f"`{key}` is no text")
    stated(key, value)
    return value


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()
