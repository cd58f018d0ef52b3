"""A server with OpenAI's interface on the loopback address: every answer after the same delay.

Run `python -m bench.corpus.server DELAY [FAULTS]`: it prints its address, and answers until its standard
input ends. FAULTS is the share of requests that go wrong. `GET /stats` says what was asked of it.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import sys
from collections import Counter
from typing import Any

REPLY = json.dumps({"news": "News", "new_violence": "no", "incidents": 0, "events": []})
FULL_REPLY = json.dumps(
    {"events": [], "passing": [], "figures": [], "about": [], "doubt": [], "links": [], "sources": []}
)
PLAIN_REPLY = json.dumps({"events": []})


def _message(status: str, body: bytes, headers: str = "") -> bytes:
    return (
        f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n{headers}\r\n"
    ).encode() + body


def _completion(content: str) -> bytes:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
    usage = {"prompt_tokens": 1000, "completion_tokens": 30, "total_tokens": 1030}
    whole = {"id": "1", "object": "chat.completion", "created": 1, "model": "fixed", "choices": [choice]}
    return _message("200 OK", json.dumps({**whole, "usage": usage}).encode())


def _error(status: str, headers: str = "") -> bytes:
    return _message(status, json.dumps({"error": {"message": "a fault, on purpose"}}).encode(), headers)


# By a field that only the schema asked for has.
ANSWERS = {b'"new_violence"': _completion(REPLY), b'"passing"': _completion(FULL_REPLY)}
PLAIN = _completion(PLAIN_REPLY)
# None: the connection is closed without an answer. What is asked again after each is seen in the count.
FAULTS: dict[str, bytes | None] = {
    "500": _error("500 Internal Server Error"),
    "429": _error("429 Too Many Requests", "retry-after: 0.2\r\n"),
    "closed": None,
    "400": _error("400 Bad Request"),
    "no JSON": _completion("I see no events."),
}


class Asked:
    """What was asked: requests, different ones among them, faults by kind, and the most at once."""

    def __init__(self, delay: float, faults: float) -> None:
        self.delay = delay
        self.faults = faults
        self.chance = random.Random(0)
        self.requests = 0
        self.bodies: set[bytes] = set()
        self.given: Counter[str] = Counter()
        self.running = 0
        self.most = 0
        self.abandoned = 0
        self.at: list[float] = []

    def stats(self) -> dict[str, Any]:
        """Return the counts, and when each answer was written, in seconds."""
        return {
            "requests": self.requests,
            "different": len(self.bodies),
            "faults": dict(self.given),
            "most": self.most,
            "abandoned": self.abandoned,
            "at": self.at,
        }


class Fixed(asyncio.Protocol):
    """One connection."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.held = b""
        self.waiting = 0
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        self.transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Count what was under way."""
        self.asked.abandoned += self.waiting

    def data_received(self, data: bytes) -> None:
        """Answer each whole request later."""
        self.held += data
        while True:
            head, end, rest = self.held.partition(b"\r\n\r\n")
            if not end:
                return
            length = 0
            for line in head.lower().split(b"\r\n"):
                if line.startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            if len(rest) < length:
                return
            self.held = rest[length:]
            self._request(head, rest[:length])

    def _request(self, head: bytes, body: bytes) -> None:
        asked = self.asked
        if head.startswith(b"GET"):
            self.transport.write(_message("200 OK", json.dumps(asked.stats()).encode()))
            return
        asked.requests += 1
        asked.bodies.add(hashlib.sha256(body).digest())
        answer: bytes | None = next((ANSWERS[field] for field in ANSWERS if field in body), PLAIN)
        if asked.chance.random() < asked.faults:
            kind = asked.chance.choice(list(FAULTS))
            asked.given[kind] += 1
            answer = FAULTS[kind]
        self.waiting += 1
        asked.running += 1
        asked.most = max(asked.most, asked.running)
        loop = asyncio.get_running_loop()
        loop.call_later(asked.delay, self._answer, answer)

    def _answer(self, answer: bytes | None) -> None:
        asked = self.asked
        asked.running -= 1
        if self.transport.is_closing():
            return
        self.waiting -= 1
        asked.at.append(asyncio.get_running_loop().time())
        if answer is None:
            self.transport.close()
        else:
            self.transport.write(answer)


async def serve(delay: float, faults: float) -> None:
    """Print the address and answer until standard input ends."""
    loop = asyncio.get_running_loop()
    asked = Asked(delay, faults)
    server = await loop.create_server(lambda: Fixed(asked), "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 0.0))
