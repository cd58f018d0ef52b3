"""The file a cassette is: read, compared and written, without any network."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote_plus, urlsplit

from eventx.cassette import layout
from eventx.cassette.head import Head
from eventx.errors import CassetteMiss, EventxError
from eventx.model.secrets import found

HEADERS = ("content-type", "retry-after")
"""The headers of a response that are kept; of a request none is."""

_SHOWN = 30

Asked = tuple[str, str, Any]
"""What a question must equal to get an answer: method, path and body."""


class Exchange(NamedTuple):
    """One request and what came back. A body is an object or array, or text when it is neither."""

    method: str
    uri: str
    question: Any
    status: int
    headers: dict[str, str]
    answer: Any

    @property
    def asked(self) -> Asked:
        """What a question must equal to get this answer."""
        return self.method, urlsplit(self.uri).path, self.question


def read(path: Path) -> tuple[Head, list[Exchange]]:
    """Return the head and the exchanges; raises CassetteMiss when there is no such cassette."""
    import yaml

    try:
        content = layout.load(path.read_text(encoding="utf-8"))
        exchanges = [Exchange(**each) for each in content.pop("exchanges")]
        return Head(**{**content, "reply_schemas": tuple(content.get("reply_schemas", ()))}), exchanges
    except FileNotFoundError:
        raise CassetteMiss(f"{path}: there is no such cassette; {again(path)}") from None
    except (OSError, ValueError, yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        raise CassetteMiss(f"{path}: is no cassette that can be read; {again(path)}") from error


def write(path: Path, head: Head, exchanges: list[Exchange]) -> None:
    """Write the cassette, whole or not at all; raises EventxError when it would hold a key."""
    text = dump(head, exchanges)
    # The values first, since their place can be named, then the text: nothing of it goes unseen.
    parts = [part for exchange in exchanges for part in _parts(exchange)]
    for where, words in (*parts, ("the cassette", text)):
        if secrets := found(words):
            raise EventxError(
                f"{path} was not written: {where} would hold {' and '.join(secrets)}; take it out"
            )
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def dump(head: Head, exchanges: list[Exchange]) -> str:
    """Return the cassette's text; the same head and exchanges give the same text."""
    kept = {name: kept for name, kept in head._asdict().items() if kept}
    return layout.dump({**kept, "exchanges": [each._asdict() for each in exchanges]})


def again(path: Path, model: str = "MODEL") -> str:
    """Return how a cassette is recorded again, for the end of a message."""
    return f"record it again: `eventx extract ARTICLE --model {model} --record {path}`"


def data(body: Any) -> bytes:
    """Return the bytes of a body: the JSON of an object or array, or the text itself."""
    return (body if isinstance(body, str) else json.dumps(body)).encode()


def difference(recorded: Asked, asked: Asked) -> str | None:
    """Return the first thing in which a question differs from a recorded one, None when nothing does."""
    for what, old, new in zip(("the method", "the path"), recorded, asked, strict=False):
        if old != new:
            return f"{what} differs (recorded {old}, asked {new})"
    return _differing(recorded[2], asked[2], "")


def _differing(old: Any, new: Any, path: str) -> str | None:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            step = f"{path}.{key}" if path else str(key)
            if key not in new:
                return f"{step} was recorded and is not asked"
            if key not in old:
                return f"{step} is asked and was not recorded"
            if found := _differing(old[key], new[key], step):
                return found
        return None
    if isinstance(old, list) and isinstance(new, list):
        for index, (one, other) in enumerate(zip(old, new, strict=False)):
            if found := _differing(one, other, f"{path}[{index}]"):
                return found
        return (
            None
            if len(old) == len(new)
            else f"{path or 'the body'} has {len(new)} items, recorded {len(old)}"
        )
    if old == new:
        return None
    name = path or "the body"
    if isinstance(old, str) and isinstance(new, str):
        at = next(
            (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
        )
        old, new = old[at : at + _SHOWN], new[at : at + _SHOWN]
        return f"{name} differs from character {at} on (recorded {old!r}, asked {new!r})"
    return f"{name} differs (recorded {old!r}, asked {new!r})"


def _parts(exchange: Exchange) -> Iterator[tuple[str, str]]:
    """Yield all that is kept of an exchange: where it stands, and its words without any quoting."""
    yield "the address", f"{exchange.uri}\n{unquote_plus(exchange.uri)}"
    yield "a header", "\n".join(f"{name}: {kept}" for name, kept in exchange.headers.items())
    yield "the question", "\n".join(_words(exchange.question))
    yield "the answer", "\n".join(_words(exchange.answer))


def _words(body: Any) -> Iterator[str]:
    if isinstance(body, dict):
        for key, inner in body.items():
            yield f"{key}: {inner}"
            yield from _words(inner)
    elif isinstance(body, list):
        for inner in body:
            yield from _words(inner)
    elif isinstance(body, str):
        yield body
        inner = layout.value(body.encode(errors="replace"))
        if not isinstance(inner, str):  # a reply is JSON within JSON, and may be quoted in a way of its own
            yield from _words(inner)
