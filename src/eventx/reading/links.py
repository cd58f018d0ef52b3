"""Links become roles: what each figure is to the others of its event, and which of them are added up.

A figure that is no part, repeat, rival or older toll of another is added to its event's. A whole whose parts
come to it is their total; otherwise the whole is added and the parts are subsets of it. A whole without a
number falls back on its parts. Parts of different sides that come to more than their whole stay beside it,
and a check says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import get_args

from eventx.reading.statements import Statement, is_stated, quantity
from eventx.reply import LinkKind, ToldTotal
from eventx.resolve.figure import Figure
from eventx.resolve.totals import sum_text
from eventx.schema import Group, Outcome, Quantity

Totals = Mapping[tuple[int, Outcome], ToldTotal]
"""What the model gives as an event's number for an outcome, by the event's index and the outcome."""

_POINTS_BACK = "the words point back to people told elsewhere"

_GROUPS: Mapping[str, Group] = {
    "a": "side_a",
    "b": "side_b",
    "civilians": "civilians",
    "mixed": "all",
    "unknown": "unknown",
}


@dataclass(frozen=True)
class _Linked:
    """The figures of a text, and what their links come to once repeats and older tolls are followed."""

    figures: Sequence[Figure]
    holder: Mapping[int, int]  # which figure holds the people of another

    @cached_property
    def parts(self) -> Mapping[int, list[int]]:
        """The figures that each holds."""
        held: dict[int, list[int]] = defaultdict(list)
        for index, holder in self.holder.items():
            held[holder].append(index)
        return held

    @cached_property
    def roots(self) -> Mapping[tuple[object, ...], int]:
        """How many figures of an outcome and events are added up and held by none."""
        return Counter(
            (each.outcome, each.events)
            for index, each in enumerate(self.figures)
            if each.role == "part" and index not in self.holder
        )


def figures(statements: Sequence[Statement], events: Mapping[int, int], totals: Totals) -> tuple[Figure, ...]:
    """Return the figures of the events in the order of the text, each in its role.

    `events` are the indices of the events by the number the model gave them. Those who were freed and what
    is of no event are left out.
    """
    kept = sorted(
        (each for each in statements if each.told.fate != "freed" and _events(each, events)),
        key=lambda each: each.evidence.start,
    )
    at = {each.told.n: index for index, each in enumerate(kept)}
    made = [_figure(each, _events(each, events)) for each in kept]
    links = [_links(each, at) for each in kept]
    same = {index: _same(index, links, made, "same_as") for index in range(len(made))}
    newer = {index: _same(index, links, made, "older_than") for index in range(len(made))}
    holder = dict(_holders(made, links, same, newer))
    mains = _mains(made, _rivals(made, links, same))
    for index, each in enumerate(kept):
        made[index] = _cast(made, index, each, links[index], same, newer, mains)
    for index in _told_apart(made, links, same):
        made[index] = replace(made[index], role="total")
    made = _inferred(_Linked(made, holder), links)
    made = [_as_told(each, made[index]) for index, each in enumerate(kept)]
    return tuple(_resolved(_Linked(made, holder), totals))


def _as_told(statement: Statement, figure: Figure) -> Figure:
    """Return casualties that no sum shows to be dead as the model tells them, which the rules do not."""
    fate = statement.told.fate
    if fate == figure.outcome or figure.inferred is not None or fate == "freed":
        return figure
    return replace(figure, outcome=fate, vouched_by=("model",))


def _links(statement: Statement, at: Mapping[int, int]) -> dict[LinkKind, list[int]]:
    named = [link for link in statement.told.links if link.of in at]
    return {how: [at[link.of] for link in named if link.how == how] for how in get_args(LinkKind)}


def _events(statement: Statement, events: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(sorted({events[number] for number in statement.told.events if number in events}))


def _figure(statement: Statement, events: tuple[int, ...]) -> Figure:
    told, same = statement.told, statement.agreeing
    is_borne_out = same is not None and same.outcome in (None, told.fate)
    assert told.fate != "freed"
    # "Eight casualties", read as killed: only a sum can bear that out (`_inferred`).
    unsure = same is not None and same.outcome == "casualties" and told.fate == "killed"
    return Figure(
        evidence=statement.evidence,
        outcome="casualties" if unsure else told.fate,
        group=_GROUPS[told.whose],
        who=same.who if same else None,
        count=quantity(statement),
        events=events,
        source=told.said_by,
        inferred=None if is_stated(statement) else _POINTS_BACK,
        vouched_by=("model", "rules") if is_borne_out or unsure else ("model",),
        reading=same,
    )


def _same(
    index: int, links: Sequence[Mapping[LinkKind, list[int]]], made: Sequence[Figure], how: LinkKind
) -> int:
    """Return the figure that a chain of such links leads to, itself where there is none."""
    seen = {index}
    while True:
        following = [of for of in links[index][how] if of not in seen and _are_alike(made[index], made[of])]
        if not following:
            # Of figures that each point to the other the first stands.
            is_loop = any(_are_alike(made[index], made[of]) for of in links[index][how])
            return min(seen) if is_loop else index
        index = following[0]
        seen.add(index)


def _are_alike(one: Figure, other: Figure) -> bool:
    return one.outcome == other.outcome and one.events == other.events


def _holders(
    made: Sequence[Figure],
    links: Sequence[Mapping[LinkKind, list[int]]],
    same: Mapping[int, int],
    newer: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """Yield each figure that others hold, and its holder: of an older toll the one that replaced it.

    What would be held by what it holds is not.
    """
    held: dict[int, int] = {}
    for index, mine in enumerate(links):
        for of in mine["part_of"]:
            whole = newer[same[newer[same[of]]]]
            may_hold = _are_alike(made[index], made[whole]) or (
                made[index].outcome == "casualties"
                and made[whole].outcome == "killed"
                and made[index].events == made[whole].events
            )
            above, at = {index}, whole
            while at in held and at not in above:
                above.add(at)
                at = held[at]
            if at not in above and may_hold and same[index] == index:
                held[index] = whole
                yield index, whole
                break


def _told_apart(
    made: Sequence[Figure], links: Sequence[Mapping[LinkKind, list[int]]], same: Mapping[int, int]
) -> frozenset[int]:
    """Return the casualties whose dead or wounded are told apart: "of four civilians three died"."""
    return frozenset(
        same[of]
        for index, mine in enumerate(links)
        for of in mine["part_of"]
        if made[same[of]].outcome == "casualties"
        and made[index].outcome in ("killed", "wounded")
        and made[index].events == made[same[of]].events
    )


def _cast(
    made: Sequence[Figure],
    index: int,
    statement: Statement,
    links: Mapping[LinkKind, list[int]],
    same: Mapping[int, int],
    newer: Mapping[int, int],
    mains: Mapping[int, int],
) -> Figure:
    """Return the figure in the role that its own links give it; a "part" may yet become a subset or total."""
    figure = made[index]
    was = next((same[of] for of in links["fate_of"] if made[of].events == figure.events), None)
    figure = replace(figure, was=was if was is not None and made[was].outcome != figure.outcome else None)
    if statement.told.doubt:
        return replace(figure, role="account")
    if same[index] != index:
        return replace(figure, role="repeat", of=same[index])
    if newer[index] != index:
        return replace(figure, role="account")
    main = mains[index]
    if main == index:
        return figure
    if _is_vague(figure.count):
        return replace(figure, role="repeat", of=main)
    return replace(figure, role="account", of=main, rival=True)


def _mains(made: Sequence[Figure], rivals: Mapping[int, int]) -> dict[int, int]:
    """Return for each figure which of those that contradict it stands for all: the first with a number."""
    told: dict[int, list[int]] = {index: [index] for index in range(len(made))}
    for other, of in rivals.items():
        told[of].append(other)
    first = {
        target: next((each for each in some if not _is_vague(made[each].count)), target)
        for target, some in told.items()
    }
    return {index: first[rivals.get(index, index)] for index in range(len(made))}


def _rivals(
    made: Sequence[Figure], links: Sequence[Mapping[LinkKind, list[int]]], same: Mapping[int, int]
) -> dict[int, int]:
    """Return which figure each rival contradicts, the same one for all that contradict each other."""
    rivals: dict[int, int] = {}
    for index, mine in enumerate(links):
        for of in mine["rival_of"]:
            target = same[of]
            target = rivals.get(target, target)
            if target != index and _are_alike(made[index], made[target]):
                rivals[index] = target
                break
    return rivals


def _resolved(linked: _Linked, totals: Totals) -> list[Figure]:
    """Return the figures with wholes as totals of their parts, or parts as subsets of their wholes."""
    found = list(linked.figures)
    for index, whole in enumerate(linked.figures):
        parts = [part for part in linked.parts.get(index, ()) if found[part].role == "part"]
        if not parts or whole.role == "total":
            continue
        alike = [part for part in parts if found[part].outcome == whole.outcome]
        is_only = whole.role == "part" and _is_only_root(linked, index)
        counts = [found[part].count for part in alike]
        if is_only and _is_vague(whole.count) and _falls_back(whole, counts, totals):
            found[index] = replace(whole, role="repeat")
            continue
        if is_only and _tile(whole, [found[part] for part in alike], totals):
            found[index] = replace(whole, role="total")
            continue
        for part in alike:
            found[part] = replace(found[part], role="subset", of=index)
    return found


def _is_only_root(linked: _Linked, index: int) -> bool:
    """Return whether no other figure of the same fate and events is to be added."""
    whole = linked.figures[index]
    is_root = whole.role == "part" and index not in linked.holder
    return linked.roots.get((whole.outcome, whole.events), 0) == is_root


def _falls_back(whole: Figure, parts: Sequence[Quantity], totals: Totals) -> bool:
    """Return whether a whole without a number is no more than its parts, as the event's total says."""
    numbered = [part for part in parts if not _is_vague(part)]
    if sum(part.low or 0 for part in numbered) < (whole.count.low or 0):
        return False  # "dozens, among them four soldiers"
    told = totals.get((whole.events[0], whole.outcome)) if len(whole.events) == 1 else None
    if not numbered:
        return False
    return told is None or told.most is not None


def _tile(whole: Figure, parts: Sequence[Figure], totals: Totals) -> bool:
    """Return whether parts are all that a whole holds: they come to it, or to more on different sides."""
    lows = [part.count.low for part in parts]
    if not parts or None in lows or any(part.count.low != part.count.high for part in parts):
        return False
    least = sum(low or 0 for low in lows)
    written = whole.count.value if whole.count.value is not None else whole.count.low
    if least == written:
        return len(parts) > 1 or whole.count.high is None
    told = totals.get((whole.events[0], whole.outcome)) if len(whole.events) == 1 else None
    if whole.count.high is None and not whole.count.approximate and written is not None and least > written:
        return told is not None and told.least == least
    groups = [part.group for part in parts]
    return written is not None and least > written and len(set(groups)) == len(groups)


def _is_vague(count: Quantity) -> bool:
    """Return whether words give no number at all: "several", "dozens"."""
    return count.value is None and count.high is None


def _inferred(linked: _Linked, links: Sequence[Mapping[LinkKind, list[int]]]) -> list[Figure]:
    """Return the figures with casualties who must be dead for the sum of the killed to hold."""
    found = list(linked.figures)
    unsure: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, each in enumerate(found):
        if each.outcome == "casualties" and each.role == "part" and not links[index]["fate_of"]:
            unsure[each.events].append(index)
    sums = {events: _sum(found, some) for events, some in unsure.items()}
    for index, whole in enumerate(linked.figures):
        if whole.outcome != "killed" or whole.count.value is None or whole.role not in ("part", "total"):
            continue
        mine = [each for each in linked.parts.get(index, ()) if found[each].role in ("part", "subset")]
        if (some := unsure.get(whole.events)) is None:
            continue
        rest = [each for each in mine if not _is_among(each, some)]
        least, more = sums[whole.events], _sum(found, rest)
        if least is None or more is None or least + more != whole.count.value:
            continue
        parts = sorted({*mine, *some})
        values = [found[each].count.value or 0 for each in parts]
        how = f"killed, since {sum_text(values)}, the total given"
        found[index] = replace(whole, role="total")
        for each in parts:
            found[each] = replace(found[each], role="part", of=None)
        for each in unsure.pop(whole.events):
            found[each] = replace(found[each], outcome="killed", inferred=how)
    return found


def _is_among(index: int, some: Sequence[int]) -> bool:
    at = bisect_left(some, index)
    return at < len(some) and some[at] == index


def _sum(figures: Sequence[Figure], some: Iterable[int]) -> int | None:
    """Return what some of the figures come to, null where one has no number."""
    values = [figures[index].count.value for index in some]
    return None if None in values else sum(value or 0 for value in values)
