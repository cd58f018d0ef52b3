"""People wounded without a verb that says so: "suffered burns", "taken to hospital with shot wounds"."""

from __future__ import annotations

from eventx.counts.governor import REACH, Governor, back
from eventx.counts.predicate import closes
from eventx.counts.units import Row

_NEAR = 5  # units: "sustained a gunshot wound"


def injured(row: Row, k: int) -> Governor | None:
    """Return the governor for the injuries named from unit `k`, right behind a count; None without any."""
    lang = row.lang
    if row.low(k) in lang.TREATED_FOR and _names_injuries(row, k + 1):  # "17 more for gunshot wounds"
        return Governor("wounded", "loose", head=k)
    if row.low(k) in lang.GRAVELY and closes(row, k + 1):  # "three critically"
        return Governor("wounded", "loose", head=k)
    while row.low(k) in lang.ADVERBS or row.low(k) in lang.HAVE:
        k += 1
    if row.low(k) in lang.BE:
        return _treated(row, k + 1)
    suffered = row.low(k) in lang.SUFFER or row.low(k) in lang.RECEIVE
    return Governor("wounded", "loose", head=k) if suffered and _names_injuries(row, k + 1) else None


def _treated(row: Row, start: int) -> Governor | None:
    """Return the governor for "were treated for burns", "were taken to hospital with shot wounds"."""
    for k in range(start, min(len(row), start + REACH)):
        low = row.low(k)
        if low in row.lang.TREATED_FOR and _names_injuries(row, k + 1):
            return Governor("wounded", "loose", head=k)
        if row.is_count(k) or low in row.lang.CLAUSE_ENDS or low in row.lang.COORDINATORS:
            return None
    return None


def _names_injuries(row: Row, start: int) -> bool:
    for k in range(start, start + _NEAR):
        if row.low(k) in row.lang.INJURIES:
            return True
        if row.is_count(k) or row.low(k) in row.lang.CLAUSE_ENDS:
            return False
    return False


def graded(row: Row, at: int) -> bool:
    """Return whether the count at unit `at` says how badly some of those before fared: ", one critically"."""
    return row.low(at + 1) in row.lang.GRAVELY and row.low(back(row, at - 1)) == ","
