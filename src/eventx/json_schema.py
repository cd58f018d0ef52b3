"""The JSON Schema files under `schemas/`, generated from the Pydantic models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from eventx.article import Article
from eventx.counts.mention import CountMention
from eventx.errors import InputError, SchemaDrift
from eventx.schema import SCHEMA_VERSION, Extraction

_MODELS: dict[str, type[BaseModel]] = {
    "extraction": Extraction,
    "article": Article,
    "count-mention": CountMention,
}


def names() -> tuple[str, ...]:
    """Return the names of the schemas, the one of an extraction first."""
    return tuple(_MODELS)


def of(name: str) -> str:
    """Return the JSON text of one schema; raises InputError when there is none of that name."""
    if name not in _MODELS:
        raise InputError(f"there is no schema {name!r}; choose one of {', '.join(_MODELS)}")
    generated = _MODELS[name].model_json_schema(mode="serialization", schema_generator=_EveryField)
    head: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:eventx:schema:{SCHEMA_VERSION}:{name}",
        "title": generated.pop("title"),
    }
    return json.dumps({**head, **generated}, ensure_ascii=False, indent=2) + "\n"


def generate() -> dict[str, str]:
    """Return the JSON text of every schema by its file name, "extraction.schema.json"."""
    return {f"{name}.schema.json": of(name) for name in _MODELS}


def check(folder: Path) -> None:
    """Raise SchemaDrift unless the folder holds every schema as the code generates it, and no other."""
    generated = generate()
    stale = {path.name for path in folder.glob("*.schema.json")} - set(generated)
    differing = [name for name, text in generated.items() if _text(folder / name) != text]
    if stale:
        raise SchemaDrift(f"{folder / min(stale)} belongs to no model; delete it")
    if differing:
        raise SchemaDrift(f"{folder / differing[0]} differs from the code; run `make schema`")


class _EveryField(GenerateJsonSchema):
    """Requires every field: what eventx writes has them all, those that have a default too."""

    def field_is_required(self, *args: Any, **kwargs: Any) -> bool:
        return True


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
