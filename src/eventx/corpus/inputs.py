"""What a run is given, as articles one at a time: files, folders, tables, standard input; none is kept."""

from __future__ import annotations

import csv
import glob
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

from eventx.article import Article, decode
from eventx.errors import InputError

STDIN = "-"

_TEXTS = (".txt", ".md")
_PAGES = (".html", ".htm")
_TABLES = (".jsonl", ".ndjson", ".csv", ".parquet")
# Longer than any article: a table with a quote left open must not be read into memory whole.
_LONGEST_CELL = 16_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """One input: an article, or in one line why it is none."""

    id: str
    article: Article | None
    error: str = ""


def expand(inputs: Sequence[str]) -> list[tuple[str, Path | None]]:
    """Return the files meant, each with the id an article in it has; None is standard input.

    A file goes by its name without its ending, in a folder by its path there: "2023/idlib". Files in a folder
    whose ending is not known are left out. Raises InputError when there is no such file, or nothing to read.
    """
    files: list[tuple[str, Path | None]] = []
    for given in inputs:
        path = Path(given)
        if given == STDIN:
            files.append(("stdin", None))
        elif path.is_dir():
            inside = sorted(
                each for each in path.rglob("*") if each.is_file() and each.suffix.lower() in _known()
            )
            files += [(each.relative_to(path).with_suffix("").as_posix(), each) for each in inside]
        elif path.exists():
            files.append((path.stem, path))
        else:
            found = sorted(map(Path, glob.glob(given, recursive=True)))  # noqa: PTH207 - takes "/a/*" too
            if not found:
                raise InputError(f"{given}: no such file, folder or pattern; check the path")
            files += [(each.stem, each) for each in found if each.is_file()]
    if not files:
        raise InputError(f"{', '.join(inputs)}: nothing to read; files end in {', '.join(_known())}")
    return files


def count(files: Iterable[tuple[str, Path | None]]) -> int | None:
    """Return how many articles the files hold, near enough for a bar; None where only reading them tells."""
    total = 0
    for _, path in files:
        ending = "" if path is None else path.suffix.lower()
        if path is None or ending in (".csv", ".parquet"):
            return None
        if ending in (".jsonl", ".ndjson"):
            total += _line_ends(path)
        else:
            total += 1
    return total


def _line_ends(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 1  # `read` tells of it, in one line


def read(files: Iterable[tuple[str, Path | None]]) -> Iterator[Given]:
    """Yield what the files hold, in their order. What cannot be used is yielded with the reason."""
    for name, path in files:
        try:
            yield from _read(name, path)
        except InputError as error:
            yield Given(name, None, str(error))
        except OSError as error:
            yield Given(name, None, f"{path}: cannot be read ({error.strerror}); check its permissions")


def _known() -> tuple[str, ...]:
    return (*_TEXTS, *_PAGES, *_TABLES)


def _read(name: str, path: Path | None) -> Iterator[Given]:
    if path is None:
        yield from _stdin(name)
        return
    ending = path.suffix.lower()
    if ending in (".jsonl", ".ndjson"):
        with path.open("rb") as file:
            yield from _json_lines(file, name)
    elif ending == ".csv":
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
            yield from _csv(text, name)
    elif ending == ".parquet":
        yield from _parquet(path, name)
    elif ending in _PAGES:
        yield Given(name, _page(path))
    else:
        yield Given(name, Article.from_file(path))


def _stdin(name: str) -> Iterator[Given]:
    """Yield articles from JSON Lines where the first character is a brace, else one article."""
    file = sys.stdin.buffer
    first = file.readline()
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield _json_line(first, f"{name}:1")
        yield from _json_lines(file, name, start=2)
    else:
        yield Given(name, Article.from_text(decode(first + file.read())))


def _json_lines(file: BinaryIO, name: str, start: int = 1) -> Iterator[Given]:
    for number, line in enumerate(file, start=start):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _json_line(line, f"{name}:{number}")


def _json_line(line: bytes, name: str) -> Given:
    try:
        row = json.loads(decode(line))
    except InputError as error:
        return Given(name, None, str(error))
    except (ValueError, RecursionError) as error:
        return Given(name, None, f"is not JSON ({error}); write one object a line")
    if not isinstance(row, dict):
        return Given(name, None, 'is no object; write {"id": ..., "text": ...}')
    return _row(row, name)


def _csv(file: io.TextIOBase, name: str) -> Iterator[Given]:
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(file)
    if "text" not in (rows.fieldnames or ()):
        raise InputError(
            f"{name}: has no column `text`; the columns are id, text, published, source, url, title"
        )
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Given(f"{name}:{rows.line_num}", None, f"is no row of a table ({error})")
            continue
        yield _row({key: value for key, value in row.items() if key and value}, f"{name}:{rows.line_num}")


def _parquet(path: Path, name: str) -> Iterator[Given]:
    if find_spec("pyarrow") is None:
        raise InputError(f"{path}: Parquet needs pyarrow: pip install 'eventx[parquet]'")
    import pyarrow
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(path)
    except pyarrow.ArrowInvalid as error:
        raise InputError(f"{path}: is no Parquet file ({error})") from error
    with table:
        if "text" not in table.schema_arrow.names:
            raise InputError(f"{path}: has no column `text`")
        columns = [each for each in _COLUMNS if each in table.schema_arrow.names]
        number = 0
        for batch in table.iter_batches(batch_size=256, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _row(row, f"{name}:{number}")


def _page(path: Path) -> Article:
    """Return the article of a web page, with what the page says of its day, source and address."""
    if find_spec("trafilatura") is None:
        raise InputError(f"{path}: web pages need trafilatura: pip install 'eventx[html]'")
    import trafilatura

    page = decode(path.read_bytes())
    text = trafilatura.extract(page, include_comments=False, include_tables=False)
    if not text:
        raise InputError(f"{path}: no article is found in the page; give its text")
    # Only a day that the page itself gives: the extensive search guesses one from any year in the text.
    about: Any = trafilatura.extract_metadata(page, extensive=False)
    row = {"text": text, "title": about.title, "published": about.date, "source": about.sitename}
    return _article({**row, "url": about.url})


_COLUMNS = ("id", "text", "published", "source", "url", "title")


def _row(row: Mapping[str, Any], name: str) -> Given:
    given = row.get("id")
    known = name if given is None or given == "" else str(given)
    try:
        known.encode()
        return Given(known, _article(row))
    except UnicodeEncodeError:
        return Given(name, None, "is not UTF-8; save it as UTF-8")
    except InputError as error:
        return Given(known, None, str(error) if known == name else f"{name}: {error}")


def _article(row: Mapping[str, Any]) -> Article:
    text = row.get("text")
    if not isinstance(text, str) or not text:
        raise InputError("has no `text`; give each article a text")
    text.encode()
    title = row.get("title")
    # What a headline says counts; many archives keep it apart.
    if isinstance(title, str) and title.strip() and not text.lstrip().startswith(title.strip()):
        text = f"{title.strip()}\n\n{text}"
    known = {key: _words(row, key) for key in ("source", "url")}
    return Article.from_text(text, published=row.get("published") or None, **known)


def _words(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InputError(f"`{key}` is no text")
    return value
