"""The file of corrections: the documented example is one, and what is none is told in one line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from correcting import SHA, item, number, quoted
from eventx import corrections
from eventx.errors import InputError
from labelled import SEEDS

DOCS = Path(__file__).parents[1] / "docs" / "corrections.md"
ADDED = {
    "count": number(2),
    "outcome": "wounded",
    "group": "unknown",
    "quote": quoted("two men wounded"),
}


def read(tmp_path: Path, content: Any) -> corrections.Corrections:
    path = tmp_path / "corrections.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return corrections.read(path)


def test_the_documented_example_is_a_file_of_corrections(tmp_path: Path) -> None:
    match = re.search(r"<!-- example -->\n```json\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert match is not None
    given = read(tmp_path, match[1])
    assert ["accept", "change", "strike", "add"] == [each.action for each in given.corrections]
    article = (SEEDS / "idlib-clashes.txt").read_text(encoding="utf-8")
    quote = given.corrections[3].quote
    assert quote is not None
    assert quote.quote in article


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(item("accept", None), id="accept-the-article"),
        pytest.param(item("accept"), id="accept-the-event"),
        pytest.param(item("accept", casualty=0, seen="Eight soldiers"), id="accept-a-figure"),
        pytest.param(item("change", casualty=0, group="side_b"), id="change"),
        pytest.param(item("add", **ADDED), id="add"),
        pytest.param(item("strike", casualty=0), id="strike-a-figure"),
        pytest.param(item("strike", quote=ADDED["quote"], outcome="wounded"), id="strike-an-added-figure"),
        pytest.param(item("strike"), id="strike-the-event"),
        pytest.param({"sha256": SHA, "action": "accept"}, id="what-says-nothing-left-out"),
        pytest.param(item("change", casualty=0, count=number(26, 26)), id="at-least"),
        pytest.param(item("change", casualty=0, count=number(26, 27)), id="more-than"),
        pytest.param(item("change", casualty=0, count=number(26, None, 25)), id="fewer-than"),
        pytest.param(item("change", casualty=0, count=number(None, 20, 30)), id="range"),
        pytest.param(item("change", casualty=0, count=number(20, approximate=True)), id="around"),
        pytest.param(item("change", casualty=0, count=number(None, 24)), id="vague"),
    ],
)
def test_what_a_coder_can_say(tmp_path: Path, given: dict[str, Any]) -> None:
    made = {"version": "1", "when": "2024-05-18T09:00:00+02:00", "corrections": [given]}
    (one,) = read(tmp_path, made).corrections
    told = one.model_dump(exclude_unset=True, exclude_none=True)
    assert {key: value for key, value in given.items() if value is not None} == {
        **told,
        **({"count": given["count"]} if given.get("count") else {}),
    }


def whole(*items: Any, **changes: Any) -> dict[str, Any]:
    return {"version": "1", "who": None, "when": "2024-05-18T09:00:00Z", "corrections": items, **changes}


WRONG: dict[str, tuple[Any, str]] = {
    "no JSON": ("{bad", "the file: Invalid JSON: "),
    "a list": ("[]", "the file: Input should be an object"),
    "nested without end": ("[" * 100_000, "the file: Invalid JSON: recursion limit exceeded"),
    "another version": (whole(version="2"), "version: Input should be '1'"),
    "no time": ({"version": "1", "corrections": []}, "when: Field required"),
    "a time of no place": (whole(when="2024-05-18T09:00:00"), "when: Input should have timezone info"),
    "a name without end": (whole(who="a" * 201), "who: String should have at most 200 characters"),
    "more than is known": (whole(run="rm -rf"), "run: Extra inputs are not permitted"),
    "another action": (whole(item("merge")), "corrections.0.action: Input should be 'accept', 'change'"),
    "no hash": (whole({**item("accept"), "sha256": "../x"}), "corrections.0.sha256: String should match"),
    "a casualty of no event": (
        whole(item("accept", None, 1)),
        "corrections.0: a casualty without its event; give the event's id",
    ),
    "a negative casualty": (
        whole(item("accept", casualty=-1)),
        "corrections.0.casualty: Input should be greater than or equal to 0",
    ),
    "seen, but of which": (
        whole(item("accept", seen="Eight")),
        "corrections.0: `seen` without a casualty; give which one it is the quote of",
    ),
    "accept with a change": (
        whole(item("accept", casualty=0, group="all")),
        "corrections.0: accept changes nothing, and group is given; use change",
    ),
    "change of no figure": (
        whole(item("change", group="all")),
        "corrections.0: change without a casualty; give the event's id and which casualty",
    ),
    "change of nothing": (
        whole(item("change", casualty=0)),
        "corrections.0: change without a change; give one of count, outcome, group, role, quote",
    ),
    "add without a quote": (
        whole(item("add", **{**ADDED, "quote": None})),
        "corrections.0: add without quote",
    ),
    "add to no event": (whole(item("add", None, **ADDED)), "corrections.0: add without event"),
    "add over another": (
        whole(item("add", casualty=0, **ADDED)),
        "corrections.0: add with a casualty; use change",
    ),
    "strike of no event": (
        whole(item("strike", None)),
        "corrections.0: strike without an event; give the event's id",
    ),
    "strike with a group": (
        whole(item("strike", casualty=0, group="all")),
        "corrections.0: strike takes no group, but for the quote and outcome of an added figure",
    ),
    "strike of two": (
        whole(item("strike", casualty=0, outcome="wounded", quote=ADDED["quote"])),
        "corrections.0: strike with a casualty and a quote; give one of them",
    ),
    "a number below nothing": (
        whole(item("change", casualty=0, count=number(-1))),
        "corrections.0.count.value: Input should be greater than or equal to 0",
    ),
    "a number beyond people": (
        whole(item("change", casualty=0, count=number(10**12))),
        "corrections.0.count.value: Input should be less than or equal to 1000000000",
    ),
    "bounds turned round": (
        whole(item("change", casualty=0, count=number(None, 30, 20))),
        "corrections.0.count: low, value and high must rise: low <= value <= high",
    ),
    "a value below its bounds": (
        whole(item("change", casualty=0, count=number(2, 20, 30))),
        "corrections.0.count: low, value and high must rise: low <= value <= high",
    ),
    "a quote of another length": (
        whole(item("change", casualty=0, quote={"start": 0, "end": 3, "quote": "Eight"})),
        "corrections.0.quote: the span's length is not the quote's",
    ),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_file_of_corrections_is_told_in_one_line(
    tmp_path: Path, content: Any, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, content)
    said = str(caught.value)
    assert said.startswith(f"{tmp_path / 'corrections.json'}: holds no corrections: {message}"), said
    assert said.endswith("; see docs/corrections.md")
    assert "\n" not in said


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json: cannot be read \(No such file"):
        corrections.read(tmp_path / "none.json")
