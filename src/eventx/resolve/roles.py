"""What the counts of one event are to each other: part, total, subset, repeat, or another account."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from eventx.resolve import accounts, people, same, totals
from eventx.resolve.casts import Cast
from eventx.resolve.placing import Placed
from eventx.schema import Group, Role
from eventx.sentences import sentence_start, spans

_OF_THEM = re.compile(
    r"\bof (?:the (?:dead|wounded|injured|victims|killed|detained)|them|those|whom)\b", re.IGNORECASE
)
_HE_AND = re.compile(r"\b(?:he|she) and $", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|and|,\s*and|&)\s*", re.IGNORECASE)


def cast(text: str, placed: Sequence[Placed], sources: Mapping[int, str | None]) -> tuple[Cast, ...]:
    """Return the counts of one event, each in its role, in order.

    `sources` says by where a count starts who gives it.
    """
    casts: list[Cast] = []
    for each in placed:
        assert each.outcome is not None
        assert each.group is not None
        role = _role(text, each, casts)
        casts.append(Cast(each, each.outcome, each.group, role, sources.get(each.reading.mention.start)))
    casts = _later_is_fuller(text, casts)
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
    counted = [(index, each) for index, each in enumerate(casts) if each.role in ("part", "total")]
    found: list[int | None] = []
    for each in casts:
        mine = [(index, other) for index, other in counted if other.outcome == each.outcome]
        if each.role == "subset":
            holds = [index for index, other in mine if _may_hold(other, each.placed)]
            before = [index for index in holds if casts[index].start < each.start]
            found.append(next(iter([*before[::-1], *holds]), None))
        elif each.role == "repeat":
            found.append(next((index for index, other in mine if _same_figure(each, other)), None))
        elif each.role == "account":
            rival = [index for index, other in mine if other.start == each.instead_of]
            plain = [index for index, other in mine if people.is_generic(other.placed.reading.who)]
            found.append(next(iter([*rival, *plain]), None))
        else:
            found.append(None)
    return tuple(found)


def _role(text: str, each: Placed, before: Sequence[Cast]) -> Role:
    reading = each.reading
    alike = [other for other in before if other.outcome == each.outcome]
    if any(_may_hold(other, each) for other in alike) and (
        reading.subset or _OF_THEM.search(reading.mention.text) or _continues_subset(text, each, before)
    ):
        return "subset"
    if any(_may_hold(other, each) and same.is_some_of(reading, other.placed.reading) for other in alike):
        return "subset"
    if any(_is_repeat(text, each, other, alike[-1]) for other in alike):
        return "repeat"
    if alike and _is_told_with(text, each, alike):
        return "repeat"
    if _is_sum_of(each, alike):
        return "total" if all(other.value is not None for other in alike) else "repeat"
    return "repeat" if _is_apposition(text, each, before) else "part"


def _may_hold(other: Cast, each: Placed) -> bool:
    """Return whether one count is large enough for another to be a part of it."""
    least = each.reading.mention.low or each.reading.mention.value or 0
    return other.value is None or other.value >= least


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


def _is_told_with(text: str, each: Placed, alike: Sequence[Cast]) -> bool:
    """Return whether a count is joined to somebody told again: "The leader and several men".

    Some count before has its figure: the lead told of "a leader and several associates".
    """
    reading = each.reading
    before = text[sentence_start(text, reading.mention.start) : reading.mention.start]
    last = alike[-1]
    joined = last.role == "repeat" and bool(
        _JOINS.fullmatch(text[last.placed.reading.mention.end : reading.mention.start])
    )
    if not joined and not _HE_AND.search(before):
        return False
    # One of the parts is who is told again; the count needs another.
    parts = [same.figure_of(other.placed.reading) for other in alike if other.role == "part"]
    own = same.figure_of(reading)
    again = same.figure_of(last.placed.reading) if joined else 1
    return parts.count(own) > (own == again)


def _is_sum_of(each: Placed, before: Sequence[Cast]) -> bool:
    """Return whether a count points back to all counted so far: "a leader and an aide", later "both men"."""
    parts = [other.value for other in before if other.role == "part"]
    return (
        len(parts) > 1
        and same.is_definite(each.reading)
        and (None not in parts or same.is_both(each.reading))
        and sum(value or 0 for value in parts) == each.reading.mention.value
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
    for index, each in enumerate(found):
        if each.role != "repeat" or each.placed.reading.who is None:
            continue
        first = next(
            (
                at
                for at, other in enumerate(found[:index])
                if other.role == "part" and _is_repeat(text, each.placed, other, other)
            ),
            None,
        )
        if (
            first is not None
            and found[first].placed.reading.who is None
            and found[first].outcome == each.outcome
        ):
            found[first], found[index] = replace(found[first], role="repeat"), replace(each, role="part")
    return found


def _repeats_like_first(casts: list[Cast]) -> list[Cast]:
    """Return the counts with the group that a repeat or what it repeats knows, and of a subset its whole."""
    repeats = [each for each in casts if each.role == "repeat"]
    firsts: dict[int, Group] = {
        first.start: next((each.group for each in repeats if _same_figure(each, first)), "unknown")
        for first in casts
        if first.role == "part" and first.group == "unknown"
    }
    known = [replace(each, group=firsts.get(each.start, each.group)) for each in casts]
    holders = told_in(known)
    known = [
        replace(each, group=known[of].group)
        if each.role == "subset" and each.group == "unknown" and of is not None
        else each
        for each, of in zip(known, holders, strict=True)
    ]
    counted = [each for each in known if each.role in ("part", "total")]
    return [
        replace(each, group=first.group)
        if each.role == "repeat"
        and (first := next((one for one in counted if _same_figure(each, one)), None))
        else each
        for each in known
    ]


def _same_figure(one: Cast, other: Cast) -> bool:
    return one.outcome == other.outcome and same.figure_of(one.placed.reading) == same.figure_of(
        other.placed.reading
    )
