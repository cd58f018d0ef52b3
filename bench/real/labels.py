"""Labels of real texts, and when a figure is right by them.

A line is a text with its truth: `{"id", "text", "published", "truth": {"killed": {"low", "high", "how",
"vague", "accept"}, …}, "events": […]}`. An outcome's label may be null (nobody), "vague" or [low, high] in
short. `how` says how the text gives the number, `accept` other [low, high] that are right. `events`, where
there are any, are labelled one by one, with place, day and sides; then the text is scored by event, else as a
whole. An event that is `optional` costs nothing, found or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

OUTCOMES = ("killed", "wounded", "captured", "missing")

Verdict = Literal["right", "wrong", "missed", "invented"]


class Label(NamedTuple):
    """What a careful reader says of one outcome; an end that is open or not said is null."""

    low: int | None
    high: int | None
    how: str
    vague: bool
    accept: tuple[Any, ...]


class Given(NamedTuple):
    """What an arm says of one outcome over some events; `is_number` where any number is given."""

    low: int
    high: int | None
    vague: bool
    is_number: bool


class Text(NamedTuple):
    """A labelled text; `events` is null where it is scored as a whole."""

    id: str
    text: str
    published: str | None
    language: str
    truth: Mapping[str, Any]
    events: tuple[Mapping[str, Any], ...] | None


def load(files: Iterable[Path]) -> list[Text]:
    """Return the texts of JSON Lines; raises OSError and ValueError for a file that cannot be read."""
    return list(_read(files))


def _read(files: Iterable[Path]) -> Iterator[Text]:
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            if not line.strip():
                continue
            try:
                yield _text(json.loads(line))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{file}, line {number}: no labelled text ({error!r})") from error


def _text(row: Mapping[str, Any]) -> Text:
    # Notes and records have one truth; news is labelled by event.
    events = tuple(row["events"]) if "lang" in row and "events" in row else None
    return Text(row["id"], row["text"], row.get("published"), row.get("lang", "en"), row["truth"], events)


def label(truth: Mapping[str, Any], outcome: str) -> Label:
    """Return the label of an outcome, short forms spelled out."""
    said = truth.get(outcome)
    if said is None:
        return Label(None, None, "none", False, ())
    if said == "vague":
        return Label(None, None, "vague", True, ())
    if isinstance(said, list):
        return Label(said[0], said[1], "exact" if said[0] == said[1] else "range", False, ())
    accept = tuple(said.get("accept") or ())
    return Label(said.get("low"), said.get("high"), said.get("how", "?"), said.get("vague", False), accept)


def added(figures: Sequence[Mapping[str, Any] | None]) -> Given | None:
    """Return what quantities (as JSON) of several events come to, None where none is given."""
    told = [each for each in figures if each is not None]
    if not told:
        return None
    low, high, vague, is_number = 0, 0 if told else None, False, False
    for each in told:
        least, most, value = each["low"], each["high"], each["value"]
        vague = vague or (value is None and most is None)
        if value is not None and least is None and (most is None or each["approximate"]):
            least = value
        if value is not None and most is None and each["approximate"]:
            most = value
        is_number = is_number or value is not None or most is not None
        low += least or 0
        high = None if high is None or most is None else high + most
    return Given(low, high, vague, is_number)


def verdict(want: Label, given: Given | None) -> Verdict:
    """Return whether a figure is right or wrong, missed where people are told of, invented where none are."""
    accepted = given is not None and any(each and _fits(each[0], each[1], given) for each in want.accept)
    if want.low in (None, 0) and want.high in (None, 0) and not want.vague:
        is_zero = given is not None and given.is_number and given.low == 0 and given.high == 0
        return "right" if given is None or is_zero or accepted else "invented"
    if given is None:
        return "right" if any(each in (None, [0, 0], [None, None]) for each in want.accept) else "missed"
    if want.vague and want.low is None and want.high is None:
        return "right" if given.vague or accepted else "wrong"
    if want.vague and want.low is not None:  # "12 and several more"
        is_near = want.low <= given.low <= want.low + 25 and given.high is None
        return "right" if is_near or accepted else "wrong"
    return "right" if accepted or _fits(want.low, want.high, given) else "wrong"


def _fits(low: int | None, high: int | None, given: Given) -> bool:
    if low is None:
        return high is not None and high in (given.high, given.low)
    if high is None:
        return given.low == low
    if low == high:
        return given.low == low and given.high in (high, None)
    return (given.low, given.high) == (low, high)
