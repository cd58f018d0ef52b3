"""What is said of people right after their count: "have been killed", "dead", "were shot and wounded"."""

from __future__ import annotations

from typing import NamedTuple

from eventx.counts.language import Harm
from eventx.counts.tables import Effect, Form
from eventx.counts.units import Row

_PARTICIPLES: tuple[Form, ...] = ("past", "participle")


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
        if low in row.lang.BE or low in row.lang.HAVE:
            finite, passive = True, passive or low in row.lang.BE
        elif low in row.lang.MODALS:
            finite, real = True, False
        elif low in row.lang.MAYBE:
            finite, sure = True, False
        elif negates(low, row.lang):
            finite, passive, real = True, passive or low.endswith(row.lang.NEGATED_ENDINGS), False
        elif low in row.lang.HEDGES:
            sure = False
        elif low in row.lang.NOT_QUITE:
            real = False
        elif not (
            low in row.lang.REPORTED
            or low in row.lang.ADVERBS
            or low.endswith(row.lang.ADVERB_ENDINGS)
            or (low in row.lang.TO and row.low(k - 1) in row.lang.HEDGES | row.lang.REPORTED)
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
    return Said(outcome if sure else None, real, finite or row.low(k) in row.lang.INTRANSITIVE, until)


def _fate(row: Row, k: int, *, passive: bool, finite: bool) -> Effect | None:
    low = row.low(k)
    if low in row.lang.PREDICATES:
        return row.lang.PREDICATES[low]
    if low in row.lang.INTRANSITIVE and not passive:
        return row.lang.INTRANSITIVE[low] if closes(row, k + 1) else None
    if low in row.lang.VERBS and row.lang.VERBS[low][1] in _PARTICIPLES and (passive or not finite):
        return row.lang.VERBS[low][0]
    if low in row.lang.AMONG and finite:
        fates = {row.lang.HARMED[row.low(n)] for n in range(k, k + 4) if row.low(n) in row.lang.HARMED}
        return fates.pop() if len(fates) == 1 else None
    return None


def _past_other_participles(row: Row, k: int) -> int:
    """Return where the harm stands in "were stopped, searched and detained", `k` where there is none."""
    n = k
    while row.low(n).endswith(row.lang.PARTICIPLE_ENDINGS) or row.low(n) in row.lang.OTHER_PARTICIPLES:
        if row.low(n) in row.lang.VERBS:
            return n
        n += 1
        while row.low(n) in row.lang.BETWEEN_PARTICIPLES:
            n += 1
    return k


def _further_fates(row: Row, k: int, outcome: Effect) -> tuple[int, Effect | None]:
    """Return the last unit and the outcome of "killed or wounded", "casualties"; None where fates mix."""
    found: Effect | None = outcome
    n = k + 1
    while row.low(n) == "," or row.low(n) in row.lang.AND_OR:
        n += 1
        while row.low(n) in row.lang.BETWEEN_FATES or row.low(n).endswith(row.lang.ADVERB_ENDINGS):
            n += 1
        low = row.low(n)
        is_past = low in row.lang.VERBS and row.lang.VERBS[low][1] in _PARTICIPLES
        if not (is_past or low in row.lang.PREDICATES) or not closes(row, n + 1):
            break
        also = row.lang.VERBS[low][0] if is_past else row.lang.PREDICATES[low]
        found = beside(found, also) if found else None
        k, n = n, n + 1
    return k, found


def also(row: Row, k: int) -> Effect | None:
    """Return the second fate in "dozens dead or wounded", where `k` is the unit of "or"."""
    if row.low(k) not in row.lang.AND_OR or not closes(row, k + 2):
        return None
    return row.lang.HARMED.get(row.low(k + 1))


def beside(one: Effect, other: Effect) -> Effect | None:
    """Return the outcome of "killed and wounded 40 people": both fates, the text does not say whose."""
    if one == other:
        return one
    return "casualties" if {one, other} <= {"killed", "wounded", "casualties"} else None


def closes(row: Row, k: int) -> bool:
    """Return whether a participle before unit `k` is complete: no object follows, nor a verb that has one."""
    low = row.low(k)
    if low in row.lang.COORDINATORS:
        following = row.low(k + 1)
        return not (following in row.lang.VERBS and not closes(row, k + 2))
    return (
        not low
        or not (low[0].isalnum() or row.is_count(k))
        or low.partition(" ")[0] in row.lang.PREPOSITIONS  # "in custody" too
        or low in row.lang.SUBORDINATORS
        or low in row.lang.TIME_WORDS
        or low in row.lang.ADVERBS
        or low.endswith(row.lang.ADVERB_ENDINGS)
        or _goes_on(row, k)
    )


def _goes_on(row: Row, k: int) -> bool:
    """Return whether a time or a manner follows: "murieron el martes", "murieron calcinados"."""
    lang, low = row.lang, row.low(k)
    is_time = low in lang.DETERMINERS and row.low(k + 1) in lang.TIME_WORDS
    # In English an object could begin so.
    return lang.SUBJECT_MAY_FOLLOW and (is_time or low.endswith(lang.PARTICIPLE_ENDINGS))


def negates(low: str, lang: Harm) -> bool:
    """Return whether a word makes its verb untrue: "not", "never", "weren't"."""
    return low in lang.NEGATIONS or low.endswith(lang.NEGATED_ENDINGS)
