"""The clause a count stands in, and the subject of the verb that governs it."""

from __future__ import annotations

from eventx.counts.language import Harm
from eventx.counts.units import Row

Span = tuple[int, int]

_SHORT = 200  # characters a small model reads at ease
_LONGEST_SUBJECT = 120  # characters
_REACH = 40  # units


def subject(row: Row, head: int) -> Span | None:
    """Return where the subject of the active verb at unit `head` stands, None where no rule can tell."""
    first = _first_of_its_verbs(row, head)
    if first is None:
        return None
    last = _before_verb(row, first)
    if row.low(last) in row.lang.RELATIVES:  # "he led an attack that killed four"
        return _antecedent(row, last - 1)
    if row.low(last) == ",":
        last = _before_aside(row, last)
    if last < 0:
        return None
    start = last
    while start - 1 >= 0 and last - start < _REACH and not _ends_name(row.low(start - 1), row.lang):
        start -= 1
    return _name(row, start, last)


_MARKS = frozenset(",;:()–—-.")


def _ends_name(low: str, lang: Harm) -> bool:
    return low in lang.SUBORDINATORS or low in lang.SAY or low in _MARKS


def _before_verb(row: Row, verb: int) -> int:
    k = verb - 1
    while _is_between(row.low(k), row.lang):
        k -= 1
    return k


def _is_between(low: str, lang: Harm) -> bool:
    """Return whether the word may stand between a subject and its verb: "also", "has", "yesterday"."""
    return (
        low in lang.ADVERBS
        or low in lang.AUXILIARIES
        or low in lang.TIME_WORDS
        or low in lang.NEGATIONS
        or (low.endswith(lang.ADVERB_ENDINGS) and low not in lang.NOT_ADVERBS)
    )


def _first_of_its_verbs(row: Row, head: int) -> int | None:
    """Return the first of the verbs that share a subject: "killed eleven, wounded 20 and" gives "killed"."""
    verb = head
    while True:
        k = _before_verb(row, verb)
        earlier = None
        if (
            row.low(k) in row.lang.COORDINATORS
            or row.low(k) == ","
            or row.low(verb).endswith(row.lang.GERUND_ENDINGS)
        ):
            earlier = next((n for n in range(k, max(-1, k - _REACH), -1) if _is_finite(row, n)), None)
        if earlier is None:
            return (
                None
                if row.low(verb).endswith(row.lang.GERUND_ENDINGS) or row.low(k) in row.lang.COORDINATORS
                else verb
            )
        if row.low(earlier) in row.lang.SAY:
            return verb if row.low(k) == "," else None
        verb = earlier


def _is_finite(row: Row, k: int) -> bool:
    low = row.low(k)
    form = row.lang.VERBS[low][1] if low in row.lang.VERBS else None
    if (
        form == "past"
        or low in row.lang.LOSE
        or low in row.lang.SUFFER
        or low in row.lang.ACT
        or low in row.lang.SAY
        or (low.endswith(row.lang.FINITE_ENDINGS) and low not in row.lang.NOT_VERBS)
    ):
        return row.low(k - 1) not in row.lang.DETERMINERS | row.lang.PREPOSITIONS
    return form == "third"


def _before_aside(row: Row, comma: int) -> int:
    """Return the unit before an aside that ends at `comma`: "Ansar, formerly linked to the network, lost"."""
    opened = next((k for k in range(comma - 1, max(-1, comma - _REACH), -1) if row.low(k) == ","), None)
    return comma if opened is None else opened - 1


def _antecedent(row: Row, last: int) -> Span | None:
    last -= row.low(last) == ","
    start = next((k for k in range(last, max(-1, last - 6), -1) if row.low(k) in row.lang.DETERMINERS), None)
    return None if start is None else _name(row, start, last)


def _name(row: Row, start: int, last: int) -> Span | None:
    while (start < last and row.low(start) in row.lang.COORDINATORS) or row.low(start) in row.lang.THEN:
        start += 1
    units = [row.low(k) for k in range(start, last + 1)]
    if (
        not units
        or start > last
        or units[0] in row.lang.PREPOSITIONS
        or units[-1] in row.lang.PRONOUNS | _MARKS
    ):
        return None
    if any(_is_finite(row, k) for k in range(start, last + 1)) or (row.is_count(start) and start == last):
        return None
    span = row[start].start, row[last].end
    return span if span[1] - span[0] <= _LONGEST_SUBJECT else None


def clause(row: Row, at: int, head: int | None, named: Span | None) -> Span:
    """Return the span of the clause of the count at unit `at`: the sentence when short, else cut at joints.

    It holds the count, the word that governs it and, where `named`, the subject.
    """
    whole = row[0].start, row[-1].end
    if whole[1] - whole[0] <= _SHORT:
        return whole
    low, high = sorted((at, at if head is None else head))
    left = named[0] if named and named[0] <= row[low].start else _joint_before(row, low)
    return left, _joint_after(row, high, _SHORT - (row[high].end - left))


def _joint_before(row: Row, low: int) -> int:
    """Return the start of the earliest clause at most half a short one before unit `low`."""
    best = None
    for k in range(low, max(-1, low - _REACH), -1):
        if k == 0 or row.low(k - 1) in _CLOSERS or row.low(k - 1) in row.lang.SUBORDINATORS:
            if best is not None and row[low].start - row[k].start > _SHORT // 2:
                break
            best = row[k].start
    return row[max(0, low - _REACH)].start if best is None else best


def _joint_after(row: Row, high: int, room: int) -> int:
    """Return the end of the last clause closing within `room` characters after unit `high`, or its own."""
    best = None
    for k in range(high + 1, min(len(row), high + _REACH) + 1):
        if k == len(row) or row.low(k) in _CLOSERS:
            if best is not None and row[k - 1].end - row[high].end > room:
                break
            best = row[k - 1].end
    return row[min(len(row) - 1, high + _REACH)].end if best is None else best


_CLOSERS = frozenset(",;:()–—")
