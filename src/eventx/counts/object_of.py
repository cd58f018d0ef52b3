"""What governs a count from its left: "killed eleven soldiers", "the death of a policeman", "toll of 14"."""

from __future__ import annotations

from eventx.counts import english_harm as words
from eventx.counts.english_harm import Effect
from eventx.counts.governor import REACH, Governor, back, skip
from eventx.counts.predicate import beside, closes, negates
from eventx.counts.units import Row
from eventx.counts.wording import Wording

_OTHER_FORMS = words.LOSE | words.SUFFER | words.TAKE | words.TAKES_LIVES


def governor_before(row: Row, at: int, wording: Wording) -> Governor | None:
    """Return the governor to the left of the count at unit `at`."""
    i = skip(row, at - 1)
    low = row.low(i)
    if low in words.VERBS:
        things = wording.who is None and (low in words.THINGS_TOO or not _rests(row, at + 1))
        return None if things else _active(row, i)
    if low in words.TAKES_LIVES and wording.who == "lives":
        return _done(row, i, Governor("killed", head=i))
    if low in words.LOSE and wording.who:
        return _done(row, i, Governor("killed", head=i, loses=True))
    if low in words.SUFFER:
        return _done(row, i, Governor(None, head=i, loses=True))
    if low in words.TAKE and wording.held:
        return _done(row, i, Governor("captured", head=i))
    if low == "of":
        return _noun_of(row, i) or _toll(row, i)
    if low in words.TOLL_LINKS or low in words.INVERTS:
        return (
            _toll(row, i)
            or _inverted(row, i)
            or (_listed(row, at, i, wording) if low in words.WITH else None)
        )
    if low == "," or low in words.COORDINATORS or low in words.WITH:
        return _listed(row, at, i, wording)
    return None


def _active(row: Row, i: int) -> Governor | None:
    """Return the governor for the verb at `i`, None where it is passive and so has no object."""
    effect, form = words.VERBS[row.low(i)]
    k = back(row, i - 1)
    if form == "past" and row.low(k) in words.BE:
        return None
    outcome: Effect | None = effect
    if row.low(k) in words.COORDINATORS:
        other = row.low(back(row, k - 1))
        if other in words.VERBS and not row.is_count(back(row, k - 1) - 1):
            passive = row.low(back(row, k - 2)) in words.BE
            outcome = effect if passive else beside(effect, words.VERBS[other][0])
    return _done(row, i, Governor(outcome, head=i))


def _done(row: Row, i: int, governor: Governor) -> Governor:
    """Return `governor` with what the words before its verb make of it: done, not done, or perhaps."""
    word = row.low(i)
    form = words.VERBS[word][1] if word in words.VERBS else _OTHER_FORMS[word]
    k = back(row, i - 1)
    while row.low(k) in words.COORDINATORS and row.low(k - 1) in words.VERBS:
        k = back(row, k - 2)
    low, further = row.low(k), back(row, k - 1)
    unreal = governor._replace(outcome="none", real=False)
    unsure = governor._replace(outcome=None)
    if negates(low):
        return unreal
    if form == "base":
        if low == "to":
            what = row.low(further)
            if what in words.REALISED:
                return governor
            return unsure if what in words.USED else unreal
        if low in words.COORDINATORS and any(row.low(n) == "to" for n in range(k - 4, k)):
            return unsure
        return unreal if low in words.MODALS else unsure if low in words.MAYBE else governor
    if form == "ing":
        if low in words.NOT_DONE:
            return unreal
        return unsure if low in words.UNSURE_BEFORE_ING else governor
    if low in words.HAVE:
        aux = row.low(further)
        if aux in words.MODALS or negates(aux):
            return unreal
        return unsure if aux in words.MAYBE else governor
    return governor


def _noun_of(row: Row, of: int) -> Governor | None:
    noun = of - 1
    outcome = words.NOUNS_OF.get(row.low(noun))
    if outcome is None:
        return None
    near = [row.low(k) for k in range(max(0, noun - 4), noun)]
    if row.low(noun) == "lives":
        return Governor(outcome, head=noun) if not words.TAKES_LIVES.keys().isdisjoint(near) else None
    if words.NOT_DONE_NOUN.intersection(near):
        return Governor("none", real=False, head=noun)
    if outcome == "captured" and words.WANTED_NOUN.intersection(near):
        return Governor(None, head=noun)
    return Governor(outcome, head=noun)


def _toll(row: Row, link: int) -> Governor | None:
    """Return the governor in "the death toll rose to 14 from nine", "the number of wounded reached 30"."""
    for k in range(link, max(-1, link - REACH), -1):
        low = row.low(k)
        if low in words.TOLL:
            outcome = words.TOLL_OF.get(row.low(k - 1), "killed")
        elif low in words.HARMED and "number" in (row.low(k - 2), row.low(k - 3)):
            outcome = words.HARMED[low]
        elif (
            low in words.SUBORDINATORS
            or low in ",;"
            or (row.is_count(k) and row.low(link) not in ("from", "to"))
        ):
            return None
        else:
            continue
        return Governor(outcome, earlier=row.low(link) == "from")
    return None


def _inverted(row: Row, link: int) -> Governor | None:
    """Return the governor in "Among the dead were two children", "Also killed were two guards"."""
    found: set[Effect] = set()
    for k in range(link - 1, max(-1, link - REACH), -1):
        low = row.low(k)
        if low in words.RELATIVES or low in ";:" or row.is_count(k):
            break
        if low in words.HARMED and (k == 0 or row.low(k - 1) in words.BEFORE_INVERTED):
            found.add(words.HARMED[low])
    return Governor(found.pop()) if len(found) == 1 else None


def _listed(row: Row, at: int, i: int, wording: Wording) -> Governor | None:
    """Return the governor shared with what stands before in a list: "killed two men and a child"."""
    if not _is_object(row, at):
        return None
    comma_only, loosely = row.low(i) == ",", row.low(i) in words.WITH
    j = i - 1 if row.low(i - 1) != "," else i - 2
    for k in range(j, max(-1, j - (4 if comma_only else 10)), -1):
        low = row.low(k)
        if row.is_count(k):
            shared = governor_before(row, k, wording)
            if shared is None or shared.earlier or (comma_only and not _list_goes_on(row, at)):
                return None
            return shared._replace(bond="listed")
        if low in words.VERBS and k < j:
            shared = _active(row, k)
            return shared._replace(bond="listed") if shared else None
        if low in words.VERBS and loosely and row.low(back(row, k - 1)) in words.BE:
            return Governor(words.VERBS[low][0], "listed")  # "were killed along with a guard"
        if (
            low in words.NOT_IN_LIST
            or low in words.VERBS
            or not (low[0].isalnum() or (loosely and low == ","))
        ):
            return None
    return None


def _is_object(row: Row, at: int) -> bool:
    """Return whether nothing after the count shows it to be the subject of a verb of its own."""
    if not _rests(row, at + 1):
        return False
    for k in range(at + 1, min(len(row), at + REACH)):
        low = row.low(k)
        if low in words.SUBORDINATORS or low in ",;:." or row.is_count(k):
            return True
        if low in words.AUXILIARIES or low in words.ACT or low in words.SAY:
            return False
    return True


def _rests(row: Row, k: int) -> bool:
    """Return whether unit `k` goes on with neither a noun nor a verb for the count before it."""
    return row.low(k) in words.COORDINATORS or row.low(k) in words.WITH or closes(row, k)


def _list_goes_on(row: Row, at: int) -> bool:
    """Return whether "and" with another count follows: without it ", a father of two" may be the same man."""
    for k in range(at + 1, min(len(row), at + REACH)):
        if row.low(k) in words.COORDINATORS:
            return row.is_count(_on(row, k + 1))
        if row.low(k) in words.VERBS or row.low(k) in words.SUBORDINATORS:
            return False
    return False


def _on(row: Row, k: int) -> int:
    while row.low(k) in words.BEFORE_COUNT:
        k += 1
    return k
