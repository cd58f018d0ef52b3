"""An answer against a text's labels: whole texts, or event by event, and what is wrong in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bench.real.answers import Answer, Told
from bench.real.labels import OUTCOMES, Text, Verdict, added, label, verdict
from eventx.assignment import heaviest
from eventx.numerals import stated

_SMALL = frozenset({"and", "the", "las", "los", "del", "les", "des"})
_NUMBER = re.compile(r"\d+")


class Scored(NamedTuple):
    """What is right of one text.

    `by_outcome` has the whole text's verdicts, with how the text gives each figure. Of a text labelled by
    event: `found` and `right` of `labelled` events, and how many are `extra`, those told in passing apart.
    """

    id: str
    by_outcome: Mapping[str, tuple[str, Verdict]]
    is_right: bool
    is_silent: bool
    labelled: int
    found: int
    right: int
    extra: int
    passing: int
    day: bool | None
    place: bool | None
    sides: tuple[int, int]
    vouched: tuple[tuple[str, bool], ...]


def scored(text: Text, answer: Answer) -> Scored:
    """Return what is right of an answer."""
    events = answer.events
    whole = {
        outcome: (
            label(text.truth, outcome).how,
            verdict(label(text.truth, outcome), added([each.figures[outcome] for each in events])),
        )
        for outcome in OUTCOMES
    }
    is_right = all(each == "right" for _, each in whole.values())
    if text.events is None:
        matched: list[tuple[Mapping[str, Any], Told | None]] = []
        labelled, found, right, extra, passing = 0, 0, 0, 0, 0
    else:
        pairs = dict(heaviest([[_likeness(one, other) for other in events] for one in text.events]))
        needed = [index for index, each in enumerate(text.events) if not each["optional"]]
        matched = [(text.events[index], events[pairs[index]] if index in pairs else None) for index in needed]
        rest = [each for index, each in enumerate(events) if index not in pairs.values()]
        labelled, found = len(needed), sum(each is not None for _, each in matched)
        right = sum(each is not None and _is_right(one, each) for one, each in matched)
        extra, passing = sum(not each.passing for each in rest), sum(each.passing for each in rest)
        is_right = right == labelled and not extra
    return Scored(
        text.id,
        whole,
        is_right,
        not is_right and not answer.warns,
        labelled,
        found,
        right,
        extra,
        passing,
        _day_right(text, events),
        _place_right(text, events),
        _sides_right(text, events),
        tuple(_vouched(text, events)),
    )


def _is_right(event: Mapping[str, Any], told: Told) -> bool:
    return all(
        verdict(label(event, outcome), added([told.figures[outcome]])) == "right" for outcome in OUTCOMES
    )


def _likeness(event: Mapping[str, Any], told: Told) -> int:
    """Return how much an event told is like a labelled one, by place, day and sides; 0 for not at all."""
    places = [name for name in (event["place"], event["admin1"]) if name]
    place = any(_alike(name, other) for name in places for other in told.names)
    day = event["date"] is not None and (told.day or "") <= event["date"] <= (told.last or told.day or "")
    sides = sum(any(_shares(side, other) for other in told.sides) for side in event["sides"] if side)
    # In which of its figures they agree decides between two bombs of one day in one town.
    figures = sum(
        verdict(label(event, outcome), added([told.figures[outcome]])) == "right"
        and label(event, outcome).how != "none"
        for outcome in OUTCOMES
    )
    return 100 * (2 * place + 2 * day + sides) + figures if place or day or sides > 1 else 0


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name).casefold()
    return re.findall(r"[^\W\d_]+", "".join(each for each in folded if not unicodedata.combining(each)))


def _alike(one: str, other: str) -> bool:
    """Return whether two names are one place's: a word of both begins alike, whatever its case ending."""
    if _words(one) == _words(other):
        return True
    return any(a[:5] == b[:5] for a in _words(one) for b in _words(other) if min(len(a), len(b)) > 3)


def _shares(one: str, other: str) -> bool:
    return any(a[:5] == b[:5] for a in _words(one) for b in _words(other) if len(a) > 2 and a not in _SMALL)


def _day_right(text: Text, events: Sequence[Told]) -> bool | None:
    """Return whether an event has the text's day; None where the text settles none."""
    days = text.truth.get("date")
    days = days if isinstance(days, list) else [days] if isinstance(days, str) else []
    return any(each.day in days for each in events) if days else None


def _place_right(text: Text, events: Sequence[Told]) -> bool | None:
    place = text.truth.get("place")
    if not isinstance(place, str):
        return None
    return any(_alike(place, name) for each in events for name in each.names)


def _sides_right(text: Text, events: Sequence[Told]) -> tuple[int, int]:
    """Return how many of the sides that are labelled some event names, and of how many."""
    sides = [side for name in ("side_a", "side_b") if (side := text.truth.get(name))]
    told = [name for each in events for name in each.sides]
    return sum(any(_shares(side, name) for name in told) for side in sides), len(sides)


def _vouched(text: Text, events: Sequence[Told]) -> list[tuple[str, bool]]:
    """Return, for each figure whose words are labelled with a number, who vouches for it, and if it is right:

    with a number that the label has, or its words.
    """
    labels = list(_labelled(text))
    judged = []
    for said in (said for each in events for said in each.said):
        if said.start is None:
            continue
        end = said.start + len(said.quote)
        here = [
            numbers
            for start, stop, outcome, numbers in labels
            if outcome == said.outcome and start < end and said.start < stop
        ]
        if here and said.low is not None:
            judged.append((said.vouched, any(said.low in numbers for numbers in here)))
    return judged


def _labelled(text: Text) -> list[tuple[int, int, str, frozenset[int]]]:
    """Return where labelled figures stand, their outcome, and the numbers that are right for their words."""
    found = []
    figures = [
        *text.truth.get("figures", ()),
        *(figure for each in text.events or () for figure in each.get("figures", ())),
    ]
    for each in figures:
        start = text.text.find(each["words"])
        numbers = [int(number) for number in _NUMBER.findall(str(each["value"]).replace(",", ""))]
        if start >= 0 and numbers:
            more = {numbers[0] + 1} if "more than" in str(each["value"]) else set()
            sums = {sum(numbers)} if "+" in str(each["value"]) else set()
            # Of words that hold several numbers each is right: a whole, its parts, one person of two.
            held = stated(each["words"], text.language) | ({1} if max(numbers) > 1 else set())
            right = frozenset({*numbers, *more, *sums, *held})
            found.append((start, start + len(each["words"]), each["outcome"], right))
    return found
