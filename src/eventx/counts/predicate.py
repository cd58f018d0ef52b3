"""What is said of people right after their count: "have been killed", "dead", "were shot and wounded"."""

from __future__ import annotations

from typing import NamedTuple

from eventx.counts import english_harm as words
from eventx.counts.english_harm import Effect
from eventx.counts.units import Row


class Said(NamedTuple):
    """A predicate.

    `outcome` is None where it hedges or names two fates. `real` is False for "were not killed" and
    "could have been killed". `finite` tells "were killed" from the bare "killed" of a headline. `until`
    is its last unit.
    """

    outcome: Effect | None
    real: bool
    finite: bool
    until: int


def predicate(row: Row, start: int) -> Said | None:
    """Return the predicate that begins at unit `start`, None where none does or it is an active verb's."""
    k, finite, passive, real, sure = start, False, False, True, True
    while True:
        low = row.low(k)
        if low in words.BE or low in words.HAVE:
            finite, passive = True, passive or low in words.BE
        elif low in words.MODALS:
            finite, real = True, False
        elif low in words.MAYBE:
            finite, sure = True, False
        elif negates(low):
            finite, passive, real = True, passive or low.endswith("n't"), False
        elif low in words.HEDGES:
            sure = False
        elif not (
            low in words.REPORTED
            or low in words.ADVERBS
            or low.endswith("ly")
            or (low == "to" and row.low(k - 1) in words.HEDGES | words.REPORTED)
        ):
            break
        k += 1
    k = _past_other_participles(row, k) if passive else k
    outcome = _fate(row, k, passive=passive, finite=finite)
    if outcome is None:
        return None
    until, outcome = _further_fates(row, k, outcome)
    if not finite and not closes(row, until + 1):
        return None
    return Said(outcome if sure else None, real, finite or row.low(k) in words.INTRANSITIVE, until)


def _fate(row: Row, k: int, *, passive: bool, finite: bool) -> Effect | None:
    low = row.low(k)
    if low in words.PREDICATES:
        return words.PREDICATES[low]
    if low in words.INTRANSITIVE and not passive:
        return words.INTRANSITIVE[low] if closes(row, k + 1) else None
    if low in words.VERBS and words.VERBS[low][1] == "past" and (passive or not finite):
        return words.VERBS[low][0]
    if low == "among" and finite:
        fates = {words.HARMED[row.low(n)] for n in range(k, k + 4) if row.low(n) in words.HARMED}
        return fates.pop() if len(fates) == 1 else None
    return None


def _past_other_participles(row: Row, k: int) -> int:
    """Return where the harm stands in "were stopped, searched and detained", `k` where there is none."""
    n = k
    while row.low(n).endswith("ed") or row.low(n) in words.OTHER_PARTICIPLES:
        if row.low(n) in words.VERBS:
            return n
        n += 1
        while row.low(n) in (",", "and", "then", "later"):
            n += 1
    return k


def _further_fates(row: Row, k: int, outcome: Effect) -> tuple[int, Effect | None]:
    """Return the last unit and the outcome of "killed or wounded", "casualties"; None where fates mix."""
    found: Effect | None = outcome
    n = k + 1
    while row.low(n) in (",", "and", "or"):
        n += 1
        while row.low(n) in (",", "and", "or", "then", "later", "either") or row.low(n).endswith("ly"):
            n += 1
        low = row.low(n)
        is_past = low in words.VERBS and words.VERBS[low][1] == "past"
        if not (is_past or low in words.PREDICATES) or not closes(row, n + 1):
            break
        also = words.VERBS[low][0] if is_past else words.PREDICATES[low]
        found = beside(found, also) if found else None
        k, n = n, n + 1
    return k, found


def also(row: Row, k: int) -> Effect | None:
    """Return the second fate in "dozens dead or wounded", where `k` is the unit of "or"."""
    if row.low(k) not in ("and", "or") or not closes(row, k + 2):
        return None
    return words.HARMED.get(row.low(k + 1))


def beside(one: Effect, other: Effect) -> Effect | None:
    """Return the outcome of "killed and wounded 40 people": both fates, the text does not say whose."""
    if one == other:
        return one
    return "casualties" if {one, other} <= {"killed", "wounded", "casualties"} else None


def closes(row: Row, k: int) -> bool:
    """Return whether a participle before unit `k` is complete: no object follows, nor a verb that has one."""
    low = row.low(k)
    if low in words.COORDINATORS:
        following = row.low(k + 1)
        return not (following in words.VERBS and not closes(row, k + 2))
    return (
        not low
        or not (low[0].isalnum() or row.is_count(k))
        or low in words.PREPOSITIONS
        or low in words.SUBORDINATORS
        or low in words.TIME_WORDS
        or low in words.ADVERBS
        or low.endswith("ly")
    )


def negates(low: str) -> bool:
    """Return whether a word makes its verb untrue: "not", "never", "weren't"."""
    return low in words.NEGATIONS or low.endswith("n't")
