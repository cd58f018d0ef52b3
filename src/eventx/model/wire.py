"""The connection to an OpenAI-compatible server: its certificates and proxies, how much is read, how long.

A client's own timeout is one for each read: an answer that comes a byte at a time would never end.
"""

from __future__ import annotations

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

_DEADLINE = "eventx.deadline"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def connection(base_url: str, *, name: str) -> dict[str, Any]:
    """Return the settings of an HTTP client, which gives up an answer that takes too long or is too large.

    It raises httpx2.ReadTimeout when an answer is not there in the time that its request gives each read,
    and ModelError when it is larger than any reply. `name` is the model's, for the message.
    """

    def bound(response: httpx2.Response) -> None:
        _bound(response, name)

    return _settings(base_url) | {"event_hooks": {"request": [_begin], "response": [bound]}}


def async_connection(base_url: str, *, name: str) -> dict[str, Any]:
    """Return the settings as `connection` does, for an asynchronous client."""

    async def begin(request: httpx2.Request) -> None:
        _begin(request)

    async def bound(response: httpx2.Response) -> None:
        _bound(response, name)

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


def _begin(request: httpx2.Request) -> None:
    seconds = request.extensions["timeout"]["read"]
    request.extensions = {**request.extensions, _DEADLINE: time.monotonic() + seconds}


def _bound(response: httpx2.Response, name: str) -> None:
    packed = response.headers.get("content-encoding", "identity") != "identity"
    response.stream = _Bounded(response, name, MOST_PACKED_BYTES if packed else MOST_BYTES)


class _Bounded(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of an answer as it comes, until it passes its bounds."""

    def __init__(self, response: httpx2.Response, name: str, most: int) -> None:
        self._stream: Any = response.stream
        self._deadline = response.request.extensions[_DEADLINE]
        self._whose = f"{name}: what {response.url.netloc.decode()}"
        self._most = self._left = most

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            yield self._counted(chunk)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield self._counted(chunk)

    def close(self) -> None:
        self._stream.close()

    async def aclose(self) -> None:
        await self._stream.aclose()

    def _counted(self, chunk: bytes) -> bytes:
        self._left -= len(chunk)
        if self._left < 0:
            raise ModelError(
                f"{self._whose} answers is larger than {self._most:,} bytes and no reply; "
                "check the address, it often ends in /v1"
            )
        if time.monotonic() > self._deadline:
            raise httpx2.ReadTimeout("the answer comes too slowly")
        return chunk
