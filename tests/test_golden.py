import json
from typing import Any

import pytest

from eventx.article import Article
from eventx.errors import InputError
from eventx.golden import differences, dump
from eventx.schema import SCHEMA_VERSION, Casualty, Event, Evidence, Extraction, Place, Provenance, Quantity

TEXT = "Eight soldiers were killed near Çorvan – and two men wounded."


def evidence(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence(start=start, end=start + len(quote), quote=quote),)


def extraction(
    *, killed: int = 8, seconds: float = 1.5, version: str = "0.1.0", **changes: Any
) -> Extraction:
    dead = Quantity(value=killed, low=killed, high=killed, text="Eight")
    fields: dict[str, Any] = {
        "id": "e1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "summary": "Clash near Çorvan",
        "when": None,
        "where": Place(text="Çorvan", evidence=evidence("Çorvan")),
        "side_a": (),
        "side_b": (),
        "weapons": (),
        "casualties": (
            Casualty(
                outcome="killed",
                group="side_a",
                who="soldiers",
                role="part",
                count=dead,
                evidence=evidence("Eight soldiers"),
            ),
        ),
        "killed": None,
        "wounded": None,
        "captured": None,
        "missing": None,
        "sources": (),
    }
    made_by = Provenance(
        model="m",
        prompt="extract/v1",
        prompt_sha256="0",
        schema_version=SCHEMA_VERSION,
        eventx_version=version,
        attempts=1,
        seconds=seconds,
    )
    event = Event(**{**fields, **changes})
    return Extraction(article=Article(text=TEXT), events=(event,), findings=(), provenance=made_by)


def without(text: str, *path: str | int) -> str:
    golden = json.loads(text)
    holder = golden
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return json.dumps(golden)


def test_an_extraction_does_not_differ_from_its_own_golden() -> None:
    assert differences(dump(extraction()), extraction()) == ()


def test_seconds_and_version_make_no_difference() -> None:
    assert dump(extraction(seconds=9.0, version="7.0")) == dump(extraction())
    assert "seconds" not in json.loads(dump(extraction()))["provenance"]
    assert "eventx_version" not in json.loads(dump(extraction()))["provenance"]


def test_the_rest_of_the_provenance_is_kept() -> None:
    golden = json.loads(dump(extraction()))
    assert {"model", "prompt", "prompt_sha256", "schema_version", "attempts"} <= golden["provenance"].keys()


def test_the_dump_is_readable_and_ends_its_last_line() -> None:
    text = dump(extraction())
    assert text.startswith('{\n "article": {\n  "text": "Eight soldiers were killed near Çorvan – and')
    assert text.endswith("}\n")


MEN = Casualty(
    outcome="wounded",
    group="unknown",
    who=None,
    role="part",
    count=Quantity(value=2, low=2, high=2, text="two"),
    evidence=evidence("two men"),
)


@pytest.mark.parametrize(
    ("golden", "now", "expected"),
    [
        pytest.param(
            dump(extraction()),
            extraction(killed=18),
            (
                "events[0].casualties[0].count.value: 8 -> 18",
                "events[0].casualties[0].count.low: 8 -> 18",
                "events[0].casualties[0].count.high: 8 -> 18",
            ),
            id="a-number-changed",
        ),
        pytest.param(
            without(dump(extraction()), "events", 0, "summary"),
            extraction(),
            ('events[0].summary: absent -> "Clash near Çorvan"',),
            id="a-field-the-golden-lacks",
        ),
        pytest.param(
            dump(extraction()).replace('"weapons": []', '"weapons": [],\n   "motive": null'),
            extraction(),
            ("events[0].motive: null -> absent",),
            id="a-field-only-the-golden-has",
        ),
        pytest.param(
            dump(extraction()),
            extraction(weapons=("mortar", "mine")),
            ('events[0].weapons[0]: absent -> "mortar"', 'events[0].weapons[1]: absent -> "mine"'),
            id="entries-added",
        ),
        pytest.param(
            without(dump(extraction()), "events", 0, "weapons"),
            extraction(),
            ("events[0].weapons: absent -> []",),
            id="an-empty-list-the-golden-lacks",
        ),
        pytest.param(
            dump(extraction(casualties=(*extraction().events[0].casualties, MEN))),
            extraction(),
            (
                'events[0].casualties[1].outcome: "wounded" -> absent',
                'events[0].casualties[1].group: "unknown" -> absent',
                "events[0].casualties[1].who: null -> absent",
                'events[0].casualties[1].role: "part" -> absent',
                "events[0].casualties[1].of: null -> absent",
                "events[0].casualties[1].count.value: 2 -> absent",
                "events[0].casualties[1].count.low: 2 -> absent",
                "events[0].casualties[1].count.high: 2 -> absent",
                "events[0].casualties[1].count.approximate: false -> absent",
                'events[0].casualties[1].count.text: "two" -> absent',
                "events[0].casualties[1].evidence[0].start: 45 -> absent",
                "events[0].casualties[1].evidence[0].end: 52 -> absent",
                'events[0].casualties[1].evidence[0].quote: "two men" -> absent',
                "events[0].casualties[1].attributed_to: null -> absent",
                "events[0].casualties[1].inferred: null -> absent",
            ),
            id="a-casualty-lost",
        ),
        pytest.param(
            dump(extraction()).replace('"killed": null', '"killed": 8'),
            extraction(),
            ("events[0].killed: 8 -> null",),
            id="unstated-is-not-a-number",
        ),
        pytest.param(
            dump(extraction(killed=0)).replace('"value": 0', '"value": false'),
            extraction(killed=0),
            ("events[0].casualties[0].count.value: false -> 0",),
            id="zero-is-not-false",
        ),
    ],
)
def test_each_differing_value_is_one_line(golden: str, now: Extraction, expected: tuple[str, ...]) -> None:
    assert differences(golden, now) == expected


def test_a_golden_that_is_not_json_says_so() -> None:
    with pytest.raises(InputError, match="the golden is not JSON"):
        differences("{", extraction())
