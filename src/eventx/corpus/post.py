"""What the processes of a run say to each other, and the line they say it over."""

from __future__ import annotations

import asyncio
import pickle
import socket
from contextlib import suppress
from dataclasses import dataclass

from eventx.corpus.coding import Coding
from eventx.corpus.desk import Admitted, Asked, Outcome
from eventx.corpus.inputs import Given
from eventx.corpus.lines import Line
from eventx.errors import EventxError
from eventx.model import Answer

_HEAD = 4  # bytes that say how long a message is


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker must know before the first article; the model by name, since it holds open ends."""

    model: str
    base_url: str | None
    concurrency: int
    coding: Coding


@dataclass(frozen=True, slots=True)
class Code:
    """To a worker: code this article."""

    number: int
    given: Given


@dataclass(frozen=True, slots=True)
class Coded:
    """From a worker: what became of an article, or what stands in the way of others too."""

    number: int
    line: Line | EventxError


@dataclass(frozen=True, slots=True)
class Ask:
    """From a worker: may this question be put?"""

    number: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class Leave:
    """To a worker: its answer was kept, or it may be put, or a limit is reached."""

    number: int
    found: Answer | Admitted | EventxError


@dataclass(frozen=True, slots=True)
class Settled:
    """From a worker: what came of a question that was let through."""

    number: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Pressed:
    """From a worker: the provider refused for now, asking to be left alone for so many seconds or not."""

    after: float | None


Message = Code | Coded | Ask | Leave | Settled | Pressed


class Post:
    """One end of the line between two processes of the same run, which trust each other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def over(cls, connection: socket.socket) -> Post:
        """Return the end at `connection`."""
        return cls(*await asyncio.open_connection(sock=connection))

    def put(self, message: Message) -> None:
        """Send a message; they arrive in order. When the other end is gone nobody hears it."""
        if self._writer.is_closing():
            return
        said = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        self._writer.write(len(said).to_bytes(_HEAD) + said)

    async def get(self) -> Message | None:
        """Return the next message, None when the other end is gone."""
        try:
            length = int.from_bytes(await self._reader.readexactly(_HEAD))
            message: Message = pickle.loads(await self._reader.readexactly(length))
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        return message

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        with suppress(ConnectionError):  # the other end is gone: so much the better
            await self._writer.wait_closed()
