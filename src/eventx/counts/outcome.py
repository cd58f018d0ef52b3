"""What governs a count, all in all: left and right of it, and the words of the count itself."""

from __future__ import annotations

from eventx.counts.governor import REACH, Governor, opens_clause, skip
from eventx.counts.object_of import governor_before
from eventx.counts.predicate import also, beside
from eventx.counts.subject_of import governor_after
from eventx.counts.tables import Effect
from eventx.counts.units import Row
from eventx.counts.wording import Wording


def govern(row: Row, at: int, wording: Wording) -> Governor | None:
    """Return what governs the count at unit `at`, None where no rule applies."""
    left, right = governor_before(row, at, wording), governor_after(row, at)
    found = _stronger(left, right)
    if wording.harmed is None or (found and not found.real):
        return (
            found
            or (None if wording.part else _shared(row, at))
            or _gapped(row, at)
            or _bystanders(row, at, wording)
        )
    harmed: Effect = wording.harmed
    if second := also(row, at + 1):
        return (found or Governor(None))._replace(outcome=beside(harmed, second))
    if found is None:
        return Governor(harmed)
    if found.outcome is None:
        return found._replace(outcome=harmed) if found.loses else found
    if wording.who is None and found.bond != "direct":
        return found._replace(outcome=harmed)
    return found._replace(outcome=_with_inner(found.outcome, harmed))


def _shared(row: Row, at: int) -> Governor | None:
    """Return what is said of a list that this count opens: "three men at work and their driver were shot"."""
    if not opens_clause(row, at) and row.low(skip(row, at - 1)) not in row.lang.LEAVE:
        return None
    if row.low(at + 1) == "," and row.is_count(at + 2) and _is_headline(row):  # "Two soldiers, guide killed"
        said = governor_after(row, at + 2)
        return said._replace(bond="loose") if said else None
    for k in range(at + 1, min(len(row), at + REACH)):
        low = row.low(k)
        if row.is_count(k):
            said = governor_after(row, k) if row.low(k - 1) in row.lang.COORDINATORS else None
            return said._replace(bond="loose") if said else None
        if low in row.lang.AUXILIARIES or low in row.lang.VERBS or low in row.lang.SAY or low in ";:.":
            return None
    return None


def _gapped(row: Row, at: int) -> Governor | None:
    """Return what was said of others and holds here: "killed in Tarn, nine in Osk and four in Vessa"."""
    link, place = row.low(at - 1), row.low(at + 1)
    if not (link == "," or link in row.lang.COORDINATORS) or place not in row.lang.PREPOSITIONS:
        return None
    for k in range(at + 2, min(len(row), at + REACH)):
        if row.low(k) in row.lang.COORDINATORS | row.lang.CLAUSE_ENDS:
            break
        if row.low(k) in row.lang.AUXILIARIES | row.lang.ENDS_SUBJECT | row.lang.VERBS.keys():
            return None
    for k in range(at - 2, 0, -1):
        low = row.low(k - 1)
        if row.low(k) == place and low in row.lang.VERBS:
            effect, form = row.lang.VERBS[low]
            return Governor(effect, "loose", head=k - 1) if form == "past" else None
        if row.low(k) == place and low in row.lang.INTRANSITIVE:
            return Governor(row.lang.INTRANSITIVE[low], "loose", head=k - 1)
        if row.low(k) in ";:":
            return None
    return None


def _is_headline(row: Row) -> bool:
    return row.low(len(row) - 1) not in (".", "!", "?") and row.lang.THE.isdisjoint(unit.low for unit in row)


def _stronger(left: Governor | None, right: Governor | None) -> Governor | None:
    if left is None or right is None:
        return left or right
    if left.outcome is None and left.loses:  # "suffered 12 dead"
        return right._replace(head=left.head, loses=True)
    if left.outcome == right.outcome:
        return left
    if left.bond == "direct":
        return left if right.bond == "loose" else Governor(None, head=left.head)
    if right.bond == "direct":
        return right
    return Governor(None, head=left.head)


def _with_inner(outcome: Effect, inner: Effect) -> Effect | None:
    """Return what "killed two wounded soldiers" comes to: the verb wins where both can be true."""
    if outcome == inner or inner == "casualties":
        return outcome
    if (outcome, inner) == ("none", "captured"):  # "two kidnapped children were freed"
        return "none"
    if outcome in ("none", "casualties"):
        return inner
    return outcome if outcome == "killed" else None


def _bystanders(row: Row, at: int, wording: Wording) -> Governor | None:
    """Return "none" for those who lead, are looked for, or act; who acts may be harmed later on."""
    i = skip(row, at - 1)
    if (
        wording.who
        and row.low(i) in row.lang.BY
        and row.low(i - 1) in row.lang.ACTED_BY | row.lang.VERBS.keys()
    ):
        return Governor("none", "agent", head=i)
    if row.lang.SEEK.search(" ".join(row.low(k) for k in range(max(0, i - 2), i + 1))):
        return Governor("none", real=False)
    k = at + 1
    while row.low(k) in row.lang.ADVERBS or row.low(k) in row.lang.HAVE:
        k += 1
    low, opens = row.low(k), row.is_count(k + 1) or row.low(k + 1) in row.lang.OBJECT_OPENERS
    harms = low in row.lang.VERBS and row.lang.VERBS[low][1] in ("past", "third") and opens
    if (low in row.lang.ACT or harms) and opens_clause(row, at):
        return Governor("none", "agent", head=k)
    return None
