"""Whether a count is told of the present and as real: earlier times, records, aims, denials, subsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from eventx.counts.governor import Governor
from eventx.counts.language import Harm
from eventx.counts.units import DASHES, Row
from eventx.lower import lower

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
        for cue in row.lang.CUES.finditer(lower(text), row[0].start, row[-1].end)
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
            cue.kind == "exercise"
            or (cue.kind in _OPENS and _leads_to(row, cue, at))
            or (cue.kind == "refuted" and _is_refuted(row, cue, at))
            for cue in near
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
        between = between[1:] if not row.lang.WHEN.isdisjoint(between[:1]) else between  # "in 2009, when 70"
        return (row.lang.CLAUSE_ENDS | row.lang.COORDINATORS).isdisjoint(between)
    joint = next((k for k, low in enumerate(between) if low in row.lang.COORDINATORS), len(between))
    new_verb = row.lang.BE | row.lang.HAVE | row.lang.INTRANSITIVE.keys()
    return row.lang.CLAUSE_ENDS.isdisjoint(between) and new_verb.isdisjoint(between[joint:])


def _is_record(row: Row, cue: Cue, head: int, at: int) -> bool:
    """Return whether the deed is told to say who somebody is: "linked to an attack that killed four"."""
    if not cue.last < head or not cue.last < at:
        return False
    between = [row.low(k) for k in range(cue.last + 1, head)]
    if {";", ":", "."} & set(between):
        return False
    is_noun = row.low(head) in row.lang.NOUNS_OF
    is_doing = row.low(head).endswith(row.lang.GERUND_ENDINGS) and row.low(head - 1) in row.lang.PREPOSITIONS
    return is_noun or is_doing or not row.lang.RELATIVES.isdisjoint(between)


def _leads_to(row: Row, cue: Cue, at: int) -> bool:
    """Return whether what "if" or "denied" opens reaches the count without leaving its clause."""
    if cue.last >= at:
        return False
    between = [row.low(k) for k in range(cue.last + 1, at)]
    that = next((k for k, low in enumerate(between) if low in row.lang.THAT), None)
    if that is not None and that <= _OPENS[cue.kind]:
        del between[that]
    return row.lang.CLAUSE_ENDS.isdisjoint(between)


def _is_refuted(row: Row, cue: Cue, at: int) -> bool:
    """Return whether the clause of the count is said to be untrue: "reports of six deaths were false"."""
    return at < cue.first and row.lang.CLAUSE_ENDS.isdisjoint(row.low(k) for k in range(at + 1, cue.first))


def _is_before_part(low: str, lang: Harm) -> bool:
    if low in lang.BEFORE_COUNT or low in lang.BE or low in lang.AT_LEAST:
        return True
    return low in lang.INVERTS and low not in lang.PART


def is_part(row: Row, at: int) -> bool:
    """Return whether the count is a part: "including two children", "of whom 12", "three of them"."""
    k = at - 1
    while _is_before_part(row.low(k), row.lang):
        k -= 1
    low = row.low(k)
    if low in row.lang.AMONG and row.low(k - 1) in row.lang.BE:  # "a mother was among 12 people killed"
        return False
    if low in row.lang.PART or (low in row.lang.OF_THEM and row.low(k - 1) in row.lang.OF | row.lang.AMONG):
        return True
    if low == "," and row.low(k - 1) in row.lang.OF_THEM and row.low(k - 2) in row.lang.OF | row.lang.AMONG:
        return True
    if low == "," and row.low(0) in row.lang.OF and any(row.is_count(n) for n in range(k)):
        return True  # "Of the 26 killed, seven"
    if low in DASHES and row.is_count(k - 1) and any(row.low(n) in DASHES for n in range(at, len(row))):
        return True  # "six people – a couple and their four children – died"
    return any(row.low(n) in row.lang.AMONG for n in range(k - 4, k)) and (
        row.low(at - 1) in row.lang.BE or row.low(at - 1) in row.lang.INVERTS
    )
