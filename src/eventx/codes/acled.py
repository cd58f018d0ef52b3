"""ACLED's codes: types, precisions, interaction, civilian targeting and deaths (ACLED codebook)."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.codes import Code
from eventx.codes.deaths import are_civilians, combatants, deaths, is_disputed, not_divided, tolls_over
from eventx.schema import Actor, ActorKind, Event, Place, Toll, When

INTER: dict[ActorKind, int] = {
    "State forces": 1,
    "Rebel group": 2,
    "Political militia": 3,
    "Identity militia": 4,
    "Rioters": 5,
    "Protesters": 6,
    "Civilians": 7,
    "External/Other forces": 8,
}
"""The kinds of actor and the numbers that ACLED gave them before it wrote them out."""

TYPES: dict[str, str] = {
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Armed clash": "Battles",
    "Excessive force against protesters": "Protests",
    "Protest with intervention": "Protests",
    "Peaceful protest": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}
"""The event type of each sub-event type, in ACLED's order: of two in one event the first is recorded."""

CIVILIANS_TARGETED = "Civilians targeted"

_DISORDER = {
    "Battles": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Strategic developments": "Strategic developments",
}
_DISORDER_OF = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
}
_GEO: dict[str, tuple[int, str]] = {
    "town": (1, "the place named was located"),
    "near": (2, "the place is near the one located"),
    "admin2": (2, "only the district was located, a part of a region"),
    "admin1": (3, "only the province was located"),
    "country": (3, "only the country is known"),
}
_WEEK = 7
_MONTH = 31


def in_terms(event: Event) -> Event:
    """Return the event under ACLED's types, where its codebook names it otherwise and says which it is."""
    if event.acled is None:
        return event
    return event.model_copy(update={"sub_event_type": event.acled, "event_type": TYPES[event.acled]})


def codes(event: Event, *, tolls: Sequence[Toll] = ()) -> tuple[Code, ...]:
    """Return ACLED's codes of the event, always the same fields in the order of ACLED's columns."""
    inter1, inter2 = kinds(event)
    return (
        time_precision(event.when),
        disorder(event),
        *types(event),
        inter1,
        inter2,
        interaction(event),
        civilian_targeting(event),
        geo_precision(event.where),
        _fatalities(event, tolls),
    )


def time_precision(when: When | None) -> Code:
    """Return 1 for known days, 2 for a day within a week, 3 within a month; None for anything wider."""
    field = "time_precision"
    if when is None or when.start is None:
        why = when.reason if when is not None else None
        return _code(field, None, f"unresolved: {why or 'the day is not known'}")
    days = ((when.end or when.start) - when.start).days + 1
    if days > _MONTH:
        return _code(field, None, f"{days} days are more than the month that ACLED allows")
    if when.precision in ("day", "days") and days <= _WEEK:
        return _code(field, 1, when.reason or ("the day is known" if days == 1 else "the days are known"))
    value, span = (2, "week") if days <= _WEEK else (3, "month")
    return _code(field, value, when.reason or f"it is known to the {span}")


def geo_precision(where: Place | None) -> Code:
    """Return 1 for a named town, 2 near it or in a district, 3 for a province or more; None unresolved."""
    if where is None:
        return _code("geo_precision", None, "unresolved: no place is named")
    value, reason = _GEO.get(where.precision, (None, "the place was not located"))
    return _code("geo_precision", value, ("" if value else "unresolved: ") + (where.reason or reason))


def types(event: Event) -> tuple[Code, Code]:
    """Return the event and sub-event type; None for those of another codebook."""
    fields, reason = ("event_type", "sub_event_type"), _not_of_acled(event)
    if reason is not None:
        return _code(fields[0], None, reason), _code(fields[1], None, reason)
    reason = event.type_reason or "this is the type the event was read as"
    return _code(fields[0], event.event_type, reason), _code(fields[1], event.sub_event_type, reason)


def disorder(event: Event) -> Code:
    """Return the disorder type, which follows from the event and sub-event type."""
    if (reason := _not_of_acled(event)) is not None:
        return _code("disorder_type", None, reason)
    value = _DISORDER_OF.get(event.sub_event_type, _DISORDER[event.event_type])
    named = event.sub_event_type if event.sub_event_type in _DISORDER_OF else event.event_type
    return _code("disorder_type", value, f"ACLED counts {named} as {value.lower()}")


def kinds(event: Event) -> tuple[Code, Code]:
    """Return inter1 and inter2: the kind of the first combatant of either side, blank for an absent side."""
    first, second = sides(event)
    return _kind("inter1", event, first), _kind("inter2", event, second)


def sides(event: Event) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Return the sides as actor 1 and actor 2; civilians under attack are the second."""
    first, second = event.side_a, event.side_b
    if event.event_type == "Violence against civilians" and are_civilians(combatants(first)):
        return second, first
    return first, second


def interaction(event: Event) -> Code:
    """Return the two kinds as ACLED writes them: "State forces-Rebel group", "Rebel group only"."""
    known = [code.value for code in kinds(event) if code.value != ""]
    if not known:
        return _code("interaction", None, "unresolved: no actor is named")
    if None in known:
        return _code("interaction", None, "unresolved: the kind of an actor is not known")
    # Civilians come last; of the others the one with the lower number comes first.
    named = sorted(known, key=lambda kind: (kind == "Civilians", _NUMBERS[str(kind)]))
    if len(named) == 1:
        return _code("interaction", f"{named[0]} only", "one side alone is named")
    return _code("interaction", "-".join(map(str, named)), "these are the kinds of the two sides")


def civilian_targeting(event: Event) -> Code:
    """Return "Civilians targeted" where civilians are the main or only target, else a blank."""
    field = "civilian_targeting"
    if event.event_type == "Violence against civilians":
        return _code(field, CIVILIANS_TARGETED, "violence against civilians targets them by definition")
    if event.sub_event_type == "Excessive force against protesters":
        return _code(field, CIVILIANS_TARGETED, "the protesters are the target")
    attacked = any(are_civilians(combatants(side)) for side in (event.side_a, event.side_b))
    if event.event_type in ("Explosions/Remote violence", "Riots") and attacked:
        return _code(field, CIVILIANS_TARGETED, "one side is civilians alone")
    return _code(field, "", "civilians are not the main or only target")


def _not_of_acled(event: Event) -> str | None:
    if TYPES.get(event.sub_event_type) == event.event_type:
        return None
    return f"unresolved: ACLED has no “{event.sub_event_type}” in “{event.event_type}”"


def _kind(field: str, event: Event, side: tuple[Actor, ...]) -> Code:
    actors = combatants(side)
    if actors:
        kind = actors[0].kind
        reason = actors[0].reason or (
            f"{actors[0].name}: {kind}" if kind else f"the kind of {actors[0].name} is not known"
        )
        return _code(field, kind, reason if kind else f"unresolved: {reason}")
    if field == "inter2" and event.event_type == "Violence against civilians":
        return _code(field, "Civilians", "the target of violence against civilians is the second actor")
    return _code(field, "", "nobody is named on this side")


def _fatalities(event: Event, tolls: Sequence[Toll]) -> Code:
    """Return the number of deaths reported, 0 for none, None while only vague words give it."""
    code = _own_fatalities(event)
    return code._replace(reason="; ".join((code.reason, *map(not_divided, tolls_over(event, tolls)))))


def _own_fatalities(event: Event) -> Code:
    vague = [
        each.count.text
        for each in event.casualties
        if each.outcome == "killed"
        and each.role in ("part", "total")
        and each.count.value is None
        and each.count.high is None
    ]
    if vague:
        return _code("fatalities", None, f"“{vague[0]}” is no number; the export puts ACLED's to it")
    dead = fatalities(event, deaths(event).total)
    if not dead:
        return _code("fatalities", 0, "no death is reported")
    return _code("fatalities", dead, "the deaths reported, the lowest number where they differ")


def fatalities(event: Event, total: int) -> int:
    """Return the deaths ACLED records, `total` being what the counts come to: the fewest any source gives."""
    low = event.killed.low if event.killed is not None else None
    return min(total, low) if is_disputed(event) and low is not None else total


_NUMBERS: dict[str, int] = {str(kind): number for kind, number in INTER.items()}


def _code(field: str, value: str | int | None, reason: str) -> Code:
    return Code("ACLED", field, value, reason)
