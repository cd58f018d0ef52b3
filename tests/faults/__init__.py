"""Everything that can go wrong between a question and its answer: what a server does, by the words for it.

FAULTS   by section and by name: what the server does instead of answering; None: there is no server
GOOD     the two answers that end well, about ARTICLE
"""

from __future__ import annotations

import gzip
import json
import struct
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from socket import SO_LINGER, SOL_SOCKET
from typing import Any

from fake_server import Behaviour, Handler, answer, completion, fail, hang, payload, reset, send
from scripted import incident, judgements, told

# A loser and the people lost do not agree, so a second question asks whose they are.
ARTICLE = "The Norland army fought Red Dawn. Red Dawn lost seven Norland soldiers. Two insurgents died."
KEY = "sk-not-a-real-key-0123456789"

REPORT = json.dumps(told(incident(side_a="Norland army", side_b="Red Dawn")))
JUDGEMENT = json.dumps(judgements(("killed", "a")))
GOOD = (answer(REPORT), answer(JUDGEMENT))


@contextmanager
def _hung_up() -> Iterator[None]:
    """Let the client go in the middle of an answer."""
    with suppress(OSError):
        yield


def page(status: int) -> Behaviour:
    """Answer with a page for people, as a proxy in between does."""
    html = b"<html><head><title>Gateway</title></head><body><h1>Sorry!</h1></body></html>"
    return lambda handler: send(handler, status, html, "text/html")


def body(data: bytes, *, headers: dict[str, str] | None = None) -> Behaviour:
    return lambda handler: send(handler, 200, data, "application/json", headers)


def reset_midway(handler: Handler) -> None:
    """Send half of what was announced, then drop the connection with a TCP reset."""
    _half(handler)
    handler.connection.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def closed_midway(handler: Handler) -> None:
    """Send half of what was announced, then close the connection."""
    _half(handler)


def _half(handler: Handler) -> None:
    data = json.dumps(completion(REPORT)).encode()
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data[: len(data) // 2])
    handler.close_connection = True


def drip(handler: Handler) -> None:
    """Send a character at a time, each sooner than any wait for the next would end."""
    data = json.dumps(completion(REPORT)).encode()
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(data)))
    handler.end_headers()
    handler.close_connection = True
    with _hung_up():
        for byte in data:
            handler.wfile.write(bytes([byte]))
            if handler.server.fake.stopping.wait(0.05):
                return


def flood(handler: Handler) -> None:
    """Send 50 MB of JSON."""
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(50_000_000))
    handler.end_headers()
    handler.close_connection = True
    with _hung_up():
        for _ in range(50):
            handler.wfile.write(b" " * 1_000_000)


def packed_flood(handler: Handler) -> None:
    """Send 50 MB as some 200 KB of gzip, though nobody asked for gzip."""
    with _hung_up():
        send(handler, 200, _packed(), "application/json", {"content-encoding": "gzip"})


@cache
def _packed() -> bytes:
    return gzip.compress(b" " * 50_000_000, compresslevel=1)


def round_and_round(handler: Handler) -> None:
    """Send the client to where it is."""
    handler.send_response(307)
    handler.send_header("location", handler.path)
    handler.send_header("content-length", "0")
    handler.end_headers()


def after(status: int, wait: str) -> Behaviour:
    return fail(status, "slow down", headers={"retry-after": wait})


def on_the_day(status: int, seconds: float) -> Behaviour:
    """Answer with an HTTP date, so many seconds from the moment of the answer."""
    from email.utils import formatdate

    def behave(handler: Handler) -> None:
        when = formatdate(time.time() + seconds, usegmt=True)
        send(handler, status, b"{}", "application/json", {"retry-after": when})

    return behave


def talkative(handler: Handler) -> None:
    """Refuse, and repeat the key that was shown and a path of this machine, with what rewrites a line."""
    said = f"{handler.headers['authorization']} \u202e\x1b[2J {{{{7*7}}}} {Path.home()}/keys.txt"
    fail(400, said)(handler)


def _changed(**fields: Any) -> Behaviour:
    return payload(completion(REPORT) | fields)


_TWICE = REPORT[:-1] + ', "incidents": 0}'

FAULTS: Mapping[str, Mapping[str, Behaviour | None]] = {
    "The connection": {
        "nothing listens there": None,
        "it is reset before an answer": reset,
        "it is reset in the middle of an answer": reset_midway,
        "it is closed in the middle of an answer": closed_midway,
        "no answer comes": hang,
        "an answer comes a character at a time": drip,
        "a redirection leads back to itself": round_and_round,
    },
    "The status": {
        "400": fail(400, "bad field"),
        "400, the article is too long": fail(
            400, "maximum context length is 10 tokens", code="context_length_exceeded"
        ),
        "400, its message repeats the key": talkative,
        "401": fail(401, "who are you?"),
        "403": fail(403, "not for you"),
        "404": fail(404, "no such model"),
        "408": fail(408, "too slow"),
        "409": fail(409, "busy"),
        "413": fail(413, "too large"),
        "422": fail(422, "no such field"),
        "429": fail(429, "slow down"),
        "429, Retry-After in seconds": after(429, "0.01"),
        "429, Retry-After of two hours": after(429, "7200"),
        "429, Retry-After as a date": on_the_day(429, -1),
        "429, Retry-After as a date in two hours": on_the_day(429, 7200),
        "429, no credit left": fail(429, "pay first", code="insufficient_quota"),
        "500": fail(500, "oops"),
        "502, with a web page": page(502),
        "503, Retry-After in seconds": after(503, "0.01"),
        "529": fail(529, "overloaded"),
    },
    "The body": {
        "a web page": page(200),
        "nothing": body(b""),
        "cut-off JSON": body(json.dumps(completion(REPORT)).encode()[:-40]),
        "JSON of another kind": payload({"error": "busy"}),
        "no message in it": _changed(choices=[{"index": 0, "finish_reason": "stop", "message": None}]),
        "no choice in it": _changed(choices=[]),
        "tokens that are no numbers": _changed(usage={"prompt_tokens": "many", "completion_tokens": -7}),
        "brackets 100,000 deep": body(b"[" * 100_000),
        "50 MB": flood,
        "50 MB, packed": packed_flood,
        "invalid UTF-8": body(b'{"choices": "\xff\xfe"}'),
    },
    "The reply": {
        "cut off (`finish_reason` length)": answer(REPORT[:30], finish_reason="length"),
        "stopped by a content filter": answer("", finish_reason="content_filter"),
        "a refusal": answer(None, refusal="I would rather not."),
        "empty": answer(""),
        "prose": answer("Seven soldiers were killed."),
        "JSON, then prose": answer(REPORT + "\nI hope this helps!"),
        "JSON of another schema": answer('{"answer": 42}'),
        "a key given twice": answer(_TWICE),
        "a number of 5,000 digits": answer(REPORT.replace('"incidents": 1', '"incidents": 1' + "0" * 5000)),
        "brackets 100,000 deep": answer("[" * 100_000),
        "1,000 keys nobody asked for": answer(
            REPORT[:-1] + "".join(f', "k{number}\\u202e\\u001b": 1' for number in range(1000)) + "}"
        ),
    },
}
