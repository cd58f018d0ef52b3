"""llama.cpp's own OpenAI-compatible server, started on demand and stopped with this process.

It runs in a process of its own (`engine`), listens on the loopback address only, and answers only to a key
made for this run. A process of its own, because a server inside this one can neither be stopped while it
answers nor interrupted while it loads, and its crash would be ours.
"""

from __future__ import annotations

import atexit
import json
import secrets
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from eventx.errors import ModelUnavailable

ENGINE = (sys.executable, "-P", "-m", "eventx.local.engine")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: the address of its OpenAI-compatible API, and the key it asks for."""

    base_url: str
    api_key: str = field(repr=False)


_running: dict[tuple[Path, str, int, int], tuple[Server, subprocess.Popen[str]]] = {}
_lock = threading.Lock()


def running(gguf: Path, *, alias: str, context: int, slots: int = 1) -> Server:
    """Return the server for a model file, started now if this process has none like it yet.

    `alias` is the model name it answers with, `context` the tokens one request may use (prompt and answer),
    `slots` how many requests it answers at once. The same question gets the same answer only from one slot at
    temperature 0. Raises ModelUnavailable when xllamacpp is not installed or the file cannot be loaded.
    """
    key = (gguf.resolve(), alias, context, slots)
    with _lock:
        if key in _running and _running[key][1].poll() is not None:
            _stop(_running.pop(key)[1])  # it crashed, or belongs to the process this one was forked from
        if key not in _running:
            _running[key] = _start(*key)
        return _running[key][0]


def close_all() -> None:
    """Stop every server of this process, in the middle of an answer too; also done when the process exits."""
    with _lock:
        for _, process in _running.values():
            _stop(process)
        _running.clear()


atexit.register(close_all)


def _start(gguf: Path, alias: str, context: int, slots: int) -> tuple[Server, subprocess.Popen[str]]:
    if find_spec("xllamacpp") is None:
        raise ModelUnavailable("the embedded model needs xllamacpp: pip install 'eventx[local]'")
    if not gguf.is_file():
        raise ModelUnavailable(f"there is no model file {gguf}: run `eventx models pull`")
    key = secrets.token_urlsafe(32)
    # Through standard input, because everybody on the machine can read a command line.
    order = {"gguf": str(gguf), "alias": alias, "context": context, "slots": slots, "key": key}
    process = subprocess.Popen(
        ENGINE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    address = ""
    try:
        process.stdin.write(f"{json.dumps(order)}\n")
        process.stdin.flush()
        address = process.stdout.readline().strip()
    except BrokenPipeError:
        pass  # it died at once: no address, told below
    finally:
        # Also when Ctrl-C comes while the model loads.
        if not address:
            _stop(process)
    if not address:
        raise ModelUnavailable(
            f"llama.cpp cannot load {gguf}: not a complete GGUF file, or too little memory"
        )
    return Server(base_url=f"{address}/v1", api_key=key), process


def _stop(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()
