"""The input read in a thread: a web page that takes seconds to read holds up nothing that is under way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterable
from contextlib import suppress
from typing import TypeVar

# Articles read before they are needed; each may be as long as an article can be.
AHEAD = 8
# The thread is woken for so many at a time: waking it costs more than reading a line.
_BATCH = AHEAD // 2

T = TypeVar("T")


async def here(given: Iterable[T]) -> AsyncGenerator[T, None]:
    """Yield what is given, read where it is asked for."""
    for each in given:
        yield each


async def ahead(given: Iterable[T]) -> AsyncGenerator[T, None]:
    """Yield what is given, read in a thread; raises what reading raises.

    The process does not wait for the thread at its end. Not for standard input: a thread that waits for it
    then would break the interpreter's own end.
    """
    loop = asyncio.get_running_loop()
    read: asyncio.Queue[tuple[T] | BaseException | None] = asyncio.Queue()
    room = threading.Semaphore(AHEAD)
    over = threading.Event()

    def tell(found: tuple[T] | BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody waits
            loop.call_soon_threadsafe(read.put_nowait, found)

    def reading() -> None:
        end = None
        try:
            for each in given:
                tell((each,))
                room.acquire()
                if over.is_set():
                    return
        except BaseException as error:  # noqa: BLE001 - it is raised where the input is awaited
            end = error
        tell(end)

    threading.Thread(target=reading, name="eventx input", daemon=True).start()
    taken = 0
    try:
        while (found := await read.get()) is not None:
            if isinstance(found, BaseException):
                raise found
            taken += 1
            if taken % _BATCH == 0:
                room.release(_BATCH)
            yield found[0]
    finally:
        over.set()
        room.release()
