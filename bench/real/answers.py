"""What each arm says of a text, in one shape: events with figures, and how surely it says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from bench.real.labels import OUTCOMES

# Warnings about anything but figures: one of these alone leaves a wrong figure silent.
NOT_ABOUT_FIGURES = frozenset(
    {"no-source", "side-unknown", "place-tied", "place-unknown", "no-date", "place-unresolved"}
)


class Said(NamedTuple):
    """One figure with its words; `vouched` is "both", "model" or "rules", or "disputed" by a finding."""

    outcome: str
    low: int | None
    high: int | None
    start: int | None
    quote: str
    vouched: str


class Told(NamedTuple):
    """One event as an arm tells it."""

    figures: Mapping[str, Any]
    day: str | None
    last: str | None
    names: tuple[str, ...]
    sides: tuple[str, ...]
    passing: bool
    said: tuple[Said, ...]


class Answer(NamedTuple):
    """An arm's answer; `warns` where it says of some figure that it may be wrong, `is_exact` by quote."""

    events: tuple[Told, ...]
    warns: bool
    is_exact: tuple[bool, ...]
    tokens_out: int
    questions: int


def of_extraction(body: Mapping[str, Any]) -> Answer:
    """Return an extraction (as JSON) as an answer."""
    findings = body["findings"]
    disputed = {each["path"] for each in findings if each["code"] in ("figure-disputed", "sum-disputed")}
    events = tuple(_event(index, each, disputed) for index, each in enumerate(body["events"]))
    text = body["article"]["text"]
    quotes = tuple(
        text[words["start"] : words["end"]] == words["quote"]
        for event in body["events"]
        for casualty in event["casualties"]
        for words in casualty["evidence"]
    )
    warned = [
        each for each in findings if each["severity"] != "info" and each["code"] not in NOT_ABOUT_FIGURES
    ]
    made = body["provenance"]
    return Answer(events, bool(warned), quotes, made["tokens_out"] or 0, made["attempts"])


def _event(index: int, event: Mapping[str, Any], disputed: set[str]) -> Told:
    where, when = event["where"] or {}, event["when"] or {}
    said = []
    for number, each in enumerate(event["casualties"]):
        count = each["count"]
        vouched = "both" if len(each["vouched_by"]) > 1 else next(iter(each["vouched_by"]), "rules")
        paths = {f"events[{index}].casualties[{number}]", f"events[{index}].{each['outcome']}"}
        said.append(
            Said(
                each["outcome"],
                count["low"] if count["low"] is not None else count["value"],
                count["high"],
                each["evidence"][0]["start"],
                each["evidence"][0]["quote"],
                "disputed" if paths & disputed else vouched,
            )
        )
    return Told(
        {outcome: event[outcome] for outcome in OUTCOMES},
        when.get("start"),
        when.get("end"),
        tuple(
            filter(None, (where.get("text"), where.get("admin2"), where.get("admin1"), where.get("country")))
        ),
        tuple(actor["name"] for side in ("side_a", "side_b") for actor in event[side]),
        event["passing"],
        tuple(said),
    )


def of_plain(report: Mapping[str, Any], text: str, tokens_out: int) -> Answer:
    """Return the plain arm's report (as JSON) as an answer: it never warns."""
    events, exact = [], []
    for each in report["events"]:
        exact += [figure["quote"] in text for figure in each["figures"]]
        figures = {outcome: _quantity(each[outcome]) for outcome in OUTCOMES}
        names = tuple(filter(None, (each["place"], each["province"], each["country"])))
        sides = tuple(filter(None, (each["attacker"], each["victim"])))
        events.append(Told(figures, each["date"], each["date"], names, sides, False, ()))
    return Answer(tuple(events), False, tuple(exact), tokens_out, 1)


def _quantity(number: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if number is None:
        return None
    least, most = number["least"], number["most"]
    value = least if most in (None, least) else None
    return {"value": value if value is not None else most if least is None else None} | {
        "low": least,
        "high": most,
        "approximate": False,
    }
