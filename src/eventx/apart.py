"""eventx's own work on a long text, in a thread: an event loop that many articles share goes on meanwhile."""

from __future__ import annotations

import asyncio
import contextvars
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from eventx.errors import InputError

# Characters up to which a text is worked on where it is, a step at a time: milliseconds, and a thread
# would cost more than it saves.
SHORT = 4_000
# Threads at once. They share one interpreter and gain nothing by being many, but each makes the loop wait
# another turn of it; with a single one a text that takes minutes would hold up all other long ones.
AT_ONCE = 2
# Seconds that a thread keeps the interpreter while the loop waits for it, which it does some twenty times for
# an article (each write and each step of SQLite lets it go). With the usual 5 ms it turns a third as often.
TURN = 0.001
# Seconds of work on one text. The most characters that are taken, of dense news, need a fraction.
LONGEST = 120.0

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class _Turns:
    """Who is next, of those that share a loop."""

    here: asyncio.Lock = field(default_factory=asyncio.Lock)
    apart: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, _Turns] = WeakKeyDictionary()


@contextmanager
def short_turns() -> Iterator[None]:
    """Let this process take TURN about meanwhile; for a process that is a run's own."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class Work:
    """The work on one text of so many characters, step after step; apart it may take LONGEST in all."""

    def __init__(self, characters: int) -> None:
        self._characters = characters
        self._left = LONGEST

    async def done(self, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a step returns. Raises what it raises, and InputError when the time is over.

        Nothing can stop a thread: one whose time is over ends by itself, unheard, or with the process.
        """
        turns = _turns.setdefault(asyncio.get_running_loop(), _Turns())
        if self._characters <= SHORT:
            async with turns.here:
                made = step(*args, **kwargs)
                await asyncio.sleep(0)  # of fifty answers that come together each lets the loop turn once
                return made
        async with turns.apart:
            began = time.monotonic()
            try:
                async with asyncio.timeout(self._left):
                    return await _in_thread(lambda: step(*args, **kwargs))
            except TimeoutError:
                raise InputError(
                    f"the article ({self._characters:,} characters) takes more than {LONGEST:.0f} s of "
                    "eventx's own work; give it in parts"
                ) from None
            finally:
                self._left -= time.monotonic() - began


def _in_thread(step: Callable[[], T]) -> asyncio.Future[T]:
    """Return what will be returned; of a thread that the process does not wait for at its end."""
    loop = asyncio.get_running_loop()
    waiting: asyncio.Future[T] = loop.create_future()

    def tell(result: T | None, error: BaseException | None) -> None:
        if waiting.done():
            return
        if error is None:
            waiting.set_result(result)  # type: ignore[arg-type]
        else:
            waiting.set_exception(error)

    def work() -> None:
        result, error = None, None
        try:
            result = step()
        except BaseException as raised:  # noqa: BLE001 - it is raised where the result is awaited
            error = raised
        with suppress(RuntimeError):  # the loop is closed: nobody waits
            loop.call_soon_threadsafe(tell, result, error)

    threading.Thread(target=contextvars.copy_context().run, args=(work,), name="eventx", daemon=True).start()
    return waiting
