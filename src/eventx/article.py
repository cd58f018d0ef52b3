"""The article: its text, unchanged, and what is known about it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from eventx.errors import InputError

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?P<lines>.*?)^---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(r"(?P<key>[A-Za-z_][\w-]*):[ \t]*(?P<value>.*)")
_OUR_KEYS = ("published", "source", "url", "language")
_HALF = re.compile("[\ud800-\udfff]")

LONGEST = 300_000
"""The most characters of an article: a book of a hundred pages, some hundred questions."""

LONGEST_WORDS = 10_000
"""The most characters of a source, an address, a title or an id; what is longer was meant for a text."""

PAGES = (".html", ".htm")
"""What the names of web pages end in."""

# What the names of tables and of other data end in: read as a text, their commas and braces would be words.
_DATA = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet")

# Of UTF-32, which takes the most, with its byte-order mark.
_LONGEST_FILE = 4 * LONGEST + 4


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

    `text` is the input unchanged, line ends included; only a byte-order mark is taken off, and of a file the
    front matter. `published` is the day of publication, `published_from` says how it is known (the
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

    @field_validator("text", "source", "url", "language")
    @classmethod
    def _is_whole(cls, words: str | None) -> str | None:
        if words is not None and (half := _HALF.search(words)):
            raise ValueError(f"holds half of a character, {half[0]!a}; save it as UTF-8")
        return words

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: date | datetime | str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Return the article in `text`, which may be anybody's: nothing in it is taken for its source or day.

        Raises InputError when nothing but white space is left, when it is binary, longer than `LONGEST` or
        not whole characters, and when `published` is no ISO date or lies ahead.
        """
        known = {"published": published, "source": source, "url": url}
        return _article(text.removeprefix("\ufeff"), known)

    @classmethod
    def from_document(
        cls,
        text: str,
        *,
        published: date | datetime | str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Return the article in a text that you wrote or trust: front matter is read, and taken off.

        Front matter is `key: value` lines between two `---` lines at the very start, one of them at least
        published, source, url or language; other keys are left to the author. What the caller gives wins.
        Raises InputError as `from_text` does, and for a line of front matter that is no `key: value`.
        """
        text = text.removeprefix("\ufeff")
        known: dict[str, object] = {}
        if (matter := _FRONT_MATTER.match(text)) and (found := _read_front_matter(matter["lines"])):
            known = {key: value for key, value in found.items() if value not in ("", "null")}
            text = text[matter.end() :]
        if published is None and "published" in known:
            known["published_from"] = "front matter"
        given = {"published": published, "source": source, "url": url}
        return _article(text, {**known, **{key: value for key, value in given.items() if value is not None}})

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

        It is a document of `from_document`. Raises InputError when the file is missing, a folder, unreadable,
        binary, in another encoding, too long, or a web page or a table, which is no text.
        """
        path = Path(path)
        if path.suffix.lower() in PAGES:
            raise InputError(f"{path}: is a web page; `eventx extract` and `eventx run` find its article")
        if path.suffix.lower() in _DATA:
            raise InputError(
                f"{path}: is no text but data; `eventx run` reads tables, .jsonl, .csv or .parquet"
            )
        try:
            with path.open("rb") as file:
                data = read_bytes(file)
        except FileNotFoundError:
            raise InputError(f"{path}: no such file; check the path") from None
        except IsADirectoryError:
            raise InputError(f"{path}: is a folder; give one text file") from None
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
        try:
            return cls.from_document(decode(data), published=published, source=source, url=url)
        except InputError as error:
            raise InputError(f"{path}: {error}") from error


def _article(text: str, known: dict[str, Any]) -> Article:
    usable(text)
    for name, words in known.items():
        if isinstance(words, str):
            stated(name, words)
    published = day(known.get("published"))
    return Article.model_validate({"text": text, **known, "published": published})


def usable(text: str) -> None:
    """Raise InputError when a text is no article: too long, empty, binary, or not whole characters."""
    if len(text) > LONGEST:
        raise InputError(
            f"the article has {len(text):,} characters, and at most {LONGEST:,} are read; give it in parts"
        )
    if not text.strip():
        raise InputError("the article is empty; give a text with at least one sentence")
    if "\x00" in text:
        raise InputError("the article is binary, not text; give plain text in UTF-8")
    _whole("text", text)


def stated(name: str, words: str) -> None:
    """Raise InputError when what is said of an article is too long, binary, or not whole characters."""
    if len(words) > LONGEST_WORDS:
        raise InputError(f"`{name}` has {len(words):,} characters, and at most {LONGEST_WORDS:,} are kept")
    if "\x00" in words:
        raise InputError(f"`{name}` has a NUL, and is no text; leave it out")
    _whole(name, words)


def _whole(name: str, words: str) -> None:
    # A lone surrogate, half of a character, is what nothing can be written with.
    if half := _HALF.search(words):
        raise InputError(f"`{name}` is not UTF-8 (half of a character, {half[0]!a}); save it as UTF-8")


def read_bytes(file: BinaryIO) -> bytes:
    """Return what an open file holds, no more of it than the longest article and a byte."""
    return file.read(_LONGEST_FILE + 1)


def decode(data: bytes) -> str:
    """Return the text in `data`, read as its byte-order mark says and as UTF-8 when there is none.

    Raises InputError for binary data, for other encodings, and for more than any article takes.
    """
    encoding = encoding_of(data)
    if encoding == "utf-8-sig" and b"\x00" in data[:8192]:
        raise InputError("is binary, not text; give plain text in UTF-8")
    if len(data) > _LONGEST_FILE:
        raise InputError(f"is longer than any article, {LONGEST:,} characters; give it in parts")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not {encoding.removesuffix('-sig').upper()} (byte {error.start}); save it as UTF-8"
        ) from error


def encoding_of(data: bytes) -> str:
    """Return the encoding that the byte-order mark says, UTF-8 where there is none."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _read_front_matter(lines: str) -> dict[str, object]:
    """Return what is known by our keys; nothing where none of them is there, whatever the lines are."""
    found: dict[str, object] = {}
    others: list[str] = []
    for line in lines.splitlines():
        if not line.strip() or line.lstrip().startswith("#") or line[0] in " \t":
            continue
        if (pair := _LINE.fullmatch(line.rstrip())) is None:
            others.append(line)
        elif pair["key"] in _OUR_KEYS:
            found[pair["key"]] = pair["value"].strip().strip("'\"")
    if found and others:
        raise InputError(f"the front matter has the line {others[0][:60]!r}; write `key: value`")
    return found


def day(published: object) -> date | None:
    """Return a date, datetime or ISO string as a date, None as None.

    Raises InputError when it is no date, or a day that is nowhere reached yet.
    """
    if published is None:
        return None
    try:
        given = published if isinstance(published, date) else datetime.fromisoformat(str(published))
    except ValueError:
        raise InputError(f"published {published!r} is not a date; write it as 2023-08-28") from None
    found = given.date() if isinstance(given, datetime) else given
    if is_ahead(found):
        raise InputError(f"published {found} is a day to come; give the day the article was published")
    return found


def is_ahead(day: date) -> bool:
    """Return whether a day has begun nowhere on earth: it is none that an article was published on."""
    return day > date.today() + timedelta(days=1)
