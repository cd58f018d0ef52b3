"""What the counts of an event come to: quantities, their sums, and the figure for each outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from eventx.resolve.figure import Figure
from eventx.schema import Outcome, Quantity, Role


@dataclass(frozen=True, slots=True)
class Counted:
    """One count of an event, as its figures are added up.

    `others` are what other sources say instead, `left` those of the people who met a later fate: of the
    wounded the dead. `least` is what its subsets come to: no fewer people can it be.
    """

    outcome: Outcome
    role: Role
    count: Quantity
    others: tuple[Quantity, ...] = ()
    left: tuple[Quantity, ...] = ()
    least: int = 0


# Who died of wounds is no more wounded; who was held stays one of those who were taken.
_LEFT: tuple[Outcome, ...] = ("wounded", "missing")
_COUNTED: tuple[Role, ...] = ("part", "total", "subset")


def counted(figures: Sequence[Figure]) -> list[Counted]:
    """Return the figures of an event, each with what other sources say of the same people."""
    others: dict[int, list[Quantity]] = defaultdict(list)
    left: dict[int, list[Quantity]] = defaultdict(list)
    least: dict[int, int] = defaultdict(int)
    for each in figures:
        if each.rival and each.of is not None and each.outcome == figures[each.of].outcome:
            others[each.of].append(each.count)
        if each.was is not None and figures[each.was].outcome in _LEFT and each.role in _COUNTED:
            left[each.was].append(each.count)
        if each.role == "subset" and each.of is not None:
            least[each.of] += each.count.low or 0
    return [
        Counted(each.outcome, each.role, each.count, tuple(others[at]), tuple(left[at]), least[at])
        for at, each in enumerate(figures)
    ]


def total(counts: Sequence[Counted], outcome: Outcome) -> Quantity | None:
    """Return an event's figure for one outcome: the total the text gives, else the sum of the parts.

    Where sources differ on the same people the figure has no value: its low is the least and its high the
    most that any of them gives (casualty recording: ranges are published). Killed or wounded who are not
    told apart widen the upper bound of both. Null where nobody is counted.
    """
    mine = [each for each in counts if each.outcome == outcome]
    whole = next((each for each in mine if each.role == "total"), None)
    parts = [_widened(each) for each in mine if each.role == "part"]
    if whole is not None:
        return _without(_raised(_widened(whole), parts), mine)
    summed = _without(added(parts), mine)
    unsure = [each.count for each in counts if each.outcome == "casualties" and each.role == "part"]
    if outcome not in ("killed", "wounded") or not unsure:
        return summed
    more = added(unsure)
    if summed is None:
        told_apart = any(each.outcome in ("killed", "wounded") for each in counts)
        return None if more is None or told_apart else _some_of(more)
    highs = (summed.high, more.high if more else None)
    return summed.model_copy(update={"high": None if None in highs else sum(high or 0 for high in highs)})


def _some_of(casualties: Quantity) -> Quantity | None:
    """Return what "an unknown number were killed or wounded" says of either: nobody knows how many."""
    is_vague = casualties.low and casualties.value is None and casualties.high is None
    return Quantity(value=None, low=None, high=None, text=casualties.text) if is_vague else None


def _without(figure: Quantity | None, counts: Sequence[Counted]) -> Quantity | None:
    """Return a figure without those of its people who met a later fate."""
    left = added([each for count in counts for each in count.left])
    if figure is None or left is None:
        return figure
    if left.value is None or left.approximate:  # how many have left is not known
        return figure.model_copy(update={"value": None, "low": None})
    if left.value == figure.value == figure.high:
        return None  # nobody is left, and no words say that nobody was
    fewer = {
        name: None if number is None else max(0, number - left.value)
        for name, number in (("value", figure.value), ("low", figure.low), ("high", figure.high))
    }
    return figure.model_copy(update={**fewer, "text": f"{figure.text} - {left.text}"})


def _widened(each: Counted) -> Quantity:
    """Return the count as wide as what other sources say of the same people makes it."""
    if not each.others:
        return _raised_to(each.count, each.least)
    told = (each.count, *each.others)
    lows, highs = [_least_of(each) for each in told], [_most_of(each) for each in told]
    return Quantity(
        value=None,
        low=min(lows) or None,
        high=None if None in highs else max(high or 0 for high in highs),
        approximate=any(each.approximate for each in told),
        text=" or ".join(each.text for each in told),
    )


def _raised_to(count: Quantity, least: int) -> Quantity:
    """Return a number without a least of its own ("up to 50", "several") as no fewer than `least`."""
    is_open = count.low is None or (count.value is None and count.high is None)
    if not is_open or count.approximate or least <= (count.low or 0) or (count.high or least) < least:
        return count
    return count.model_copy(update={"low": least})


def _least_of(count: Quantity) -> int:
    """Return the least a count can be, 0 where its words bound it from above alone: "up to 50"."""
    if count.low is not None:
        return count.low
    is_at_most = count.high is not None and not count.approximate
    return 0 if count.value is None or is_at_most else count.value


def _most_of(count: Quantity) -> int | None:
    """Return the most a count can be: of "around 20" the number itself, of "at least 20" nothing."""
    return count.value if count.high is None and count.low is None else count.high


def added(parts: Sequence[Quantity]) -> Quantity | None:
    """Return the parts added up, null for none; an open or unknown number leaves its side of the sum open."""
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    values = [part.value for part in parts]
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts]
    return Quantity(
        value=None if None in values else sum(value or 0 for value in values),
        low=sum(lows) if lows else None,
        high=None if None in highs else sum(high or 0 for high in highs),
        approximate=any(part.approximate for part in parts),
        text=" + ".join(part.text for part in parts),
    )


def _raised(total: Quantity, parts: Sequence[Quantity]) -> Quantity:
    """Return a total whose lower bound is at least what its parts add up to (codebook: a bound is raised)."""
    least = sum(part.low or 0 for part in parts)
    if total.low is None or total.high is not None or least <= total.low:
        return total
    return total.model_copy(update={"low": least})
