"""What is said of a count to its right: "26 people have been killed", "12 dead", "men who were shot"."""

from __future__ import annotations

from eventx.counts.governor import REACH, Bond, Governor, opens_clause, skip, skip_right
from eventx.counts.injured import injured
from eventx.counts.predicate import Said, predicate
from eventx.counts.units import DASHES, Row


def governor_after(row: Row, at: int) -> Governor | None:
    """Return what is said of the count at unit `at` to its right."""
    k = at + 1
    direct = predicate(row, k)
    if direct is not None:
        if (
            direct.finite
            and row.low(k) not in row.lang.BEING
            and row.low(skip(row, at - 1)) in row.lang.NOT_SUBJECT_AFTER
            and row.low(skip(row, at - 1) - 1) not in row.lang.GROUPS
        ):
            # "the commander of 40 fighters was killed"
            return None
        is_held = not direct.finite and " " in row.low(direct.until)  # "in custody" says less than a verb
        return _governor(direct, "loose" if is_held else "direct")
    taker = skip(row, at - 1)
    if row.low(taker) in row.lang.OBJECT_MARKS:
        taker = skip(row, taker - 1)
    if row.low(taker) in row.lang.TAKE | row.lang.HOLD and any(
        row.low(n) in row.lang.TAKEN_AS for n in range(k, k + 6)
    ):
        return Governor("captured", head=taker)
    if found := _deadly(row, taker, k) or injured(row, k) or _toll_to_come(row, k):
        return found
    relative = k + 1 if row.low(k) == "," else k
    if relative > k and (aside := predicate(row, relative)) and not aside.finite:
        return _governor(aside, "loose")  # "two pilots, captured in May,"
    if row.low(relative) in row.lang.RELATIVES:
        said = predicate(row, relative + 1) or _after_relative(row, at, relative + 1)
        return _governor(said, "loose") if said and said.finite else None
    opens = opens_clause(row, at)
    if opens and (row.low(k) in row.lang.AFTER_SUBJECT or row.low(k).endswith(row.lang.GERUND_ENDINGS)):
        return _after_long_subject(row, at, k)
    return None


def _governor(said: Said, bond: Bond) -> Governor:
    if not said.real:
        return Governor("none", bond, real=False, head=said.until)
    return Governor(said.outcome, bond, head=said.until)


def _deadly(row: Row, verb: int, k: int) -> Governor | None:
    """Return the governor for "hacked four villagers to death", "burned three men alive"."""
    fatal = row.low(verb) in row.lang.VIOLENT.get(row.low(k), ())
    return Governor("killed", head=verb) if fatal else None


def _toll_to_come(row: Row, k: int) -> Governor | None:
    """Return the governor for "brings to 32 the number of dead", where unit `k` is "the"."""
    after = skip_right(row, k)
    if row.low(after) in row.lang.NUMBER and row.low(after + 1) in row.lang.OF:
        outcome = row.lang.HARMED.get(row.low(skip_right(row, after + 2)))
        return Governor(outcome, "loose", head=after) if outcome else None
    return None


def _after_relative(row: Row, at: int, start: int) -> Said | None:
    """Return the predicate behind "two fishermen who set out before the raid are missing".

    The verb must agree with the count and not with the word before it, or it is somebody else's.
    """
    mention = row[at].mention
    for k in range(start, min(len(row), start + REACH)):
        low = row.low(k)
        if row.is_count(k) or low in row.lang.SAY or low in ";:.":
            return None
        if low in row.lang.PLURAL_AUXILIARIES and mention is not None:
            before = row.low(k - 1)
            singular = not before.endswith(row.lang.PLURAL_ENDINGS) and before not in row.lang.PLURALS
            return predicate(row, k) if singular else None
    return None


def _after_long_subject(row: Row, at: int, start: int) -> Governor | None:
    """Return the predicate behind "Two associates of the dealer" and "A leader and two others"."""
    k = start
    while k < min(len(row), start + REACH):
        low = row.low(k)
        if low in row.lang.AUXILIARIES or low in row.lang.INTRANSITIVE:
            if low in row.lang.SINGULAR_AUXILIARIES and row.low(at - 1) == "," and row.is_count(at - 2):
                return None  # "a farmer, a father of two, was killed" is one man
            said = predicate(row, k)
            return _governor(said, "loose") if said and said.finite else injured(row, k)
        if low in row.lang.SUFFER and (found := injured(row, k)):
            return found
        if low == "(" or low in DASHES:
            closers = DASHES if low in DASHES else {")"}
            reach = range(k + 1, min(len(row), k + REACH))
            k = next((n for n in reach if row.low(n) in closers), k if low in DASHES else len(row))
        elif low in row.lang.ENDS_SUBJECT or low in row.lang.VERBS or low in ";:.":
            return None
        k += 1
    return None
