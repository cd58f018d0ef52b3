"""What a reader says of one statement of a number of people: the one type between reading and events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from eventx.counts.reading import Reading
from eventx.schema import Evidence, Group, Outcome, Quantity, Reader, Role


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement of a number of people, as a reader has read it.

    `events` are the indices of the events it is of: one as a rule, several where it covers them together.
    `role` is what it is to the other figures of its events, and `of` the index, in the reader's list, of the
    figure that a subset, repeat or account belongs to; a `rival` is an account that makes a range with it.
    `was` is the index of the figure that counts these people under an earlier fate. `reading` is what the
    rules read of the same words, None where they see no number.
    """

    evidence: Evidence
    outcome: Outcome
    group: Group
    who: str | None
    count: Quantity
    events: tuple[int, ...]
    role: Role = "part"
    of: int | None = None
    rival: bool = False
    source: str | None = None
    inferred: str | None = None
    was: int | None = None
    vouched_by: tuple[Reader, ...] = ()
    reading: Reading | None = None

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return self.evidence.start


def by_event(figures: Sequence[Figure]) -> Mapping[int, tuple[Figure, ...]]:
    """Return the figures of each event alone, each `of` an index among these."""
    mine: dict[int, list[int]] = defaultdict(list)
    for index, each in enumerate(figures):
        if len(each.events) == 1:
            mine[each.events[0]].append(index)
    return {event: _apart(figures, indices) for event, indices in mine.items()}


def _apart(figures: Sequence[Figure], indices: Sequence[int]) -> tuple[Figure, ...]:
    at = {index: number for number, index in enumerate(indices)}
    return tuple(_within(figures[index], at) for index in indices)


def _within(figure: Figure, at: dict[int, int]) -> Figure:
    of, was = (None if index is None else at.get(index) for index in (figure.of, figure.was))
    return replace(figure, of=of, was=was)
