"""The counts of an event told before another, kept so that each can be held against them all at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import takewhile
from math import inf

from eventx.counts.reading import Reading
from eventx.resolve import people, same
from eventx.resolve.casts import Cast
from eventx.resolve.placing import Placed
from eventx.schema import Outcome


class Alike:
    """Those of one outcome, in order.

    `numbered` is how many of them have a number, `parts` how many parts have each figure, `sum` what the parts
    come to.
    """

    def __init__(self) -> None:
        self.casts: list[Cast] = []
        self.numbered = 0
        self.parts: Counter[object] = Counter()
        self.sum = 0
        self.has_vague_part = False
        self._most: dict[str | None, float] = {}  # by noun, of all by None
        self._with_figure: dict[object, list[Cast]] = defaultdict(list)

    def add(self, cast: Cast) -> None:
        """Take in the next count."""
        reading, figure = cast.placed.reading, same.figure_of(cast.placed.reading)
        self.casts.append(cast)
        self.numbered += cast.value is not None
        if cast.role == "part":
            self.parts[figure] += 1
            self.sum += cast.value or 0
            self.has_vague_part |= cast.value is None
        for head in (None, *same.heads(reading)):
            self._most[head] = max(self._most.get(head, -1), inf if cast.value is None else cast.value)
        self._with_figure[figure].append(cast)
        for key in {_ANY_KIND} if people.is_generic(reading.who) else same.keys(reading):
            self._with_figure[figure, key].append(cast)

    def hold(self, least: int, head: str | None = None) -> bool:
        """Return whether one of them, of a noun where it is given, may have so many people."""
        return self._most.get(head, -1) >= least

    def with_figure(self, reading: Reading, *, until: float = inf) -> Iterator[Cast]:
        """Yield those up to an offset that have the number of a count and may be of its people by their words."""
        figure = same.figure_of(reading)
        is_any = same.is_definite(reading) or people.is_generic(reading.who)
        for key in [figure] if is_any else [(figure, word) for word in (_ANY_KIND, *same.keys(reading))]:
            yield from takewhile(lambda each: each.start <= until, self._with_figure[key])


class Before:
    """All of them in order, in `casts`, and apart by what happened to them."""

    def __init__(self) -> None:
        self.casts: list[Cast] = []
        self._alike: dict[Outcome | None, Alike] = defaultdict(Alike)

    def add(self, cast: Cast) -> None:
        """Take in the next count."""
        self.casts.append(cast)
        self._alike[cast.outcome].add(cast)

    def alike(self, placed: Placed) -> Alike:
        """Return those of the outcome of a count."""
        return self._alike[placed.outcome]


_ANY_KIND = "of any kind"
