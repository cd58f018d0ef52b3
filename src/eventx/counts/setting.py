"""Whether a count is told of the present and as real: earlier times, records, aims, denials, subsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from eventx.counts import english_harm as words
from eventx.counts.governor import Governor
from eventx.counts.units import Row

_REACH = 40  # units a cue reaches
# How many units after the cue its "that" may come: "denied that", "a claim spread by its rivals that".
_OPENS = {"denial": 3, "claim": 12}


class Cue(NamedTuple):
    """A phrase like "last year" or "linked to": its kind, first and last unit."""

    kind: str
    first: int
    last: int


class Setting(NamedTuple):
    """`background`: of earlier times. `unreal`: its verb says it did not happen. `doubtful`: others do."""

    background: bool
    unreal: bool
    doubtful: bool


def cues(text: str, row: Row) -> tuple[Cue, ...]:
    """Return the cue phrases in a sentence, in order."""
    if not row:
        return ()
    starts = [unit.start for unit in row]
    found = (
        Cue(cue.lastgroup or "", bisect_left(starts, cue.start()), bisect_left(starts, cue.end()) - 1)
        for cue in words.CUES.finditer(text, row[0].start, row[-1].end)
    )
    return tuple(cue for cue in found if not row.is_count(cue.last))  # "between 1990 and 2010 men"


def setting(row: Row, at: int, governor: Governor | None, found: Sequence[Cue]) -> Setting:
    """Return how the count at unit `at` is told, from the cues of its sentence."""
    near = [cue for cue in found if abs(cue.first - at) <= _REACH]
    head = governor.head if governor and governor.head is not None else at
    return Setting(
        background=bool(governor and governor.earlier)
        or any(cue.kind == "past" and _is_time_of(row, cue, at, near) for cue in near)
        or any(cue.kind == "deed" and _is_record(row, cue, head, at) for cue in near),
        unreal=bool(governor and not governor.real),
        doubtful=any(
            cue.kind == "exercise" or (cue.kind in _OPENS and _leads_to(row, cue, at)) for cue in near
        ),
    )


def _is_time_of(row: Row, cue: Cue, at: int, near: Sequence[Cue]) -> bool:
    """Return whether a time cue and the count share a clause; one that opens a sentence holds until a day."""
    left, right = (cue.last, at) if cue.first < at else (at, cue.first)
    if any(other.kind == "now" and left < other.first < right for other in near):
        return False
    between = [row.low(k) for k in range(left + 1, right)]
    if cue.first < at and cue.first <= 2:
        return ";" not in between
    if cue.first < at:
        between = between[1:] if between[:1] == [","] else between  # "in March 2011, 40 villagers"
        return (words.CLAUSE_ENDS | words.COORDINATORS).isdisjoint(between)
    joint = next((k for k, low in enumerate(between) if low in words.COORDINATORS), len(between))
    new_verb = words.BE | words.HAVE | words.INTRANSITIVE.keys()
    return words.CLAUSE_ENDS.isdisjoint(between) and new_verb.isdisjoint(between[joint:])


def _is_record(row: Row, cue: Cue, head: int, at: int) -> bool:
    """Return whether the deed is told to say who somebody is: "linked to an attack that killed four"."""
    if not cue.last < head or not cue.last < at:
        return False
    between = [row.low(k) for k in range(cue.last + 1, head)]
    if {";", ":", "."} & set(between):
        return False
    is_noun = row.low(head) in words.NOUNS_OF
    is_doing = row.low(head).endswith("ing") and row.low(head - 1) in words.PREPOSITIONS
    return is_noun or is_doing or not words.RELATIVES.isdisjoint(between)


def _leads_to(row: Row, cue: Cue, at: int) -> bool:
    """Return whether what "if" or "denied" opens reaches the count without leaving its clause."""
    if cue.last >= at:
        return False
    between = [row.low(k) for k in range(cue.last + 1, at)]
    that = next((k for k, low in enumerate(between) if low in ("that", "whether")), None)
    if that is not None and that <= _OPENS[cue.kind]:
        del between[that]
    return words.CLAUSE_ENDS.isdisjoint(between)


def is_part(row: Row, at: int) -> bool:
    """Return whether the count is a part: "including two children", "of whom 12", "three of them"."""
    k = at - 1
    while row.low(k) in words.BEFORE_COUNT or row.low(k) in words.BE or row.low(k) == "at least":
        k -= 1
    low, following = row.low(k), row.low(at + 1)
    if low in words.PART or (low in words.OF_THEM and row.low(k - 1) in ("of", "among")):
        return True
    if low == "," and row.low(k - 1) in words.OF_THEM and row.low(k - 2) in ("of", "among"):
        return True
    if following == "of" and row.low(at + 2) in words.OF_THEM:
        return True
    return any(row.low(n) == "among" for n in range(k - 4, k)) and row.low(at - 1) in words.BE
