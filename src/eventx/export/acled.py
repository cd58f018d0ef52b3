"""ACLED: the 31 columns of its export, one row a day, place and pair of actors (ACLED codebook).

Its rules for vague numbers and for deaths over several days are applied here and nowhere else, each with a
finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from eventx.codebook import builtin
from eventx.codes import acled, countries
from eventx.codes.deaths import (
    are_civilians,
    combatants,
    deaths,
    is_disputed,
    not_divided,
    tolls_over,
    written,
)
from eventx.export import cells
from eventx.export.cells import Row, joined
from eventx.export.rules import applied, no_country, no_date, no_event, not_located, refused, undivided
from eventx.resolve.people import is_unidentified
from eventx.schema import Actor, Event, Extraction, Finding, Place, Quantity, When

COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)

# ACLED has no event of these types with one actor only.
_TWO_SIDED = ("Battles", "Violence against civilians")
# Crowds have no name of their own in ACLED but their kind and country; who they were is associated.
_UNNAMED = ("Civilians", "Protesters", "Rioters")
# ACLED's name for an armed group that nobody names, with its country, as its published rows have it.
_UNIDENTIFIED = "Unidentified Armed Group"
_RANK = {sub_type: rank for rank, sub_type in enumerate(acled.TYPES)}


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row | Finding]:
    """Yield ACLED's rows and findings: an event over several days is a row a day, its deaths divided.

    event_id_cnty, source_scale, tags and timestamp are ACLED's to give, and empty.
    """
    made: dict[tuple[Any, ...], dict[str, Any]] = {}
    for index, event in enumerate(extraction.events):
        for row in _of_event(extraction, f"events[{index}]", event):
            if isinstance(row, Finding):
                yield row
            elif (key := _key(row)) in made:
                _merge(made[key], row)
                message = (
                    f"ACLED has one event a day, place and pair of actors: joined on {row['event_date']}"
                )
                yield applied("export-merged", f"events[{index}]", message)
            else:
                made[key] = row
    yield from made.values()


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield the CSV file line by line."""
    return cells.written(rows, COLUMNS)


def _of_event(extraction: Extraction, path: str, event: Event) -> Iterator[dict[str, Any] | Finding]:
    told = acled.in_terms(event)
    event = _with_attacker(told)
    refusal = (
        no_event(path, event)
        or _no_type(path, event)
        or no_date(path, event)
        or no_country(path, event)
        or _no_actor(path, event)
    )
    if refusal is not None:
        yield refusal
        return
    precision = acled.time_precision(event.when)
    if event.when is None or event.where is None or not isinstance(precision.value, int):
        yield refused("export-too-wide", f"{path}.when", precision.reason)
        return
    days = _days(event.when, precision.value)
    dead = acled.fatalities(event, deaths(event, _number).total)
    yield from not_located(path, event)
    yield from _applied(path, event)
    yield from undivided(path, event, extraction.tolls)
    if event is not told:
        yield applied("export-unidentified", path, f"nobody names who attacked: {_UNIDENTIFIED}")
    if precision.value != 1:
        middle = f"{days[0]} is the middle of {event.when.start} to {event.when.end}"
        yield applied("export-mid-period", f"{path}.when", middle)
    notes = joined((event.summary, *map(not_divided, tolls_over(event, extraction.tolls)))) or ""
    if len(days) > 1 and dead:
        split = " + ".join(map(str, _split(dead, len(days))))
        yield applied("export-days-split", f"{path}.killed", f"{dead} deaths over {len(days)} days: {split}")
        notes = joined((notes, f"{dead} deaths over {len(days)} days were divided among them")) or ""
    same = _same_on_all_days(extraction, event, event.where, precision.value)
    for day, number in zip(days, _split(dead, len(days)), strict=True):
        yield {**same, "event_date": day, "year": day.year, "notes": notes, "fatalities": number}


def _same_on_all_days(
    extraction: Extraction, event: Event, where: Place, time_precision: int
) -> dict[str, Any]:
    first, second = acled.sides(event)
    country = where.country or ""
    actor1, assoc1 = _actor(first, country)
    actor2, assoc2 = _actor(second, country)
    if not actor2 and event.event_type == "Violence against civilians":
        actor2 = _unnamed("Civilians", country)
    inter1, inter2 = acled.kinds(event)
    place = countries.facts(where.iso3)
    return {
        **dict.fromkeys(COLUMNS),
        "time_precision": time_precision,
        "disorder_type": acled.disorder(event).value,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "actor1": actor1,
        "assoc_actor_1": assoc1,
        "inter1": inter1.value,
        "actor2": actor2,
        "assoc_actor_2": assoc2,
        "inter2": inter2.value,
        "interaction": acled.interaction(event).value,
        "civilian_targeting": acled.civilian_targeting(event).value,
        "iso": place.iso,
        "region": place.acled_region,
        "country": country,
        "admin1": where.admin1,
        "admin2": where.admin2,
        "location": where.text,
        "latitude": None if where.latitude is None else round(where.latitude, 4),
        "longitude": None if where.longitude is None else round(where.longitude, 4),
        "geo_precision": acled.geo_precision(where).value,
        "source": joined((extraction.article.source, *event.sources)),
    }


def _no_type(path: str, event: Event) -> Finding | None:
    code, _ = acled.types(event)
    return refused("export-no-acled-type", f"{path}.event_type", code.reason) if code.value is None else None


def _with_attacker(event: Event) -> Event:
    """Return the event, an unidentified armed group on the side of an attack on civilians that has nobody.

    Of a battle one side alone is no event: it has two, and the other was more likely missed than not named.
    """
    if event.event_type != "Violence against civilians":
        return event
    side_a, side_b = combatants(event.side_a), combatants(event.side_b)
    group = Actor(name=_UNIDENTIFIED, kind="Political militia", evidence=())
    if not side_a and (not side_b or are_civilians(side_b)):
        return event.model_copy(update={"side_a": (group, *event.side_a)})
    if not side_b and are_civilians(side_a):
        return event.model_copy(update={"side_b": (group, *event.side_b)})
    return event


def _no_actor(path: str, event: Event) -> Finding | None:
    first, second = acled.sides(event)
    implied = event.event_type == "Violence against civilians"  # its second actor is civilians
    named = (bool(combatants(first)), bool(combatants(second)) or implied)
    if any(named) if event.event_type not in _TWO_SIDED else all(named):
        return None
    asked = "two actors" if event.event_type in _TWO_SIDED else "an actor"
    found = "nobody is named"
    if any(named):
        found = "it is not told who attacked whom" if implied else "only one is named"
    message = f"ACLED asks for {asked} of {event.event_type}, and {found}"
    return refused("export-no-actor", path, message)


def _actor(side: Sequence[Actor], country: str) -> tuple[str | None, str | None]:
    """Return the actor of a side and those associated with it; who supports it is associated."""
    fighting = combatants(side)
    backing = [actor.name for actor in side if actor.role == "supporter"]
    if not fighting:
        return None, joined(backing)
    names = [actor.name for actor in fighting]
    kind = fighting[0].kind
    unnamed = _UNIDENTIFIED if is_unidentified(names[0]) else kind if kind in _UNNAMED else None
    if unnamed is not None:
        named = [name for name in names if name.casefold() != unnamed.casefold()]
        return _unnamed(unnamed, country), joined([*named, *backing])
    return names[0], joined([*names[1:], *backing])


def _unnamed(kind: str, country: str) -> str:
    return f"{kind} ({country})"


def _days(when: When, precision: int) -> list[date]:
    """Return the days of an event: all of them where they are known, else the middle of the period."""
    start = when.start or date.min
    length = ((when.end or start) - start).days
    if precision != 1:
        return [start + timedelta(days=length // 2)]
    return [start + timedelta(days=day) for day in range(length + 1)]


def _split(dead: int, days: int) -> list[int]:
    """Return the deaths of each day, as many on each, what is left over on the first."""
    each, left = divmod(dead, days)
    return [each + left, *[each] * (days - 1)]


def _number(count: Quantity) -> int:
    """Return the number ACLED records for a count: its own for a vague word, else the lowest."""
    vague = _vague(count)
    return written(count) if vague is None else vague


def _vague(count: Quantity) -> int | None:
    if count.value is not None or count.high is not None:
        return None
    return builtin().number(count.text)


def _applied(path: str, event: Event) -> Iterator[Finding]:
    """Yield which of ACLED's rules for numbers were applied to the deaths of an event."""
    for number, each in enumerate(event.casualties):
        spot, count = f"{path}.casualties[{number}].count", each.count
        if each.role not in ("part", "total") or each.outcome not in ("killed", "casualties"):
            continue
        if each.outcome == "casualties":
            message = f"“{count.text}” may be killed or wounded: ACLED counts none of them as dead"
            yield applied("export-casualties", spot, message)
        elif (vague := _vague(count)) is not None:
            yield applied("export-vague-number", spot, f"ACLED writes “{count.text}” as {vague}")
        elif count.value is None or (count.low, count.high) != (count.value, count.value):
            yield applied("export-lowest", spot, f"ACLED writes “{count.text}” as {written(count)}")
    if is_disputed(event) and event.killed is not None and event.killed.low is not None:
        message = f"the sources differ, and ACLED takes the lowest: {event.killed.low}"
        yield applied("export-lowest", f"{path}.killed", message)


def _key(row: Row) -> tuple[Any, ...]:
    same = ("event_date", "time_precision", "event_type", "location", "admin1", "country")
    return (*(row[name] for name in same), frozenset((row["actor1"], row["actor2"])))


def _merge(into: dict[str, Any], row: Row) -> None:
    """Add a row to another of the same day, place, type and actors, which may stand the other way round."""
    into["fatalities"] += row["fatalities"]
    into["sub_event_type"] = min(into["sub_event_type"], row["sub_event_type"], key=_RANK.__getitem__)
    other = ("1", "2") if row["actor1"] == into["actor1"] else ("2", "1")
    same = {f"assoc_actor_{mine}": f"assoc_actor_{its}" for mine, its in zip("12", other, strict=True)}
    for mine, its in (same | {"notes": "notes", "source": "source"}).items():
        into[mine] = joined(word for cell in (into[mine], row[its]) for word in str(cell or "").split("; "))
