"""The ways to meet a fault, and what each shows: an entry of WAYS is a column of `docs/faults.md`."""

from __future__ import annotations

import asyncio
import io
import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import instructor  # noqa: F401 -- here, so that the first question is not the one that waits for it
import openai  # noqa: F401
from tenacity import RetryCallState

from eventx import EventxError, Extraction, aextract, extract
from eventx.cli import main
from eventx.model import transport
from fake_server import Behaviour, FakeServer, free_port, serving
from faults import ARTICLE, GOOD, KEY, drip, hang

# Seconds of patience: none of them is ever waited for, but where a server takes all it is given.
ENOUGH, SHORT, SHORT_BUT_FOR_AN_ANSWER = 20.0, 0.5, 1.5
_ENDLESS = (hang, drip)
_BEFORE = "what OUT held before"


class Shown(NamedTuple):
    """What somebody sees: how it ended ("done", "ModelError", "exit 3"), and the message or the findings."""

    end: str
    said: str


class Met(NamedTuple):
    """A fault met in one way: what was shown, the bodies of the requests, and the seconds it took."""

    shown: Shown
    requests: Sequence[dict[str, Any]]
    seconds: float


Way = Callable[[], Shown]


def _library(run: Callable[[], Extraction]) -> Shown:
    try:
        extraction = run()
    except EventxError as error:
        return Shown(type(error).__name__, str(error))
    return Shown("done", ", ".join(f"`{each.code}`" for each in extraction.findings))


def _extract() -> Shown:
    return _library(lambda: extract(ARTICLE))


def _aextract() -> Shown:
    return _library(lambda: asyncio.run(aextract(ARTICLE)))


def _cli() -> Shown:
    with tempfile.TemporaryDirectory() as folder:
        article, out = Path(folder) / "article.txt", Path(folder) / "out.json"
        article.write_text(ARTICLE, encoding="utf-8")
        out.write_text(_BEFORE, encoding="utf-8")
        with redirect_stdout(io.StringIO()) as told, redirect_stderr(io.StringIO()) as said:
            code = main(["extract", str(article), "-o", str(out)])
        # Whole or not at all.
        assert (code > 1) == (out.read_text(encoding="utf-8") == _BEFORE)
        assert "" == told.getvalue()
    return Shown(f"exit {code}", said.getvalue().removeprefix("eventx: ").removesuffix("\n"))


def _run() -> Shown:
    with tempfile.TemporaryDirectory() as folder:
        article, out = Path(folder) / "article.txt", Path(folder) / "out.jsonl"
        article.write_text(ARTICLE, encoding="utf-8")
        with redirect_stdout(io.StringIO()) as told, redirect_stderr(io.StringIO()):
            code = main(["run", str(article), "-o", str(out), "--quiet", "--no-cache"])
        # In = done + failed + skipped.
        (line,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
        assert "" == told.getvalue()
    assert (line["extraction"] is None) == (line["status"] == "failed")
    return Shown(f"{line['status']}, exit {code}", line["error"] or "")


WAYS: dict[str, Way] = {
    "`extract`": _extract,
    "`aextract`": _aextract,
    "`eventx extract`": _cli,
    "`eventx run`": _run,
}


def lasting(fault: Behaviour | None, way: Way) -> Met:
    """Meet a fault that does not pass."""
    return _met([fault], way, SHORT if fault in _ENDLESS else ENOUGH)


def passing(fault: Behaviour | None, way: Way) -> Met:
    """Meet a fault that passes after one request."""
    return _met([fault, *GOOD], way, SHORT if fault in _ENDLESS else ENOUGH)


def later(fault: Behaviour, way: Way) -> Met:
    """Meet a fault that does not pass, after a first question was answered."""
    return _met([GOOD[0], fault], way, SHORT_BUT_FOR_AN_ANSWER if fault in _ENDLESS else ENOUGH)


def _pause(state: RetryCallState) -> float:
    """Return the usual pause before the second try, and before the third one that no patience has."""
    return transport_pause(state) if state.attempt_number == 1 else 2 * ENOUGH


transport_pause = transport._pause


def _met(script: Sequence[Behaviour | None], way: Way, patience: float) -> Met:
    """Meet a server that does this in turn; where it does None, nothing listens for a moment, or ever."""
    port = free_port()
    base_url = f"http://127.0.0.1:{port}/v1"
    settings = {
        "EVENTX_MODEL": "openai/some-model",
        "EVENTX_BASE_URL": base_url,
        "EVENTX_TIMEOUT": str(patience),
        "OPENAI_API_KEY": KEY,
    }
    with (
        ExitStack() as servers,
        patch.dict(os.environ, settings),
        patch.object(transport, "_pause", _pause),
    ):
        fakes: list[FakeServer] = []

        def start(*behaviours: Behaviour | None) -> None:
            does = [each for each in behaviours if each is not None]
            if does:
                fakes.append(servers.enter_context(serving(*does, port=port)))

        late = threading.Timer(0.05, start, script[1:])
        if script[0] is None:
            late.start()
        else:
            start(*script)
        began = time.monotonic()
        try:
            shown = way()
        finally:
            if script[0] is None:
                late.join()
        seconds = time.monotonic() - began
    return Met(shown, [body for fake in fakes for body in fake.requests], seconds)
