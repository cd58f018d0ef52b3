"""The shapes a model must answer in: nothing left out, nothing invented, no word it was not meant to read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from eventx.reply import MOST_COUNTS, MOST_INCIDENTS, MOST_QUOTES, judgements, quotations, report
from scripted import incident, told
from scripted import judgements as answers

ONE = {"harm": "killed", "whose": "a"}
OF_SEVERAL = {"event": 1, **ONE}
REPORT = report(("battle", "raid"))


@pytest.mark.parametrize("counts", [0, 1, 3, MOST_COUNTS])
def test_there_is_one_required_key_for_each_count(counts: int) -> None:
    keys = [f"c{number}" for number in range(1, counts + 1)]
    schema = judgements(counts, 1).model_json_schema()
    assert (list(schema["properties"]), schema.get("required", [])) == (keys, keys)


@pytest.mark.parametrize(
    ("events", "reply"),
    [
        pytest.param(1, {"c1": ONE}, id="a-count-left-out"),
        pytest.param(1, {"c1": ONE, "c2": ONE, "c3": ONE}, id="a-count-invented"),
        pytest.param(1, {"c1": ONE, "c2": ONE, "note": "x"}, id="a-word-added"),
        pytest.param(1, {"c1": ONE, "c2": {"harm": "killed"}}, id="no-side"),
        pytest.param(1, {"c1": ONE, "c2": {**ONE, "whose": "c"}}, id="an-unknown-side"),
        pytest.param(1, {"c1": ONE, "c2": {**ONE, "harm": "dead"}}, id="an-unknown-harm"),
        pytest.param(1, {"c1": ONE, "c2": OF_SEVERAL}, id="an-event-that-was-not-asked"),
        pytest.param(2, {"c1": ONE, "c2": OF_SEVERAL}, id="no-event"),
        pytest.param(2, {"c1": OF_SEVERAL, "c2": {**OF_SEVERAL, "event": 3}}, id="an-unknown-event"),
        pytest.param(2, {"c1": OF_SEVERAL, "c2": {**OF_SEVERAL, "event": 0}}, id="events-count-from-one"),
    ],
)
def test_judgements_of_two_counts_that_do_not_fit_are_refused(events: int, reply: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        judgements(2, events).model_validate(reply)


@pytest.mark.parametrize(
    ("events", "reply"),
    [
        pytest.param(1, answers(("killed", "a"), ("none", "unknown")), id="one-event"),
        pytest.param(2, answers((1, "killed", "a"), (2, "wounded", "civilians")), id="two-events"),
    ],
)
def test_judgements_that_fit_are_kept_as_they_are(events: int, reply: dict[str, Any]) -> None:
    assert judgements(2, events).model_validate(reply).model_dump() == reply


def test_a_reply_type_is_made_once_for_each_shape() -> None:
    assert judgements(7, 2) is judgements(7, 2)
    assert judgements(7, 2) is not judgements(7, 1)


@pytest.mark.parametrize(
    "reply_type",
    [REPORT, judgements(2, 1), judgements(2, 3), quotations(1), quotations(3)],
    ids=["report", "one-event", "several-events", "quotes", "quotes-of-several-events"],
)
def test_a_schema_carries_no_prose_and_allows_no_other_key(reply_type: type[BaseModel]) -> None:
    schema = reply_type.model_json_schema()
    assert '"description"' not in json.dumps(schema)
    objects = [schema, *schema["$defs"].values()]
    assert [each["additionalProperties"] for each in objects] == [False] * len(objects)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"incidents": MOST_INCIDENTS + 1}, id="too-many-incidents"),
        pytest.param({"events": [incident()] * (MOST_INCIDENTS + 1)}, id="too-many-events"),
        pytest.param({"new_violence": "perhaps"}, id="neither-yes-nor-no"),
        pytest.param({"events": [{**incident(), "killed": 5}]}, id="a-number"),
        pytest.param({"events": [incident(kind="war")]}, id="an-unknown-kind"),
    ],
)
def test_a_report_that_does_not_fit_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        REPORT.model_validate({**told(incident()), **changes})


def test_a_long_headline_is_no_fault() -> None:
    assert REPORT.model_validate({**told(), "news": "x" * 1000}).news == "x" * 1000


def test_a_reply_type_of_reports_is_made_once_for_each_choice_of_kinds() -> None:
    assert report(("battle", "raid")) is REPORT
    assert report(("battle",)) is not REPORT


QUOTE = {"quote": "Sept morts", "people": "morts", "number": None, "harm": "killed", "whose": "a"}


@pytest.mark.parametrize(
    ("events", "counts"),
    [
        pytest.param(1, [], id="none"),
        pytest.param(1, [QUOTE] * MOST_QUOTES, id="many"),
        pytest.param(1, [{**QUOTE, "number": 7}], id="a-number"),
        pytest.param(2, [{**QUOTE, "event": 2}], id="of-the-second-event"),
    ],
)
def test_quotes_that_fit_are_kept_as_they_are(events: int, counts: list[dict[str, Any]]) -> None:
    assert quotations(events).model_validate({"counts": counts}).model_dump() == {"counts": counts}


@pytest.mark.parametrize(
    ("events", "counts"),
    [
        pytest.param(1, [QUOTE] * (MOST_QUOTES + 1), id="too-many"),
        pytest.param(1, [{**QUOTE, "number": "sept"}], id="a-number-in-words"),
        pytest.param(1, [{**QUOTE, "event": 1}], id="an-event-that-was-not-asked"),
        pytest.param(2, [QUOTE], id="no-event"),
        pytest.param(2, [{**QUOTE, "event": 3}], id="an-unknown-event"),
    ],
)
def test_quotes_that_do_not_fit_are_refused(events: int, counts: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError):
        quotations(events).model_validate({"counts": counts})


def test_a_reply_type_of_quotes_is_made_once_for_each_number_of_events() -> None:
    assert quotations(2) is quotations(2)
