import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from eventx import migrations
from eventx.errors import InputError
from eventx.golden import read
from eventx.migrations import MIGRATIONS, Migration, migrated
from eventx.schema import SCHEMA_VERSION, Extraction

# Goldens as eventx wrote them when the schema's version was 1 and 2, byte for byte.
VERSION_1 = Path(__file__).parent / "stored/two-events.v1.json"
VERSION_2 = Path(__file__).parent / "stored/two-events.v2.json"


def stored(version: str = "1") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(VERSION_1.read_text(encoding="utf-8"))
    read["provenance"]["schema_version"] = version
    return read


def test_an_extraction_of_version_1_is_read_as_of_this_version() -> None:
    assert read(VERSION_1).provenance.schema_version == SCHEMA_VERSION


def test_all_that_version_1_held_is_kept() -> None:
    kept = read(VERSION_1).model_dump(mode="json")

    def held(old: Any, new: Any) -> Any:
        """Return `new` with only the keys that `old` has."""
        if isinstance(old, dict):
            return {name: held(value, new[name]) for name, value in old.items()}
        return [held(a, b) for a, b in zip(old, new, strict=True)] if isinstance(old, list) else new

    old = stored(SCHEMA_VERSION)
    assert held(old, kept) == old


def test_what_version_1_did_not_know_is_unknown() -> None:
    old = read(VERSION_1)
    event = old.events[0]
    assert (old.article.published_from, old.article.dateline) == (None, None)
    assert (event.type_reason, event.context) == (None, ())
    assert event.when is not None
    assert event.when.reason is None
    assert event.where is not None
    assert (event.where.admin2, event.where.candidates, event.where.reason) == (None, (), None)
    assert (event.side_a[0].aliases, event.side_a[0].reason) == ((), None)


def test_what_version_2_did_not_know_is_unknown() -> None:
    old = read(VERSION_2)
    (event, _), casualty = old.events, old.events[0].casualties[0]
    assert (old.tolls, old.provenance.reading) == ((), "lean")  # then there was no other
    assert (event.passing, event.where and event.where.understood) == (False, False)
    assert (casualty.vouched_by, casualty.was) == ((), None)


def test_every_step_leads_to_this_version() -> None:
    for version in MIGRATIONS:
        steps = 0
        while version != SCHEMA_VERSION:
            version = MIGRATIONS[version].to
            steps += 1
            assert steps <= len(MIGRATIONS)


def test_steps_are_taken_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    def more(said: str) -> Any:
        return lambda old: {**old, "said": old.get("said", "") + said}

    steps = {"1": Migration("2", "", more("a")), "2": Migration("3", "", more("b"))}
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    new = migrated(stored(), current="3")
    assert isinstance(new, dict)
    assert (new["said"], new["provenance"]["schema_version"]) == ("ab", "3")


def test_what_is_migrated_is_a_copy() -> None:
    old = stored()
    migrated(old, current=SCHEMA_VERSION)
    assert old == stored()


@pytest.mark.parametrize("thing", [None, [], "x", {}, {"provenance": None}, {"provenance": {}}])
def test_what_carries_no_version_is_left_to_the_schema(thing: object) -> None:
    assert migrated(thing, current=SCHEMA_VERSION) is thing


def test_a_version_that_cannot_be_read_is_refused_by_name() -> None:
    with pytest.raises(InputError) as raised:
        migrated(stored("7"), current=SCHEMA_VERSION)
    assert str(raised.value) == (
        "the extraction is of schema version '7'; this eventx reads 1, 2 and 3: extract the article again, "
        "or use the eventx that wrote it"
    )


def test_the_schema_refuses_it_too() -> None:
    with pytest.raises(ValidationError, match="is of schema version '7'; this eventx reads 1, 2 and 3"):
        Extraction.model_validate(stored("7"))
