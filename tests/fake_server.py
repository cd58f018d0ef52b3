"""An OpenAI-compatible server on the loopback address that fails as told, one behaviour per request."""

from __future__ import annotations

import json
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Any

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        fake: FakeServer = self.server.fake
        with fake.lock:
            fake.requests.append(json.loads(body))
            fake.paths.append(self.path)
            fake.keys.append(self.headers.get("authorization"))
            behave = fake.script.pop(0) if len(fake.script) > 1 else fake.script[0]
        behave(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


Behaviour = Callable[[Handler], None]


@dataclass
class FakeServer:
    """What was asked of it, in order; the last behaviour of `script` is kept up for ever."""

    base_url: str
    script: list[Behaviour]
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopping: threading.Event = field(default_factory=threading.Event)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that go in the middle of something."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


@contextmanager
def serving(*script: Behaviour, port: int = 0) -> Iterator[FakeServer]:
    httpd = _Server(("127.0.0.1", port), Handler)
    httpd.daemon_threads = True
    fake = FakeServer(f"http://127.0.0.1:{httpd.server_address[1]}/v1", list(script))
    httpd.fake = fake  # type: ignore[attr-defined]
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.stopping.set()
        httpd.shutdown()
        httpd.server_close()
        thread.join()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def send(
    handler: Handler, status: int, body: bytes, content_type: str, headers: dict[str, str] | None = None
) -> None:
    handler.send_response(status)
    handler.send_header("content-type", content_type)
    handler.send_header("content-length", str(len(body)))
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: str | None, *, finish_reason: str = "stop", **message: Any) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "fake",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish_reason,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
    }


def answer(content: str | None, *, finish_reason: str = "stop", **message: Any) -> Behaviour:
    return payload(completion(content, finish_reason=finish_reason, **message))


def payload(body: object) -> Behaviour:
    data = json.dumps(body).encode()
    return lambda handler: send(handler, 200, data, "application/json")


def raw(text: str, content_type: str) -> Behaviour:
    return lambda handler: send(handler, 200, text.encode(), content_type)


def fail(
    status: int, message: str = "no", *, headers: dict[str, str] | None = None, **error: Any
) -> Behaviour:
    data = json.dumps({"error": {"message": message, "type": "fault", "code": None, **error}}).encode()
    return lambda handler: send(handler, status, data, "application/json", headers)


def reset(handler: Handler) -> None:
    """Drop the connection with a TCP reset instead of an answer."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def hang(handler: Handler) -> None:
    """Answer nothing for as long as the server runs."""
    handler.server.fake.stopping.wait(30)
    handler.close_connection = True


def slowly(seconds: float, behave: Behaviour) -> Behaviour:
    def behave_later(handler: Handler) -> None:
        time.sleep(seconds)
        behave(handler)

    return behave_later
