"""UCDP GED's codes: type of violence, precisions, clarity and estimates (UCDP GED codebook)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from eventx import places
from eventx.codes import Code
from eventx.codes.deaths import Deaths, combatants, deaths, has_own_figure, tolls_over, written
from eventx.schema import Actor, Event, Place, Toll, When

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3

_Party = Literal["government", "group", "civilians", "rioters", "unknown", "nobody"]

_ARMED = ("Rebel group", "Political militia", "Identity militia")
_WHERE: dict[str, tuple[int, str]] = {
    "town": (1, "the place named was located"),
    "near": (2, "the place is near the one located"),
    "admin2": (3, "only the district was located"),
    "admin1": (4, "only the province was located"),
    "country": (6, "only the country is known"),
}
# Days up to which each precision of a date reaches: a day, 2 to 6 days, a week, a month, a year.
_DATE = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
_CLEAR = 7


class Estimates(NamedTuple):
    """The least, the best and the most deaths of an event, and the best one by whose they are."""

    low: int
    best: int
    high: int
    deaths: Deaths

    @property
    def are_in_order(self) -> bool:
        """Whether low <= best <= high, as every row of the data must have it."""
        return self.low <= self.best <= self.high


def codes(event: Event) -> tuple[Code, ...]:
    """Return UCDP's codes of the event, always the same four fields."""
    kind, _ = violence(event)
    return (kind, where_prec(event.where), event_clarity(event.when), date_prec(event.when))


def violence(event: Event) -> tuple[Code, bool]:
    """Return the type of violence, and whether the event's side B is UCDP's side A.

    1 is state-based, 2 between groups that are no state, 3 against civilians. Side A is a government in
    the first, the attacker in the third.
    """
    first, second = _party(event, event.side_a, "side_a"), _party(event, event.side_b, "side_b")
    parties = {first, second}
    named = [actor.name for side in (event.side_a, event.side_b) for actor in combatants(side)[:1]]
    if "nobody" in parties:
        return _violence(None, "unresolved: a side is not named"), False
    if "rioters" in parties or parties == {"civilians"}:
        return _violence(
            None, f"unresolved: {' and '.join(named)} are not the parties of an armed conflict"
        ), False
    if "civilians" in parties:
        attacker = named[0] if second == "civilians" else named[-1]
        return _violence(ONE_SIDED, f"{attacker} attacked civilians"), first == "civilians"
    if "government" in parties:
        government = named[0] if first == "government" else named[1]
        return _violence(STATE_BASED, f"{government} is a government's side"), first != "government"
    if parties == {"group"}:
        return _violence(NON_STATE, f"neither {named[0]} nor {named[1]} is a state"), False
    unknown = combatants(event.side_a if first == "unknown" else event.side_b)[0]
    foreign = unknown.kind == "External/Other forces"
    what = f"which government {unknown.name} fights for" if foreign else f"what {unknown.name} is"
    return _violence(None, f"unresolved: it is not known {what}"), False


def date_prec(when: When | None) -> Code:
    """Return 1 for a day, 2 for 2 to 6 days, 3 for a week, 4 for up to a month, 5 for up to a year."""
    if when is None or when.start is None:
        why = when.reason if when is not None else None
        return _code("date_prec", None, f"unresolved: {why or 'the day is not known'}")
    days = _days(when)
    value = next((code for most, code in _DATE if days <= most), None)
    if value is None:
        return _code("date_prec", None, f"{days} days are more than the year that UCDP allows")
    return _code("date_prec", value, when.reason or f"it is dated to {days} day{'s' if days > 1 else ''}")


def where_prec(where: Place | None) -> Code:
    """Return 1 for the place itself to 6 for the country; None when the place was not located."""
    if where is None:
        return _code("where_prec", None, "unresolved: no place is named")
    value, reason = _WHERE.get(where.precision, (None, "the place was not located"))
    return _code("where_prec", value, ("" if value else "unresolved: ") + (where.reason or reason))


def event_clarity(when: When | None) -> Code:
    """Return 1 for an event told on its own, 2 for what is summed up over more than a week."""
    if when is None or when.start is None:
        return _code("event_clarity", None, "unresolved: the day is not known")
    if _days(when) > _CLEAR:
        return _code("event_clarity", 2, "it is summed up over more than a week")
    return _code("event_clarity", 1, "it is told as an event of its own")


def estimates(event: Event, *, tolls: Sequence[Toll] = ()) -> Estimates:
    """Return the event's deaths as UCDP gives them: the sides' make the best, the event's figure the bounds.

    What has no upper bound is at most the best; "up to 50" is at least 0. People who are killed or wounded,
    the text does not say which, raise the most where nothing else bounds it. An event that has no figure of
    its own has at most what a toll over it and others counts, and as few as none.
    """
    counted = deaths(event)
    shared = tolls_over(event, tolls)
    if shared and not has_own_figure(event):
        return Estimates(0, 0, _most(shared), counted)
    best, figure = counted.total, event.killed
    unsure = sum(
        each.count.high or each.count.value or each.count.low or 0
        for each in event.casualties
        if each.outcome == "casualties" and each.role in ("part", "total")
    )
    low = high = None
    if figure is not None:
        low, high = figure.low, figure.high
        if low is None and high is not None:
            low = 0
    return Estimates(best if low is None else low, best, best + unsure if high is None else high, counted)


def _most(tolls: Sequence[Toll]) -> int:
    """Return the most people that several tolls hold: a total holds its parts."""
    most = {"part": 0, "total": 0}
    for each in (toll.casualty for toll in tolls):
        number = written(each.count) if each.count.high is None else each.count.high
        most[each.role] = max(most["total"], number) if each.role == "total" else most["part"] + number
    return max(most.values())


def _party(event: Event, side: Sequence[Actor], field: str) -> _Party:
    actors = combatants(side)
    if not actors:
        implied = field == "side_b" and event.event_type == "Violence against civilians"
        return "civilians" if implied else "nobody"
    kinds = [actor.kind for actor in actors]
    if any(map(_is_government, actors)):
        return "government"
    if all(kind in ("Civilians", "Protesters") for kind in kinds):
        return "civilians"
    if any(kind in _ARMED for kind in kinds):
        return "group"
    return "rioters" if "Rioters" in kinds else "unknown"


def _is_government(actor: Actor) -> bool:
    """Return whether the actor is a state's: of its own country, or of another that its name names."""
    if actor.kind == "External/Other forces":
        return bool(places.countries_in(actor.name))
    return actor.kind == "State forces" or (actor.kind is None and places.country(actor.name) is not None)


def _days(when: When) -> int:
    return ((when.end or when.start) - when.start).days + 1 if when.start else 0


def _violence(value: int | None, reason: str) -> Code:
    return _code("type_of_violence", value, reason)


def _code(field: str, value: str | int | None, reason: str) -> Code:
    return Code("UCDP", field, value, reason)
