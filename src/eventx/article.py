"""The article: its text, unchanged, and what is known about it."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from eventx.errors import InputError

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?P<lines>.*?)^---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(r"(?P<key>[A-Za-z_][\w-]*):[ \t]*(?P<value>.*)")
_OUR_KEYS = ("published", "source", "url", "language")


class Evidence(BaseModel):
    """The exact words that state something, and where they stand in `article.text`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0, description="first character, 0-based")
    end: int = Field(ge=0, description="one past the last character")
    quote: str = Field(min_length=1, description="article.text[start:end]")

    @model_validator(mode="after")
    def _spans_its_quote(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise ValueError("the span's length is not the quote's")
        return self


class Article(BaseModel):
    """A news text and what is known about it.

    `text` is the input unchanged, line ends included; only a byte-order mark and a front-matter
    block are taken off. `published` is the day of publication, `published_from` says how it is known (the
    caller, unless another is named) and `dateline` are the words that state it, where it was read from them.
    `language` is an ISO 639-1 code.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    published: date | None = None
    published_from: Literal["caller", "front matter", "dateline"] | None = None
    dateline: Evidence | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _has_its_day_from_somebody(cls, given: Any) -> Any:
        # A record that says null does not know: only what is left out is the caller's.
        if isinstance(given, dict) and given.get("published") and "published_from" not in given:
            return {**given, "published_from": "caller"}
        return given

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: date | datetime | str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Return the article in `text`; what the caller gives wins over the front matter.

        A front-matter block is `key: value` lines between two `---` lines at the very start; the keys
        published, source, url and language are used, others are left to the author. Raises
        InputError when nothing but white space is left, when the text is binary, or when
        `published` is no ISO date.
        """
        given = {"published": published, "source": source, "url": url}
        text = text.removeprefix("\ufeff")
        known: dict[str, object] = {}
        if matter := _FRONT_MATTER.match(text):
            known = _read_front_matter(matter["lines"])
            text = text[matter.end() :]
        if published is None and "published" in known:
            known["published_from"] = "front matter"
        known |= {key: value for key, value in given.items() if value is not None}
        if not text.strip():
            raise InputError("the article is empty; give a text with at least one sentence")
        if "\x00" in text:
            raise InputError("the article is binary, not text; give plain text in UTF-8")
        return cls.model_validate({"text": text, **known, "published": day(known.get("published"))})

    @classmethod
    def from_file(
        cls,
        path: str | Path,
        *,
        published: date | datetime | str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Return the article in a UTF-8 file (UTF-16 and UTF-32 when a byte-order mark says so).

        Raises InputError when the file is missing, a folder, unreadable, binary or in another encoding.
        """
        path = Path(path)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise InputError(f"{path}: no such file; check the path") from None
        except IsADirectoryError:
            raise InputError(f"{path}: is a folder; give one text file") from None
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
        try:
            return cls.from_text(decode(data), published=published, source=source, url=url)
        except InputError as error:
            raise InputError(f"{path}: {error}") from error


def decode(data: bytes) -> str:
    """Return the text in `data`, read as its byte-order mark says and as UTF-8 when there is none.

    Raises InputError for binary data and for other encodings.
    """
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        encoding = "utf-32"
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
        if b"\x00" in data[:8192]:
            raise InputError("is binary, not text; give plain text in UTF-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not {encoding.removesuffix('-sig').upper()} (byte {error.start}); save it as UTF-8"
        ) from error


def _read_front_matter(lines: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for line in lines.splitlines():
        if not line.strip() or line.lstrip().startswith("#") or line[0] in " \t":
            continue
        pair = _LINE.fullmatch(line.rstrip())
        if pair is None:
            raise InputError(f"the front matter has the line {line[:60]!r}; write `key: value`")
        value = pair["value"].strip().strip("'\"")
        if pair["key"] in _OUR_KEYS and value not in ("", "null"):
            found[pair["key"]] = value
    return found


def day(published: object) -> date | None:
    """Return a date, datetime or ISO string as a date, None as None; raises InputError when it is no date."""
    if isinstance(published, datetime):
        return published.date()
    if published is None or isinstance(published, date):
        return published
    try:
        return datetime.fromisoformat(str(published)).date()
    except ValueError:
        raise InputError(f"published {published!r} is not a date; write it as 2023-08-28") from None
