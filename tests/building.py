"""Events built from a text: every evidence is located in it, every number is the one the words state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from eventx.article import Article
from eventx.checks import check
from eventx.counts import find
from eventx.places import Gazetteer
from eventx.resolve.aside import SetAside, Why
from eventx.schema import Actor, Casualty, Event, Evidence, Quantity, When

Count = Callable[[str], Casualty]
"""A casualty still without a text."""

DAY = date(2024, 5, 17)


def evidence(text: str, words: str) -> Evidence:
    """Return where `words` first stand in the text; "A ... B" starts the search for B after A."""
    at = 0
    for piece in words.split(" ... "):
        start = text.index(piece, at)
        at = start + len(piece)
    return Evidence(start=start, end=at, quote=piece)


def quantity(text: str, spot: Evidence) -> Quantity:
    """Return the number of the first count that the evidence overlaps."""
    mention = next(each for each in find(text) if each.start < spot.end and spot.start < each.end)
    return Quantity(**mention.model_dump(exclude={"start", "end"}))


def number(value: int | None, low: int | None = None, high: int | None = None, **changes: Any) -> Quantity:
    """Return the number as given; with a value alone it is exact."""
    if value is not None and low is high is None and not changes:
        low = high = value
    return Quantity(value=value, low=low, high=high, **{"text": "as given", **changes})


def counted(
    words: str, outcome: str = "killed", group: str = "side_a", role: str = "part", **changes: Any
) -> Count:
    """Return the casualty that `words` state; `count` and `who` are theirs unless given."""

    def build(text: str) -> Casualty:
        spot = evidence(text, words)
        count = changes["count"] if "count" in changes else quantity(text, spot)
        given = {"who": None, "attributed_to": "the Observatory", "evidence": (spot,), **changes}
        return Casualty.model_validate(
            {"outcome": outcome, "group": group, "role": role, **given, "count": count}
        )

    return build


def actors(text: str, *names: str, role: str = "combatant") -> tuple[Actor, ...]:
    """Return actors by these names, their evidence the first words of the text."""
    spot = (evidence(text, text.split()[0]),)
    return tuple(Actor.model_validate({"name": name, "role": role, "evidence": spot}) for name in names)


def event(text: str, *counts: Count, **changes: Any) -> Event:
    """Return an event of these counts, its figures their totals or sums, between an army and a front."""
    casualties = tuple(build(text) for build in counts)
    figures = {
        outcome: figure(casualties, outcome) for outcome in ("killed", "wounded", "captured", "missing")
    }
    fields: dict[str, Any] = {
        "id": "e1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "summary": "",
        "when": None,
        "where": None,
        "side_a": actors(text, "Norland army"),
        "side_b": actors(text, "Third Front"),
        "weapons": (),
        "casualties": casualties,
        "sources": (),
        **figures,
    }
    return Event(**{**fields, **changes})


def figure(casualties: tuple[Casualty, ...], outcome: str) -> Quantity | None:
    """Return the first total of an outcome, else its parts added up, None without any."""
    mine = [each for each in casualties if each.outcome == outcome]
    if total := next((each.count for each in mine if each.role == "total"), None):
        return total
    parts = [each.count for each in mine if each.role == "part"]
    if len(parts) < 2:
        return parts[0] if parts else None
    values, lows, highs = ([getattr(part, name) for part in parts] for name in ("value", "low", "high"))
    return Quantity(
        value=None if None in values else sum(values),
        low=sum(low or 0 for low in lows),
        high=None if None in highs else sum(highs),
        approximate=any(part.approximate for part in parts),
        text=" + ".join(part.text for part in parts),
    )


def when(text: str, words: str) -> When:
    """Return the time that `words` state, unread."""
    return When(text=words, evidence=(evidence(text, words),))


def aside(text: str, words: str, why: Why) -> SetAside:
    """Return the count that `words` state, set aside."""
    return SetAside(evidence(text, words), why)


def found(
    code: str,
    text: str,
    *events: Event,
    set_aside: tuple[SetAside, ...] = (),
    gazetteers: tuple[Gazetteer, ...] = (),
    **about: Any,
) -> list[str]:
    """Return what the checks say under one code, as "path: message"."""
    article = Article(text=text, **{"published": DAY, **about})
    return [
        f"{one.path}: {one.message}"
        for one in check(article, events, set_aside=set_aside, gazetteers=gazetteers)
        if one.code == code
    ]
