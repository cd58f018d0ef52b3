"""The connection to an OpenAI-compatible server: its certificates and proxies, how much is read, how long.

A client's own timeout is one for each read: an answer that comes a byte at a time would never end.
"""

from __future__ import annotations

import math
import ssl
import time
from collections.abc import AsyncIterator, Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx2

from eventx.errors import ModelError

# Bytes: the longest reply is some 100 KB of JSON.
MOST_BYTES = 8_000_000
# Gzip makes at most a thousand bytes of one.
MOST_PACKED_BYTES = MOST_BYTES // 100

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def connection(base_url: str, *, name: str, seconds: float) -> dict[str, Any]:
    """Return the settings of an HTTP client for one question: its answer is there in `seconds` or never is.

    The client raises httpx2.ReadTimeout then, and ModelError when an answer is larger than any reply.
    """
    bounds = _Bounds(name, seconds)
    return _settings(base_url) | {"event_hooks": {"request": [bounds.begin], "response": [bounds.bound]}}


def async_connection(base_url: str, *, name: str, seconds: float) -> dict[str, Any]:
    """Return the settings as `connection` does, for an asynchronous client."""
    bounds = _Bounds(name, seconds)

    async def begin(request: httpx2.Request) -> None:
        bounds.begin(request)

    async def bound(response: httpx2.Response) -> None:
        bounds.bound(response)

    return _settings(base_url) | {"event_hooks": {"request": [begin], "response": [bound]}}


def _settings(base_url: str) -> dict[str, Any]:
    return {
        # A proxy meant for the internet cannot reach this machine's own servers.
        "trust_env": urlsplit(base_url).hostname not in _LOOPBACK,
        "verify": _ssl_context(),
        # What is not packed has the size it shows, and a cassette keeps it readable.
        "headers": {"accept-encoding": "identity"},
    }


@cache
def _ssl_context() -> ssl.SSLContext:
    """Return the client's usual context, made once: reading the certificates takes 50 ms."""
    return httpx2.create_ssl_context()


class _Bounds:
    """What an answer may not pass: a moment, and a number of bytes."""

    def __init__(self, name: str, seconds: float) -> None:
        self.name = name
        self.seconds = seconds
        self.deadline = math.inf

    def begin(self, request: httpx2.Request) -> None:
        self.deadline = time.monotonic() + self.seconds

    def bound(self, response: httpx2.Response) -> None:
        if response.is_stream_consumed:  # played from a cassette
            return
        packed = response.headers.get("content-encoding", "identity") != "identity"
        most = MOST_PACKED_BYTES if packed else MOST_BYTES
        response.stream = _Bounded(response, most, self)


class _Bounded(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of an answer as it comes, until it passes its bounds."""

    def __init__(self, response: httpx2.Response, most: int, bounds: _Bounds) -> None:
        self.stream: Any = response.stream
        self.host = response.url.netloc.decode()
        self.left, self.most = most, most
        self.bounds = bounds

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self.stream:
            yield self._counted(chunk)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self.stream:
            yield self._counted(chunk)

    def close(self) -> None:
        self.stream.close()

    async def aclose(self) -> None:
        await self.stream.aclose()

    def _counted(self, chunk: bytes) -> bytes:
        self.left -= len(chunk)
        if self.left < 0:
            raise ModelError(
                f"{self.bounds.name}: what {self.host} answers is no reply, it is larger than "
                f"{self.most:,} bytes; check the address, it often ends in /v1"
            )
        if time.monotonic() > self.bounds.deadline:
            raise httpx2.ReadTimeout("the answer comes too slowly")
        return chunk
