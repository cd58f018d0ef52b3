"""The models eventx can fetch: one small TOML file each, under `manifests/`."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from eventx.errors import ModelUnavailable

DEFAULT = "qwen2.5-coder-1.5b-instruct-q4_k_m"


@dataclass(frozen=True, slots=True)
class Hub:
    """A file in a repository of the model hub."""

    repository: str
    file: str


@dataclass(frozen=True, slots=True)
class Wheels:
    """A file cut into parts of `part_size` bytes (the last may be shorter), one part in each of some wheels.

    `distribution` and `member` are templates: `{n}` is the part's number, from 1. `member` may hold `*`.
    """

    distribution: str
    version: str
    parts: int
    part_size: int
    member: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A model: what its file must be, and where it can be had, best source first.

    `size` is in bytes, `context` in tokens for one request, `alias` the name the server answers to.
    """

    name: str
    alias: str
    licence: str
    file: str
    size: int
    sha256: str
    context: int
    sources: tuple[Hub | Wheels, ...]


def parse(text: str) -> Manifest:
    """Return the model that a manifest's TOML text describes."""
    table = tomllib.loads(text)
    return Manifest(**{**table, "sources": tuple(_source(**entry) for entry in table["sources"])})


@functools.cache
def list_models() -> tuple[Manifest, ...]:
    """Return every known model, the default first."""
    texts = (entry.read_text(encoding="utf-8") for entry in (files(__package__) / "manifests").iterdir())
    return tuple(sorted(map(parse, texts), key=lambda model: (model.name != DEFAULT, model.name)))


def find(name: str | None = None) -> Manifest:
    """Return the model of that name or alias, or the default; raises ModelUnavailable when there is none."""
    wanted = name or DEFAULT
    for model in list_models():
        if wanted in (model.name, model.alias):
            return model
    known = ", ".join(model.alias for model in list_models())
    raise ModelUnavailable(f"there is no embedded model {wanted!r}: choose one of {known}")


def _source(*, kind: str, **fields: Any) -> Hub | Wheels:
    return Hub(**fields) if kind == "hub" else Wheels(**fields)
