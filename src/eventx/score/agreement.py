"""How far two coders agree who labelled the same articles: Krippendorff's alpha, by field.

Alpha is 1 where they always agree, 0 where they agree as often as chance would have it, and below 0 where
they agree less than that. Its definition and metrics are those of K. Krippendorff, "Computing Krippendorff's
Alpha-Reliability" (University of Pennsylvania, 2011), whose worked examples the tests hold.

Units are what both coders labelled: events, paired by place, parties and figures, and in these the statements
with the same words, or the same outcome and number (`eventx.assignment`). What only one of them labelled is
no unit; `found` says how much that is.

    type, sub-type, place       nominal, an event; readings that share a name are one
    day                         interval, an event: days apart
    killed … missing stated     nominal, an event: whether there is a number
    killed … missing            interval, an event: people apart, where both have a number
    outcome, side, role         nominal, a statement
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from eventx.assignment import heaviest
from eventx.schema import Group
from eventx.score.fields import FIGURES, Tally
from eventx.score.matching import OTHER_SIDE, plain, same
from eventx.truth import TruthActor, TruthCasualty, TruthEvent

__all__ = ["Coded", "agreement", "alpha"]

Value = Hashable
Metric = Literal["nominal", "interval"]
Units = list[tuple[Value, Value]]

_Labelled = TypeVar("_Labelled", TruthEvent, TruthCasualty)

_FIELDS: dict[str, Metric] = {
    **dict.fromkeys(("type", "sub-type", "place"), "nominal"),
    "day": "interval",
    **dict.fromkeys((f"{name} stated" for name in FIGURES), "nominal"),
    **dict.fromkeys(FIGURES, "interval"),
    **dict.fromkeys(("outcome", "side", "role"), "nominal"),
}


class Coded(NamedTuple):
    """How far two coders agree on a field: alpha, null where nothing varies, over how many units."""

    metric: Metric
    alpha: float | None
    units: int


def alpha(units: Iterable[Sequence[Value | None]], metric: Metric = "nominal") -> float | None:
    """Return Krippendorff's alpha of units, each the values that the coders gave it, None for no value.

    A unit with fewer than two values says nothing. Null when no unit is left, or all values are the same:
    agreement by chance cannot be told apart then.
    """
    coincidences: dict[tuple[Value, Value], float] = defaultdict(float)
    for unit in units:
        values = [value for value in unit if value is not None]
        for i, one in enumerate(values):
            for j, other in enumerate(values):
                if i != j:
                    coincidences[one, other] += 1 / (len(values) - 1)
    totals: dict[Value, float] = defaultdict(float)
    for (one, _), count in coincidences.items():
        totals[one] += count
    apart = _apart(metric)
    observed = sum(count * apart(one, other) for (one, other), count in coincidences.items())
    expected = sum(totals[one] * totals[other] * apart(one, other) for one in totals for other in totals)
    return 1 - (sum(totals.values()) - 1) * observed / expected if expected else None


def _apart(metric: Metric) -> Callable[[Any, Any], float]:
    """Return the metric's function: how far two values are apart, squared."""
    if metric == "nominal":
        return lambda one, other: one != other
    return lambda one, other: (one - other) ** 2


def agreement(
    coded: Iterable[tuple[Sequence[TruthEvent], Sequence[TruthEvent]]],
) -> tuple[dict[str, Tally], dict[str, Coded]]:
    """Return what both coders found, and how far they agree on it by field.

    `coded` has the events of each article, one coder's and the other's. Of what was found, "reported" is the
    first coder's and "in truth" the second's.
    """
    found = {"events": Tally(0, 0, 0), "statements": Tally(0, 0, 0)}
    units: dict[str, Units] = {name: [] for name in _FIELDS}
    for ours, theirs in coded:
        pairs = _pairs(ours, theirs, _events_alike)
        found["events"] = found["events"].plus(Tally(len(pairs), len(ours), len(theirs)))
        said = [sum(len(event.casualties) for event in events) for events in (ours, theirs)]
        both = 0
        for one, other in pairs:
            other = _on_the_same_sides(one, other)
            for name, values in _of_event(one, other):
                units[name].append(values)
            for mine, its in _pairs(one.casualties, other.casualties, _statements_alike):
                both += 1
                for name, values in _of_statement(mine, its):
                    units[name].append(values)
        found["statements"] = found["statements"].plus(Tally(both, *said))
    return found, {
        name: Coded(metric, alpha(units[name], metric), len(units[name])) for name, metric in _FIELDS.items()
    }


def _pairs(
    ours: Sequence[_Labelled], theirs: Sequence[_Labelled], alike: Callable[[_Labelled, _Labelled], int]
) -> list[tuple[_Labelled, _Labelled]]:
    weights = [[alike(one, other) for other in theirs] for one in ours]
    return [(ours[i], theirs[j]) for i, j in heaviest(weights)]


def _events_alike(one: TruthEvent, other: TruthEvent) -> int:
    """Return how much two events have in common: nothing when no place, party or figure is the same."""
    place = bool(_places(one) & _places(other))
    parties = len(_names(one.side_a + one.side_b) & _names(other.side_a + other.side_b))
    figures = sum(
        same(mine, its)
        for name in FIGURES
        if (mine := getattr(one, name)) is not None and (its := getattr(other, name)) is not None
    )
    common = 3 * place + 2 * bool(parties) + 2 * figures
    return common and common + (one.event_type == other.event_type) + bool(_days(one) & _days(other))


def _statements_alike(one: TruthCasualty, other: TruthCasualty) -> int:
    words = one.quote in other.quote or other.quote in one.quote
    outcome, number = one.outcome == other.outcome, same(one.count, other.count)
    found = (words and (outcome or number)) or (outcome and number)
    return 4 * words + 2 * number + outcome if found else 0


def _of_event(one: TruthEvent, other: TruthEvent) -> Iterator[tuple[str, tuple[Value, Value]]]:
    yield "type", (one.event_type, other.event_type)
    yield "sub-type", _shared(one.sub_event_types, other.sub_event_types)
    if one.where and other.where:
        yield "place", _shared(tuple(map(plain, one.where.names)), tuple(map(plain, other.where.names)))
    if one.when and other.when:
        days = [tuple(each.start.toordinal() for each in event.when) for event in (one, other)]
        yield "day", _shared(days[0], days[1])
    for name in FIGURES:
        figures = [getattr(event, name) for event in (one, other)]
        numbers = [figure and figure.value for figure in figures]
        yield f"{name} stated", (figures[0] is not None, figures[1] is not None)
        if None not in numbers:
            yield name, (numbers[0], numbers[1])


def _of_statement(one: TruthCasualty, other: TruthCasualty) -> Iterator[tuple[str, tuple[Value, Value]]]:
    yield "outcome", (one.outcome, other.outcome)
    yield "side", _shared(one.groups, other.groups)
    yield "role", (one.role, other.role)


def _shared(ours: Sequence[Value], theirs: Sequence[Value]) -> tuple[Value, Value]:
    """Return the readings of two coders: one that both allow, else the likeliest of each."""
    both = next((each for each in ours if each in theirs), None)
    return (both, both) if both is not None else (ours[0], theirs[0])


def _on_the_same_sides(one: TruthEvent, other: TruthEvent) -> TruthEvent:
    """Return the other event with its sides in the order of the first: their order means nothing."""
    kept = _alike_sides(one.side_a, other.side_a) + _alike_sides(one.side_b, other.side_b)
    turned = _alike_sides(one.side_a, other.side_b) + _alike_sides(one.side_b, other.side_a)
    if turned <= kept:
        return other
    casualties = tuple(
        each.model_copy(update={"groups": tuple(map(_other_side, each.groups))}) for each in other.casualties
    )
    return other.model_copy(update={"side_a": other.side_b, "side_b": other.side_a, "casualties": casualties})


def _other_side(group: Group) -> Group:
    return OTHER_SIDE.get(group, group)


def _alike_sides(ours: Sequence[TruthActor], theirs: Sequence[TruthActor]) -> int:
    return len(_names(ours) & _names(theirs))


def _names(parties: Sequence[TruthActor]) -> set[str]:
    return {plain(name) for party in parties for name in party.names}


def _places(event: TruthEvent) -> set[str]:
    return set(map(plain, event.where.names)) if event.where else set()


def _days(event: TruthEvent) -> set[int]:
    return {each.start.toordinal() for each in event.when}
