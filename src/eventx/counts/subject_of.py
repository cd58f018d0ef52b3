"""What is said of a count to its right: "26 people have been killed", "12 dead", "men who were shot"."""

from __future__ import annotations

from eventx.counts import english_harm as words
from eventx.counts.governor import REACH, Bond, Governor, opens_clause, skip
from eventx.counts.predicate import Said, predicate
from eventx.counts.units import Row


def governor_after(row: Row, at: int) -> Governor | None:
    """Return what is said of the count at unit `at` to its right."""
    k = at + 1
    if row.low(k) == "of" and row.low(k + 1) in words.OF_THEM:
        k += 2
    direct = predicate(row, k)
    if direct is not None:
        if direct.finite and row.low(k) != "being" and row.low(skip(row, at - 1)) in words.NOT_SUBJECT_AFTER:
            # "the commander of 40 fighters was killed"
            return None
        return _governor(direct, "direct")
    taker = skip(row, at - 1)
    if row.low(taker) in words.TAKE | words.HOLD and any(
        row.low(n) in words.TAKEN_AS for n in range(k, k + 6)
    ):
        return Governor("captured", head=taker)
    if _names_injuries(row, k):
        return Governor("wounded", "loose", head=k)
    relative = k + 1 if row.low(k) == "," else k
    if row.low(relative) in words.RELATIVES:
        said = predicate(row, relative + 1) or _after_relative(row, at, relative + 1)
        return _governor(said, "loose") if said and said.finite else None
    if row.low(k) in words.AFTER_SUBJECT and opens_clause(row, at):
        return _after_long_subject(row, k)
    return None


def _governor(said: Said, bond: Bond) -> Governor:
    if not said.real:
        return Governor("none", bond, real=False, head=said.until)
    return Governor(said.outcome, bond, head=said.until)


def _names_injuries(row: Row, k: int) -> bool:
    """Return whether unit `k` begins "for gunshot wounds" or "with burns"."""
    return row.low(k) in words.TREATED_FOR and any(row.low(n) in words.INJURIES for n in range(k + 1, k + 5))


def _after_relative(row: Row, at: int, start: int) -> Said | None:
    """Return the predicate behind "two fishermen who set out before the raid are missing".

    The verb must agree with the count and not with the word before it, or it is somebody else's.
    """
    mention = row[at].mention
    for k in range(start, min(len(row), start + REACH)):
        low = row.low(k)
        if row.is_count(k) or low in words.SAY or low in ";:.":
            return None
        if low in words.PLURAL_AUXILIARIES and mention is not None:
            before = row.low(k - 1)
            singular = not before.endswith("s") and before not in words.PLURALS
            return predicate(row, k) if singular else None
    return None


def _after_long_subject(row: Row, start: int) -> Governor | None:
    """Return the predicate behind "Two associates of the dealer" and "A leader and two others"."""
    k = start
    while k < min(len(row), start + REACH):
        low = row.low(k)
        if low in words.AUXILIARIES or low in words.INTRANSITIVE:
            said = predicate(row, k)
            return _governor(said, "loose") if said and said.finite else None
        if low == "(":
            k = next((n for n in range(k, min(len(row), k + REACH)) if row.low(n) == ")"), len(row))
        elif low in words.ENDS_SUBJECT or low in words.VERBS or low in ";:.-–—":
            return None
        k += 1
    return None
