"""How much a provider allows in a minute: requests and tokens, never more in any 60 seconds."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from eventx.corpus.budget import BudgetSpent, Estimate, Limits
from eventx.errors import InputError

# Seconds in which what was put counts: a minute, and one more for a request that arrives later than another.
MINUTE = 61.0


@dataclass(slots=True)
class _Put:
    """A request, when it was put, and the tokens it takes: the most it can until an answer says."""

    number: int
    at: float
    tokens: int


class Rate:
    """What was put in the last minute, and whether one request more may be."""

    def __init__(
        self,
        limits: Limits,
        before: Iterable[tuple[float, int]] = (),
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with what an earlier start put: how many seconds ago, the oldest first, and the tokens.

        Raises InputError when a limit is below 1.
        """
        for name, limit in (("rpm", limits.rpm), ("tpm", limits.tpm)):
            if limit is not None and limit < 1:
                raise InputError(
                    f"{name} is {limit}: give what the provider allows a minute, or leave it out"
                )
        self._limits = limits
        self._clock = clock
        self._last: deque[_Put] = deque()
        self._by_number: dict[int, _Put] = {}
        self._tokens = 0
        self._changed = asyncio.Event()
        for number, (ago, tokens) in enumerate(before, start=1):
            self._note(_Put(-number, clock() - ago, tokens))

    async def room(self, most: Estimate) -> None:
        """Wait until a request that can take so much may be put; one at a time.

        Raises BudgetSpent when no minute has so much room.
        """
        limit = self._limits.tpm
        if limit is not None and most.tokens > limit:
            raise BudgetSpent(
                f"the next question can take {most.tokens:,} tokens, more than --tpm {limit:,} allows; "
                "give what the provider allows, or leave it out"
            )
        while (pause := self.pause(most.tokens)) > 0:
            self._changed.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._changed.wait()

    def put(self, number: int, most: Estimate) -> None:
        """Note that a request is put now."""
        self._note(_Put(number, self._clock(), most.tokens))

    def took(self, number: int, tokens: int) -> None:
        """Note what a request took, as its answer says."""
        put = self._by_number.get(number)
        if put is not None:
            self._tokens += tokens - put.tokens
            put.tokens = tokens
            self._changed.set()

    def pause(self, tokens: int) -> float:
        """Return after how many seconds to look again, 0 when there is room for so many tokens more."""
        now = self._clock()
        while self._last and self._last[0].at + MINUTE <= now:
            over = self._last.popleft()
            del self._by_number[over.number]
            self._tokens -= over.tokens
        limits = self._limits
        fits = (limits.rpm is None or len(self._last) < limits.rpm) and (
            limits.tpm is None or self._tokens + tokens <= limits.tpm
        )
        return 0.0 if fits or not self._last else self._last[0].at + MINUTE - now

    def _note(self, put: _Put) -> None:
        self._last.append(put)
        self._by_number[put.number] = put
        self._tokens += put.tokens
