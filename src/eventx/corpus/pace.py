"""How many questions are under way at once: more while the provider answers, half when it is pressed."""

from __future__ import annotations

import asyncio
import time
from collections import deque

# Doubled with each round of answers until the first trouble: 256 are reached in six.
FIRST = 4
# Seconds in which one burst of refusals counts once.
ONE_BURST = 1.0
# Seconds that one question waits in all because the provider asks for it. A provider that asks for more, such
# as a day, is not waited for: the question fails, and ten such end the run.
LONGEST_WAIT = 3600.0


class Pace:
    """Slots for questions: at most `most`, as many as the provider is found to take."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._limit = float(min(FIRST, most))
        self._running = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._doubling = True
        self._closed_until = 0.0
        self._halved_at = float("-inf")

    @property
    def limit(self) -> int:
        """How many questions may be under way now."""
        return int(self._limit)

    async def enter(self) -> None:
        """Wait for a slot, and take it."""
        while True:
            pause = self._closed_until - time.monotonic()
            if pause > 0:
                await asyncio.sleep(pause)
            elif self._running < self.limit:
                self._running += 1
                return
            else:
                turn = asyncio.get_running_loop().create_future()
                self._waiting.append(turn)
                try:
                    await turn
                except asyncio.CancelledError:
                    self._wake()  # the turn may have come just now: it is the next one's
                    raise

    def leave(self) -> None:
        """Give the slot back."""
        self._running -= 1
        self._wake()

    def answered(self) -> None:
        """Note an answer: one slot more until the first trouble, then one more a round."""
        if self._running < self.limit and not self._waiting:
            return  # the slots there are were not all needed: no sign that more would be taken
        self._limit = min(float(self._most), self._limit + (1.0 if self._doubling else 1.0 / self._limit))
        self._wake()

    def pressed(self, after: float | None) -> None:
        """Note that the provider refused for now, asking to be left alone for `after` seconds or not."""
        now = time.monotonic()
        if after and after <= LONGEST_WAIT:
            self._closed_until = max(self._closed_until, now + after)
        if now - self._halved_at >= ONE_BURST:
            self._halved_at = now
            self._doubling = False
            if self._limit == 1.0:  # fewer cannot be asked at once, but less often: many wait to ask again
                self._closed_until = max(self._closed_until, now + ONE_BURST)
            self._limit = max(1.0, self._limit / 2)

    def _wake(self) -> None:
        free = self.limit - self._running
        while free > 0 and self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                free -= 1
