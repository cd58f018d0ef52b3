"""What governs a count from its left: "killed eleven soldiers", "the death of a policeman", "toll of 14"."""

from __future__ import annotations

from eventx.counts.done import active, done
from eventx.counts.governor import REACH, Governor, back, skip
from eventx.counts.inverted import inverted
from eventx.counts.predicate import closes
from eventx.counts.tables import Effect
from eventx.counts.units import Row
from eventx.counts.wording import Wording


def governor_before(row: Row, at: int, wording: Wording) -> Governor | None:
    """Return the governor to the left of the count at unit `at`."""
    i = skip(row, at - 1)
    if row.lang.SUBJECT_MAY_FOLLOW:
        if (wording.who or wording.harmed or _rests(row, at + 1)) and (found := inverted(row, at, wording)):
            return found
        before = row.low(skip(row, i - 1))
        if row.low(i) in row.lang.OBJECT_MARKS and (
            before in row.lang.LOSE or before in row.lang.COORDINATORS or before == ","
        ):
            i = skip(row, i - 1)
    low = row.low(i)
    if low in row.lang.VERBS and not row.lang.SUBJECT_MAY_FOLLOW:
        things = wording.who is None and (low in row.lang.THINGS_TOO or not _rests(row, at + 1))
        return None if things else active(row, i)
    if low in row.lang.TAKES_LIVES and wording.who in row.lang.LIVES:
        return done(row, i, Governor("killed", head=i))
    if low in row.lang.LOSE and wording.who:
        return done(row, i, Governor("killed", head=i, loses=True))
    if low in row.lang.SUFFER:
        return done(row, i, Governor(None, head=i, loses=True))
    if low in row.lang.TAKE and wording.held:
        return done(row, i, Governor("captured", head=i))
    if low in row.lang.OF:
        return _noun_of(row, i) or _toll(row, i)
    if low in row.lang.TO and row.low(i - 1) in row.lang.INJURIES:
        return Governor("wounded", head=i - 1)
    if low in row.lang.TREATED_FOR and (found := _passive_with(row, at, i, wording)):
        return found
    if low == ":" and row.low(i - 1) in row.lang.HARMED:  # "Dead: 4; injured: 9"
        outcome = row.lang.HARMED[row.low(i - 1)]
        return Governor(outcome, "loose" if outcome == "casualties" else "direct", head=i - 1)
    if low in row.lang.TOLL_LINKS or low in row.lang.INVERTS:
        return (
            _toll(row, i)
            or _inverted(row, i)
            or (_listed(row, at, i, wording) if low in row.lang.WITH else None)
        )
    if low == "," or low in row.lang.COORDINATORS or low in row.lang.WITH:
        return _listed(row, at, i, wording)
    return None


def _passive_with(row: Row, at: int, i: int, wording: Wording) -> Governor | None:
    """Return the governor for "was captured with several accomplices", where "with" is unit `i`."""
    verb = row.low(i - 1)
    passive = verb in row.lang.VERBS and row.low(back(row, i - 2)) in row.lang.BE
    if not passive or not (wording.who or wording.adds) or not _is_object(row, at):
        return None
    return Governor(row.lang.VERBS[verb][0], "listed", head=i - 1)


def _noun_of(row: Row, of: int) -> Governor | None:
    noun = of - 1
    outcome = row.lang.NOUNS_OF.get(row.low(noun))
    if outcome is None:
        return None
    near = [row.low(k) for k in range(max(0, noun - 4), noun)]
    if row.low(noun) in row.lang.LIVES:
        return Governor(outcome, head=noun) if not row.lang.TAKES_LIVES.keys().isdisjoint(near) else None
    if row.lang.NOT_DONE_NOUN.intersection(near):
        return Governor("none", real=False, head=noun)
    if outcome == "captured" and row.lang.WANTED_NOUN.intersection(near):
        return Governor(None, head=noun)
    return Governor(outcome, head=noun)


def _toll(row: Row, link: int) -> Governor | None:
    """Return the governor in "the death toll rose to 14 from nine", "the number of wounded reached 30"."""
    for k in range(link, max(-1, link - REACH), -1):
        low = row.low(k)
        if low in row.lang.TOLL:
            outcome = row.lang.TOLL_OF.get(row.low(k - 1), "killed")
        elif low in row.lang.HARMED and not row.lang.NUMBER.isdisjoint((row.low(k - 2), row.low(k - 3))):
            outcome = row.lang.HARMED[low]
        elif (
            low in row.lang.SUBORDINATORS
            or low in ",;"
            or (row.is_count(k) and row.low(link) not in row.lang.FROM | row.lang.TO)
        ):
            return None
        else:
            continue
        return Governor(outcome, earlier=_from(row, link))
    return None


def _from(row: Row, link: int) -> bool:
    """Return whether the older figure follows: "rose from", "subió de"."""
    rose = row.low(link - 1) in row.lang.TOLL_LINKS
    return row.low(link) in row.lang.FROM or (row.low(link) in row.lang.OF and rose)


def _inverted(row: Row, link: int) -> Governor | None:
    """Return the governor in "Among the dead were two children", "Also killed were two guards"."""
    found: set[Effect] = set()
    for k in range(link - 1, max(-1, link - REACH), -1):
        low = row.low(k)
        if low in row.lang.RELATIVES or low in ";:" or row.is_count(k):
            break
        if low in row.lang.HAVE and row.low(k - 1) in row.lang.COORDINATORS:
            break  # "were detained and have been handed over to the prosecutor"
        is_whole = row.low(k - 2) in row.lang.OF  # "one in four of the dead was a child"
        if low in row.lang.HARMED and not is_whole and (k == 0 or row.low(k - 1) in row.lang.BEFORE_INVERTED):
            found.add(row.lang.HARMED[low])
    return Governor(found.pop()) if len(found) == 1 else None


def _listed(row: Row, at: int, i: int, wording: Wording) -> Governor | None:
    """Return the governor shared with what stands before in a list: "killed two men and a child"."""
    if not _is_object(row, at):
        return None
    comma_only, loosely = row.low(i) == ",", row.low(i) in row.lang.WITH
    j = i - 1 if row.low(i - 1) != "," else i - 2
    for k in range(j, max(-1, j - (4 if comma_only else 10)), -1):
        low = row.low(k)
        if row.is_count(k):
            # "killing one, a facilitator, and two guards": the one is the facilitator
            if comma_only and _is_bare(row, k):
                return None
            whole = k - 2 if row.low(k - 1) == "," and _is_bare(row, k - 2) else k
            shared = governor_before(row, whole, wording)
            goes_on = not comma_only or wording.adds or _list_goes_on(row, at)
            return shared._replace(bond="listed") if shared and not shared.earlier and goes_on else None
        if comma_only and low in row.lang.OF:  # "the death of Falcon, a local leader"
            shared = _noun_of(row, k)
            return shared._replace(bond="listed") if shared else None
        if low in row.lang.LOSE and k < j and wording.who:  # "lost three trucks and nine men"
            return done(row, k, Governor("killed", "listed", head=k, loses=True))
        if low in row.lang.VERBS and k < j:
            shared = active(row, k)
            return shared._replace(bond="listed") if shared else None
        if low in row.lang.VERBS and loosely and row.low(back(row, k - 1)) in row.lang.BE:
            return Governor(row.lang.VERBS[low][0], "listed")  # "were killed along with a guard"
        if (
            low in row.lang.NOT_IN_LIST
            or low in row.lang.VERBS
            or not (low[0].isalnum() or (loosely and low == ","))
        ):
            return None
    return None


def _is_bare(row: Row, k: int) -> bool:
    """Return whether unit `k` is a count that names no people: "killing one"."""
    return row.is_count(k) and row[k].is_bare


def _is_object(row: Row, at: int) -> bool:
    """Return whether nothing after the count shows it to be the subject of a verb of its own."""
    if not _rests(row, at + 1):
        return False
    for k in range(at + 1, min(len(row), at + REACH)):
        low = row.low(k)
        if low in row.lang.SUBORDINATORS or low in ",;:." or row.is_count(k):
            return True
        if low in row.lang.AUXILIARIES or low in row.lang.ACT or low in row.lang.SAY:
            return False
    return True


def _rests(row: Row, k: int) -> bool:
    """Return whether unit `k` goes on with neither a noun nor a verb for the count before it."""
    return row.low(k) in row.lang.COORDINATORS or row.low(k) in row.lang.WITH or closes(row, k)


def _list_goes_on(row: Row, at: int) -> bool:
    """Return whether "and" with another count follows: without it ", a father of two" may be the same man."""
    for k in range(at + 1, min(len(row), at + REACH)):
        if row.low(k) in row.lang.COORDINATORS:
            return row.is_count(_on(row, k + 1))
        if row.low(k) in row.lang.VERBS or row.low(k) in row.lang.SUBORDINATORS:
            return False
    return False


def _on(row: Row, k: int) -> int:
    while row.low(k) in row.lang.BEFORE_COUNT:
        k += 1
    return k
