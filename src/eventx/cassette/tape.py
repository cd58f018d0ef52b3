"""The file a cassette is: read, compared and written, without any network."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from eventx.errors import CassetteMiss, EventxError
from eventx.model.secrets import found

if TYPE_CHECKING:
    import yaml

HEADERS = ("content-type", "retry-after")
"""The headers of a response that are kept; of a request none is."""

# These end a line in YAML and not in JSON: written out, they would come back as another character.
_OTHER_LINE_ENDS = "\r\x85\u2028\u2029"
_SHOWN = 30


class Exchange(NamedTuple):
    """One request and what came back. A body is an object or array, or text when it is neither."""

    method: str
    uri: str
    question: Any
    status: int
    headers: dict[str, str]
    answer: Any

    @property
    def asked(self) -> tuple[str, str, Any]:
        """What a question must equal to get this answer: method, path and body."""
        return self.method, urlsplit(self.uri).path, self.question


def read(path: Path) -> tuple[str, list[Exchange]]:
    """Return the model's name and the exchanges; raises CassetteMiss when there is no such cassette."""
    import yaml

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return content["model"], [Exchange(**each) for each in content["exchanges"]]
    except FileNotFoundError:
        raise CassetteMiss(f"{path}: there is no such cassette; {again(path)}") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError) as error:
        raise CassetteMiss(f"{path}: is no cassette that can be read; {again(path)}") from error


def write(path: Path, model: str, exchanges: list[Exchange]) -> None:
    """Write the cassette, whole or not at all; raises EventxError when it would hold a key."""
    text = dump(model, exchanges)
    secrets = found(text)
    if secrets:
        raise EventxError(
            f"{path} was not written: it would hold {' and '.join(secrets)}; take it out of the input"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def dump(model: str, exchanges: list[Exchange]) -> str:
    """Return the cassette's text; the same exchanges give the same text."""
    content = {"model": model, "exchanges": [each._asdict() for each in exchanges]}
    import yaml

    text: str = yaml.dump(
        content,
        Dumper=_dumper(),
        sort_keys=False,
        allow_unicode=True,
        width=sys.maxsize,
        default_flow_style=False,
    )
    return text


def again(path: Path) -> str:
    """Return how a cassette is recorded again, for the end of a message."""
    return f"record it again: `make record ID={path.stem}`, or `eventx extract FILE --record {path}`"


def value(body: bytes | None) -> Any:
    """Return the object or array that a body holds as JSON, or its text when it holds neither."""
    text = (body or b"").decode("utf-8", errors="replace")
    try:
        parsed = json.loads(text)
    except ValueError:
        return text
    return parsed if isinstance(parsed, dict | list) else text


def data(body: Any) -> bytes:
    """Return the bytes of a body: the JSON of an object or array, or the text itself."""
    return (body if isinstance(body, str) else json.dumps(body)).encode()


def difference(recorded: tuple[str, str, Any], asked: tuple[str, str, Any]) -> str | None:
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


def _dumper() -> type[yaml.SafeDumper]:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes texts of several lines as they read, and no anchors."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
        style = '"' if any(end in words for end in _OTHER_LINE_ENDS) else "|" if "\n" in words else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)

    Dumper.add_representer(str, text)
    return Dumper
