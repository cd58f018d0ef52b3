"""The clause a count stands in, and the subject of the verb that governs it."""

from __future__ import annotations

from eventx.counts import english_harm as words
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
    if row.low(last) in words.RELATIVES:  # "he led an attack that killed four"
        return _antecedent(row, last - 1)
    if row.low(last) == ",":
        last = _before_aside(row, last)
    if last < 0:
        return None
    start = last
    while start - 1 >= 0 and last - start < _REACH and row.low(start - 1) not in _ENDS_NAME:
        start -= 1
    return _name(row, start, last)


_MARKS = frozenset(",;:()–—-.")
_BETWEEN = words.ADVERBS | words.AUXILIARIES | words.TIME_WORDS | words.NEGATIONS
_ENDS_NAME = words.SUBORDINATORS | words.SAY | _MARKS


def _before_verb(row: Row, verb: int) -> int:
    k = verb - 1
    while row.low(k) in _BETWEEN or (row.low(k).endswith("ly") and row.low(k) not in words.NOT_ADVERBS):
        k -= 1
    return k


def _first_of_its_verbs(row: Row, head: int) -> int | None:
    """Return the first of the verbs that share a subject: "killed eleven, wounded 20 and" gives "killed"."""
    verb = head
    while True:
        k = _before_verb(row, verb)
        earlier = None
        if row.low(k) in words.COORDINATORS or row.low(k) == "," or row.low(verb).endswith("ing"):
            earlier = next((n for n in range(k, max(-1, k - _REACH), -1) if _is_finite(row, n)), None)
        if earlier is None:
            return None if row.low(verb).endswith("ing") or row.low(k) in words.COORDINATORS else verb
        if row.low(earlier) in words.SAY:
            return verb if row.low(k) == "," else None
        verb = earlier


def _is_finite(row: Row, k: int) -> bool:
    low = row.low(k)
    form = words.VERBS[low][1] if low in words.VERBS else None
    if form == "past" or low in words.LOSE or low in words.SUFFER or low in words.ACT or low in words.SAY:
        return row.low(k - 1) not in words.DETERMINERS | words.PREPOSITIONS
    return form == "third"


def _before_aside(row: Row, comma: int) -> int:
    """Return the unit before an aside that ends at `comma`: "Ansar, formerly linked to the network, lost"."""
    opened = next((k for k in range(comma - 1, max(-1, comma - _REACH), -1) if row.low(k) == ","), None)
    return comma if opened is None else opened - 1


def _antecedent(row: Row, last: int) -> Span | None:
    last -= row.low(last) == ","
    start = next((k for k in range(last, max(-1, last - 6), -1) if row.low(k) in words.DETERMINERS), None)
    return None if start is None else _name(row, start, last)


def _name(row: Row, start: int, last: int) -> Span | None:
    while start < last and row.low(start) in words.COORDINATORS | {"then"}:
        start += 1
    units = [row.low(k) for k in range(start, last + 1)]
    if not units or start > last or units[0] in words.PREPOSITIONS or units[-1] in words.PRONOUNS | _MARKS:
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
        if k == 0 or row.low(k - 1) in _OPENERS:
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
_OPENERS = words.SUBORDINATORS | _CLOSERS
