"""Which event, casualty and actor of one extraction is which of another, however many came or went between.

They are paired so that together the pairs weigh most (`eventx.assignment`: exact, and of equal pairings the
one that keeps the order best). What has nothing in common weighs 0 and is no pair: it was added or removed.

    an event     4 for each casualty counted by the same words, 3 for the place, 2 for each party, 1 for each
                 equal figure and for the same words for the time; with one of these, 2 for the same day and 1
                 each for type and sub-type. Two events that state nothing weigh 1 when they are equal
    a casualty   8 for the same words, or 4 for the same outcome and number; with one of these, 2 each for the
                 outcome and the number, 1 each for the group, the role and the very same evidence
    an actor     4 for the name, 3 for an alias, 2 for the same words; with one of these, 1 for the kind

Words are the same when their spans in the article overlap; in two different texts, when they read the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from eventx.assignment import heaviest
from eventx.schema import Actor, Casualty, Event, Evidence, Quantity

__all__ = ["Pairing", "actors", "casualties", "events"]

_FIGURES = ("killed", "wounded", "captured", "missing")

_Thing = TypeVar("_Thing", Event, Casualty, Actor)
SameWords = Callable[[Sequence[Evidence], Sequence[Evidence]], bool]
"""Whether two things rest on the same words."""


class Pairing(NamedTuple):
    """The indices of those that go together, (old, new) by the old, and of the new that have no old."""

    pairs: tuple[tuple[int, int], ...]
    added: tuple[int, ...]


def events(old: Sequence[Event], new: Sequence[Event], same_words: SameWords) -> Pairing:
    """Return how the events of two extractions go together."""
    return _pairing(old, new, lambda one, other: _event(one, other, same_words))


def casualties(old: Sequence[Casualty], new: Sequence[Casualty], same_words: SameWords) -> Pairing:
    """Return how the casualties of two events go together."""
    return _pairing(old, new, lambda one, other: _casualty(one, other, same_words))


def actors(old: Sequence[Actor], new: Sequence[Actor], same_words: SameWords) -> Pairing:
    """Return how the actors of one side of two events go together."""
    return _pairing(old, new, lambda one, other: _actor(one, other, same_words))


def overlapping(old: Sequence[Evidence], new: Sequence[Evidence]) -> bool:
    """Return whether two things rest on the same place in one text."""
    return any(one.start < other.end and other.start < one.end for one in old for other in new)


def reading_alike(old: Sequence[Evidence], new: Sequence[Evidence]) -> bool:
    """Return whether two things rest on words that read the same, in two texts."""
    return bool({_plain(one.quote) for one in old} & {_plain(one.quote) for one in new})


def _pairing(
    old: Sequence[_Thing], new: Sequence[_Thing], weight: Callable[[_Thing, _Thing], int]
) -> Pairing:
    pairs = heaviest([[weight(one, other) for other in new] for one in old])
    come = {j for _, j in pairs}
    return Pairing(pairs, tuple(j for j in range(len(new)) if j not in come))


def _event(old: Event, new: Event, same_words: SameWords) -> int:
    counted = sum(
        any(same_words(one.evidence, its.evidence) for its in new.casualties) for one in old.casualties
    )
    when = bool(old.when and new.when and same_words(old.when.evidence, new.when.evidence))
    place = bool(old.where and new.where and _plain(old.where.text) == _plain(new.where.text))
    parties = len(_names(old.side_a + old.side_b) & _names(new.side_a + new.side_b))
    figures = sum(_same_figure(getattr(old, each), getattr(new, each)) for each in _FIGURES)
    common = 4 * counted + 3 * place + 2 * parties + figures + when
    if not common:
        return int(old == new)
    day = bool(old.when and new.when and old.when.start and old.when.start == new.when.start)
    return common + 2 * day + (old.event_type == new.event_type) + (old.sub_event_type == new.sub_event_type)


def _casualty(old: Casualty, new: Casualty, same_words: SameWords) -> int:
    words = same_words(old.evidence, new.evidence)
    outcome, number = old.outcome == new.outcome, _same_figure(old.count, new.count)
    common = 8 if words else 4 if outcome and number else 0
    alike = (old.group == new.group) + (old.role == new.role) + (old.evidence == new.evidence)
    return common and common + 2 * outcome + 2 * number + alike


def _actor(old: Actor, new: Actor, same_words: SameWords) -> int:
    if _plain(old.name) == _plain(new.name):
        common = 4
    elif _names([old]) & _names([new]):
        common = 3
    else:
        common = 2 * same_words(old.evidence, new.evidence)
    return common and common + (old.kind == new.kind)


def _same_figure(old: Quantity | None, new: Quantity | None) -> bool:
    if old is None or new is None:
        return False
    return (old.value, old.low, old.high) == (new.value, new.low, new.high)


def _names(parties: Sequence[Actor]) -> set[str]:
    return {_plain(name) for party in parties for name in (party.name, *party.aliases)}


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
