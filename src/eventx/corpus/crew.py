"""Worker processes where one core is not enough: they code and ask, one desk lets them, one hand writes."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from typing import Any

from eventx.corpus.desk import Desk
from eventx.corpus.inputs import Given
from eventx.corpus.lines import Line
from eventx.corpus.post import Ask, Code, Coded, Job, Leave, Post, Pressed, Settled
from eventx.corpus.worker import work
from eventx.errors import EventxError

# Questions at once that one core keeps up with, where an answer takes half a second or more.
_A_CORE = 48

Hand = Callable[[Given], Awaitable[Line]]
"""What takes an article and returns the line of it."""


def usual_workers(concurrency: int) -> int:
    """Return how many processes are worth their start: one for 48 questions at once, at most one a core."""
    return max(1, min(_cores(), -(-concurrency // _A_CORE)))


@asynccontextmanager
async def crew(job: Job, workers: int, desk: Desk) -> AsyncIterator[Hand]:
    """Yield a Hand that gives each article to the worker with the fewest; they end with it."""
    started: list[_Worker] = []
    try:
        for _ in range(workers):
            started.append(await _Worker.start(job, desk))

        async def line(given: Given) -> Line:
            return await min(started, key=lambda each: each.articles).line(given)

        yield line
    finally:
        for each in started:
            await each.end()


class _Worker:
    """One worker, as the run knows it."""

    def __init__(self, process: Any, post: Post, desk: Desk) -> None:
        self._process = process
        self._post = post
        self._desk = desk
        self._numbers = count()
        self._lines: dict[int, asyncio.Future[Line]] = {}
        self._error: BaseException | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._begin(self._listen())

    @classmethod
    async def start(cls, job: Job, desk: Desk) -> _Worker:
        """Return a worker that has been started."""
        ours, theirs = socket.socketpair()
        with theirs, _deaf():
            process = multiprocessing.get_context("spawn").Process(
                target=work, args=(theirs, job), daemon=True
            )
            process.start()
        return cls(process, await Post.over(ours), desk)

    @property
    def articles(self) -> int:
        """How many articles it has in hand."""
        return len(self._lines)

    async def line(self, given: Given) -> Line:
        """Return the line of an article; raises what stands in the way of others too."""
        if self._error is not None:
            raise self._error
        number = next(self._numbers)
        waiting: asyncio.Future[Line] = asyncio.get_running_loop().create_future()
        self._lines[number] = waiting
        self._post.put(Code(number, given))
        try:
            return await waiting
        finally:
            del self._lines[number]

    async def end(self) -> None:
        """Hang up, and wait for the process."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._post.close()
        self._process.kill()  # what it has in hand is not written, and asked again another time
        self._process.join()

    async def _listen(self) -> None:
        while (message := await self._post.get()) is not None:
            self._heard(message)
        raise self._gone()

    def _heard(self, message: Any) -> None:
        if isinstance(message, Ask):
            self._begin(self._admit(message))
        elif isinstance(message, Settled):
            self._desk.settle(message.number, message.outcome)
        elif isinstance(message, Pressed):
            self._desk.pace.pressed(message.after)
        elif isinstance(message, Coded) and (waiting := self._lines.get(message.number)):
            if isinstance(message.line, Line):
                waiting.set_result(message.line)
            else:
                waiting.set_exception(message.line)

    async def _admit(self, ask: Ask) -> None:
        try:
            self._post.put(Leave(ask.number, await self._desk.admit(ask.asked)))
        except EventxError as error:
            self._post.put(Leave(ask.number, error))

    def _begin(self, doing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[None]) -> None:
        """Tell all who wait what went wrong, such as a full disk: it ends the run."""
        self._tasks.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        self._error = error
        for waiting in self._lines.values():
            if not waiting.done():
                waiting.set_exception(error)
                waiting.exception()  # one of them ends the run, and nobody asks the others

    def _gone(self) -> EventxError:
        self._process.join(1)
        return EventxError(
            f"a worker process ended by itself (exit code {self._process.exitcode}); "
            "what is written stays: start the same again, with fewer --workers if memory is short"
        )


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach, not even before they can say so themselves."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
