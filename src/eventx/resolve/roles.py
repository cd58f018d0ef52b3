"""What the counts of one event are to each other: part, total, subset, repeat, or another account."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import inf

from eventx import sentences
from eventx.resolve import accounts, people, same, totals
from eventx.resolve.before import Alike, Before
from eventx.resolve.casts import Cast
from eventx.resolve.placing import Placed
from eventx.schema import Group, Outcome, Role
from eventx.sentences import spans

_OF_THEM = re.compile(
    r"\bof (?:the (?:dead|wounded|injured|victims|killed|detained)|them|those|whom)\b", re.IGNORECASE
)
_HE_AND = re.compile(r"\b(?:he|she) and $", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|and|,\s*and|&)\s*", re.IGNORECASE)


def cast(text: str, placed: Sequence[Placed], sources: Mapping[int, str | None]) -> tuple[Cast, ...]:
    """Return the counts of one event, each in its role, in order.

    `sources` says by where a count starts who gives it.
    """
    before = Before()
    for each in placed:
        assert each.outcome is not None
        assert each.group is not None
        role = _role(text, each, before)
        before.add(Cast(each, each.outcome, each.group, role, sources.get(each.reading.mention.start)))
    casts = _later_is_fuller(text, before.casts)
    casts = accounts.made_exact(text, casts)
    casts = accounts.superseded(text, casts)
    casts = accounts.overtaken(text, casts)
    casts = accounts.rivals(casts)
    return tuple(_repeats_like_first(totals.inferred(totals.with_totals(text, casts))))


def told_in(casts: Sequence[Cast]) -> tuple[int | None, ...]:
    """Return, for each count, the index of the count that its people are in; null for parts and totals.

    A subset is in the count that holds it, the nearest before it; a repeat in the count that has its figure;
    an account in the count that is kept for the same people.
    """
    counted: dict[Outcome, list[int]] = defaultdict(list)
    first: dict[object, int] = {}  # by outcome and number, by where it starts, and of people of any kind
    for index, each in enumerate(casts):
        if each.role in ("part", "total"):
            counted[each.outcome].append(index)
            first.setdefault(_figure(each), index)
            first.setdefault((each.outcome, "at", each.start), index)
            if people.is_generic(each.placed.reading.who):
                first.setdefault((each.outcome, "of any kind"), index)
    found: list[int | None] = []
    for each in casts:
        if each.role == "subset":
            found.append(_holder(casts, counted[each.outcome], each))
        elif each.role == "repeat":
            found.append(first.get(_figure(each)))
        elif each.role == "account":
            rival = first.get((each.outcome, "at", each.instead_of))
            found.append(first.get((each.outcome, "of any kind")) if rival is None else rival)
        else:
            found.append(None)
    return tuple(found)


def _holder(casts: Sequence[Cast], counted: Sequence[int], part: Cast) -> int | None:
    """Return which of the counts large enough holds a part: the nearest before it, else the first."""
    at = bisect_left(counted, part.start, key=lambda index: casts[index].start)
    ahead = (counted[number] for number in range(at, len(counted)))
    nearest = chain((counted[number] for number in range(at - 1, -1, -1)), ahead)
    return next((index for index in nearest if _may_hold(casts[index], part.placed)), None)


def _role(text: str, each: Placed, before: Before) -> Role:
    reading = each.reading
    alike = before.alike(each)
    if alike.hold(_least(each)) and (
        reading.subset or _OF_THEM.search(reading.mention.text) or _continues_subset(text, each, before.casts)
    ):
        return "subset"
    if _is_some_of(each, alike):
        return "subset"
    # Who comes on top of others is none of them, but for those of the first sentence.
    is_on_top = reading.adds and alike.casts[-1:] and alike.casts[-1].role != "repeat"
    until = _first_ends(text) if is_on_top else inf
    if any(
        _is_repeat(text, each, other, alike.casts[-1]) for other in alike.with_figure(reading, until=until)
    ):
        return "repeat"
    if alike.casts and _is_told_with(text, each, alike):
        return "repeat"
    if _is_sum_of(each, alike):
        return "total" if alike.numbered == len(alike.casts) else "repeat"
    return "repeat" if _is_apposition(text, each, before.casts) else "part"


def _is_some_of(each: Placed, alike: Alike) -> bool:
    """Return whether a count takes some of those before: "five of the rebels", "the rebel" of two."""
    heads, least = same.heads(each.reading), _least(each)
    if same.is_one_of(each.reading):
        return any(alike.hold(max(least, 2), head) for head in heads)
    return same.is_some_of(each.reading) and (
        alike.numbered < len(alike.casts) or any(alike.hold(least, head) for head in heads)
    )


def _least(each: Placed) -> int:
    return each.reading.mention.low or each.reading.mention.value or 0


def _may_hold(other: Cast, each: Placed) -> bool:
    """Return whether one count is large enough for another to be a part of it."""
    return other.value is None or other.value >= _least(each)


def _continues_subset(text: str, each: Placed, before: Sequence[Cast]) -> bool:
    """Return whether a count goes on a list of subsets: "including five children and a nurse"."""
    last = before[-1] if before else None
    if last is None or last.role != "subset" or last.outcome != each.outcome:
        return False
    between = text[last.placed.reading.mention.end : each.reading.mention.start]
    return bool(_JOINS.fullmatch(between))


def _is_repeat(text: str, each: Placed, other: Cast, last: Cast) -> bool:
    """Return whether a count tells again of people already counted: the same figure for the same people.

    News says a figure in the headline, the lead and the body; other people are "another" or "more", but
    for those of the first sentence: "five hurt", then "wounding five others". So are those told again one by
    one: "a leader and one fighter", later "the leader … another fighter". A headline says less of who they
    were: "five soldiers", then "five Malian soldiers"; in a sentence those are other people.
    """
    mine, theirs = each.reading, other.placed.reading
    is_told_again = last.role == "repeat" and last.start != other.start
    if other.role == "subset" or (mine.adds and other.start > _first_ends(text) and not is_told_again):
        return False
    if same.figure_of(mine) != same.figure_of(theirs):
        return False
    groups = (each.group or "unknown", other.group)
    if same.is_definite(mine) or same.may_be_same(mine, theirs, groups):
        return True
    return other.start < _headline(text) and groups[0] == groups[1] and same.are_alike(mine, theirs)


def _is_told_with(text: str, each: Placed, alike: Alike) -> bool:
    """Return whether a count is joined to somebody told again: "The leader and several men".

    Some count before has its figure: the lead told of "a leader and several associates".
    """
    reading = each.reading
    last = alike.casts[-1]
    joined = last.role == "repeat" and bool(
        _JOINS.fullmatch(text[last.placed.reading.mention.end : reading.mention.start])
    )
    if not joined and not _HE_AND.search(sentences.before(text, reading.mention.start)):
        return False
    # One of the parts is who is told again; the count needs another.
    own = same.figure_of(reading)
    again = same.figure_of(last.placed.reading) if joined else 1
    return alike.parts[own] > (own == again)


def _is_sum_of(each: Placed, alike: Alike) -> bool:
    """Return whether a count points back to all counted so far: "a leader and an aide", later "both men"."""
    return (
        alike.parts.total() > 1
        and same.is_definite(each.reading)
        and (not alike.has_vague_part or same.is_both(each.reading))
        and alike.sum == each.reading.mention.value
    )


def _is_apposition(text: str, each: Placed, before: Sequence[Cast]) -> bool:
    """Return whether a count says who the one just before is: "the man, a bomb maker, and two others"."""
    last = before[-1] if before else None
    if last is None or last.value != 1 or each.reading.mention.value != 1:
        return False
    between = text[last.placed.reading.mention.end : each.reading.mention.start]
    indefinite = each.reading.mention.text.lower().startswith(("a ", "an "))
    return between == ", " and indefinite and same.is_definite(last.placed.reading)


def _first_ends(text: str) -> int:
    """Return where the first sentence ends."""
    return spans(text)[0][1]


def _headline(text: str) -> int:
    """Return where the headline ends, 0 without one: it has no full stop."""
    start, end = spans(text)[0]
    return 0 if text[start:end].endswith((".", "!", "?", "…")) else end


def _later_is_fuller(text: str, casts: list[Cast]) -> list[Cast]:
    """Return the counts with a headline's bare figure as the repeat of the sentence that says who."""
    found = list(casts)
    with_figure: dict[object, list[int]] = defaultdict(list)
    for index, each in enumerate(casts):
        figure = same.figure_of(each.placed.reading)
        if each.role == "repeat" and each.placed.reading.who is not None:
            first = next(
                (
                    at
                    for at in with_figure[figure]
                    if found[at].role == "part" and _is_repeat(text, each.placed, found[at], found[at])
                ),
                None,
            )
            if (
                first is not None
                and found[first].placed.reading.who is None
                and found[first].outcome == each.outcome
            ):
                found[first], found[index] = replace(found[first], role="repeat"), replace(each, role="part")
        with_figure[figure].append(index)
    return found


def _repeats_like_first(casts: list[Cast]) -> list[Cast]:
    """Return the counts with the group that a repeat or what it repeats knows, and of a subset its whole."""
    again: dict[object, Group] = {}
    for each in casts:
        if each.role == "repeat":
            again.setdefault(_figure(each), each.group)
    known = [
        replace(each, group=again.get(_figure(each), "unknown"))
        if each.role == "part" and each.group == "unknown"
        else each
        for each in casts
    ]
    holders = told_in(known)
    known = [
        replace(each, group=known[of].group)
        if each.role == "subset" and each.group == "unknown" and of is not None
        else each
        for each, of in zip(known, holders, strict=True)
    ]
    first: dict[object, Group] = {}
    for each in known:
        if each.role in ("part", "total"):
            first.setdefault(_figure(each), each.group)
    return [
        replace(each, group=first.get(_figure(each), each.group)) if each.role == "repeat" else each
        for each in known
    ]


def _figure(each: Cast) -> object:
    return each.outcome, same.figure_of(each.placed.reading)
