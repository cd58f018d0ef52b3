"""A worker process of a run: it codes the articles it is given, and asks the desk of the run by post."""

from __future__ import annotations

import asyncio
import signal
import socket
from itertools import count

from eventx.apart import short_turns
from eventx.corpus.coding import coded
from eventx.corpus.desk import Admitted, Asked, Outcome
from eventx.corpus.post import Ask, Code, Coded, Job, Leave, Post, Pressed, Settled
from eventx.errors import EventxError
from eventx.model import Answer, connect
from eventx.model.keeping import Trying, keeping


class FarDesk:
    """The desk of the run, in the process that has its ledger."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._numbers = count()
        self._waiting: dict[int, asyncio.Future[Answer | Admitted]] = {}

    async def admit(self, asked: Asked) -> Answer | Admitted:
        """Return what `eventx.corpus.desk.Desk.admit` returns."""
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        self._post.put(Ask(number, asked))
        try:
            return await self._waiting[number]
        finally:
            del self._waiting[number]

    def settle(self, number: int, outcome: Outcome) -> None:
        """Note what came of a question that was let through."""
        self._post.put(Settled(number, outcome))

    def heard(self, leave: Leave) -> None:
        """Note what the desk says of a question."""
        waiting = self._waiting[leave.number]
        if isinstance(leave.found, EventxError):
            waiting.set_exception(leave.found)
        else:
            waiting.set_result(leave.found)


def work(connection: socket.socket, job: Job) -> None:
    """Code articles until the other end hangs up, or is gone; the main function of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the run's to answer
    with short_turns():
        asyncio.run(serve(connection, job))


async def serve(connection: socket.socket, job: Job) -> None:
    """Code articles until the other end hangs up."""
    post = await Post.over(connection)
    desk = FarDesk(post)
    model = connect(job.model, base_url=job.base_url)

    def pressed(after: float | None) -> None:
        post.put(Pressed(after))

    async with keeping(model, width=job.concurrency, trouble=pressed) as kept, asyncio.TaskGroup() as group:
        under_way = set()
        while (message := await post.get()) is not None:
            if isinstance(message, Leave):
                desk.heard(message)
            else:
                assert isinstance(message, Code)
                task = group.create_task(_code(message, kept, desk, job, post))
                under_way.add(task)
                task.add_done_callback(under_way.discard)
        for task in under_way:
            task.cancel()
        await post.close()


async def _code(message: Code, model: Trying, desk: FarDesk, job: Job, post: Post) -> None:
    given = message.given
    assert given.article is not None
    try:
        result = await coded(given.id, given.article, model, desk, job.coding, findings=given.findings)
    except EventxError as error:
        post.put(Coded(message.number, error))
    else:
        post.put(Coded(message.number, result.to_line()))
