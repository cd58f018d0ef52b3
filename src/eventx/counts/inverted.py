"""What governs a count behind its verb, of which it may be the subject: "murieron ayer once soldados"."""

from __future__ import annotations

from eventx.counts.done import active, done
from eventx.counts.governor import Governor, back, skip
from eventx.counts.tables import Effect
from eventx.counts.units import Row
from eventx.counts.wording import Wording

_REACH = 12  # units between a verb and its people: "fueron detenidas este martes en Tarn cuatro personas"


def inverted(row: Row, at: int, wording: Wording) -> Governor | None:
    """Return the governor of the count at unit `at` when its verb stands to the left, None where none does.

    Only time and place may lie between them. A mark of the object ("mató a once") tells the people of an
    active verb from the subject of another.
    """
    lang = row.lang
    first = skip(row, at - 1)
    marked = row.low(first) in lang.OBJECT_MARKS
    if marked:
        first = skip(row, first - 1)
    elif row.low(first) in lang.PREPOSITIONS:
        return None
    for k in range(first, max(-1, first - _REACH), -1):
        low = row.low(k)
        if low in lang.INTRANSITIVE or low in lang.VERBS:
            found = _verb(row, k, marked=marked, beside=k == first)
            # "No murió ningún civil" denies once, not twice.
            return found._replace(outcome=_effect(row, k), real=True) if found and wording.nobody else found
        if _stops(row, k):
            return None
    return None


def _verb(row: Row, k: int, *, marked: bool, beside: bool) -> Governor | None:
    """Return the governor for the verb at unit `k`; `beside` the count, or with time and place between."""
    lang, low = row.lang, row.low(k)
    before = _auxiliary(row, k)
    if low in lang.INTRANSITIVE and (low not in lang.VERBS or before in lang.HAVE):
        return None if marked else done(row, k, Governor(lang.INTRANSITIVE[low], head=k))
    effect, form = lang.VERBS[low]
    if form == "participle" and before not in lang.HAVE:
        is_passive = before in lang.BE
        if marked:  # "dejó heridos a tres"
            return Governor(effect, head=k) if beside and not is_passive else None
        opens = row.low(k - 1) == "" or not row.low(k - 1)[0].isalnum()  # "Muertos once soldados en Tarn"
        if is_passive:
            return _passive(row, k)
        return Governor(effect, head=k) if beside and opens else None
    return active(row, k) if marked or beside else None


def _effect(row: Row, k: int) -> Effect:
    low = row.low(k)
    return row.lang.VERBS[low][0] if low in row.lang.VERBS else row.lang.INTRANSITIVE[low]


def _auxiliary(row: Row, k: int) -> str:
    """Return the word that a participle at unit `k` depends on: "fueron" of "fueron hallados muertos"."""
    n = back(row, k - 1)
    while row.low(n) in row.lang.REPORTED:
        n = back(row, n - 1)
    return row.low(n)


def _passive(row: Row, k: int) -> Governor:
    """Return the governor for "fueron abatidos", "no fueron heridos", "habrían sido abatidos"."""
    n = k - 1
    while row.low(n) in row.lang.REPORTED or row.low(n) in row.lang.BE or back(row, n) != n:
        n -= 1
    return done(row, n + 1, Governor(row.lang.VERBS[row.low(k)][0], head=k))


def _stops(row: Row, k: int) -> bool:
    """Return whether the unit is more than a time or a place."""
    lang, low = row.lang, row.low(k)
    return (
        not low
        or not low[0].isalnum()
        or row.is_count(k)
        or low in lang.COORDINATORS
        or low in lang.SUBORDINATORS
        or low in lang.AUXILIARIES
        or low in lang.ENDS_SUBJECT
        or (low.endswith(lang.VERB_ENDINGS) and low not in lang.NOT_VERBS)
    )
