"""Who stands on which side, and whose people were harmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventx import places
from eventx.article import Article
from eventx.checks.counted import Placed, placed
from eventx.checks.quantities import brief, is_generic, is_nobody, listed
from eventx.checks.rule import Rule
from eventx.quotes import fold
from eventx.schema import Actor, Event, Finding
from eventx.sentences import spans

SAME_ACTOR = Rule(
    "same-actor-both-sides",
    25,
    "error",
    "No actor is on both sides of an event.",
    "ACLED and UCDP GED: an event is between two sides",
)
SIDE_UNKNOWN = Rule(
    "side-unknown",
    26,
    "warning",
    "Each loss names a side, or the civilians.",
    "UCDP GED: deaths of no known side are a column of their own",
)
SIDE_WITHOUT_ACTOR = Rule(
    "side-without-actor",
    26,
    "error",
    "A side that has losses has an actor.",
    "UCDP GED: deaths_a and deaths_b belong to side_a and side_b",
)
SUPPORTER_LOSS = Rule(
    "supporter-loss",
    27,
    "error",
    "Who only supports a side has no losses unless the words name its people.",
    "support from the air or from abroad is no proof of losses",
)
CIVILIAN_STATUS = Rule(
    "civilian-status-unknown",
    38,
    "info",
    '"People" may be civilians or fighters; only the words can say.',
    "casualty recording: combatant status is recorded where it is stated",
)
RULES = (SAME_ACTOR, SIDE_UNKNOWN, SIDE_WITHOUT_ACTOR, SUPPORTER_LOSS, CIVILIAN_STATUS)

_CIVILIAN = re.compile(
    r"\b(?:civilians?|villagers?|residents?|bystanders?|passers-?by|non-?combatants?|onlookers?)\b",
    re.IGNORECASE,
)


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield what is wrong or unknown about the sides of each event."""
    for index, event in enumerate(events):
        counts = [each for each in placed(index, event) if not is_nobody(each[1].count)]
        yield from _on_both_sides(index, event)
        yield from _side_unknown(index, counts)
        for path, casualty in counts:
            if casualty.group not in ("side_a", "side_b"):
                continue
            side: tuple[Actor, ...] = getattr(event, casualty.group)
            letter = casualty.group[-1].upper()
            if not side:
                yield SIDE_WITHOUT_ACTOR.at(
                    f"{path}.group", f"{brief(casualty)} is given to side {letter}, which has no actor"
                )
            elif all(actor.role == "supporter" and not _names(casualty.who, actor) for actor in side):
                yield SUPPORTER_LOSS.at(
                    f"{path}.group",
                    f"{brief(casualty)} is given to side {letter}, where {_and(side)} only gives support",
                )
        yield from _civilian_status(article.text, index, counts)


def _on_both_sides(index: int, event: Event) -> Iterator[Finding]:
    of_a = {_key(actor.name): actor.name for actor in event.side_a}
    for number, actor in enumerate(event.side_b):
        if _key(actor.name) in of_a:
            yield SAME_ACTOR.at(
                f"events[{index}].side_b[{number}].name",
                f"{actor.name} is on side B and, as {of_a[_key(actor.name)]}, on side A",
            )


def _side_unknown(index: int, counts: list[Placed]) -> Iterator[Finding]:
    unknown = [each for _, each in counts if each.role == "part" and each.group == "unknown"]
    if unknown:
        yield SIDE_UNKNOWN.at(
            f"events[{index}].casualties", f"nothing says whose people these were: {listed(unknown)}"
        )


def _civilian_status(text: str, index: int, counts: list[Placed]) -> Iterator[Finding]:
    people = [
        each
        for _, each in counts
        if each.role in ("part", "total")
        and is_generic(each.who)
        and each.group in ("unknown", "civilians")
        and not (
            each.group == "civilians" and any(_speaks_of_civilians(text, e.start) for e in each.evidence)
        )
    ]
    if people:
        yield CIVILIAN_STATUS.at(
            f"events[{index}].casualties",
            f"nothing says whether these were civilians or fighters: {listed(people)}",
        )


def _speaks_of_civilians(text: str, offset: int) -> bool:
    return any(
        _CIVILIAN.search(text, start, end) is not None for start, end in spans(text) if start <= offset < end
    )


def _names(who: str | None, actor: Actor) -> bool:
    """Return whether the words for the people name the actor or its country: "three Arlander soldiers"."""
    if who is None:
        return False
    countries = {iso3 for _, iso3, _ in places.countries_in(actor.name)}
    return f" {_key(actor.name)} " in f" {fold(who)} " or any(
        iso3 in countries for _, iso3, _ in places.countries_in(who)
    )


def _key(name: str) -> str:
    return places.normalise(name)


def _and(side: tuple[Actor, ...]) -> str:
    return " and ".join(actor.name for actor in side)
