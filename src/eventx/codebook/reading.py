"""A codebook read from its file, with one clear line for what is wrong in it."""

from __future__ import annotations

import hashlib
import reprlib
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from eventx.codebook.rules import Codebook, EventType
from eventx.errors import InputError

_NO_KEY = "is no key of a codebook; leave it out, or see docs/codebook.md for those there are"
_LARGEST = 1_000_000  # bytes; a codebook of forty types has twenty thousand


def load(path: str | Path) -> Codebook:
    """Return the codebook in a TOML file; raises InputError, with the file, the key and what to do."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); give a TOML file") from error
    return parse(data, str(path))


def parse(data: bytes, name: str) -> Codebook:
    """Return the codebook in the bytes of a file, `name` being what messages call it; raises InputError."""
    book = _read(data, name)
    for index, each in enumerate(book.types):
        if each.acled is not None and acled(each) is None:
            raise InputError(f"{name}: types[{index}].acled: {each.acled!r} is no sub-event type of ACLED")
    return book


@cache
def builtin() -> Codebook:
    """Return the codebook used when none is given: ACLED's event types."""
    return _read(files(__package__).joinpath("acled.toml").read_bytes(), "acled.toml")


def given(codebook: str | Path | Codebook | None) -> Codebook:
    """Return the codebook a caller gives: a file is read, None is the built-in one; raises as `load` does."""
    if codebook is None:
        return builtin()
    return codebook if isinstance(codebook, Codebook) else load(codebook)


def acled(kind: EventType) -> EventType | None:
    """Return the type of ACLED's that a codebook's is exported as, None where it names none."""
    return builtin().of(kind.acled or kind.sub_event_type)


def _read(data: bytes, name: str) -> Codebook:
    if len(data) > _LARGEST:
        raise InputError(f"{name}: is larger than a codebook can be ({_LARGEST:,} bytes); give a codebook")
    try:
        table: dict[str, Any] = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is no UTF-8 text (byte {error.start}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{name}: is no TOML: {error}; mend that line, and give each key once") from error
    if "sha256" in table:
        raise InputError(f"{name}: sha256: {_NO_KEY}")
    try:
        return Codebook(**{**table, "sha256": hashlib.sha256(data).hexdigest()})
    except ValidationError as error:
        raise InputError(f"{name}: {_told(error)}") from error


def _told(error: ValidationError) -> str:
    wrong = error.errors(include_url=False)[0]
    if not wrong["loc"]:  # what `Codebook` asks of its parts together names the key itself
        return str(wrong["ctx"]["error"])
    key = ""
    for step in wrong["loc"]:
        key += f"[{step}]" if isinstance(step, int) else f".{step}" if key else step
    if wrong["type"] == "extra_forbidden":
        return f"{key}: {_NO_KEY}"
    if wrong["type"] == "missing":
        return f"{key}: is missing; docs/codebook.md says what it means"
    key = key.removesuffix(".[key]")
    return f"{key}: {wrong['msg']}, not {reprlib.repr(wrong['input'])}; docs/codebook.md says what it means"
