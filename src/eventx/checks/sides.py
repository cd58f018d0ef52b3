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
from eventx.resolve import context
from eventx.schema import Actor, Casualty, Event, Finding
from eventx.sentences import span_at, spans

SAME_ACTOR = Rule(
    "same-actor-both-sides",
    25,
    "error",
    "No actor is on both sides of an event, under any of its names.",
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
ATTACKER_NOT_COUNTED = Rule(
    "attacker-not-counted",
    28,
    "warning",
    "The dead of a suicide attack include at least one attacker.",
    "UCDP GED and GTD: who dies attacking is counted among the dead of the own side",
)
RULES = (
    SAME_ACTOR,
    SIDE_UNKNOWN,
    SIDE_WITHOUT_ACTOR,
    SUPPORTER_LOSS,
    CIVILIAN_STATUS,
    ATTACKER_NOT_COUNTED,
)

_CIVILIAN = re.compile(
    r"\b(?:civilians?|villagers?|residents?|bystanders?|passers-?by|non-?combatants?|onlookers?)\b",
    re.IGNORECASE,
)

# Who does so is dead; a bomber caught before is not told so.
_BLEW_UP = re.compile(
    r"\bblew\s(?:himself|herself|themselves|itself|up\shis|up\sher)\b"
    r"|\bsuicide\s(?:bomber|attacker|bombing|attack|blast|car\sbomb|vest)s?\b[^.]{0,80}?"
    r"\b(?:kill|wound|injur|struck|hit|explod|detonat|ripped|targeted|blew|ramm)"
    r"|\b(?:killed|wounded|injured|hit)\s[^.]{0,60}?\bsuicide\s(?:bomb|attack|blast)"
    r"|\bse\s(?:inmol|hizo\sestallar|hizo\sexplotar)",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\b(?:foil|thwart|prevent|arrest|would-be|failed\sto|before\s(?:he|she|they)\scould)\w*", re.IGNORECASE
)
_SUICIDE = "Suicide bomb"  # ACLED's sub-event type
_ATTACKER = re.compile(
    r"\b(?:bomber|attacker|assailant|atacante|suicida)s?\b|\b(?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE
)


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield what is wrong or unknown about the sides of each event."""
    suicidal = {event.id for event in events if _SUICIDE in (event.acled, event.sub_event_type)}
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
        # Where one event is the bombing, its words are no other's: a town they share stands there, too.
        if not suicidal or event.id in suicidal:
            yield from _attacker(article.text, index, event, counts)


def _on_both_sides(index: int, event: Event) -> Iterator[Finding]:
    of_a = {_key(name): name for actor in event.side_a for name in (actor.name, *actor.aliases)}
    for number, actor in enumerate(event.side_b):
        both = next((name for name in (actor.name, *actor.aliases) if _key(name) in of_a), None)
        if both is not None:
            yield SAME_ACTOR.at(
                f"events[{index}].side_b[{number}].name",
                f"{both} is on side B and, as {of_a[_key(both)]}, on side A",
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


def _attacker(text: str, index: int, event: Event, counts: list[Placed]) -> Iterator[Finding]:
    """Yield where the event's own sentences tell of a suicide attack and no attacker is among the dead."""
    own = [
        *(each for holder in (event.when, event.where) if holder for each in holder.evidence),
        *(each for actor in (*event.side_a, *event.side_b) for each in actor.evidence[:1]),
        *(each for casualty in event.casualties for each in casualty.evidence),
    ]
    told = [each.words for each in context.sentences(text, own)]
    words = next((each[0] for each in map(_BLEW_UP.search, told) if each), None)
    if words is None or any(map(_FAILED.search, told)):
        return
    if not any(each.outcome == "killed" and _is_attackers(text, event, each) for _, each in counts):
        yield ATTACKER_NOT_COUNTED.at(
            f"events[{index}].killed", f'"{" ".join(words.split())}", but no attacker is among the dead'
        )


def _is_attackers(text: str, event: Event, casualty: Casualty) -> bool:
    """Return whether the dead may be attackers: so called, or of a side neither state nor civilian."""
    if _ATTACKER.search(" ".join((casualty.who or "", *(each.quote for each in casualty.evidence)))):
        return True
    sides: dict[str, tuple[Actor, ...]] = {"side_a": event.side_a, "side_b": event.side_b}
    named = [group for group, side in sides.items() if any(_ATTACKER.search(actor.name) for actor in side)]
    if named:
        return casualty.group in named
    side = sides.get(casualty.group, ())
    return bool(side) and not all(actor.kind in ("State forces", "Civilians") for actor in side)


def _speaks_of_civilians(text: str, offset: int) -> bool:
    held = span_at(spans(text), offset)
    return held is not None and _CIVILIAN.search(text, *held) is not None


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
