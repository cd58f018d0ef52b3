"""Whether two counts tell of the same people: said again, told more exactly, or counted by somebody else."""

from __future__ import annotations

import re

from eventx.counts.reading import Reading
from eventx.quotes import fold
from eventx.resolve import people
from eventx.schema import Group

_DEFINITE = re.compile(r"^(?:the|both|all|his|her|their|its)\b", re.IGNORECASE)
_BOTH = re.compile(r"^both\b", re.IGNORECASE)
_OF_THE = re.compile(r"\bof (?:the|these|those|his|her|their)\b", re.IGNORECASE)


def is_definite(reading: Reading) -> bool:
    """Return whether the words point back to people told before: "the man", "both men", "all four"."""
    return bool(_DEFINITE.match(reading.mention.text))


def is_both(reading: Reading) -> bool:
    """Return whether the words say that these are all there are: "both suspects", "the two men"."""
    is_named_back = is_definite(reading) and people.is_generic(reading.who) and reading.who is not None
    return bool(_BOTH.match(reading.mention.text)) or (is_named_back and (reading.mention.value or 0) > 1)


def is_one_of(reading: Reading) -> bool:
    """Return whether the words take one of several told before: "the rebel" of "two rebels"."""
    return is_definite(reading) and reading.mention.value == 1


def is_some_of(reading: Reading) -> bool:
    """Return whether the words take some of those told before: "five of the rebels"."""
    return _OF_THE.search(reading.mention.text) is not None


def figure_of(reading: Reading) -> int | tuple[int | None, int | None]:
    """Return the number written: a headline's "19 dead" is the "at least 19" of the body."""
    mention = reading.mention
    return (mention.low, mention.high) if mention.value is None else mention.value


def may_be_same(mine: Reading, theirs: Reading, groups: tuple[Group, Group]) -> bool:
    """Return whether the words for two counts allow that they are of the same people."""
    if groups[0] != groups[1] and "unknown" not in groups:
        return False
    if mine.mention.value == 1 or mine.mention.value is None:
        return fold(mine.who or "") == fold(theirs.who or "") and mine.who is not None
    return (
        people.is_generic(mine.who)
        or people.is_generic(theirs.who)
        or bool(people.distinctive(mine.who or "") & people.distinctive(theirs.who or ""))
        or fold(mine.who or "") == fold(theirs.who or "")
    )


def are_alike(mine: Reading, theirs: Reading) -> bool:
    """Return whether two counts call their people by the same noun: "four suspects", "several suspects"."""
    return bool(heads(mine) & heads(theirs))


def rival_keys(reading: Reading) -> frozenset[str]:
    """Return what two sources must have one of in common who may be counting the same people.

    The same noun or the same camp; of people of any kind only that they are.
    """
    if people.is_generic(reading.who):
        return frozenset({"of any kind"})
    camp = people.camp(reading.who or "")
    return frozenset({f"called {each}" for each in heads(reading)} | ({f"of {camp}"} if camp else set()))


def keys(reading: Reading) -> frozenset[str]:
    """Return words of which counts of the same people have one in common, unless either is of any kind."""
    who = reading.who or ""
    return people.distinctive(who) | heads(reading) | {fold(who)}


def heads(reading: Reading) -> frozenset[str]:
    """Return the last word of the words for people, which says what they are, without a plural's s."""
    words = fold(reading.who or "").split()
    return frozenset(words[-1:] and [words[-1].removesuffix("s")])
