"""The committed JSON Schema files: generated, complete, and true of what eventx writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from battle import EVENT, WARNING, extraction
from eventx import json_schema
from eventx.errors import InputError, SchemaDrift
from eventx.export import to_json

SCHEMAS = Path(__file__).parents[1] / "schemas"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    for name, text in json_schema.generate().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_committed_schemas_are_those_of_the_code() -> None:
    json_schema.check(SCHEMAS)


def test_what_was_just_written_passes(written: Path) -> None:
    json_schema.check(written)


def test_drift_names_the_file_and_the_command(written: Path) -> None:
    file = written / "article.schema.json"
    file.write_text(file.read_text(encoding="utf-8").replace("publi", "Publi"), encoding="utf-8")
    with pytest.raises(SchemaDrift, match=r"article\.schema\.json differs from the code; run `make schema`"):
        json_schema.check(written)


def test_a_missing_schema_is_drift(written: Path) -> None:
    (written / "extraction.schema.json").unlink()
    with pytest.raises(SchemaDrift, match=r"extraction\.schema\.json differs"):
        json_schema.check(written)


def test_a_schema_of_no_model_is_drift(written: Path) -> None:
    (written / "old.schema.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SchemaDrift, match=r"old\.schema\.json belongs to no model; delete it"):
        json_schema.check(written)


@pytest.mark.parametrize("name", json_schema.names())
def test_a_schema_says_what_it_is(name: str) -> None:
    schema = json.loads(json_schema.of(name))
    assert ["$schema", "$id", "title"] == list(schema)[:3]
    assert f"urn:eventx:schema:3:{name}" == schema["$id"]


def test_an_unknown_name_is_told_the_known() -> None:
    with pytest.raises(InputError, match="choose one of extraction, article, count-mention"):
        json_schema.of("event")


def test_the_schema_asks_for_every_field_that_is_written_and_no_other() -> None:
    schema = json.loads(json_schema.of("extraction"))
    written = json.loads(to_json(extraction(EVENT, findings=(WARNING,))))
    fields = _objects(written)
    assert fields == {path: names for path, names in _required(schema, schema).items() if path in fields}


def _required(schema: dict[str, Any], root: dict[str, Any], path: str = "") -> dict[str, set[str]]:
    """Return the required fields of every object the schema describes, by path."""
    found: dict[str, set[str]] = {}
    for each in (schema, *schema.get("anyOf", ())):
        target = root["$defs"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
        if "properties" in target:
            found[path] = set(target["required"])
            for key, value in target["properties"].items():
                found |= _required(value, root, f"{path}.{key}")
        elif "items" in target:
            found |= _required(target["items"], root, f"{path}[]")
    return found


def _objects(value: object, path: str = "") -> dict[str, set[str]]:
    """Return the fields of every object in a JSON value, by path."""
    found: dict[str, set[str]] = {}
    if isinstance(value, dict):
        found[path] = set(value)
        for key, item in value.items():
            found |= _objects(item, f"{path}.{key}")
    elif isinstance(value, list):
        for item in value:
            found |= _objects(item, f"{path}[]")
    return found
