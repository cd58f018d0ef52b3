"""The governor of a count: the verb or noun that says what happened to the people."""

from __future__ import annotations

from typing import Literal, NamedTuple

from eventx.counts.tables import Effect
from eventx.counts.units import Row

REACH = 16  # units a rule looks to either side

# direct: the verb or noun stands beside the count. listed: reached through "and". loose: reached past
# other words. agent: the count is who acts.
Bond = Literal["direct", "listed", "loose", "agent"]


class Governor(NamedTuple):
    """What governs a count.

    `outcome` is None where the words compete or hedge, "none" where they name an aim, a threat or a
    denial (`real` is then False). `head` is the unit of the governing word, `loses` whether its subject
    is the side whose people these are, `earlier` whether this is an older figure ("the toll rose from
    nine").
    """

    outcome: Effect | None
    bond: Bond = "direct"
    real: bool = True
    head: int | None = None
    loses: bool = False
    earlier: bool = False


def skip(row: Row, i: int) -> int:
    """Return the first unit at or left of `i` that can govern a count: no article, no "also"."""
    while row.low(i) in row.lang.BEFORE_COUNT:
        i -= 1
    return i


def skip_right(row: Row, i: int) -> int:
    """Return the first unit at or right of `i` that is no article and no "also"."""
    while row.low(i) in row.lang.BEFORE_COUNT:
        i += 1
    return i


def back(row: Row, i: int) -> int:
    """Return the first unit at or left of `i` that is no adverb."""
    while row.low(i) in row.lang.ADVERBS or (
        row.low(i).endswith(row.lang.ADVERB_ENDINGS) and row.low(i) not in row.lang.NOT_ADVERBS
    ):
        i -= 1
    return i


def opens_clause(row: Row, at: int) -> bool:
    """Return whether the count at unit `at` can be the subject: nothing before it takes it as object."""
    low = row.low(skip(row, at - 1))
    return (
        not low
        or not low[0].isalnum()
        or low in row.lang.SUBORDINATORS | row.lang.SAY | row.lang.COORDINATORS
    )
